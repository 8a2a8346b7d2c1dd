use objmodel::prelude::*;

#[pyclass(frozen)]
struct C {
    #[pyo3(set)]
    a: i64,
}

fn main() {}
