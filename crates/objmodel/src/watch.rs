//! Who watches scripted code while it runs: trace and profile functions (`sys.settrace`,
//! `sys.setprofile`), and whoever looks at the variables of frames.
//!
//! Hosts run code that nobody watches without a thought of it. Once [`Runtime::is_watched`] holds they
//! tell of each call, line, return and exception, and show the variables of each activation before an
//! instruction that may run other code.

use objmodel_gc::{Borrowed, Value};

use crate::objects::exception::ExceptionObject;
use crate::objects::frame::Frame;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// The watchers of a runtime.
#[derive(Default)]
pub(crate) struct Watch {
    /// Whether there is any.
    on: bool,
    trace: Option<Value>,
    profile: Option<Value>,
    /// Whether some code looks at the variables of frames.
    locals: bool,
    /// Whether a watcher runs, which nobody watches.
    busy: bool,
}

/// Who is told of an event.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Watcher {
    Trace,
    Profile,
}

impl Runtime {
    /// Whether somebody watches scripted code.
    #[inline(always)]
    pub fn is_watched(&self) -> bool {
        self.watch.on
    }

    /// Lets the variables of activations be shown from now on, for `f_locals`.
    pub fn ask_for_locals(&mut self) {
        self.watch.locals = true;
        self.begin_watch();
    }

    /// `sys.gettrace()`
    pub fn trace_function(&self) -> Option<&Value> {
        self.watch.trace.as_ref()
    }

    /// `sys.settrace(function)`: it hears of calls, and answers with who hears of what a call does.
    pub fn set_trace_function(&mut self, function: Option<Value>) {
        let old = std::mem::replace(&mut self.watch.trace, function);
        drop(old);
        self.begin_watch();
    }

    /// `sys.getprofile()`
    pub fn profile_function(&self) -> Option<&Value> {
        self.watch.profile.as_ref()
    }

    /// `sys.setprofile(function)`: it hears of calls and returns, those of native functions too.
    pub fn set_profile_function(&mut self, function: Option<Value>) {
        let old = std::mem::replace(&mut self.watch.profile, function);
        drop(old);
        self.begin_watch();
    }

    fn begin_watch(&mut self) {
        let watch = &mut self.watch;
        watch.on = watch.trace.is_some() || watch.profile.is_some() || watch.locals;
        if watch.on {
            self.heap.want_safepoint();
        }
    }

    fn watcher(&self, watcher: Watcher) -> Option<Value> {
        match watcher {
            _ if self.watch.busy => None,
            Watcher::Trace => self.watch.trace.clone(),
            Watcher::Profile => self.watch.profile.clone(),
        }
    }

    /// Whether a profile function is to hear of calls of native functions.
    pub fn is_profiled(&self) -> bool {
        self.watch.profile.is_some() && !self.watch.busy
    }

    /// Calls a watcher; one that raises is dismissed.
    fn call_watcher(
        &mut self,
        watcher: Watcher,
        function: &Value,
        frame: &Frame,
        event: &str,
        arg: &Value,
    ) -> Result {
        let event = self.intern(event)?;
        self.watch.busy = true;
        let answer = self.call(function, [frame.as_ref(), event.as_ref(), arg.as_ref()]);
        self.watch.busy = false;
        if answer.is_err() {
            match watcher {
                Watcher::Trace => {
                    let old = frame.write(self).trace.take();
                    drop(old);
                    self.set_trace_function(None);
                }
                Watcher::Profile => self.set_profile_function(None),
            }
        }
        answer
    }

    /// Tells that the innermost activation begins, or goes on after a `yield`.
    ///
    /// # Errors
    /// What a watcher raises.
    pub fn tell_call(&mut self) -> Result<()> {
        let none = singletons::none();
        for watcher in [Watcher::Profile, Watcher::Trace] {
            let Some(function) = self.watcher(watcher) else { continue };
            let Some(frame) = self.frame(0)? else { continue };
            let answer = self.call_watcher(watcher, &function, &frame, "call", &none)?;
            if watcher == Watcher::Trace {
                self.keep_tracer(&frame, answer);
            }
        }
        Ok(())
    }

    /// What a tracer answers hears of the frame from now on; `None` changes nothing.
    fn keep_tracer(&mut self, frame: &Frame, answer: Value) {
        if !singletons::is_none(&answer) {
            let old = frame.write(self).trace.replace(answer);
            drop(old);
        }
    }

    /// Who traces the innermost activation, and its frame.
    fn local_tracer(&mut self) -> Option<(Frame, Value)> {
        self.watcher(Watcher::Trace)?;
        let frame = self.seen_frame()?.clone();
        let tracer = frame.read(self).trace.clone()?;
        Some((frame, tracer))
    }

    fn tell_tracer(&mut self, event: &str, arg: &Value) -> Result<()> {
        let Some((frame, tracer)) = self.local_tracer() else { return Ok(()) };
        let answer = self.call_watcher(Watcher::Trace, &tracer, &frame, event, arg)?;
        self.keep_tracer(&frame, answer);
        Ok(())
    }

    /// Tells that the innermost activation comes to an instruction, which stands on a line. That is
    /// an event if it is another line than before or the instruction lies before the last one. A
    /// `silent` instruction is no event, but may make the next one such.
    ///
    /// # Errors
    /// What the tracer raises.
    pub fn reach(&mut self, instruction: u32, line: u32, silent: bool) -> Result<()> {
        let Some((frame, _)) = self.local_tracer() else { return Ok(()) };
        let payload = frame.write(self);
        let (before, (lines, opcodes)) = (payload.reached, payload.traces);
        payload.reached.last = Some(instruction);
        let again = before.last.is_some_and(|last| instruction <= last);
        let none = singletons::none();
        if !silent && line != 0 {
            payload.reached.line = line;
            payload.reached.place = Some(instruction);
            if lines && (again || line != before.line) {
                self.place = instruction;
                self.tell_tracer("line", &none)?;
            }
        }
        match opcodes {
            true => self.tell_tracer("opcode", &none),
            false => Ok(()),
        }
    }

    /// Tells that the innermost activation returns or yields a value, or ends by an exception, where
    /// it is at `instruction`.
    ///
    /// # Errors
    /// What a watcher raises.
    pub fn tell_return(&mut self, value: Option<&Value>) -> Result<()> {
        let none = singletons::none();
        let value = value.unwrap_or(&none);
        if let Some(function) = self.watcher(Watcher::Profile)
            && let Some(frame) = self.frame(0)?
        {
            self.call_watcher(Watcher::Profile, &function, &frame, "return", value)?;
        }
        self.tell_tracer("return", value)
    }

    /// The last instruction of the text that the innermost activation has reached while it was traced.
    pub fn last_reached(&self) -> Option<u32> {
        self.seen_frame()?.read(self).reached.place
    }

    /// Begins anew with what lies before the next instruction of the innermost activation.
    pub fn forget_reached(&mut self) {
        if let Some(frame) = self.seen_frame().cloned() {
            frame.write(self).reached.last = None;
        }
    }

    /// Tells that an exception was raised in the innermost activation, or came out of a call there.
    ///
    /// # Errors
    /// What the tracer raises.
    pub fn tell_exception(&mut self, exception: Borrowed<'_>) -> Result<()> {
        if self.local_tracer().is_none() {
            return Ok(());
        }
        let class = Value::clone(&self.type_of(exception));
        let traceback = exception.get::<ExceptionObject>(self).and_then(|e| e.traceback.clone());
        let traceback = traceback.map_or_else(singletons::none, |traceback| traceback.into_value());
        let about = self.tuple([class, exception.to_value(), traceback].into_iter())?;
        self.tell_tracer("exception", &about.into_value())
    }

    /// Tells that an iterator ended with a result, which nobody sees as an exception otherwise.
    ///
    /// # Errors
    /// What the tracer raises.
    pub fn tell_stop(&mut self, result: &Value) -> Result<()> {
        if self.local_tracer().is_none() {
            return Ok(());
        }
        let result = (!singletons::is_none(result)).then(|| result.clone());
        let stop = Raise::exception(self.stop_iteration(result).into_exception()?);
        match stop.as_exception().map(|exception| exception.to_value()) {
            Some(exception) => self.tell_exception(exception.as_ref()),
            None => Ok(()),
        }
    }

    /// Tells the profile function of a call of a native function: `c_call`, `c_return` or
    /// `c_exception`.
    ///
    /// # Errors
    /// What it raises.
    pub fn tell_native(&mut self, event: &str, callee: &Value) -> Result<()> {
        if let Some(function) = self.watcher(Watcher::Profile)
            && let Some(frame) = self.frame(0)?
        {
            self.call_watcher(Watcher::Profile, &function, &frame, event, callee)?;
        }
        Ok(())
    }
}
