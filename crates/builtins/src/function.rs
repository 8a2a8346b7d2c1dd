//! `function`: functions whose body the host brings (data model, "User-defined functions").

use objmodel::objects::cell::CellObject;
use objmodel::objects::code::flags::{ASYNC_GENERATOR, COROUTINE, GENERATOR};
use objmodel::objects::code::{Code, CodeObject};
use objmodel::objects::dict::DictObject;
use objmodel::objects::function::{Function, FunctionField, FunctionFields, FunctionObject};
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Gc, Parameters, Payload, Result, Runtime, Type, singletons};

use crate::receiver::receiver;

fn this(rt: &Runtime, value: Borrowed<'_>) -> Result<Function> {
    receiver(rt, value, "function")
}

fn call<'a>(rt: &mut Runtime, function: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let function = this(rt, function)?;
    rt.call_function(&function, args)
}

/// Reading a function through an instance binds it.
fn get(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    owner: Option<Borrowed<'_>>,
) -> Result {
    let of_none = owner.is_some_and(|owner| owner.is(&rt.types().none));
    match instance.filter(|instance| !singletons::is_none(instance) || of_none) {
        Some(instance) => rt.method(function.to_value(), instance.to_value()),
        None => Ok(function.to_value()),
    }
}

/// A part of a function, `None` where it has none.
fn part(rt: &Runtime, function: Borrowed<'_>, part: FunctionField) -> Result {
    let function = this(rt, function)?;
    Ok(rt.function_field(&function, part).cloned().unwrap_or_else(singletons::none))
}

fn repr(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    let address = function.address().unwrap_or_default();
    let qualname = part(rt, function, FunctionField::QualName)?;
    let text = format!("<function {} at {address:#x}>", rt.text_of(qualname.as_ref()));
    rt.str(&text).map(|text| text.into_value())
}

fn name(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::Name)
}

fn qualname(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::QualName)
}

/// Gives a function a new name, which must be a string.
fn rename(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    attribute: &str,
    part: FunctionField,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let function = this(rt, function)?;
    match value.filter(|value| value.is_payload::<StrObject>()) {
        Some(text) => {
            rt.set_function_field(&function, part, Some(text.to_value()));
            Ok(())
        }
        None => Err(rt.type_error(format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(rt: &mut Runtime, function: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    rename(rt, function, "__name__", FunctionField::Name, value)
}

fn set_qualname(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    rename(rt, function, "__qualname__", FunctionField::QualName, value)
}

fn module(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::Module)
}

fn set_module(rt: &mut Runtime, function: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    rt.set_function_field(&function, FunctionField::Module, value.map(Borrowed::to_value));
    Ok(())
}

fn doc(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::Doc)
}

fn set_doc(rt: &mut Runtime, function: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    rt.set_function_field(&function, FunctionField::Doc, value.map(Borrowed::to_value));
    Ok(())
}

fn code(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    let function = this(rt, function)?;
    let function = rt.replacement(&function).unwrap_or(function);
    Ok(function.frozen().code.clone().into_value())
}

fn set_code(rt: &mut Runtime, function: Borrowed<'_>, value: Option<Borrowed<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let Some(code) = value.and_then(|value| value.typed::<CodeObject>()) else {
        return Err(rt.type_error("__code__ must be set to a code object"));
    };
    let free = code.frozen().freevars.read(rt).len();
    let closure = function.frozen().closure.as_ref().map_or(0, |cells| cells.read(rt).len());
    if free != closure {
        let name = part(rt, function.as_ref(), FunctionField::Name)?;
        return Err(rt.value_error(format!(
            "{}() requires a code object with {closure} free vars, not {free}",
            rt.text_of(name.as_ref())
        )));
    }
    let code = code.to_gc();
    let present = rt.replacement(&function).unwrap_or_else(|| function.clone());
    let kind = |code: &Code| code.frozen().flags & (GENERATOR | COROUTINE | ASYNC_GENERATOR);
    if kind(&code) != kind(&present.frozen().code) {
        let category = rt.types().deprecation_warning.clone();
        rt.warn(
            &category,
            "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a \
             plain function)",
        )?;
    }
    rt.set_function_code(&function, code)
}

fn globals(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    Ok(this(rt, function)?.frozen().globals.clone().into_value())
}

fn builtins(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    Ok(this(rt, function)?.frozen().builtins.clone().into_value())
}

fn closure(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    let closure = this(rt, function)?.frozen().closure.clone();
    Ok(closure.map_or_else(singletons::none, Gc::into_value))
}

fn defaults(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::Defaults)
}

/// Changes a part that is a `T` or is not there.
fn set_optional<T: Payload>(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    part: FunctionField,
    value: Option<Borrowed<'_>>,
    message: &str,
) -> Result<()> {
    let function = this(rt, function)?;
    let value = value.filter(|value| !singletons::is_none(value));
    if value.is_some_and(|value| !value.is_payload::<T>()) {
        return Err(rt.type_error(message));
    }
    rt.set_function_field(&function, part, value.map(Borrowed::to_value));
    Ok(())
}

fn set_defaults(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let message = "__defaults__ must be set to a tuple object";
    set_optional::<TupleObject>(rt, function, FunctionField::Defaults, value, message)
}

fn kwdefaults(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    part(rt, function, FunctionField::KeywordDefaults)
}

fn set_kwdefaults(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let message = "__kwdefaults__ must be set to a dict object";
    set_optional::<DictObject>(rt, function, FunctionField::KeywordDefaults, value, message)
}

/// `__annotations__`, made on first use.
fn annotations(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    let function = this(rt, function)?;
    if let Some(annotations) = rt.function_field(&function, FunctionField::Annotations) {
        return Ok(annotations.clone());
    }
    let made = rt.dict()?.into_value();
    rt.set_function_field(&function, FunctionField::Annotations, Some(made.clone()));
    Ok(made)
}

fn set_annotations(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let message = "__annotations__ must be set to a dict object";
    set_optional::<DictObject>(rt, function, FunctionField::Annotations, value, message)
}

fn type_params(rt: &mut Runtime, function: Borrowed<'_>) -> Result {
    let function = this(rt, function)?;
    match rt.function_field(&function, FunctionField::TypeParams) {
        Some(parameters) => Ok(parameters.clone()),
        None => rt.tuple([].into_iter()).map(|tuple| tuple.into_value()),
    }
}

fn set_type_params(
    rt: &mut Runtime,
    function: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let function = this(rt, function)?;
    let Some(parameters) = value.filter(|value| value.is_payload::<TupleObject>()) else {
        return Err(rt.type_error("__type_params__ must be set to a tuple"));
    };
    rt.set_function_field(&function, FunctionField::TypeParams, Some(parameters.to_value()));
    Ok(())
}

/// The parameters of the constructor.
const PARAMETERS: Parameters = Parameters::new(
    "function",
    "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
    2,
    6,
);

/// A function of parts.
fn new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
    let [code, globals, name, defaults, closure, kwdefaults] = PARAMETERS.bind(rt, args)?;
    let required = |rt: &Runtime, name: &str, class: &str, value: Option<Borrowed<'_>>| {
        let given = value.map_or("None", |value| rt.argument_name(value));
        rt.type_error(format!("function() argument '{name}' must be {class}, not {given}"))
    };
    let Some(code) = code.and_then(|code| code.typed::<CodeObject>()) else {
        return Err(required(rt, "code", "code", code));
    };
    let Some(globals) = globals.and_then(|globals| globals.typed::<DictObject>()) else {
        return Err(required(rt, "globals", "dict", globals));
    };
    let (code, globals) = (code.to_gc(), globals.to_gc());
    let name = optional_part::<StrObject>(rt, name, "3 (name)", "string")?;
    let defaults = optional_part::<TupleObject>(rt, defaults, "4 (defaults)", "tuple")?;
    let free = code.frozen().freevars.read(rt).len();
    if free > 0 && closure.is_none_or(|closure| !closure.is_payload::<TupleObject>()) {
        return Err(rt.type_error("arg 5 (closure) must be tuple"));
    }
    let closure = optional_part::<TupleObject>(rt, closure, "5 (closure)", "tuple")?;
    let kwdefaults = optional_part::<DictObject>(rt, kwdefaults, "6 (kwdefaults)", "dict")?;
    let cells = closure.as_ref().map_or(&[][..], |closure| closure.read(rt).items());
    if cells.len() != free {
        let name = code.frozen().name.read(rt).as_str();
        let given = cells.len();
        return Err(
            rt.value_error(format!("{name} requires closure of length {free}, not {given}"))
        );
    }
    if let Some(other) = cells.iter().find(|cell| !cell.is_payload::<CellObject>()) {
        let class = rt.type_name(other.as_ref());
        return Err(rt.type_error(format!("arg 5 (closure) expected cell, found {class}")));
    }
    let closure = closure.filter(|_| free > 0);
    let (module_name, builtins_name) = (rt.names().name.clone(), rt.names().builtins.clone());
    let builtins = rt.dict_get_name(&globals, &builtins_name);
    let builtins = builtins.and_then(|builtins| match builtins.get::<ModuleObject>(rt) {
        Some(module) => module.dict.clone(),
        None => builtins.downcast::<DictObject>().ok(),
    });
    let parts = FunctionFields {
        name: name.unwrap_or_else(|| code.frozen().name.clone()),
        qualname: code.frozen().qualname.clone(),
        module: rt.dict_get_name(&globals, &module_name).unwrap_or_else(singletons::none),
        doc: code.frozen().body.doc().cloned().unwrap_or_else(singletons::none),
        defaults,
        kwdefaults,
        annotations: None,
    };
    let builtins = builtins.unwrap_or_else(|| rt.current_builtins());
    let payload = FunctionObject::new(code, globals, builtins, closure);
    rt.new_function(payload, parts).map(Gc::into_value)
}

/// An argument that may be `None` or left out.
fn optional_part<T: Payload>(
    rt: &Runtime,
    value: Option<Borrowed<'_>>,
    place: &str,
    class: &str,
) -> Result<Option<Gc<T>>> {
    let Some(value) = value.filter(|value| !singletons::is_none(value)) else { return Ok(None) };
    match value.typed::<T>() {
        Some(part) => Ok(Some(part.to_gc())),
        None => Err(rt.type_error(format!("arg {place} must be None or {class}"))),
    }
}

/// The table of `function`.
pub(crate) const FUNCTION: ClassSpec = ClassSpec {
    name: "function",
    subclassable: false,
    doc: Some("Create a function from a code object and what else a function has."),
    text_signature: Some(
        "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
    ],
    getset: &[
        GetSetSpec::member("__closure__", closure),
        GetSetSpec::writable("__doc__", doc, set_doc),
        GetSetSpec::member("__globals__", globals),
        GetSetSpec::writable("__module__", module, set_module),
        GetSetSpec::member("__builtins__", builtins),
        GetSetSpec::writable("__code__", code, set_code),
        GetSetSpec::writable("__defaults__", defaults, set_defaults),
        GetSetSpec::writable("__kwdefaults__", kwdefaults, set_kwdefaults),
        GetSetSpec::writable("__annotations__", annotations, set_annotations),
        GetSetSpec::DICT,
        GetSetSpec::writable("__name__", name, set_name),
        GetSetSpec::writable("__qualname__", qualname, set_qualname),
        GetSetSpec::writable("__type_params__", type_params, set_type_params),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
