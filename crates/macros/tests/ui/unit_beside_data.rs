use objmodel::prelude::*;

#[pyclass]
enum C {
    A(i64),
    B,
}

fn main() {}
