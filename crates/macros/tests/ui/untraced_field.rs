use objmodel::prelude::*;

#[pyclass]
struct C {
    values: std::rc::Weak<Value>,
}

fn main() {}
