//! `memory_iterator`: the items of a view of one dimension.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Gc, Payload, Result, Runtime, Value};

use super::item;
use super::view::parts;
use crate::iterator::itself;

/// The payload of `memory_iterator`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct MemoryIterator {
    /// `None` once it has ended.
    view: Option<Value>,
    #[trace(leaf)]
    index: usize,
    /// How many items there were at the start.
    #[trace(leaf)]
    count: usize,
}

impl Payload for MemoryIterator {}

pub(super) fn over(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let view = parts(rt, own)?;
    match view.layout.shape[..] {
        [count] => {
            let payload = MemoryIterator { view: Some(own.to_value()), index: 0, count };
            rt.alloc_registered(payload).map(Gc::into_value)
        }
        [] => Err(rt.type_error("invalid indexing of 0-dim memory")),
        _ => Err(rt.error(
            &rt.types().not_implemented_error,
            "multi-dimensional sub-views are not implemented",
        )),
    }
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let Some(iterator) = own.get_mut::<MemoryIterator>(rt) else { return Ok(None) };
    let index = iterator.index;
    let view = match &iterator.view {
        Some(view) if index < iterator.count => view.clone(),
        _ => {
            let ended = iterator.view.take();
            drop(ended);
            return Ok(None);
        }
    };
    iterator.index += 1;
    item::item(rt, view.as_ref(), index as isize).map(Some)
}

/// The table of `memory_iterator`.
pub(crate) const MEMORY_ITERATOR: ClassSpec = ClassSpec {
    name: "memory_iterator",
    subclassable: false,
    slots: &[(SlotId::TpIter, SlotFn::Unary(itself)), (SlotId::TpIternext, SlotFn::IterNext(next))],
    ..ClassSpec::DEFAULT
}
.checked();
