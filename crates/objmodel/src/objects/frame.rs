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
    /// The namespace of a module or class body, which is its `f_locals`.
    pub locals: Option<Value>,
    /// The variables of a function's activation that has ended or waits, as it left them.
    pub(crate) variables: Vec<Option<Value>>,
    /// What was written to variables and the activation has not taken yet.
    pub(crate) writes: Vec<(u32, Value)>,
    /// What was written to `f_locals` under names that are no variables.
    pub(crate) extra: Option<Dict>,
    /// What was charged for the variables; it stays charged until the object is gone.
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
    /// How far its tracer has heard of it.
    #[trace(leaf)]
    pub(crate) reached: Reached,
    /// The number of its activation, while that lasts.
    #[trace(leaf)]
    pub(crate) depth: Option<u32>,
}

/// How far the tracer of a frame has heard of it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Reached {
    /// The line on which the last instruction of the text stands.
    pub(crate) line: u32,
    /// That instruction.
    pub(crate) place: Option<u32>,
    /// The last instruction of all.
    pub(crate) last: Option<u32>,
}

/// A handle to a frame.
pub type Frame = Gc<FrameObject>;

impl FrameObject {
    /// A frame that nobody has seen yet, of an activation with this number or none.
    pub(crate) fn new(code: Code, globals: Dict, instruction: u32, depth: Option<u32>) -> Self {
        FrameObject {
            back: None,
            code,
            globals,
            locals: None,
            variables: Vec::new(),
            writes: Vec::new(),
            extra: None,
            bytes: 0,
            instruction,
            suspended: false,
            trace: None,
            traces: (true, false),
            reached: Reached::default(),
            depth,
        }
    }

    /// Lets go of the local variables (`frame.clear`): what is to be dropped once nothing is
    /// borrowed.
    pub fn clear_locals(&mut self) -> impl Sized + use<> {
        (
            self.locals.take(),
            std::mem::take(&mut self.variables),
            std::mem::take(&mut self.writes),
            self.extra.take(),
        )
    }
}

impl Payload for FrameObject {
    fn external_bytes(&self) -> usize {
        self.bytes
    }
}
