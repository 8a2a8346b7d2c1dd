//! Iterators over the characters of a string.

use std::cell::Cell;

use objmodel::gc::Trace;
use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use super::sequence::character;
use crate::iterator::reduce;

/// Walks over ASCII text.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct AsciiIterator(Walk);

/// Walks over any other text.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct PointIterator(Walk);

#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Walk {
    /// `None` once it has ended.
    text: Option<Str>,
    /// Where the next character begins, in bytes.
    #[trace(leaf)]
    offset: Cell<usize>,
}

impl Payload for AsciiIterator {}
impl Payload for PointIterator {}

pub(super) fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let text = super::this(rt, own)?;
    // A subclass keeps its text otherwise in CPython, which shows in the name.
    let ascii = text.read(rt).is_ascii() && rt.type_of(own).is(&rt.types().str);
    let walk = Walk { text: Some(text), offset: Cell::new(0) };
    if ascii {
        rt.alloc_registered(AsciiIterator(walk)).map(Gc::into_value)
    } else {
        rt.alloc_registered(PointIterator(walk)).map(Gc::into_value)
    }
}

/// What both kinds are made of.
trait Walker: Payload {
    fn walk(&self) -> &Walk;
    fn walk_mut(&mut self) -> &mut Walk;
}

impl Walker for AsciiIterator {
    fn walk(&self) -> &Walk {
        &self.0
    }

    fn walk_mut(&mut self) -> &mut Walk {
        &mut self.0
    }
}

impl Walker for PointIterator {
    fn walk(&self) -> &Walk {
        &self.0
    }

    fn walk_mut(&mut self) -> &mut Walk {
        &mut self.0
    }
}

fn next_ascii(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(AsciiIterator(walk)) = own.get::<AsciiIterator>(rt) else { return Ok(None) };
    let Some(text) = &walk.text else { return Ok(None) };
    let offset = walk.offset.get();
    let Some(&byte) = text.read(rt).as_bytes().get(offset) else {
        return end::<AsciiIterator>(rt, own);
    };
    walk.offset.set(offset + 1);
    character(rt, u32::from(byte)).map(Some)
}

fn next_point(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(PointIterator(walk)) = own.get::<PointIterator>(rt) else { return Ok(None) };
    let Some(text) = &walk.text else { return Ok(None) };
    let offset = walk.offset.get();
    let rest = text.read(rt).as_bytes().get(offset..).unwrap_or_default();
    let Some((point, len)) = crate::text::codepoints::decode(rest) else {
        return end::<PointIterator>(rt, own);
    };
    walk.offset.set(offset + len);
    character(rt, point).map(Some)
}

/// Lets the text go: an iterator that has ended stays so.
#[cold]
fn end<T: Walker>(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let ended = own.get_mut::<T>(rt).and_then(|own| own.walk_mut().text.take());
    drop(ended);
    Ok(None)
}

fn length_hint<'a, T: Walker>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let left = match args.at(0).get::<T>(rt).map(T::walk) {
        Some(Walk { text: Some(text), offset }) => {
            let text: &StrObject = text.read(rt);
            text.len() - text.position(offset.get())
        }
        _ => 0,
    };
    rt.int_from_usize(left)
}

fn reduce_walk<'a, T: Walker>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let place = |rt: &Runtime| {
        let walk = args.at(0).get::<T>(rt).map(T::walk)?;
        let text = walk.text.as_ref()?;
        let index = text.read(rt).position(walk.offset.get());
        Some((Value::clone(text), index as i64))
    };
    reduce::place(rt, "iter", place, reduce::no_text)
}

/// `__setstate__(index)`.
fn set_state<'a, T: Walker>(rt: &mut Runtime, args: Args<'a>) -> Result {
    let index = usize::try_from(reduce::index_of(rt, args.at(1))?).unwrap_or(0);
    if let Some(walk) = args.at(0).get::<T>(rt).map(T::walk)
        && let Some(text) = &walk.text
    {
        let text = text.read(rt);
        walk.offset.set(text.byte_offset(index.min(text.len())));
    }
    Ok(singletons::none())
}

macro_rules! table {
    ($name:ident $text:literal $payload:ident $next:ident) => {
        /// The table of this iterator.
        pub(crate) const $name: ClassSpec = ClassSpec {
            name: $text,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(crate::iterator::itself)),
                (SlotId::TpIternext, SlotFn::IterNext($next)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", length_hint::<$payload>)
                    .doc("Private method returning an estimate of len(list(it))."),
                MethodSpec::method("__reduce__", "($self, /)", reduce_walk::<$payload>)
                    .doc("Return state information for pickling."),
                MethodSpec::method("__setstate__", "($self, object, /)", set_state::<$payload>)
                    .doc("Set state information for unpickling."),
            ],
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

table!(STR_ASCII_ITERATOR "str_ascii_iterator" AsciiIterator next_ascii);
table!(STR_ITERATOR "str_iterator" PointIterator next_point);
