//! What the compiler says to misuses of the macros and of the host's face: each message names the
//! item and says what to write. `TRYBUILD=overwrite cargo test -p objmodel-macros --test ui` records.

#[test]
fn misuses_are_told() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
