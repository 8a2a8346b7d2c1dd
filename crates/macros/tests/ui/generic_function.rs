use objmodel::prelude::*;

#[pyfunction]
fn f<T>(a: T) {}

fn main() {}
