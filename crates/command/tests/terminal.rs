//! The prompt at a pseudo-terminal: editing of several lines, history, completion, Ctrl-C, limits.
#![cfg(unix)]

use std::process::Command;
use std::time::Duration;

use expectrl::{ControlCode, Eof, Expect, Session};

/// The prompt at a terminal of its own.
struct Terminal(expectrl::session::OsSession);

impl Terminal {
    fn start(options: &[&str]) -> Terminal {
        let mut command = Command::new(env!("CARGO_BIN_EXE_objmodel"));
        command.args(options).env("TERM", "xterm").env_remove("OBJMODEL_HISTORY");
        let mut session = Session::spawn(command).expect("a terminal");
        session.set_expect_timeout(Some(Duration::from_secs(60)));
        let mut terminal = Terminal(session);
        terminal.expect(">>> ");
        terminal
    }

    fn type_line(&mut self, line: &str) {
        self.0.send(line).expect("the terminal takes text");
        self.0.send("\r").expect("the terminal takes Enter");
    }

    fn send(&mut self, keys: &str) {
        self.0.send(keys).expect("the terminal takes keys");
    }

    #[track_caller]
    fn expect(&mut self, text: &str) -> String {
        match self.0.expect(text) {
            Ok(found) => String::from_utf8_lossy(found.before()).into_owned(),
            Err(error) => panic!("{text:?} did not come: {error}"),
        }
    }
}

#[test]
fn an_expression_is_shown_and_remembered() {
    let mut terminal = Terminal::start(&[]);
    terminal.type_line("6 * 7");
    terminal.expect("42\r\n");
    terminal.expect(">>> ");
    terminal.type_line("_ + 1");
    terminal.expect("43\r\n");
    terminal.expect(">>> ");
    terminal.type_line("None; 'shown'");
    terminal.expect("'shown'\r\n");
}

#[test]
fn a_compound_statement_goes_on_until_an_empty_line_and_comes_back_from_the_history() {
    let mut terminal = Terminal::start(&["-q"]);
    for line in ["for i in range(2):", "    print('turn', i)", ""] {
        terminal.type_line(line);
    }
    terminal.expect("turn 0\r\nturn 1\r\n");
    terminal.expect(">>> ");
    // Arrow up brings all of it; Enter at its end, where an empty line follows, runs it.
    terminal.send("\x1b[A");
    terminal.send("\r");
    terminal.send("\r");
    terminal.expect("turn 0\r\nturn 1\r\n");
}

#[test]
fn tab_completes_names_and_attributes() {
    let mut terminal = Terminal::start(&["-q"]);
    terminal.type_line("import_of_mine = [1]");
    terminal.expect(">>> ");
    terminal.type_line("import_o\t.rever\t)");
    terminal.expect(">>> ");
    terminal.type_line("import_of_mine.append(2); import_of_mine");
    terminal.expect("[1, 2]\r\n");
}

#[test]
fn a_traceback_quotes_what_was_typed_and_the_prompt_goes_on() {
    let mut terminal = Terminal::start(&["-q"]);
    terminal.type_line("1 / 0");
    terminal.expect("Traceback (most recent call last):");
    terminal.expect("File \"<python-input-0>\", line 1, in <module>");
    terminal.expect("1 / 0");
    terminal.expect("ZeroDivisionError: division by zero");
    terminal.expect(">>> ");
    terminal.type_line("import sys; type(sys.last_exc)");
    terminal.expect("<class 'ZeroDivisionError'>");
    terminal.type_line("1 +");
    terminal.expect("SyntaxError: invalid syntax");
    terminal.expect(">>> ");
}

#[test]
fn control_c_interrupts_scripted_and_native_work() {
    let mut terminal = Terminal::start(&["-q"]);
    for endless in ["while True: pass\r", "sum(iter(int, 1))", "max(range(10**15))"] {
        terminal.type_line(&format!("print('beg' + 'un')\r{endless}"));
        terminal.expect("begun");
        std::thread::sleep(Duration::from_millis(300));
        terminal.0.send(ControlCode::EndOfText).expect("the terminal takes Ctrl-C");
        terminal.expect("KeyboardInterrupt");
        terminal.expect(">>> ");
    }
    // Of a statement that is being typed nothing stays.
    terminal.send("unfinished(");
    terminal.0.send(ControlCode::EndOfText).expect("the terminal takes Ctrl-C");
    terminal.expect("KeyboardInterrupt");
    terminal.type_line("'still ' + 'here'");
    terminal.expect("'still here'");
}

#[test]
fn limits_hold_for_each_statement() {
    let mut terminal = Terminal::start(&["-q", "--max-ticks", "100000"]);
    for _ in 0..2 {
        terminal.type_line("sum(range(10**9))");
        terminal.expect("objmodel: the tick limit was reached");
        terminal.expect(">>> ");
    }
    terminal.type_line("'al' + 'ive'");
    terminal.expect("'alive'");
}

#[test]
fn exit_and_the_end_of_input_end_it_and_exit_functions_run() {
    let mut terminal = Terminal::start(&["-q"]);
    terminal.type_line("import atexit; _ = atexit.register(print, 'good' + 'bye')");
    terminal.expect(">>> ");
    terminal.0.send(ControlCode::EndOfTransmission).expect("the terminal takes Ctrl-D");
    terminal.expect("goodbye");
    let mut terminal = Terminal::start(&["-q"]);
    terminal.type_line("exit(5)");
    terminal.0.expect(Eof).expect("the process ends");
}

#[test]
fn a_prompt_follows_the_program_and_sees_its_names() {
    let mut terminal = Terminal::start(&["-i", "-c", "made = [1, 2]"]);
    terminal.type_line("made");
    terminal.expect("[1, 2]\r\n");
}

#[test]
fn what_is_typed_ahead_or_pasted_is_run_line_by_line() {
    let mut terminal = Terminal::start(&["-q"]);
    terminal.send("def g():\r    return 'ty' + 'ped'\r\rg()\r1; 'last ' + 'one'\r");
    terminal.expect("'typed'\r\n");
    terminal.expect("'last one'\r\n");
    // A paste in brackets comes as one text: of several statements the last is shown.
    terminal.send("\x1b[200~p = 'pas'\n'hid' + 'den'\np + 'ted'\x1b[201~\r");
    let before = terminal.expect("'pasted'\r\n");
    assert!(!before.contains("'hidden'"), "{before}");
}

#[test]
fn what_is_imported_of_the_future_stays() {
    let mut terminal = Terminal::start(&["-q"]);
    terminal.type_line("from __future__ import annotations");
    terminal.expect(">>> ");
    terminal.type_line("x: un + known");
    terminal.expect(">>> ");
    terminal.type_line("__annotations__");
    terminal.expect("{'x': 'un + known'}");
}

#[test]
fn after_a_program_that_failed_its_exception_is_known() {
    let file = std::env::temp_dir().join("objmodel_terminal_failed.py");
    std::fs::write(&file, "1 / 0\n").expect("a file can be written");
    let mut terminal = Terminal::start(&["-i", &file.to_string_lossy()]);
    terminal.type_line("import sys; repr(sys.last_exc) + ' is known'");
    terminal.expect("\"ZeroDivisionError('division by zero') is known\"");
}
