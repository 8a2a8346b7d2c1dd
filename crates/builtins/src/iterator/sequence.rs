//! Iterators over lists, tuples, and whatever has `__getitem__`.

use objmodel::gc::Trace;
use objmodel::objects::iterator::SequenceIteratorObject;
use objmodel::objects::list::ListObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{MethodSpec, TypeSpec};
use objmodel::{Args, Gc, Payload, Ref, Result, Runtime, Value, singletons};

use super::{itself, reduce};
use crate::sequence::items;

macro_rules! iterator {
    ($payload:ident) => {
        /// The payload of this iterator.
        #[derive(Trace)]
        #[trace(crate = objmodel::gc)]
        pub(crate) struct $payload {
            /// `None` once it has ended.
            sequence: Option<Value>,
            #[trace(leaf)]
            index: usize,
        }

        impl Payload for $payload {}

        impl Place for $payload {
            fn place(&self) -> (Option<&Value>, usize) {
                (self.sequence.as_ref(), self.index)
            }

            fn set(&mut self, index: usize) {
                self.index = index;
            }

            fn end(&mut self) -> Option<Value> {
                self.sequence.take()
            }
        }
    };
}

/// A place in a sequence.
trait Place: Payload {
    fn place(&self) -> (Option<&Value>, usize);
    fn set(&mut self, index: usize);
    fn end(&mut self) -> Option<Value>;
}

iterator!(ListIterator);
iterator!(TupleIterator);
iterator!(ListReverseIterator);

macro_rules! forward {
    ($($payload:ident)*) => {$(
        impl $payload {
            /// An iterator from the beginning.
            pub(crate) fn over(rt: &mut Runtime, sequence: Ref<'_>) -> Result {
                let payload = $payload { sequence: Some(sequence.to_value()), index: 0 };
                rt.alloc_registered(payload).map(Gc::into_value)
            }
        }
    )*};
}

forward!(ListIterator TupleIterator);

impl ListReverseIterator {
    /// An iterator from the end. Its index is one more than that of the next item.
    pub(crate) fn over(rt: &mut Runtime, sequence: Ref<'_>) -> Result {
        let index = items(rt, sequence).len();
        let payload = ListReverseIterator { sequence: Some(sequence.to_value()), index };
        rt.alloc_registered(payload).map(Gc::into_value)
    }
}

#[inline]
fn next<T: Place>(rt: &mut Runtime, own: Ref<'_>) -> Result<Option<Value>> {
    let Some((Some(sequence), index)) = own.get::<T>(rt).map(T::place) else { return Ok(None) };
    let item = items(rt, sequence.as_ref()).get(index).cloned();
    let Some(payload) = own.get_mut::<T>(rt) else { return Ok(None) };
    if item.is_some() {
        payload.set(index + 1);
    } else {
        drop(payload.end());
    }
    Ok(item)
}

fn next_back(rt: &mut Runtime, own: Ref<'_>) -> Result<Option<Value>> {
    let Some((Some(sequence), index)) = own.get::<ListReverseIterator>(rt).map(Place::place) else {
        return Ok(None);
    };
    let item = index.checked_sub(1).and_then(|at| items(rt, sequence.as_ref()).get(at).cloned());
    let Some(payload) = own.get_mut::<ListReverseIterator>(rt) else { return Ok(None) };
    if item.is_some() {
        payload.set(index - 1);
    } else {
        drop(payload.end());
    }
    Ok(item)
}

fn length_hint<'a, T: Place>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let left = match args.at(0).get::<T>(rt).map(T::place) {
        Some((Some(sequence), index)) => items(rt, sequence.as_ref()).len().saturating_sub(index),
        _ => 0,
    };
    rt.int_from_usize(left)
}

fn length_hint_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let left = match args.at(0).get::<ListReverseIterator>(rt).map(Place::place) {
        Some((Some(sequence), index)) if index <= items(rt, sequence.as_ref()).len() => index,
        _ => 0,
    };
    rt.int_from_usize(left)
}

/// `__setstate__(index)`. A negative index is the beginning of a tuple, but beyond a list.
fn set_state<'a, T: Place>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let index = reduce::index_of(rt, args.at(1))?;
    let place = args.at(0).get::<T>(rt).map(T::place);
    let Some((Some(sequence), _)) = place else { return Ok(singletons::none()) };
    let of_list = sequence.is_payload::<ListObject>();
    let index = match usize::try_from(index) {
        Ok(index) => index,
        Err(_) if of_list => usize::MAX,
        Err(_) => 0,
    };
    if let Some(payload) = args.at(0).get_mut::<T>(rt) {
        payload.set(index);
    }
    Ok(singletons::none())
}

fn set_state_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = reduce::index_of(rt, args.at(1))?;
    let place = args.at(0).get::<ListReverseIterator>(rt).map(Place::place);
    let Some((Some(sequence), _)) = place else { return Ok(singletons::none()) };
    let len = items(rt, sequence.as_ref()).len();
    let left = usize::try_from(index.saturating_add(1)).unwrap_or(0).min(len);
    if let Some(payload) = args.at(0).get_mut::<ListReverseIterator>(rt) {
        payload.set(left);
    }
    Ok(singletons::none())
}

fn place_of<T: Place>(rt: &Runtime, own: Ref<'_>) -> Option<(Value, i64)> {
    let (sequence, index) = own.get::<T>(rt).map(T::place)?;
    Some((sequence?.clone(), i64::try_from(index).unwrap_or(i64::MAX)))
}

fn reduce_list(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = place_of::<ListIterator>(rt, args.at(0));
    reduce::place(rt, "iter", place, reduce::no_list)
}

fn reduce_tuple(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = place_of::<TupleIterator>(rt, args.at(0));
    reduce::place(rt, "iter", place, reduce::no_tuple)
}

fn reduce_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = place_of::<ListReverseIterator>(rt, args.at(0));
    let place = place.map(|(list, left)| (list, left - 1));
    reduce::place(rt, "reversed", place, reduce::no_list)
}

macro_rules! table {
    ($payload:ident $table:ident $name:literal $next:expr, $hint:expr, $set:expr, $reduce:expr) => {
        /// The table of this iterator.
        pub(crate) const $table: TypeSpec = TypeSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(itself)),
                (SlotId::TpIternext, SlotFn::IterNext($next)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", $hint)
                    .doc("Private method returning an estimate of len(list(it))."),
                MethodSpec::method("__setstate__", "($self, state, /)", $set)
                    .doc("Set state information for unpickling."),
                MethodSpec::method("__reduce__", "($self, /)", $reduce)
                    .doc("Return state information for pickling."),
            ],
            ..TypeSpec::DEFAULT
        };
    };
}

table!(ListIterator LIST_ITERATOR "list_iterator" next::<ListIterator>, length_hint::<ListIterator>, set_state::<ListIterator>, reduce_list);
table!(TupleIterator TUPLE_ITERATOR "tuple_iterator" next::<TupleIterator>, length_hint::<TupleIterator>, set_state::<TupleIterator>, reduce_tuple);
table!(ListReverseIterator LIST_REVERSE_ITERATOR "list_reverseiterator" next_back, length_hint_back, set_state_back, reduce_back);

/// `iterator`: by `__getitem__` with 0, 1 and so on, until that raises `IndexError` or
/// `StopIteration`.
fn next_item(rt: &mut Runtime, own: Ref<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<SequenceIteratorObject>(rt) else { return Ok(None) };
    let (Some(sequence), index) = (payload.sequence.clone(), payload.index) else {
        return Ok(None);
    };
    let key = rt.int_from_usize(index)?;
    let outcome = rt.get_item(&sequence, &key);
    let Some(payload) = own.get_mut::<SequenceIteratorObject>(rt) else { return Ok(None) };
    match outcome {
        Ok(item) => {
            payload.index = index + 1;
            Ok(Some(item))
        }
        Err(raise) => {
            let ended = payload.sequence.take();
            let (index, stop) = (&rt.types().index_error, &rt.types().stop_iteration);
            if rt.raised(&raise, index) || rt.raised(&raise, stop) {
                drop(ended);
                return Ok(None);
            }
            // Another error does not end the iteration.
            if let Some(payload) = own.get_mut::<SequenceIteratorObject>(rt) {
                payload.sequence = ended;
            }
            Err(raise)
        }
    }
}

fn item_length_hint(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(payload) = args.at(0).get::<SequenceIteratorObject>(rt) else {
        return Ok(singletons::not_implemented());
    };
    let (Some(sequence), index) = (payload.sequence.clone(), payload.index) else {
        return rt.int(0);
    };
    let sized = rt.has_slot(sequence.as_ref(), SlotId::SqLength)
        || rt.has_slot(sequence.as_ref(), SlotId::MpLength);
    if !sized {
        return Ok(singletons::not_implemented());
    }
    let len = rt.len(&sequence)?;
    rt.int_from_usize(len.saturating_sub(index))
}

fn reduce_items(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = args.at(0).get::<SequenceIteratorObject>(rt).and_then(|payload| {
        Some((payload.sequence.clone()?, i64::try_from(payload.index).unwrap_or(i64::MAX)))
    });
    reduce::place(rt, "iter", place, reduce::no_tuple)
}

fn set_item_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = reduce::index_of(rt, args.at(1))?;
    if let Some(payload) = args.at(0).get_mut::<SequenceIteratorObject>(rt)
        && payload.sequence.is_some()
    {
        payload.index = usize::try_from(index).unwrap_or(0);
    }
    Ok(singletons::none())
}

/// The table of `iterator`.
pub(crate) const ITERATOR: TypeSpec = TypeSpec {
    name: "iterator",
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next_item)),
    ],
    methods: &[
        MethodSpec::method("__length_hint__", "($self, /)", item_length_hint)
            .doc("Private method returning an estimate of len(list(it))."),
        MethodSpec::method("__reduce__", "($self, /)", reduce_items)
            .doc("Return state information for pickling."),
        MethodSpec::method("__setstate__", "($self, object, /)", set_item_state)
            .doc("Set state information for unpickling."),
    ],
    ..TypeSpec::DEFAULT
};
