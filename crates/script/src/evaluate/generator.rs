//! Generators: a suspended activation, resumed without threads.

use objmodel::host::{Resumable, Resume, Sent};
use objmodel::objects::dict::Dict;
use objmodel::objects::generator::GeneratorObject;
use objmodel::{Raise, Ref, Result, Runtime, Trace, Value};

use super::body::Body;
use super::frame::{self, Frame};
use super::resume::{Resumption, run};
use crate::compile::Op;

/// An activation that waits at a `yield`, or has not begun.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Suspended {
    frame: Frame,
    registers: Vec<Option<Value>>,
    #[trace(leaf)]
    begun: bool,
    #[trace(leaf)]
    place: usize,
}

impl Suspended {
    pub(super) fn new(frame: Frame, registers: Vec<Option<Value>>) -> Suspended {
        Suspended { frame, registers, begun: false, place: 0 }
    }

    /// The register of the iterator that it delegates to.
    fn delegate(&self) -> Option<u8> {
        let body = Body::of(&self.frame.code)?;
        let instruction = body.unit.code.get(self.place).filter(|_| self.begun)?;
        (instruction.op == Op::YieldFrom).then_some(instruction.b)
    }

    /// Throws into what it delegates to: what that yields, or how the own activation goes on.
    fn throw_into(
        &mut self,
        rt: &mut Runtime,
        register: u8,
        exception: Value,
    ) -> std::result::Result<Sent, Resumption> {
        let iterator = frame::operand(&self.registers, register).to_value();
        match throw(rt, iterator.as_ref(), exception) {
            Ok(Sent::Yielded(value)) => Ok(Sent::Yielded(value)),
            Ok(Sent::Returned(value)) => {
                frame::clear(&mut self.registers, register);
                let code = Body::of(&self.frame.code).and_then(|b| b.unit.code.get(self.place));
                if let Some(instruction) = code {
                    frame::put(&mut self.registers, instruction.a, value);
                }
                self.place += 1;
                Err(Resumption::At(self.place))
            }
            Err(raise) => Err(Resumption::Throw(self.place, raise)),
        }
    }
}

impl Resumable for Suspended {
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent> {
        let resumption = match how {
            Resume::Send(_) if !self.begun => Resumption::Begin,
            Resume::Send(value) => Resumption::Send(self.place, value),
            Resume::Throw(exception) => match self.delegate() {
                Some(register) => match self.throw_into(rt, register, exception) {
                    Ok(sent) => return Ok(sent),
                    Err(resumption) => resumption,
                },
                None => {
                    let raise = Raise::exception(exception);
                    rt.chain_context(&raise);
                    Resumption::Throw(self.place, raise)
                }
            },
        };
        self.begun = true;
        let Suspended { frame, registers, place, .. } = self;
        rt.enter_resumed(&frame.code, &frame.globals)?;
        let outcome = run(rt, frame, registers, resumption, place);
        rt.leave_resumed();
        outcome
    }

    fn yield_from(&self) -> Option<Ref<'_>> {
        Some(frame::operand(&self.registers, self.delegate()?))
    }

    fn instruction(&self) -> u32 {
        // Before the first instruction it stands at the line of its `def`.
        if self.begun { self.place as u32 } else { u32::MAX }
    }

    fn globals(&self) -> Option<&Dict> {
        Some(&self.frame.globals)
    }

    fn locals(&self, rt: &mut Runtime) -> Result<Option<Value>> {
        match Body::of(&self.frame.code) {
            Some(body) => super::name::snapshot(rt, body, &self.registers).map(Some),
            None => Ok(None),
        }
    }

    fn external_bytes(&self) -> usize {
        size_of::<Suspended>() + self.registers.capacity() * size_of::<Option<Value>>()
    }
}

/// What `yield from` delegates to: a generator itself, else the iterator of an iterable.
pub(super) fn delegate(rt: &mut Runtime, value: Ref<'_>) -> Result {
    if value.is_payload::<GeneratorObject>() {
        return Ok(value.to_value());
    }
    rt.iter(value)
}

/// Raises an exception inside an iterator (PEP 380): `GeneratorExit` closes it instead.
fn throw(rt: &mut Runtime, iterator: Ref<'_>, exception: Value) -> Result<Sent> {
    let raise = Raise::exception(exception.clone());
    let exits = rt.raised(&raise, &rt.types().generator_exit);
    if let Some(generator) = iterator.typed::<GeneratorObject>() {
        let generator = generator.to_gc();
        if exits {
            rt.generator_close(&generator)?;
            return Err(raise);
        }
        return rt.generator_throw(&generator, exception);
    }
    let name = if exits { rt.names().close.clone() } else { rt.names().throw.clone() };
    let Some(method) = rt.lookup_attr(iterator, &name)? else { return Err(raise) };
    if exits {
        rt.call(&method, [])?;
        return Err(raise);
    }
    match rt.call(&method, [exception.as_ref()]) {
        Ok(value) => Ok(Sent::Yielded(value)),
        Err(raise) => rt.catch_stop(raise).map(Sent::Returned),
    }
}
