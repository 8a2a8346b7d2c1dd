use objmodel::prelude::*;

#[derive(IntoPyObject)]
struct S;

fn main() {}
