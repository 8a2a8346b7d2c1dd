//! Resuming generators, coroutines and asynchronous generators (language reference, "Generator-
//! iterator methods").

use objmodel_gc::{Borrowed, Value};

use crate::host::{Resumable, Resume, Sent};
use crate::objects::code::Code;
use crate::objects::frame::Frame;
use crate::objects::generator::{
    Generator, GeneratorKind, GeneratorObject, GeneratorState, Resumption,
};
use crate::objects::str::Str;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

impl GeneratorKind {
    /// As messages speak of it.
    fn noun(self) -> &'static str {
        match self {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        }
    }
}

impl Runtime {
    /// How many frames are noted when a coroutine is made
    /// (`sys.set_coroutine_origin_tracking_depth`).
    pub fn origin_depth(&self) -> usize {
        self.origin_depth
    }

    /// Has so many frames noted when a coroutine is made.
    pub fn set_origin_depth(&mut self, depth: usize) {
        self.origin_depth = depth;
    }

    /// Where the program stands: file, line and function of the innermost frames.
    fn origin(&mut self) -> Result<Value> {
        let mut places = Vec::new();
        while places.len() < self.origin_depth {
            self.tick(1)?;
            let Some(frame) = self.frame(places.len())? else { break };
            let instruction = self.frame_instruction(&frame);
            let code = frame.read(self).code.clone();
            let code = code.frozen();
            let line = code.body.position(instruction).map_or(code.first_line, |at| at.line);
            let (file, name) = (code.filename.clone(), code.name.clone());
            let place = [file.into_value(), self.int(i64::from(line))?, name.into_value()];
            places.push(self.tuple(place.into_iter())?.into_value());
        }
        Ok(self.tuple(places.into_iter())?.into_value())
    }

    /// A generator, coroutine or asynchronous generator that has not started.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_generator(
        &mut self,
        kind: GeneratorKind,
        body: Box<dyn Resumable>,
        name: Str,
        qualname: Str,
        code: Code,
    ) -> Result<Generator> {
        let origin = match kind {
            GeneratorKind::Coroutine if self.origin_depth > 0 => Some(self.origin()?),
            _ => None,
        };
        let class = match kind {
            GeneratorKind::Generator => &self.types.generator,
            GeneratorKind::Coroutine => &self.types.coroutine,
            GeneratorKind::AsyncGenerator => &self.types.async_generator,
        };
        self.check_all_own(&[name.as_ref(), qualname.as_ref(), code.as_ref()])?;
        let bytes = body.external_bytes();
        self.charge(bytes)?;
        let payload = GeneratorObject {
            name,
            qualname,
            code,
            body: Some(body),
            frame: None,
            origin,
            handled: Vec::new(),
            state: GeneratorState::Created,
            kind,
            stepping: false,
            async_closed: false,
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        };
        let generator = self.alloc(class, payload)?;
        // What has not started has nothing to close; a coroutine is warned about.
        self.heap.set_finalized(generator.as_ref(), kind != GeneratorKind::Coroutine);
        Ok(generator)
    }

    /// `generator.send(value)`, without a `StopIteration` at the end.
    ///
    /// # Errors
    /// `ValueError` if it is running, `TypeError` if it has not started and `value` is not `None`,
    /// `RuntimeError` if it raised `StopIteration` or is a coroutine that has ended; what it raises.
    pub fn generator_send(&mut self, generator: &Generator, value: Borrowed<'_>) -> Result<Sent> {
        self.check_all_own(&[generator.as_ref(), value])?;
        let (state, kind) = {
            let generator = generator.read(self);
            (generator.state, generator.kind)
        };
        match state {
            GeneratorState::Created if !singletons::is_none(&value) => Err(self.type_error(
                format!("can't send non-None value to a just-started {}", kind.noun()),
            )),
            GeneratorState::Closed if kind == GeneratorKind::Coroutine => {
                Err(self.runtime_error("cannot reuse already awaited coroutine"))
            }
            GeneratorState::Closed => Ok(Sent::Returned(singletons::none())),
            _ => self.resume_generator(generator, Resume::Send(value.to_value())),
        }
    }

    /// `generator.throw(exception)`.
    ///
    /// # Errors
    /// The exception itself, unless the generator catches it; otherwise as for
    /// [`Runtime::generator_send`].
    pub fn generator_throw(&mut self, generator: &Generator, exception: Value) -> Result<Sent> {
        self.check_all_own(&[generator.into(), exception.as_ref()])?;
        let (state, kind) = {
            let generator = generator.read(self);
            (generator.state, generator.kind)
        };
        match state {
            GeneratorState::Created => {
                let body = generator.write(self);
                body.state = GeneratorState::Closed;
                let dropped = body.body.take();
                drop(dropped);
                Err(Raise::exception(exception))
            }
            GeneratorState::Closed if kind == GeneratorKind::Coroutine => {
                Err(self.runtime_error("cannot reuse already awaited coroutine"))
            }
            GeneratorState::Closed => Err(Raise::exception(exception)),
            _ => self.resume_generator(generator, Resume::Throw(exception)),
        }
    }

    /// `generator.close()`: raises `GeneratorExit` inside; what it returned, if it did.
    ///
    /// # Errors
    /// `RuntimeError` if it yields instead of ending; what it raises, but for `GeneratorExit` and
    /// `StopIteration`.
    pub fn generator_close(&mut self, generator: &Generator) -> Result {
        self.check_own(generator)?;
        match generator.read(self).state {
            GeneratorState::Closed => return Ok(singletons::none()),
            GeneratorState::Created => {
                let body = generator.write(self);
                body.state = GeneratorState::Closed;
                let dropped = body.body.take();
                drop(dropped);
                return Ok(singletons::none());
            }
            GeneratorState::Running | GeneratorState::Suspended => {}
        }
        let args = self.tuple([].into_iter())?;
        let class = self.types.generator_exit.clone();
        let exit = self.exception_object(&class, args)?;
        match self.resume_generator(generator, Resume::Throw(exit)) {
            Ok(Sent::Returned(value)) => Ok(value),
            Ok(Sent::Yielded(_)) => {
                let noun = generator.read(self).kind.noun();
                Err(self.runtime_error(format!("{noun} ignored GeneratorExit")))
            }
            Err(raise)
                if self.is_exception_of(&raise, &self.types.generator_exit)
                    || self.is_exception_of(&raise, &self.types.stop_iteration) =>
            {
                Ok(singletons::none())
            }
            Err(raise) => Err(raise),
        }
    }

    /// Runs the body to its next `yield` or to its end.
    fn resume_generator(&mut self, generator: &Generator, how: Resume) -> Result<Sent> {
        self.check_stack("")?;
        let throws = matches!(how, Resume::Throw(_));
        let handles = throws && !generator.read(self).handled.is_empty();
        let running = self.begin_resumption(generator)?;
        self.resumed_handling = handles;
        let Some(mut body) = generator.write(self).body.take() else {
            return Err(self.system_error("a generator without a body"));
        };
        // A body that panicked is gone.
        let outcome = self.on_panic(
            |rt| body.resume(rt, how),
            |rt| {
                generator.write(rt).state = GeneratorState::Closed;
                drop(rt.split_handled(running.depth));
                rt.heap.set_finalized(generator.as_ref(), true);
            },
        );
        if outcome.as_ref().is_ok_and(|sent| matches!(sent, Sent::Yielded(_))) {
            generator.write(self).body = Some(body);
        }
        self.end_resumption(generator, running, outcome)
    }

    /// Whether the generator that something is thrown into was suspended while it handled an exception:
    /// that one, and none of its caller, becomes the context. To be asked first by the body.
    pub fn resumed_handling(&self) -> bool {
        self.resumed_handling
    }

    /// Marks a suspended generator as running, so that its host can run the body; each successful call
    /// needs one [`Runtime::end_resumption`].
    ///
    /// # Errors
    /// `ValueError` if it is running.
    #[inline]
    pub fn begin_resumption(&mut self, generator: &Generator) -> Result<Resumption> {
        let payload = generator.write(self);
        if payload.state == GeneratorState::Running || payload.body.is_none() {
            let noun = payload.kind.noun();
            return Err(self.value_error(format!("{noun} already executing")));
        }
        let starts = payload.state == GeneratorState::Created;
        payload.state = GeneratorState::Running;
        let keeps = payload.frame.is_some() || !payload.handled.is_empty();
        let depth = self.handled_depth();
        if keeps || self.resumed.is_some() {
            self.take_what_is_kept(generator);
        }
        Ok(Resumption { starts, depth })
    }

    /// Takes the frame object of a generator that is resumed, and the exceptions that it was handling.
    #[cold]
    #[inline(never)]
    fn take_what_is_kept(&mut self, generator: &Generator) {
        let payload = generator.write(self);
        let frame = payload.frame.take();
        let handled = std::mem::take(&mut payload.handled);
        let old = std::mem::replace(&mut self.resumed, frame);
        self.extend_handled(handled);
        drop(old);
    }

    /// Marks a generator that runs as suspended: its body has yielded.
    #[inline]
    pub fn suspend_generator(&mut self, generator: &Generator, running: Resumption) {
        let Resumption { starts, depth } = running;
        if self.handled_depth() > depth || self.resumed.is_some() {
            self.keep_for_resumption(generator, depth);
        }
        generator.write(self).state = GeneratorState::Suspended;
        if starts {
            self.heap.set_finalized(generator.as_ref(), false);
        }
    }

    /// Lets a generator that is suspended have its frame object, and the exceptions that it is handling.
    #[cold]
    #[inline(never)]
    fn keep_for_resumption(&mut self, generator: &Generator, depth: usize) {
        let handled = self.split_handled(depth);
        let frame = self.resumed.take();
        if let Some(frame) = &frame {
            frame.write(self).suspended = true;
        }
        let payload = generator.write(self);
        let old = std::mem::replace(&mut payload.handled, handled);
        payload.frame = frame;
        drop(old);
    }

    /// Marks a generator as suspended, or ends it: what the run of its body came to.
    ///
    /// # Errors
    /// What the body raised; `RuntimeError` in place of a `StopIteration`.
    #[inline]
    pub fn end_resumption(
        &mut self,
        generator: &Generator,
        running: Resumption,
        outcome: Result<Sent>,
    ) -> Result<Sent> {
        if let Ok(Sent::Yielded(_)) = &outcome {
            self.suspend_generator(generator, running);
            return outcome;
        }
        let depth = running.depth;
        if self.handled_depth() > depth {
            let handled = self.split_handled(depth);
            generator.write(self).handled = handled;
        }
        let frame = self.resumed.take();
        if let Some(frame) = &frame {
            frame.write(self).suspended = false;
        }
        self.end_generator(generator, frame, outcome)
    }

    #[inline(never)]
    fn end_generator(
        &mut self,
        generator: &Generator,
        frame: Option<Frame>,
        outcome: Result<Sent>,
    ) -> Result<Sent> {
        let payload = generator.write(self);
        payload.state = GeneratorState::Closed;
        let parts =
            (std::mem::take(&mut payload.handled), payload.body.take(), payload.frame.take());
        self.heap.set_finalized(generator.as_ref(), true);
        drop((parts, frame));
        outcome.map_err(|raise| self.forbid_stop_iteration(generator, raise))
    }

    /// A `StopIteration` that leaves the body would look like its end (PEP 479).
    fn forbid_stop_iteration(&mut self, generator: &Generator, raise: Raise) -> Raise {
        let kind = generator.read(self).kind;
        let stops = self.is_exception_of(&raise, &self.types.stop_iteration);
        let ends = kind == GeneratorKind::AsyncGenerator
            && self.is_exception_of(&raise, &self.types.stop_async_iteration);
        if !stops && !ends {
            return raise;
        }
        let what = if stops { "StopIteration" } else { "StopAsyncIteration" };
        let replaced = self.runtime_error(format!("{} raised {what}", kind.noun()));
        match raise.into_exception() {
            Ok(cause) => self.with_cause(replaced, cause),
            Err(_) => replaced,
        }
    }

    /// Sends a value to whatever is being delegated to: a generator at once, `None` to an iterator
    /// by `next`, else by its `send` method. The end is told without an exception.
    ///
    /// # Errors
    /// What the iterator raises, except `StopIteration`.
    pub fn send_into(&mut self, iterator: Borrowed<'_>, value: Borrowed<'_>) -> Result<Sent> {
        if let Some(generator) = iterator.typed::<GeneratorObject>()
            && generator.belongs_to(&self.heap)
        {
            let generator = generator.to_gc();
            return self.generator_send(&generator, value);
        }
        if let Some(send) = self.slots_of(iterator).send(objmodel_slots::SlotId::AmSend) {
            return send.enter(self, "")?(self, iterator, value);
        }
        let outcome = if singletons::is_none(&value) {
            return match self.next_or_stop(iterator)? {
                Ok(value) => Ok(Sent::Yielded(value)),
                Err(value) => Ok(Sent::Returned(value)),
            };
        } else {
            let name = self.names.send.clone();
            self.call_method(iterator, &name, [value])
        };
        match outcome {
            Ok(value) => Ok(Sent::Yielded(value)),
            Err(raise) => self.catch_stop(raise).map(Sent::Returned),
        }
    }

    /// `next(x)` that keeps the value of the `StopIteration` at its end.
    fn next_or_stop(
        &mut self,
        iterator: Borrowed<'_>,
    ) -> Result<std::result::Result<Value, Value>> {
        use crate::types::slot::Slot;
        match self.slots_of(iterator).get(objmodel_slots::SlotId::TpIternext) {
            Slot::Python(function) => {
                let function = function.clone();
                match self.call_unbound(&function, iterator, &[]) {
                    Ok(value) => Ok(Ok(value)),
                    Err(raise) => self.catch_stop(raise).map(Err),
                }
            }
            Slot::IterNext(_, code) => match code.enter(self, "")?(self, iterator) {
                Ok(next) => Ok(next.ok_or_else(singletons::none)),
                Err(raise) => self.catch_stop(raise).map(Err),
            },
            _ => Ok(self.next(iterator)?.ok_or_else(singletons::none)),
        }
    }
}
