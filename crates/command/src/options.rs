//! The command line: which program, under which limits.

use std::ffi::OsString;
use std::io::{IsTerminal, Read};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::time::Duration;

use objmodel_script::graph::Subject;

/// What `--help` says.
pub(crate) const HELP: &str = "\
usage: objmodel [OPTIONS] FILE.py [ARGUMENTS]
       objmodel [OPTIONS] -c CODE [ARGUMENTS]
       objmodel [OPTIONS] -m MODULE [ARGUMENTS]
       objmodel [OPTIONS] - [ARGUMENTS]
       objmodel [OPTIONS]
       objmodel explain ...
       objmodel graph (mro|alive) NAME ...
Runs a Python program on objmodel; without one, a prompt, or what is piped in. `explain`
before all else prints what the program's operators, attribute accesses and class statements
try, in which order, and what comes of it. `graph` draws, when the program has ended, the
class NAME with its bases, or what keeps the object NAME alive: the SVG goes to standard
output, what the program prints to standard error.

  -c CODE            the program is the argument
  -m MODULE          the program is a module's file, or the __main__ of a package
  -                  the program is read from standard input
  -i                 a prompt after the program, or though standard input is no terminal
  -q                 a prompt that does not say what it is
  -O                 leave out assert statements; -OO leaves out docstrings too
  -W FILTER          what is done about warnings: ACTION:MESSAGE:CATEGORY:MODULE:LINE
  --max-memory SIZE  most bytes that its objects may take; SIZE may end in K, M or G
  --max-ticks N      most ticks of work: about one for each loop, call and item
  --max-time SECONDS most time that it may run, by the clock on the wall
  --max-depth N      most nested calls (1000)
  --lib DIR          import what is not found otherwise from this folder too: the Lib of a CPython
  --files            programs may open, write and remove files as this process may
  --dis              show the compiled code instead of running it
  -h, --help         show this help
  -V, --version      show the version
";

/// What the command line asks for.
pub(crate) enum Request {
    /// `--help`.
    Help,
    /// `--version`.
    Version,
    /// `--dis`.
    Disassemble(Program),
    /// Anything else.
    Run(Task),
}

/// What is to be run.
pub struct Task {
    /// The program, if one is named.
    pub program: Option<Program>,
    /// Whether a prompt follows, and whether that says what it is.
    pub prompt: Option<bool>,
    /// What both may use.
    pub limits: Limits,
    /// What is to be shown besides.
    pub view: View,
}

/// What is to be shown of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// What it prints, and nothing else.
    Plain,
    /// What its operations try.
    Explained,
    /// A picture of what a name stands for when it has ended.
    Drawn(Subject, String),
}

/// A program and what it is told.
pub struct Program {
    /// What tracebacks call it.
    pub name: String,
    /// Its source.
    pub text: Vec<u8>,
    /// `sys.argv[0]`.
    pub argument: String,
    /// The rest of `sys.argv`.
    pub arguments: Vec<String>,
    /// Where it imports from.
    pub folder: PathBuf,
    /// The full name of the module that it is, if it was asked for by `-m`.
    pub module: Option<String>,
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
    /// Folders that are searched for modules behind all others.
    pub libraries: Vec<PathBuf>,
    /// Whether programs may use files.
    pub files: bool,
}

/// Reads the command line; the arguments exclude the program's name.
///
/// # Errors
/// What is wrong with it, or with the file that it names.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Request, Refusal> {
    let (mut dis, mut interactive, mut quiet) = (false, false, false);
    let mut limits = Limits::default();
    let mut arguments = arguments.into_iter().peekable();
    let view = view(&mut arguments)?;
    let mut program = None;
    while let Some(argument) = arguments.next() {
        let mut value = |option: &str| {
            let value = arguments.next().and_then(|value| value.into_string().ok());
            value.ok_or(format!("Argument expected for the {option} option"))
        };
        let found = match argument.to_str() {
            Some("-h" | "--help") => return Ok(Request::Help),
            Some("-V" | "--version") => return Ok(Request::Version),
            Some("--dis") => {
                dis = true;
                continue;
            }
            Some(flags) if is_flags(flags) => {
                interactive |= flags.contains('i');
                quiet |= flags.contains('q');
                let levels = flags.matches('O').count() as u8;
                limits.optimize = limits.optimize.saturating_add(levels).min(2);
                continue;
            }
            Some(option @ "--lib") => {
                limits.libraries.push(PathBuf::from(value(option)?));
                continue;
            }
            Some("--files") => {
                limits.files = true;
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
            Some(option @ "-c") => {
                Program::of_text("<string>", option, value(option)?.into_bytes())
            }
            Some("-m") => Program::of_module(&value("-m")?, &limits.libraries)?,
            Some(option @ "-") => Program::of_text("<stdin>", option, read_standard_input()?),
            Some(option) if option.starts_with('-') => {
                return Err(format!("unknown option {option}\n{HELP}").into());
            }
            _ => Program::of_file(Path::new(&argument))?,
        };
        program = Some(found);
        break;
    }
    if let Some(program) = &mut program {
        program.arguments = arguments.map(|text| text.to_string_lossy().into_owned()).collect();
    }
    let prompts = interactive || program.is_none() && std::io::stdin().is_terminal();
    if program.is_none() && !prompts {
        program = Some(Program::of_text("<stdin>", "", read_standard_input()?));
    }
    match program {
        Some(program) if dis => Ok(Request::Disassemble(program)),
        None if dis => Err(HELP.trim_end().to_owned().into()),
        program => {
            let greets = !quiet && program.is_none();
            Ok(Request::Run(Task { program, prompt: prompts.then_some(greets), limits, view }))
        }
    }
}

/// Why a command line is not followed.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// What is said.
    pub(crate) message: String,
    /// The exit status.
    pub(crate) status: u8,
}

impl From<String> for Refusal {
    fn from(message: String) -> Refusal {
        Refusal { message, status: crate::USAGE }
    }
}

/// What the first argument asks to be shown.
fn view(arguments: &mut Peekable<impl Iterator<Item = OsString>>) -> Result<View, String> {
    if arguments.next_if(|first| first == "explain").is_some() {
        return Ok(View::Explained);
    }
    if arguments.next_if(|first| first == "graph").is_none() {
        return Ok(View::Plain);
    }
    let mut text = || arguments.next().and_then(|text| text.into_string().ok());
    let subject = match text().as_deref() {
        Some("mro") => Subject::Mro,
        Some("alive") => Subject::Alive,
        _ => return Err(format!("graph draws `mro` or `alive`\n{HELP}")),
    };
    text().map(|name| View::Drawn(subject, name)).ok_or(format!("graph draws a NAME\n{HELP}"))
}

/// Whether an argument is made of options of one letter that take no value.
fn is_flags(argument: &str) -> bool {
    let letters = argument.strip_prefix('-').unwrap_or_default();
    !letters.is_empty() && letters.chars().all(|letter| matches!(letter, 'i' | 'q' | 'O'))
}

impl Program {
    fn of_text(name: &str, argument: &str, text: Vec<u8>) -> Program {
        Program {
            name: name.to_owned(),
            text,
            argument: argument.to_owned(),
            arguments: Vec::new(),
            folder: PathBuf::from("."),
            module: None,
        }
    }

    fn of_file(path: &Path) -> Result<Program, String> {
        let text = read_file(path)?;
        let argument = path.to_string_lossy();
        let program = Program::of_text(&absolute(path), &argument, text);
        Ok(Program { folder: folder_of(path), ..program })
    }

    fn of_module(name: &str, libraries: &[PathBuf]) -> Result<Program, Refusal> {
        let (path, module) = module_file(name, libraries)
            .map_err(|message| Refusal { message, status: crate::NO_MODULE })?;
        let (text, name) = (read_file(&path)?, absolute(&path));
        Ok(Program { module: Some(module), ..Program::of_text(&name, &name, text) })
    }
}

/// A path from the root on. As in CPython, `.` and `..` stay.
fn absolute(path: &Path) -> String {
    let folder = std::env::current_dir().unwrap_or_default();
    folder.join(path).to_string_lossy().into_owned()
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

/// The file of a module that is run as a program, and the module's full name: a package's
/// `__main__.py`, or its own. It is looked for here, then in the libraries.
fn module_file(name: &str, libraries: &[PathBuf]) -> Result<(PathBuf, String), String> {
    let mut message = format!("objmodel: No module named {name}");
    for folder in std::iter::once(Path::new("")).chain(libraries.iter().map(PathBuf::as_path)) {
        let path = folder.join(name.replace('.', "/"));
        let main = path.join("__main__.py");
        if main.is_file() {
            return Ok((main, format!("{name}.__main__")));
        }
        let file = path.with_extension("py");
        if file.is_file() {
            return Ok((file, name.to_owned()));
        }
        if path.is_dir() {
            message = format!(
                "objmodel: No module named {name}.__main__; '{name}' is a package and cannot be \
                 directly executed"
            );
        }
    }
    Err(message)
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
        format!("objmodel: can't open file '{}': [Errno {number}] {words}", absolute(path))
    })
}
