//! How a run of the loop begins: with a call, or where a generator was left.

use objmodel::host::Sent;
use objmodel::{Raise, Result, Runtime, Value};

use super::body::Body;
use super::frame::{Frame, Registers, put};
use super::run::execute;
use crate::compile::Op;

/// The activation that a run begins with, and that it lasts as long as.
pub(super) struct Base<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) body: &'a Body,
    pub(super) registers: &'a mut Registers,
}

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
    /// The instruction after the one at which it stands.
    pub(super) next: usize,
    /// What a delegation was sent.
    pub(super) sent: Option<Value>,
    pub(super) thrown: Option<Raise>,
}

impl Resumption {
    /// A value that is sent to a `yield` goes to the register that waits for it.
    #[inline]
    pub(super) fn start(self, base: &mut Base<'_>) -> Start {
        let mut start = Start { next: 0, sent: None, thrown: None };
        match self {
            Resumption::Begin => {}
            Resumption::At(place) => start.next = place,
            Resumption::Send(place, value) => {
                start.next = place;
                match base.body.unit.code.get(place) {
                    Some(instruction) if instruction.op == Op::Yield => {
                        put(base.registers, instruction.a, value);
                        start.next = place + 1;
                    }
                    _ => start.sent = Some(value),
                }
            }
            Resumption::Throw(place, raise) => {
                start.next = place + 1;
                start.thrown = Some(raise);
            }
        }
        start
    }
}

/// Runs a body until it returns, yields or raises. `place` receives the instruction at which it
/// was left.
#[inline]
pub(super) fn run(
    rt: &mut Runtime,
    base: Base<'_>,
    resumption: Resumption,
    place: &mut usize,
) -> Result<Sent> {
    let pool = &base.body.pool;
    let mut calls = None;
    let outcome = execute(rt, base, resumption, place, &mut calls);
    if let Some(calls) = calls {
        pool.put(rt, calls);
    }
    outcome
}
