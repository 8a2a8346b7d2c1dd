//! `await x`, `async for`: what is awaited, and what asynchronous iterators give (data model,
//! "Coroutines").

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{SlotId, SpecialId};

use crate::objects::code::flags::ITERABLE_COROUTINE;
use crate::objects::generator::{GeneratorKind, GeneratorObject};
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// The iterator that `await x` drives: a coroutine itself, else what `__await__` returns (data
    /// model, "Awaitable Objects").
    ///
    /// # Errors
    /// `TypeError` if `x` cannot be awaited or `__await__` returns no iterator; what it raises.
    pub fn get_awaitable(&mut self, object: Borrowed<'_>) -> Result {
        self.check_all_own(&[object])?;
        if self.is_coroutine(object) {
            return Ok(object.to_value());
        }
        let Some(iterator) = self.call_async(object, SpecialId::Await)? else {
            let class = self.type_name(object);
            return Err(
                self.type_error(format!("object {class} can't be used in 'await' expression"))
            );
        };
        if self.is_coroutine(iterator.as_ref()) {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if !self.has_slot(iterator.as_ref(), SlotId::TpIternext) {
            let class = self.type_name(iterator.as_ref());
            return Err(
                self.type_error(format!("__await__() returned non-iterator of type '{class}'"))
            );
        }
        Ok(iterator)
    }

    /// Calls `__await__`, `__aiter__` or `__anext__`; `None` if the class does not have it.
    ///
    /// # Errors
    /// `AttributeError` if it cannot be bound; what it raises.
    pub fn call_async(
        &mut self,
        object: Borrowed<'_>,
        special: SpecialId,
    ) -> Result<Option<Value>> {
        let Some(method) = self.lookup_special(object, special) else { return Ok(None) };
        match self.call_method_if_bound(&method, object, &[])? {
            None => {
                let (class, name) = (self.type_name(object), special.name());
                Err(self.attribute_error(format!("object {class} does not have {name} method")))
            }
            answer => Ok(answer),
        }
    }

    /// Whether `await` takes the object as it is: a coroutine, or a generator that was declared as
    /// one.
    fn is_coroutine(&self, object: Borrowed<'_>) -> bool {
        object.get::<GeneratorObject>(self).is_some_and(|body| match body.kind {
            GeneratorKind::Coroutine => true,
            GeneratorKind::Generator => body.code.frozen().flags & ITERABLE_COROUTINE != 0,
            GeneratorKind::AsyncGenerator => false,
        })
    }

    /// The asynchronous iterator of `async for` (data model, "Asynchronous Iterators").
    ///
    /// # Errors
    /// `TypeError` if there is no `__aiter__`, or if what it returns has no `__anext__`; what it
    /// raises.
    pub fn get_aiter(&mut self, object: Borrowed<'_>) -> Result {
        self.check_all_own(&[object])?;
        let Some(iterator) = self.call_async(object, SpecialId::AIter)? else {
            let class = self.type_name(object);
            return Err(self.type_error(format!(
                "'async for' requires an object with __aiter__ method, got {class}"
            )));
        };
        if self.lookup_special(iterator.as_ref(), SpecialId::ANext).is_none() {
            let class = self.type_name(iterator.as_ref());
            return Err(self.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: \
                 {class}"
            )));
        }
        Ok(iterator)
    }

    /// What the next step of `async for` awaits. The iterator ends with `StopAsyncIteration`.
    ///
    /// # Errors
    /// `TypeError` if there is no `__anext__` or its result cannot be awaited, with the reason as
    /// its cause; what `__anext__` raises.
    pub fn get_anext(&mut self, iterator: Borrowed<'_>) -> Result {
        let Some(awaitable) = self.call_async(iterator, SpecialId::ANext)? else {
            let class = self.type_name(iterator);
            return Err(self.type_error(format!(
                "'async for' requires an iterator with __anext__ method, got {class}"
            )));
        };
        self.get_awaitable(awaitable.as_ref()).or_else(|raise| {
            let class = self.type_name(awaitable.as_ref());
            let error = self.type_error(format!(
                "'async for' received an invalid object from __anext__: {class}"
            ));
            let cause: Value = raise.into_exception()?;
            Err(self.with_cause(error, cause))
        })
    }
}
