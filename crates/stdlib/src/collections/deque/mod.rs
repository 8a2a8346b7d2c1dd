//! `collections.deque`: a sequence that is quick at both ends.

mod iterator;
mod methods;
mod operators;
mod value;

use objmodel::objects::dict::Dict;
use objmodel::{Gc, Result, Runtime, Value};

use iterator::{DequeIterator, DequeReverseIterator};
use value::Deque;

/// The items at present.
fn items(rt: &Runtime, own: &Gc<Deque>) -> Vec<Value> {
    own.read(rt).items().cloned().collect()
}

/// An item of a deque that has not changed since it was in this state; `None` behind the last one.
fn at(rt: &Runtime, own: &Gc<Deque>, index: usize, state: u64) -> Result<Option<Value>> {
    let deque = own.read(rt);
    match deque.state == state {
        true => Ok(deque.get(index).cloned()),
        false => Err(rt.runtime_error("deque mutated during iteration")),
    }
}

/// Adds items at the right end; those that come before an error stay.
fn append_all(
    rt: &mut Runtime,
    own: &Gc<Deque>,
    items: impl IntoIterator<Item = Value>,
) -> Result<()> {
    for item in items {
        let old = rt.grow(own, |deque, meter| deque.push_back(meter, item))?;
        drop(old);
    }
    Ok(())
}

pub(super) fn fill_module(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<Deque>(rt, namespace)?;
    crate::module::class::<DequeIterator>(rt, namespace)?;
    crate::module::class::<DequeReverseIterator>(rt, namespace).map(drop)
}
