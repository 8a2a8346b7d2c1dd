//! `slice`: start, stop and step of a subscript.

use num_bigint::BigInt;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::slice::SliceObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use crate::format::object;
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

fn parts(rt: &Runtime, own: Borrowed<'_>) -> Result<[Value; 3]> {
    match own.get::<SliceObject>(rt) {
        Some(slice) => Ok([slice.start.clone(), slice.stop.clone(), slice.step.clone()]),
        None => Err(rt.type_error("a 'slice' object is required")),
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    for (number, part) in parts(rt, own)?.iter().enumerate() {
        out.append(rt, if number == 0 { b"slice(" } else { b", " })?;
        object::write_repr(rt, part.as_ref(), out)?;
    }
    out.append(rt, b")")
}

fn as_tuple(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let parts = parts(rt, own)?;
    rt.tuple(parts.into_iter()).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let mut hashes = [0; 3];
    for (hash, part) in hashes.iter_mut().zip(parts(rt, own)?) {
        *hash = rt.hash(part.as_ref())?;
    }
    Ok(objmodel::hash::of_slice(hashes))
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !other.is_payload::<SliceObject>() {
        return Ok(singletons::not_implemented());
    }
    let (own, other) = (as_tuple(rt, own)?, as_tuple(rt, other)?);
    rt.compare(op, &own, &other)
}

/// `slice.indices(len)`, exact for integers of any size.
fn indices_method(rt: &mut Runtime, args: Args<'_>) -> Result {
    let zero = BigInt::ZERO;
    let len = rt.index(args.at(1))?;
    let len = integer(rt, &len);
    if len < zero {
        return Err(rt.value_error("length should not be negative"));
    }
    let [start, stop, step] = parts(rt, args.at(0))?;
    let step = match bound(rt, &step)? {
        Some(step) if step == zero => return Err(rt.value_error("slice step cannot be zero")),
        Some(step) => step,
        None => BigInt::from(1),
    };
    let backwards = step < zero;
    let (lower, upper) = match backwards {
        true => (BigInt::from(-1), &len - 1),
        false => (zero.clone(), len.clone()),
    };
    let (first, last) = if backwards { (&upper, &lower) } else { (&lower, &upper) };
    let mut places = Vec::with_capacity(2);
    for (given, default) in [(start, first), (stop, last)] {
        places.push(match bound(rt, &given)? {
            None => default.clone(),
            Some(at) if at < zero => (at + &len).max(lower.clone()),
            Some(at) => at.min(upper.clone()),
        });
    }
    places.push(step);
    let numbers: Vec<Value> = places.into_iter().map(|n| rt.big_int(n)).collect::<Result<_>>()?;
    rt.tuple(numbers.into_iter()).map(Gc::into_value)
}

/// A bound as an integer of any size; `None` for `None`.
fn bound(rt: &mut Runtime, value: &Value) -> Result<Option<BigInt>> {
    if singletons::is_none(value) {
        return Ok(None);
    }
    indices::check_bound(rt, value.as_ref())?;
    let number = rt.index(value.as_ref())?;
    Ok(Some(integer(rt, &number)))
}

fn integer(rt: &Runtime, value: &Value) -> BigInt {
    rt.as_int(value.as_ref()).map(|n| n.to_big()).unwrap_or_default()
}

fn part<const INDEX: usize>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
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
pub(crate) const SLICE: ClassSpec = ClassSpec {
    name: "slice",
    doc: Some(
        "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for \
         extended slicing (e.g. a[0:10:2]).",
    ),
    subclassable: false,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
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
    ..ClassSpec::DEFAULT
};
