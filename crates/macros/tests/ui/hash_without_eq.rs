use objmodel::prelude::*;

#[pyclass(hash, frozen)]
#[derive(Hash)]
struct C {}

fn main() {}
