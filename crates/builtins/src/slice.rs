//! `slice`: start, stop and step of a subscript.

use objmodel::objects::slice::SliceObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{GetSetSpec, MethodSpec, TypeSpec};
use objmodel::{Args, CallArgs, Gc, Ref, Result, Runtime, Type, Value, singletons};

use crate::indices;

fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("slice() takes no keyword arguments"));
    }
    let none = singletons::none;
    let (start, stop, step) = match args.positionals() {
        [] => return Err(rt.type_error("slice expected at least 1 argument, got 0")),
        [stop] => (none(), stop.to_value(), none()),
        [start, stop] => (start.to_value(), stop.to_value(), none()),
        [start, stop, step] => (start.to_value(), stop.to_value(), step.to_value()),
        more => {
            return Err(
                rt.type_error(format!("slice expected at most 3 arguments, got {}", more.len()))
            );
        }
    };
    rt.slice(start, stop, step).map(Gc::into_value)
}

fn parts(rt: &Runtime, own: Ref<'_>) -> Result<[Value; 3]> {
    match own.get::<SliceObject>(rt) {
        Some(slice) => Ok([slice.start.clone(), slice.stop.clone(), slice.step.clone()]),
        None => Err(rt.type_error("a 'slice' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let mut shown = Vec::new();
    for part in parts(rt, own)? {
        shown.push(rt.repr(&part)?.read(rt).as_str().into_owned());
    }
    rt.str(&format!("slice({})", shown.join(", "))).map(Gc::into_value)
}

fn as_tuple(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let parts = parts(rt, own)?;
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Ref<'_>) -> Result<i64> {
    let mut hashes = [0; 3];
    for (hash, part) in hashes.iter_mut().zip(parts(rt, own)?) {
        *hash = rt.hash(part.as_ref())?;
    }
    Ok(objmodel::hash::of_tuple(hashes.into_iter()))
}

fn rich_compare(rt: &mut Runtime, own: Ref<'_>, other: Ref<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<SliceObject>() {
        return Ok(singletons::not_implemented());
    }
    let (own, other) = (as_tuple(rt, own)?, as_tuple(rt, other)?);
    rt.compare(op, &own, &other)
}

fn indices_method(rt: &mut Runtime, args: Args<'_>) -> Result {
    let len = rt.index_as_size(args.at(1), |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })?;
    let Ok(len) = usize::try_from(len) else {
        return Err(rt.value_error("length should not be negative"));
    };
    let selection = indices::select(rt, args.at(0), len)?;
    let numbers = [selection.start, selection.stop, selection.step];
    let numbers: Vec<Value> = numbers.iter().map(|n| rt.int(*n as i64)).collect::<Result<_>>()?;
    rt.tuple(numbers.into_iter()).map(Gc::into_value)
}

fn part<const INDEX: usize>(rt: &mut Runtime, own: Ref<'_>) -> Result {
    let [start, stop, step] = parts(rt, own)?;
    Ok(match INDEX {
        0 => start,
        1 => stop,
        _ => step,
    })
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = Value::clone(&rt.types().slice);
    let parts = as_tuple(rt, args.at(0))?;
    rt.tuple([class, parts].into_iter()).map(Gc::into_value)
}

/// The table of `slice`.
pub(crate) const SLICE: TypeSpec = TypeSpec {
    name: "slice",
    doc: Some(
        "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for \
         extended slicing (e.g. a[0:10:2]).",
    ),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    methods: &[
        MethodSpec::method("indices", "($self, object, /)", indices_method)
            .doc("S.indices(len) -> (start, stop, stride)"),
        MethodSpec::method("__reduce__", "($self, /)", reduce)
            .doc("Return state information for pickling."),
    ],
    getset: &[
        GetSetSpec::member("start", part::<0>),
        GetSetSpec::member("stop", part::<1>),
        GetSetSpec::member("step", part::<2>),
    ],
    ..TypeSpec::DEFAULT
};
