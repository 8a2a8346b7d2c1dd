#!/usr/bin/env bash
# PyO3 0.30.1: __hash__ that returns u64.
#
# Python reserves -1 for errors, so hashes skip one value; and hash(int) never exceeds 2**61 - 2 in size. With u64 results, two hashes
# become one at the top (u64::MAX and u64::MAX - 1 both show as -2), and 2**61 - 1 is kept, a value that no int's hash has.
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

#[pyclass]
struct Hashed(u64);

#[pymethods]
impl Hashed {
    #[new]
    fn new(hash: u64) -> Self {
        Hashed(hash)
    }

    fn __hash__(&self) -> u64 {
        self.0
    }
}

#[pymodule]
fn finding(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Hashed>()
}
RUST
cargo build -q
cp target/debug/libfinding.so finding.so
python3 > seen <<'PYTHON'
from finding import Hashed
print([hash(Hashed(x)) for x in (2**64 - 1, 2**64 - 2, 2**64 - 3)])
print(hash(Hashed(2**61 - 1)) == 2**61 - 1, hash(2**61 - 1))
PYTHON
cat seen
diff - seen <<'SEEN'
[-2, -2, -3]
True 0
SEEN
