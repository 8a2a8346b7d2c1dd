#!/usr/bin/env bash
# libm 0.2.16: exp(1.0).
#
# The result is one unit in the last place above the nearest number to e, which the standard library's exp and its constant E give.
# hypot differs from the standard library's too. Who ports a program's arithmetic to it sees other last digits in the
# most common of arguments.
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
libm = "=0.2.16"
TOML
cat > src/main.rs <<'RUST'
fn main() {
    println!("{} {} {}", libm::exp(1.0), 1f64.exp(), std::f64::consts::E);
    println!("{}", libm::exp(1.0).to_bits() - std::f64::consts::E.to_bits());
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
2.7182818284590455 2.718281828459045 2.718281828459045
1
SEEN
