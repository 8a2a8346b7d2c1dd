//! A run of the loop: the activation that it begins with, and those that it enters.

use objmodel::host::Sent;
use objmodel::{Borrowed, Raise, Result, Runtime};

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

/// A run of the loop.
pub(super) struct Run<'a> {
    pub(super) base: Base<'a>,
    /// The activations that it entered, once there was one.
    pub(super) calls: Option<Box<Calls>>,
    /// The instruction with which the base begins; when the run is over, that at which it was left.
    pub(super) place: usize,
    /// What the delegation at which the base stands is sent.
    pub(super) sent: Option<Borrowed<'a>>,
}

impl<'a> Run<'a> {
    pub(super) fn new(base: Base<'a>, place: usize, sent: Option<Borrowed<'a>>) -> Run<'a> {
        Run { base, calls: None, place, sent }
    }

    /// Runs until the base returns, yields or raises. It begins by raising what is `thrown` at the
    /// instruction at which it stands.
    #[inline(always)]
    pub(super) fn go(&mut self, rt: &mut Runtime, thrown: Option<Raise>) -> Result<Sent> {
        let outcome = execute(rt, self, thrown);
        if let Some(calls) = self.calls.take() {
            self.base.body.pool.put(rt, calls);
        }
        outcome
    }
}
