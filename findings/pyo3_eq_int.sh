#!/usr/bin/env bash
# PyO3 0.30.1: an enum with #[pyclass(eq, eq_int)].
#
# A variant equals its number, and so False too, since that is the integer 0; but it does not equal 0.0, though 0 == 0.0: equality is not
# transitive any more. And the class has no hash, as classes have that define __eq__ alone.
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

[lib]
crate-type = ["cdylib"]

[dependencies]
pyo3 = { version = "=0.30.1", features = ["extension-module"] }
TOML
cat > src/lib.rs <<'RUST'
use pyo3::prelude::*;

#[pyclass(eq, eq_int)]
#[derive(PartialEq)]
enum Colour {
    Red,
    Green,
}

#[pymodule]
fn finding(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Colour>()
}
RUST
cargo build -q
cp target/debug/libfinding.so finding.so
python3 > seen <<'PYTHON'
from finding import Colour
print(Colour.Red == 0, Colour.Red == False, Colour.Red == 0.0, 0 == 0.0)
try:
    hash(Colour.Red)
except TypeError as error:
    print(error)
PYTHON
cat seen
diff - seen <<'SEEN'
True True False True
unhashable type: 'builtins.Colour'
SEEN
