use objmodel::prelude::*;

#[pyclass]
struct C {}

#[pyproto]
impl PyOtherProtocol for C {}

fn main() {}
