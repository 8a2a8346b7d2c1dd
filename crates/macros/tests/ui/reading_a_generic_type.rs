use objmodel::prelude::*;

#[derive(FromPyObject)]
struct S<T> {
    a: T,
}

fn main() {}
