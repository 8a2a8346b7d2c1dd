#!/usr/bin/env bash
# num-bigint 0.5.1: underscores in decimal text, and floats of integers that are too large.
#
# from_str takes underscores anywhere but in front: doubled, and at the end, where neither Rust's nor Python's literals and
# conversions of text agree on it all (Python refuses both, i64's from_str every one). to_f64 returns an Option, and for what no float
# can hold it is Some(inf), not None.
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
num-bigint = "=0.5.1"
num-traits = "0.2"
TOML
cat > src/main.rs <<'RUST'
use num_bigint::BigInt;
use num_traits::ToPrimitive;

fn main() {
    for text in ["1_000", "1__0", "1_", "_1", "-_1"] {
        println!("{text}: {:?} {}", text.parse::<BigInt>().ok(), text.parse::<i64>().is_ok());
    }
    println!("{:?}", BigInt::from(10).pow(400).to_f64());
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
1_000: Some(1000) false
1__0: Some(10) false
1_: Some(1) false
_1: None false
-_1: None false
Some(inf)
SEEN
