//! Iterators over lists, tuples, and whatever has `__getitem__`.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::iterator::SequenceIteratorObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use super::{itself, reduce};
use crate::range::iterator::RangeIterator;

/// A place in a list or tuple.
pub(crate) trait Place: Payload {
    /// The payload of the sequence.
    type Of: Payload;

    /// The sequence, unless the iterator has ended.
    fn sequence(&self) -> Option<&Gc<Self::Of>>;
    /// The index of the next item.
    fn index(&self) -> &Cell<usize>;
    /// Takes the sequence out: the iterator has ended.
    fn end(&mut self) -> Option<Gc<Self::Of>>;
    /// The items of the sequence.
    fn items(sequence: &Self::Of) -> &[Value];

    /// The next item, if there is one.
    #[inline(always)]
    fn next_item(&self, rt: &Runtime) -> Option<Value> {
        let index = self.index().get();
        let item = Self::items(self.sequence()?.read(rt)).get(index)?.clone();
        self.index().set(index + 1);
        Some(item)
    }
}

macro_rules! iterator {
    ($payload:ident over $of:ident) => {
        /// The payload of this iterator.
        #[derive(Trace)]
        #[trace(crate = objmodel::gc)]
        pub(crate) struct $payload {
            /// `None` once it has ended.
            sequence: Option<Gc<$of>>,
            #[trace(leaf)]
            index: Cell<usize>,
        }

        impl Payload for $payload {}

        impl Place for $payload {
            type Of = $of;

            #[inline]
            fn sequence(&self) -> Option<&Gc<$of>> {
                self.sequence.as_ref()
            }

            #[inline]
            fn index(&self) -> &Cell<usize> {
                &self.index
            }

            fn end(&mut self) -> Option<Gc<$of>> {
                self.sequence.take()
            }

            #[inline]
            fn items(sequence: &$of) -> &[Value] {
                sequence.items()
            }
        }

        impl $payload {
            fn at(rt: &Runtime, sequence: Gc<$of>, index: usize) -> Result {
                let payload = $payload { sequence: Some(sequence), index: Cell::new(index) };
                rt.alloc_registered(payload).map(Gc::into_value)
            }
        }
    };
}

iterator!(ListIterator over ListObject);
iterator!(TupleIterator over TupleObject);
iterator!(ListReverseIterator over ListObject);

impl ListIterator {
    /// An iterator from the beginning.
    pub(crate) fn over(rt: &Runtime, list: Gc<ListObject>) -> Result {
        ListIterator::at(rt, list, 0)
    }
}

impl TupleIterator {
    /// An iterator from the beginning.
    pub(crate) fn over(rt: &Runtime, tuple: Gc<TupleObject>) -> Result {
        TupleIterator::at(rt, tuple, 0)
    }
}

impl ListReverseIterator {
    /// An iterator from the end. Its index is one more than that of the next item.
    pub(crate) fn over(rt: &Runtime, list: Gc<ListObject>) -> Result {
        let len = list.read(rt).len();
        ListReverseIterator::at(rt, list, len)
    }
}

/// The next item of the iterator of a range, a list or a tuple, if there is one; other iterators are
/// left alone. It runs no Python code.
#[inline(always)]
pub fn next_at_once(rt: &mut Runtime, iterator: Borrowed<'_>) -> Option<Value> {
    if let Some(range) = iterator.get_mut::<RangeIterator>(rt) {
        return range.advance().and_then(Value::small_int);
    }
    if let Some(place) = iterator.get::<ListIterator>(rt) {
        return place.next_item(rt);
    }
    iterator.get::<TupleIterator>(rt)?.next_item(rt)
}

fn next<T: Place>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(place) = own.get::<T>(rt) else { return Ok(None) };
    match place.next_item(rt) {
        None if place.sequence().is_some() => end::<T>(rt, own),
        item => Ok(item),
    }
}

/// Takes items from the iterator of a list or tuple while `take` holds, but at most some thousand of
/// them, which it pays for; whether more may be taken. Other iterators are left alone.
///
/// # Errors
/// The limit of ticks.
pub(crate) fn take_while(
    rt: &Runtime,
    iterator: Borrowed<'_>,
    take: impl FnMut(&Value) -> bool,
) -> Result<bool> {
    if let Some(place) = iterator.get::<ListIterator>(rt) {
        return take_items(rt, place, take);
    }
    match iterator.get::<TupleIterator>(rt) {
        Some(place) => take_items(rt, place, take),
        None => Ok(false),
    }
}

fn take_items<T: Place>(
    rt: &Runtime,
    place: &T,
    mut take: impl FnMut(&Value) -> bool,
) -> Result<bool> {
    const MOST: usize = 4096;
    let Some(sequence) = place.sequence() else { return Ok(false) };
    let index = place.index().get();
    let rest = T::items(sequence.read(rt)).get(index..).unwrap_or_default();
    let taken = rest.iter().take(MOST).take_while(|item| take(item)).count();
    place.index().set(index + taken);
    rt.tick(taken)?;
    Ok(taken == MOST)
}

fn next_back(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(place) = own.get::<ListReverseIterator>(rt) else { return Ok(None) };
    let Some(list) = &place.sequence else { return Ok(None) };
    let next = place.index.get().checked_sub(1);
    let Some((index, item)) = next.and_then(|at| Some((at, list.read(rt).items().get(at)?))) else {
        return end::<ListReverseIterator>(rt, own);
    };
    place.index.set(index);
    Ok(Some(item.clone()))
}

/// Lets the sequence go: an iterator that has ended stays so.
#[cold]
fn end<T: Place>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let ended = own.get_mut::<T>(rt).and_then(T::end);
    drop(ended);
    Ok(None)
}

/// How many items there are, and the index of the next one, unless the iterator has ended.
fn state<T: Place>(rt: &Runtime, own: Borrowed<'_>) -> Option<(usize, usize)> {
    let place = own.get::<T>(rt)?;
    Some((T::items(place.sequence()?.read(rt)).len(), place.index().get()))
}

fn length_hint<'a, T: Place>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let (len, index) = state::<T>(rt, args.at(0)).unwrap_or_default();
    rt.int_from_usize(len.saturating_sub(index))
}

fn length_hint_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (len, left) = state::<ListReverseIterator>(rt, args.at(0)).unwrap_or_default();
    rt.int_from_usize(if left <= len { left } else { 0 })
}

/// `__setstate__(index)`. A negative index is the beginning of a tuple, but beyond a list.
fn set_state<'a, T: Place>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let index = reduce::index_of(rt, args.at(1))?;
    if let Some(place) = args.at(0).get::<T>(rt)
        && let Some(sequence) = place.sequence()
    {
        let before = if sequence.is_payload::<ListObject>() { usize::MAX } else { 0 };
        place.index().set(usize::try_from(index).unwrap_or(before));
    }
    Ok(singletons::none())
}

fn set_state_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = reduce::index_of(rt, args.at(1))?;
    if let Some(place) = args.at(0).get::<ListReverseIterator>(rt)
        && let Some(list) = &place.sequence
    {
        let left = usize::try_from(index.saturating_add(1)).unwrap_or(0);
        place.index.set(left.min(list.read(rt).len()));
    }
    Ok(singletons::none())
}

fn place_of<T: Place>(rt: &Runtime, own: Borrowed<'_>) -> Option<(Value, i64)> {
    let place = own.get::<T>(rt)?;
    let sequence = Value::clone(place.sequence()?);
    Some((sequence, i64::try_from(place.index().get()).unwrap_or(i64::MAX)))
}

fn reduce_list(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = |rt: &Runtime| place_of::<ListIterator>(rt, args.at(0));
    reduce::place(rt, "iter", place, reduce::no_list)
}

fn reduce_tuple(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = |rt: &Runtime| place_of::<TupleIterator>(rt, args.at(0));
    reduce::place(rt, "iter", place, reduce::no_tuple)
}

fn reduce_back(rt: &mut Runtime, args: Args<'_>) -> Result {
    let place = |rt: &Runtime| {
        let (list, left) = place_of::<ListReverseIterator>(rt, args.at(0))?;
        Some((list, left - 1))
    };
    reduce::place(rt, "reversed", place, reduce::no_list)
}

macro_rules! table {
    ($payload:ident $table:ident $name:literal $next:expr, $hint:expr, $set:expr, $reduce:expr) => {
        /// The table of this iterator.
        pub(crate) const $table: ClassSpec = ClassSpec {
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
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

table!(ListIterator LIST_ITERATOR "list_iterator" next::<ListIterator>, length_hint::<ListIterator>, set_state::<ListIterator>, reduce_list);
table!(TupleIterator TUPLE_ITERATOR "tuple_iterator" next::<TupleIterator>, length_hint::<TupleIterator>, set_state::<TupleIterator>, reduce_tuple);
table!(ListReverseIterator LIST_REVERSE_ITERATOR "list_reverseiterator" next_back, length_hint_back, set_state_back, reduce_back);

/// `iterator`: by `__getitem__` with 0, 1 and so on, until that raises `IndexError` or
/// `StopIteration`.
fn next_item(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(payload) = own.get::<SequenceIteratorObject>(rt) else { return Ok(None) };
    let (Some(sequence), index) = (payload.sequence.clone(), payload.index) else {
        return Ok(None);
    };
    if index >= isize::MAX as usize {
        return Err(rt.overflow_error("iter index too large"));
    }
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
            if rt.is_exception_of(&raise, index) || rt.is_exception_of(&raise, stop) {
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
    let place = |rt: &Runtime| {
        let payload = args.at(0).get::<SequenceIteratorObject>(rt)?;
        Some((payload.sequence.clone()?, i64::try_from(payload.index).unwrap_or(i64::MAX)))
    };
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
pub(crate) const ITERATOR: ClassSpec = ClassSpec {
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
    ..ClassSpec::DEFAULT
}
.checked();
