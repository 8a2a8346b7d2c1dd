use objmodel::prelude::*;

#[pymodule]
fn m(rt: &mut Runtime) {}

fn main() {}
