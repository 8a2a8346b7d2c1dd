//! `print` and `input`.

use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::types::spec::MethodSpec;
use objmodel::{Borrowed, CallArgs, Parameters, Result, Runtime, Value, singletons};

use crate::stream::{is_standard, is_standard_output};

fn print(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("print", "(*args, sep=' ', end='\\n', file=None, flush=False)", 0, 0);
    let (mut separator, mut end, mut file, mut flush) = (None, None, None, false);
    if args.has_keywords() {
        let given: [Option<Borrowed<'_>>; 4] = PARAMETERS.bind(rt, args.only_keywords())?;
        let of_file = given[2].map(Borrowed::to_value);
        file = of_file.filter(|file| !singletons::is_none(file));
        flush = match given[3] {
            Some(flush) => rt.is_true(flush)?,
            None => false,
        };
        let text = |at: usize, name| match given.get(at).copied().flatten() {
            Some(text) => text_argument(rt, text, name),
            None => Ok(None),
        };
        separator = text(0, "sep")?;
        end = text(1, "end")?;
    }
    let file = match file {
        Some(file) => Some(file),
        None => match standard_output(rt)? {
            // `sys.stdout` is None: there is nowhere to print.
            Some(file) if singletons::is_none(&file) => return Ok(singletons::none()),
            file => file,
        },
    };
    let mut first = true;
    for value in args.positionals() {
        if !first {
            put(rt, &file, separator.as_ref(), b" ")?;
        }
        first = false;
        let text = rt.to_str(*value)?;
        put(rt, &file, Some(&text), b"")?;
    }
    put(rt, &file, end.as_ref(), b"\n")?;
    if flush {
        match file.as_ref().filter(|file| !is_standard_output(rt, file)) {
            Some(file) => {
                let name = rt.intern("flush")?;
                rt.call_method(file, &name, ())?;
            }
            None => rt.host().flush(),
        }
    }
    Ok(singletons::none())
}

/// A separator or end: a string, or `None` for the usual one.
fn text_argument(rt: &Runtime, value: Borrowed<'_>, name: &str) -> Result<Option<Str>> {
    if singletons::is_none(&value) {
        return Ok(None);
    }
    match value.typed::<StrObject>() {
        Some(text) => Ok(Some(text.to_gc())),
        None => {
            let class = rt.type_name(value);
            Err(rt.type_error(format!("{name} must be None or a string, not {class}")))
        }
    }
}

/// `sys.stdout`, if `sys` is imported.
fn standard_output(rt: &mut Runtime) -> Result<Option<Value>> {
    match system_stream(rt, "stdout")? {
        Some(None) => Err(rt.runtime_error("lost sys.stdout")),
        Some(file) => Ok(file),
        None => Ok(None),
    }
}

/// A stream of `sys`, if it has one; `None` if `sys` is not imported.
fn system_stream(rt: &mut Runtime, name: &str) -> Result<Option<Option<Value>>> {
    let (sys, name) = (rt.intern("sys")?, rt.intern(name)?);
    let modules = rt.modules().clone();
    let Some(sys) = rt.dict_get_name(&modules, &sys) else { return Ok(None) };
    match sys.get::<ModuleObject>(rt).and_then(|module| module.dict.clone()) {
        Some(dict) => Ok(Some(rt.dict_get_name(&dict, &name))),
        None => Ok(None),
    }
}

/// Writes to a file object, or to the host. A string of a subclass is written as its `__str__` has it.
fn put(rt: &mut Runtime, file: &Option<Value>, text: Option<&Str>, otherwise: &[u8]) -> Result<()> {
    let shown = match text {
        Some(text) => Some(rt.to_str(text.as_ref())?),
        None => None,
    };
    let text = shown.as_ref();
    match file.as_ref().filter(|file| !is_standard_output(rt, file)) {
        Some(file) => {
            let text = match text {
                Some(text) => text.clone(),
                None => rt.str_from_bytes(otherwise)?,
            };
            let name = rt.intern("write")?;
            rt.call_method(file, &name, [text.as_ref()]).map(drop)
        }
        None => {
            let bytes = match text {
                Some(text) => rt.utf8_of(text)?.into_bytes(),
                None => otherwise.to_vec(),
            };
            rt.tick(bytes.len() / 64)?;
            rt.host().write_stdout(&bytes);
            Ok(())
        }
    }
}

/// `input`: from the host, or from what the program has put in the place of `sys.stdin` and `sys.stdout`.
fn input(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("input() takes no keyword arguments"));
    }
    let prompt = match args.positionals() {
        [] => None,
        [prompt] => Some(*prompt),
        more => {
            return Err(
                rt.type_error(format!("input expected at most 1 argument, got {}", more.len()))
            );
        }
    };
    let stdin = input_stream(rt, "stdin")?;
    let stdout = input_stream(rt, "stdout")?;
    input_stream(rt, "stderr")?;
    let replaced = |file: &Option<Value>| file.as_ref().is_some_and(|file| !is_standard(rt, file));
    let (of_program, to_program) = (replaced(&stdin), replaced(&stdout));
    if let Some(prompt) = prompt {
        let text = rt.to_str(prompt)?;
        put(rt, &stdout, Some(&text), b"")?;
    }
    if let Some(file) = stdout.filter(|_| to_program) {
        // A stream without `flush` is as good.
        let name = rt.intern("flush")?;
        match rt.call_method(&file, &name, ()) {
            Err(raise) if raise.halt().is_some() => return Err(raise),
            flushed => drop(flushed),
        }
    }
    let line = match stdin.filter(|_| of_program) {
        Some(file) => read_line(rt, &file)?,
        None => match rt.host().read_line() {
            Some(line) => Some(rt.str(&line)?.into_value()),
            None => None,
        },
    };
    line.ok_or_else(|| {
        let class = rt.types().eof_error.clone();
        rt.error(&class, "EOF when reading a line")
    })
}

/// A stream that `input` needs; `None` for that of the host.
fn input_stream(rt: &mut Runtime, name: &str) -> Result<Option<Value>> {
    match system_stream(rt, name)? {
        Some(file) => match file.filter(|file| !singletons::is_none(file)) {
            Some(file) => Ok(Some(file)),
            None => Err(rt.runtime_error(format!("input(): lost sys.{name}"))),
        },
        None => Ok(None),
    }
}

/// A line of a stream of the program, without its end; `None` at the end of all.
fn read_line(rt: &mut Runtime, file: &Value) -> Result<Option<Value>> {
    let name = rt.intern("readline")?;
    let line = rt.call_method(file, &name, ())?;
    let Some(text) = line.get::<StrObject>(rt) else {
        return Err(rt.type_error("object.readline() returned non-string"));
    };
    if text.is_empty() {
        return Ok(None);
    }
    match text.as_bytes().strip_suffix(b"\n") {
        Some(bytes) => {
            rt.check_room(bytes.len())?;
            let bytes = bytes.to_vec();
            rt.str_from_bytes(&bytes).map(|text| Some(text.into_value()))
        }
        None => Ok(Some(line)),
    }
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function(
        "print",
        "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
        print,
    )
    .doc("Prints the values to a stream, or to sys.stdout by default."),
    MethodSpec::raw_function("input", "($module, prompt='', /)", input)
        .doc("Read a string from standard input.  The trailing newline is stripped."),
];
