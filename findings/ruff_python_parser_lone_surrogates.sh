#!/usr/bin/env bash
# ruff_python_parser 0.0.10: a string literal with an escaped lone surrogate.
#
# Python's '\ud800' is a str of one character, U+D800, and '\ud83d\ude00' one of two. In the syntax tree both are
# gone: each escape has become U+FFFD, and no error says so. Who compiles from the tree has to read such literals from the
# source text again.
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
ruff_python_parser = "=0.0.10"
ruff_python_ast = "=0.0.10"
TOML
cat > src/main.rs <<'RUST'
use ruff_python_ast::{Expr, Mod};
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions};

fn main() {
    for text in [r"'\ud800'", r"'a\udfffb'", r"'\ud83d\ude00'", r"'\U0001f600'"] {
        let parsed = parse_unchecked(text, ParseOptions::from(Mode::Expression));
        let errors = parsed.errors().len();
        let Mod::Expression(expression) = parsed.syntax() else { continue };
        if let Expr::StringLiteral(literal) = &*expression.body {
            let points: Vec<String> =
                literal.value.to_str().chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
            println!("{text} errors {errors}: {}", points.join(" "));
        }
    }
}
RUST
cargo run -q > seen
cat seen
diff - seen <<'SEEN'
'\ud800' errors 0: U+FFFD
'a\udfffb' errors 0: U+0061 U+FFFD U+0062
'\ud83d\ude00' errors 0: U+FFFD U+FFFD
'\U0001f600' errors 0: U+1F600
SEEN
