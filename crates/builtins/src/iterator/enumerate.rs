//! `enumerate`: items with their numbers.

use num_bigint::BigInt;
use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value};

use super::itself;
use super::kept::{self, Kept};

/// The payload of `enumerate`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Enumerate {
    iterator: Value,
    /// The next number.
    number: Value,
    kept: Kept,
}

impl Payload for Enumerate {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    if class.read(rt).is_heap_type() {
        const PARAMETERS: Parameters = Parameters::new("enumerate", "(iterable, start=0)", 1, 2);
        let [Some(iterable), start] = PARAMETERS.bind(rt, args)? else {
            return Err(rt.type_error("enumerate() missing required argument 'iterable' (pos 1)"));
        };
        return of(rt, class, iterable, start);
    }
    let mut places = [args.positionals().first().copied(), args.positionals().get(1).copied()];
    match args.all().len() {
        0 => return Err(rt.type_error("enumerate() missing required argument 'iterable'")),
        1 | 2 => {}
        given => {
            return Err(
                rt.type_error(format!("enumerate() takes at most 2 arguments ({given} given)"))
            );
        }
    }
    for (name, value) in args.keywords() {
        let text = rt.text_of(name).into_owned();
        let fits = match text.as_str() {
            "iterable" => Some(0),
            // Alone it would be the first.
            "start" if args.all().len() == 2 => Some(1),
            _ => None,
        };
        match fits.and_then(|index| places.get_mut(index)).filter(|place| place.is_none()) {
            Some(place) => *place = Some(value),
            None => {
                return Err(rt.type_error(format!(
                    "'{text}' is an invalid keyword argument for enumerate()"
                )));
            }
        }
    }
    let [Some(iterable), start] = places else {
        return Err(rt.type_error("enumerate() missing required argument 'iterable'"));
    };
    of(rt, class, iterable, start)
}

/// The items of an iterable with numbers from `start` on.
fn of(
    rt: &mut Runtime,
    class: &Type,
    iterable: Borrowed<'_>,
    start: Option<Borrowed<'_>>,
) -> Result {
    let number = match start {
        Some(start) => rt.index(start)?,
        None => rt.int(0)?,
    };
    let iterator = rt.iter(iterable)?;
    rt.alloc(class, Enumerate { iterator, number, kept: Kept::default() }).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Enumerate>(rt) else { return Ok(None) };
    let iterator = payload.iterator.clone();
    let Some(item) = rt.next(&iterator)? else { return Ok(None) };
    let Some(number) = own.get::<Enumerate>(rt).map(|payload| payload.number.clone()) else {
        return Ok(None);
    };
    let following = match number.as_small_int() {
        Some(n) => rt.int(n + 1)?,
        None => {
            let n = rt.as_int(number.as_ref()).map(|n| n.to_big()).unwrap_or_default();
            rt.big_int(n + BigInt::from(1))?
        }
    };
    let Some(payload) = own.get_mut::<Enumerate>(rt) else { return Ok(None) };
    payload.number = following;
    let mut pair = [number, item];
    if let Some(kept) = payload.kept.refill(&mut pair) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<Enumerate>(rt).map(|own| &mut own.kept);
    kept::make(rt, pair.into_iter(), kept).map(Some)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(payload) = own.get::<Enumerate>(rt) else { return Ok(own.to_value()) };
    let parts = [payload.iterator.clone(), payload.number.clone()];
    super::reduce::instance(rt, own, parts.into_iter(), None)
}

/// The table of `enumerate`.
pub(crate) const ENUMERATE: ClassSpec = ClassSpec {
    name: "enumerate",
    doc: Some(
        "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe \
         enumerate object yields pairs containing a count (from start, which\ndefaults to zero) \
         and a value yielded by the iterable argument.",
    ),
    text_signature: Some("(iterable, start=0)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[
        MethodSpec::method("__reduce__", "($self, /)", reduce)
            .doc("Return state information for pickling."),
        crate::generic_alias::CLASS_GETITEM,
    ],
    ..ClassSpec::DEFAULT
};
