use objmodel::prelude::*;

#[pyclass]
enum C {}

fn main() {}
