//! The class and the functions of the list of work that are not written in Python.

use objmodel::gc::Trace;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{MethodSpec, ClassSpec};
use objmodel::{Args, CallArgs, Gc, Payload, Borrowed, Result, Runtime, Type, Value, singletons};

/// The payload of `Native`: a number.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Native {
    n: i64,
}

impl Payload for Native {
    const LEAF: bool = true;
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    match args.positionals() {
        [n] if !args.has_keywords() => match n.as_small_int() {
            Some(n) => rt.alloc(class, Native { n }).map(Gc::into_value),
            None => Err(rt.type_error("Native() takes an int")),
        },
        _ => Err(rt.type_error("Native() takes one argument")),
    }
}

fn number(rt: &Runtime, value: Borrowed<'_>) -> Option<i64> {
    value.as_small_int().or_else(|| Some(value.get::<Native>(rt)?.n))
}

fn add(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (Some(a), Some(b)) = (number(rt, own), number(rt, other)) else {
        return Ok(singletons::not_implemented());
    };
    let class = rt.type_of(own).to_gc();
    rt.alloc(&class, Native { n: a + b }).map(Gc::into_value)
}

fn compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(a), Some(b)) = (number(rt, own), number(rt, other)) else {
        return Ok(singletons::not_implemented());
    };
    Ok(singletons::bool(op.matches(a.cmp(&b))))
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let text = format!("Native({})", number(rt, own).unwrap_or_default());
    rt.str(&text).map(Gc::into_value)
}

fn native0(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::none())
}

fn native1(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(args.at(0).to_value())
}

fn native2(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(args.at(1).to_value())
}

fn native3(_: &mut Runtime, args: Args<'_>) -> Result {
    Ok(args.at(2).to_value())
}

const NATIVE: ClassSpec = ClassSpec {
    name: "bench.Native",
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::NbAdd, SlotFn::Binary(add)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(compare)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    ..ClassSpec::DEFAULT
};

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("native0", "()", native0),
    MethodSpec::function("native1", "(a, /)", native1),
    MethodSpec::function("native2", "(a, b, /)", native2),
    MethodSpec::function("native3", "(a, b, c, /)", native3),
    MethodSpec::function("native_keywords", "(a, b=None, *, c=None)", native3),
];

/// Puts them into `builtins`.
pub(crate) fn install(rt: &mut Runtime) -> Result<()> {
    let builtins = rt.builtins().clone();
    for spec in FUNCTIONS {
        rt.define_function(&builtins, spec)?;
    }
    let class: Type = rt.register_type::<Native>(const { &NATIVE })?;
    let name = rt.intern("Native")?;
    rt.dict_set_name(&builtins, &name, Value::clone(&class))
}
