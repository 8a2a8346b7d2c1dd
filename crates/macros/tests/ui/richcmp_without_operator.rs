use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __richcmp__(&self, other: i64, op: i64) -> bool {
        true
    }
}

fn main() {}
