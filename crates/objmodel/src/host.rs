//! What a host plugs in: function bodies, suspended bodies, and the world outside.

use std::any::Any;
use std::time::Duration;

use objmodel_gc::{Borrowed, OutOfMemory, Trace, Value};

use crate::arguments::CallArgs;
use crate::files::Files;
use crate::objects::dict::Dict;
use crate::objects::function::Function;
use crate::objects::tuple::Tuple;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::variables::Variable;

pub use crate::objects::generator::Resumption;
pub use crate::types::slot::Sent;
pub use crate::types::spec::RawFn;

/// The body of a function written in the host's language. It lives in a code object.
///
/// Constants that it holds are traced through it; caches inside must be `Cell`s of plain data. It is
/// an [`Any`], so that the host finds its own type behind the trait again.
pub trait CodeBody: Trace + Any {
    /// Runs the body. `args` are as the call site gave them; [`Runtime::bind_arguments`] assigns
    /// them to the parameters with CPython's rules and messages. A generator function returns
    /// [`Runtime::new_generator`].
    fn call(&self, rt: &mut Runtime, function: &Function, args: CallArgs<'_>) -> Result;

    /// Where in the source an instruction stands.
    fn position(&self, instruction: u32) -> Option<Position> {
        let _ = instruction;
        None
    }

    /// How many instructions have a place.
    fn instruction_count(&self) -> usize {
        0
    }

    /// `co_code`: two bytes for each instruction, which mean something to the host alone.
    fn instructions(&self) -> Vec<u8> {
        vec![0; 2 * self.instruction_count()]
    }

    /// `co_exceptiontable`: for each handler where what it covers begins, how long that is and where it
    /// begins itself, in CPython's encoding; empty without handlers.
    fn exception_table(&self) -> Vec<u8> {
        Vec::new()
    }

    /// `co_stacksize`: how many values a call holds beside its variables.
    fn stack_size(&self) -> usize {
        1
    }

    /// Its docstring, for functions that are made of the code by hand.
    fn doc(&self) -> Option<&Value> {
        None
    }

    /// Its variables, in the order in which `f_locals` shows them.
    fn variables(&self) -> &[Variable] {
        &[]
    }

    /// A copy of the body for another code object (`code.replace`) with these constants, at least as many as
    /// it had; `None` if it cannot be copied.
    ///
    /// # Errors
    /// The limit does not admit another one.
    fn copy(&self, constants: &[Value]) -> Result<Option<Box<dyn CodeBody>>, OutOfMemory> {
        let _ = constants;
        Ok(None)
    }
}

/// A place in source text, as tracebacks underline it: lines from 1, columns from 0 in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Position {
    /// First line.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// First column.
    pub column: u32,
    /// Column after the last.
    pub end_column: u32,
}

/// The part of an expression that tracebacks mark with `^`, the rest with `~`: from the left place
/// to before the right one, lines and columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Anchors {
    /// The line where the marked part begins.
    pub left_line: usize,
    /// The column where it begins.
    pub left_column: usize,
    /// The line where it ends.
    pub right_line: usize,
    /// The column after it.
    pub right_column: usize,
}

/// How a suspended body is resumed.
#[derive(Debug)]
pub enum Resume {
    /// The `yield` returns this (`None` for `next`).
    Send(Value),
    /// The `yield` raises this exception.
    Throw(Value),
}

/// The suspended body of a generator, coroutine or asynchronous generator. It is an [`Any`], so that
/// a host that runs generators without native recursion finds its own type behind the trait.
pub trait Resumable: Trace + Any {
    /// Runs to the next `yield` or to the end.
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent>;

    /// What it delegates to (`gi_yieldfrom`).
    fn yield_from(&self) -> Option<Borrowed<'_>> {
        None
    }

    /// Bytes that it takes beyond the generator object; must not change while it is suspended.
    fn external_bytes(&self) -> usize {
        0
    }

    /// The instruction it is suspended at, for `gi_frame.f_lineno`.
    fn instruction(&self) -> u32 {
        0
    }

    /// The globals that it sees, for `gi_frame.f_globals`.
    fn globals(&self) -> Option<&Dict> {
        None
    }

    /// The values of its variables, for `gi_frame.f_locals`.
    fn variables(&self) -> &[Option<Value>] {
        &[]
    }
}

/// What a library must not own. Each method has a default that does the least.
pub trait Host: Any {
    /// Writes to the script's standard output (`print`, `sys.stdout`).
    fn write_stdout(&mut self, text: &[u8]) {
        let _ = text;
    }

    /// Writes to the script's standard error: warnings, unraisable errors.
    fn write_stderr(&mut self, text: &[u8]) {
        let _ = text;
    }

    /// Makes what was written appear.
    fn flush(&mut self) {}

    /// Reads a line for `input`, without its newline; `None` at the end.
    fn read_line(&mut self) -> Option<String> {
        None
    }

    /// The files that programs may use; `None` grants none.
    fn files(&mut self) -> Option<&mut dyn Files> {
        None
    }

    /// One line of source text for tracebacks, numbered from 1.
    fn source_line(&mut self, filename: &str, line: u32) -> Option<String> {
        let _ = (filename, line);
        None
    }

    /// Where the operator lies in the text of an expression, for the carets of a traceback: between
    /// the operands of `a + b`, from the bracket of `a[b]` or `f(a)` on.
    fn anchors(&mut self, expression: &str) -> Option<Anchors> {
        let _ = expression;
        None
    }

    /// Whether the lines are `return f(...)` or `x = f(...)` and the columns are those of the whole
    /// call: carets would tell nothing then.
    fn is_plain_call(&mut self, lines: &[String], start: usize, end: usize) -> bool {
        let _ = (lines, start, end);
        false
    }

    /// Whether a name that is not defined is that of a module that could be imported.
    fn knows_module(&self, name: &str) -> bool {
        let _ = name;
        false
    }

    /// Nanoseconds since the epoch.
    fn time(&mut self) -> u128 {
        0
    }

    /// A clock that never goes back, for deadlines; `None` lets the system's clock count.
    fn clock(&self) -> Option<Duration> {
        None
    }

    /// Waits for a time, at most some milliseconds (`time.sleep`); false if programs may not.
    fn sleep(&mut self, time: Duration) -> bool {
        let _ = time;
        false
    }

    /// Random bits for hash seeds, and for generators of random numbers without a seed.
    fn entropy(&mut self) -> u64 {
        0
    }
}

/// The host that is used where none was given.
pub(crate) struct NoHost;

impl Host for NoHost {}

/// Hears of an exception that nobody can catch: the exception, what was being done, and where.
pub type UnraisableHook = fn(&mut Runtime, Value, &str, Option<Borrowed<'_>>);
/// Hears of a warning: its category and message. An error makes the warning an exception.
pub type WarnHook = fn(&mut Runtime, Borrowed<'_>, &str) -> Result<()>;
/// Hears of a collection: `"start"` or `"stop"`, and its figures.
pub type CollectionHook = fn(&mut Runtime, &str, &objmodel_gc::CollectionInfo);

/// Code of the host that needs the whole runtime: importing a module, an error that nobody can
/// catch, a warning.
#[derive(Clone, Copy, Default)]
pub struct Hooks {
    /// `__import__(name, globals, locals, fromlist, level)`.
    pub import: Option<RawFn>,
    /// An exception in `__del__` or a callback: the exception, what was being done, and where.
    pub unraisable: Option<UnraisableHook>,
    /// A warning: category and message.
    pub warn: Option<WarnHook>,
    /// A collection starts or stops (`gc.callbacks`).
    pub collection: Option<CollectionHook>,
    /// Whether a text is an identifier; the tables of Unicode are not the core's.
    pub is_identifier: Option<fn(&[u8]) -> bool>,
    /// The members of a union of classes, which instance checks ask one by one.
    pub union_members: Option<fn(&Runtime, Borrowed<'_>) -> Option<Tuple>>,
}
