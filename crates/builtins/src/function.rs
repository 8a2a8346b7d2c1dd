//! `function`: functions whose body the host brings (data model, "User-defined functions").

use objmodel::objects::cell::CellObject;
use objmodel::objects::code::CodeObject;
use objmodel::objects::dict::DictObject;
use objmodel::objects::function::Function;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{GetSetSpec, TypeSpec};
use objmodel::{CallArgs, Ref, Result, Runtime, Value, singletons};

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

fn dict(rt: &mut Runtime, function: Ref<'_>) -> Result {
    match rt.instance_dict(function)? {
        Some(dict) => Ok(dict.into_value()),
        None => Err(rt.attribute_error("This object has no __dict__")),
    }
}

/// The table of `function`.
pub(crate) const FUNCTION: TypeSpec = TypeSpec {
    name: "function",
    subclassable: false,
    slots: &[
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
        GetSetSpec::read_only("__dict__", dict),
        GetSetSpec::writable("__name__", name, set_name),
        GetSetSpec::writable("__qualname__", qualname, set_qualname),
    ],
    ..TypeSpec::DEFAULT
};
