//! What the compiler says to misuses of the macros and of the host's face: each message names the
//! item and says what to write. `TRYBUILD=overwrite cargo test -p objmodel-macros --test ui` records.
//!
//! Other versions of the compiler word their messages in other ways. So the messages are compared on the one of
//! `tests/ui/compiler`, which the gate runs with; on any other the test says so and compares nothing.

use std::process::Command;

#[test]
fn misuses_are_told() {
    let recorded = include_str!("ui/compiler").trim();
    let output = Command::new("rustc").arg("--version").output().expect("a compiler");
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    if version.split(' ').nth(1) != Some(recorded) {
        eprintln!("messages of {recorded} are not compared with those of {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
