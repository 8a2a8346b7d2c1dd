//! Generators: a suspended activation, resumed without threads.

use std::any::Any;
use std::cell::Cell;

use objmodel::gc::{ClearSink, Visitor};
use objmodel::host::{Resumable, Resume, Sent};
use objmodel::objects::code::flags;
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
use crate::compile::{Instruction, Op, Traits, opcode};

/// An activation that waits at a `yield`, or has not begun.
pub(super) struct Suspended {
    function: Function,
    /// That of the function's code.
    body: Body,
    registers: Vec<Option<Value>>,
    begun: bool,
    place: usize,
}

/// What the body refers to is the code's.
impl Trace for Suspended {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.function.trace(visitor);
        self.registers.trace(visitor);
    }

    fn clear(&mut self, sink: &mut ClearSink) {
        Trace::clear(&mut self.registers, sink);
    }
}

/// Makes the generator that a call of a generator function returns.
pub(super) fn begin(
    rt: &mut Runtime,
    function: &Function,
    body: &Body,
    args: CallArgs<'_>,
) -> Result {
    let mut registers = vec![None; body.words];
    body.bind(rt, function, args, &mut registers)?;
    call::enclose(rt, function, body, &mut registers);
    let code = function.frozen().code.clone();
    let name = rt.function_name(function, FunctionField::Name);
    let qualname = rt.function_name(function, FunctionField::QualName);
    let (function, own) = (function.clone(), body.clone());
    let suspended = Box::new(Suspended { function, body: own, registers, begun: false, place: 0 });
    let kind = match body.unit.traits {
        Traits { is_async: true, yields: true, .. } => GeneratorKind::AsyncGenerator,
        Traits { is_async: true, .. } => GeneratorKind::Coroutine,
        _ => GeneratorKind::Generator,
    };
    let generator = rt.new_generator(kind, suspended, name, qualname, code)?;
    Ok(generator.into_value())
}

impl Suspended {
    /// The register of the iterator that it delegates to.
    fn delegate(&self) -> Option<u8> {
        let instruction = self.body.unit.code.get(self.place).filter(|_| self.begun)?;
        (instruction.op() == Op::YieldFrom).then_some(instruction.b())
    }
}

impl Resumable for Suspended {
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent> {
        let Suspended { function, body, registers, begun, place } = self;
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
                let handling = rt.resumed_handling();
                // Who delegates is seen behind what it delegates to.
                rt.enter_resumed(function.clone())?;
                rt.set_place(*place as u32);
                let outcome = throw(rt, iterator.as_ref(), exception);
                rt.leave_resumed();
                match outcome {
                    Ok(Sent::Yielded(value)) => return Ok(Sent::Yielded(value)),
                    Ok(Sent::Returned(value)) => {
                        put(registers, i.b(), None);
                        put(registers, i.a(), Some(value));
                        *place += 1;
                    }
                    Err(raise) => {
                        // What comes back meets the exception that is handled here.
                        if handling {
                            rt.chain_context(&raise);
                        }
                        thrown = Some(raise);
                    }
                }
            }
            (Resume::Throw(exception), _) => {
                let raise = Raise::exception(exception);
                if rt.resumed_handling() {
                    rt.chain_context(&raise);
                }
                thrown = Some(raise);
            }
        }
        *begun = true;
        let mut stack = body.pool.take(rt)?;
        rt.enter_resumed(function.clone())?;
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

    fn variables(&self) -> &[Option<Value>] {
        self.registers.get(..self.body.lasting).unwrap_or_default()
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
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    step: NextStep,
) -> Result<Advance> {
    let iterator = registers::operand(registers, i.b());
    if let NextStep::Method(function) = step
        && let Some(ready) = Implicit::ready(rt, body, function, 1)
    {
        let arguments = [iterator.to_value()];
        return Ok(Advance::Enter(ready.with(body, registers, arguments, Then::Next)));
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
    let payload = generator.read(rt);
    payload.kind == GeneratorKind::Generator
        && matches!(payload.state, GeneratorState::Created | GeneratorState::Suspended)
        && suspended(rt, generator).is_some()
}

/// Whether a generator or coroutine of this host waits for such a value.
pub(super) fn can_be_sent(rt: &mut Runtime, generator: &Generator, value: &Value) -> bool {
    let payload = generator.read(rt);
    let waits = match payload.state {
        GeneratorState::Created => singletons::is_none(value),
        GeneratorState::Suspended => true,
        GeneratorState::Running | GeneratorState::Closed => false,
    };
    waits && payload.kind != GeneratorKind::AsyncGenerator && suspended(rt, generator).is_some()
}

/// The activation of a generator of this host, with its registers unless it runs in the loop.
#[inline]
fn suspended<'a>(rt: &'a mut Runtime, generator: &'a Generator) -> Option<&'a mut Suspended> {
    let body: &mut dyn Any = &mut **generator.write(rt).body.as_mut()?;
    body.downcast_mut()
}

/// Begins to run a generator that waits, in the registers of a window, with what it is sent: its body.
/// `next` becomes the instruction with which it goes on, and `sent` stays if it delegates.
///
/// # Errors
/// `RecursionError`; a halt.
#[inline]
pub(super) fn resume(
    rt: &mut Runtime,
    generators: &mut Vec<Running>,
    generator: Generator,
    window: &mut [Option<Value>],
    sent: &mut Option<Value>,
    next: &mut usize,
) -> Result<Body> {
    rt.tick(1)?;
    let resumption = rt.begin_resumption(&generator)?;
    let begun = match suspended(rt, &generator) {
        Some(own) => {
            let (function, body) = (own.function.clone(), own.body.clone());
            *next = own.enter(sent, window);
            match rt.enter_resumed(function) {
                Ok(()) => Ok(body),
                Err(raise) => {
                    // It ends with that, and its variables with it.
                    restore(rt, &generator, window, *next);
                    Err(raise)
                }
            }
        }
        None => Err(rt.system_error("an activation without a body")),
    };
    match begun {
        Ok(resumed) => {
            generators.push(Running { generator, resumption });
            Ok(resumed)
        }
        Err(raise) => match rt.end_resumption(&generator, resumption, Err(raise)) {
            Ok(_) => Err(rt.system_error("a generator that did not begin")),
            Err(raise) => Err(raise),
        },
    }
}

/// Gives the activation of a generator its registers back from a window.
#[inline(always)]
fn restore(rt: &mut Runtime, generator: &Generator, window: &mut [Option<Value>], place: usize) {
    let Some(own) = suspended(rt, generator) else { return };
    own.place = place;
    for (register, own) in window.iter_mut().zip(&mut own.registers) {
        move_to(own, register);
    }
}

impl Suspended {
    /// Moves the registers of the activation that waits to a window without objects, and gives it
    /// what it is sent, unless it delegates: with which instruction it goes on.
    #[inline]
    fn enter(&mut self, sent: &mut Option<Value>, window: &mut [Option<Value>]) -> usize {
        for (register, own) in window.iter_mut().zip(&mut self.registers) {
            std::mem::forget(register.take());
            move_to(register, own);
        }
        if self.begun
            && let Some(i) = self.body.code.get(self.place).map(Cell::get)
            && i.code() == opcode::Yield
        {
            put(window, i.a(), sent.take());
            self.place += 1;
        }
        self.begun = true;
        self.place
    }
}

/// Lets the innermost generator that runs have its registers, as it yields.
///
/// # Errors
/// `SystemError` if none runs.
#[inline]
pub(super) fn suspend(
    rt: &mut Runtime,
    generators: &mut Vec<Running>,
    registers: &mut Registers,
    place: usize,
) -> Result<()> {
    let Some(Running { generator, resumption }) = generators.pop() else {
        return Err(rt.system_error("no generator runs"));
    };
    restore(rt, &generator, registers, place);
    rt.suspend_generator(&generator, resumption);
    Ok(())
}

/// Ends the innermost generator that runs, which returned a value.
///
/// # Errors
/// `SystemError` if none runs.
#[inline]
pub(super) fn finish(rt: &mut Runtime, generators: &mut Vec<Running>, value: Value) -> Result {
    match end(rt, generators, Ok(Sent::Returned(value)))? {
        Sent::Returned(value) | Sent::Yielded(value) => Ok(value),
    }
}

/// Ends the innermost generator that runs, which raised; what it looks like outside.
#[cold]
pub(super) fn fail(rt: &mut Runtime, generators: &mut Vec<Running>, raise: Raise) -> Raise {
    match end(rt, generators, Err(raise)) {
        Ok(_) => rt.system_error("a generator that raised and did not end"),
        Err(raise) => raise,
    }
}

fn end(rt: &mut Runtime, generators: &mut Vec<Running>, outcome: Result<Sent>) -> Result<Sent> {
    match generators.pop() {
        Some(Running { generator, resumption }) => {
            rt.end_resumption(&generator, resumption, outcome)
        }
        None => Err(rt.system_error("no generator runs")),
    }
}

/// What sending a value to what a generator delegates to comes to.
pub(super) enum Delegated {
    /// It has ended, and its result is where the instruction says.
    Returned,
    Yielded(Value),
    /// A generator or coroutine is to be resumed with the value.
    Resume(Generator, Value),
}

/// Sends a value to what `a = yield from b` delegates to, unless that is for the loop to do.
///
/// # Errors
/// What it raises.
#[inline(never)]
pub(super) fn delegated(
    rt: &mut Runtime,
    registers: &mut Registers,
    i: Instruction,
    value: Value,
) -> Result<Delegated> {
    let iterator = registers::operand(registers, i.b());
    if let Some(generator) = iterator.typed::<GeneratorObject>()
        && can_be_sent(rt, &generator, &value)
    {
        return Ok(Delegated::Resume(generator.to_gc(), value));
    }
    Ok(match rt.send_into(iterator, value.as_ref())? {
        Sent::Yielded(value) => Delegated::Yielded(value),
        Sent::Returned(value) => {
            registers::clear(registers, i.b());
            registers::put(registers, i.a(), value);
            Delegated::Returned
        }
    })
}

/// Goes on after a generator has returned, for a loop or for who delegates to it, before the
/// instruction at `next`; the instruction with which that goes on.
pub(super) fn arrive(
    body: &Body,
    registers: &mut Registers,
    next: usize,
    then: Then,
    value: Value,
) -> usize {
    let Some(i) = body.unit.code.get(next - 1) else { return next };
    registers::clear(registers, i.b());
    if then == Then::Generator {
        return i.index();
    }
    registers::put(registers, i.a(), value);
    next
}

/// Gives the loop at an instruction its next item.
pub(super) fn store_item(body: &Body, registers: &mut Registers, at: usize, item: Value) {
    if let Some(i) = body.unit.code.get(at) {
        registers::put(registers, i.a(), item);
    }
}

/// Moves what a register holds to one that is empty. Each is moved by itself, if it is not empty:
/// several at once would be read in other pieces than they were written, which stalls the processor.
#[inline(always)]
fn move_to(to: &mut Option<Value>, from: &mut Option<Value>) {
    if let Some(value) = from.take() {
        registers::fill(to, value);
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
    if let Some(generator) = value.get::<GeneratorObject>(rt) {
        let flags = rt.current_function().map_or(0, |own| own.frozen().code.frozen().flags);
        if generator.kind == GeneratorKind::Coroutine
            && flags & (flags::COROUTINE | flags::ITERABLE_COROUTINE) == 0
        {
            return Err(rt.type_error(
                "cannot 'yield from' a coroutine object in a non-coroutine generator",
            ));
        }
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
