//! `sys`: the interpreter itself.

use objmodel::objects::dict::Dict;
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::frame::Frame;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Gc, Raise, Result, Runtime, Type, Value, singletons};
use objmodel_builtins::{Stream, standard_stream};

use crate::module::ModuleSpec;

fn exit(rt: &mut Runtime, args: Args<'_>) -> Result {
    let class = rt.types().system_exit.clone();
    let exception = match args.get(0) {
        Some(code) => rt.call(&class, [code])?,
        None => rt.call(&class, ())?,
    };
    let raise = Raise::exception(exception);
    rt.chain_context(&raise);
    Err(raise)
}

fn exception(rt: &mut Runtime, _: Args<'_>) -> Result {
    Ok(rt.handled().map_or_else(singletons::none, Borrowed::to_value))
}

fn exc_info(rt: &mut Runtime, _: Args<'_>) -> Result {
    let none = singletons::none;
    let items = match rt.handled().map(Borrowed::to_value) {
        None => [none(), none(), none()],
        Some(exception) => {
            let class = Value::clone(&rt.type_of(exception.as_ref()));
            let traceback = exception.get::<ExceptionObject>(rt).and_then(|e| e.traceback.clone());
            [class, exception, traceback.map_or_else(none, Gc::into_value)]
        }
    };
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn get_size(rt: &mut Runtime, args: Args<'_>) -> Result {
    match (size_of_object(rt, args.at(0)), args.get(1)) {
        (Err(raise), Some(default)) if rt.is_exception_of(&raise, &rt.types().type_error) => {
            Ok(default.to_value())
        }
        (size, _) => size,
    }
}

/// What `__sizeof__` says.
fn size_of_object(rt: &mut Runtime, object: Borrowed<'_>) -> Result {
    let name = rt.names().sizeof.clone();
    let Some(size) = rt.call_named(object, &name, &[])? else {
        let class = rt.type_name(object);
        return Err(rt.type_error(format!("Type {class} doesn't define __sizeof__")));
    };
    match rt.as_int(size.as_ref()).map(|size| size.to_i64()) {
        None => Err(rt.type_error("an integer is required")),
        Some(None) => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        Some(Some(size @ 0..)) => {
            let class = rt.type_of(object).to_gc();
            rt.int(size.saturating_add(in_front(rt, &class)))
        }
        Some(Some(_)) => Err(rt.value_error("__sizeof__() should return >= 0")),
    }
}

/// What CPython's objects of a class have in front of them, by the class's `__flags__`: for the collector,
/// and for a dict or weak references.
fn in_front(rt: &Runtime, class: &Type) -> i64 {
    const HAVE_GC: i64 = 1 << 14;
    const MANAGED: i64 = 1 << 3 | 1 << 4;
    let flags = rt.class_flags(class);
    16 * i64::from(flags & HAVE_GC != 0) + 16 * i64::from(flags & MANAGED != 0)
}

fn intern(rt: &mut Runtime, args: Args<'_>) -> Result {
    let exact = rt.type_of(args.at(0)).is(&rt.types().str);
    match args.at(0).typed::<StrObject>() {
        Some(text) if exact => Ok(rt.intern_str(&text).into_value()),
        _ => {
            let class = rt.argument_name(args.at(0));
            Err(rt.type_error(format!("intern() argument must be str, not {class}")))
        }
    }
}

/// As in CPython, the reference that the argument itself is counts too.
fn get_ref_count(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.int(args.at(0).ref_count().into())
}

fn get_origin_depth(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.int_from_usize(rt.origin_depth())
}

fn set_origin_depth(rt: &mut Runtime, args: Args<'_>) -> Result {
    let depth = rt.index_as_size(args.at(0), |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    let Ok(depth) = usize::try_from(depth) else {
        return Err(rt.value_error("depth must be >= 0"));
    };
    rt.set_origin_depth(depth);
    Ok(singletons::none())
}

fn get_recursion_limit(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.int(rt.call_depth().0.into())
}

fn set_recursion_limit(rt: &mut Runtime, args: Args<'_>) -> Result {
    let limit = rt.index_as_size(args.at(0), |rt, _| {
        rt.overflow_error("Python int too large to convert to C int")
    })?;
    let Some(limit) = u32::try_from(limit).ok().filter(|limit| *limit > 0) else {
        return Err(rt.value_error("recursion limit must be greater or equal than 1"));
    };
    let depth = rt.call_depth().1;
    if depth >= limit {
        let class = rt.types().recursion_error.clone();
        return Err(rt.error(
            &class,
            &format!(
                "cannot set the recursion limit to {limit} at the recursion depth {depth}: the \
                 limit is too low"
            ),
        ));
    }
    rt.set_max_depth(limit);
    Ok(singletons::none())
}

fn get_digits(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.int_from_usize(rt.int_digit_limit())
}

fn set_digits(rt: &mut Runtime, args: Args<'_>) -> Result {
    let digits = rt.index_clamped(args.at(0))?;
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= 640 => {
            rt.set_int_digit_limit(digits);
            Ok(singletons::none())
        }
        _ => Err(rt.value_error("maxdigits must be 0 or larger than 640")),
    }
}

/// The frame so many calls below the caller; a negative number is taken for none.
fn frame_below(rt: &mut Runtime, depth: Option<Borrowed<'_>>) -> Result<Option<Frame>> {
    let depth = match depth {
        Some(depth) => rt.index_as_size(depth, |rt, _| {
            rt.overflow_error("Python int too large to convert to C int")
        })?,
        None => 0,
    };
    rt.frame(usize::try_from(depth).unwrap_or(0))
}

fn get_frame(rt: &mut Runtime, args: Args<'_>) -> Result {
    match frame_below(rt, args.get(0))? {
        Some(frame) => Ok(frame.into_value()),
        None => Err(rt.value_error("call stack is not deep enough")),
    }
}

fn get_frame_module_name(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(frame) = frame_below(rt, args.get(0))? else { return Ok(singletons::none()) };
    let (globals, name) = (frame.read(rt).globals.clone(), rt.names().name.clone());
    Ok(rt.dict_get_name(&globals, &name).unwrap_or_else(singletons::none))
}

fn default_encoding(rt: &mut Runtime, _: Args<'_>) -> Result {
    rt.str("utf-8").map(Gc::into_value)
}

fn is_finalizing(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::bool(false))
}

/// Prints what `sys.unraisablehook` is told of.
fn unraisable_hook(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some(about) = args.positionals().first() else {
        return Err(rt.type_error("sys.unraisablehook() takes exactly one argument (0 given)"));
    };
    let mut part = |name: &str| {
        let name = rt.intern(name)?;
        rt.getattr(*about, &name)
    };
    let (exception, message, object) = (part("exc_value")?, part("err_msg")?, part("object")?);
    let doing = match singletons::is_none(&message) {
        true => "Exception ignored in".to_owned(),
        false => rt.text_of(message.as_ref()).into_owned(),
    };
    let of = (!singletons::is_none(&object)).then_some(object);
    rt.print_unraisable(&exception, &doing, of.as_ref());
    Ok(singletons::none())
}

/// Prints an exception with its traceback.
fn except_hook(rt: &mut Runtime, args: Args<'_>) -> Result {
    let value = args.at(1);
    let text = if value.is_payload::<ExceptionObject>() {
        rt.render_traceback(value)?
    } else {
        let class = rt.type_name(value);
        format!("TypeError: print_exception(): Exception expected for value, {class} found\n")
    };
    rt.host().flush();
    rt.write_error_text(&text);
    Ok(singletons::none())
}

fn function_or_none(function: Option<&Value>) -> Value {
    function.cloned().unwrap_or_else(singletons::none)
}

fn given(args: Args<'_>) -> Option<Value> {
    Some(args.at(0)).filter(|function| !singletons::is_none(function)).map(Borrowed::to_value)
}

fn get_trace(rt: &mut Runtime, _: Args<'_>) -> Result {
    Ok(function_or_none(rt.trace_function()))
}

fn set_trace(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.set_trace_function(given(args));
    Ok(singletons::none())
}

fn get_profile(rt: &mut Runtime, _: Args<'_>) -> Result {
    Ok(function_or_none(rt.profile_function()))
}

fn set_profile(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.set_profile_function(given(args));
    Ok(singletons::none())
}

/// Lets no class derive from one.
fn seal(rt: &mut Runtime, args: Args<'_>) -> Result {
    if let Some(class) = rt.as_type(args.at(0)).map(|class| class.to_gc()) {
        let name = format!("sys.{}", class.read(rt).name());
        rt.seal_class(&class, &name);
    }
    Ok(singletons::none())
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("gettrace", "($module, /)", get_trace)
        .doc("The function that hears of calls, or None."),
    MethodSpec::function("settrace", "($module, function, /)", set_trace)
        .doc("Lets a function hear of calls; what it answers hears of lines."),
    MethodSpec::function("getprofile", "($module, /)", get_profile)
        .doc("The function that hears of calls and returns, or None."),
    MethodSpec::function("setprofile", "($module, function, /)", set_profile)
        .doc("Lets a function hear of calls and returns."),
    MethodSpec::function("_seal", "($module, type, /)", seal),
    MethodSpec::function("excepthook", "($module, exctype, value, traceback, /)", except_hook)
        .doc("Shows an exception with its traceback."),
    MethodSpec::function("exit", "($module, status=None, /)", exit)
        .doc("Ends the program by SystemExit."),
    MethodSpec::function("exception", "($module, /)", exception)
        .doc("The exception that is handled."),
    MethodSpec::function("exc_info", "($module, /)", exc_info)
        .doc("Class, value and traceback of the exception that is handled."),
    MethodSpec::function("getsizeof", "($module, object, default=<unrepresentable>)", get_size)
        .without_signature()
        .doc("getsizeof(object [, default]) -> int\n\nHow many bytes an object takes."),
    MethodSpec::function("intern", "($module, string, /)", intern)
        .doc("The one text that equals this one and is shared."),
    MethodSpec::function("getrefcount", "($module, object, /)", get_ref_count)
        .doc("How many references an object has, that of the call included."),
    MethodSpec::function("getrecursionlimit", "($module, /)", get_recursion_limit)
        .doc("How deep calls may nest."),
    MethodSpec::function("setrecursionlimit", "($module, limit, /)", set_recursion_limit)
        .doc("Says how deep calls may nest."),
    MethodSpec::function("get_int_max_str_digits", "($module, /)", get_digits)
        .doc("How many digits integers and texts may have to be converted."),
    MethodSpec::function("set_int_max_str_digits", "($module, /, maxdigits)", set_digits)
        .doc("Says how many digits integers and texts may have to be converted."),
    MethodSpec::function("get_coroutine_origin_tracking_depth", "($module, /)", get_origin_depth)
        .doc("How many frames are noted when a coroutine is made."),
    MethodSpec::function(
        "set_coroutine_origin_tracking_depth",
        "($module, /, depth)",
        set_origin_depth,
    )
    .doc("Has so many frames noted when a coroutine is made."),
    MethodSpec::function("_getframe", "($module, depth=0, /)", get_frame)
        .doc("The frame so many calls below."),
    MethodSpec::function("_getframemodulename", "($module, /, depth=0)", get_frame_module_name)
        .doc("The name of the module so many calls below."),
    MethodSpec::function("getdefaultencoding", "($module, /)", default_encoding)
        .doc("How texts are encoded if nothing else is said."),
    MethodSpec::function("is_finalizing", "($module, /)", is_finalizing)
        .doc("Whether the interpreter is about to end."),
    MethodSpec::raw_function("unraisablehook", "($module, unraisable, /)", unraisable_hook)
        .doc("Shows an exception that could not be raised."),
];

/// What `sys.argv` will be: the program's name and its arguments.
struct Arguments(Vec<String>);

/// Sets what `sys.argv` will be: the program's name and its arguments.
pub fn set_arguments(rt: &mut Runtime, arguments: Vec<String>) {
    rt.set_data(Arguments(arguments));
}

/// The folders of `sys.path`, before `sys` is imported.
struct Path(Vec<String>);

/// Sets what `sys.path` will be.
pub fn set_path(rt: &mut Runtime, folders: Vec<String>) {
    rt.set_data(Path(folders));
}

fn texts(rt: &mut Runtime, texts: &[String]) -> Result {
    let items: Vec<Value> =
        texts.iter().map(|text| rt.str(text).map(Gc::into_value)).collect::<Result<_>>()?;
    rt.list(items).map(Gc::into_value)
}

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let argv = rt.data::<Arguments>().map(|arguments| arguments.0.clone()).unwrap_or_default();
    let path = rt.data::<Path>().map(|path| path.0.clone()).unwrap_or_default();
    let warnings = crate::warnings::options(rt);
    for hook in ["unraisablehook", "excepthook"] {
        let name = rt.intern(hook)?;
        let function = rt.dict_get_name(namespace, &name).unwrap_or_else(singletons::none);
        crate::module::constant(rt, namespace, &format!("__{hook}__"), function)?;
    }
    crate::types::define_namespaces(rt, namespace, "_SimpleNamespace")?;
    let modules = Value::clone(rt.modules());
    let order = if cfg!(target_endian = "big") { "big" } else { "little" };
    let entries = [
        ("argv", texts(rt, &argv)?),
        ("warnoptions", texts(rt, &warnings)?),
        ("path", texts(rt, &path)?),
        ("modules", modules),
        ("maxsize", rt.int(i64::MAX)?),
        ("maxunicode", rt.int(0x10_ffff)?),
        ("byteorder", rt.str(order)?.into_value()),
        ("platform", rt.str("linux")?.into_value()),
        ("hexversion", rt.int(0x030d_00f0)?),
        ("executable", rt.str("objmodel")?.into_value()),
        ("dont_write_bytecode", singletons::bool(true)),
    ];
    for (name, value) in entries {
        crate::module::constant(rt, namespace, name, value)?;
    }
    for (name, stream) in [("stdin", Stream::In), ("stdout", Stream::Out), ("stderr", Stream::Err)]
    {
        let stream = standard_stream(rt, stream)?;
        crate::module::constant(rt, namespace, name, stream.clone())?;
        crate::module::constant(rt, namespace, &format!("__{name}__"), stream)?;
    }
    Ok(())
}

pub(crate) const SYS: ModuleSpec =
    ModuleSpec::new("sys").functions(FUNCTIONS).fill(fill).python(include_str!("sys.py"));
