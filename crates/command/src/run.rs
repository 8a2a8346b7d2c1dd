//! Runs a program under its limits, and then the prompt, if it is wished for.

use std::cell::RefCell;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;

use objmodel::{Detach, Runtime};
use objmodel_script::evaluate::{Console, Failure, Interpreter};
use objmodel_script::graph::{self, Subject};
use objmodel_stdlib::files::disk::Disk;

use crate::options::{Limits, Program, Task, View};
use crate::{complain, interrupt, prompt};

/// Exit status of a program that a limit ended.
const LIMIT: u8 = 3;

/// Exit status of a program that an exception ended.
const EXCEPTION: u8 = 1;

/// Stack for the evaluator, so that its depth does not depend on the shell's limits. Recursion that
/// ends in `RecursionError` touches no more of it.
const STACK: usize = 24 << 20;

/// Runs the task on a thread whose stack does not depend on the main thread's; the exit status.
pub fn on_large_stack(task: Task) -> u8 {
    let thread = std::thread::Builder::new().stack_size(STACK);
    match thread.spawn(move || run(task)) {
        Ok(handle) => handle.join().unwrap_or(101),
        Err(error) => {
            complain(&format!("objmodel: can't start a thread: {error}"));
            EXCEPTION
        }
    }
}

fn run(task: Task) -> u8 {
    let Some(mut interpreter) = interpreter(&task) else {
        complain("objmodel: the memory limit is below what the built-in types need");
        return LIMIT;
    };
    if let Err(error) = interrupt::listen(interpreter.runtime().interrupt_flag()) {
        complain(&format!("objmodel: Ctrl-C will not be heard: {error}"));
    }
    let (mut status, mut halted) = (0, false);
    match &task.program {
        Some(program) => (status, halted) = run_program(&mut interpreter, program, &task),
        None => {
            interpreter.set_path(path(PathBuf::from("."), &task.limits));
            interpreter.set_arguments(String::new(), Vec::new());
        }
    }
    let interpreter = Rc::new(RefCell::new(interpreter));
    if let Some(greeting) = task.prompt {
        let settings = prompt::Settings { greeting, limits: task.limits };
        status = prompt::run(&interpreter, &settings);
        halted = status == LIMIT;
    }
    if !halted {
        interpreter.borrow_mut().finish();
    }
    status
}

/// A runtime that runs programs; `None` if there is too little memory for it.
fn interpreter(task: &Task) -> Option<Interpreter> {
    let limits = &task.limits;
    let console = match task.view {
        View::Drawn(..) => Console::on_stderr(),
        _ => Console::standard(),
    };
    let console = if limits.files { console.with_files(Disk::new()) } else { console };
    let mut builder = Runtime::builder().host(console).max_stack(STACK);
    if let Some(bytes) = limits.memory {
        builder = builder.max_bytes(bytes);
    }
    if let Some(calls) = limits.depth {
        builder = builder.max_depth(calls);
    }
    let mut interpreter = Interpreter::new(builder.try_build().ok()?).ok()?;
    interpreter.set_optimize(limits.optimize);
    interpreter.set_warnings(limits.warnings.clone());
    Some(interpreter)
}

/// Where modules are looked for: in the program's folder first.
fn path(folder: PathBuf, limits: &Limits) -> Vec<PathBuf> {
    std::iter::once(folder).chain(limits.libraries.iter().cloned()).collect()
}

/// The exit status, and whether a limit ended the program: a program may end with the same status by itself.
fn run_program(interpreter: &mut Interpreter, program: &Program, task: &Task) -> (u8, bool) {
    interpreter.set_path(path(program.folder.clone(), &task.limits));
    interpreter.set_arguments(program.argument.clone(), program.arguments.clone());
    if let Some(module) = &program.module {
        interpreter.set_main_module(module.clone());
    }
    if task.view == View::Explained {
        interpreter.explain(&program.name);
    }
    if task.prompt.is_some() {
        // Where an exception is kept for whoever asks at the prompt; without it nothing is kept.
        let _ = prompt::import(interpreter.runtime(), "sys");
    }
    start_limits(interpreter, &task.limits);
    let outcome = interpreter.run(&program.name, &program.text);
    let halted = matches!(outcome, Err(Failure::Halt(_)));
    let status = match (report(interpreter, outcome), &task.view) {
        (None, View::Drawn(subject, name)) => draw(interpreter, *subject, name),
        (status, _) => status.unwrap_or_default(),
    };
    (status, halted)
}

/// Prints a picture; the exit status.
fn draw(interpreter: &mut Interpreter, subject: Subject, name: &str) -> u8 {
    let rt = interpreter.runtime();
    let written = match graph::draw(rt, subject, name).detach(rt) {
        Ok(picture) => std::io::stdout().lock().write_all(picture.as_bytes()).is_ok(),
        Err(error) => {
            complain(&format!("objmodel: {error}"));
            false
        }
    };
    if written { 0 } else { EXCEPTION }
}

/// Lets ticks and time count from here on.
pub(crate) fn start_limits(interpreter: &mut Interpreter, limits: &Limits) {
    interpreter.runtime().set_max_ticks(limits.ticks);
    interpreter.runtime().set_deadline(limits.time);
}

/// Tells on standard error how a program or statement ended; the exit status, if not by its end.
pub(crate) fn report(interpreter: &mut Interpreter, outcome: Result<(), Failure>) -> Option<u8> {
    let (status, text) = match outcome {
        Ok(()) => return None,
        Err(Failure::Exception(text)) => (EXCEPTION, text),
        Err(Failure::Interrupt(text)) => (interrupt::STATUS, text),
        Err(Failure::Exit(status, text)) => (status as u8, text.unwrap_or_default()),
        Err(Failure::Halt(halt)) => (LIMIT, format!("objmodel: {halt}\n")),
    };
    interpreter.runtime().host().write_stderr(text.as_bytes());
    Some(status)
}
