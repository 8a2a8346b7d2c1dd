#!/usr/bin/env bash
# serde_json 1.0.154: the number -0.
#
# JSON's -0 has neither fraction nor exponent, so that it reads as an integer, and Python's json gives the int 0. Here it is the float
# -0.0: as a Value it is no integer, and reading it as i64 fails, while 0 and -1 are read.
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
serde_json = "=1.0.154"
TOML
cat > src/main.rs <<'RUST'
use serde_json::{from_str, Value};

fn main() {
    for text in ["0", "-0", "-1"] {
        let value: Value = from_str(text).unwrap();
        match from_str::<i64>(text) {
            Ok(number) => println!("{text}: {value} {} {number}", value.is_i64()),
            Err(error) => println!("{text}: {value} {} {error}", value.is_i64()),
        }
    }
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
0: 0 true 0
-0: -0.0 false invalid type: floating point `-0.0`, expected i64 at line 1 column 2
-1: -1 true -1
SEEN
