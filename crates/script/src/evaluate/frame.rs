//! What runs now: the function of the innermost activation, and its namespace.

use std::ops::Deref;

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Result, Runtime, Value};

use super::body::Body;
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

/// Lets the frame object of the innermost activation, which is about to end, have its variables.
#[cold]
#[inline(never)]
pub(super) fn keep(rt: &mut Runtime, body: &Body, registers: &mut Registers) {
    if !body.unit.traits.optimized || !rt.frame_is_held() {
        return;
    }
    let variables = registers.get_mut(..body.lasting.min(WINDOW)).unwrap_or_default();
    let bytes = size_of_val(variables);
    // Without memory they end with the activation.
    if rt.charge(bytes).is_ok() {
        rt.keep_frame(variables.iter_mut().map(Option::take).collect(), bytes);
    }
}
