use objmodel::prelude::*;

#[pyclass]
struct C<T> {
    a: T,
}

fn main() {}
