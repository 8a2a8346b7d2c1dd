//! The prompt: reads statements, runs them, and goes on whatever they raise.

mod completion;
mod editor;
mod lines;

use std::cell::RefCell;
use std::io::IsTerminal;
use std::rc::Rc;

use objmodel::{Result, Runtime, Value};
use objmodel_script::evaluate::{Failure, Interpreter};

use crate::options::Limits;
use crate::run::{report, start_limits};
use editor::LineEditor;
use lines::{Lines, StandardInput, Statement};

/// How the prompt behaves.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether it says what it is.
    pub greeting: bool,
    /// What each statement may use.
    pub limits: Limits,
}

/// Runs statements until the input ends or one raises `SystemExit`; the exit status.
pub fn run(shared: &Rc<RefCell<Interpreter>>, settings: &Settings) -> u8 {
    greet(shared.borrow_mut().runtime(), settings);
    if std::io::stdin().is_terminal()
        && let Ok(mut editor) = LineEditor::new(shared.clone())
    {
        return converse(shared, &mut editor, settings);
    }
    converse(shared, &mut StandardInput::default(), settings)
}

fn greet(rt: &mut Runtime, settings: &Settings) {
    if settings.greeting {
        let version = env!("CARGO_PKG_VERSION");
        let text = format!(
            "objmodel {version}, Python 3.13 without CPython\n\
             Ctrl-D or exit() ends, Tab completes, Ctrl-C interrupts.\n"
        );
        rt.host().write_stderr(text.as_bytes());
    }
    // If there is no memory for it, sys.ps1 and sys.ps2 are missing, and the defaults hold.
    let _ = set_prompts(rt);
}

fn converse(shared: &RefCell<Interpreter>, lines: &mut dyn Lines, settings: &Settings) -> u8 {
    for number in 0.. {
        let prompts = {
            let mut interpreter = shared.borrow_mut();
            start_limits(&mut interpreter, &settings.limits);
            [("ps1", ">>> "), ("ps2", "... ")]
                .map(|(name, otherwise)| prompt_text(interpreter.runtime(), name, otherwise))
        };
        let text = match lines.read(&prompts) {
            Statement::Text(text) => text,
            Statement::Interrupted => {
                shared.borrow_mut().runtime().host().write_stderr(b"\nKeyboardInterrupt\n");
                continue;
            }
            Statement::End => {
                shared.borrow_mut().runtime().host().write_stderr(b"\n");
                return 0;
            }
        };
        if is_blank(&text) {
            continue;
        }
        let interpreter = &mut *shared.borrow_mut();
        start_limits(interpreter, &settings.limits);
        let outcome = interpreter.run_single(&format!("<python-input-{number}>"), &text);
        let ends = matches!(outcome, Err(Failure::Exit(..)));
        if let (Some(status), true) = (report(interpreter, outcome), ends) {
            return status;
        }
    }
    0
}

/// Whether there is nothing to run: empty lines and comments.
fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#'))
}

/// A module, as `import` finds it.
pub(crate) fn import(rt: &mut Runtime, name: &str) -> Result<Value> {
    let import = rt.builtin("__import__").ok_or_else(|| rt.import_error("__import__ not found"))?;
    rt.call(&import, (name,))
}

fn set_prompts(rt: &mut Runtime) -> Result<()> {
    let sys = import(rt, "sys")?;
    for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
        rt.setattr(&sys, name, text)?;
    }
    Ok(())
}

/// What `sys.ps1` or `sys.ps2` is as text.
fn prompt_text(rt: &mut Runtime, name: &str, otherwise: &str) -> String {
    let text = import(rt, "sys")
        .and_then(|sys| rt.getattr(&sys, name))
        .and_then(|prompt| rt.to_str(&prompt));
    match text {
        Ok(text) => text.read(rt).as_str().into_owned(),
        Err(_) => otherwise.to_owned(),
    }
}
