#!/usr/bin/env bash
# proptest 1.12.0: what `any` generates for numbers.
#
# One expects the cases that break arithmetic. any::<f64>() gives neither a NaN nor an infinity in 50,000 values, and any::<i64>()
# no value between -1000 and 1000: integers are spread evenly over all 64 bits, so the small ones, zero among them, are left to
# shrinking. Tests of numbers that stay within `any` do not meet them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "finding"
version = "0.0.0"
edition = "2021"

[dependencies]
proptest = "=1.12.0"
TOML
cat > src/main.rs <<'RUST'
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

fn main() {
    let mut runner = TestRunner::deterministic();
    let (mut nans, mut infinities, mut small) = (0, 0, 0);
    for _ in 0..50_000 {
        let float = any::<f64>().new_tree(&mut runner).unwrap().current();
        nans += u32::from(float.is_nan());
        infinities += u32::from(float.is_infinite());
        let integer = any::<i64>().new_tree(&mut runner).unwrap().current();
        small += u32::from(integer.unsigned_abs() < 1000);
    }
    println!("of 50000: NaN {nans}, infinite {infinities}, integers below 1000 in size {small}");
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
of 50000: NaN 0, infinite 0, integers below 1000 in size 0
SEEN
