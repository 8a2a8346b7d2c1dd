use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pyproto]
impl PyIterProtocol for C {
    fn __add__(&self, o: i64) -> i64 {
        o
    }
}

fn main() {}
