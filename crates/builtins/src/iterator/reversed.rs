//! `reversed`: by `__reversed__`, else from the last item of a sequence to the first.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use super::itself;

/// The payload of `reversed`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct Reversed {
    /// `None` once it has ended.
    sequence: Option<Value>,
    /// One more than the index of the next item.
    #[trace(leaf)]
    left: usize,
}

impl Payload for Reversed {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    rt.refuse_keywords(class, SlotId::TpInit, args)?;
    let [value] = args.positionals() else {
        return Err(rt.type_error(format!("reversed expected 1 argument, got {}", args.len())));
    };
    let name = rt.names().reversed.clone();
    let of = rt.type_of(*value).to_gc();
    let not_reversible = |rt: &Runtime| {
        rt.type_error(format!("'{}' object is not reversible", rt.type_name(*value)))
    };
    match rt.lookup(&of, &name) {
        Some(method) if singletons::is_none(&method) => return Err(not_reversible(rt)),
        Some(method) => return rt.call_unbound(&method, *value, &[]),
        None => {}
    }
    if !rt.is_sequence(*value) {
        return Err(not_reversible(rt));
    }
    let left = rt.len(*value)?;
    rt.alloc(class, Reversed { sequence: Some(value.to_value()), left }).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<Reversed>(rt) else { return Ok(None) };
    let Some(sequence) = payload.sequence.clone() else { return Ok(None) };
    let index = payload.left.checked_sub(1);
    let outcome = match index {
        Some(index) => {
            let key = rt.int_from_usize(index)?;
            rt.get_item(&sequence, &key).map(Some)
        }
        None => Ok(None),
    };
    if let Some(payload) = own.get_mut::<Reversed>(rt) {
        payload.left = index.unwrap_or(0);
        // Any error is the end.
        if !matches!(outcome, Ok(Some(_))) {
            payload.left = 0;
            let ended = payload.sequence.take();
            drop(ended);
        }
    }
    match outcome {
        Err(raise)
            if rt.is_exception_of(&raise, &rt.types().index_error)
                || rt.is_exception_of(&raise, &rt.types().stop_iteration) =>
        {
            Ok(None)
        }
        outcome => outcome,
    }
}

fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(payload) = args.at(0).get::<Reversed>(rt) else { return rt.int(0) };
    let (Some(sequence), left) = (payload.sequence.clone(), payload.left) else {
        return rt.int(0);
    };
    let len = rt.len(&sequence)?;
    rt.int_from_usize(if len < left { 0 } else { left })
}

fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let place = own
        .get::<Reversed>(rt)
        .and_then(|payload| Some((payload.sequence.clone()?, payload.left as i64 - 1)));
    match place {
        Some((sequence, index)) => {
            let index = rt.int(index)?;
            super::reduce::instance(rt, own, [sequence].into_iter(), Some(index))
        }
        None => {
            let empty = super::reduce::no_tuple(rt)?;
            super::reduce::instance(rt, own, [empty].into_iter(), None)
        }
    }
}

/// `__setstate__(index)`: of the next item.
fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = super::reduce::index_of(rt, args.at(1))?;
    let sequence = args.at(0).get::<Reversed>(rt).and_then(|payload| payload.sequence.clone());
    let Some(sequence) = sequence else { return Ok(singletons::none()) };
    let len = rt.len(&sequence)?;
    if let Some(payload) = args.at(0).get_mut::<Reversed>(rt) {
        payload.left = usize::try_from(index.saturating_add(1)).unwrap_or(0).min(len);
    }
    Ok(singletons::none())
}

/// The table of `reversed`.
pub(crate) const REVERSED: ClassSpec = ClassSpec {
    name: "reversed",
    doc: Some("Return a reverse iterator over the values of the given sequence."),
    text_signature: Some("(sequence, /)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
    ],
    methods: &[
        MethodSpec::method("__length_hint__", "($self, /)", length_hint)
            .doc("Private method returning an estimate of len(list(it))."),
        MethodSpec::method("__reduce__", "($self, /)", reduce)
            .doc("Return state information for pickling."),
        MethodSpec::method("__setstate__", "($self, object, /)", set_state)
            .doc("Set state information for unpickling."),
    ],
    ..ClassSpec::DEFAULT
};
