//! Generators: a suspended activation, resumed without threads.

use std::cell::Cell;

use objmodel::host::{Resumable, Resume, Sent};
use objmodel::objects::dict::Dict;
use objmodel::objects::function::{Function, FunctionField};
use objmodel::objects::generator::{GeneratorKind, GeneratorObject};
use objmodel::{Borrowed, CallArgs, Raise, Result, Runtime, Trace, Value, singletons};

use super::body::Body;
use super::call;
use super::run::{self, Start};
use crate::compile::{Op, flags};

/// An activation that waits at a `yield`, or has not begun.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Suspended {
    function: Function,
    registers: Vec<Option<Value>>,
    #[trace(leaf)]
    begun: bool,
    #[trace(leaf)]
    place: usize,
}

/// Makes the generator that a call of a generator function returns.
pub(super) fn begin(
    rt: &mut Runtime,
    function: &Function,
    body: &Body,
    args: CallArgs<'_>,
) -> Result {
    let mut registers = vec![None; body.words];
    rt.bind_arguments(function, args, &mut registers)?;
    call::enclose(rt, function, body, &mut registers);
    let code = function.frozen().code.clone();
    let name = rt.function_name(function, FunctionField::Name);
    let qualname = rt.function_name(function, FunctionField::QualName);
    let suspended = Suspended { function: function.clone(), registers, begun: false, place: 0 };
    let suspended = Box::new(suspended);
    let kind = match body.unit.flags {
        bits if bits & flags::COROUTINE != 0 => GeneratorKind::Coroutine,
        bits if bits & flags::ASYNC_GENERATOR != 0 => GeneratorKind::AsyncGenerator,
        _ => GeneratorKind::Generator,
    };
    let generator = rt.new_generator(kind, suspended, name, qualname, code)?;
    Ok(generator.into_value())
}

impl Suspended {
    fn body(&self) -> Option<&Body> {
        Body::of(&self.function.frozen().code)
    }

    /// The register of the iterator that it delegates to.
    fn delegate(&self) -> Option<u8> {
        let instruction = self.body()?.unit.code.get(self.place).filter(|_| self.begun)?;
        (instruction.op == Op::YieldFrom).then_some(instruction.b)
    }
}

impl Resumable for Suspended {
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent> {
        let Suspended { function, registers, begun, place } = self;
        let Some(body) = Body::of(&function.frozen().code) else {
            return Err(rt.system_error("an activation without a body"));
        };
        let waiting = body.code.get(*place).map(Cell::get).filter(|_| *begun);
        let (mut sent, mut thrown) = (None, None);
        match (how, waiting) {
            (Resume::Send(value), Some(i)) if i.op == Op::Yield => {
                put(registers, i.a, Some(value));
                *place += 1;
            }
            (Resume::Send(value), _) => sent = Some(value),
            (Resume::Throw(exception), Some(i)) if i.op == Op::YieldFrom => {
                let iterator = registers.get(usize::from(i.b)).cloned().flatten();
                let iterator = iterator.unwrap_or_else(singletons::none);
                match throw(rt, iterator.as_ref(), exception) {
                    Ok(Sent::Yielded(value)) => return Ok(Sent::Yielded(value)),
                    Ok(Sent::Returned(value)) => {
                        put(registers, i.b, None);
                        put(registers, i.a, Some(value));
                        *place += 1;
                    }
                    Err(raise) => {
                        // What comes back meets the exception that is handled here.
                        rt.chain_context(&raise);
                        thrown = Some(raise);
                    }
                }
            }
            (Resume::Throw(exception), _) => {
                let raise = Raise::exception(exception);
                rt.chain_context(&raise);
                thrown = Some(raise);
            }
        }
        *begun = true;
        let mut stack = body.pool.take(rt)?;
        rt.enter_resumed(function)?;
        swap(&mut stack.registers, registers);
        let start = Start { body: body.clone(), next: *place, sent, thrown };
        let outcome = rt.in_entered_call(|rt| run::execute(rt, &mut stack, start));
        *place = stack.place;
        swap(&mut stack.registers, registers);
        rt.leave_resumed();
        body.pool.put(rt, stack);
        outcome
    }

    fn yield_from(&self) -> Option<Borrowed<'_>> {
        self.registers.get(usize::from(self.delegate()?))?.as_ref().map(Value::as_ref)
    }

    fn instruction(&self) -> u32 {
        // Before the first instruction it stands at the line of its `def`.
        if self.begun { self.place as u32 } else { u32::MAX }
    }

    fn globals(&self) -> Option<&Dict> {
        Some(&self.function.frozen().globals)
    }

    fn locals(&self, rt: &mut Runtime) -> Result<Option<Value>> {
        match self.body() {
            Some(body) => super::name::snapshot(rt, body, &self.registers).map(Some),
            None => Ok(None),
        }
    }

    fn external_bytes(&self) -> usize {
        size_of::<Suspended>() + self.registers.capacity() * size_of::<Option<Value>>()
    }
}

/// Gives a register of a suspended activation another content.
fn put(registers: &mut [Option<Value>], register: u8, value: Option<Value>) {
    if let Some(register) = registers.get_mut(usize::from(register)) {
        *register = value;
    }
}

/// Exchanges the registers of a suspended activation with the first of a stack.
fn swap(registers: &mut [Option<Value>], suspended: &mut [Option<Value>]) {
    for (register, own) in registers.iter_mut().zip(suspended) {
        std::mem::swap(register, own);
    }
}

/// What `yield from` delegates to: a generator itself, else the iterator of an iterable.
pub(super) fn delegate(rt: &mut Runtime, value: Borrowed<'_>) -> Result {
    if value.is_payload::<GeneratorObject>() {
        return Ok(value.to_value());
    }
    rt.iter(value)
}

/// Raises an exception inside an iterator (PEP 380): `GeneratorExit` closes it instead.
fn throw(rt: &mut Runtime, iterator: Borrowed<'_>, exception: Value) -> Result<Sent> {
    let raise = Raise::exception(exception.clone());
    let exits = rt.is_exception_of(&raise, &rt.types().generator_exit);
    if let Some(generator) = iterator.typed::<GeneratorObject>() {
        let generator = generator.to_gc();
        if exits {
            rt.generator_close(&generator)?;
            return Err(raise);
        }
        return rt.generator_throw(&generator, exception);
    }
    let name = if exits { rt.names().close.clone() } else { rt.names().throw.clone() };
    let method = match rt.lookup_attr(iterator, &name) {
        // That `close` cannot be had is told to nobody.
        Err(lost) if exits => {
            let lost = Raise::exception(lost.into_exception()?);
            let of = iterator.to_value();
            rt.unraisable(lost, "Exception ignored in", Some(&of));
            None
        }
        method => method?,
    };
    let Some(method) = method else { return Err(raise) };
    if exits {
        rt.call(&method, [])?;
        return Err(raise);
    }
    match rt.call(&method, [exception.as_ref()]) {
        Ok(value) => Ok(Sent::Yielded(value)),
        Err(raise) => rt.catch_stop(raise).map(Sent::Returned),
    }
}
