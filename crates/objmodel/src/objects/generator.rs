//! Payload of generators, coroutines and asynchronous generators.

use objmodel_gc::{Gc, Payload, Trace, Value};

use super::code::Code;
use super::frame::Frame;
use super::str::Str;
use crate::host::Resumable;

/// What kind of body is suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    /// `def` with `yield`.
    Generator,
    /// `async def`.
    Coroutine,
    /// `async def` with `yield`.
    AsyncGenerator,
}

/// Where a generator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    /// Not started.
    Created,
    /// On the stack: resuming it again is an error.
    Running,
    /// At a `yield`.
    Suspended,
    /// Returned or raised.
    Closed,
}

/// The payload of `generator`, `coroutine` and `async_generator`.
#[derive(Trace)]
pub struct GeneratorObject {
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// The code that it runs.
    pub code: Code,
    /// The body; gone when it ended. The library takes it out while it runs, and a host that runs it
    /// without native recursion leaves it here.
    pub body: Option<Box<dyn Resumable>>,
    /// The frame object, if one was asked for.
    pub(crate) frame: Option<Frame>,
    /// `cr_origin`: where a coroutine was made, if that was tracked.
    pub origin: Option<Value>,
    /// Exceptions that the suspended body was handling, outermost first.
    pub handled: Vec<Value>,
    /// Where it stands.
    #[trace(leaf)]
    pub state: GeneratorState,
    /// What it is.
    #[trace(leaf)]
    pub kind: GeneratorKind,
    /// Whether a step of an asynchronous generator is under way.
    #[trace(leaf)]
    pub stepping: bool,
    /// Whether an asynchronous generator was closed or has ended, as its steps saw it.
    #[trace(leaf)]
    pub async_closed: bool,
    /// What the body was charged; it stays charged until the object is gone.
    #[trace(leaf)]
    pub(crate) bytes: u32,
}

/// A handle to a generator.
pub type Generator = Gc<GeneratorObject>;

impl Payload for GeneratorObject {
    fn external_bytes(&self) -> usize {
        self.bytes as usize
    }
}

/// What is to be known of a generator when its body has run.
#[derive(Clone, Copy)]
pub struct Resumption {
    /// Whether it had not started.
    pub(crate) starts: bool,
    /// How many exceptions were being handled before.
    pub(crate) depth: usize,
}
