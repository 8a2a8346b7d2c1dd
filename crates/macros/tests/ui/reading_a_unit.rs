use objmodel::prelude::*;

#[derive(FromPyObject)]
struct S;

fn main() {}
