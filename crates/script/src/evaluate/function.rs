//! `def` and `lambda`: making function objects.

use objmodel::objects::code::CodeObject;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::function::{Function, FunctionFields, FunctionObject};
use objmodel::objects::tuple::TupleObject;
use objmodel::{Gc, Result, Runtime, Value, singletons};

use super::body::Body;
use super::frame::Frame;
use super::registers::{self, Registers};

const DEFAULTS: u8 = 1;
const KEYWORD_DEFAULTS: u8 = 2;
const ANNOTATIONS: u8 = 4;
const CLOSURE: u8 = 8;

/// Makes a function of the code constant `index`; the registers from `first` on hold the parts
/// that `parts` names.
pub(super) fn make(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &mut Registers,
    first: u8,
    parts: u8,
    index: usize,
) -> Result {
    let mut next = first;
    let mut part = |flag: u8| {
        (parts & flag != 0).then(|| {
            let value = registers::take(registers, next);
            next = next.wrapping_add(1);
            value
        })
    };
    let defaults = part(DEFAULTS).and_then(|value| value.downcast::<TupleObject>().ok());
    let kwdefaults = part(KEYWORD_DEFAULTS).and_then(|value| value.downcast::<DictObject>().ok());
    let annotations = part(ANNOTATIONS);
    let closure = part(CLOSURE).and_then(|value| value.downcast::<TupleObject>().ok());
    let code = match body.constants.get(index).cloned().map(Value::downcast::<CodeObject>) {
        Some(Ok(code)) => code,
        _ => return Err(rt.system_error("a function without code")),
    };
    let doc = match Body::of(&code) {
        Some(body) => body.doc.clone(),
        None => singletons::none(),
    };
    let parts = FunctionFields {
        name: code.frozen().name.clone(),
        qualname: code.frozen().qualname.clone(),
        module: module_of(rt, &frame.globals),
        doc,
        defaults,
        kwdefaults,
        annotations,
    };
    rt.new_function(frame.inner(rt, code, closure), parts).map(Gc::into_value)
}

/// `__name__` of a namespace, which functions made in it take as `__module__`.
fn module_of(rt: &Runtime, globals: &Dict) -> Value {
    rt.dict_get_name(globals, &rt.names().name).unwrap_or_else(singletons::none)
}

/// The function that runs a module: no parameters, the module's namespace.
pub(super) fn of_module(rt: &mut Runtime, code: Gc<CodeObject>, globals: Dict) -> Result<Function> {
    let builtins = rt.builtins().clone();
    let parts = parts_of_module(rt, &code, &globals);
    rt.new_function(FunctionObject::new(code, globals, builtins, None), parts)
}

/// What a function that runs code by itself shows.
pub(super) fn parts_of_module(
    rt: &Runtime,
    code: &Gc<CodeObject>,
    globals: &Dict,
) -> FunctionFields {
    FunctionFields {
        name: code.frozen().name.clone(),
        qualname: code.frozen().qualname.clone(),
        module: module_of(rt, globals),
        doc: singletons::none(),
        defaults: None,
        kwdefaults: None,
        annotations: None,
    }
}
