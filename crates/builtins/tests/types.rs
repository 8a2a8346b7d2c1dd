//! The class `type` through the Rust API: calling it, attributes of classes, changing bases.

mod common;

use common::{message, runtime};
use objmodel::{Result, Runtime, Type, Value};

fn text(rt: &mut Runtime, value: &Value) -> Result<String> {
    let shown = rt.repr(value)?;
    Ok(shown.read(rt).as_str().into_owned())
}

#[test]
fn type_of_one_argument_is_its_class() -> Result<()> {
    let mut rt = runtime();
    let metaclass = rt.types().r#type.clone();
    let seven = rt.int(7)?;
    let class = rt.call(&metaclass, [seven.as_ref()])?;
    assert!(class.is(&rt.types().int));
    assert_eq!(text(&mut rt, &class)?, "<class 'int'>");
    let outcome = rt.call(&metaclass, [seven.as_ref(), seven.as_ref()]);
    assert_eq!(message(&mut rt, outcome), "type() takes 1 or 3 arguments");
    Ok(())
}

#[test]
fn type_of_three_arguments_makes_a_class() -> Result<()> {
    let mut rt = runtime();
    let metaclass = rt.types().r#type.clone();
    let (name, bases, namespace) = (rt.str("Made")?, rt.tuple([].into_iter())?, rt.dict()?);
    let made = rt.call(&metaclass, [name.as_ref(), bases.as_ref(), namespace.as_ref()])?;
    let class = rt.as_type(made.as_ref()).expect("a class").to_gc();
    let other = rt.str("Other")?;
    rt.set_name(&class, &other, "Other");
    assert_eq!(class.read(&rt).name(), "Other");
    assert_eq!(class.read(&rt).qualname(), "Made");
    assert_eq!(text(&mut rt, &made)?, "<class 'Other'>");
    let outcome = rt.call(&metaclass, [bases.as_ref(), bases.as_ref(), namespace.as_ref()]);
    assert_eq!(message(&mut rt, outcome), "type.__new__() argument 1 must be str, not tuple");
    Ok(())
}

#[test]
fn native_classes_cannot_be_changed() -> Result<()> {
    let mut rt = runtime();
    let int = rt.types().int.clone();
    let (name, value) = (rt.intern("colour")?, rt.int(1)?);
    let outcome = rt.setattr(&int, &name, &value);
    assert_eq!(message(&mut rt, outcome), "cannot set 'colour' attribute of immutable type 'int'");
    Ok(())
}

#[test]
fn bases_can_be_replaced_and_lookups_follow() -> Result<()> {
    let mut rt = runtime();
    let (one, two) = (rt.int(1)?, rt.int(2)?);
    let a = rt.class("A").attribute("x", one).build(&mut rt)?;
    let b = rt.class("B").attribute("x", two).build(&mut rt)?;
    // A class in between: `object` itself is laid out otherwise than a class with a dict.
    let c = rt.class("C").base(&a).build(&mut rt)?;
    let d = rt.class("D").base(&c).build(&mut rt)?;
    let name = rt.intern("x")?;
    assert_eq!(rt.getattr(&d, &name)?.as_small_int(), Some(1));
    rt.set_bases(&c, vec![Value::clone(&b)])?;
    assert_eq!(rt.getattr(&d, &name)?.as_small_int(), Some(2));
    assert!(rt.live_subclasses(&a).is_empty());
    assert!(rt.live_subclasses(&b)[0].is(&c));
    let outcome = rt.set_bases(&c, vec![Value::clone(&d)]);
    assert_eq!(message(&mut rt, outcome), "a __bases__ item causes an inheritance cycle");
    Ok(())
}

/// All classes of the module `builtins`, and those that have no name there.
fn native_classes(rt: &mut Runtime) -> Vec<Type> {
    let mut classes: Vec<Type> = rt.types().all().into_iter().cloned().collect();
    let named: Vec<Value> = rt.builtins().read(rt).iter().map(|e| e.value.clone()).collect();
    for value in named {
        if let Some(class) = rt.as_type(value.as_ref()).map(|class| class.to_gc()) {
            classes.push(class);
        }
    }
    classes
}

#[test]
fn looking_into_a_class_takes_what_was_set_aside() -> Result<()> {
    let mut rt = runtime();
    let classes = native_classes(&mut rt);
    for class in &classes {
        let before = rt.heap().bytes().used();
        let entries = rt.namespace(class).read(&rt).len();
        let after = rt.heap().bytes().used();
        let name = class.read(&rt).name();
        assert!(after <= before, "{name}: {entries} entries took {} bytes more", after - before);
    }
    Ok(())
}

#[test]
fn looking_into_a_class_works_at_the_byte_limit() -> Result<()> {
    let mut rt = runtime();
    let used = rt.heap().bytes().used();
    rt.heap().bytes().set_limit(used);
    for class in native_classes(&mut rt) {
        assert!(!rt.namespace(&class).read(&rt).is_empty());
    }
    assert_eq!(rt.heap().bytes().limit(), used);
    Ok(())
}

#[test]
fn subclasses_have_the_slots_that_names_resolve_to() -> Result<()> {
    let mut rt = runtime();
    let three = |rt: &mut Runtime, _: [objmodel::Borrowed<'_>; 1]| rt.int(3);
    let base = rt.class("Base").def("__len__", three).build(&mut rt)?;
    let mixin = rt.class("Mixin").def("__hash__", three).build(&mut rt)?;
    let both = rt.class("Both").base(&base).base(&mixin).build(&mut rt)?;
    let last = rt.class("Last").base(&both).build(&mut rt)?;
    let object = rt.call(&last, ())?;
    assert_eq!((rt.len(&object)?, rt.hash(object.as_ref())?), (3, 3));
    // A name that comes to a base, or goes, changes the subclasses that took over its slots.
    let name = rt.intern("__bool__")?;
    let never = rt.function("__bool__", "(me, /)", |_, _| Ok(false))?;
    rt.set_class_attribute(&mixin, &name, never)?;
    assert!(rt.is_true(object.as_ref()).is_err(), "a native function does not bind its argument");
    rt.delete_class_attribute(&mixin, &name)?;
    assert!(rt.is_true(object.as_ref())?);
    let name = rt.intern("__len__")?;
    rt.delete_class_attribute(&base, &name)?;
    assert!(rt.len(&object).is_err());
    Ok(())
}
