use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pymethods]
impl C {
    #[pyo3(text_signature = "()")]
    fn __len__(&self) -> usize {
        1
    }
}

fn main() {}
