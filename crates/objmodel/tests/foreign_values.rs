//! Every way for a value into a runtime refuses one of another runtime, or of one that was dropped,
//! with the same error.

use std::collections::{BTreeMap, VecDeque};

use objmodel::host::{Resume, Sent};
use objmodel::objects::dict::Dict;
use objmodel::objects::list::List;
use objmodel::prelude::*;
use objmodel::{BinaryOp, Borrowed, CallArgs, CompareOp, Raise, Result, Runtime, Value};

const REFUSED: &str = "SystemError: a value of another runtime, or of one that was dropped, cannot be used in this one";

fn runtime() -> Runtime {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt).expect("memory for the built-in types");
    rt
}

/// Values of all kinds that have objects.
fn values(rt: &mut Runtime) -> Result<Vec<(&'static str, Value)>> {
    let list = rt.list(vec![rt.int(1)?])?.into_value();
    let generator = rt.iterator(|_| Ok(Some(1)))?;
    let class = rt.class("Own").build(rt)?;
    Ok(vec![
        ("text", rt.str("a text that is longer than what lies in place")?.into_value()),
        ("short text", rt.str("ab")?.into_value()),
        ("int", rt.binary(BinaryOp::LShift, 1, 200)?),
        ("float", rt.float(f64::NAN)?),
        ("bytes", rt.bytes(b"bytes")?.into_value()),
        ("tuple", rt.tuple([list.clone()].into_iter())?.into_value()),
        ("dict", rt.dict()?.into_value()),
        ("set", rt.set()?.into_value()),
        ("slice", rt.slice(rt.int(0)?, rt.int(1)?, rt.int(1)?)?.into_value()),
        ("function", rt.function("f", "(*args)", |_, _| Ok(()))?),
        ("method", rt.getattr(&list, "append")?),
        ("iterator", rt.iter(&list)?),
        ("generator", generator),
        ("class", Value::clone(&class)),
        ("instance", rt.call(&class, ())?),
        ("exception", rt.call(&rt.types().value_error.clone(), ())?),
        ("list", list),
    ])
}

type Entry = fn(&mut Runtime, &Value) -> Result<()>;

/// A function of this runtime that takes anything.
fn taker(rt: &mut Runtime) -> Result<Value> {
    rt.function("taker", "(*args, **kwargs)", |_, _| Ok(()))
}

/// An instance of a class of this runtime.
fn instance(rt: &mut Runtime) -> Result<Value> {
    let class = rt.class("Thing").build(rt)?;
    rt.call(&class, ())
}

fn text(rt: &Runtime) -> Result<Value> {
    Ok(rt.str("abc")?.into_value())
}

fn list(rt: &Runtime) -> Result<Value> {
    Ok(rt.list(vec![rt.int(1)?])?.into_value())
}

/// As arguments of a call, in each form that they have.
const ARGUMENTS: &[(&str, Entry)] = &[
    ("a tuple of one", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, (v,)).map(drop)
    }),
    ("a tuple of many", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, (1, "two", v.clone(), 4.0)).map(drop)
    }),
    ("a tuple in a tuple", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, ((1, v),)).map(drop)
    }),
    ("an option", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, (Some(v),)).map(drop)
    }),
    ("an array", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, [v, v]).map(drop)
    }),
    ("a vector", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, vec![v.clone()]).map(drop)
    }),
    ("a lent vector", |rt, v| {
        let f = taker(rt)?;
        let row = vec![v.clone()];
        rt.call(&f, &row).map(drop)
    }),
    ("a slice", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, [v.clone()].as_slice()).map(drop)
    }),
    ("a slice of lent ones", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, [v.as_ref()].as_slice()).map(drop)
    }),
    ("CallArgs", |rt, v| {
        let f = taker(rt)?;
        rt.call(&f, CallArgs::positional(&[v.as_ref()])).map(drop)
    }),
    ("CallArgs as they came", |rt, v| {
        let f = taker(rt)?;
        rt.call_with(f.as_ref(), CallArgs::positional(&[v.as_ref()])).map(drop)
    }),
    ("a keyword's value", |rt, v| {
        let f = taker(rt)?;
        rt.call_kwargs(&f, (), [("k", v)]).map(drop)
    }),
    ("a keyword's value in a tuple", |rt, v| {
        let f = taker(rt)?;
        rt.call_kwargs(&f, (), (("j", 1), ("k", v))).map(drop)
    }),
    ("a keyword's value in a vector", |rt, v| {
        let f = taker(rt)?;
        rt.call_kwargs(&f, (), vec![("k", v.clone())]).map(drop)
    }),
    ("an argument of a method", |rt, v| {
        let list = list(rt)?;
        rt.call_method(&list, "append", (v,)).map(drop)
    }),
    ("an argument of a class", |rt, v| {
        let class = rt.types().list.clone();
        rt.call(&class, (v,)).map(drop)
    }),
    ("an argument of a native class", |rt, v| {
        let class = rt.types().str.clone();
        rt.call(&class, (v,)).map(drop)
    }),
    ("an argument by method syntax", |rt, v| {
        let f = taker(rt)?;
        f.bind(rt).call1((v,)).map(drop)
    }),
    ("an argument of a method by method syntax", |rt, v| {
        let list = list(rt)?;
        list.bind(rt).call_method1("append", (v,)).map(drop)
    }),
    ("a keyword's value by method syntax", |rt, v| {
        let f = taker(rt)?;
        f.bind(rt).call((), [("k", v)]).map(drop)
    }),
];

/// As operands.
const OPERANDS: &[(&str, Entry)] = &[
    ("right operand of an int", |rt, v| rt.add(1, v).map(drop)),
    ("left operand of an int", |rt, v| rt.mul(v, 2).map(drop)),
    ("right operand of a text", |rt, v| rt.add("abc", v).map(drop)),
    ("right operand of a list", |rt, v| {
        let list = list(rt)?;
        rt.add(&list, v).map(drop)
    }),
    ("what is formatted", |rt, v| rt.binary(BinaryOp::Mod, "%s", v).map(drop)),
    ("in place", |rt, v| {
        let list = list(rt)?;
        rt.in_place(BinaryOp::Add, &list, v).map(drop)
    }),
    ("compared", |rt, v| rt.compare(CompareOp::Eq, "abc", v).map(drop)),
    ("equal", |rt, v| {
        let list = list(rt)?;
        rt.equal(&list, v).map(drop)
    }),
    ("equal to an int", |rt, v| rt.equal(1, v).map(drop)),
    ("key of a list", |rt, v| {
        let list = list(rt)?;
        rt.get_item(&list, v).map(drop)
    }),
    ("key of a text", |rt, v| {
        let text = text(rt)?;
        rt.get_item(&text, v).map(drop)
    }),
    ("key to set", |rt, v| {
        let list = list(rt)?;
        rt.set_item(&list, v, 1)
    }),
    ("item to set", |rt, v| {
        let list = list(rt)?;
        rt.set_item(&list, 0, v)
    }),
    ("key to delete", |rt, v| {
        let list = list(rt)?;
        rt.del_item(&list, v)
    }),
    ("member of a list", |rt, v| {
        let list = list(rt)?;
        rt.contains(&list, v).map(drop)
    }),
    ("member of a text", |rt, v| {
        let text = text(rt)?;
        rt.contains(&text, v).map(drop)
    }),
    ("attribute", |rt, v| {
        let thing = instance(rt)?;
        rt.setattr(&thing, "x", v)
    }),
    ("attribute by method syntax", |rt, v| {
        let thing = instance(rt)?;
        thing.bind(rt).setattr("x", v)
    }),
    ("item by method syntax", |rt, v| {
        let list = list(rt)?;
        list.bind(rt).set_item(0, v)
    }),
    ("class of instances", |rt, v| rt.is_instance(&rt.int(1)?, v).map(drop)),
];

/// Into containers and objects that are made.
const CONTENTS: &[(&str, Entry)] = &[
    ("admit", |rt, v| rt.admit(v).map(drop)),
    ("an item of a tuple", |rt, v| rt.tuple([rt.int(1)?, v.clone()].into_iter()).map(drop)),
    ("an item of a list", |rt, v| rt.list(vec![v.clone()]).map(drop)),
    ("a vector that becomes a list", |rt, v| vec![v.clone()].into_py_object(rt).map(drop)),
    ("a queue that becomes a list", |rt, v| {
        VecDeque::from([v.clone()]).into_py_object(rt).map(drop)
    }),
    ("a tuple of Rust", |rt, v| (1, v).into_py_object(rt).map(drop)),
    ("a map that becomes a dict", |rt, v| {
        BTreeMap::from([("k", v.clone())]).into_py_object(rt).map(drop)
    }),
    ("append", |rt, v| {
        let list = rt.list(vec![])?;
        list.append(rt, v)
    }),
    ("a dict's value", |rt, v| {
        let dict = rt.dict()?;
        dict.set_item(rt, "k", v)
    }),
    ("a dict's key", |rt, v| {
        let dict = rt.dict()?;
        dict.set_item(rt, v, 1)
    }),
    ("a key that is looked for", |rt, v| {
        let dict = rt.dict()?;
        dict.get_item(rt, v).map(drop)
    }),
    ("a value under a name", |rt, v| {
        let (dict, name) = (rt.dict()?, rt.intern("k")?);
        rt.dict_set_name(&dict, &name, v.clone())
    }),
    ("a value under a key", |rt, v| {
        let (dict, one) = (rt.dict()?, rt.int(1)?);
        rt.dict_set(&dict, one.as_ref(), v.clone())
    }),
    ("a member of a set", |rt, v| {
        let set = rt.set()?;
        rt.set_add(&set, v.as_ref()).map(drop)
    }),
    ("a part of a slice", |rt, v| rt.slice(v.clone(), rt.int(1)?, rt.int(1)?).map(drop)),
    ("a cell's content", |rt, v| rt.cell(Some(v.clone())).map(drop)),
    ("what a proxy shows", |rt, v| rt.mapping_proxy(v.clone()).map(drop)),
    ("what a method is bound to", |rt, v| {
        let f = taker(rt)?;
        rt.method(f, v.clone()).map(drop)
    }),
    ("an attribute of a class", |rt, v| {
        let class = rt.class("Thing").build(rt)?;
        let name = rt.intern("x")?;
        rt.set_class_attribute(&class, &name, v.clone())
    }),
    ("an attribute of a class that is built", |rt, v| {
        rt.class("Thing").attribute("x", v.clone()).build(rt).map(drop)
    }),
    ("a base", |rt, v| {
        let namespace = rt.dict()?;
        rt.make_class("Thing", std::slice::from_ref(v), &namespace).map(drop)
    }),
    ("a new base", |rt, v| {
        let class = rt.class("Thing").build(rt)?;
        rt.set_bases(&class, vec![v.clone()])
    }),
    ("what is raised", |rt, v| Err(rt.raise(v))),
    ("a cause", |rt, v| {
        let error = rt.value_error("x");
        Err(rt.with_cause(error, v.clone()))
    }),
    ("an argument of an exception", |rt, v| {
        let class = rt.types().value_error.clone();
        Err(rt.error_with(&class, [v.clone()])?)
    }),
    ("what an iterator ends with", |rt, v| Err(rt.stop_iteration(Some(v.clone())))),
    ("what is thrown into a generator", |rt, v| {
        let generator = rt.iterator(|_| Ok(Some(1)))?;
        rt.call_method(&generator, "throw", (v,)).map(drop)
    }),
    ("what is sent into a generator", |rt, v| {
        let generator = rt.iterator(|_| Ok(Some(1)))?;
        rt.next(&generator)?;
        rt.call_method(&generator, "send", (v,)).map(drop)
    }),
    ("what is read as a Rust value", |rt, v| v.extract::<i64>(rt).map(drop)),
    ("what is read as text", |rt, v| v.extract::<String>(rt).map(drop)),
    ("what is read as a value", |rt, v| v.extract::<Value>(rt).map(drop)),
    ("what is read by method syntax", |rt, v| v.bind(rt).extract::<Vec<i64>>().map(drop)),
];

/// As what native code of the host gives back.
const RETURNS: &[(&str, Entry)] = &[
    ("a function", |rt, v| {
        let v = v.clone();
        let f = rt.function("f", "()", move |_, _| Ok(v.clone()))?;
        rt.call(&f, ()).map(drop)
    }),
    ("a function with captured values", |rt, v| {
        let f = rt.function_with(v.clone(), "f", "()", |_, v, _| Ok(v.clone()))?;
        rt.call(&f, ()).map(drop)
    }),
    ("a function in a tuple", |rt, v| {
        let v = v.clone();
        let f = rt.function("f", "()", move |_, _| Ok((1, v.clone())))?;
        rt.call(&f, ()).map(drop)
    }),
    ("a method", |rt, v| {
        let v = v.clone();
        let class = rt.class("Thing").def("f", move |_, [_me]| Ok(v.clone())).build(rt)?;
        let thing = rt.call(&class, ())?;
        rt.call_method(&thing, "f", ()).map(drop)
    }),
    ("a special method", |rt, v| {
        let v = v.clone();
        let class = rt.class("Thing").def("__add__", move |_, [_, _]| Ok(v.clone())).build(rt)?;
        let thing = rt.call(&class, ())?;
        rt.add(&thing, 1).map(drop)
    }),
    ("a getter", |rt, v| {
        let v = v.clone();
        let class = rt.class("Thing").getter("x", move |_, _| Ok(v.clone())).build(rt)?;
        let thing = rt.call(&class, ())?;
        rt.getattr(&thing, "x").map(drop)
    }),
    ("an iterator", |rt, v| {
        let v = v.clone();
        let iterator = rt.iterator(move |_| Ok(Some(v.clone())))?;
        rt.next(&iterator).map(drop)
    }),
    ("a generator", |rt, v| {
        let generator = rt.generator("g", v.clone(), |_, v, how| match how {
            Resume::Send(_) => Ok(Sent::Yielded(v.clone())),
            Resume::Throw(exception) => Err(Raise::exception(exception)),
        })?;
        rt.next(&generator).map(drop)
    }),
];

/// What an outcome says.
fn said(rt: &mut Runtime, outcome: Result<()>) -> String {
    match outcome {
        Ok(()) => "no error".to_owned(),
        Err(raise) => raise.detach(rt).to_string(),
    }
}

#[test]
fn every_way_in_refuses_a_foreign_value() -> Result<()> {
    let (mut rt, mut other) = (runtime(), runtime());
    let values = values(&mut other)?;
    let mut wrong = Vec::new();
    let mut check = |rt: &mut Runtime| {
        for (kind, value) in &values {
            for (name, entry) in [ARGUMENTS, OPERANDS, CONTENTS, RETURNS].into_iter().flatten() {
                let outcome = entry(rt, value);
                let said = said(rt, outcome);
                if said != REFUSED {
                    wrong.push(format!("{name}, {kind}: {said}"));
                }
            }
        }
    };
    check(&mut rt);
    drop(other);
    check(&mut rt);
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    rt.heap().verify().expect("a sound heap");
    Ok(())
}

#[test]
fn foreign_handles_are_refused_where_an_error_can_be_told() -> Result<()> {
    let (mut rt, other) = (runtime(), runtime());
    let dict: Dict = other.dict()?;
    let list: List = other.list(vec![])?;
    let name = other.str("name")?;
    let f = taker(&mut rt)?;
    let thing = instance(&mut rt)?;
    let outcomes = [
        rt.call_kwargs(&f, (), &dict).map(drop),
        rt.call_kwargs(&f, (), [(&name, 1)]).map(drop),
        rt.getattr(&thing, &name).map(drop),
        rt.hasattr(&thing, &name).map(drop),
        rt.setattr(&thing, &name, 1),
        rt.delattr(&thing, &name),
        dict.set_item(&mut rt, 1, 1),
        dict.get_item(&mut rt, 1).map(drop),
        list.append(&mut rt, 1),
        rt.set_instance_dict(Borrowed::from(&thing), dict.clone()).map(drop),
        rt.make_class("Thing", &[], &dict).map(drop),
    ];
    for (number, outcome) in outcomes.into_iter().enumerate() {
        assert_eq!(said(&mut rt, outcome), REFUSED, "number {number}");
    }
    Ok(())
}
