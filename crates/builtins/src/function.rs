//! `function`: functions whose body the host brings (data model, "User-defined functions").

use objmodel::objects::cell::CellObject;
use objmodel::objects::code::CodeObject;
use objmodel::objects::dict::DictObject;
use objmodel::objects::function::{Function, FunctionObject};
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{GetSetSpec, TypeSpec};
use objmodel::{CallArgs, Gc, Parameters, Payload, Ref, Result, Runtime, Type, Value, singletons};

use crate::receiver::receiver;

fn this(rt: &Runtime, value: Ref<'_>) -> Result<Function> {
    receiver(rt, value, "function")
}

fn call<'a>(rt: &mut Runtime, function: Ref<'a>, args: CallArgs<'a>) -> Result {
    let function = this(rt, function)?;
    rt.call_function(&function, args)
}

/// Reading a function through an instance binds it.
fn get(
    rt: &mut Runtime,
    function: Ref<'_>,
    instance: Option<Ref<'_>>,
    owner: Option<Ref<'_>>,
) -> Result {
    let of_none = owner.is_some_and(|owner| owner.is(&rt.types().none));
    match instance.filter(|instance| !singletons::is_none(instance) || of_none) {
        Some(instance) => rt.method(function.to_value(), instance.to_value()),
        None => Ok(function.to_value()),
    }
}

fn repr(rt: &mut Runtime, function: Ref<'_>) -> Result {
    let qualname = this(rt, function)?.read(rt).qualname.clone();
    let text = format!(
        "<function {} at {:#x}>",
        qualname.read(rt).as_str(),
        function.address().unwrap_or_default()
    );
    rt.str(&text).map(|text| text.into_value())
}

fn optional(value: Option<impl Into<Option<Value>>>) -> Value {
    value.and_then(Into::into).unwrap_or_else(singletons::none)
}

fn name(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).name.clone().into_value())
}

fn qualname(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).qualname.clone().into_value())
}

/// A new name, which must be a string.
fn text(rt: &Runtime, attribute: &str, value: Option<Ref<'_>>) -> Result<objmodel::Gc<StrObject>> {
    match value.and_then(|value| value.typed::<StrObject>()) {
        Some(text) => Ok(text.to_gc()),
        None => Err(rt.type_error(format!("{attribute} must be set to a string object"))),
    }
}

fn set_name(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let (function, name) = (this(rt, function)?, text(rt, "__name__", value)?);
    let old = std::mem::replace(&mut function.write(rt).name, name);
    drop(old);
    Ok(())
}

fn set_qualname(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let (function, name) = (this(rt, function)?, text(rt, "__qualname__", value)?);
    let old = std::mem::replace(&mut function.write(rt).qualname, name);
    drop(old);
    Ok(())
}

fn module(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).module.clone())
}

fn set_module(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let (function, value) = (this(rt, function)?, optional(value.map(Ref::to_value)));
    let old = std::mem::replace(&mut function.write(rt).module, value);
    drop(old);
    Ok(())
}

fn doc(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).doc.clone())
}

fn set_doc(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let (function, value) = (this(rt, function)?, optional(value.map(Ref::to_value)));
    let old = std::mem::replace(&mut function.write(rt).doc, value);
    drop(old);
    Ok(())
}

fn code(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).code.clone().into_value())
}

fn set_code(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let Some(code) = value.and_then(|value| value.typed::<CodeObject>()) else {
        return Err(rt.type_error("__code__ must be set to a code object"));
    };
    let code = code.to_gc();
    let free = code.frozen().freevars.read(rt).len();
    let closure = function.read(rt).closure.len();
    if free != closure {
        let name = function.read(rt).name.read(rt).as_str().into_owned();
        return Err(rt.value_error(format!(
            "{name}() requires a code object with {closure} free vars, not {free}"
        )));
    }
    let old = std::mem::replace(&mut function.write(rt).code, code);
    drop(old);
    Ok(())
}

fn globals(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).globals.clone().into_value())
}

fn builtins(rt: &mut Runtime, function: Ref<'_>) -> Result {
    Ok(this(rt, function)?.read(rt).builtins.clone().into_value())
}

fn closure(rt: &mut Runtime, function: Ref<'_>) -> Result {
    let function = this(rt, function)?;
    let cells = &function.read(rt).closure;
    if cells.is_empty() {
        return Ok(singletons::none());
    }
    let cells: Vec<objmodel::Gc<CellObject>> = cells.to_vec();
    rt.tuple(cells.into_iter().map(|cell| cell.into_value())).map(|tuple| tuple.into_value())
}

fn defaults(rt: &mut Runtime, function: Ref<'_>) -> Result {
    let defaults = this(rt, function)?.read(rt).defaults.clone();
    Ok(optional(defaults.map(|tuple| tuple.into_value())))
}

fn set_defaults(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let defaults = match value.filter(|value| !singletons::is_none(value)) {
        None => None,
        Some(value) => match value.typed::<TupleObject>() {
            Some(tuple) => Some(tuple.to_gc()),
            None => return Err(rt.type_error("__defaults__ must be set to a tuple object")),
        },
    };
    let old = std::mem::replace(&mut function.write(rt).defaults, defaults);
    drop(old);
    Ok(())
}

fn kwdefaults(rt: &mut Runtime, function: Ref<'_>) -> Result {
    let defaults = this(rt, function)?.read(rt).kwdefaults.clone();
    Ok(optional(defaults.map(|dict| dict.into_value())))
}

fn set_kwdefaults(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let defaults = match value.filter(|value| !singletons::is_none(value)) {
        None => None,
        Some(value) => match value.typed::<DictObject>() {
            Some(dict) => Some(dict.to_gc()),
            None => return Err(rt.type_error("__kwdefaults__ must be set to a dict object")),
        },
    };
    let old = std::mem::replace(&mut function.write(rt).kwdefaults, defaults);
    drop(old);
    Ok(())
}

/// `__annotations__`, made on first use.
fn annotations(rt: &mut Runtime, function: Ref<'_>) -> Result {
    let function = this(rt, function)?;
    if let Some(annotations) = function.read(rt).annotations.clone() {
        return Ok(annotations);
    }
    let made = rt.dict()?.into_value();
    function.write(rt).annotations = Some(made.clone());
    Ok(made)
}

fn set_annotations(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let value = value.filter(|value| !singletons::is_none(value)).map(Ref::to_value);
    if value.as_ref().is_some_and(|value| !value.is_payload::<DictObject>()) {
        return Err(rt.type_error("__annotations__ must be set to a dict object"));
    }
    let old = std::mem::replace(&mut function.write(rt).annotations, value);
    drop(old);
    Ok(())
}

fn type_params(rt: &mut Runtime, function: Ref<'_>) -> Result {
    match this(rt, function)?.read(rt).type_params.clone() {
        Some(parameters) => Ok(parameters.into_value()),
        None => rt.tuple([].into_iter()).map(|tuple| tuple.into_value()),
    }
}

fn set_type_params(rt: &mut Runtime, function: Ref<'_>, value: Option<Ref<'_>>) -> Result<()> {
    let function = this(rt, function)?;
    let Some(parameters) = value.and_then(|value| value.typed::<TupleObject>()) else {
        return Err(rt.type_error("__type_params__ must be set to a tuple"));
    };
    let old = function.write(rt).type_params.replace(parameters.to_gc());
    drop(old);
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
fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [code, globals, name, defaults, closure, kwdefaults] = PARAMETERS.bind(rt, args)?;
    let required = |rt: &Runtime, name: &str, class: &str, value: Option<Ref<'_>>| {
        let given = value.map_or("NoneType", |value| rt.type_name(value));
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
    let cells = closure.map_or_else(Vec::new, |closure| closure.read(rt).items().to_vec());
    if cells.len() != free {
        let name = code.frozen().name.read(rt).as_str().into_owned();
        let given = cells.len();
        return Err(
            rt.value_error(format!("{name} requires closure of length {free}, not {given}"))
        );
    }
    let mut closure = Vec::with_capacity(cells.len());
    for cell in cells {
        match cell.downcast::<CellObject>() {
            Ok(cell) => closure.push(cell),
            Err(other) => {
                let class = rt.type_name(other.as_ref());
                return Err(rt.type_error(format!("arg 5 (closure) expected cell, found {class}")));
            }
        }
    }
    rt.charge(closure.len() * size_of::<objmodel::objects::cell::Cell>())?;
    let (module_name, builtins_name) = (rt.names().name.clone(), rt.names().builtins.clone());
    let builtins = rt.dict_get_name(&globals, &builtins_name);
    let builtins = builtins.and_then(|builtins| match builtins.get::<ModuleObject>(rt) {
        Some(module) => module.dict.clone(),
        None => builtins.downcast::<DictObject>().ok(),
    });
    let payload = FunctionObject {
        builtins: builtins.unwrap_or_else(|| rt.builtins().clone()),
        name: name.unwrap_or_else(|| code.frozen().name.clone()),
        qualname: code.frozen().qualname.clone(),
        module: rt.dict_get_name(&globals, &module_name).unwrap_or_else(singletons::none),
        doc: code.frozen().body.doc().cloned().unwrap_or_else(singletons::none),
        defaults,
        kwdefaults,
        closure: closure.into(),
        annotations: None,
        type_params: None,
        code,
        globals,
    };
    rt.alloc(class, payload).map(|function| function.into_value())
}

/// An argument that may be `None` or left out.
fn optional_part<T: Payload>(
    rt: &Runtime,
    value: Option<Ref<'_>>,
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
pub(crate) const FUNCTION: TypeSpec = TypeSpec {
    name: "function",
    subclassable: false,
    doc: Some("A function made of a code object and of what else a function has."),
    text_signature: Some("(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)"),
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
    ..TypeSpec::DEFAULT
};
