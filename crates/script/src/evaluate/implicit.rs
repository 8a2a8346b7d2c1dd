//! Calls of scripted functions that are not the plain call of a plain function: those that operators,
//! comparisons, `x[key]`, properties and `__next__` make, and those whose arguments have to be bound.
//! The loop enters them as it enters called functions; what the instruction does with the answer is
//! done when they return.

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::objects::method::MethodObject;
use objmodel::slots::{BinaryOp, CompareOp};
use objmodel::{Borrowed, CallArgs, Raise, Result, Runtime, Value};

use super::arithmetic;
use super::body::Body;
use super::calls;
use super::registers::{self, Registers, WINDOW, operand};
use super::stack::Then;
use crate::compile::{Instruction, Op, Operator};

/// A scripted function that is to be entered. What its first registers hold lies in the caller's
/// window, behind the caller's own registers, which is where its window begins.
pub(super) struct Implicit {
    pub(super) function: Function,
    pub(super) body: Body,
    /// How many of its registers are filled.
    pub(super) given: usize,
    pub(super) then: Then,
    /// The register for the result of a call.
    pub(super) destination: u8,
    /// The register where an instance waits to be initialized.
    pub(super) row: u8,
    /// That instance.
    pub(super) made: Option<Value>,
}

/// A function that takes the arguments that an instruction has for it.
pub(super) struct Ready(Function, Body);

/// What an instruction came to.
pub(super) enum Outcome {
    /// It is done.
    Done,
    /// It is done, and jumps.
    Jump,
    /// It is done, and so is the next one.
    Skip,
    /// It goes on when this function has answered.
    Enter(Implicit),
}

/// The truth that a jump asks for.
pub(super) enum Truth {
    Known(bool),
    /// The truth of what this function answers.
    Enter(Implicit),
}

impl Implicit {
    /// A function that is to be called by an instruction of `own`, if it is a plain one that takes so
    /// many arguments.
    #[inline]
    pub(super) fn ready(
        rt: &Runtime,
        own: &Body,
        function: Function,
        count: usize,
    ) -> Option<Ready> {
        if own.words + count > WINDOW {
            return None;
        }
        let body = calls::plain_body(rt, &function, count)?.clone();
        Some(Ready(function, body))
    }

    /// The function that calling `callee` runs, its arguments bound, if it is one of this host that
    /// runs to its end: a function, a bound method or the `__init__` of a class. The row of the call
    /// begins at `row`; `next` are the registers behind the caller's own.
    ///
    /// # Errors
    /// `TypeError` if the arguments do not fit; `MemoryError`.
    pub(super) fn bound(
        rt: &mut Runtime,
        next: &mut [Option<Value>],
        callee: Borrowed<'_>,
        args: CallArgs<'_>,
        row: u8,
        destination: u8,
    ) -> Result<Option<Implicit>> {
        let mut then = Then::Store;
        let mut made = None;
        let bound = if let Some(function) = callee.typed::<FunctionObject>() {
            Implicit::bind(rt, next, &function, args)?
        } else if let Some(method) = callee.typed::<MethodObject>() {
            let MethodObject { function, instance } = method.borrow_frozen();
            let Some(function) = function.downcast_ref::<FunctionObject>() else { return Ok(None) };
            rt.with_receiver(instance.as_ref(), args, |rt, args| {
                Implicit::bind(rt, next, function, args)
            })?
        } else {
            let Some(class) = rt.as_type(callee).map(|class| class.to_gc()) else {
                return Ok(None);
            };
            let Some(function) = rt.plain_init(&class) else { return Ok(None) };
            let fits = |own: &Body| own.filled() <= next.len();
            if !runs_to_its_end(&function).is_some_and(fits) {
                return Ok(None);
            }
            let instance = rt.new_instance(&class)?;
            then = Then::Instance;
            let bound = rt.with_receiver(instance.as_ref(), args, |rt, args| {
                Implicit::bind(rt, next, &function, args)
            })?;
            made = Some(instance);
            bound
        };
        Ok(bound.map(|(function, body, given)| Implicit {
            function,
            body,
            given,
            then,
            destination,
            row,
            made,
        }))
    }

    fn bind(
        rt: &mut Runtime,
        next: &mut [Option<Value>],
        function: &Function,
        args: CallArgs<'_>,
    ) -> Result<Option<Bound>> {
        let Some(body) = runs_to_its_end(function).cloned() else { return Ok(None) };
        let given = body.filled();
        let Some(places) = next.get_mut(..given) else { return Ok(None) };
        registers::clear_all(places);
        if let Err(raise) = body.bind(rt, function, args, places) {
            registers::clear_all(places);
            return Err(raise);
        }
        Ok(Some((function.clone(), body, given)))
    }
}

impl Ready {
    /// The call of the function with these arguments, by an instruction of `own`.
    #[inline]
    pub(super) fn with<const N: usize>(
        self,
        own: &Body,
        registers: &mut Registers,
        arguments: [Value; N],
        then: Then,
    ) -> Implicit {
        let Ready(function, body) = self;
        let places = registers.get_mut(own.words..).unwrap_or_default();
        for (place, argument) in places.iter_mut().zip(arguments) {
            registers::fill(place, argument);
        }
        Implicit { function, body, given: N, then, destination: 0, row: 0, made: None }
    }
}

/// A function with its body, and how many parameters were bound.
type Bound = (Function, Body, usize);

/// The body of a function of this host, if a call of it runs that to its end.
fn runs_to_its_end(function: &Function) -> Option<&Body> {
    let body = Body::of(&function.frozen().code)?;
    (!body.generator && !function.frozen().has_replacement()).then_some(body)
}

/// Looks up what `super()` is asked for as a method that is about to be called, without making the
/// object; whether it found a function and put it, with its receiver, where `load` wants it.
pub(super) fn super_method(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    class: Borrowed<'_>,
    receiver: &Value,
    load: Instruction,
) -> bool {
    let Some(class) = rt.as_type(class).map(|class| class.to_gc()) else { return false };
    let Some(name) = body.methods.get(load.index()) else { return false };
    let Some(method) = rt.super_method(&class, receiver.as_ref(), name) else { return false };
    registers::put(registers, load.a().wrapping_add(1), receiver.clone());
    registers::put(registers, load.a(), method);
    true
}

/// The operator of a binary instruction, and whether it is in place.
fn binary_operator(body: &Body, i: Instruction) -> Option<(BinaryOp, bool)> {
    match body.unit.operators.get(i.index())? {
        Operator::Binary(operator, in_place) => Some((arithmetic::library(*operator), *in_place)),
        Operator::Compare(_) => None,
    }
}

/// The comparison of an instruction: of its own site, or that of the jump at `at`.
fn comparison(body: &Body, i: Instruction, at: usize) -> Option<CompareOp> {
    let site = match i.op() {
        Op::Compare => i.index(),
        _ => *body.unit.sites.get(at)? as usize,
    };
    match body.unit.operators.get(site)? {
        Operator::Compare(comparison) => Some(arithmetic::comparison_op(*comparison)),
        Operator::Binary(..) => None,
    }
}

/// The right operand of a binary instruction or of a comparing jump, small or not.
fn right_operand(rt: &Runtime, registers: &Registers, i: Instruction) -> Result {
    match i.op().has_small_operand() {
        true => rt.int(i.small()),
        false => Ok(operand(registers, i.c()).to_value()),
    }
}

/// Ends the instruction at `at` with what the function that it called answered; the place to jump
/// to, if it jumps.
///
/// # Errors
/// What the rest of the operation raises.
#[inline(never)]
pub(super) fn arrive(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
    then: Then,
    answer: Value,
) -> Result<Option<usize>> {
    let Some(i) = body.unit.code.get(at).copied() else { return Ok(None) };
    let value = match then {
        Then::Binary => {
            let Some((op, in_place)) = binary_operator(body, i) else { return Ok(None) };
            let right = right_operand(rt, registers, i)?;
            let left = operand(registers, i.b());
            rt.binary_after_method(op, in_place, left, right.as_ref(), answer)?
        }
        Then::Compare | Then::Branch => {
            let Some(op) = comparison(body, i, at) else { return Ok(None) };
            let right = right_operand(rt, registers, i)?;
            let left = operand(registers, i.b());
            let value = rt.compare_after_method(op, left, right.as_ref(), answer)?;
            if then == Then::Branch {
                let truth = rt.is_true(value.as_ref())?;
                registers::release(registers, i);
                return Ok((truth == (i.a() != 0)).then(|| i.index()));
            }
            value
        }
        _ => answer,
    };
    registers::put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(None)
}

/// What the instruction at `at` makes of an exception that left the function it called: the place
/// to jump to, if that was the end of an iteration.
///
/// # Errors
/// The exception.
#[cold]
pub(super) fn raised(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    at: usize,
    then: Then,
    raise: Raise,
) -> Result<usize> {
    let Some(i) = body.unit.code.get(at).copied() else { return Err(raise) };
    match then {
        Then::Next => {
            if rt.is_watched()
                && let Some(exception) = raise.as_exception().map(|raised| raised.to_value())
            {
                rt.set_place(at as u32);
                rt.tell_exception(exception.as_ref())?;
            }
            rt.catch_stop(raise)?;
            registers::clear(registers, i.b());
            Ok(i.index())
        }
        Then::Attribute => {
            if let Some(site) = body.attributes.get(i.index()) {
                rt.tell_attribute(&raise, operand(registers, i.b()), &site.name);
            }
            Err(raise)
        }
        _ => Err(raise),
    }
}
