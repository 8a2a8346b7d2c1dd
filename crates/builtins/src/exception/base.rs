//! `BaseException`: arguments, chaining, notes.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::DictObject;
use objmodel::objects::exception::{Exception, ExceptionObject};
use objmodel::objects::list::ListObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::traceback::TracebackObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, Type, Value, singletons};

use crate::format::object;
use crate::receiver::receiver;

pub(super) fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Exception> {
    receiver(rt, value, "BaseException")
}

/// Keeps the positional arguments as `args`; keywords are `__init__`'s to refuse.
pub(super) fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let args = rt.tuple(args.positionals().iter().map(|argument| argument.to_value()))?;
    rt.alloc(class, ExceptionObject::new(args)).map(|exception| exception.into_value())
}

pub(super) fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    if args.has_keywords() {
        let name = rt.type_name(own);
        return Err(rt.type_error(format!("{name}() takes no keyword arguments")));
    }
    set_all_arguments(rt, own, args)
}

/// `self.args = args`.
pub(super) fn set_all_arguments(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    args: CallArgs<'_>,
) -> Result<()> {
    let exception = this(rt, own)?;
    // Mostly `__new__` has kept them already.
    let kept = exception.read(rt).args.frozen().items();
    if kept.len() == args.len() && kept.iter().zip(args.positionals()).all(|(a, b)| a.is(b)) {
        return Ok(());
    }
    let args = rt.tuple(args.positionals().iter().map(|argument| argument.to_value()))?;
    let old = std::mem::replace(&mut exception.write(rt).args, args);
    drop(old);
    Ok(())
}

/// The arguments of an exception.
pub(super) fn arguments(rt: &Runtime, own: Borrowed<'_>) -> Result<Vec<Value>> {
    Ok(this(rt, own)?.read(rt).args.read(rt).items().to_vec())
}

pub(super) fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let exception = this(rt, own)?;
    let arguments = arguments(rt, own)?;
    match &arguments[..] {
        [] => rt.str("").map(|text| text.into_value()),
        [only] => rt.to_str(only).map(|text| text.into_value()),
        _ => {
            let args = exception.read(rt).args.clone();
            rt.to_str(&args).map(|text| text.into_value())
        }
    }
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let exception = this(rt, own)?;
    out.append(rt, rt.type_name(own).as_bytes())?;
    let arguments = arguments(rt, own)?;
    match &arguments[..] {
        [only] => {
            out.append(rt, b"(")?;
            object::write_repr(rt, only.as_ref(), out)?;
            out.append(rt, b")")
        }
        _ => {
            let args = exception.read(rt).args.clone();
            rt.write_repr(args.as_ref(), out)
        }
    }
}

fn args(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(this(rt, own)?.read(rt).args.clone().into_value())
}

fn set_args(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let exception = this(rt, own)?;
    let Some(value) = value else { return Err(rt.type_error("args may not be deleted")) };
    let items = rt.collect(value)?;
    let args = rt.tuple(items.into_iter())?;
    let old = std::mem::replace(&mut exception.write(rt).args, args);
    drop(old);
    Ok(())
}

fn or_none(value: Option<Value>) -> Value {
    value.unwrap_or_else(singletons::none)
}

fn cause(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(or_none(this(rt, own)?.read(rt).cause.clone()))
}

fn context(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(or_none(this(rt, own)?.read(rt).context.clone()))
}

/// The new cause or context: an exception or `None`.
fn link(rt: &Runtime, what: &str, value: Option<Borrowed<'_>>) -> Result<Option<Value>> {
    let Some(value) = value else {
        return Err(rt.type_error(format!("__{what}__ may not be deleted")));
    };
    if singletons::is_none(&value) {
        return Ok(None);
    }
    if !value.is_payload::<ExceptionObject>() {
        return Err(
            rt.type_error(format!("exception {what} must be None or derive from BaseException"))
        );
    }
    Ok(Some(value.to_value()))
}

fn set_cause(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let (exception, cause) = (this(rt, own)?, link(rt, "cause", value)?);
    let payload = exception.write(rt);
    // Setting the cause hides the context (PEP 415).
    payload.suppress_context = true;
    let old = std::mem::replace(&mut payload.cause, cause);
    drop(old);
    Ok(())
}

fn set_context(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let (exception, context) = (this(rt, own)?, link(rt, "context", value)?);
    let old = std::mem::replace(&mut exception.write(rt).context, context);
    drop(old);
    Ok(())
}

fn suppress_context(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(singletons::bool(this(rt, own)?.read(rt).suppress_context))
}

fn set_suppress_context(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let exception = this(rt, own)?;
    if value.is_none() {
        return Err(rt.type_error("can't delete numeric/char attribute"));
    }
    match value.and_then(|value| singletons::as_bool(&value)) {
        Some(suppress) => {
            exception.write(rt).suppress_context = suppress;
            Ok(())
        }
        None => Err(rt.type_error("attribute value type must be bool")),
    }
}

fn traceback(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(or_none(this(rt, own)?.read(rt).traceback.clone().map(|traceback| traceback.into_value())))
}

fn set_traceback(rt: &mut Runtime, own: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let exception = this(rt, own)?;
    let Some(value) = value else {
        return Err(rt.type_error("__traceback__ may not be deleted"));
    };
    let traceback = match value.typed::<TracebackObject>() {
        Some(traceback) => Some(traceback.to_gc()),
        None if singletons::is_none(&value) => None,
        None => return Err(rt.type_error("__traceback__ must be a traceback or None")),
    };
    let old = std::mem::replace(&mut exception.write(rt).traceback, traceback);
    drop(old);
    Ok(())
}

fn with_traceback(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [own, traceback] = args.take();
    set_traceback(rt, own, Some(traceback))?;
    Ok(own.to_value())
}

fn add_note(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [own, note] = args.take();
    if !note.is_payload::<StrObject>() {
        let name = rt.type_name(note);
        return Err(rt.type_error(format!("note must be a str, not '{name}'")));
    }
    let name = rt.names().notes.clone();
    let notes = match rt.lookup_attr(own, &name)? {
        Some(notes) => notes,
        None => {
            let notes = rt.list(Vec::new())?.into_value();
            rt.setattr(own, &name, &notes)?;
            notes
        }
    };
    match notes.downcast::<ListObject>() {
        Ok(list) => {
            let note = note.to_value();
            rt.grow(&list, |list, meter| list.push(meter, note))?;
            Ok(singletons::none())
        }
        Err(_) => Err(rt.type_error("Cannot add note: __notes__ is not a list")),
    }
}

/// The class, its arguments, and the attributes if there are any.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let args = this(rt, own)?.read(rt).args.clone().into_value();
    let state = attributes(rt, own)?;
    reduced(rt, own, args, state)
}

/// The instance's dict, unless it is empty.
///
/// # Errors
/// `MemoryError`.
pub(super) fn attributes(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let dict = rt.instance_dict(own)?.filter(|dict| !dict.read(rt).is_empty());
    Ok(dict.map(|dict| dict.into_value()))
}

/// `(class, arguments, state)`, without a state if there is none.
///
/// # Errors
/// `MemoryError`.
pub(super) fn reduced(
    rt: &Runtime,
    own: Borrowed<'_>,
    args: Value,
    state: Option<Value>,
) -> Result {
    let class = Value::clone(&rt.type_of(own));
    match state {
        Some(state) => rt.tuple([class, args, state].into_iter()),
        None => rt.tuple([class, args].into_iter()),
    }
    .map(|reduced| reduced.into_value())
}

/// `__setstate__`: sets attributes from a dict.
fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [own, state] = args.take();
    if singletons::is_none(&state) {
        return Ok(singletons::none());
    }
    let Some(dict) = state.typed::<DictObject>() else {
        return Err(rt.type_error("state is not a dictionary"));
    };
    let entries: Vec<(Value, Value)> =
        dict.read(rt).iter().map(|e| (e.key.clone(), e.value.clone())).collect();
    for (key, value) in entries {
        let Some(name) = key.as_ref().typed::<StrObject>().map(|name| name.to_gc()) else {
            let class = rt.type_name(key.as_ref());
            return Err(rt.type_error(format!("attribute name must be string, not '{class}'")));
        };
        rt.setattr(own, &name, &value)?;
    }
    Ok(singletons::none())
}

/// The table of `BaseException`.
pub(crate) const BASE_EXCEPTION: ClassSpec = ClassSpec {
    name: "BaseException",
    doc: Some("Common base class for all exceptions"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpStr, SlotFn::Unary(str)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
    ],
    methods: &[
        MethodSpec::method("with_traceback", "($self, object, /)", with_traceback)
            .doc("Set self.__traceback__ to tb and return self."),
        MethodSpec::method("add_note", "($self, object, /)", add_note)
            .doc("Add a note to the exception"),
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("__setstate__", "($self, object, /)", set_state),
    ],
    getset: &[
        GetSetSpec::writable("args", args, set_args),
        GetSetSpec::writable("__cause__", cause, set_cause).doc("exception cause"),
        GetSetSpec::writable("__context__", context, set_context).doc("exception context"),
        GetSetSpec::writable("__traceback__", traceback, set_traceback),
        GetSetSpec {
            member: true,
            ..GetSetSpec::writable("__suppress_context__", suppress_context, set_suppress_context)
        },
        GetSetSpec::DICT,
    ],
    ..ClassSpec::DEFAULT
}
.checked();
