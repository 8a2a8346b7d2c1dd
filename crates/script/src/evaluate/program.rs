//! `exec`, `eval` and `compile`: programs made of text while another one runs.

use objmodel::gc::Account;
use objmodel::objects::cell::CellObject;
use objmodel::objects::code::flags::{FUTURE_ANNOTATIONS, OPTIMIZED};
use objmodel::objects::code::{Code, CodeObject};
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::function::FunctionObject;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, Result, Runtime, Value, singletons};

use super::{call, function, interpreter, load, prepared};
use crate::compile::{Mode, Options, Warning, compile_surveyed, warnings_before};
use crate::syntax::{Source, Survey};

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function(
        "exec",
        "($module, source, /, globals=None, locals=None, *, closure=None)",
        exec,
    )
    .doc("Runs a program, given as text or code, in namespaces."),
    MethodSpec::function("eval", "($module, source, /, globals=None, locals=None)", eval)
        .doc("The value of an expression, given as text or code, in namespaces."),
    MethodSpec::function(
        "compile",
        "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, \
         _feature_version=-1)",
        compile,
    )
    .shown_as(
        "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, \
         _feature_version=-1)",
    )
    .doc("Makes a code object of a text."),
];

/// The level of `-O`.
struct Optimize(u8);

/// Sets the level of optimization of texts that are compiled from here on.
pub(super) fn set_optimize(rt: &mut Runtime, level: u8) {
    rt.set_data(Optimize(level));
}

/// The options of a text that comes with no others.
pub(super) fn default_options(rt: &Runtime) -> Options {
    let optimize = rt.data::<Optimize>().map_or(0, |level| level.0);
    Options { optimize, max_digits: rt.int_digit_limit(), ..Options::default() }
}

/// Options of `compile`'s flags: those that are `CO_*` flags of the future, and one of each wish.
const ONLY_AST: i64 = 0x400;
const KNOWN_FLAGS: i64 = 0x1fe_0000 | 0x10 | 0x200 | ONLY_AST | 0x800 | 0x1000 | 0x2000 | 0x4000;

fn exec(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (globals, locals) = namespaces(rt, "exec", args.get(1), args.get(2))?;
    let closure = args.get(3).filter(|closure| !singletons::is_none(closure));
    let source = args.at(0);
    let code = match source.typed::<CodeObject>() {
        Some(code) => {
            let code = code.to_gc();
            let free = code.frozen().freevars.read(rt).items().len();
            let cells = closure.and_then(|closure| closure.typed::<TupleObject>());
            let given = cells
                .as_ref()
                .map(|cells| cells.read(rt).items())
                .filter(|cells| cells.iter().all(|cell| cell.is_payload::<CellObject>()))
                .map(<[Value]>::len);
            match (free, given, closure.is_some()) {
                (0, _, true) => {
                    return Err(rt.type_error("cannot use a closure with this code object"));
                }
                (0, ..) => {}
                (_, Some(given), _) if given == free => {}
                (_, None, false) => {
                    return Err(rt.type_error(
                        "code object requires a closure of exactly length ".to_owned()
                            + &free.to_string(),
                    ));
                }
                _ => {
                    return Err(rt.type_error(format!(
                        "code object requires a closure of exactly length {free}"
                    )));
                }
            }
            code
        }
        None => {
            if closure.is_some() {
                return Err(rt.type_error("closure can only be used when source is a code object"));
            }
            let text = text_of(rt, source, "exec", "string, bytes or code")?;
            let options = Options { named: true, ..inherited(rt)? };
            compile_text(rt, "<string>", &text, options)?
        }
    };
    let closure = closure.and_then(|closure| closure.typed::<TupleObject>()).map(|c| c.to_gc());
    run_code(rt, code, globals, locals, closure)?;
    Ok(singletons::none())
}

fn eval(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (globals, locals) = namespaces(rt, "eval", args.get(1), args.get(2))?;
    let source = args.at(0);
    let code = match source.typed::<CodeObject>() {
        Some(code) => {
            let code = code.to_gc();
            if !code.frozen().freevars.read(rt).items().is_empty() {
                return Err(
                    rt.type_error("code object passed to eval() may not contain free variables")
                );
            }
            code
        }
        None => {
            let text = text_of(rt, source, "eval", "string, bytes or code")?;
            let start = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            let options = Options { named: true, mode: Mode::Eval, ..inherited(rt)? };
            compile_text(rt, "<string>", text.get(start..).unwrap_or_default(), options)?
        }
    };
    run_code(rt, code, globals, locals, None)
}

fn compile(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = file_name(rt, args.at(1))?;
    let Some(mode) = args.at(2).typed::<StrObject>() else {
        let class = rt.argument_name(args.at(2));
        return Err(rt.type_error(format!("compile() argument 'mode' must be str, not {class}")));
    };
    let mode = rt.text_of(mode.untyped()).into_owned();
    let bits = match args.get(3) {
        Some(bits) => rt.index_clamped(bits)? as i64,
        None => 0,
    };
    if bits & !KNOWN_FLAGS != 0 {
        return Err(rt.value_error("compile(): unrecognised flags"));
    }
    let level = match args.get(5) {
        Some(level) => rt.index_clamped(level)? as i64,
        None => -1,
    };
    if !(-1..=2).contains(&level) {
        return Err(rt.value_error("compile(): invalid optimize value"));
    }
    let inherits = match args.get(4) {
        Some(dont) => !rt.is_true(dont)?,
        None => true,
    };
    let mode = match mode.as_str() {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ if bits & ONLY_AST != 0 => {
            return Err(
                rt.value_error("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
            );
        }
        _ => return Err(rt.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    if bits & ONLY_AST != 0 {
        return Err(rt.value_error("compile(): syntax trees are not supported by this host"));
    }
    if args.at(0).is_payload::<CodeObject>() {
        return Ok(args.at(0).to_value());
    }
    let text = text_of(rt, args.at(0), "compile", "string, bytes or AST")?;
    let mut options = if inherits { inherited(rt)? } else { default_options(rt) };
    options.mode = mode;
    options.named = true;
    options.future_annotations |= bits & i64::from(FUTURE_ANNOTATIONS) != 0;
    if let Ok(level) = u8::try_from(level) {
        options.optimize = level;
    }
    let text = match mode {
        Mode::Eval => {
            let start = text.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            text.get(start..).unwrap_or_default()
        }
        _ => &text,
    };
    compile_text(rt, &file, text, options).map(objmodel::Gc::into_value)
}

fn file_name(rt: &mut Runtime, given: Borrowed<'_>) -> Result<String> {
    if given.is_payload::<StrObject>() {
        return Ok(rt.text_of(given).into_owned());
    }
    if let Some(bytes) = given.get::<objmodel::objects::bytes::BytesObject>(rt) {
        return Ok(String::from_utf8_lossy(bytes.as_slice()).into_owned());
    }
    let name = rt.intern("__fspath__")?;
    match rt.call_named(given, &name, &[])? {
        Some(path) if path.is_payload::<StrObject>() => Ok(rt.text_of(path.as_ref()).into_owned()),
        _ => {
            let class = rt.type_name(given);
            Err(rt.type_error(format!("expected str, bytes or os.PathLike object, not {class}")))
        }
    }
}

/// The options that a program passes on to the texts that it compiles.
fn inherited(rt: &mut Runtime) -> Result<Options> {
    let frame = rt.frame(0)?;
    let bits = frame.map_or(0, |frame| frame.read(rt).code.frozen().flags);
    Ok(Options { future_annotations: bits & FUTURE_ANNOTATIONS != 0, ..default_options(rt) })
}

/// The text of a program.
fn text_of(
    rt: &mut Runtime,
    source: Borrowed<'_>,
    function: &str,
    wanted: &str,
) -> Result<Vec<u8>> {
    let text = if let Some(text) = source.get::<StrObject>(rt) {
        text.as_bytes().to_vec()
    } else if rt.has_slot(source, SlotId::BfGetbuffer) {
        let bytes = Value::clone(&rt.types().bytes);
        let bytes = rt.call(&bytes, [source])?;
        let bytes = bytes.get::<objmodel::objects::bytes::BytesObject>(rt);
        bytes.map(|bytes| bytes.as_slice().to_vec()).unwrap_or_default()
    } else {
        return Err(rt.type_error(format!("{function}() arg 1 must be a {wanted} object")));
    };
    if text.contains(&0) {
        let class = rt.types().syntax_error.clone();
        let message = rt.str("source code string cannot contain null bytes")?;
        let error = rt.call(&class, [message.as_ref()])?;
        return Err(rt.raise(&error));
    }
    Ok(text)
}

/// The namespaces of a program: those given, else the caller's.
fn namespaces(
    rt: &mut Runtime,
    function: &str,
    globals: Option<Borrowed<'_>>,
    locals: Option<Borrowed<'_>>,
) -> Result<(Dict, Value)> {
    let given = globals.filter(|globals| !singletons::is_none(globals));
    let shown = rt.take_shown_locals();
    let locals = locals.filter(|locals| !singletons::is_none(locals)).map(Borrowed::to_value);
    if let Some(locals) = &locals
        && !rt.has_slot(locals.as_ref(), SlotId::MpSubscript)
    {
        let class = rt.type_name(locals.as_ref());
        return Err(rt.type_error(match function {
            "exec" => format!("locals must be a mapping or None, not {class}"),
            _ => "locals must be a mapping".to_owned(),
        }));
    }
    let globals = match given {
        Some(globals) => match globals.typed::<DictObject>() {
            Some(dict) => dict.to_gc(),
            None if function == "exec" => {
                let class = rt.type_name(globals);
                return Err(rt.type_error(format!("exec() globals must be a dict, not {class}")));
            }
            None if rt.has_slot(globals, SlotId::MpSubscript) => {
                return Err(
                    rt.type_error("globals must be a real dict; try eval(code, {}, mapping)")
                );
            }
            None => return Err(rt.type_error("globals must be a dict")),
        },
        None => match rt.current_globals() {
            Some(globals) => globals.clone(),
            None => {
                return Err(rt.system_error("globals and locals cannot be NULL"));
            }
        },
    };
    let locals = match (locals, given) {
        (Some(locals), _) => locals,
        (None, Some(_)) => Value::clone(&globals),
        (None, None) => shown.unwrap_or_else(|| Value::clone(&globals)),
    };
    let builtins = rt.current_builtins();
    see_builtins(rt, &globals, builtins)?;
    Ok((globals, locals))
}

/// Gives globals these `__builtins__`, unless they have some.
///
/// # Errors
/// `MemoryError`.
pub(super) fn see_builtins(rt: &mut Runtime, globals: &Dict, builtins: Dict) -> Result<()> {
    let name = rt.names().builtins.clone();
    if rt.dict_get_name(globals, &name).is_none() {
        rt.dict_set_name(globals, &name, builtins.into_value())?;
    }
    Ok(())
}

/// The built-ins that code with these globals sees.
fn builtins_of(rt: &Runtime, globals: &Dict) -> Dict {
    let named = rt.dict_get_name(globals, &rt.names().builtins);
    let dict = named.and_then(|builtins| match builtins.get::<ModuleObject>(rt) {
        Some(module) => module.dict.clone(),
        None => builtins.downcast::<DictObject>().ok(),
    });
    dict.unwrap_or_else(|| rt.current_builtins())
}

/// Compiles a text to a code object.
///
/// # Errors
/// `SyntaxError`, `MemoryError`.
pub(super) fn compile_text(
    rt: &mut Runtime,
    file: &str,
    text: &[u8],
    options: Options,
) -> Result<Code> {
    compile_source(rt, file, text, options).map(|(code, ..)| code)
}

/// Compiles a text to a code object; that, its source and what is charged for it. What compiling takes at most is charged
/// beforehand, the parser's stack included.
///
/// # Errors
/// `SyntaxError`, `MemoryError`.
pub(super) fn compile_source(
    rt: &mut Runtime,
    file: &str,
    text: &[u8],
    options: Options,
) -> Result<(Code, Source, Account)> {
    rt.tick(text.len() / 8)?;
    let (mut kept, mut passing) = (Account::new(rt.heap()), Account::new(rt.heap()));
    // The text, and where its lines begin.
    if kept.charge(text.len().saturating_mul(2)).is_err() {
        return Err(rt.memory_error());
    }
    let surveyed = Source::decode(file, text).and_then(|source| {
        let survey = Survey::of(&source)?;
        Ok((source, survey))
    });
    let (source, survey) = match surveyed {
        Ok(surveyed) => surveyed,
        Err(error) => return Err(interpreter::syntax_error(rt, &error)?),
    };
    rt.tick(survey.tokens.saturating_mul(4))?;
    if passing.charge(survey.stack().saturating_add(survey.memory())).is_err() {
        return Err(rt.memory_error());
    }
    let unit = match compile_surveyed(&source, &survey, options) {
        Ok(unit) => unit,
        Err(error) => {
            tell_warnings(rt, &source, &warnings_before(&source, &survey, &error))?;
            return Err(interpreter::syntax_error(rt, &error)?);
        }
    };
    drop(passing);
    tell_warnings(rt, &source, &unit.warnings)?;
    let code = load::load(rt, &unit, &source)?;
    Ok((code, source, kept))
}

/// The code object of a module of the library, which is compiled unless it was when the host was built.
///
/// # Errors
/// `SyntaxError`, `MemoryError`.
pub(super) fn compile_library(
    rt: &mut Runtime,
    file: &str,
    text: &str,
) -> Result<(Code, Source, Account)> {
    let options = default_options(rt);
    let unit = (options.optimize == 0).then(|| prepared::unit(text, file)).flatten();
    let Some(unit) = unit else { return compile_source(rt, file, text.as_bytes(), options) };
    rt.tick(text.len() / 8)?;
    let mut kept = Account::new(rt.heap());
    if kept.charge(text.len().saturating_mul(2)).is_err() {
        return Err(rt.memory_error());
    }
    let source = Source::new(file, text);
    tell_warnings(rt, &source, &unit.warnings)?;
    let code = load::load(rt, &unit, &source)?;
    Ok((code, source, kept))
}

/// Tells of what a text says that is allowed and likely a mistake.
///
/// # Errors
/// `SyntaxError` for what a filter makes an error.
fn tell_warnings(rt: &mut Runtime, source: &Source, warnings: &[Warning]) -> Result<()> {
    for warning in warnings {
        if warning.of_constant {
            let category = rt.types().deprecation_warning.clone();
            // What a filter makes an error here is raised again when the program computes it.
            let _ = rt.warn(&category, &warning.message);
            continue;
        }
        let category = rt.types().syntax_warning.clone();
        let file = source.name().clone();
        let line = warning.position.line;
        let told =
            objmodel_stdlib::warnings::explicit(rt, &category, &warning.message, &file, line);
        if let Err(raise) = told {
            // A warning that a filter makes an exception is an error of the text.
            let exception = raise.into_exception()?;
            if rt.is_instance_of(exception.as_ref(), &category) {
                return Err(interpreter::syntax_error(rt, &warning.to_error(source))?);
            }
            return Err(objmodel::Raise::exception(exception));
        }
    }
    Ok(())
}

/// Runs code in namespaces.
fn run_code(
    rt: &mut Runtime,
    code: Code,
    globals: Dict,
    locals: Value,
    closure: Option<Tuple>,
) -> Result {
    rt.check_stack("")?;
    let optimized = code.frozen().flags & OPTIMIZED != 0;
    let builtins = builtins_of(rt, &globals);
    let parts = function::parts_of_module(rt, &code, &globals);
    let function = rt.new_function(FunctionObject::new(code, globals, builtins, closure), parts)?;
    call::run_body(rt, &function, (!optimized).then_some(&locals))
}

/// What the module `_typing` has under a name.
///
/// # Errors
/// What importing it raises.
pub(super) fn typing(rt: &mut Runtime, name: &Str) -> Result {
    let module = rt.intern("_typing")?;
    let modules = rt.modules().clone();
    let module = match rt.dict_get_name(&modules, &module) {
        Some(module) => module,
        None => super::import::load_all(rt, "_typing")?,
    };
    rt.getattr(&module, name)
}

/// Tells `sys.displayhook` of a value.
///
/// # Errors
/// `RuntimeError` if there is none; what it raises.
pub(super) fn display(rt: &mut Runtime, value: Borrowed<'_>) -> Result<()> {
    let (name, hook) = (rt.intern("sys")?, rt.intern("displayhook")?);
    let import = rt.intern("__import__")?;
    let builtins = rt.builtins().clone();
    let Some(import) = rt.dict_get_name(&builtins, &import) else {
        return Err(rt.import_error("__import__ not found"));
    };
    let sys = rt.call(&import, [name.as_ref()])?;
    match rt.lookup_attr(&sys, &hook)? {
        Some(hook) => rt.call(&hook, [value]).map(drop),
        None => Err(rt.runtime_error("lost sys.displayhook")),
    }
}
