//! Where statements come from: what a prompt reads from, and standard input without an editor.

use std::io::{BufRead, Write};

use objmodel_compile::syntax::{Source, is_complete};

/// What a person, or a pipe, gave.
pub(super) enum Statement {
    /// A whole statement, with or without a newline at its end.
    Text(String),
    /// Ctrl-C in the midst of one.
    Interrupted,
    /// There is no more.
    End,
}

/// Reads statements, of one line or several.
pub(super) trait Lines {
    /// The next statement; the prompts are for its first line and for the others.
    fn read(&mut self, prompts: &[String; 2]) -> Statement;
}

/// Whether what was typed is a whole statement.
pub(super) fn is_whole(text: &str) -> bool {
    is_complete(&Source::new("<stdin>", text))
}

/// Standard input that is not a terminal: prompts are printed, nothing is edited.
#[derive(Default)]
pub(super) struct StandardInput {}

impl Lines for StandardInput {
    fn read(&mut self, [first, other]: &[String; 2]) -> Statement {
        let mut text = String::new();
        loop {
            let prompt = if text.is_empty() { first } else { other };
            let mut output = std::io::stdout().lock();
            // Nobody is told if the prompt cannot be shown.
            let _ = output.write_all(prompt.as_bytes()).and_then(|()| output.flush());
            let mut line = String::new();
            match std::io::stdin().lock().read_line(&mut line) {
                Ok(0) | Err(_) if text.is_empty() => return Statement::End,
                Ok(0) | Err(_) => return Statement::Text(text),
                Ok(_) => text.push_str(line.trim_end_matches(['\n', '\r'])),
            }
            if is_whole(&text) {
                return Statement::Text(text);
            }
            text.push('\n');
        }
    }
}
