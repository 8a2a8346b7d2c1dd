use objmodel::prelude::*;

#[pyclass]
struct B {}

#[pyclass(extends = B)]
struct C {}

fn f(rt: &mut Runtime) -> Result<Py<C>> {
    Py::new(rt, (C {}, B {}))
}

fn main() {}
