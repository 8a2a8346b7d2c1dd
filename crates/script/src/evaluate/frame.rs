//! What runs now: the function of the innermost activation, and its namespace.

use std::ops::Deref;

use objmodel::host::EndedFrame;
use objmodel::objects::code::Code;
use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Result, Runtime, Trace, Value};

use super::body::Body;
use super::name;
use super::registers::{Registers, WINDOW};

/// The function whose code, globals and built-ins an instruction sees. The loop itself needs it
/// rarely: what asks for it holds it.
pub(super) struct Frame {
    function: Function,
    /// Where names are stored, if not in registers: a class body's namespace, a module's.
    pub(super) namespace: Option<Value>,
}

impl Frame {
    /// That of the innermost activation, which runs `body`.
    ///
    /// # Errors
    /// `SystemError` if there is none.
    pub(super) fn current(rt: &Runtime, body: &Body) -> Result<Frame> {
        let Some(function) = rt.current_function() else {
            return Err(rt.system_error("an instruction without an activation"));
        };
        let own = !body.unit.traits.optimized;
        let namespace = if own { rt.shown_locals().cloned() } else { None };
        Ok(Frame { function: function.clone(), namespace })
    }
}

impl Deref for Frame {
    type Target = FunctionObject;

    #[inline]
    fn deref(&self) -> &FunctionObject {
        self.function.frozen()
    }
}

/// The local variables of an activation that has ended, for the frame object that outlives it.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Ended {
    code: Code,
    registers: Vec<Option<Value>>,
}

impl EndedFrame for Ended {
    fn locals(&self, rt: &mut Runtime) -> Result<Option<Value>> {
        match Body::of(&self.code) {
            Some(body) => name::snapshot(rt, body, &self.registers).map(Some),
            None => Ok(None),
        }
    }
}

/// Lets the frame object of the innermost activation, which is about to end, have its variables.
#[cold]
#[inline(never)]
pub(super) fn keep(rt: &mut Runtime, body: &Body, registers: &mut Registers) {
    if !body.unit.traits.optimized {
        return;
    }
    if rt.shown_locals().is_some() {
        // Without memory what was shown last stays.
        drop(name::show_locals(rt, body, registers));
        return;
    }
    let Some(function) = rt.current_function().filter(|_| rt.frame_is_held()) else { return };
    let code = function.frozen().code.clone();
    let variables = registers.get_mut(..body.lasting.min(WINDOW)).unwrap_or_default();
    let bytes = size_of::<Ended>() + size_of_val(variables);
    // Without memory they end with the activation.
    if rt.charge(bytes).is_ok() {
        let registers = variables.iter_mut().map(Option::take).collect();
        rt.keep_frame(Box::new(Ended { code, registers }), bytes);
    }
}
