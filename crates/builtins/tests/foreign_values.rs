//! A value of another runtime, or of one that was dropped, is refused by every operation with the
//! same error.

mod common;

use common::{message, runtime};
use objmodel::{BinaryOp, CompareOp, Result, Runtime, UnaryOp, Value};

const REFUSED: &str =
    "a value of another runtime, or of one that was dropped, cannot be used in this one";

/// Values of all kinds that have objects.
fn values(rt: &mut Runtime) -> Vec<(&'static str, Value)> {
    let text = rt.str("a text that is longer than what lies in place, certainly").unwrap();
    let list = rt.list(vec![text.clone().into_value()]).unwrap().into_value();
    let big = rt.binary(BinaryOp::LShift, 1, 200).unwrap();
    let function = rt.function("f", "(*args)", |_, _| Ok(())).unwrap();
    let class = Value::clone(&rt.types().list);
    let exception = rt.types().value_error.clone();
    let exception = rt.call(&exception, ()).unwrap();
    let bound = common::attribute(rt, &list, "append").unwrap();
    let iterator = rt.iter(&list).unwrap();
    let dict = rt.dict().unwrap().into_value();
    let tuple = rt.tuple([list.clone()].into_iter()).unwrap().into_value();
    let short = rt.str("ab").unwrap().into_value();
    vec![
        ("text", text.into_value()),
        ("short text", short),
        ("list", list),
        ("int", big),
        ("function", function),
        ("class", class),
        ("exception", exception),
        ("method", bound),
        ("iterator", iterator),
        ("dict", dict),
        ("tuple", tuple),
    ]
}

type Operation = fn(&mut Runtime, &Value) -> Result<()>;

/// Operations whose receiver is the foreign value.
const RECEIVER: &[(&str, Operation)] = &[
    ("repr", |rt, v| rt.repr(v).map(drop)),
    ("str", |rt, v| rt.to_str(v).map(drop)),
    ("hash", |rt, v| rt.hash(v.as_ref()).map(drop)),
    ("len", |rt, v| rt.len(v).map(drop)),
    ("bool", |rt, v| rt.is_true(v.as_ref()).map(drop)),
    ("iter", |rt, v| rt.iter(v).map(drop)),
    ("next", |rt, v| rt.next(v).map(drop)),
    ("collect", |rt, v| rt.collect(v).map(drop)),
    ("call", |rt, v| rt.call(v, ()).map(drop)),
    ("neg", |rt, v| rt.unary(UnaryOp::Neg, v).map(drop)),
    ("add", |rt, v| rt.binary(BinaryOp::Add, v, v).map(drop)),
    ("in place", |rt, v| rt.in_place(BinaryOp::Add, v, v).map(drop)),
    ("lt", |rt, v| rt.compare(CompareOp::Lt, v, &rt.int(1)?).map(drop)),
    ("get_item", |rt, v| rt.get_item(v, &rt.int(0)?).map(drop)),
    ("set_item", |rt, v| rt.set_item(v, &rt.int(0)?, &rt.int(0)?)),
    ("del_item", |rt, v| rt.del_item(v, &rt.int(0)?)),
    ("contains", |rt, v| rt.contains(v, &rt.int(0)?).map(drop)),
    ("getattr", |rt, v| common::attribute(rt, v, "upper").map(drop)),
    ("setattr", |rt, v| {
        let name = rt.intern("x")?;
        rt.setattr(v, &name, &rt.int(0)?)
    }),
    ("isinstance", |rt, v| rt.is_instance(&rt.int(0)?, v).map(drop)),
    ("issubclass", |rt, v| {
        let list = rt.types().list.clone();
        rt.is_subclass(v, &list).map(drop)
    }),
];

/// Operations that get the foreign value.
const OPERAND: &[(&str, Operation)] = &[
    ("value of set_item", |rt, v| {
        let list = rt.list(vec![rt.int(1)?])?;
        rt.set_item(&list, &rt.int(0)?, v)
    }),
    ("key of a dict", |rt, v| {
        let dict = rt.dict()?;
        rt.set_item(&dict, v, &rt.int(0)?)
    }),
    ("items of a list", |rt, v| rt.list(vec![v.clone()]).map(drop)),
    ("raise", |rt, v| Err(rt.raise(v))),
];

#[test]
fn every_operation_refuses_a_foreign_value() {
    let mut other = runtime();
    let mut rt = runtime();
    let mut wrong = Vec::new();
    let values = values(&mut other);
    let mut check = |rt: &mut Runtime| {
        for (kind, value) in &values {
            for (name, operation) in RECEIVER.iter().chain(OPERAND) {
                let outcome = operation(rt, value);
                let said = match outcome {
                    Ok(()) => "no error".to_owned(),
                    Err(raise) => message(rt, Err::<(), _>(raise)),
                };
                if said != REFUSED {
                    wrong.push(format!("{name} of {kind}: {said}"));
                }
            }
        }
    };
    check(&mut rt);
    drop(other);
    check(&mut rt);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    rt.heap().verify().expect("a sound heap");
}

#[test]
fn a_foreign_class_has_no_instances_here() {
    let other = runtime();
    let mut rt = runtime();
    let class = other.types().list.clone();
    let outcome = rt.new_instance(&class);
    assert!(outcome.is_err());
    let text = rt.render_traceback(other.types().list.as_ref().as_ref()).unwrap();
    assert_eq!(text, format!("SystemError: {REFUSED}\n"));
}

#[test]
fn what_is_no_exception_is_a_type_error() {
    let mut rt = runtime();
    let number = rt.int(42).unwrap();
    let text = rt.render_traceback(number.as_ref()).unwrap();
    assert_eq!(text, "TypeError: exceptions must derive from BaseException\n");
    let raise = objmodel::Raise::exception(number.clone());
    assert!(rt.is_exception_of(&raise, &rt.types().type_error));
    let raise = rt.raise(&number);
    assert_eq!(message(&mut rt, Err::<(), _>(raise)), "exceptions must derive from BaseException");
    let class = rt.types().value_error.clone();
    let raise = rt.raise(&class);
    assert!(rt.is_exception_of(&raise, &class));
}

#[test]
fn installing_twice_is_an_error() {
    let mut rt = runtime();
    let outcome = objmodel_builtins::install(&mut rt);
    assert_eq!(message(&mut rt, outcome), "install: the built-in types are installed already");
}

#[test]
fn a_limit_below_what_the_classes_need_is_refused_when_building() {
    assert!(Runtime::builder().max_bytes(0).try_build().is_err());
    assert!(Runtime::builder().max_bytes(100_000).try_build().is_err());
    for kilobytes in (200..900).step_by(50) {
        let Ok(mut rt) = Runtime::builder().max_bytes(kilobytes << 10).try_build() else {
            continue;
        };
        if let Err(raise) = objmodel_builtins::install(&mut rt) {
            let Ok(error) = raise.into_exception() else { continue };
            assert_eq!(rt.render_traceback(error.as_ref()).unwrap_or_default(), "MemoryError\n");
        }
    }
}
