//! What CPython's `site` adds to the built-in names for people at a prompt (`exit`, `quit`, `help`,
//! `copyright`, `credits`, `license`), and built-in functions that need what a library has not:
//! a debugger (`breakpoint`) and files (`open`).

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, singletons};

/// The payload of `exit` and `quit`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Quitter {
    #[trace(leaf)]
    name: &'static str,
}

impl Payload for Quitter {}

/// The payload of `copyright`, `credits` and `license`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Printer {
    #[trace(leaf)]
    text: &'static str,
}

impl Payload for Printer {}

/// The payload of `help`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Helper {}

impl Payload for Helper {}

fn repr_quitter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let name = own.get::<Quitter>(rt).map_or("exit", |own| own.name);
    rt.str(&format!("Use {name}() or Ctrl-D (i.e. EOF) to exit")).map(Gc::into_value)
}

/// `exit(code)`: raises `SystemExit`.
fn call_quitter<'a>(rt: &mut Runtime, _: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("__call__", "(code=None)", 0, 1);
    let [code] = PARAMETERS.bind(rt, args)?;
    let class = rt.types().system_exit.clone();
    let none = singletons::none();
    let exit = rt.call(&class, [code.unwrap_or(none.as_ref())])?;
    Err(rt.raise(&exit))
}

fn quitter_name(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let name = own.get::<Quitter>(rt).map_or("exit", |own| own.name);
    rt.str(name).map(Gc::into_value)
}

fn repr_printer(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let text = own.get::<Printer>(rt).map_or("", |own| own.text);
    rt.str(text).map(Gc::into_value)
}

fn call_printer<'a>(rt: &mut Runtime, own: Borrowed<'a>, _: CallArgs<'a>) -> Result {
    let text = own.get::<Printer>(rt).map_or("", |own| own.text);
    rt.host().write_stdout(format!("{text}\n").as_bytes());
    Ok(singletons::none())
}

fn repr_helper(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    let text = "Type help() for interactive help, or help(object) for help about object.";
    rt.str(text).map(Gc::into_value)
}

/// `help(object)` prints the docstring; there is no interactive help.
fn call_helper<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let text = match args.positionals().first() {
        Some(object) => {
            let doc = rt.names().doc.clone();
            match rt.lookup_attr(*object, &doc)? {
                Some(doc) => rt.to_str(&doc)?,
                None => rt.repr(*object)?,
            }
        }
        None => rt.repr(own)?,
    };
    let text = text.read(rt).as_str().into_owned();
    rt.host().write_stdout(format!("{text}\n").as_bytes());
    Ok(singletons::none())
}

const QUITTER: ClassSpec = ClassSpec {
    name: "_sitebuiltins.Quitter",
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr_quitter)),
        (SlotId::TpCall, SlotFn::Call(call_quitter)),
    ],
    getset: &[GetSetSpec::read_only("name", quitter_name)],
    ..ClassSpec::DEFAULT
};

const PRINTER: ClassSpec = ClassSpec {
    name: "_sitebuiltins._Printer",
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr_printer)),
        (SlotId::TpCall, SlotFn::Call(call_printer)),
    ],
    ..ClassSpec::DEFAULT
};

const HELPER: ClassSpec = ClassSpec {
    name: "_sitebuiltins._Helper",
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr_helper)),
        (SlotId::TpCall, SlotFn::Call(call_helper)),
    ],
    ..ClassSpec::DEFAULT
};

/// Asks `sys.breakpointhook`, which a program can set.
fn breakpoint(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let (key, hook) = (rt.intern("sys")?, rt.intern("breakpointhook")?);
    let modules = rt.modules().clone();
    let hook = match rt.dict_get_name(&modules, &key) {
        Some(sys) => match rt.lookup_attr(&sys, &hook)? {
            Some(hook) => hook,
            None => return Err(rt.runtime_error("lost sys.breakpointhook")),
        },
        // Without the module nobody has set a hook, and there is no debugger.
        None => return Ok(singletons::none()),
    };
    rt.call_with(hook.as_ref(), args)
}

/// `open`: the host's files, by way of the module `_io`.
fn open(rt: &mut Runtime, args: Args<'_>) -> Result {
    if rt.host().files().is_none() {
        let class = rt.types().os_error.clone();
        let (number, text) = (rt.int(1)?, rt.str("Operation not permitted")?);
        let refusal = rt.call(&class, [number.as_ref(), text.as_ref(), args.at(0)])?;
        return Err(rt.raise(&refusal));
    }
    let name = rt.str("_io")?;
    let Some(import) = rt.hooks().import else {
        return Err(rt.import_error("__import__ not found"));
    };
    let module = import(rt, CallArgs::positional(&[name.as_ref()]))?;
    let open = rt.getattr(&module, "_open")?;
    let (mode, buffering) = (rt.str("r")?, rt.int(-1)?);
    let (none, yes) = (singletons::none(), singletons::bool(true));
    let [none, yes] = [none.as_ref(), yes.as_ref()];
    let mut row = [none, mode.as_ref(), buffering.as_ref(), none, none, none, yes, none];
    for (number, place) in row.iter_mut().enumerate() {
        if let Some(given) = args.get(number) {
            *place = given;
        }
    }
    rt.call_with(open.as_ref(), CallArgs::positional(&row))
}

const OPEN: MethodSpec = MethodSpec::function(
    "open",
    "($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, \
     closefd=True, opener=None)",
    open,
)
.doc("Open a file of the host and return a stream for it.");

const FUNCTIONS: [MethodSpec; 1] =
    [MethodSpec::raw_function("breakpoint", "($module, /, *args, **kws)", breakpoint)
        .doc("Enter the debugger that sys.breakpointhook stands for.")];

/// Adds the names to the namespace of the module `builtins`.
///
/// # Errors
/// `MemoryError`.
pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    let builtins = rt.builtins().clone();
    for spec in const { &FUNCTIONS } {
        rt.define_function(&builtins, spec)?;
    }
    let module = rt.intern("_io")?.into_value();
    rt.define_function_of(&builtins, module, const { &OPEN })?;
    let quitter = rt.register_type::<Quitter>(&QUITTER)?;
    let printer = rt.register_type::<Printer>(&PRINTER)?;
    let helper = rt.register_type::<Helper>(&HELPER)?;
    let printers = [
        ("copyright", "Copyright of the authors of objmodel; see its licenses."),
        ("credits", "Thanks to all who made the language that this library follows."),
        ("license", "Licensed under the Apache License 2.0 or the MIT license, as you wish."),
    ];
    let mut entries = vec![("help", rt.alloc(&helper, Helper {})?.into_value())];
    for name in ["exit", "quit"] {
        entries.push((name, rt.alloc(&quitter, Quitter { name })?.into_value()));
    }
    for (name, text) in printers {
        entries.push((name, rt.alloc(&printer, Printer { text })?.into_value()));
    }
    for (name, value) in entries {
        let name = rt.intern(name)?;
        rt.dict_set_name(&builtins, &name, value)?;
    }
    Ok(())
}
