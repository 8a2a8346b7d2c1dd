use objmodel::prelude::*;

#[pyclass(extends = String)]
struct C {}

fn main() {}
