//! A run of the loop: the activation that it begins with, and how it begins.

use objmodel::host::Sent;
use objmodel::{Raise, Result, Runtime, Value};

use super::body::Body;
use super::calls::Calls;
use super::frame::{Frame, Registers};
use super::run::execute;

/// The activation that a run begins with, and that it lasts as long as.
pub(super) struct Base<'a> {
    pub(super) frame: Frame<'a>,
    pub(super) body: &'a Body,
    pub(super) registers: &'a mut Registers,
}

/// How a run begins.
pub(super) enum Resumption {
    /// By executing an instruction.
    Execute,
    /// The delegation at which it stands is sent a value.
    Send(Value),
    /// The instruction at which it stands raises.
    Throw(Raise),
}

impl Resumption {
    /// The value that the delegation is sent; afterwards there is none.
    #[inline]
    pub(super) fn take_sent(&mut self) -> Option<Value> {
        match std::mem::replace(self, Resumption::Execute) {
            Resumption::Send(value) => Some(value),
            _ => None,
        }
    }
}

/// A run of the loop.
pub(super) struct Run<'a> {
    pub(super) base: Base<'a>,
    /// The activations that it entered, once there was one.
    pub(super) calls: Option<Box<Calls>>,
    pub(super) resumption: Resumption,
    /// The instruction with which the base begins; when the run is over, that at which it was left.
    pub(super) place: usize,
}

impl Run<'_> {
    /// Runs until the base returns, yields or raises.
    #[inline(always)]
    pub(super) fn go(&mut self, rt: &mut Runtime) -> Result<Sent> {
        let outcome = execute(rt, self);
        if let Some(calls) = self.calls.take() {
            self.base.body.pool.put(rt, calls);
        }
        outcome
    }
}
