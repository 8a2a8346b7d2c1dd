//! The calls of scripted functions that one run of the loop makes without native recursion.

use std::cell::RefCell;

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::{Raise, Ref, Result, Runtime, Type, Value, singletons};

use super::body::Body;
use super::call;
use super::frame::{Frame, Registers};
use crate::compile::Instruction;

/// An activation that a call instruction entered.
pub(super) struct Entered {
    frame: Frame,
    /// That of the frame's code, found once.
    body: Body,
    registers: Vec<Option<Value>>,
    /// The instance that is the result instead of what `__init__` returns.
    made: Option<Value>,
    /// The instruction of the caller that waits for it.
    caller: usize,
}

/// The activations above the one that a run began with.
#[derive(Default)]
pub(super) struct Calls {
    pub(super) entered: Vec<Entered>,
    pub(super) spare: Spare,
}

/// Registers that no activation uses now.
#[derive(Default)]
pub(super) struct Spare {
    rows: Vec<Vec<Option<Value>>>,
    charged: usize,
}

/// What runs left to be used by later ones: nothing is allocated for a call in the usual case.
#[derive(Default)]
#[allow(clippy::vec_box, reason = "each is taken out and put back at every call")]
pub(super) struct Pool(RefCell<Vec<Box<Calls>>>);

/// Rows that a pool keeps, and the most words of each.
const ROWS: usize = 16;
const WORDS: usize = 64;

impl Pool {
    #[inline]
    pub(super) fn take(&self) -> Box<Calls> {
        self.0.borrow_mut().pop().unwrap_or_default()
    }

    #[inline]
    pub(super) fn put(&self, rt: &Runtime, mut calls: Box<Calls>) {
        if calls.spare.charged != 0 {
            calls.shrink(rt);
        }
        let mut pool = self.0.borrow_mut();
        if pool.len() < ROWS {
            pool.push(calls);
        }
    }
}

impl Spare {
    /// A row of so many empty registers.
    #[inline]
    fn take(&mut self, rt: &Runtime, words: usize) -> Result<Vec<Option<Value>>> {
        let mut row = self.rows.pop().unwrap_or_default();
        if row.capacity() < words {
            self.grow(rt, &mut row, words)?;
        }
        row.resize_with(words, || None);
        Ok(row)
    }

    #[cold]
    fn grow(&mut self, rt: &Runtime, row: &mut Vec<Option<Value>>, words: usize) -> Result<()> {
        let bytes = words * size_of::<Option<Value>>() + size_of::<Entered>();
        rt.charge(bytes)?;
        self.charged += bytes;
        row.reserve_exact(words);
        Ok(())
    }
}

/// The frame, body and registers of the activation that was entered last, else those of the base.
#[inline(always)]
pub(super) fn innermost<'a>(
    entered: &'a mut [Entered],
    base: &'a mut Option<(&Frame, &mut Registers)>,
) -> Option<(&'a Frame, &'a Body, &'a mut Registers)> {
    match entered.last_mut() {
        Some(entered) => Some((&entered.frame, &entered.body, &mut entered.registers)),
        None => {
            let (frame, registers) = base.as_mut()?;
            Some((frame, Body::of(&frame.code)?, registers))
        }
    }
}

impl Calls {
    /// Gives back what was charged, and what is too large to be kept for nothing.
    #[cold]
    fn shrink(&mut self, rt: &Runtime) {
        rt.heap().bytes().credit(self.spare.charged);
        self.spare.charged = 0;
        self.spare.rows.retain(|row| row.capacity() <= WORDS);
        self.spare.rows.truncate(ROWS);
        self.entered.shrink_to(ROWS);
    }

    /// Leaves the innermost activation with what it came to: the caller's instruction and the
    /// outcome of its call; an error with the outcome if the run itself ends.
    #[inline]
    pub(super) fn leave(
        &mut self,
        rt: &mut Runtime,
        outcome: Result,
        has_base: bool,
    ) -> std::result::Result<(usize, Result), Result> {
        let Some(mut entered) = self.entered.pop() else { return Err(outcome) };
        rt.leave_call();
        entered.registers.clear();
        self.spare.rows.push(entered.registers);
        let outcome = match (entered.made, outcome) {
            (None, outcome) => outcome,
            (Some(_), Err(raise)) => Err(raise),
            (Some(made), Ok(value)) if singletons::is_none(&value) => Ok(made),
            (Some(_), Ok(value)) => Err(not_none(rt, &value)),
        };
        if self.entered.is_empty() && !has_base {
            return Err(outcome);
        }
        Ok((entered.caller, outcome))
    }
}

#[cold]
fn not_none(rt: &Runtime, value: &Value) -> Raise {
    let class = rt.type_name(value.as_ref());
    rt.type_error(format!("__init__() should return None, not '{class}'"))
}

/// Enters what the call instruction `i` at `at` calls, if that is a plain function of this host with
/// as many arguments as it wants, or a class whose instances such a function initializes. The
/// arguments move to registers of their own.
///
/// # Errors
/// `RecursionError`, `MemoryError`; a halt.
#[inline]
pub(super) fn enter(
    rt: &mut Runtime,
    spare: &mut Spare,
    registers: &mut Registers,
    i: Instruction,
    at: usize,
) -> Result<Option<Entered>> {
    let base = usize::from(i.a);
    let Some([Some(callee), row @ ..]) = registers.get_mut(base..) else { return Ok(None) };
    let given = usize::from(row.first().is_some_and(Option::is_none));
    let Some(arguments) = row.get_mut(given..usize::from(i.b) + 1) else { return Ok(None) };
    if let Some(function) = callee.downcast_ref::<FunctionObject>() {
        return begin(rt, spare, function, None, arguments, at);
    }
    let init = rt.as_type(callee.as_ref()).and_then(|class| {
        let init = rt.plain_init(&class)?;
        Some((class.to_gc(), init))
    });
    match init {
        Some((class, init)) => begin(rt, spare, &init, Some(class), arguments, at),
        None => Ok(None),
    }
}

#[inline]
fn begin(
    rt: &mut Runtime,
    spare: &mut Spare,
    function: &Function,
    class: Option<Type>,
    arguments: &mut [Option<Value>],
    at: usize,
) -> Result<Option<Entered>> {
    let payload = function.read(rt);
    let count = arguments.len() + usize::from(class.is_some());
    let Some(body) = Body::of(&payload.code) else { return Ok(None) };
    let Some(missing) = body.direct.and_then(|wanted| wanted.checked_sub(count)) else {
        return Ok(None);
    };
    if missing > 0
        && payload.defaults.as_ref().is_none_or(|defaults| defaults.read(rt).len() < missing)
    {
        return Ok(None);
    }
    let body = body.clone();
    let mut own = spare.take(rt, body.words())?;
    let frame = Frame::of(payload, None);
    rt.tick(1)?;
    let made = match class {
        Some(class) => Some(rt.new_instance(&class)?),
        None => None,
    };
    rt.enter_call(&frame.code, &frame.globals, None)?;
    let mut places = own.iter_mut();
    if let Some(instance) = &made
        && let Some(place) = places.next()
    {
        *place = Some(instance.clone());
    }
    for (place, argument) in places.zip(arguments) {
        *place = argument.take();
    }
    if missing > 0 || !function.read(rt).closure.is_empty() {
        supply(rt, function, &frame, missing, &mut own);
    }
    Ok(Some(Entered { frame, body, registers: own, made, caller: at }))
}

/// Enters a function that native code calls, with arguments that fill its parameters one by one.
///
/// # Errors
/// `RecursionError`, `MemoryError`.
#[inline]
pub(super) fn begin_natively(
    rt: &mut Runtime,
    spare: &mut Spare,
    function: &Function,
    body: &Body,
    arguments: &[Ref<'_>],
) -> Result<Entered> {
    let mut registers = spare.take(rt, body.words())?;
    let frame = Frame::of(function.read(rt), None);
    rt.enter_call(&frame.code, &frame.globals, None)?;
    for (place, argument) in registers.iter_mut().zip(arguments) {
        *place = Some(argument.to_value());
    }
    if !function.read(rt).closure.is_empty() {
        call::enclose(rt, function, body, &mut registers);
    }
    Ok(Entered { frame, body: body.clone(), registers, made: None, caller: 0 })
}

/// Gives an activation the cells of its function and the defaults of missing arguments.
#[cold]
fn supply(
    rt: &Runtime,
    function: &Function,
    frame: &Frame,
    missing: usize,
    registers: &mut Registers,
) {
    let Some(body) = Body::of(&frame.code) else { return };
    call::enclose(rt, function, body, registers);
    let Some(defaults) = &function.read(rt).defaults else { return };
    let items = defaults.read(rt).items();
    let end = body.unit.positional as usize;
    let places = registers.get_mut(end - missing..end).unwrap_or_default();
    for (place, default) in places.iter_mut().zip(items.iter().skip(items.len() - missing)) {
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
