//! `zip`: tuples of items from several iterables.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{
    Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, Value, singletons,
};
use smallvec::SmallVec;

use super::itself;
use super::kept::{self, Kept};

/// The payload of `zip`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Zip {
    iterators: Vec<Value>,
    #[trace(leaf)]
    strict: bool,
    kept: Kept,
}

impl Payload for Zip {
    fn external_bytes(&self) -> usize {
        self.iterators.capacity() * size_of::<Value>()
    }
}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("zip", "(*, strict=False)", 0, 0);
    let [strict] = PARAMETERS.bind(rt, args.only_keywords())?;
    let strict = match strict {
        Some(strict) => rt.is_true(strict)?,
        None => false,
    };
    let mut iterators = Vec::with_capacity(args.len());
    for iterable in args.positionals() {
        iterators.push(rt.iter(*iterable)?);
    }
    rt.charge(iterators.capacity() * size_of::<Value>())?;
    rt.alloc(class, Zip { iterators, strict, kept: Kept::default() }).map(Gc::into_value)
}

/// So many items lie in place while they are gathered; a longer row is charged meanwhile.
const FEW: usize = 16;

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    match own.get::<Zip>(rt).map_or(0, |zip| zip.iterators.len()) {
        0..=FEW => next_row(rt, own),
        count => rt.while_charged(count * size_of::<Value>(), |rt| next_row(rt, own)),
    }
}

#[inline]
fn next_row(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let nth = |rt: &Runtime, number| own.get::<Zip>(rt)?.iterators.get(number).cloned();
    let mut items: SmallVec<[Value; 4]> = SmallVec::new();
    while let Some(iterator) = nth(rt, items.len()) {
        let Some(item) = rt.next(&iterator)? else { return ended(rt, own, items.len()) };
        items.push(item);
    }
    if items.is_empty() {
        return Ok(None);
    }
    let payload = own.get_mut::<Zip>(rt);
    if let Some(kept) = payload.and_then(|own| own.kept.refill(&mut items)) {
        return Ok(Some(kept));
    }
    let kept = |rt| own.get_mut::<Zip>(rt).map(|own| &mut own.kept);
    kept::make(rt, items.into_iter(), kept).map(Some)
}

/// The iterator of this number has ended. With `strict`, all must end together.
fn ended(rt: &mut Runtime, own: Borrowed<'_>, number: usize) -> Result<Option<Value>> {
    let Some(Zip { iterators, strict: true, .. }) = own.get::<Zip>(rt) else { return Ok(None) };
    let iterators = iterators.clone();
    let before = |count: usize| match count {
        1 => "argument 1".to_owned(),
        _ => format!("arguments 1-{count}"),
    };
    if number > 0 {
        return Err(rt.value_error(format!(
            "zip() argument {} is shorter than {}",
            number + 1,
            before(number)
        )));
    }
    for (number, iterator) in iterators.iter().enumerate().skip(1) {
        if rt.next(iterator)?.is_some() {
            return Err(rt.value_error(format!(
                "zip() argument {} is longer than {}",
                number + 1,
                before(number)
            )));
        }
    }
    Ok(None)
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(payload) = own.get::<Zip>(rt) else { return Ok(own.to_value()) };
    let (iterators, strict) = (payload.iterators.clone(), payload.strict);
    let state = strict.then(|| singletons::bool(true));
    super::reduce::instance(rt, own, iterators.into_iter(), state)
}

/// `__setstate__(strict)`.
fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let strict = rt.is_true(args.at(1))?;
    if let Some(payload) = args.at(0).get_mut::<Zip>(rt) {
        payload.strict = strict;
    }
    Ok(singletons::none())
}

/// The table of `zip`.
pub(crate) const ZIP: ClassSpec = ClassSpec {
    name: "zip",
    doc: Some(
        "The zip object yields n-length tuples, where n is the number of iterables\npassed as \
         positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th \
         iterable argument to zip().  This continues until the\nshortest argument is exhausted.",
    ),
    text_signature: Some("(*iterables, strict=False)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[
        MethodSpec::method("__reduce__", "($self, /)", reduce)
            .doc("Return state information for pickling."),
        MethodSpec::method("__setstate__", "($self, object, /)", set_state)
            .doc("Set state information for unpickling."),
    ],
    ..ClassSpec::DEFAULT
};
