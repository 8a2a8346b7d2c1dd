//! Classes made from Rust: layout, order, slots, attributes, all without the built-in types.

use objmodel::{BinaryOp, Result, Runtime, Value, singletons};

fn message(rt: &mut Runtime, outcome: Result<impl Sized>) -> String {
    let Err(raise) = outcome else { return "no error".to_owned() };
    let exception = raise.into_exception().expect("an exception, no halt");
    let payload = exception.get::<objmodel::objects::exception::ExceptionObject>(rt);
    let args = &payload.expect("an exception object").args;
    let text = args.read(rt).items()[0].clone();
    rt.text_of(text.as_ref()).into_owned()
}

/// A class without native `__new__` still makes instances through the heap.
fn instance(rt: &Runtime, class: &objmodel::Type) -> Result {
    use objmodel::objects::instance::Instance;
    rt.alloc(class, Instance).map(objmodel::Gc::into_value)
}

#[test]
fn operators_are_found_by_special_name_and_follow_later_changes() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let class = rt
        .class("Meters")
        .def("__add__", |rt, [_me, _other]| rt.int(1))
        .def("__radd__", |rt, [_me, _other]| rt.int(2))
        .build(&mut rt)?;
    let m = instance(&rt, &class)?;
    let three = rt.int(3)?;
    assert_eq!(rt.add(&m, &three)?.as_small_int(), Some(1));
    assert_eq!(rt.add(&three, &m)?.as_small_int(), Some(2));
    let outcome = rt.sub(&m, &three);
    assert_eq!(message(&mut rt, outcome), "unsupported operand type(s) for -: 'Meters' and 'int'");
    let name = rt.intern("__sub__")?;
    let subtract = rt.function("__sub__", "(other, /)", |rt, _| rt.int(4))?;
    rt.set_class_attribute(&class, &name, subtract)?;
    assert_eq!(rt.sub(&m, &three)?.as_small_int(), Some(4));
    rt.delete_class_attribute(&class, &name)?;
    assert!(rt.binary(BinaryOp::Sub, &m, &three).is_err());
    Ok(())
}

#[test]
fn a_subclass_on_the_right_goes_first_only_if_it_overrides() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let base = rt
        .class("Base")
        .def("__add__", |rt, [_me, _other]| rt.int(1))
        .def("__radd__", |rt, [_me, _other]| rt.int(2))
        .build(&mut rt)?;
    let plain = rt.class("Plain").base(&base).build(&mut rt)?;
    let other = rt
        .class("Other")
        .base(&base)
        .def("__radd__", |rt, [_me, _other]| rt.int(3))
        .build(&mut rt)?;
    let (a, b, c) = (instance(&rt, &base)?, instance(&rt, &plain)?, instance(&rt, &other)?);
    assert_eq!(rt.add(&a, &b)?.as_small_int(), Some(1));
    assert_eq!(rt.add(&a, &c)?.as_small_int(), Some(3));
    Ok(())
}

#[test]
fn c3_refuses_contradicting_orders() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let a = rt.class("A").build(&mut rt)?;
    let b = rt.class("B").build(&mut rt)?;
    let ab = rt.class("AB").base(&a).base(&b).build(&mut rt)?;
    let ba = rt.class("BA").base(&b).base(&a).build(&mut rt)?;
    let outcome = rt.class("C").base(&ab).base(&ba).build(&mut rt);
    assert_eq!(
        message(&mut rt, outcome),
        "Cannot create a consistent method resolution order (MRO) for bases A, B"
    );
    let outcome = rt.class("D").base(&a).base(&a).build(&mut rt);
    assert_eq!(message(&mut rt, outcome), "duplicate base class A");
    Ok(())
}

#[test]
fn attributes_lie_in_fields_and_stay_live_through_the_dict() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let class = rt.class("Point").build(&mut rt)?;
    let p = instance(&rt, &class)?;
    let names = ["x", "y", "z"];
    for (n, name) in names.into_iter().enumerate() {
        let (name, value) = (rt.intern(name)?, rt.int(n as i64)?);
        rt.setattr(&p, &name, &value)?;
    }
    let q = instance(&rt, &class)?;
    let (x, y) = (rt.intern("x")?, rt.intern("y")?);
    let seven = rt.int(7)?;
    rt.setattr(&q, &x, &seven)?;
    assert_eq!(rt.getattr(&q, &x)?.as_small_int(), Some(7));
    assert_eq!(rt.getattr(&p, &y)?.as_small_int(), Some(1));

    let dict = rt.instance_dict(p.as_ref())?.expect("instances of Point have a dict");
    assert_eq!(dict.read(&rt).len(), 3);
    rt.dict_set_name(&dict, &x, seven.clone())?;
    assert_eq!(rt.getattr(&p, &x)?.as_small_int(), Some(7));
    rt.delattr(&p, &y)?;
    assert_eq!(dict.read(&rt).len(), 2);
    let outcome = rt.getattr(&p, &y);
    assert_eq!(message(&mut rt, outcome), "'Point' object has no attribute 'y'");
    assert!(rt.lookup_attr(&p, &y)?.is_none());
    Ok(())
}

#[test]
fn many_attributes_and_many_shapes_fall_back_to_dicts() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let class = rt.class("Bag").build(&mut rt)?;
    let bag = instance(&rt, &class)?;
    for n in 0..1000 {
        let (name, value) = (rt.intern(&format!("a{n}"))?, rt.int(n)?);
        rt.setattr(&bag, &name, &value)?;
    }
    for n in 0..1000 {
        let name = rt.intern(&format!("a{n}"))?;
        assert_eq!(rt.getattr(&bag, &name)?.as_small_int(), Some(n));
    }
    Ok(())
}

#[test]
fn two_slotted_bases_conflict() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let slotted = |rt: &mut Runtime, name: &str, slot: &str| {
        let slots = rt.str(slot)?.into_value();
        rt.class(name).attribute("__slots__", slots).build(rt)
    };
    let (a, b) = (slotted(&mut rt, "A", "x")?, slotted(&mut rt, "B", "y")?);
    let outcome = rt.class("C").base(&a).base(&b).build(&mut rt);
    assert_eq!(message(&mut rt, outcome), "multiple bases have instance lay-out conflict");
    let x = instance(&rt, &a)?;
    let (name, value) = (rt.intern("other")?, rt.int(1)?);
    let outcome = rt.setattr(&x, &name, &value);
    assert_eq!(
        message(&mut rt, outcome),
        "'A' object has no attribute 'other' and no __dict__ for setting new attributes"
    );
    Ok(())
}

#[test]
fn dropping_a_runtime_frees_its_classes_and_cycles() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let class = rt.class("Node").build(&mut rt)?;
    let node = instance(&rt, &class)?;
    let name = rt.intern("itself")?;
    rt.setattr(&node, &name, node.clone())?;
    drop((node, class));
    let before = rt.heap().bytes().used();
    let collected = objmodel::gc::collect(&mut rt, 2);
    assert!(collected.collected > 0);
    assert!(rt.heap().bytes().used() < before);
    rt.heap().verify().expect("counts equal edges plus outside handles");
    Ok(())
}

#[test]
fn truth_and_length_go_by_the_class() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let empty = rt.class("Empty").def("__len__", |rt, [_me]| rt.int(0)).build(&mut rt)?;
    let e = instance(&rt, &empty)?;
    assert!(!rt.is_true(e.as_ref())?);
    assert_eq!(rt.len(&e)?, 0);
    let wrong = rt.class("Wrong").def("__bool__", |rt, [_me]| rt.int(1)).build(&mut rt)?;
    let w = instance(&rt, &wrong)?;
    let outcome = rt.is_true(w.as_ref());
    assert_eq!(message(&mut rt, outcome), "__bool__ should return bool, returned int");
    let none: Value = singletons::none();
    let outcome = rt.len(&none);
    assert_eq!(message(&mut rt, outcome), "object of type 'NoneType' has no len()");
    Ok(())
}
