use objmodel::prelude::*;

fn f(rt: &mut Runtime, callee: &Value) -> Result {
    rt.call(callee, 1)
}

fn main() {}
