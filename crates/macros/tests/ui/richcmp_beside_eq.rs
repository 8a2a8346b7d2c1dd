use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    fn __richcmp__(&self, other: i64, op: CompareOp) -> bool {
        true
    }
    
    fn __eq__(&self, other: i64) -> bool {
        true
    }
}

fn main() {}
