//! The calls of scripted functions that one run of the loop makes without native recursion.

use std::cell::RefCell;

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Raise, Result, Runtime, Type, Value, singletons};

use super::body::Body;
use super::call;
use super::frame::{self, Frame, Registers};
use super::resume::{Base, Run};
use crate::compile::Instruction;

/// What a call instruction may enter, taken from its row.
pub(super) struct Callee {
    function: Function,
    /// The class whose instance the function initializes.
    class: Option<Type>,
    /// How many parameters are left to their defaults.
    missing: usize,
}

/// An activation that a call instruction entered.
struct Entered {
    function: Function,
    /// That of the function's code, found once.
    body: Body,
    /// Where its registers begin.
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
    /// Their registers one after the other, then empty ones.
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
    /// Where the registers of another activation would begin.
    #[inline]
    fn end(&self) -> usize {
        self.entered.last().map_or(0, |entered| entered.first + entered.body.words)
    }

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
#[inline]
pub(super) fn leave(
    rt: &mut Runtime,
    run: &mut Run<'_>,
    outcome: Result,
) -> std::result::Result<(usize, Result), Result> {
    let Some(calls) = &mut run.calls else { return Err(outcome) };
    let Some(entered) = calls.entered.pop() else { return Err(outcome) };
    rt.leave_call();
    let Entered { body, first, made, caller, .. } = entered;
    frame::clear_all(calls.registers.get_mut(first..first + body.words).unwrap_or_default());
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
#[inline]
pub(super) fn callee(rt: &Runtime, registers: &mut Registers, i: Instruction) -> Option<Callee> {
    let [callee @ Some(_), row @ ..] = registers.get_mut(usize::from(i.a)..)? else { return None };
    let given = usize::from(i.b) + usize::from(row.first()?.is_some());
    let called = callee.as_ref()?;
    if let Some(function) = called.downcast_ref::<FunctionObject>() {
        let missing = missing(rt, function, given)?;
        let function = callee.take()?.downcast().ok()?;
        return Some(Callee { function, class: None, missing });
    }
    let class = rt.as_type(called.as_ref())?;
    let function = rt.plain_init(&class)?;
    let missing = missing(rt, &function, given + 1)?;
    Some(Callee { class: Some(class.to_gc()), function, missing })
}

/// How many parameters such a call leaves to defaults, if the function can be entered so.
#[inline]
fn missing(rt: &Runtime, function: &Function, given: usize) -> Option<usize> {
    let missing = Body::of(&function.frozen().code)?.direct?.checked_sub(given)?;
    let fits = missing == 0 || rt.positional_defaults(function).len() >= missing;
    (fits && !function.frozen().has_successor()).then_some(missing)
}

/// Enters what the call instruction `i` at `at` calls. The arguments move to registers of their own.
///
/// # Errors
/// `RecursionError`, `MemoryError`; a halt.
#[inline]
pub(super) fn enter(
    rt: &mut Runtime,
    run: &mut Run<'_>,
    callee: Callee,
    i: Instruction,
    at: usize,
) -> Result<()> {
    let Callee { function, class, missing } = callee;
    let Some(body) = Body::of(&function.frozen().code).cloned() else {
        return Err(rt.system_error("a function without a body"));
    };
    let calls = run.calls.get_or_insert_with(|| body.pool.take());
    let first = calls.end();
    calls.reserve(rt, first + body.words)?;
    rt.tick(1)?;
    let made = match class {
        Some(class) => Some(rt.new_instance(&class)?),
        None => None,
    };
    rt.enter_call(&function, None)?;
    let (below, own) = calls.registers.split_at_mut(first);
    let own = own.get_mut(..body.words).unwrap_or_default();
    let caller = match calls.entered.last() {
        Some(caller) => below.get_mut(caller.first..).unwrap_or_default(),
        None => &mut *run.base.registers,
    };
    let row = caller.get_mut(usize::from(i.a) + 1..).unwrap_or_default();
    let skip = usize::from(row.first().is_some_and(Option::is_none));
    let row = row.get_mut(skip..usize::from(i.b) + 1).unwrap_or_default();
    let mut places = own.iter_mut();
    if let Some(instance) = &made
        && let Some(place) = places.next()
    {
        *place = Some(instance.clone());
    }
    for (place, argument) in places.zip(row) {
        *place = argument.take();
    }
    call::enclose(rt, &function, &body, own);
    if missing > 0 {
        supply(rt, &function, &body, missing, own);
    }
    calls.entered.push(Entered { function, body, first, made, caller: at });
    Ok(())
}

/// Gives an activation the defaults of missing arguments.
fn supply(
    rt: &Runtime,
    function: &Function,
    body: &Body,
    missing: usize,
    registers: &mut Registers,
) {
    let defaults = rt.positional_defaults(function);
    let end = body.unit.positional as usize;
    let places = registers.get_mut(end - missing..end).unwrap_or_default();
    for (place, default) in places.iter_mut().zip(defaults.iter().skip(defaults.len() - missing)) {
        *place = Some(default.clone());
    }
}

/// Empties the row of registers of a call that is over.
#[inline]
pub(super) fn clear_row(registers: &mut Registers, i: Instruction) {
    let base = usize::from(i.a);
    let end = (base + 2 + usize::from(i.b)).min(registers.len());
    for register in registers.get_mut(base..end).unwrap_or_default() {
        *register = None;
    }
}
