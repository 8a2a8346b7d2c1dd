#!/usr/bin/env bash
# PyO3 0.30.1: a Python float handed to a function that takes f32.
#
# For integers that do not fit the argument's type PyO3 raises OverflowError. For f32 it does not: 1e300 arrives as infinity, silently,
# and 1e-300 as zero.
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

#[pyfunction]
fn narrow(x: f32) -> f32 {
    x
}

#[pyfunction]
fn byte(x: u8) -> u8 {
    x
}

#[pymodule]
fn finding(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(narrow, m)?)?;
    m.add_function(wrap_pyfunction!(byte, m)?)
}
RUST
cargo build -q
cp target/debug/libfinding.so finding.so
python3 > seen <<'PYTHON'
import finding
print(finding.narrow(1e300), finding.narrow(-1e300), finding.narrow(1e-300))
try:
    finding.byte(256)
except OverflowError as error:
    print('OverflowError for u8')
PYTHON
cat seen
diff - seen <<'SEEN'
inf -inf 0.0
OverflowError for u8
SEEN
