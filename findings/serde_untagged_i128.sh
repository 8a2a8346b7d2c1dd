#!/usr/bin/env bash
# serde 1.0.229: an i128 inside an untagged enum, or beside a flattened field.
#
# An i128 alone is read from JSON. Inside an untagged enum the variant is passed over without a word, since what is buffered to try the
# variants holds no such integers as i128: the number 1 becomes the float of the next variant. In a flattened map it is an error.
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
serde = { version = "=1.0.229", features = ["derive"] }
serde_json = "=1.0.154"
TOML
cat > src/main.rs <<'RUST'
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize, Debug)]
#[serde(untagged)]
enum Number {
    Integer(i128),
    Float(f64),
}

#[derive(Deserialize, Debug)]
struct Row {
    #[serde(flatten)]
    rest: BTreeMap<String, i128>,
}

fn main() {
    println!("{:?}", serde_json::from_str::<i128>("1"));
    match serde_json::from_str::<Number>("1").unwrap() {
        Number::Integer(number) => println!("integer {number}"),
        Number::Float(number) => println!("float {number:?}"),
    }
    match serde_json::from_str::<Row>(r#"{"a": 1}"#) {
        Ok(row) => println!("{:?}", row.rest),
        Err(error) => println!("{error}"),
    }
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
Ok(1)
float 1.0
i128 is not supported at line 1 column 8
SEEN
