//! Payload of `frame`: one activation of a code object, as scripts see it.

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::code::Code;
use super::dict::Dict;

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
    /// The instruction that it was at when it was last left, for `f_lasti` and `f_lineno`.
    #[trace(leaf)]
    pub instruction: u32,
    /// The number of its activation, while that lasts.
    #[trace(leaf)]
    pub(crate) depth: Option<u32>,
}

/// A handle to a frame.
pub type Frame = Gc<FrameObject>;

impl Payload for FrameObject {}
