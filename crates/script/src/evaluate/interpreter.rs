//! A runtime that runs this language: set up, fed with programs, asked what became of them.

use std::any::Any;
use std::path::PathBuf;

use objmodel::gc::Account;
use objmodel::host::Hooks;
use objmodel::objects::code::{Code, flags};
use objmodel::objects::dict::Dict;
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::module::ModuleObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Borrowed, CallArgs, Gc, Halt, Raise, Result, Runtime, Value, singletons};

use super::call;
use super::console::Console;
use super::exit::{self, Original};
use super::function;
use super::import::{self, Importer};
use super::{class, program};
use crate::compile::{Mode, Options};
use crate::syntax::{Source, SyntaxError, SyntaxErrorKind};

/// A runtime with the built-in types, in which programs of this language run.
pub struct Interpreter {
    /// What `builtins` held at first; dropped before the runtime.
    builtins: Original,
    rt: Runtime,
}

/// Why a program did not end by itself.
#[derive(Debug)]
pub enum Failure {
    /// An exception that nothing caught, as Python prints it.
    Exception(String),
    /// A `KeyboardInterrupt` that nothing caught, as Python prints it.
    Interrupt(String),
    /// `SystemExit`: the exit status, and what is to be said on standard error.
    Exit(i32, Option<String>),
    /// A limit of the host.
    Halt(Halt),
}

impl Interpreter {
    /// Equips a runtime.
    ///
    /// # Errors
    /// [`Failure`] if its memory limit is below what the built-in types need.
    pub fn new(mut rt: Runtime) -> std::result::Result<Interpreter, Failure> {
        match equip(&mut rt) {
            Ok(()) => Ok(Interpreter { builtins: Original::of(&rt, rt.builtins()), rt }),
            Err(raise) => Err(failure(&mut rt, raise)),
        }
    }

    /// The runtime.
    pub fn runtime(&mut self) -> &mut Runtime {
        &mut self.rt
    }

    /// The folders in which `import` looks for `.py` files.
    pub fn set_path(&mut self, folders: Vec<PathBuf>) {
        let texts = folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect();
        objmodel_stdlib::sys::set_path(&mut self.rt, texts);
        self.rt.set_data(Importer { path: folders });
    }

    /// What `sys.argv` will hold: the program's name and its arguments.
    pub fn set_arguments(&mut self, name: String, arguments: Vec<String>) {
        let all = std::iter::once(name).chain(arguments).collect();
        objmodel_stdlib::sys::set_arguments(&mut self.rt, all);
    }

    /// The name under which the program was found as a module: what `-m` asks for, with `.__main__` for a
    /// package.
    pub fn set_main_module(&mut self, name: String) {
        self.rt.set_data(MainModule(name));
    }

    /// What `-W` asks for: `sys.warnoptions`.
    pub fn set_warnings(&mut self, options: Vec<String>) {
        objmodel_stdlib::warnings::set_options(&mut self.rt, options);
    }

    /// What `-O` asks for: 1 leaves out `assert`, 2 docstrings too.
    pub fn set_optimize(&mut self, level: u8) {
        program::set_optimize(&mut self.rt, level);
    }

    /// Explains on standard output what the operators, the attribute accesses and the class statements of
    /// the program with this name try, and those of the files that it imports.
    pub fn explain(&mut self, program: &str) {
        super::explain::start(&mut self.rt, program);
    }

    /// Runs a program as the module `__main__`, whose names stay until the next one.
    ///
    /// # Errors
    /// How it ended, if not by its end.
    pub fn run(&mut self, name: &str, text: &[u8]) -> std::result::Result<(), Failure> {
        let outcome = run_main(&mut self.rt, name, text);
        self.remember(&outcome);
        self.rt.safepoint();
        let outcome = outcome.map_err(|raise| failure(&mut self.rt, raise));
        self.rt.host().flush();
        outcome
    }

    /// Runs what was typed at a prompt, in the module `__main__` that is there, or a new one:
    /// `sys.displayhook` is told of the values of the last statement's expressions. What it imports of
    /// `__future__` holds for all that is typed later.
    ///
    /// # Errors
    /// How it ended, if not by its end.
    pub fn run_single(&mut self, name: &str, text: &str) -> std::result::Result<(), Failure> {
        let outcome = run_single(&mut self.rt, name, text);
        self.remember(&outcome);
        self.rt.safepoint();
        let outcome = outcome.map_err(|raise| failure(&mut self.rt, raise));
        self.rt.host().flush();
        outcome
    }

    /// Sets `sys.last_exc` and its older names, for who asks after the traceback was printed.
    fn remember(&mut self, outcome: &Result<()>) {
        if let Err(raise) = outcome
            && let Some(exception) = raise.as_exception()
            && !self.rt.is_exception_of(raise, &self.rt.types().system_exit)
        {
            // What is raised here is not what the program raised, and has nobody to tell.
            let _ = remember_last(&mut self.rt, exception);
        }
    }

    /// The namespace of the module `__main__`, if a program or statement has run.
    pub fn main_namespace(&mut self) -> Option<Dict> {
        present_main(&mut self.rt)
    }

    /// Ends the program: calls what `atexit` was told, and ends its modules: what they hold dies,
    /// and the last `__del__` methods run.
    pub fn finish(&mut self) {
        let rt = &mut self.rt;
        objmodel_stdlib::atexit::run(rt);
        exit::end_modules(rt, &self.builtins);
        rt.host().flush();
    }
}

/// The name under which the program was found as a module.
struct MainModule(String);

const FUNCTIONS: &[MethodSpec] = &[
    class::BUILD_CLASS,
    MethodSpec::raw_function(
        "__import__",
        "(name, globals=None, locals=None, fromlist=(), level=0)",
        import::import,
    ),
    MethodSpec::raw_function("locals", "($module, /)", no_frame)
        .doc("The namespace of the caller."),
    MethodSpec::raw_function("globals", "($module, /)", no_frame)
        .doc("The module namespace of the caller."),
];

/// The evaluator answers calls by name itself; what arrives here came by another way, and sees the
/// caller's globals.
fn no_frame(rt: &mut Runtime, _: CallArgs<'_>) -> Result {
    match rt.current_globals() {
        Some(globals) => Ok(Value::clone(globals)),
        None => Err(rt.system_error("globals(): no frame")),
    }
}

fn equip(rt: &mut Runtime) -> Result<()> {
    objmodel_builtins::install(rt)?;
    let hooks = Hooks {
        import: Some(import::import),
        unraisable: Some(unraisable),
        warn: Some(objmodel_stdlib::warnings::hook),
        ..*rt.hooks()
    };
    rt.set_hooks(hooks);
    let builtins = rt.builtins().clone();
    for spec in FUNCTIONS.iter().chain(program::FUNCTIONS) {
        rt.define_function(&builtins, spec)?;
    }
    rt.define_function(&builtins, const { &import::IMPORT })?;
    super::site::install(rt)?;
    let module = rt.new_module("builtins")?;
    if let Some(module) = module.get_mut::<ModuleObject>(rt) {
        module.dict = Some(builtins.clone());
    }
    let doc = rt.str("The functions, classes and constants that every module knows.")?.into_value();
    let package = rt.intern("")?.into_value();
    let none = singletons::none;
    for (name, value) in
        [("__doc__", doc), ("__package__", package), ("__loader__", none()), ("__spec__", none())]
    {
        let name = rt.intern(name)?;
        rt.dict_set_name(&builtins, &name, value)?;
    }
    let (key, modules) = (rt.intern("builtins")?, rt.modules().clone());
    rt.dict_set_name(&modules, &key, module)
}

fn run_main(rt: &mut Runtime, name: &str, text: &[u8]) -> Result<()> {
    let globals = new_main(rt)?;
    let (file, shown) = (rt.names().file.clone(), rt.str(name)?.into_value());
    if !name.starts_with('<') {
        rt.dict_set_name(&globals, &file, shown)?;
    }
    if let Some(MainModule(module)) = rt.data::<MainModule>() {
        let module = module.clone();
        import::describe_main(rt, &globals, &module, name)?;
    }
    execute(rt, name, text, globals)
}

fn run_single(rt: &mut Runtime, name: &str, text: &str) -> Result<()> {
    let globals = match present_main(rt) {
        Some(globals) => globals,
        None => new_main(rt)?,
    };
    let future_annotations = rt.data::<FutureAnnotations>().is_some();
    let options = Options { mode: Mode::Typed, future_annotations, ..program::default_options(rt) };
    execute_with(rt, name, text.as_bytes(), globals, options)
}

/// The namespace of the module `__main__` that is there.
fn present_main(rt: &mut Runtime) -> Option<Dict> {
    let key = rt.intern("__main__").ok()?;
    let modules = rt.modules().clone();
    let module = rt.dict_get_name(&modules, &key)?;
    module.get::<ModuleObject>(rt)?.dict.clone()
}

/// Puts a fresh module `__main__` in place; its namespace.
fn new_main(rt: &mut Runtime) -> Result<Dict> {
    let module = rt.new_module("__main__")?;
    let Some(globals) = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone())
    else {
        return Err(rt.system_error("a module without a namespace"));
    };
    let builtins_name = rt.intern("builtins")?;
    let modules = rt.modules().clone();
    if let Some(builtins) = rt.dict_get_name(&modules, &builtins_name) {
        let key = rt.names().builtins.clone();
        rt.dict_set_name(&globals, &key, builtins)?;
    }
    let key = rt.intern("__main__")?;
    rt.dict_set_name(&modules, &key, module)?;
    Ok(globals)
}

/// Compiles a module's text and runs it in a namespace.
///
/// # Errors
/// `SyntaxError`, and what the text raises.
pub(super) fn execute(rt: &mut Runtime, name: &str, text: &[u8], globals: Dict) -> Result<()> {
    let options = program::default_options(rt);
    execute_with(rt, name, text, globals, options)
}

/// Runs the text of a module of the library in a namespace.
///
/// # Errors
/// What the text raises.
pub(super) fn execute_library(
    rt: &mut Runtime,
    name: &str,
    text: &str,
    globals: Dict,
) -> Result<()> {
    let compiled = program::compile_library(rt, name, text)?;
    run(rt, compiled, globals)
}

/// `from __future__ import annotations` was typed at the prompt.
struct FutureAnnotations;

fn execute_with(
    rt: &mut Runtime,
    name: &str,
    text: &[u8],
    globals: Dict,
    options: Options,
) -> Result<()> {
    let compiled = program::compile_source(rt, name, text, options)?;
    if options.mode == Mode::Typed && compiled.0.frozen().flags & flags::FUTURE_ANNOTATIONS != 0 {
        rt.set_data(FutureAnnotations);
    }
    run(rt, compiled, globals)
}

/// Runs the code of a text, whose source the console keeps for tracebacks.
fn run(rt: &mut Runtime, compiled: (Code, Source, Account), globals: Dict) -> Result<()> {
    let (code, source, account) = compiled;
    let host: &mut dyn Any = rt.host();
    if let Some(console) = host.downcast_mut::<Console>() {
        console.add_source(source, account);
    }
    let builtins = rt.builtins().clone();
    program::see_builtins(rt, &globals, builtins)?;
    let namespace = Value::clone(&globals);
    let function = function::of_module(rt, code, globals)?;
    call::call_in_namespace(rt, &function, namespace).map(drop)
}

/// What is told of an exception beside itself.
fn class_and_traceback(rt: &Runtime, exception: Borrowed<'_>) -> (Value, Value) {
    let traceback = exception.get::<ExceptionObject>(rt).and_then(|e| e.traceback.clone());
    let traceback = traceback.map_or_else(singletons::none, Gc::into_value);
    (Value::clone(&rt.type_of(exception)), traceback)
}

/// Sets `sys.last_exc` and its older names, for a person who asks after the traceback was printed.
fn remember_last(rt: &mut Runtime, exception: Borrowed<'_>) -> Result<()> {
    let Some(sys) = sys(rt)? else { return Ok(()) };
    let (class, traceback) = class_and_traceback(rt, exception);
    for (name, value) in [
        ("last_exc", exception.to_value()),
        ("last_type", class),
        ("last_value", exception.to_value()),
        ("last_traceback", traceback),
    ] {
        rt.setattr(&sys, name, value)?;
    }
    Ok(())
}

/// The exception for an error of the text.
pub(super) fn syntax_error(rt: &mut Runtime, error: &SyntaxError) -> Result<Raise> {
    let types = rt.types();
    let class = match error.kind {
        SyntaxErrorKind::Syntax => &types.syntax_error,
        SyntaxErrorKind::Indentation => &types.indentation_error,
        SyntaxErrorKind::Tab => &types.tab_error,
        SyntaxErrorKind::Recursion => {
            let class = types.recursion_error.clone();
            return Ok(rt.error(&class, &error.message));
        }
        SyntaxErrorKind::Memory => return Ok(rt.memory_error()),
    };
    let class = class.clone();
    let number = |rt: &Runtime, n: Option<i64>| match n {
        Some(n) => rt.int(n),
        None => Ok(singletons::none()),
    };
    let file = rt.str(&error.file)?.into_value();
    let readable = || std::path::Path::new(&*error.file).is_file();
    let text = match error.text.as_ref().filter(|_| !error.of_compiler || readable()) {
        Some(text) => rt.str(&format!("{text}\n"))?.into_value(),
        None => singletons::none(),
    };
    let end_line = error.position.map(|position| position.end_line);
    let details = [
        file,
        number(rt, error.line().map(i64::from))?,
        number(rt, error.offset().map(i64::from))?,
        text,
        number(rt, end_line.map(i64::from))?,
        number(rt, error.end_offset())?,
    ];
    let details = rt.tuple(details.into_iter())?;
    let message = rt.str(&error.message)?;
    let made = rt.call(&class, [message.as_ref(), details.as_ref()])?;
    Ok(rt.raise(&made))
}

/// What a raise that left the program means to the command.
fn failure(rt: &mut Runtime, raise: Raise) -> Failure {
    let exception = match raise.halt() {
        Some(halt) => return Failure::Halt(halt),
        None => match raise.into_exception() {
            Ok(exception) => exception,
            Err(_) => return Failure::Halt(Halt::Memory),
        },
    };
    let system_exit = rt.types().system_exit.clone();
    if rt.is_instance_of(exception.as_ref(), &system_exit) {
        return exit(rt, &exception);
    }
    let outcome = match tell_except_hook(rt, &exception) {
        Ok(true) => Ok(String::new()),
        Ok(false) => rt.render_traceback(exception.as_ref()),
        Err(raise) => both(rt, raise, &exception),
    };
    // A stream of the program's own hears of it, and then the host need not.
    let outcome = outcome.map(|text| match rt.has_own_error_stream() {
        true => {
            rt.write_error_text(&text);
            String::new()
        }
        false => text,
    });
    let interrupt = rt.types().keyboard_interrupt.clone();
    match outcome {
        Ok(text) if rt.is_instance_of(exception.as_ref(), &interrupt) => Failure::Interrupt(text),
        Ok(text) => Failure::Exception(text),
        Err(raise) => match raise.halt() {
            Some(halt) => Failure::Halt(halt),
            None => Failure::Exception(format!("{}\n", rt.type_name(exception.as_ref()))),
        },
    }
}

/// The exception that `sys.excepthook` raised, and the one that it was told of.
fn both(rt: &mut Runtime, raise: Raise, exception: &Value) -> Result<String> {
    let of_hook = raise.into_exception()?;
    let system_exit = rt.types().system_exit.clone();
    if rt.is_instance_of(of_hook.as_ref(), &system_exit) {
        return Ok(String::new());
    }
    let first = rt.render_traceback(of_hook.as_ref())?;
    let second = rt.render_traceback(exception.as_ref())?;
    Ok(format!("Error in sys.excepthook:\n{first}\nOriginal exception was:\n{second}"))
}

/// Whether `sys.excepthook` is the program's own, and was told of an exception.
fn tell_except_hook(rt: &mut Runtime, exception: &Value) -> Result<bool> {
    let Some(hook) = own_hook(rt, "excepthook")? else { return Ok(false) };
    let (class, traceback) = class_and_traceback(rt, exception.as_ref());
    rt.call(&hook, [class.as_ref(), exception.as_ref(), traceback.as_ref()])?;
    Ok(true)
}

/// What the program put in place of a hook of `sys`.
fn own_hook(rt: &mut Runtime, name: &str) -> Result<Option<Value>> {
    let Some(sys) = sys(rt)? else { return Ok(None) };
    let (first, present) = (rt.intern(&format!("__{name}__"))?, rt.intern(name)?);
    let (first, present) = (rt.lookup_attr(&sys, &first)?, rt.lookup_attr(&sys, &present)?);
    Ok(match (first, present) {
        (Some(first), Some(present)) if !first.is(&present) => Some(present),
        _ => None,
    })
}

/// The module `sys`, if the program imported it.
fn sys(rt: &mut Runtime) -> Result<Option<Value>> {
    let (name, modules) = (rt.intern("sys")?, rt.modules().clone());
    Ok(rt.dict_get_name(&modules, &name))
}

/// `SystemExit`: its code is a status, or something to be said.
fn exit(rt: &mut Runtime, exception: &Value) -> Failure {
    // A subclass may say it in its own way.
    let code = rt.intern("code").and_then(|name| rt.getattr(exception, &name));
    let code = code.unwrap_or_else(|_| exception.clone());
    if singletons::is_none(&code) {
        return Failure::Exit(0, None);
    }
    if let Some(number) = rt.as_int(code.as_ref()) {
        return Failure::Exit(number.to_i64().map_or(-1, |n| (n & 0xff) as i32), None);
    }
    match rt.to_str(&code) {
        Ok(text) => {
            let text = text.read(rt).as_str().into_owned();
            Failure::Exit(1, Some(format!("{text}\n")))
        }
        Err(_) => Failure::Exit(1, None),
    }
}

/// Tells `sys.unraisablehook`, if the program has put one in place, of an exception that nobody can
/// catch; else prints it.
fn unraisable(rt: &mut Runtime, exception: Value, doing: &str, of: Option<Borrowed<'_>>) {
    let of = of.map(Borrowed::to_value);
    let hook = match own_hook(rt, "unraisablehook") {
        Ok(Some(hook)) if !singletons::is_none(&hook) => hook,
        _ => return rt.print_unraisable(&exception, doing, of.as_ref()),
    };
    let about = match unraisable_args(rt, &exception, doing, of.as_ref()) {
        Ok(Some(about)) => about,
        _ => return rt.print_unraisable(&exception, doing, of.as_ref()),
    };
    if let Err(raise) = rt.call(&hook, [about.as_ref()])
        && let Ok(of_hook) = raise.into_exception()
    {
        rt.print_unraisable(&of_hook, "Exception ignored in sys.unraisablehook", Some(&hook));
    }
}

/// What a hook of the program's own is told; `None` if `sys` does not say how.
fn unraisable_args(
    rt: &mut Runtime,
    exception: &Value,
    doing: &str,
    of: Option<&Value>,
) -> Result<Option<Value>> {
    let Some(sys) = sys(rt)? else { return Ok(None) };
    let make = rt.intern("_unraisable")?;
    let Some(make) = rt.lookup_attr(&sys, &make)? else { return Ok(None) };
    let none = singletons::none();
    // The usual words go without saying.
    let message = match doing {
        "Exception ignored in" => none.clone(),
        _ => rt.str(doing)?.into_value(),
    };
    let of = of.unwrap_or(&none);
    rt.call(&make, [exception.as_ref(), message.as_ref(), of.as_ref()]).map(Some)
}
