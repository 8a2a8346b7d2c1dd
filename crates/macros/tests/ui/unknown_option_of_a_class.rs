use objmodel::prelude::*;

#[pyclass(subclas)]
struct C {}

fn main() {}
