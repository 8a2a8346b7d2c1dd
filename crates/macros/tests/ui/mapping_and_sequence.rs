use objmodel::prelude::*;

#[pyclass(mapping, sequence)]
struct C {}

fn main() {}
