//! The calls of scripted functions that one run of the loop makes without native recursion.

use std::cell::RefCell;

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Borrowed, Raise, Result, Runtime, Type, Value, singletons};

use super::base::{Base, Run};
use super::body::Body;
use super::call;
use super::frame::{self, Frame, Registers};
use crate::compile::{Instruction, METHOD};

/// What a call instruction may enter, taken from its row.
pub(super) struct Callee {
    function: Function,
    /// That of the function's code.
    body: Body,
    /// The class whose instance the function initializes.
    class: Option<Type>,
    /// The first register of the row that becomes a parameter.
    row: usize,
    /// How many there are.
    given: usize,
}

/// An activation that a call instruction entered.
struct Entered {
    function: Function,
    body: Body,
    /// Where its registers begin: in the middle of its caller's, at the row of the call.
    first: usize,
    /// The instance that is the result instead of what `__init__` returns.
    made: Option<Value>,
    /// The instruction of the caller that waits for it.
    caller: usize,
}

/// The activations above the one that a run began with.
#[derive(Default)]
pub(super) struct Calls {
    entered: Vec<Entered>,
    /// Their registers, each activation's parameters in its caller's row. What follows holds no
    /// objects.
    registers: Vec<Option<Value>>,
    charged: usize,
}

/// What runs left to be used by later ones: nothing is allocated for a call in the usual case.
#[derive(Default)]
#[allow(clippy::vec_box, reason = "each is taken out and put back by every run that calls")]
pub(super) struct Pool(RefCell<Vec<Box<Calls>>>);

/// How many a pool keeps, and the most registers and activations of each.
const KEPT: usize = 16;
const KEPT_REGISTERS: usize = 1024;
const KEPT_ACTIVATIONS: usize = 64;

impl Pool {
    #[inline]
    fn take(&self) -> Box<Calls> {
        self.0.borrow_mut().pop().unwrap_or_default()
    }

    #[inline]
    pub(super) fn put(&self, rt: &Runtime, mut calls: Box<Calls>) {
        if calls.charged != 0 {
            calls.shrink(rt);
        }
        let mut pool = self.0.borrow_mut();
        if pool.len() < KEPT {
            pool.push(calls);
        }
    }
}

/// The frame, body and registers of the activation that was entered last, else those of the base.
#[inline(always)]
pub(super) fn innermost<'a>(
    calls: &'a mut Option<Box<Calls>>,
    base: &'a mut Base<'_>,
) -> (Frame<'a>, &'a Body, &'a mut Registers) {
    match calls {
        Some(calls) => match calls.entered.last() {
            Some(entered) => {
                let Entered { function, body, first, .. } = entered;
                let own = calls.registers.get_mut(*first..first + body.words).unwrap_or_default();
                (Frame::of(function, None), body, own)
            }
            None => (base.frame, base.body, base.registers),
        },
        None => (base.frame, base.body, base.registers),
    }
}

impl Calls {
    /// Sees to it that there are registers up to `end`, and room for another activation.
    #[inline]
    fn reserve(&mut self, rt: &Runtime, end: usize) -> Result<()> {
        if end > self.registers.len() {
            let more = end.max(2 * self.registers.len()).max(KEPT_REGISTERS / 4);
            self.charge(rt, (more - self.registers.len()) * size_of::<Option<Value>>())?;
            self.registers.resize_with(more, || None);
        }
        if self.entered.len() == self.entered.capacity() {
            let more = self.entered.len().max(KEPT_ACTIVATIONS / 4);
            self.charge(rt, more * size_of::<Entered>())?;
            self.entered.reserve_exact(more);
        }
        Ok(())
    }

    #[cold]
    fn charge(&mut self, rt: &Runtime, bytes: usize) -> Result<()> {
        rt.charge(bytes)?;
        self.charged += bytes;
        Ok(())
    }

    /// Gives back what was charged, and what is too large to be kept for nothing.
    #[cold]
    fn shrink(&mut self, rt: &Runtime) {
        rt.heap().bytes().credit(self.charged);
        self.charged = 0;
        self.registers.truncate(KEPT_REGISTERS);
        self.registers.shrink_to(KEPT_REGISTERS);
        self.entered.shrink_to(KEPT_ACTIVATIONS);
    }
}

/// Leaves the innermost activation with what it came to: the caller's instruction and the outcome
/// of its call; an error with the outcome if it is the one that the run began with.
#[inline(always)]
pub(super) fn leave(
    rt: &mut Runtime,
    run: &mut Run<'_>,
    outcome: Result,
) -> std::result::Result<(usize, Result), Result> {
    let Some(calls) = &mut run.calls else { return Err(outcome) };
    let Some(entered) = calls.entered.pop() else { return Err(outcome) };
    rt.leave_call();
    let Entered { body, first, made, caller, .. } = entered;
    // Who returns has no objects in temporaries.
    let used = if outcome.is_ok() { body.lasting } else { body.words };
    debug_assert!({
        let left = calls.registers.iter().take(first + body.words).skip(first + used);
        left.flatten().all(|held| !held.is_object())
    });
    frame::clear_all(calls.registers.get_mut(first..first + used).unwrap_or_default());
    let outcome = match (made, outcome) {
        (None, outcome) => outcome,
        (Some(_), Err(raise)) => Err(raise),
        (Some(made), Ok(value)) if singletons::is_none(&value) => Ok(made),
        (Some(_), Ok(value)) => Err(not_none(rt, &value)),
    };
    Ok((caller, outcome))
}

#[cold]
fn not_none(rt: &Runtime, value: &Value) -> Raise {
    let class = rt.type_name(value.as_ref());
    rt.type_error(format!("__init__() should return None, not '{class}'"))
}

/// What the call instruction `i` calls, taken from its row, if that is a plain function of this host
/// with as many arguments as it wants, or a class whose instances such a function initializes.
#[inline(always)]
pub(super) fn callee(rt: &Runtime, registers: &mut Registers, i: Instruction) -> Option<Callee> {
    let [called @ Some(_), receiver, ..] = registers.get_mut(usize::from(i.a)..)? else {
        return None;
    };
    let bound = i.imm & METHOD != 0 && receiver.is_some();
    let row = usize::from(i.a) + if bound { 1 } else { 2 };
    let given = usize::from(i.b) + usize::from(bound);
    match called.take()?.downcast::<FunctionObject>() {
        Ok(function) => match plain_body(rt, &function, given) {
            Some(body) => {
                let body = body.clone();
                Some(Callee { function, body, class: None, row, given })
            }
            None => {
                *called = Some(function.into_value());
                None
            }
        },
        Err(other) => {
            let callee = if bound { None } else { initializer(rt, other.as_ref(), row, given) };
            if callee.is_none() {
                *called = Some(other);
            }
            callee
        }
    }
}

/// The `__init__` that a call of a class runs, if no more is to be done. The instance goes before
/// the arguments.
#[inline]
fn initializer(rt: &Runtime, class: Borrowed<'_>, row: usize, given: usize) -> Option<Callee> {
    let class = rt.as_type(class)?;
    let function = rt.plain_init(&class)?;
    let body = plain_body(rt, &function, given + 1)?.clone();
    Some(Callee { class: Some(class.to_gc()), function, body, row: row - 1, given: given + 1 })
}

/// The body of a function that so many arguments fill one by one, but for what has defaults.
#[inline(always)]
fn plain_body<'a>(rt: &Runtime, function: &'a Function, given: usize) -> Option<&'a Body> {
    let body = Body::of(&function.frozen().code)?;
    defaults(rt, function, body, given)?;
    (!function.frozen().has_replacement()).then_some(body)
}

/// The defaults of the parameters that so many arguments leave, if they fill the others one by one.
#[inline(always)]
pub(super) fn defaults<'a>(
    rt: &'a Runtime,
    function: &'a Function,
    body: &Body,
    given: usize,
) -> Option<&'a [Value]> {
    match body.direct?.checked_sub(given)? {
        0 => Some(&[]),
        missing => {
            let all = rt.positional_defaults(function);
            all.get(all.len().checked_sub(missing)?..)
        }
    }
}

/// Enters what the call instruction at `at` calls.
///
/// # Errors
/// `RecursionError`, `MemoryError`; a halt.
#[inline(always)]
pub(super) fn enter(rt: &mut Runtime, run: &mut Run<'_>, callee: Callee, at: usize) -> Result<()> {
    let Callee { function, body, class, row, given } = callee;
    let calls = run.calls.get_or_insert_with(|| body.pool.take());
    let caller = calls.entered.last().map(|caller| caller.first);
    let first = caller.map_or(0, |first| first + row);
    calls.reserve(rt, first + body.words)?;
    rt.tick(1)?;
    let made = match class {
        Some(class) => Some(rt.new_instance(&class)?),
        None => None,
    };
    rt.enter_call(&function, None)?;
    let own = calls.registers.get_mut(first..first + body.words).unwrap_or_default();
    if caller.is_none() {
        let arguments = run.base.registers.get_mut(row..).unwrap_or_default();
        for (place, argument) in own.iter_mut().zip(arguments).take(given) {
            *place = argument.take();
        }
    }
    debug_assert!(own.iter().skip(given).flatten().all(|held| !held.is_object()));
    frame::clear_all(own.get_mut(given..body.lasting).unwrap_or_default());
    if let (Some(instance), Some(place)) = (&made, own.first_mut()) {
        *place = Some(instance.clone());
    }
    if body.direct != Some(given) || function.frozen().closure.is_some() {
        supply(rt, &function, &body, given, own);
    }
    calls.entered.push(Entered { function, body, first, made, caller: at });
    Ok(())
}

/// Gives an activation the cells of its function, and the defaults of the parameters after the given
/// ones.
#[inline(never)]
fn supply(rt: &Runtime, function: &Function, body: &Body, given: usize, registers: &mut Registers) {
    call::enclose(rt, function, body, registers);
    let defaults = defaults(rt, function, body, given).unwrap_or_default();
    for (place, default) in registers.iter_mut().skip(given).zip(defaults) {
        *place = Some(default.clone());
    }
}
