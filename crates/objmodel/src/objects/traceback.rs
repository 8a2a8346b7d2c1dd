//! Payload of `traceback`: one entry of the path that an exception took.

use objmodel_gc::{Gc, Payload, Trace};

use super::frame::Frame;

/// The payload of `traceback`.
#[derive(Trace)]
pub struct TracebackObject {
    /// The next entry, towards where the exception was raised.
    pub next: Option<Traceback>,
    /// The frame that it passed.
    pub frame: Frame,
    /// The instruction in that frame.
    #[trace(leaf)]
    pub instruction: u32,
    /// The line, if it was given to the constructor; otherwise found by the instruction.
    #[trace(leaf)]
    pub line: u32,
}

/// A handle to a traceback.
pub type Traceback = Gc<TracebackObject>;

impl Payload for TracebackObject {}
