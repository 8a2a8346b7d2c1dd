use objmodel::prelude::*;

#[pyclass(get_all)]
struct C {
    lock: std::sync::Mutex<i64>,
}

fn main() {}
