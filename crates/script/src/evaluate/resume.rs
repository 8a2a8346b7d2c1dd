//! How a run of the loop begins: with a call, or where a generator was left.

use objmodel::host::Sent;
use objmodel::objects::function::Function;
use objmodel::{Raise, Ref, Result, Runtime, Value};

use super::body::Body;
use super::calls;
use super::frame::{Frame, Registers, put};
use super::run::execute;
use crate::compile::Op;

/// How a run begins.
pub(super) enum Resumption {
    /// At the first instruction.
    Begin,
    /// At an instruction.
    At(usize),
    /// At a `yield` that returns a value.
    Send(usize, Value),
    /// At a `yield` that raises.
    Throw(usize, Raise),
}

/// Where the loop stands at first.
pub(super) struct Start {
    /// The next instruction.
    pub(super) next: usize,
    /// The instruction at which something was raised.
    pub(super) at: usize,
    /// What a delegation was sent.
    pub(super) sent: Option<Value>,
    pub(super) thrown: Option<Raise>,
}

impl Resumption {
    /// A value that is sent to a `yield` goes to the register that waits for it.
    pub(super) fn start(self, base: &mut Option<(&Frame, &mut Registers)>) -> Start {
        let mut start = Start { next: 0, at: 0, sent: None, thrown: None };
        match self {
            Resumption::Begin => {}
            Resumption::At(place) => start.next = place,
            Resumption::Send(place, value) => {
                start.next = place;
                let body = base.as_ref().and_then(|(frame, _)| Body::of(&frame.code));
                match (body.and_then(|body| body.unit.code.get(place)), base) {
                    (Some(instruction), Some((_, registers))) if instruction.op == Op::Yield => {
                        put(registers, instruction.a, value);
                        start.next = place + 1;
                    }
                    _ => start.sent = Some(value),
                }
            }
            Resumption::Throw(place, raise) => {
                start.next = place;
                start.at = place;
                start.thrown = Some(raise);
            }
        }
        start
    }
}

/// Runs a body until it returns, yields or raises. `place` receives the instruction at which it
/// was left.
pub(super) fn run(
    rt: &mut Runtime,
    frame: &Frame,
    registers: &mut Registers,
    resumption: Resumption,
    place: &mut usize,
) -> Result<Sent> {
    let Some(body) = Body::of(&frame.code) else {
        return Err(rt.system_error("an activation without a body"));
    };
    let mut calls = body.pool.take();
    let outcome = execute(rt, Some((frame, registers)), resumption, place, &mut calls);
    body.pool.put(rt, calls);
    outcome
}

/// Runs a function to its end whose parameters the arguments fill one by one.
pub(super) fn run_directly(
    rt: &mut Runtime,
    function: &Function,
    body: &Body,
    arguments: &[Ref<'_>],
) -> Result {
    let mut calls = body.pool.take();
    let outcome = match calls::begin_natively(rt, &mut calls.spare, function, body, arguments) {
        Ok(entered) => {
            calls.entered.push(entered);
            execute(rt, None, Resumption::Begin, &mut 0, &mut calls)
        }
        Err(raise) => Err(raise),
    };
    body.pool.put(rt, calls);
    match outcome? {
        Sent::Returned(value) | Sent::Yielded(value) => Ok(value),
    }
}
