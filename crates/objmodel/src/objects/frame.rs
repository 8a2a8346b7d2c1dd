//! Payload of `frame`: one activation of a code object, as scripts see it.

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::code::Code;
use super::dict::Dict;
use crate::host::EndedFrame;

/// The payload of `frame`. It is made when a script or a traceback asks for it.
#[derive(Trace)]
pub struct FrameObject {
    /// `f_back`.
    pub back: Option<Frame>,
    /// `f_code`.
    pub code: Code,
    /// `f_globals`.
    pub globals: Dict,
    /// `f_locals`, as far as the host made them known.
    pub locals: Option<Value>,
    /// The local variables of an activation that has ended, until somebody asks for them.
    pub(crate) ended: Option<Box<dyn EndedFrame>>,
    /// What was charged for them; it stays charged until the object is gone.
    #[trace(leaf)]
    pub(crate) bytes: usize,
    /// The instruction that it was at when it was last left, for `f_lasti` and `f_lineno`.
    #[trace(leaf)]
    pub instruction: u32,
    /// Whether it is the frame of a generator that waits at a `yield`.
    #[trace(leaf)]
    pub suspended: bool,
    /// `f_trace`.
    pub trace: Option<Value>,
    /// `f_trace_lines` and `f_trace_opcodes`.
    #[trace(leaf)]
    pub traces: (bool, bool),
    /// The number of its activation, while that lasts.
    #[trace(leaf)]
    pub(crate) depth: Option<u32>,
}

/// A handle to a frame.
pub type Frame = Gc<FrameObject>;

impl FrameObject {
    /// Lets go of the local variables (`frame.clear`): what is to be dropped once nothing is
    /// borrowed.
    pub fn clear_locals(&mut self) -> (Option<Value>, Option<Box<dyn EndedFrame>>) {
        (self.locals.take(), self.ended.take())
    }
}

impl Payload for FrameObject {
    fn external_bytes(&self) -> usize {
        self.bytes
    }
}
