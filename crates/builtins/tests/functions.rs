//! Built-in functions through the Rust API: `isinstance` with its hooks, attributes, binding.

mod common;

use common::{message, runtime};
use objmodel::{Borrowed, CallArgs, Result, Runtime, Value, singletons};

fn builtin(rt: &mut Runtime, name: &str) -> Value {
    let name = rt.intern(name).expect("memory for a name");
    let namespace = rt.builtins().clone();
    rt.dict_get_name(&namespace, &name).expect("a built-in name")
}

fn ask(rt: &mut Runtime, function: &str, args: &[Borrowed<'_>]) -> Result<bool> {
    let function = builtin(rt, function);
    let answer = rt.call_with(function.as_ref(), CallArgs::positional(args))?;
    Ok(singletons::as_bool(&answer).expect("True or False"))
}

#[test]
fn isinstance_goes_through_tuples_and_claims() -> Result<()> {
    let mut rt = runtime();
    let (int, object) = (rt.types().int.clone(), rt.types().object.clone());
    let text = rt.types().str.clone();
    let truth = singletons::bool(true);
    assert!(ask(&mut rt, "isinstance", &[truth.as_ref(), int.as_ref()])?);
    let inner = rt.tuple([Value::clone(&int)].into_iter())?.into_value();
    let outer = rt.tuple([Value::clone(&text), inner].into_iter())?;
    assert!(ask(&mut rt, "isinstance", &[truth.as_ref(), outer.as_ref()])?);
    assert!(!ask(&mut rt, "isinstance", &[object.as_ref(), outer.as_ref()])?);
    let pretender = rt.class("P").attribute("__class__", Value::clone(&int)).build(&mut rt)?;
    let pretender = rt.call(&pretender, ())?;
    assert!(ask(&mut rt, "isinstance", &[pretender.as_ref(), int.as_ref()])?);
    let outcome = ask(&mut rt, "isinstance", &[truth.as_ref(), truth.as_ref()]);
    assert_eq!(
        message(&mut rt, outcome),
        "isinstance() arg 2 must be a type, a tuple of types, or a union"
    );
    let outcome = ask(&mut rt, "issubclass", &[truth.as_ref(), int.as_ref()]);
    assert_eq!(message(&mut rt, outcome), "issubclass() arg 1 must be a class");
    Ok(())
}

#[test]
fn a_metaclass_decides_about_instances() -> Result<()> {
    let mut rt = runtime();
    let type_ = rt.types().r#type.clone();
    let meta = rt
        .class("Meta")
        .base(&type_)
        .def("__instancecheck__", |rt, [_cls, instance]| rt.is_true(instance).map(singletons::bool))
        .build(&mut rt)?;
    let (name, bases, namespace) = (rt.str("C")?, rt.tuple([].into_iter())?, rt.dict()?);
    let class = rt.call(&meta, [name.as_ref(), bases.as_ref(), namespace.as_ref()])?;
    let (zero, one) = (rt.int(0)?, rt.int(1)?);
    assert!(ask(&mut rt, "isinstance", &[one.as_ref(), class.as_ref()])?);
    assert!(!ask(&mut rt, "isinstance", &[zero.as_ref(), class.as_ref()])?);
    let instance = rt.call(&class, ())?;
    assert!(ask(&mut rt, "isinstance", &[instance.as_ref(), class.as_ref()])?);
    Ok(())
}

#[test]
fn arguments_are_bound_with_cpythons_messages() -> Result<()> {
    let mut rt = runtime();
    let none = singletons::none();
    for (function, args, expected) in [
        ("len", vec![], "len() takes exactly one argument (0 given)"),
        ("len", vec![none.as_ref()], "object of type 'NoneType' has no len()"),
        ("hasattr", vec![none.as_ref()], "hasattr expected 2 arguments, got 1"),
        ("next", vec![none.as_ref()], "'NoneType' object is not an iterator"),
        ("any", vec![none.as_ref()], "'NoneType' object is not iterable"),
        ("pow", vec![none.as_ref()], "pow() missing required argument 'exp' (pos 2)"),
    ] {
        let callee = builtin(&mut rt, function);
        let outcome = rt.call_with(callee.as_ref(), CallArgs::positional(&args));
        assert_eq!(message(&mut rt, outcome), expected, "{function}");
    }
    Ok(())
}
