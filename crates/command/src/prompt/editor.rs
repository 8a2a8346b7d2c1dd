//! The line editor: statements of several lines are edited as a whole, come back from the history as
//! such, and Tab completes names.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use objmodel_script::evaluate::Interpreter;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{CompletionType, Config, Context, Editor, Helper};

use super::completion;
use super::lines::{Lines, Statement, is_whole};

/// The environment variable that names the file of the history. Without it, the history ends with the
/// process.
const HISTORY: &str = "OBJMODEL_HISTORY";

/// A terminal with a line editor.
pub(super) struct LineEditor {
    editor: Editor<Assistant, DefaultHistory>,
    history: Option<PathBuf>,
}

impl LineEditor {
    /// An editor that completes the names of an interpreter.
    ///
    /// # Errors
    /// If the terminal cannot be used.
    pub(super) fn new(interpreter: Rc<RefCell<Interpreter>>) -> rustyline::Result<LineEditor> {
        let config = Config::builder().completion_type(CompletionType::List).build();
        let mut editor = Editor::with_config(config)?;
        editor.set_helper(Some(Assistant { interpreter }));
        let history = std::env::var_os(HISTORY).map(PathBuf::from);
        if let Some(file) = &history {
            // The first time there is none yet.
            let _ = editor.load_history(file);
        }
        Ok(LineEditor { editor, history })
    }
}

impl Lines for LineEditor {
    fn read(&mut self, [first, _]: &[String; 2]) -> Statement {
        match self.editor.readline(first) {
            Ok(text) => {
                // A history that cannot be kept is lost, not the statement.
                let _ = self.editor.add_history_entry(text.trim_end());
                Statement::Text(text)
            }
            Err(ReadlineError::Interrupted) => Statement::Interrupted,
            Err(_) => Statement::End,
        }
    }
}

impl Drop for LineEditor {
    fn drop(&mut self) {
        if let Some(file) = &self.history {
            let _ = self.editor.save_history(file);
        }
    }
}

/// What the editor asks while a statement is typed.
struct Assistant {
    interpreter: Rc<RefCell<Interpreter>>,
}

impl Helper for Assistant {}
impl Highlighter for Assistant {}

impl Hinter for Assistant {
    type Hint = String;
}

impl Validator for Assistant {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        Ok(match is_whole(context.input()) {
            true => ValidationResult::Valid(None),
            false => ValidationResult::Incomplete,
        })
    }
}

impl Completer for Assistant {
    type Candidate = String;

    fn complete(
        &self,
        text: &str,
        cursor: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let before = text.get(..cursor).unwrap_or(text);
        match self.interpreter.try_borrow_mut() {
            Ok(mut interpreter) => Ok(completion::complete(&mut interpreter, before)),
            Err(_) => Ok((cursor, Vec::new())),
        }
    }
}
