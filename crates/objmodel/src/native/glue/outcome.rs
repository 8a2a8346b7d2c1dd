//! What methods return becomes what slots return.

use objmodel_gc::Value;

use super::super::into_object::{BorrowedIntoPyObject, IntoPyObject, IntoRaise};
use super::super::iteration::{IterANextOutput, IterNextOutput};
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// What a method returned: a result, or a value alone.
pub struct Outcome<T>(pub T);

impl<T, E: IntoRaise> Outcome<std::result::Result<T, E>> {
    #[inline]
    pub fn result(self, rt: &mut Runtime) -> Result<T> {
        self.0.map_err(|error| error.into_raise(rt))
    }

    #[inline]
    pub fn into_object(self, rt: &mut Runtime) -> Result
    where
        T: IntoPyObject,
    {
        let value = self.result(rt)?;
        rt.admit(value)
    }
}

impl<T: BorrowedIntoPyObject, E: From<Raise>> Outcome<std::result::Result<T, E>> {
    pub fn borrowed(self, rt: &Runtime) -> std::result::Result<Value, E> {
        Ok(rt.admit_borrowed(self.0?)?)
    }
}

pub trait PlainOutcome: Sized {
    type Content;
    fn result(self, rt: &mut Runtime) -> Result<Self::Content>;
    fn into_object(self, rt: &mut Runtime) -> Result
    where
        Self::Content: IntoPyObject;
    fn borrowed(self, rt: &Runtime) -> Result
    where
        Self::Content: BorrowedIntoPyObject;
}

impl<T> PlainOutcome for Outcome<T> {
    type Content = T;

    #[inline]
    fn result(self, _: &mut Runtime) -> Result<T> {
        Ok(self.0)
    }

    #[inline]
    fn into_object(self, rt: &mut Runtime) -> Result
    where
        T: IntoPyObject,
    {
        rt.admit(self.0)
    }

    fn borrowed(self, rt: &Runtime) -> Result
    where
        T: BorrowedIntoPyObject,
    {
        rt.admit_borrowed(self.0)
    }
}

/// What `__next__` or `__anext__` returned.
pub struct NextOutcome<T>(pub T);

impl<T: IntoPyObject> NextOutcome<Option<T>> {
    #[inline]
    pub fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        self.0.map(|value| rt.admit(value)).transpose()
    }

    pub fn anext(self, rt: &mut Runtime) -> Result {
        match self.0 {
            Some(value) => rt.admit(value),
            None => Err(rt.stop_async_iteration()),
        }
    }
}

impl<T: IntoPyObject, U: IntoPyObject> NextOutcome<IterNextOutput<T, U>> {
    pub fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        match self.0 {
            IterNextOutput::Yield(value) => rt.admit(value).map(Some),
            IterNextOutput::Return(value) => {
                let value = rt.admit(value)?;
                match singletons::is_none(&value) {
                    true => Ok(None),
                    false => Err(rt.stop_iteration(Some(value))),
                }
            }
        }
    }
}

impl<T: IntoPyObject, U: IntoPyObject> NextOutcome<IterANextOutput<T, U>> {
    pub fn anext(self, rt: &mut Runtime) -> Result {
        match self.0 {
            IterANextOutput::Yield(value) => rt.admit(value),
            IterANextOutput::Return(value) => {
                let value = rt.admit(value)?;
                let class = rt.types().stop_async_iteration.clone();
                Err(rt.error_with(&class, [value])?)
            }
        }
    }
}

pub trait PlainNext: Sized {
    fn next(self, rt: &mut Runtime) -> Result<Option<Value>>;
    fn anext(self, rt: &mut Runtime) -> Result;
}

impl<T: IntoPyObject> PlainNext for NextOutcome<T> {
    fn next(self, rt: &mut Runtime) -> Result<Option<Value>> {
        rt.admit(self.0).map(Some)
    }

    fn anext(self, rt: &mut Runtime) -> Result {
        rt.admit(self.0)
    }
}
