//! Runs a program in this process, under limits, and checks the heap when it has ended.

use std::any::Any;
use std::io::{self, Write};
use std::path::PathBuf;

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use objmodel::Runtime;
use objmodel_script::evaluate::{Console, Failure, Interpreter};

/// What a program may use.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of objects.
    pub bytes: usize,
    /// Ticks of work.
    pub ticks: u64,
    /// Bytes of the stack of the thread that it runs on.
    pub stack: usize,
    /// The folder in which it finds modules.
    pub folder: Option<PathBuf>,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: 256 << 20, ticks: 50_000_000, stack: 16 << 20, folder: None }
    }
}

/// What of a thread's stack is left to the host.
const STACK_RESERVE: usize = 112 << 10;

/// How a program ended inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// By itself.
    Done,
    /// By an exception that nothing caught: its traceback.
    Raised(String),
    /// By `SystemExit`.
    Exit(i32),
    /// By a limit or a cancel.
    Halted(String),
    /// By a panic, or it left a broken heap: a fault of ours, in words.
    Broken(String),
}

/// A program's run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What it wrote on its standard output.
    pub output: String,
    /// How it ended.
    pub outcome: Outcome,
}

/// A stream into memory.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    /// What was written so far. Lone surrogates and other bytes that are not UTF-8 are replaced.
    pub fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A loop that prints must not fill the host's memory.
        if all.len() < 8 << 20 {
            all.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs `text` to its end on a thread of its own.
pub fn run(text: &str, limits: &Limits) -> Run {
    run_with(text, limits, |_| {})
}

/// The same; `prepare` has the runtime before the program starts, when its built-in types are there.
pub fn run_with(text: &str, limits: &Limits, prepare: impl FnOnce(&mut Runtime) + Send) -> Run {
    on_thread(limits.stack, || run_here(text, limits, prepare))
        .unwrap_or_else(|panic| Run { output: String::new(), outcome: Outcome::Broken(panic) })
}

/// Does `work` on a thread with a stack of so many bytes; the error is what it panicked with.
pub fn on_thread<T: Send>(stack: usize, work: impl FnOnce() -> T + Send) -> Result<T, String> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(stack).spawn_scoped(scope, work);
        thread.map_err(|error| error.to_string())?.join().map_err(|panic| words_of(&*panic))
    })
}

/// What a panic said.
pub fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    format!("panic: {}", text.unwrap_or_default())
}

/// Runs `text` on this thread.
pub fn run_here(text: &str, limits: &Limits, prepare: impl FnOnce(&mut Runtime)) -> Run {
    let output = Memory::default();
    let mut interpreter = match start(&output, limits) {
        Ok(interpreter) => interpreter,
        Err(problem) => return Run { output: String::new(), outcome: Outcome::Halted(problem) },
    };
    prepare(interpreter.runtime());
    let outcome = match interpreter.run("<program>", text.as_bytes()) {
        Ok(()) => Outcome::Done,
        Err(Failure::Exception(text) | Failure::Interrupt(text)) => Outcome::Raised(text),
        Err(Failure::Exit(status, _)) => Outcome::Exit(status),
        Err(Failure::Halt(halt)) => Outcome::Halted(halt.to_string()),
    };
    let verified = interpreter.runtime().heap().verify();
    // What the program left for its end must not meet the limits that ended it.
    let rt = interpreter.runtime();
    rt.cancel_flag().store(false, std::sync::atomic::Ordering::Relaxed);
    rt.set_max_ticks(Some(limits.ticks));
    interpreter.finish();
    let verified = verified.and_then(|_| interpreter.runtime().heap().verify());
    drop(interpreter);
    let outcome = match verified {
        Ok(_) => outcome,
        Err(problem) => Outcome::Broken(format!("{problem}, after {outcome:?}")),
    };
    Run { output: output.text(), outcome }
}

/// An interpreter under these limits that prints into memory; what it says on standard error is lost.
///
/// # Errors
/// The limit that is below what the built-in types need.
pub fn start(output: &Memory, limits: &Limits) -> Result<Interpreter, String> {
    let console = Console::new(Box::new(output.clone()), Box::new(io::sink()));
    let builder = Runtime::builder()
        .host(console)
        .hash_seed(0)
        .max_stack(limits.stack.saturating_sub(STACK_RESERVE))
        .max_bytes(limits.bytes);
    let rt = builder.try_build().map_err(|error| error.to_string())?;
    let mut interpreter = Interpreter::new(rt).map_err(|failure| format!("{failure:?}"))?;
    interpreter.set_path(limits.folder.clone().into_iter().collect());
    interpreter.runtime().set_max_ticks(Some(limits.ticks));
    Ok(interpreter)
}
