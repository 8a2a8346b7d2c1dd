use objmodel::prelude::*;

fn f(rt: &mut Runtime, object: &Value) -> Result {
    rt.getattr(object, 1)
}

fn main() {}
