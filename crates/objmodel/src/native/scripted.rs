//! Functions of a host's own language: with a place in its source, a traceback, and a depth that is
//! limited.

use objmodel_gc::{ClearSink, Gc, Trace, Value, Visitor};
use objmodel_slots::{CallStyle, Signature};
use smallvec::{SmallVec, smallvec};

use super::generator::Plain;
use super::into_object::IntoPyObject;
use crate::arguments::CallArgs;
use crate::host::{CodeBody, Position};
use crate::objects::function::{Function, FunctionFields, FunctionObject};
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;

/// Name and place of a function of the host's language, as tracebacks show them.
#[derive(Clone, Copy, Debug)]
pub struct SourceFunction<'a> {
    /// Its name; CPython's for the code of a file is `<module>`.
    pub name: &'a str,
    /// The file, or what stands for it.
    pub file: &'a str,
    /// The line where it begins, from 1.
    pub line: u32,
}

/// The closure, and what the collector sees of it.
struct Body<C, F> {
    captured: C,
    code: F,
}

impl<C: Trace, F> Trace for Body<C, F> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.captured.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        self.captured.clear(sink);
    }
}

impl<C: Trace + 'static, R: IntoPyObject, F> CodeBody for Body<C, F>
where
    F: Fn(&mut Runtime, &C, &[Value]) -> Result<R> + 'static,
{
    fn call(&self, rt: &mut Runtime, function: &Function, args: CallArgs<'_>) -> Result {
        let parameters = function.frozen().code.frozen().signature.len();
        let mut places: SmallVec<[Option<Value>; 8]> = smallvec![None; parameters];
        rt.bind_arguments(function, args, &mut places)?;
        let values: SmallVec<[Value; 8]> =
            places.into_iter().map(|value| value.unwrap_or_else(singletons::none)).collect();
        rt.in_call(function, |rt| {
            let answer = (self.code)(rt, &self.captured, &values)?;
            rt.admit(answer)
        })
    }

    /// Places are lines.
    fn position(&self, line: u32) -> Option<Position> {
        Some(Position { line, end_line: line, ..Position::default() })
    }
}

impl Runtime {
    /// A function of the host's own language: Python code sees a `function`, calls of it are
    /// entries of tracebacks, and nesting is limited by `max_depth`. The closure says at which line
    /// it is by [`Runtime::set_place`]; the text of lines is the host's to tell
    /// ([`Host::source_line`](crate::host::Host::source_line)).
    ///
    /// `captured` is what the closure works with, and what the collector sees of it; the slice has a
    /// value for each parameter. Defaults are objects: `__defaults__` and `__kwdefaults__` of the function
    /// have them, as those of a Python function, and can be set and seen there.
    ///
    /// ```
    /// use objmodel::native::SourceFunction;
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let at = SourceFunction { name: "half", file: "rules.txt", line: 3 };
    /// let half = rt.scripted_function(at, "(n)", (), |rt, (), args| {
    ///     rt.set_place(4);
    ///     rt.truediv(&args[0], 0)
    /// })?;
    /// let error = rt.call(&half, (1,)).detach(&mut rt).unwrap_err();
    /// assert!(error.traceback().contains("File \"rules.txt\", line 4, in half"));
    /// rt.setattr(&half, "__defaults__", (7,))?;
    /// assert!(rt.call(&half, ()).detach(&mut rt).unwrap_err().message().contains("division"));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` for a signature that does not parse or has defaults; `MemoryError`.
    pub fn scripted_function<C: Trace + 'static, R: IntoPyObject>(
        &mut self,
        at: SourceFunction<'_>,
        signature: &str,
        captured: C,
        body: impl Fn(&mut Runtime, &C, &[Value]) -> Result<R> + 'static,
    ) -> Result<Value> {
        let signature = match Signature::parse_owned(signature) {
            Ok(signature) => signature.with_style(CallStyle::Python),
            Err(error) => return Err(self.value_error(error.to_string())),
        };
        if let Some(parameter) = signature.parameters().iter().find(|one| one.has_default()) {
            let message =
                format!("parameter '{}' of a scripted function has a default", parameter.name());
            return Err(self.value_error(message));
        }
        let plain = Plain { name: at.name, file: at.file, line: at.line, flags: 3 };
        let code = self.plain_code(plain, signature, Box::new(Body { captured, code: body }))?;
        let name = code.frozen().name.clone();
        let (globals, builtins) = (self.dict()?, self.builtins().clone());
        let payload = FunctionObject::new(code, globals, builtins, None);
        let fields = FunctionFields {
            qualname: name.clone(),
            name,
            module: singletons::none(),
            doc: singletons::none(),
            defaults: None,
            kwdefaults: None,
            annotations: None,
        };
        self.new_function(payload, fields).map(Gc::into_value)
    }

    /// Runs the body of a scripted function as a call of it: depth and place are right on every way
    /// out, panics included, and an exception that leaves it gets its entry in the traceback.
    ///
    /// # Errors
    /// `RecursionError` beyond `max_depth`; what the body raises.
    pub fn in_call<R>(
        &mut self,
        function: &Function,
        work: impl FnOnce(&mut Runtime) -> Result<R>,
    ) -> Result<R> {
        self.check_own(function)?;
        self.enter_call(function.clone(), None)?;
        let code = &function.frozen().code;
        self.set_place(code.frozen().first_line);
        let answer = self.in_entered_call(work);
        if let Err(raise) = &answer
            && let Some(exception) = raise.as_exception()
        {
            let place = self.place;
            let at = code.frozen().body.position(place);
            let line = at.map_or(code.frozen().first_line, |at| at.line);
            self.add_traceback(exception, place, line, None);
        }
        self.leave_call();
        answer
    }
}
