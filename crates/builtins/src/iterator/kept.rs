//! The tuple that an iterator gives again and again.

use objmodel::gc::Trace;
use objmodel::objects::tuple::Tuple;
use objmodel::{Result, Runtime, Value};

/// The first tuple that an iterator gave. When its turn comes and nobody else holds it any more, it is
/// given again with other items, as in CPython: so a loop over pairs makes one tuple.
#[derive(Default, Trace)]
#[trace(crate = objmodel::gc)]
pub struct Kept(Option<Tuple>);

impl Kept {
    /// Gives the kept tuple the next items, if it is free; `items` are the old ones then.
    #[inline]
    pub fn refill(&mut self, items: &mut [Value]) -> Option<Value> {
        let kept = self.0.as_mut()?;
        kept.exchange(items).then(|| Value::clone(kept))
    }

    /// Keeps a tuple unless one is kept already.
    pub fn keep(&mut self, tuple: &Tuple) {
        self.0.get_or_insert_with(|| tuple.clone());
    }
}

/// A tuple of these items, for an iterator whose kept one is not free; `kept` finds the latter.
///
/// # Errors
/// `MemoryError`.
pub fn make<'r>(
    rt: &'r mut Runtime,
    items: impl ExactSizeIterator<Item = Value>,
    kept: impl FnOnce(&'r mut Runtime) -> Option<&'r mut Kept>,
) -> Result {
    let made = rt.tuple(items)?;
    if let Some(kept) = kept(rt) {
        kept.keep(&made);
    }
    Ok(made.into_value())
}
