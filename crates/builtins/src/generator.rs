//! `generator` and `coroutine` (language reference, "Generator-iterator methods").

use objmodel::host::Sent;
use objmodel::native::Intrinsic;
use objmodel::objects::generator::{Generator, GeneratorKind, GeneratorObject, GeneratorState};
use objmodel::objects::str::StrObject;
use objmodel::objects::traceback::TracebackObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use crate::iterator::itself;
use crate::receiver::{borrowed, receiver};

fn this(rt: &Runtime, own: Borrowed<'_>) -> Result<Generator> {
    receiver(rt, own, "generator")
}

pub(crate) fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let class = rt.type_name(own).to_owned();
    let generator = this(rt, own)?;
    let qualname = generator.read(rt).qualname.clone();
    let qualname = qualname.read(rt).as_str();
    let address = own.address().unwrap_or_default();
    rt.str(&format!("<{class} object {qualname} at {address:#x}>")).map(Gc::into_value)
}

#[inline]
fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let generator = borrowed::<GeneratorObject>(rt, own, "generator")?;
    match rt.generator_send(&generator, singletons::none().as_ref())? {
        Sent::Yielded(value) => Ok(Some(value)),
        Sent::Returned(_) => Ok(None),
    }
}

fn send_slot(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<Sent> {
    let generator = this(rt, own)?;
    rt.generator_send(&generator, value)
}

fn send(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    let sent = rt.generator_send(&generator, args.at(1))?;
    rt.yielded(sent)
}

/// `throw(exception)`, or the older `throw(class, value, traceback)`.
fn throw(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    warn_of_signature(rt, args, "throw")?;
    let exception = thrown(rt, throw_arguments(args))?;
    let sent = rt.generator_throw(&generator, exception)?;
    rt.yielded(sent)
}

/// The arguments of `throw`: class or exception, value, traceback.
pub(crate) fn throw_arguments<'a>(args: Args<'a>) -> [Option<Borrowed<'a>>; 3] {
    [args.get(1), args.get(2), args.get(3)]
}

/// Warns of a call with more than an exception.
///
/// # Errors
/// The warning as an exception, if it is one.
pub(crate) fn warn_of_signature(rt: &mut Runtime, args: Args<'_>, name: &str) -> Result<()> {
    if args.get(2).is_none() && args.get(3).is_none() {
        return Ok(());
    }
    let category = rt.types().deprecation_warning.clone();
    let message = format!(
        "the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature \
         instead."
    );
    rt.warn(&category, &message)
}

/// The exception that `throw` raises.
pub(crate) fn thrown(rt: &mut Runtime, given: [Option<Borrowed<'_>>; 3]) -> Result {
    let [given, value, traceback] = given;
    let none = singletons::none();
    let given = given.unwrap_or(none.as_ref());
    let base = rt.types().base_exception.clone();
    if let Some(traceback) = traceback.filter(|traceback| !singletons::is_none(traceback))
        && !traceback.is_payload::<TracebackObject>()
    {
        return Err(rt.type_error("throw() third argument must be a traceback object"));
    }
    let value = value.filter(|value| !singletons::is_none(value));
    let class = rt.as_type(given).map(|class| class.to_gc());
    if let Some(class) = class
        && rt.is_subtype(&class, &base)
    {
        let made = match value {
            None => made_by(rt, given, &base),
            Some(value) if rt.is_instance_of(value, &class) => Ok(value.to_value()),
            Some(value) => rt.call(given, [value]),
        };
        // What goes wrong when it is made is thrown in its place.
        return made.or_else(|raise| rt.raised_exception(raise));
    }
    if rt.is_instance_of(given, &base) {
        if value.is_some() {
            return Err(rt.type_error("instance exception may not have a separate value"));
        }
        return Ok(given.to_value());
    }
    let class = rt.type_name(given);
    Err(rt.type_error(format!(
        "exceptions must be classes or instances deriving from BaseException, not {class}"
    )))
}

/// The exception that a class makes.
fn made_by(rt: &mut Runtime, class: Borrowed<'_>, base: &objmodel::Type) -> Result {
    let made = rt.call(class, ())?;
    if rt.is_instance_of(made.as_ref(), base) {
        return Ok(made);
    }
    let (class, of) = (rt.repr(class)?, rt.type_name(made.as_ref()));
    Err(rt.type_error(format!(
        "calling {} should have returned an instance of BaseException, not {of}",
        class.read(rt).as_str()
    )))
}

fn close(rt: &mut Runtime, args: Args<'_>) -> Result {
    let generator = this(rt, args.at(0))?;
    rt.generator_close(&generator)
}

/// What dies suspended is closed, so that its `finally` blocks run; a coroutine that never ran is a
/// mistake that a warning tells of.
pub(crate) fn finalize(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    let generator = this(rt, own)?;
    let (state, kind) = (generator.read(rt).state, generator.read(rt).kind);
    match state {
        GeneratorState::Suspended => rt.generator_close(&generator).map(drop),
        GeneratorState::Created if kind == GeneratorKind::Coroutine => warn_of_unawaited(rt, own),
        _ => Ok(()),
    }
}

/// Warns of a coroutine that never ran: by what `warnings` has for that, if a program imported it.
fn warn_of_unawaited(rt: &mut Runtime, own: Borrowed<'_>) -> Result<()> {
    let (module, function) = (rt.intern("warnings")?, rt.intern("_warn_unawaited_coroutine")?);
    let modules = rt.modules().clone();
    if let Some(module) = rt.dict_get_name(&modules, &module)
        && let Some(warn) = rt.lookup_attr(&module, &function)?
    {
        let Err(raise) = rt.call(&warn, [own]) else { return Ok(()) };
        let warned = rt.is_exception_of(&raise, &rt.types().runtime_warning);
        if warned || raise.halt().is_some() {
            return Err(raise);
        }
        rt.unraisable(raise, "Exception ignored in", Some(&own.to_value()));
    }
    let name = this(rt, own)?.read(rt).qualname.clone();
    let name = name.read(rt).as_str().into_owned();
    let category = rt.types().runtime_warning.clone();
    rt.warn(&category, &format!("coroutine '{name}' was never awaited"))
}

pub(crate) fn name(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(this(rt, own)?.read(rt).name.clone().into_value())
}

pub(crate) fn qualname(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(this(rt, own)?.read(rt).qualname.clone().into_value())
}

pub(crate) fn set_name(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let Some(text) = value.and_then(|value| value.typed::<StrObject>()) else {
        return Err(rt.type_error("__name__ must be set to a string object"));
    };
    let text = text.to_gc();
    this(rt, own)?.write(rt).name = text;
    Ok(())
}

pub(crate) fn set_qualname(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let Some(text) = value.and_then(|value| value.typed::<StrObject>()) else {
        return Err(rt.type_error("__qualname__ must be set to a string object"));
    };
    let text = text.to_gc();
    this(rt, own)?.write(rt).qualname = text;
    Ok(())
}

pub(crate) fn code(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(this(rt, own)?.read(rt).code.clone().into_value())
}

fn running(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let state = this(rt, own)?.read(rt).state;
    Ok(singletons::bool(state == GeneratorState::Running))
}

pub(crate) fn suspended(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let state = this(rt, own)?.read(rt).state;
    Ok(singletons::bool(state == GeneratorState::Suspended))
}

/// A frame while it has not ended, made on demand.
pub(crate) fn frame(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let generator = this(rt, own)?;
    let frame = rt.generator_frame(&generator)?;
    Ok(frame.map_or_else(singletons::none, Gc::into_value))
}

pub(crate) fn yield_from(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let generator = this(rt, own)?;
    let delegate =
        generator.read(rt).body.as_ref().and_then(|b| b.yield_from().map(Borrowed::to_value));
    Ok(delegate.unwrap_or_else(singletons::none))
}

/// The table of `generator`.
pub(crate) const GENERATOR: ClassSpec = ClassSpec {
    name: "generator",
    subclassable: false,
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next)),
        (SlotId::TpFinalize, SlotFn::Finalize(finalize)),
        (SlotId::AmSend, SlotFn::Send(send_slot)),
    ],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("send", "($self, object, /)", send)
            .intrinsic(Intrinsic::Send)
            .doc("send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration."),
        MethodSpec::method("throw", "($self, type[, value[, traceback]], /)", throw).without_signature()
            .doc("throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration."),
        MethodSpec::method("close", "($self, /)", close)
            .doc("close() -> raise GeneratorExit inside generator."),
        crate::generic_alias::CLASS_GETITEM,
    ],
    getset: &[
        GetSetSpec::writable("__name__", name, set_name).doc("name of the generator"),
        GetSetSpec::writable("__qualname__", qualname, set_qualname)
            .doc("qualified name of the generator"),
        GetSetSpec::read_only("gi_yieldfrom", yield_from)
            .doc("object being iterated by yield from, or None"),
        GetSetSpec::read_only("gi_running", running),
        GetSetSpec::read_only("gi_frame", frame),
        GetSetSpec::read_only("gi_suspended", suspended),
        GetSetSpec::read_only("gi_code", code),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

fn await_coroutine(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let coroutine = this(rt, own)?;
    rt.alloc_registered(CoroutineWrapper { coroutine }).map(Gc::into_value)
}

/// Where the coroutine was made, if that was tracked.
fn origin(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(this(rt, own)?.read(rt).origin.clone().unwrap_or_else(singletons::none))
}

/// The table of `coroutine`.
pub(crate) const COROUTINE: ClassSpec = ClassSpec {
    name: "coroutine",
    subclassable: false,
    slots: &[
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpFinalize, SlotFn::Finalize(finalize)),
        (SlotId::AmAwait, SlotFn::Unary(await_coroutine)),
        (SlotId::AmSend, SlotFn::Send(send_slot)),
    ],
    methods: &[
        crate::SIZEOF,
        MethodSpec::method("send", "($self, object, /)", send)
            .doc("Sends a value into coroutine, and returns what it yields next."),
        MethodSpec::method("throw", "($self, type[, value[, traceback]], /)", throw)
            .without_signature()
            .doc("Raises an exception in coroutine, and returns what it yields next."),
        MethodSpec::method("close", "($self, /)", close)
            .doc("Raises GeneratorExit inside coroutine."),
        MethodSpec::class_method(
            "__class_getitem__",
            "($type, object, /)",
            crate::generic_alias::class_getitem,
        ),
    ],
    getset: &[
        GetSetSpec::writable("__name__", name, set_name).doc("name of the coroutine"),
        GetSetSpec::writable("__qualname__", qualname, set_qualname)
            .doc("qualified name of the coroutine"),
        GetSetSpec::read_only("cr_await", yield_from),
        GetSetSpec::member("cr_origin", origin),
        GetSetSpec::read_only("cr_running", running),
        GetSetSpec::read_only("cr_frame", frame),
        GetSetSpec::read_only("cr_suspended", suspended),
        GetSetSpec::read_only("cr_code", code),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// The payload of `coroutine_wrapper`: what `coroutine.__await__()` returns.
#[derive(objmodel::Trace)]
#[trace(crate = objmodel::gc)]
pub(crate) struct CoroutineWrapper {
    coroutine: Generator,
}

impl objmodel::Payload for CoroutineWrapper {}

fn wrapped(rt: &Runtime, own: Borrowed<'_>) -> Result<Generator> {
    match own.get::<CoroutineWrapper>(rt) {
        Some(wrapper) => Ok(wrapper.coroutine.clone()),
        None => Err(rt.type_error("a 'coroutine_wrapper' object is required")),
    }
}

fn next_wrapped(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let coroutine = wrapped(rt, own)?;
    next(rt, coroutine.as_ref())
}

fn send_wrapped_slot(rt: &mut Runtime, own: Borrowed<'_>, value: Borrowed<'_>) -> Result<Sent> {
    let coroutine = wrapped(rt, own)?;
    rt.generator_send(&coroutine, value)
}

fn send_wrapped(rt: &mut Runtime, args: Args<'_>) -> Result {
    let coroutine = wrapped(rt, args.at(0))?;
    let sent = rt.generator_send(&coroutine, args.at(1))?;
    rt.yielded(sent)
}

fn throw_wrapped(rt: &mut Runtime, args: Args<'_>) -> Result {
    let coroutine = wrapped(rt, args.at(0))?;
    warn_of_signature(rt, args, "throw")?;
    let exception = thrown(rt, throw_arguments(args))?;
    let sent = rt.generator_throw(&coroutine, exception)?;
    rt.yielded(sent)
}

fn close_wrapped(rt: &mut Runtime, args: Args<'_>) -> Result {
    let coroutine = wrapped(rt, args.at(0))?;
    rt.generator_close(&coroutine)
}

/// The table of `coroutine_wrapper`.
pub(crate) const COROUTINE_WRAPPER: ClassSpec = ClassSpec {
    name: "coroutine_wrapper",
    doc: Some("A wrapper object implementing __await__ for coroutines."),
    subclassable: false,
    slots: &[
        (SlotId::TpIter, SlotFn::Unary(itself)),
        (SlotId::TpIternext, SlotFn::IterNext(next_wrapped)),
        (SlotId::AmSend, SlotFn::Send(send_wrapped_slot)),
    ],
    methods: &[
        MethodSpec::method("send", "($self, object, /)", send_wrapped),
        MethodSpec::method("throw", "($self, type[, value[, traceback]], /)", throw_wrapped),
        MethodSpec::method("close", "($self, /)", close_wrapped),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
