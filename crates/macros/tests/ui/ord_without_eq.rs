use objmodel::prelude::*;

#[pyclass(ord)]
struct C {}

fn main() {}
