//! Classes that are built at run time: owners, receivers, signatures, state, buffers.

mod common;

use common::{attribute, message, runtime};
use objmodel::objects::bytes::BytesObject;
use objmodel::prelude::*;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Payload, Trace};

fn text(rt: &mut Runtime, value: &Value) -> String {
    let repr = rt.repr(value).expect("a repr");
    repr.read(rt).as_str().into_owned()
}

#[test]
fn methods_know_their_class() -> Result<()> {
    let mut rt = runtime();
    let class = rt
        .class("M")
        .def("f", |_, [_me, _a]| Ok(()))
        .def_static("s", |_, [_a]| Ok(()))
        .class_method("c", "()", |_, class, _| Ok(class.to_value()))
        .getter("g", |_, _| Ok(1))
        .build(&mut rt)?;
    let class = Value::clone(&class);
    for (name, qualname, repr) in [
        ("f", "'M.f'", "<method 'f' of 'M' objects>"),
        ("s", "'M.s'", "<built-in method s of type object at 0x"),
        ("c", "'M.c'", "<built-in method c of type object at 0x"),
    ] {
        let method = attribute(&mut rt, &class, name)?;
        let found = attribute(&mut rt, &method, "__qualname__")?;
        assert_eq!(text(&mut rt, &found), qualname);
        assert!(text(&mut rt, &method).starts_with(repr), "{}", text(&mut rt, &method));
    }
    for (name, repr) in [("f", "'($self, a, /)'"), ("s", "'(a, /)'")] {
        let method = attribute(&mut rt, &class, name)?;
        let found = attribute(&mut rt, &method, "__text_signature__")?;
        assert_eq!(text(&mut rt, &found), repr);
    }
    let method = attribute(&mut rt, &class, "f")?;
    let owner = attribute(&mut rt, &method, "__objclass__")?;
    assert!(owner.is(&class));
    let getter = attribute(&mut rt, &class, "g")?;
    assert_eq!(text(&mut rt, &getter), "<attribute 'g' of 'M' objects>");
    Ok(())
}

#[test]
fn a_method_refuses_the_instances_of_other_classes() -> Result<()> {
    let mut rt = runtime();
    let class = rt
        .class("p.M")
        .def("f", |_, [_me, _a]| Ok(()))
        .def("__add__", |_, [_me, _a]| Ok(7))
        .build(&mut rt)?;
    let one = rt.int(1)?;
    let expected = "descriptor 'f' for 'p.M' objects doesn't apply to a 'int' object";
    let method = attribute(&mut rt, &class, "f")?;
    let outcome = rt.call(&method, [one.as_ref(), one.as_ref()]);
    assert_eq!(message(&mut rt, outcome), expected);
    // Also where an operator finds it in another class.
    let add = attribute(&mut rt, &class, "__add__")?;
    let thief = rt.class("Thief").attribute("__add__", add).build(&mut rt)?;
    let object = rt.call(&thief, ())?;
    let outcome = rt.add(&object, &one);
    assert_eq!(
        message(&mut rt, outcome),
        "descriptor '__add__' for 'p.M' objects doesn't apply to a 'Thief' object"
    );
    Ok(())
}

#[test]
fn arguments_are_bound_by_the_signature() -> Result<()> {
    let mut rt = runtime();
    let class = rt
        .class("M")
        .def("f", |_, [_me, _a]| Ok(()))
        .method("g", "(a, b=2, *, c=3)", |rt, _, args| {
            let number = |rt: &mut Runtime, at, default| {
                args.get(at).map_or(Ok(default), |value| i64::extract(value, rt))
            };
            Ok((number(rt, 0, 0)?, number(rt, 1, 2)?, number(rt, 2, 3)?))
        })
        .build(&mut rt)?;
    let object = rt.call(&class, ())?;
    let bound = attribute(&mut rt, &object, "f")?;
    let outcome = rt.call(&bound, ());
    assert_eq!(message(&mut rt, outcome), "M.f() takes exactly one argument (0 given)");
    let bound = attribute(&mut rt, &object, "g")?;
    let outcome = rt.call(&bound, ());
    assert_eq!(message(&mut rt, outcome), "g() missing required argument 'a' (pos 1)");
    let (one, nine, name) = (rt.int(1)?, rt.int(9)?, rt.intern("c")?);
    let (given, names) = ([one.as_ref(), nine.as_ref()], [name.as_ref()]);
    let answer = rt.call_with(bound.as_ref(), CallArgs::with_names(&given, &names))?;
    assert_eq!(text(&mut rt, &answer), "(1, 2, 9)");
    let broken = rt.class("B").method("m", "(x /)", |_, _, _| Ok(())).build(&mut rt);
    assert_eq!(message(&mut rt, broken), "signature of m(): 'x /' is not a parameter");
    Ok(())
}

#[test]
fn special_methods_take_both_their_arities_and_bind_as_in_a_class_statement() -> Result<()> {
    let mut rt = runtime();
    let class = rt
        .class("K")
        .def("__pow__", |_, [_me, other, modulus]| Ok((other.to_value(), modulus.to_value())))
        .def("__round__", |_, [_me, digits]| Ok(digits.to_value()))
        .def("__class_getitem__", |_, [class, key]| Ok((class.to_value(), key.to_value())))
        .def("__init_subclass__", |_, [_class]| Ok(()))
        .build(&mut rt)?;
    let (object, two, five) = (rt.call(&class, ())?, rt.int(2)?, rt.int(5)?);
    let none = objmodel::singletons::none();
    let answer = rt.pow(object.as_ref(), two.as_ref(), none.as_ref())?;
    assert_eq!(text(&mut rt, &answer), "(2, None)");
    let answer = rt.pow(object.as_ref(), two.as_ref(), five.as_ref())?;
    assert_eq!(text(&mut rt, &answer), "(2, 5)");
    let answer = rt.get_item(&class, &two)?;
    assert_eq!(text(&mut rt, &answer), "(<class 'K'>, 2)");
    let round = rt.builtin("round").expect("a built-in function");
    assert_eq!(rt.call(&round, (&object,))?.extract::<Option<i64>>(&mut rt)?, None);
    assert_eq!(rt.call(&round, (&object, 3))?.extract::<i64>(&mut rt)?, 3);
    let descriptor = rt
        .class("D")
        .def("__get__", |_, [_me, instance, owner]| Ok((instance.to_value(), owner.to_value())))
        .build(&mut rt)?;
    let descriptor = rt.call(&descriptor, ())?;
    let holder = rt.class("H").attribute("d", descriptor.clone()).build(&mut rt)?;
    assert_eq!(rt.getattr(&holder, "d")?.bind(&mut rt).repr()?, "(None, <class 'H'>)");
    let answer = rt.call_method(&descriptor, "__get__", (1,))?;
    assert_eq!(answer.bind(&mut rt).repr()?, "(1, None)");
    rt.class("Sub").base(&class).build(&mut rt)?;
    Ok(())
}

#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Account {
    owner: Value,
    balance: f64,
}

impl Payload for Account {}

#[test]
fn instances_have_state_that_closures_change() -> Result<()> {
    let mut rt = runtime();
    let class = rt
        .class("bank.Account")
        .constructor("(owner, balance=0)", |rt, args| {
            let balance = args.get(1).map_or(Ok(0.0), |value| f64::extract(value, rt))?;
            Ok(Account { owner: args.at(0).to_value(), balance })
        })
        .method("deposit", "(amount)", |rt, me, args| {
            let amount = f64::extract(args.at(0), rt)?;
            let Some(account) = me.get_mut::<Account>(rt) else { return Ok(0.0) };
            account.balance += amount;
            Ok(account.balance)
        })
        .getter("owner", |rt, me| Ok(me.get::<Account>(rt).map(|account| account.owner.clone())))
        .setter("owner", |rt, me, value| {
            if let Some(account) = me.get_mut::<Account>(rt) {
                account.owner = value.to_value();
            }
            Ok(())
        })
        .build(&mut rt)?;
    let sam = rt.str("sam")?;
    let account = rt.call(&class, [sam.as_ref()])?;
    assert!(text(&mut rt, &account).starts_with("<bank.Account object at 0x"));
    let deposit = attribute(&mut rt, &account, "deposit")?;
    let five = rt.int(5)?;
    let answer = rt.call(&deposit, [five.as_ref()])?;
    assert_eq!(text(&mut rt, &answer), "5.0");
    let owner = rt.intern("owner")?;
    rt.setattr(&account, &owner, &account)?;
    assert!(rt.getattr(&account, &owner)?.is(&account));
    let outcome = rt.delattr(&account, &owner);
    assert_eq!(message(&mut rt, outcome), "cannot delete attribute");
    // A cycle through its state, and a subclass in Python's way.
    drop((account, deposit));
    assert!(objmodel::gc::collect(&mut rt, 2).collected > 0);
    let sub = rt.class("Savings").base(&class).build(&mut rt)?;
    let savings = rt.call(&sub, [sam.as_ref()])?;
    let deposit = attribute(&mut rt, &savings, "deposit")?;
    let answer = rt.call(&deposit, [five.as_ref()])?;
    assert_eq!(text(&mut rt, &answer), "5.0");
    let bare = rt.class("bank.Bare").state::<Account>().build(&mut rt)?;
    let outcome = rt.call(&bare, ());
    assert_eq!(message(&mut rt, outcome), "cannot create 'bank.Bare' instances");
    Ok(())
}

#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Lender(u8);

impl Payload for Lender {}

static LENDER: ClassSpec = ClassSpec {
    name: "p.Lender",
    slots: &[
        (
            SlotId::BfGetbuffer,
            SlotFn::GetBuffer(|rt, _, _| {
                let class = rt.builtin("memoryview").expect("a built-in class");
                let bytes = rt.bytes(b"xyz")?;
                rt.call(&class, [bytes.as_ref()])
            }),
        ),
        (SlotId::SqItem, SlotFn::SizeArg(|rt, _, _| Err(rt.index_error("no item")))),
        (SlotId::SqLength, SlotFn::Len(|_, _| Ok(2))),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

#[test]
fn the_buffer_of_a_native_class_is_what_its_slot_lends() -> Result<()> {
    let mut rt = runtime();
    let class = rt.register_type::<Lender>(&LENDER)?;
    let lender = rt.alloc(&class, Lender(0))?.into_value();
    let bytes = Value::clone(&rt.types().bytes);
    let made = rt.call(&bytes, [lender.as_ref()])?;
    assert_eq!(
        made.get::<BytesObject>(&rt).map(|bytes| bytes.as_slice().to_vec()),
        Some(b"xyz".to_vec())
    );
    let view = rt.builtin("memoryview").expect("a built-in class");
    let view = rt.call(&view, [lender.as_ref()])?;
    assert_eq!(rt.len(&view)?, 3);
    Ok(())
}
