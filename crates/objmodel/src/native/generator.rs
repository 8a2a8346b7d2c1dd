//! Generators from Rust closures: `rt.iterator(..)`, `rt.generator(..)`.

use objmodel_gc::{ClearSink, Gc, Trace, Value, Visitor};
use objmodel_slots::Signature;

use super::into_object::IntoPyObject;
use crate::arguments::CallArgs;
use crate::host::{CodeBody, Resumable, Resume, Sent};
use crate::objects::code::{Code, CodeObject, flags};
use crate::objects::function::Function;
use crate::objects::generator::GeneratorKind;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// A closure as the body of a generator, with what the collector sees of it.
pub(super) struct Body<C, F> {
    pub(super) state: C,
    pub(super) resume: F,
}

impl<C: Trace, F> Trace for Body<C, F> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.state.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.state.clear(sink);
    }
}

impl<C: Trace + 'static, F> Resumable for Body<C, F>
where
    F: FnMut(&mut Runtime, &mut C, Resume) -> Result<Sent> + 'static,
{
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent> {
        let sent = (self.resume)(rt, &mut self.state, how)?;
        let (Sent::Yielded(value) | Sent::Returned(value)) = &sent;
        rt.check_own(value)?;
        Ok(sent)
    }
}

/// The body of the code object that a native generator shows: it is not called.
pub(super) struct NotCalled;

impl Trace for NotCalled {
    fn trace(&self, _: &mut Visitor<'_>) {}

    fn clear(&mut self, _: &mut ClearSink) {}
}

impl CodeBody for NotCalled {
    fn call(&self, rt: &mut Runtime, _: &Function, _: CallArgs<'_>) -> Result {
        Err(rt.type_error("the code of a generator from Rust cannot be called"))
    }
}

impl Runtime {
    /// A generator whose items a Rust closure makes: it answers the next one, or `None` at the end.
    ///
    /// The closure owns what it captures. A value in it counts as referenced from outside; values
    /// that may be part of a cycle belong into the state of [`Runtime::generator`].
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let mut countdown = 3;
    /// let numbers = rt.iterator(move |_| {
    ///     countdown -= 1;
    ///     Ok((countdown >= 0).then_some(countdown))
    /// })?;
    /// let items = numbers.bind(&mut rt).iter()?;
    /// assert_eq!(items.iter().map(|item| item.as_small_int()).collect::<Vec<_>>(), [Some(2), Some(1), Some(0)]);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn iterator<R: IntoPyObject>(
        &mut self,
        mut next: impl FnMut(&mut Runtime) -> Result<Option<R>> + 'static,
    ) -> Result<Value> {
        self.generator("iterator", (), move |rt, (), how| match how {
            Resume::Throw(exception) => Err(Raise::exception(exception)),
            Resume::Send(_) => Ok(match next(rt)? {
                Some(item) => Sent::Yielded(rt.admit(item)?),
                None => Sent::Returned(singletons::none()),
            }),
        })
    }

    /// A generator with state that the collector sees. The closure runs to the next `yield` or to
    /// the end; it is told what was sent to it, or the exception that was thrown in.
    ///
    /// ```
    /// use objmodel::host::{Resume, Sent};
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// // def total(): sum = 0; while True: sum += yield sum
    /// let total = rt.generator("total", 0, |rt, sum, how| match how {
    ///     Resume::Send(number) => {
    ///         *sum += number.extract::<Option<i64>>(rt)?.unwrap_or(0);
    ///         Ok(Sent::Yielded(rt.int(*sum)?))
    ///     }
    ///     Resume::Throw(exception) => Err(Raise::exception(exception)),
    /// })?;
    /// assert_eq!(rt.next(&total)?.and_then(|first| first.as_small_int()), Some(0));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn generator<C: Trace + 'static>(
        &mut self,
        name: &str,
        state: C,
        resume: impl FnMut(&mut Runtime, &mut C, Resume) -> Result<Sent> + 'static,
    ) -> Result<Value> {
        let code = self.plain_code(
            Plain { name, file: "<rust>", line: 0, flags: flags::GENERATOR },
            Signature::default(),
            Box::new(NotCalled),
        )?;
        let name = code.frozen().name.clone();
        let body = Box::new(Body { state, resume });
        let kind = GeneratorKind::Generator;
        self.new_generator(kind, body, name.clone(), name, code).map(Gc::into_value)
    }

    /// A code object without variables but its parameters.
    pub(crate) fn plain_code(
        &mut self,
        plain: Plain<'_>,
        signature: Signature,
        body: Box<dyn CodeBody>,
    ) -> Result<Code> {
        let name = self.intern(plain.name)?;
        let none = self.tuple(std::iter::empty())?;
        let names: Vec<String> =
            signature.parameters().iter().map(|one| one.name().to_owned()).collect();
        let parameters: Vec<_> =
            names.iter().map(|name| self.intern(name)).collect::<Result<_>>()?;
        let varnames = self.tuple(parameters.iter().map(|name| Value::clone(name)))?;
        let payload = CodeObject {
            qualname: name.clone(),
            name,
            filename: self.str(plain.file)?,
            first_line: plain.line,
            flags: plain.flags,
            signature,
            parameters,
            varnames,
            cellvars: none.clone(),
            freevars: none.clone(),
            names: none,
            constants: Vec::new(),
            body,
        };
        self.alloc(&self.types.code, payload)
    }
}

/// What is to be told of a code object that stands for native code.
#[derive(Clone, Copy)]
pub(crate) struct Plain<'a> {
    pub(crate) name: &'a str,
    pub(crate) file: &'a str,
    pub(crate) line: u32,
    pub(crate) flags: u32,
}
