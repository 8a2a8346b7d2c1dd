//! `set_iterator`.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::set::Set;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value};

use crate::iterator::{itself, reduce};

/// The payload of `set_iterator`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct SetIterator {
    /// `None` once it has ended.
    set: Option<Set>,
    #[trace(leaf)]
    place: Cell<usize>,
    /// The length that the set had; another one is an error.
    #[trace(leaf)]
    len: Cell<usize>,
    #[trace(leaf)]
    left: Cell<usize>,
}

impl Payload for SetIterator {}

pub(super) fn over(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let set = super::this(rt, own)?;
    let len = set.read(rt).len();
    let payload = SetIterator {
        set: Some(set.to_gc()),
        place: Cell::new(0),
        len: Cell::new(len),
        left: Cell::new(len),
    };
    rt.alloc_registered(payload).map(Gc::into_value)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<SetIterator>(rt) else { return Ok(None) };
    let Some(set) = &payload.set else { return Ok(None) };
    let body = set.read(rt);
    if body.len() != payload.len.get() {
        payload.len.set(usize::MAX);
        return Err(rt.runtime_error("Set changed size during iteration"));
    }
    let Some((place, _, key)) = body.key_from(payload.place.get()) else {
        let ended = own.get_mut::<SetIterator>(rt).and_then(|own| own.set.take());
        drop(ended);
        return Ok(None);
    };
    payload.place.set(place);
    payload.left.set(payload.left.get().saturating_sub(1));
    Ok(Some(key.clone()))
}

fn length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let left = match args.at(0).get::<SetIterator>(rt) {
        Some(SetIterator { set: Some(set), len, left, .. }) if set.read(rt).len() == len.get() => {
            left.get()
        }
        _ => 0,
    };
    rt.int_from_usize(left)
}

/// `(iter, (list of what is left,))`.
fn reduce_keys(rt: &mut Runtime, args: Args<'_>) -> Result {
    let mut left: Vec<Value> = Vec::new();
    if let Some(SetIterator { set: Some(set), place, len, .. }) = args.at(0).get(rt) {
        let body = set.read(rt);
        if body.len() != len.get() {
            return Err(rt.runtime_error("Set changed size during iteration"));
        }
        rt.check_room(body.len().saturating_mul(size_of::<Value>()))?;
        rt.tick(body.places() / 16)?;
        let keys = (place.get()..body.places()).filter_map(|place| body.key(place));
        left = keys.map(|(_, key)| key.clone()).collect();
    }
    let list = rt.list(left)?.into_value();
    reduce::again(rt, "iter", list, None)
}

/// The table of `set_iterator`.
pub(crate) const SET_ITERATOR: ClassSpec = ClassSpec {
    name: "set_iterator",
    subclassable: false,
    slots: &[(SlotId::TpIter, SlotFn::Unary(itself)), (SlotId::TpIternext, SlotFn::IterNext(next))],
    methods: &[
        MethodSpec::method("__length_hint__", "($self, /)", length_hint)
            .doc("Private method returning an estimate of len(list(it))."),
        MethodSpec::method("__reduce__", "($self, /)", reduce_keys)
            .doc("Return state information for pickling."),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
