//! Activations: the scripted calls that have not ended, and the frame objects that show them.
//!
//! A call costs one entry on a stack. A frame object is made only where a script or a traceback
//! asks for one; while its activation lasts, it reads the entry, and then keeps what it showed last.

use objmodel_gc::{Gc, Value};

use crate::objects::code::Code;
use crate::objects::dict::Dict;
use crate::objects::frame::{Frame, FrameObject};
use crate::objects::function::Function;
use crate::objects::generator::{Generator, GeneratorState};
use crate::raise::Result;
use crate::runtime::Runtime;

/// One scripted call.
pub(crate) struct Activation {
    function: Function,
    /// The namespace of a module or class body; of a function, the locals that the host showed.
    locals: Option<Value>,
    /// The instruction at which the caller stands.
    caller: u32,
    frame: Option<Frame>,
}

impl Activation {
    fn runs(&self, code: &Code) -> bool {
        self.function.frozen().code.is(code)
    }
}

impl Runtime {
    /// Enters a call of a scripted function; each successful call needs one [`Runtime::leave_call`].
    /// `namespace` is where a module or class body stores its names.
    ///
    /// # Errors
    /// `RecursionError` beyond `max_depth` or when the native stack is used up.
    #[inline]
    pub fn enter_call(&mut self, function: &Function, namespace: Option<&Value>) -> Result<()> {
        if self.activations.len() >= self.meter.max_depth as usize || self.meter.too_deep() {
            return Err(self.recursion_error(""));
        }
        self.activations.push(Activation {
            function: function.clone(),
            locals: namespace.cloned(),
            caller: self.place,
            frame: None,
        });
        Ok(())
    }

    /// Leaves a call entered by [`Runtime::enter_call`].
    #[inline]
    pub fn leave_call(&mut self) {
        let Some(activation) = self.activations.pop() else { return };
        let place = std::mem::replace(&mut self.place, activation.caller);
        if let Some(frame) = activation.frame {
            self.retire(frame, activation.locals, place);
        }
    }

    /// Enters a suspended call again: that of the generator that is being resumed.
    ///
    /// # Errors
    /// As for [`Runtime::enter_call`].
    pub fn enter_resumed(&mut self, function: &Function) -> Result<()> {
        let frame = self.resumed.take();
        self.enter_call(function, None)?;
        let depth = self.activations.len() - 1;
        if let (Some(frame), Some(activation)) = (frame, self.activations.last_mut()) {
            activation.frame = Some(frame.clone());
            frame.write(self).depth = Some(depth as u32);
        }
        Ok(())
    }

    /// Leaves a call entered by [`Runtime::enter_resumed`], for good or to be resumed.
    pub fn leave_resumed(&mut self) {
        let Some(activation) = self.activations.pop() else { return };
        let place = std::mem::replace(&mut self.place, activation.caller);
        if let Some(frame) = activation.frame {
            self.resumed = Some(frame.clone());
            self.settle(&frame, activation.locals, place);
        }
    }

    /// Says at which instruction the innermost activation stands. Hosts call it before an
    /// instruction that may run other code or raise.
    #[inline(always)]
    pub fn set_place(&mut self, instruction: u32) {
        self.place = instruction;
    }

    /// The globals of the innermost scripted activation.
    pub fn current_globals(&self) -> Option<&Dict> {
        self.activations.last().map(|activation| &activation.function.frozen().globals)
    }

    /// The limit of nested calls, and how many there are now.
    pub fn call_depth(&self) -> (u32, u32) {
        (self.meter.max_depth, self.activations.len() as u32)
    }

    /// Whether hosts shall show the local variables of functions as they change: some code reads
    /// `f_locals`.
    #[inline(always)]
    pub fn shows_locals(&self) -> bool {
        self.shows_locals
    }

    /// Asks hosts to show local variables from now on.
    pub fn ask_for_locals(&mut self) {
        self.shows_locals = true;
    }

    /// Shows the local variables of the innermost activation.
    pub fn show_locals(&mut self, locals: Value) {
        if let Some(activation) = self.activations.last_mut() {
            let old = activation.locals.replace(locals);
            drop(old);
        }
    }

    /// The locals that the innermost activation showed last.
    pub fn shown_locals(&self) -> Option<&Value> {
        self.activations.last()?.locals.as_ref()
    }

    /// The frame of the activation so many calls below the innermost one (`sys._getframe`); `None`
    /// if there are not so many.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frame(&mut self, below: usize) -> Result<Option<Frame>> {
        match self.activations.len().checked_sub(below.saturating_add(1)) {
            Some(depth) => self.frame_at(depth).map(Some),
            None => Ok(None),
        }
    }

    fn frame_at(&mut self, depth: usize) -> Result<Frame> {
        let place = self.place_at(depth);
        let activation = &self.activations[depth];
        if let Some(frame) = &activation.frame {
            return Ok(frame.clone());
        }
        let payload = FrameObject {
            back: None,
            code: activation.function.frozen().code.clone(),
            globals: activation.function.frozen().globals.clone(),
            locals: None,
            instruction: place,
            depth: Some(depth as u32),
        };
        let frame = self.alloc(&self.types.frame, payload)?;
        self.activations[depth].frame = Some(frame.clone());
        Ok(frame)
    }

    fn place_at(&self, depth: usize) -> u32 {
        self.activations.get(depth + 1).map_or(self.place, |callee| callee.caller)
    }

    /// The activation that a frame shows ended.
    #[cold]
    fn retire(&mut self, frame: Frame, locals: Option<Value>, place: u32) {
        if frame.ref_count() == 1 {
            return;
        }
        // Without memory the chain ends here.
        let back = self.frame(0).unwrap_or_default();
        frame.write(self).back = back;
        self.settle(&frame, locals, place);
    }

    /// Lets a frame keep what it shows.
    fn settle(&mut self, frame: &Frame, locals: Option<Value>, place: u32) {
        let payload = frame.write(self);
        payload.depth = None;
        payload.instruction = place;
        let old = match locals {
            Some(locals) => payload.locals.replace(locals),
            None => None,
        };
        drop(old);
    }

    /// Whether the activation that a frame shows has not ended.
    pub fn frame_executes(&self, frame: &Frame) -> bool {
        frame.read(self).depth.is_some()
    }

    /// The instruction at which a frame stands.
    pub fn frame_instruction(&self, frame: &Frame) -> u32 {
        match frame.read(self).depth {
            Some(depth) => self.place_at(depth as usize),
            None => frame.read(self).instruction,
        }
    }

    /// `f_back`: the frame of the caller.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frame_back(&mut self, frame: &Frame) -> Result<Option<Frame>> {
        match frame.read(self).depth {
            Some(0) => Ok(None),
            Some(depth) => self.frame_at(depth as usize - 1).map(Some),
            None => Ok(frame.read(self).back.clone()),
        }
    }

    /// `f_locals`, as far as the host showed them.
    pub fn frame_locals(&self, frame: &Frame) -> Option<Value> {
        let frame = frame.read(self);
        let shown = frame.depth.and_then(|depth| self.activations.get(depth as usize));
        shown.and_then(|activation| activation.locals.clone()).or_else(|| frame.locals.clone())
    }

    /// `gi_frame`: the frame of a generator that has not ended.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn generator_frame(&mut self, generator: &Generator) -> Result<Option<Frame>> {
        let payload = generator.read(self);
        if payload.state == GeneratorState::Closed {
            return Ok(None);
        }
        if payload.state == GeneratorState::Running {
            let code = payload.code.clone();
            let depth = self.activations.iter().rposition(|running| running.runs(&code));
            return depth.map(|depth| self.frame_at(depth)).transpose();
        }
        let Some(body) = &payload.body else { return Ok(None) };
        let (instruction, code) = (body.instruction(), payload.code.clone());
        let globals = body.globals().unwrap_or(self.builtins()).clone();
        let frame = match &payload.frame {
            Some(frame) => frame.clone(),
            None => {
                let payload = FrameObject {
                    back: None,
                    code,
                    globals,
                    locals: None,
                    instruction,
                    depth: None,
                };
                self.alloc(&self.types.frame, payload)?
            }
        };
        // Taken out, so that it can be asked with the runtime at hand.
        let body = generator.write(self).body.take();
        let locals = body.as_ref().map_or(Ok(None), |body| body.locals(self));
        generator.write(self).body = body;
        let locals = locals?;
        let payload = frame.write(self);
        let old = std::mem::replace(&mut payload.locals, locals);
        drop(old);
        generator.write(self).frame = Some(Gc::clone(&frame));
        Ok(Some(frame))
    }
}
