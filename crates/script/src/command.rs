//! The command line of `objmodel`: runs and disassembles programs.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use objmodel::Runtime;

use crate::compile::{compile_module, disassemble};
use crate::evaluate::{Console, Failure, Interpreter};
use crate::syntax::{Source, SyntaxError};

const HELP: &str = "\
usage: objmodel [OPTIONS] FILE.py [ARGUMENTS]
       objmodel [OPTIONS] -c CODE [ARGUMENTS]
       objmodel [OPTIONS] -m MODULE [ARGUMENTS]
       objmodel [OPTIONS] - [ARGUMENTS]
Runs a Python program on objmodel.

  -c CODE            the program is the argument
  -m MODULE          the program is a module's file, or the __main__ of a package
  -                  the program is read from standard input
  -O                 leave out assert statements; -OO leaves out docstrings too
  -W FILTER          what is done about warnings: ACTION:MESSAGE:CATEGORY:MODULE:LINE
  --max-memory SIZE  most bytes that its objects may take; SIZE may end in K, M or G
  --max-ticks N      most ticks of work: about one for each loop, call and item
  --max-time SECONDS most time that it may run, by the clock on the wall
  --max-depth N      most nested calls (1000)
  --dis              show the compiled code instead of running it
  -h, --help         show this help
  -V, --version      show the version
";

/// Exit status for a wrong command line or a file that cannot be read, as CPython's.
const USAGE: u8 = 2;
/// Exit status of a program that a limit ended.
const LIMIT: u8 = 3;

/// Stack for the evaluator, so that its depth does not depend on the shell's limits. Recursion that
/// ends in `RecursionError` touches no more of it.
const STACK: usize = 24 << 20;

/// What the command line asks for.
enum Request {
    Help,
    Version,
    Disassemble(Program),
    Run(Program, Limits),
}

/// A program and what it is told.
struct Program {
    name: String,
    text: Vec<u8>,
    arguments: Vec<String>,
    folder: PathBuf,
}

/// What options set.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// The level of `-O`.
    pub optimize: u8,
    /// The arguments of `-W`.
    pub warnings: Vec<String>,
    /// Most bytes.
    pub memory: Option<usize>,
    /// Most ticks.
    pub ticks: Option<u64>,
    /// Most time by the clock on the wall.
    pub time: Option<Duration>,
    /// Most nested calls.
    pub depth: Option<u32>,
}

/// Runs the command; the arguments exclude the program's name.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    let output = match parse(arguments) {
        Ok(Request::Help) => HELP.to_owned(),
        Ok(Request::Version) => format!("objmodel {}\n", env!("CARGO_PKG_VERSION")),
        Ok(Request::Run(program, limits)) => {
            return ExitCode::from(on_large_stack(program, limits, Console::standard));
        }
        Ok(Request::Disassemble(program)) => match listing(&program) {
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

fn listing(program: &Program) -> Result<String, SyntaxError> {
    let source = Source::decode(&program.name, &program.text)?;
    Ok(disassemble(&*compile_module(&source)?))
}

/// Runs the program on a thread whose stack does not depend on the main thread's.
fn on_large_stack(
    program: Program,
    limits: Limits,
    console: impl FnOnce() -> Console + Send + 'static,
) -> u8 {
    let thread = std::thread::Builder::new().stack_size(STACK);
    match thread.spawn(move || run(program, limits, console())) {
        Ok(handle) => handle.join().unwrap_or(101),
        Err(error) => {
            complain(&format!("objmodel: can't start a thread: {error}"));
            1
        }
    }
}

fn run(program: Program, limits: Limits, console: Console) -> u8 {
    let mut builder = Runtime::builder().host(console).max_stack(STACK);
    if let Some(bytes) = limits.memory {
        builder = builder.max_bytes(bytes);
    }
    if let Some(calls) = limits.depth {
        builder = builder.max_depth(calls);
    }
    let rt = match builder.try_build() {
        Ok(rt) => rt,
        Err(_) => {
            complain("objmodel: the memory limit is below what the built-in types need");
            return LIMIT;
        }
    };
    let mut interpreter = match Interpreter::new(rt) {
        Ok(interpreter) => interpreter,
        Err(_) => {
            complain("objmodel: the memory limit is below what the built-in types need");
            return LIMIT;
        }
    };
    interpreter.set_path(vec![program.folder]);
    interpreter.set_arguments(program.name.clone(), program.arguments);
    interpreter.set_optimize(limits.optimize);
    interpreter.set_warnings(limits.warnings);
    interpreter.runtime().set_max_ticks(limits.ticks);
    interpreter.runtime().set_deadline(limits.time);
    let outcome = interpreter.run(&program.name, &program.text);
    let status = match outcome {
        Ok(()) => 0,
        Err(Failure::Exception(text)) => {
            interpreter.runtime().host().write_stderr(text.as_bytes());
            1
        }
        Err(Failure::Exit(status, text)) => {
            interpreter.runtime().host().write_stderr(text.unwrap_or_default().as_bytes());
            status as u8
        }
        Err(Failure::Halt(halt)) => {
            let text = format!("objmodel: {halt}\n");
            interpreter.runtime().host().write_stderr(text.as_bytes());
            LIMIT
        }
    };
    if status != LIMIT {
        interpreter.finish();
    }
    status
}

fn parse(arguments: Vec<OsString>) -> Result<Request, String> {
    let mut dis = false;
    let mut limits = Limits::default();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let mut value = |option: &str| {
            let value = arguments.next().and_then(|value| value.into_string().ok());
            value.ok_or(format!("Argument expected for the {option} option"))
        };
        let (name, text, folder) = match argument.to_str() {
            Some("-h" | "--help") => return Ok(Request::Help),
            Some("-V" | "--version") => return Ok(Request::Version),
            Some("--dis") => {
                dis = true;
                continue;
            }
            Some("-O") => {
                limits.optimize = 1;
                continue;
            }
            Some("-OO") => {
                limits.optimize = 2;
                continue;
            }
            Some("-W") => {
                limits.warnings.push(value("-W")?);
                continue;
            }
            Some(option @ "--max-memory") => {
                limits.memory = Some(size(&value(option)?)?);
                continue;
            }
            Some(option @ "--max-ticks") => {
                limits.ticks = Some(number(&value(option)?)?);
                continue;
            }
            Some(option @ "--max-time") => {
                limits.time = Some(seconds(&value(option)?)?);
                continue;
            }
            Some(option @ "--max-depth") => {
                limits.depth = Some(number(&value(option)?)?);
                continue;
            }
            Some("-c") => {
                let code = value("-c")?;
                ("<string>".to_owned(), code.into_bytes(), PathBuf::from("."))
            }
            Some("-m") => {
                let name = value("-m")?;
                let path = module_file(&name)?;
                (path.to_string_lossy().into_owned(), read_file(&path)?, PathBuf::from("."))
            }
            Some("-") => ("<stdin>".to_owned(), read_standard_input()?, PathBuf::from(".")),
            Some(option) if option.starts_with('-') => {
                return Err(format!("unknown option {option}\n{HELP}"));
            }
            _ => {
                let path = Path::new(&argument);
                (argument.to_string_lossy().into_owned(), read_file(path)?, folder_of(path))
            }
        };
        let arguments = arguments.map(|text| text.to_string_lossy().into_owned()).collect();
        let program = Program { name, text, arguments, folder };
        return Ok(if dis { Request::Disassemble(program) } else { Request::Run(program, limits) });
    }
    Err(HELP.trim_end().to_owned())
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.replace('_', "").parse().map_err(|_| format!("not a number: {text}"))
}

/// A time in seconds: `2`, `0.5`.
fn seconds(text: &str) -> Result<Duration, String> {
    Duration::try_from_secs_f64(number(text)?).map_err(|_| format!("not a time: {text}"))
}

/// A number of bytes: `64M`.
fn size(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.char_indices().last() {
        Some((end, 'K' | 'k')) => (text.get(..end), 10),
        Some((end, 'M' | 'm')) => (text.get(..end), 20),
        Some((end, 'G' | 'g')) => (text.get(..end), 30),
        _ => (Some(text), 0),
    };
    let count: usize = number(digits.unwrap_or_default())?;
    count.checked_mul(1 << shift).ok_or(format!("too large: {text}"))
}

/// The file of a module that is run as a program: a package's `__main__.py`, or its own.
fn module_file(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name.replace('.', "/"));
    let main = path.join("__main__.py");
    if main.is_file() {
        return Ok(main);
    }
    if path.is_dir() {
        return Err(format!(
            "objmodel: No module named {name}.__main__; '{name}' is a package and cannot be \
             directly executed"
        ));
    }
    let file = path.with_extension("py");
    match file.is_file() {
        true => Ok(file),
        false => Err(format!("objmodel: No module named {name}")),
    }
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
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
