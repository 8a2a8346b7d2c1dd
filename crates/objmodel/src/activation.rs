//! Activations: the scripted calls that have not ended, and the frame objects that show them.
//!
//! A call costs one entry on a stack. A frame object is made only where a script or a traceback
//! asks for one; while its activation lasts, it reads the entry, and then keeps what it showed last.

use objmodel_gc::{Gc, Value};

use crate::objects::code::flags::OPTIMIZED;
use crate::objects::dict::Dict;
use crate::objects::frame::{Frame, FrameObject};
use crate::objects::function::Function;
use crate::objects::generator::{Generator, GeneratorState};
use crate::raise::Result;
use crate::runtime::Runtime;

/// The scripted calls that have not ended, outermost first, and places for more: entering a call
/// and leaving it change what tells two calls apart, and nothing else.
#[derive(Default)]
pub(crate) struct Activations {
    places: Vec<Activation>,
    depth: usize,
    /// The function of the innermost one, kept apart so that its globals are one step away.
    innermost: Option<Function>,
    /// So many of the outermost ones may have a frame object, or show something; the others do not.
    seen: usize,
}

/// One scripted call, or an empty place for one.
#[derive(Default)]
struct Activation {
    /// The function of the caller; its own is where the next one keeps its caller's.
    caller: Option<Function>,
    /// The instruction at which the caller stands.
    place: u32,
    /// The namespace of a module or class body; of a function, the locals that the host showed.
    locals: Option<Value>,
    /// The values of its variables, as the host showed them last.
    variables: Vec<Option<Value>>,
    frame: Option<Frame>,
}

impl Activations {
    /// Those that have not ended.
    fn active(&self) -> &[Activation] {
        self.places.get(..self.depth).unwrap_or_default()
    }

    fn innermost(&mut self) -> Option<&mut Activation> {
        self.places.get_mut(self.depth.checked_sub(1)?)
    }

    /// The innermost one, which is about to be seen.
    fn show(&mut self) -> Option<&mut Activation> {
        self.seen = self.depth;
        self.innermost()
    }

    /// The function of an activation.
    fn function(&self, depth: usize) -> Option<&Function> {
        match self.active().get(depth + 1) {
            Some(callee) => callee.caller.as_ref(),
            None => self.innermost.as_ref().filter(|_| depth + 1 == self.depth),
        }
    }

    /// Enters a call: a place, the function and where the caller stands are all that is written.
    #[inline(always)]
    fn push(&mut self, function: Function, caller: u32) -> Option<&mut Activation> {
        if self.depth == self.places.len() {
            self.add_place();
        }
        let place = self.places.get_mut(self.depth)?;
        // The place was empty: there is nothing to be dropped.
        std::mem::forget(std::mem::replace(&mut place.caller, self.innermost.replace(function)));
        place.place = caller;
        self.depth += 1;
        Some(place)
    }

    #[cold]
    fn add_place(&mut self) {
        self.places.push(Activation::default());
    }
}

impl Runtime {
    /// Enters a call of a scripted function from native code; each successful call needs one
    /// [`Runtime::leave_call`]. `namespace` is where a module or class body stores its names.
    ///
    /// # Errors
    /// `RecursionError` beyond `max_depth`. The native stack was looked at when the function was called.
    #[inline]
    pub fn enter_call(&mut self, function: Function, namespace: Option<&Value>) -> Result<()> {
        if self.activations.depth >= self.meter.max_depth as usize {
            return Err(self.recursion_error(""));
        }
        let caller = self.place;
        self.activations.push(function, caller);
        if let Some(namespace) = namespace
            && let Some(place) = self.activations.show()
        {
            place.locals = Some(namespace.clone());
        }
        Ok(())
    }

    /// Enters a call that the host runs without native recursion, and ticks once for it.
    ///
    /// # Errors
    /// `RecursionError` beyond `max_depth`; a halt.
    #[inline(always)]
    pub fn enter_flat_call(&mut self, function: Function) -> Result<()> {
        if self.activations.depth >= self.meter.max_depth as usize {
            return Err(self.recursion_error(""));
        }
        self.tick(1)?;
        let caller = self.place;
        self.activations.push(function, caller);
        Ok(())
    }

    /// Leaves a call that [`Runtime::enter_call`] or [`Runtime::enter_flat_call`] entered.
    #[inline(always)]
    pub fn leave_call(&mut self) {
        let activations = &mut self.activations;
        let Some(depth) = activations.depth.checked_sub(1) else { return };
        let Some(activation) = activations.places.get_mut(depth) else { return };
        let function = std::mem::replace(&mut activations.innermost, activation.caller.take());
        let place = std::mem::replace(&mut self.place, activation.place);
        activations.depth = depth;
        let seen = depth < activations.seen;
        drop(function);
        if seen {
            self.retire(place);
        }
    }

    /// Whether somebody may look at the innermost activation after its end: it may have a frame object,
    /// or have shown its locals. If so, the host calls [`Runtime::keep_frame`] before it leaves.
    #[inline(always)]
    pub fn frame_is_seen(&self) -> bool {
        self.activations.depth <= self.activations.seen
    }

    /// Whether something else than the activation holds the frame object of the innermost one.
    pub fn frame_is_held(&self) -> bool {
        let frame = self.activations.active().last().and_then(|own| own.frame.as_ref());
        frame.is_some_and(|frame| frame.ref_count() > 1)
    }

    /// Gives the frame object of the innermost activation, which is about to end, what its local
    /// variables were.
    /// `bytes` were charged for them, and are credited when the frame object goes.
    pub fn keep_frame(&mut self, variables: Vec<Option<Value>>, bytes: usize) {
        let Some(frame) = self.seen_frame().cloned() else {
            return self.heap.bytes().credit(bytes);
        };
        let payload = frame.write(self);
        payload.bytes += bytes;
        let old = std::mem::replace(&mut payload.variables, variables);
        drop(old);
    }

    /// The frame object of the innermost activation, if it has one.
    #[inline]
    pub(crate) fn seen_frame(&self) -> Option<&Frame> {
        self.activations.active().last()?.frame.as_ref()
    }

    /// The shown values of the innermost activation's variables, to be changed.
    pub(crate) fn innermost_variables(&mut self) -> Option<&mut Vec<Option<Value>>> {
        self.activations.show().map(|own| &mut own.variables)
    }

    /// The values of a frame's variables: of its activation while that lasts, else as it left them.
    pub(crate) fn variables_of<'a>(&'a self, frame: &'a Frame) -> &'a [Option<Value>] {
        let payload = frame.read(self);
        match payload.depth.and_then(|depth| self.activations.active().get(depth as usize)) {
            Some(activation) => &activation.variables,
            None => &payload.variables,
        }
    }

    /// The same, to be changed.
    pub(crate) fn variables_of_mut<'a>(
        &'a mut self,
        frame: &'a Frame,
    ) -> &'a mut Vec<Option<Value>> {
        let executes =
            frame.read(self).depth.filter(|depth| (*depth as usize) < self.activations.depth);
        match executes.and_then(|depth| usize::try_from(depth).ok()) {
            Some(depth) => &mut self.activations.places[depth].variables,
            None => &mut frame.write(self).variables,
        }
    }

    /// The function of the innermost scripted activation.
    #[inline(always)]
    pub fn current_function(&self) -> Option<&Function> {
        self.activations.innermost.as_ref()
    }

    /// Enters a suspended call again: that of the generator that is being resumed.
    ///
    /// # Errors
    /// As for [`Runtime::enter_call`].
    #[inline]
    pub fn enter_resumed(&mut self, function: Function) -> Result<()> {
        self.enter_call(function, None)?;
        if self.resumed.is_some() {
            self.show_resumed();
        }
        Ok(())
    }

    /// Lets the frame object of the generator that was entered again show its activation.
    #[cold]
    #[inline(never)]
    fn show_resumed(&mut self) {
        if let (Some(frame), Some(activation)) = (self.resumed.take(), self.activations.show()) {
            activation.frame = Some(frame.clone());
            frame.write(self).depth = Some(self.activations.depth as u32 - 1);
        }
    }

    /// Leaves a call entered by [`Runtime::enter_resumed`], for good or to be resumed.
    #[inline]
    pub fn leave_resumed(&mut self) {
        if self.frame_is_seen() {
            self.keep_resumed();
        }
        self.leave_call();
    }

    /// Lets the frame object of the generator that is about to be left keep what it shows.
    #[cold]
    #[inline(never)]
    fn keep_resumed(&mut self) {
        if let Some(activation) = self.activations.innermost()
            && let Some(frame) = activation.frame.take()
        {
            let locals = activation.locals.take();
            let variables = std::mem::take(&mut activation.variables);
            self.resumed = Some(frame.clone());
            if !variables.is_empty() {
                let old = std::mem::replace(&mut frame.write(self).variables, variables);
                drop(old);
            }
            self.settle(&frame, locals, self.place);
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
        Some(&self.current_function()?.frozen().globals)
    }

    /// The limit of nested calls, and how many there are now.
    pub fn call_depth(&self) -> (u32, u32) {
        (self.meter.shown_depth, self.activations.depth as u32)
    }

    /// Shows the local variables of the innermost activation to code that is about to run in them.
    pub fn show_locals(&mut self, locals: Value) {
        if let Some(activation) = self.activations.show() {
            let old = activation.locals.replace(locals);
            drop(old);
        }
    }

    /// The locals that the innermost activation showed last.
    pub fn shown_locals(&self) -> Option<&Value> {
        self.activations.active().last()?.locals.as_ref()
    }

    /// The locals that the innermost activation showed last, which it shows no more if they are a
    /// snapshot of a function's variables.
    pub fn take_shown_locals(&mut self) -> Option<Value> {
        let snapshot = self
            .current_function()
            .is_some_and(|function| function.frozen().code.frozen().flags & OPTIMIZED != 0);
        let activation = self.activations.innermost()?;
        if snapshot { activation.locals.take() } else { activation.locals.clone() }
    }

    /// The frame of the activation so many calls below the innermost one (`sys._getframe`); `None`
    /// if there are not so many.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frame(&mut self, below: usize) -> Result<Option<Frame>> {
        match self.activations.depth.checked_sub(below.saturating_add(1)) {
            Some(depth) => self.frame_at(depth),
            None => Ok(None),
        }
    }

    fn frame_at(&mut self, depth: usize) -> Result<Option<Frame>> {
        let instruction = self.place_at(depth);
        let Some(activation) = self.activations.active().get(depth) else { return Ok(None) };
        if let Some(frame) = &activation.frame {
            return Ok(Some(frame.clone()));
        }
        let Some(function) = self.activations.function(depth) else { return Ok(None) };
        let function = function.frozen();
        let (code, globals) = (function.code.clone(), function.globals.clone());
        let payload = FrameObject::new(code, globals, instruction, Some(depth as u32));
        let frame = self.alloc(&self.types.frame, payload)?;
        if let Some(activation) = self.activations.places.get_mut(depth) {
            activation.frame = Some(frame.clone());
            self.activations.seen = self.activations.seen.max(depth + 1);
        }
        Ok(Some(frame))
    }

    fn place_at(&self, depth: usize) -> u32 {
        self.activations.active().get(depth + 1).map_or(self.place, |callee| callee.place)
    }

    /// Empties the place of an activation that ended, and lets its frame, if it has one, keep what it
    /// shows.
    #[cold]
    fn retire(&mut self, place: u32) {
        self.activations.seen = self.activations.depth;
        let Some(ended) = self.activations.places.get_mut(self.activations.depth) else { return };
        let (frame, locals) = (ended.frame.take(), ended.locals.take());
        let variables = std::mem::take(&mut ended.variables);
        drop(variables);
        let Some(frame) = frame.filter(|frame| frame.ref_count() > 1) else { return };
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
        let old = match locals.filter(|_| payload.code.frozen().flags & OPTIMIZED == 0) {
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
            Some(depth) => self.frame_at(depth as usize - 1),
            None => Ok(frame.read(self).back.clone()),
        }
    }

    /// The namespace of the module or class body that a frame shows, if it has one of its own.
    pub fn frame_namespace(&self, frame: &Frame) -> Option<Value> {
        let payload = frame.read(self);
        let shown = payload.depth.and_then(|depth| self.activations.active().get(depth as usize));
        shown.and_then(|activation| activation.locals.clone()).or_else(|| payload.locals.clone())
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
            let depth = (0..self.activations.depth).rev().find(|depth| {
                let function = self.activations.function(*depth);
                function.is_some_and(|function| function.frozen().code.is(&code))
            });
            return match depth {
                Some(depth) => self.frame_at(depth),
                None => Ok(None),
            };
        }
        let Some(body) = &payload.body else { return Ok(None) };
        let (instruction, code) = (body.instruction(), payload.code.clone());
        let globals = body.globals().unwrap_or(self.builtins()).clone();
        let frame = match &payload.frame {
            Some(frame) => frame.clone(),
            None => {
                let payload = FrameObject::new(code, globals, instruction, None);
                self.alloc(&self.types.frame, payload)?
            }
        };
        let payload = generator.read(self);
        let suspended = payload.state == GeneratorState::Suspended;
        let mut variables = Vec::new();
        if let Some(body) = &payload.body {
            variables.extend_from_slice(body.variables());
        }
        let payload = frame.write(self);
        payload.suspended = suspended;
        // What waits to be taken is newer.
        for (index, value) in &payload.writes {
            if let Some(variable) = variables.get_mut(*index as usize) {
                *variable = Some(value.clone());
            }
        }
        let old = std::mem::replace(&mut payload.variables, variables);
        drop(old);
        generator.write(self).frame = Some(Gc::clone(&frame));
        Ok(Some(frame))
    }
}
