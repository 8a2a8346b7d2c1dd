//! Generators: a suspended activation, resumed without threads.

use std::any::Any;
use std::cell::Cell;

use objmodel::host::{Resumable, Resume, Sent};
use objmodel::objects::dict::Dict;
use objmodel::objects::function::{Function, FunctionField};
use objmodel::objects::generator::{Generator, GeneratorKind, GeneratorObject, GeneratorState};
use objmodel::{Borrowed, CallArgs, NextStep, Raise, Result, Runtime, Trace, Value, singletons};

use super::body::Body;
use super::call;
use super::implicit::Implicit;
use super::registers::{self, Registers};
use super::run::{self, Start};
use super::stack::{Running, Then};
use crate::compile::{Instruction, Op, flags};

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
        (instruction.op() == Op::YieldFrom).then_some(instruction.b())
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
            (Resume::Send(value), Some(i)) if i.op() == Op::Yield => {
                put(registers, i.a(), Some(value));
                *place += 1;
            }
            (Resume::Send(value), _) => sent = Some(value),
            (Resume::Throw(exception), Some(i)) if i.op() == Op::YieldFrom => {
                let iterator = registers.get(usize::from(i.b())).cloned().flatten();
                let iterator = iterator.unwrap_or_else(singletons::none);
                match throw(rt, iterator.as_ref(), exception) {
                    Ok(Sent::Yielded(value)) => return Ok(Sent::Yielded(value)),
                    Ok(Sent::Returned(value)) => {
                        put(registers, i.b(), None);
                        put(registers, i.a(), Some(value));
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

/// What a loop's asking for the next item comes to where the library leaves that to the host.
pub(super) enum Advance {
    Done,
    /// There is none.
    Jump,
    /// The function of a scripted `__next__` is to be entered.
    Enter(Implicit),
    /// A generator is to be resumed.
    Resume(Generator),
}

/// Goes on where [`Runtime::next_step`] left a loop's iterator to the host.
///
/// # Errors
/// What the iterator raises.
#[inline(never)]
pub(super) fn advance(
    rt: &mut Runtime,
    registers: &mut Registers,
    i: Instruction,
    step: NextStep,
) -> Result<Advance> {
    let iterator = registers::operand(registers, i.b());
    if let NextStep::Method(function) = step
        && let Some(call) = Implicit::new(rt, function, [iterator], Then::Next)
    {
        return Ok(Advance::Enter(call));
    }
    if let Some(generator) = iterator.typed::<GeneratorObject>()
        && is_waiting(rt, &generator)
    {
        return Ok(Advance::Resume(generator.to_gc()));
    }
    Ok(match rt.next(iterator)? {
        Some(item) => {
            registers::put(registers, i.a(), item);
            Advance::Done
        }
        None => {
            registers::clear(registers, i.b());
            Advance::Jump
        }
    })
}

/// Whether a generator of this host waits to be resumed.
fn is_waiting(rt: &mut Runtime, generator: &Generator) -> bool {
    if suspended(rt, generator).is_none() {
        return false;
    }
    let generator = generator.read(rt);
    generator.kind == GeneratorKind::Generator
        && matches!(generator.state, GeneratorState::Created | GeneratorState::Suspended)
}

/// The suspended activation of a generator of this host.
fn suspended<'a>(rt: &'a mut Runtime, generator: &'a Generator) -> Option<&'a mut Suspended> {
    let body: &mut dyn Any = &mut **generator.write(rt).body.as_mut()?;
    body.downcast_mut()
}

/// Begins to run a generator that waits, in the registers of a window: its body, and the instruction
/// with which it goes on.
///
/// # Errors
/// `RecursionError`; a halt.
#[inline]
pub(super) fn resume(
    rt: &mut Runtime,
    generators: &mut Vec<Running>,
    generator: Generator,
    registers: Option<&mut [Option<Value>]>,
) -> Result<(Body, usize)> {
    rt.tick(1)?;
    let resumption = rt.begin_resumption(&generator)?;
    let begun = match suspended(rt, &generator) {
        Some(suspended) => {
            let function = suspended.function.clone();
            let body = Body::of(&function.frozen().code).cloned();
            let window = registers.unwrap_or_default();
            match body {
                // It has to be entered first: without depth the registers stay.
                Some(body) => rt.enter_resumed(&function).map(|()| (body, window)),
                None => Err(rt.system_error("an activation without a body")),
            }
        }
        None => Err(rt.system_error("another host's generator")),
    };
    match begun {
        Ok((body, window)) => {
            let place = suspended(rt, &generator).map(|suspended| suspended.enter(&body, window));
            generators.push(Running { generator, resumption });
            Ok((body, place.unwrap_or_default()))
        }
        Err(raise) => match rt.end_resumption(&generator, resumption, Err(raise)) {
            Ok(_) => Err(rt.system_error("a generator that did not begin")),
            Err(raise) => Err(raise),
        },
    }
}

impl Suspended {
    /// Moves the registers of the activation that waits to a window, for `next`; with which
    /// instruction it goes on.
    fn enter(&mut self, body: &Body, window: &mut [Option<Value>]) -> usize {
        for (register, own) in window.iter_mut().zip(&mut self.registers) {
            *register = own.take();
        }
        if self.begun
            && let Some(i) = body.code.get(self.place).map(Cell::get)
            && i.op() == Op::Yield
        {
            put(window, i.a(), Some(singletons::none()));
            self.place += 1;
        }
        self.begun = true;
        self.place
    }
}

/// Lets the innermost generator that runs have its registers, as it yields.
#[inline]
pub(super) fn suspend(
    rt: &mut Runtime,
    generators: &[Running],
    registers: &mut Registers,
    place: usize,
) {
    let Some(running) = generators.last() else { return };
    if let Some(suspended) = suspended(rt, &running.generator) {
        suspended.place = place;
        for (register, own) in registers.iter_mut().zip(&mut suspended.registers) {
            *own = register.take();
        }
    }
}

/// Ends the run of the innermost generator that runs.
///
/// # Errors
/// What left its body.
pub(super) fn end(
    rt: &mut Runtime,
    generators: &mut Vec<Running>,
    outcome: Result<Sent>,
) -> Result<Sent> {
    match generators.pop() {
        Some(Running { generator, resumption }) => {
            rt.end_resumption(&generator, resumption, outcome)
        }
        None => Err(rt.system_error("no generator runs")),
    }
}

/// Gives the loop at an instruction its next item.
pub(super) fn store_item(body: &Body, registers: &mut Registers, at: usize, item: Value) {
    if let Some(i) = body.unit.code.get(at) {
        registers::put(registers, i.a(), item);
    }
}

/// Ends the loop at an instruction; where to go on.
pub(super) fn finish_loop(body: &Body, registers: &mut Registers, at: usize) -> usize {
    let Some(i) = body.unit.code.get(at) else { return at };
    registers::clear(registers, i.b());
    i.index()
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
        rt.call(&method, ())?;
        return Err(raise);
    }
    match rt.call(&method, [exception.as_ref()]) {
        Ok(value) => Ok(Sent::Yielded(value)),
        Err(raise) => rt.catch_stop(raise).map(Sent::Returned),
    }
}
