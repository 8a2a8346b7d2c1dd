//! The command line of `objmodel`: checks and disassembles programs.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::compile::{compile_module, disassemble};
use crate::syntax::{Source, SyntaxError};

const HELP: &str = "\
usage: objmodel --dis FILE.py | -c CODE | -
Checks a program's text, and shows the code that it compiles to.

  --dis         show the compiled code (required: this build has no evaluator)
  -c CODE       the program is the argument
  -             the program is read from standard input
  -h, --help    show this help
  -V, --version show the version
";

/// Exit status for a wrong command line or a file that cannot be read, as CPython's.
const USAGE: u8 = 2;

/// What the command line asks for.
enum Request {
    Help,
    Version,
    Disassemble { name: String, text: Vec<u8> },
}

/// Runs the command; the arguments exclude the program's name.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let output = match parse(arguments) {
        Ok(Request::Help) => HELP.to_owned(),
        Ok(Request::Version) => format!("objmodel {}\n", env!("CARGO_PKG_VERSION")),
        Ok(Request::Disassemble { name, text }) => match listing(&name, &text) {
            Ok(listing) => listing,
            Err(error) => {
                complain(&error.to_string());
                return ExitCode::FAILURE;
            }
        },
        Err(message) => {
            complain(&message);
            return ExitCode::from(USAGE);
        }
    };
    match std::io::stdout().lock().write_all(output.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Writes a line to standard error; there is nobody to tell if that fails.
fn complain(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

fn listing(name: &str, text: &[u8]) -> Result<String, SyntaxError> {
    let source = Source::decode(name, text)?;
    Ok(disassemble(&*compile_module(&source)?))
}

fn parse(arguments: Vec<OsString>) -> Result<Request, String> {
    let mut dis = false;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let program = match argument.to_str() {
            Some("-h" | "--help") => return Ok(Request::Help),
            Some("-V" | "--version") => return Ok(Request::Version),
            Some("--dis") => {
                dis = true;
                continue;
            }
            Some("-c") => {
                let code = arguments.next().ok_or("Argument expected for the -c option")?;
                ("<string>".to_owned(), code.into_encoded_bytes())
            }
            Some("-") => ("<stdin>".to_owned(), read_standard_input()?),
            Some(option) if option.starts_with('-') => {
                return Err(format!("unknown option {option}\n{HELP}"));
            }
            _ => (argument.to_string_lossy().into_owned(), read_file(Path::new(&argument))?),
        };
        if !dis {
            return Err("objmodel: this build has no evaluator: use --dis".to_owned());
        }
        let (name, text) = program;
        return Ok(Request::Disassemble { name, text });
    }
    Err(HELP.trim_end().to_owned())
}

fn read_standard_input() -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut text) {
        Ok(_) => Ok(text),
        Err(error) => Err(format!("objmodel: can't read standard input: {error}")),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| {
        let number = error.raw_os_error().unwrap_or(0);
        let text = error.to_string();
        let words = text.split(" (os error").next().unwrap_or_default();
        format!("objmodel: can't open file '{}': [Errno {number}] {words}", path.display())
    })
}
