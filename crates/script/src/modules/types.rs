//! `types`: the classes that no expression of this host reaches; the rest is written in Python.

use objmodel::objects::dict::Dict;
use objmodel::{Result, Runtime, Value};

use super::simple_namespace::{SIMPLE_NAMESPACE, SimpleNamespace};

pub(super) fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let coroutine = Value::clone(&rt.types().coroutine);
    super::constant(rt, namespace, "CoroutineType", coroutine)?;
    let async_generator = Value::clone(&rt.types().async_generator);
    super::constant(rt, namespace, "AsyncGeneratorType", async_generator)?;
    super::class::<SimpleNamespace>(rt, namespace, &SIMPLE_NAMESPACE).map(drop)
}
