//! `iter(x)` and `next(x)`, whose end is no exception unless somebody looks.

use objmodel_gc::{Borrowed, ChargedVec, Gc, Value};
use objmodel_slots::SlotId;

use crate::host::Sent;
use crate::objects::exception::ExceptionObject;
use crate::objects::function::{Function, FunctionObject};
use crate::objects::iterator::SequenceIteratorObject;
use crate::objects::list::ListObject;
use crate::objects::str::StrObject;
use crate::objects::tuple::TupleObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::slot::Slot;

/// What `next(x)` comes to where a host runs scripted functions without native recursion.
pub enum NextStep {
    /// The next item.
    Item(Value),
    /// There is none.
    End,
    /// What this function returns, called with the iterator.
    Method(Function),
    /// The iterator is a generator, which was not asked.
    Generator,
}

impl Runtime {
    /// `iter(x)`: by `__iter__`, else by `__getitem__` with 0, 1 and so on.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let list = rt.list(vec![rt.int(1)?])?;
    /// let iterator = rt.iter(&list)?;
    /// assert!(rt.next(&iterator)?.is_some());
    /// assert!(rt.next(&iterator)?.is_none());
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object is not iterable or `__iter__` returns no iterator.
    pub fn iter<'a>(&mut self, value: impl Into<Borrowed<'a>>) -> Result {
        let value = value.into();
        let iterator = match self.slots_of(value).get(SlotId::TpIter) {
            Slot::Unary(_, code) => code.enter(self, "")?(self, value)?,
            Slot::Python(function) if !Runtime::is_blocked(function) => {
                let function = function.clone();
                match self.call_method_if_bound(&function, value, &[])? {
                    Some(iterator) => iterator,
                    None if self.is_sequence(value) => return self.sequence_iterator(value),
                    None => return Err(self.not_iterable(value)),
                }
            }
            Slot::Empty if self.is_sequence(value) => return self.sequence_iterator(value),
            _ => return Err(self.not_iterable(value)),
        };
        if !self.slots_of(iterator.as_ref()).has(SlotId::TpIternext) {
            return Err(self.type_error(format!(
                "iter() returned non-iterator of type '{}'",
                self.type_name(iterator.as_ref())
            )));
        }
        Ok(iterator)
    }

    /// The iterator over `x[0]`, `x[1]` and so on.
    fn sequence_iterator(&mut self, value: Borrowed<'_>) -> Result {
        let payload = SequenceIteratorObject { sequence: Some(value.to_value()), index: 0 };
        self.alloc(&self.types.iterator, payload).map(Gc::into_value)
    }

    /// `iter(x)`, a `TypeError` being replaced by one with the message that `refusal` makes.
    ///
    /// # Errors
    /// That `TypeError`; what else `__iter__` raises.
    pub fn iter_or_refuse(
        &mut self,
        value: Borrowed<'_>,
        refusal: impl FnOnce(&Runtime) -> String,
    ) -> Result {
        match self.iter(value) {
            Err(raise) if self.is_exception_of(&raise, &self.types.type_error) => {
                Err(self.type_error(refusal(self)))
            }
            iterator => iterator,
        }
    }

    /// Whether `x[0]`, `x[1]` and so on are its items: it has `__getitem__` and is no dict.
    pub fn is_sequence(&self, value: Borrowed<'_>) -> bool {
        !self.is_instance_of(value, &self.types.dict) && self.slots_of(value).has(SlotId::SqItem)
    }

    /// `next(x)`; `None` at the end.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let numbers = rt.iterator(|_| Ok(None::<i64>))?;
    /// assert!(rt.next(&numbers)?.is_none());
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no iterator; what `__next__` raises, except `StopIteration`.
    pub fn next<'a>(&mut self, iterator: impl Into<Borrowed<'a>>) -> Result<Option<Value>> {
        let iterator = iterator.into();
        match self.slots_of(iterator).get(SlotId::TpIternext) {
            Slot::IterNext(_, code) => match code.enter(self, "")?(self, iterator) {
                // A native iterator may pass on a `StopIteration` of the code that it calls.
                Err(raise) => self.catch_stop(raise).map(|_| None),
                next => next,
            },
            _ => self.next_by_python(iterator),
        }
    }

    #[cold]
    fn not_iterable(&self, value: Borrowed<'_>) -> Raise {
        self.type_error(format!("'{}' object is not iterable", self.type_name(value)))
    }

    /// `next(x)`, but leaving a scripted `__next__` to be called by the host, and a generator to be
    /// resumed by it.
    ///
    /// # Errors
    /// As for [`Runtime::next`].
    #[inline]
    pub fn next_step(&mut self, iterator: Borrowed<'_>) -> Result<NextStep> {
        match self.slots_of(iterator).get(SlotId::TpIternext) {
            Slot::IterNext(owner, _) if *owner == self.generator_slots => Ok(NextStep::Generator),
            Slot::IterNext(_, code) => match code.enter(self, "")?(self, iterator) {
                Ok(Some(item)) => Ok(NextStep::Item(item)),
                Ok(None) => Ok(NextStep::End),
                Err(raise) => self.catch_stop(raise).map(|_| NextStep::End),
            },
            _ => self.next_step_by_python(iterator),
        }
    }

    #[inline(never)]
    fn next_step_by_python(&mut self, iterator: Borrowed<'_>) -> Result<NextStep> {
        if let Slot::Python(function) = self.slots_of(iterator).get(SlotId::TpIternext)
            && let Some(function) = function.downcast_ref::<FunctionObject>()
        {
            return Ok(NextStep::Method(function.clone()));
        }
        Ok(self.next_by_python(iterator)?.map_or(NextStep::End, NextStep::Item))
    }

    fn next_by_python(&mut self, iterator: Borrowed<'_>) -> Result<Option<Value>> {
        let Slot::Python(function) = self.slots_of(iterator).get(SlotId::TpIternext) else {
            let class = self.type_name(iterator);
            return Err(self.type_error(format!("'{class}' object is not an iterator")));
        };
        let function = function.clone();
        match self.call_unbound(&function, iterator, &[]) {
            Ok(value) => Ok(Some(value)),
            Err(raise) => self.catch_stop(raise).map(|_| None),
        }
    }

    /// `iterator.__next__()`: the end is a `StopIteration` with what a generator returned.
    ///
    /// # Errors
    /// `StopIteration`; otherwise as for [`Runtime::next`].
    pub fn next_or_raise(&mut self, iterator: Borrowed<'_>) -> Result {
        let slots = self.slots_of(iterator);
        let sent = match slots.send(SlotId::AmSend).filter(|_| slots.has(SlotId::TpIternext)) {
            Some(send) => {
                send.enter(self, "")?(self, iterator, crate::singletons::none().as_ref())?
            }
            None => match self.next_as_raised(iterator)? {
                Some(value) => Sent::Yielded(value),
                None => return Err(self.stop_iteration(None)),
            },
        };
        self.yielded(sent)
    }

    /// What was yielded, as `send` and `__next__` return it.
    ///
    /// # Errors
    /// `StopIteration` with what was returned, unless that is `None`.
    pub fn yielded(&self, sent: Sent) -> Result {
        match sent {
            Sent::Yielded(value) => Ok(value),
            Sent::Returned(value) => {
                let value = Some(value).filter(|value| !crate::singletons::is_none(value));
                Err(self.stop_iteration(value))
            }
        }
    }

    /// `next(x)`, but a `StopIteration` that was raised stays what it is.
    fn next_as_raised(&mut self, iterator: Borrowed<'_>) -> Result<Option<Value>> {
        match self.slots_of(iterator).get(SlotId::TpIternext) {
            Slot::IterNext(_, code) => code.enter(self, "")?(self, iterator),
            Slot::Python(function) => {
                let function = function.clone();
                self.call_unbound(&function, iterator, &[]).map(Some)
            }
            _ => self.next(iterator),
        }
    }

    /// Takes a `StopIteration` as the end of an iteration: its value. Other raises pass.
    ///
    /// # Errors
    /// Any raise that is no `StopIteration`.
    #[inline(never)]
    pub fn catch_stop(&mut self, raise: Raise) -> Result {
        if !self.is_exception_of(&raise, &self.types.stop_iteration) {
            return Err(raise);
        }
        let exception = raise.into_exception()?;
        let value = exception.get::<ExceptionObject>(self).and_then(|e| e.extra(0).cloned());
        Ok(value.unwrap_or_else(crate::singletons::none))
    }

    /// The items of a tuple or list whose class does not say otherwise how it is iterated.
    fn items_of_exact<'a>(&'a self, iterable: Borrowed<'a>) -> Option<&'a [Value]> {
        let class = self.type_of(iterable);
        if class.is(&self.types.tuple) {
            return Some(iterable.get::<TupleObject>(self)?.items());
        }
        if class.is(&self.types.list) {
            return Some(iterable.get::<ListObject>(self)?.items());
        }
        None
    }

    /// Asks an iterable how many items it has, as everything that makes a sequence of one does. The
    /// answer is not used, since memory is charged as the items come, but a wrong one is an error.
    ///
    /// # Errors
    /// `TypeError` or `ValueError` for an answer that is no length; `OverflowError` for more items
    /// than can be counted; what `__len__` and `__length_hint__` raise, except `TypeError`.
    pub fn check_length_hint(&mut self, iterable: Borrowed<'_>) -> Result<()> {
        match self.len_if_any(iterable) {
            Ok(None) => {}
            Err(raise) if self.is_exception_of(&raise, &self.types.type_error) => {}
            other => return other.map(drop),
        }
        let name = self.names.length_hint.clone();
        let hint = match self.call_named(iterable, &name, &[]) {
            Ok(Some(hint)) if !crate::singletons::is_not_implemented(&hint) => hint,
            Err(raise) if !self.is_exception_of(&raise, &self.types.type_error) => {
                return Err(raise);
            }
            _ => return Ok(()),
        };
        let Some(count) = self.as_int(hint.as_ref()).map(|count| count.to_i64()) else {
            let class = self.type_name(hint.as_ref());
            return Err(self.type_error(format!("__length_hint__ must be an integer, not {class}")));
        };
        match count {
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            Some(count) if count < 0 => {
                Err(self.value_error("__length_hint__() should return >= 0"))
            }
            Some(_) => Ok(()),
        }
    }

    /// All items of an iterable, charged while they are held, and ticked.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let range = rt.builtin("range").expect("a built-in class");
    /// let numbers = rt.call(&range, (3,))?;
    /// assert_eq!(rt.collect(&numbers)?.len(), 3);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// What the iteration raises; `MemoryError`.
    pub fn collect<'a>(&mut self, iterable: impl Into<Borrowed<'a>>) -> Result<ChargedVec<Value>> {
        let iterable = iterable.into();
        if let Some(items) = self.items_of_exact(iterable) {
            self.tick(items.len() / 8)?;
            let mut copy = ChargedVec::new(&self.heap);
            if copy.reserve_exact(items.len()).and_then(|()| copy.extend_from_slice(items)).is_err()
            {
                return Err(self.memory_error());
            }
            return Ok(copy);
        }
        if let Some(text) = self.exact_str(iterable) {
            return self.characters_of(text);
        }
        let iterator = self.iter(iterable)?;
        self.check_length_hint(iterable)?;
        self.collect_rest(&iterator)
    }

    /// The characters of a text.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    fn characters_of(&self, text: &StrObject) -> Result<ChargedVec<Value>> {
        self.tick(text.len())?;
        let mut characters = ChargedVec::new(&self.heap);
        characters.reserve_exact(text.len()).map_err(|_| self.memory_error())?;
        for point in text.code_points() {
            let character = self.character(point)?.into_value();
            characters.push(character).map_err(|_| self.memory_error())?;
        }
        Ok(characters)
    }

    /// What is left of an iterator.
    ///
    /// # Errors
    /// As for [`Runtime::collect`].
    fn collect_rest(&mut self, iterator: &Value) -> Result<ChargedVec<Value>> {
        let mut items = ChargedVec::new(&self.heap);
        while let Some(item) = self.next(iterator)? {
            if items.push(item).is_err() {
                return Err(self.memory_error());
            }
            self.tick(1)?;
        }
        Ok(items)
    }
}
