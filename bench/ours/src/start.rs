//! Starting the side, and what its methods do when an operation fails.

use objmodel::{Raise, Result, Runtime};
use objmodel_script::evaluate::{Console, Failure, Interpreter};

use crate::{STACK, native};

/// The same limits as a host without limits.
pub(crate) fn interpreter() -> Interpreter {
    let builder = Runtime::builder().max_stack(STACK - (1 << 20)).hash_seed(0);
    let rt = builder.host(Console::standard()).build();
    let mut interpreter = match Interpreter::new(rt) {
        Ok(interpreter) => interpreter,
        Err(failure) => panic!("the interpreter does not start: {failure:?}"),
    };
    let rt = interpreter.runtime();
    let installed = native::install(rt);
    must(rt, installed);
    interpreter
}

/// Runs a program; false if it ended by an exception, which is printed.
pub(crate) fn run(interpreter: &mut Interpreter, file: &str, text: &str) -> bool {
    match interpreter.run(file, text.as_bytes()) {
        Ok(()) => true,
        Err(Failure::Exception(text) | Failure::Interrupt(text)) => {
            eprint!("{text}");
            false
        }
        Err(failure) => {
            eprintln!("{failure:?}");
            false
        }
    }
}

/// The result of an operation that does not fail.
#[inline(always)]
pub(crate) fn must<T>(rt: &mut Runtime, result: Result<T>) -> T {
    match result {
        Ok(value) => value,
        Err(raise) => fail(rt, raise),
    }
}

#[cold]
fn fail(rt: &mut Runtime, raise: Raise) -> ! {
    let shown = match raise.into_exception() {
        Ok(exception) => rt.render_traceback(exception.as_ref()).unwrap_or_default(),
        Err(raise) => format!("{:?}", raise.halt()),
    };
    panic!("an operation failed: {shown}")
}
