//! `types`: the classes that no expression of this host reaches; the rest is written in Python.

use objmodel::objects::dict::Dict;
use objmodel::{Result, Runtime, Value};

mod simple_namespace;

use simple_namespace::{SIMPLE_NAMESPACE, SimpleNamespace};

use crate::module::ModuleSpec;

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let coroutine = Value::clone(&rt.types().coroutine);
    crate::module::constant(rt, namespace, "CoroutineType", coroutine)?;
    let async_generator = Value::clone(&rt.types().async_generator);
    crate::module::constant(rt, namespace, "AsyncGeneratorType", async_generator)?;
    crate::module::class::<SimpleNamespace>(rt, namespace, &SIMPLE_NAMESPACE).map(drop)
}

pub(crate) const TYPES: ModuleSpec =
    ModuleSpec::new("types").fill(fill).python(include_str!("types.py"));
