//! Runs each example, and compares what it writes with what it is to write.

use std::error::Error;
use std::io::Write;

#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/account.rs"]
mod account;
#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/embed.rs"]
mod embed;
#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/fleet.rs"]
mod fleet;
#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/lisp.rs"]
mod lisp;
#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/rules.rs"]
mod rules;
#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/spreadsheet.rs"]
mod spreadsheet;

/// `OBJMODEL_RECORD=1` writes the outputs anew.
fn check(name: &str, run: impl FnOnce(&mut dyn Write) -> Result<(), Box<dyn Error>>) {
    let mut out = Vec::new();
    run(&mut out).expect("the example runs");
    let out = String::from_utf8(out).expect("text");
    let path = format!("{}/examples/{name}.out", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("OBJMODEL_RECORD").is_some() {
        std::fs::write(&path, &out).expect("a place for the output");
    }
    let expected = std::fs::read_to_string(&path).expect("a recorded output");
    assert_eq!(out, expected, "{name}");
}

#[test]
fn embed_answers_each_line() {
    check("embed", embed::run);
}

#[test]
fn account_does_what_a_bank_does() {
    check("account", account::run);
}

#[test]
fn fleet_follows_its_configuration() {
    check("fleet", fleet::run);
}

#[test]
fn lisp_runs_its_program() {
    check("lisp", lisp::run);
}

#[test]
fn rules_survive_what_users_write() {
    check("rules", |out| rules::run(out, 1000));
}

#[test]
fn spreadsheet_works_out_its_cells() {
    check("spreadsheet", spreadsheet::run);
}
