//! `object`, descriptors and methods through the Rust API.

mod common;

use common::{attribute, message, runtime};
use objmodel::{AttrCache, LoadedMethod, Result, Runtime, Type, Value, singletons};

#[test]
fn instances_are_made_by_new_and_initialized() -> Result<()> {
    let mut rt = runtime();
    let point = rt
        .class("Point")
        .def("__init__", |rt, [me, x]| {
            let name = rt.intern("x")?;
            rt.setattr(me, &name, x)?;
            Ok(singletons::none())
        })
        .build(&mut rt)?;
    let seven = rt.int(7)?;
    let p = rt.call(&point, [seven.as_ref()])?;
    assert_eq!(attribute(&mut rt, &p, "x")?.as_small_int(), Some(7));
    let plain = rt.class("Plain").build(&mut rt)?;
    let outcome = rt.call(&plain, [seven.as_ref()]);
    assert_eq!(message(&mut rt, outcome), "Plain() takes no arguments");
    let wrong = rt.class("Wrong").def("__init__", |rt, [_me]| rt.int(1)).build(&mut rt)?;
    let outcome = rt.call(&wrong, ());
    assert_eq!(message(&mut rt, outcome), "__init__() should return None, not 'int'");
    Ok(())
}

#[test]
fn slots_are_fields_with_descriptors() -> Result<()> {
    let mut rt = runtime();
    let names = ["b", "a"].map(|name| rt.str(name).map(|name| name.into_value()));
    let [b, a] = names;
    let slots = rt.tuple([b?, a?].into_iter())?.into_value();
    let class = rt.class("Slotted").attribute("__slots__", slots).build(&mut rt)?;
    let object = rt.call(&class, ())?;
    let outcome = attribute(&mut rt, &object, "a");
    assert_eq!(message(&mut rt, outcome), "'Slotted' object has no attribute 'a'");
    let (name, value) = (rt.intern("a")?, rt.int(5)?);
    rt.setattr(&object, &name, &value)?;
    assert_eq!(attribute(&mut rt, &object, "a")?.as_small_int(), Some(5));
    rt.delattr(&object, &name)?;
    assert!(rt.lookup_attr(&object, &name)?.is_none());
    assert!(rt.delattr(&object, &name).is_err());
    let member = attribute(&mut rt, &Value::clone(&class), "b")?;
    let shown = rt.repr(&member)?;
    assert_eq!(shown.read(&rt).as_str(), "<member 'b' of 'Slotted' objects>");
    Ok(())
}

#[test]
fn a_property_computes_and_refuses_with_its_name() -> Result<()> {
    let mut rt = runtime();
    let getter = rt.function("x", "(me, /)", |rt, _| rt.int(42))?;
    let property = rt.types().property.clone();
    let property = rt.call(&property, [getter.as_ref()])?;
    let class = rt.class("C").attribute("x", property).build(&mut rt)?;
    let object = rt.call(&class, ())?;
    assert_eq!(attribute(&mut rt, &object, "x")?.as_small_int(), Some(42));
    let (name, value) = (rt.intern("x")?, rt.int(5)?);
    let outcome = rt.delattr(&object, &name);
    assert_eq!(message(&mut rt, outcome), "property 'x' of 'C' object has no deleter");
    assert!(rt.setattr(&object, &name, &value).is_err());
    Ok(())
}

#[test]
fn methods_bind_and_wrappers_check_their_receiver() -> Result<()> {
    let mut rt = runtime();
    let class = rt.class("C").def("me", |_, [me]| Ok(me.to_value())).build(&mut rt)?;
    let object = rt.call(&class, ())?;
    let bound = attribute(&mut rt, &object, "me")?;
    assert!(rt.call(&bound, ())?.is(&object));
    let type_class = rt.types().r#type.clone();
    let root = Value::clone(&rt.types().object);
    let hash = attribute(&mut rt, &root, "__hash__")?;
    let shown = rt.repr(&hash)?;
    assert_eq!(shown.read(&rt).as_str(), "<slot wrapper '__hash__' of 'object' objects>");
    let outcome = rt.call(&hash, ());
    assert_eq!(
        message(&mut rt, outcome),
        "descriptor '__hash__' of 'object' object needs an argument"
    );
    let call = rt.intern("__call__")?;
    let wrapper = rt.lookup(&type_class, &call).expect("type has __call__");
    let outcome = rt.call(&wrapper, [object.as_ref()]);
    assert_eq!(
        message(&mut rt, outcome),
        "descriptor '__call__' requires a 'type' object but received a 'C'"
    );
    Ok(())
}

#[test]
fn a_class_can_change_only_to_one_laid_out_alike() -> Result<()> {
    let mut rt = runtime();
    let (a, b) = (rt.class("A").build(&mut rt)?, rt.class("B").build(&mut rt)?);
    let slot = rt.str("x")?.into_value();
    let c = rt.class("C").attribute("__slots__", slot).build(&mut rt)?;
    let object = rt.call(&a, ())?;
    let name = rt.intern("__class__")?;
    rt.setattr(&object, &name, &b)?;
    assert!(rt.type_of(object.as_ref()).is(&b));
    let outcome = rt.setattr(&object, &name, &c);
    assert_eq!(
        message(&mut rt, outcome),
        "__class__ assignment: 'C' object layout differs from 'B'"
    );
    let int = rt.types().int.clone();
    let outcome = rt.setattr(&object, &name, &int);
    assert_eq!(
        message(&mut rt, outcome),
        "__class__ assignment only supported for mutable types or ModuleType subclasses"
    );
    Ok(())
}

/// `class` with an attribute `x` of its instances that went through a cache.
fn read_x(rt: &mut Runtime, object: &Value, cache: &AttrCache) -> Result<Option<i64>> {
    let name = rt.intern("x")?;
    Ok(rt.getattr_cached(object.as_ref(), &name, cache)?.as_small_int())
}

#[test]
fn caches_notice_every_change() -> Result<()> {
    let mut rt = runtime();
    let class: Type = rt.class("C").def("m", |rt, [_me]| rt.int(1)).build(&mut rt)?;
    let (one, two) = (rt.call(&class, ())?, rt.call(&class, ())?);
    let x = rt.intern("x")?;
    for (object, value) in [(&one, 10), (&two, 20)] {
        let value = rt.int(value)?;
        rt.setattr(object, &x, &value)?;
    }
    let cache = AttrCache::default();
    for _ in 0..2 {
        assert_eq!(read_x(&mut rt, &one, &cache)?, Some(10));
        assert_eq!(read_x(&mut rt, &two, &cache)?, Some(20));
    }
    let eleven = rt.int(11)?;
    rt.setattr_cached(one.as_ref(), &x, eleven, &cache)?;
    assert_eq!(read_x(&mut rt, &one, &cache)?, Some(11));

    let m = rt.intern("m")?;
    for _ in 0..2 {
        let loaded = rt.load_method(one.as_ref(), &m)?;
        assert!(matches!(loaded, LoadedMethod::Unbound(_)));
    }
    let hidden = rt.int(3)?;
    rt.setattr(&one, &m, &hidden)?;
    let loaded = rt.load_method(one.as_ref(), &m)?;
    assert!(matches!(loaded, LoadedMethod::Bound(value) if value.as_small_int() == Some(3)));

    // A data descriptor on the class now hides the instances' attribute.
    let getter = rt.function("x", "(me, /)", |rt, _| rt.int(99))?;
    let property = rt.types().property.clone();
    let property = rt.call(&property, [getter.as_ref()])?;
    rt.set_class_attribute(&class, &x, property)?;
    assert_eq!(read_x(&mut rt, &one, &cache)?, Some(99));
    Ok(())
}
