//! `types`: the classes that no expression of this host reaches; the rest is written in Python.

use objmodel::gc::Trace;
use objmodel::objects::dict::Dict;
use objmodel::types::spec::ClassSpec;
use objmodel::{Payload, Result, Runtime, Value};

mod simple_namespace;

use simple_namespace::{SIMPLE_NAMESPACE, SimpleNamespace};

use crate::module::ModuleSpec;

/// The payload of capsules, of which there is none: only C code makes them.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Capsule {}

impl Payload for Capsule {}

const CAPSULE: ClassSpec = ClassSpec {
    name: "PyCapsule",
    doc: Some("What extension modules of C hand pointers to each other in."),
    subclassable: false,
    ..ClassSpec::DEFAULT
}
.checked();

/// Puts the class `SimpleNamespace` under a name into a module's namespace.
pub(crate) fn define_namespaces(rt: &mut Runtime, namespace: &Dict, name: &str) -> Result<()> {
    let class = match rt.type_for::<SimpleNamespace>() {
        Some(class) => class.clone(),
        None => rt.register_type::<SimpleNamespace>(&SIMPLE_NAMESPACE)?,
    };
    crate::module::constant(rt, namespace, name, class.into_value())
}

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let coroutine = Value::clone(&rt.types().coroutine);
    crate::module::constant(rt, namespace, "CoroutineType", coroutine)?;
    let async_generator = Value::clone(&rt.types().async_generator);
    crate::module::constant(rt, namespace, "AsyncGeneratorType", async_generator)?;
    let capsule = rt.register_type::<Capsule>(&CAPSULE)?.into_value();
    crate::module::constant(rt, namespace, "_capsule", capsule)?;
    crate::module::class_of_table::<SimpleNamespace>(rt, namespace, &SIMPLE_NAMESPACE).map(drop)
}

pub(crate) const TYPES: ModuleSpec =
    ModuleSpec::new("types").fill(fill).python(include_str!("types.py"));
