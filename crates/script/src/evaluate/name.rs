//! Names that are not in registers: globals, class namespaces, cells, and who looks at them.

use objmodel::objects::cell::CellObject;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::function::FunctionObject;
use objmodel::objects::native::NativeObject;
use objmodel::objects::str::Str;
use objmodel::variables::{Place, Variable, variable_in};
use objmodel::{Borrowed, GlobalCache, Raise, Result, Runtime, Value};

use objmodel_builtins::{Repeated, merge_mapping};

use super::body::{Body, Site};
use super::frame::Frame;
use super::registers::{self, Registers, operand};
use crate::compile::{Instruction, TAKE_B};

/// What is wrong with an instruction that names no site of its code.
pub(super) const NO_SITE: &str = "no such site";

/// The namespace in which names are stored.
pub(super) fn namespace(frame: &Frame) -> Value {
    frame.namespace.as_ref().unwrap_or(&frame.globals).clone()
}

/// `del name` of a global.
pub(super) fn delete_global(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    index: usize,
) -> Result<()> {
    let Some(name) = body.names.get(index) else { return Ok(()) };
    match rt.dict_remove_name(&frame.globals, name) {
        Some(_) => Ok(()),
        None => Err(undefined(rt, name)),
    }
}

/// What a global site names, where that is not known to be where it was.
///
/// # Errors
/// `NameError`.
#[inline(never)]
pub(super) fn load_global(rt: &mut Runtime, site: &Site<GlobalCache>) -> Result {
    let Site { name, cache } = site;
    let Some(function) = rt.current_function().cloned() else {
        return Err(rt.system_error("a global without a function"));
    };
    let FunctionObject { globals, builtins, .. } = function.frozen();
    if !is_plain(rt, globals) || !is_plain(rt, builtins) {
        for namespace in [globals, builtins] {
            if let Some(value) = item(rt, &Value::clone(namespace), name)? {
                return Ok(value);
            }
        }
        return Err(undefined(rt, name));
    }
    match rt.load_global(globals, builtins, name, cache) {
        Some(value) => Ok(value),
        None => asked_global(rt, globals, builtins, name),
    }
}

/// A global or built-in name of which only keys know that are no plain strings, and are asked.
///
/// # Errors
/// `NameError`; what the keys raise.
#[cold]
fn asked_global(rt: &mut Runtime, globals: &Dict, builtins: &Dict, name: &Str) -> Result {
    for namespace in [globals, builtins] {
        if let Some(value) = rt.dict_get(namespace, name.as_ref())? {
            return Ok(value);
        }
    }
    Err(undefined(rt, name))
}

/// A name of a class body: its namespace, the globals, the built-ins.
pub(super) fn load_name(rt: &mut Runtime, frame: &Frame, body: &Body, site: usize) -> Result {
    let Some(Site { name, cache }) = body.globals.get(site) else {
        return Err(rt.system_error(NO_SITE));
    };
    if let Some(namespace) = &frame.namespace
        && let Some(value) = look_up(rt, namespace, name)?
    {
        return Ok(value);
    }
    if !is_plain(rt, &frame.builtins) {
        if let Some(value) = rt.dict_get_name(&frame.globals, name) {
            return Ok(value);
        }
        let builtins = Value::clone(&frame.builtins);
        return match item(rt, &builtins, name)? {
            Some(value) => Ok(value),
            None => Err(undefined(rt, name)),
        };
    }
    match rt.load_global(&frame.globals, &frame.builtins, name, cache) {
        Some(value) => Ok(value),
        None => asked_global(rt, &frame.globals, &frame.builtins, name),
    }
}

/// The globals, if names are stored there: the code is that of a module.
#[inline]
fn module_globals(rt: &Runtime) -> Option<&Dict> {
    let globals = rt.current_globals()?;
    match rt.shown_locals() {
        None => Some(globals),
        Some(namespace) if namespace.is(globals) => exact_dict(rt, namespace),
        Some(_) => None,
    }
}

/// A name at the level of a module; `None` if the code is not at that level.
///
/// # Errors
/// `NameError`.
#[inline(never)]
pub(super) fn load_at_level(
    rt: &mut Runtime,
    body: &Body,
    i: Instruction,
) -> Result<Option<Value>> {
    if module_globals(rt).is_none() {
        return Ok(None);
    }
    let Some(site) = body.globals.get(i.index()) else {
        return Err(rt.system_error(NO_SITE));
    };
    match rt.global_at_site(&site.cache) {
        Some(value) => Ok(Some(value)),
        None => load_global(rt, site).map(Some),
    }
}

/// Stores a global.
///
/// # Errors
/// `MemoryError`.
#[inline(never)]
pub(super) fn store_global(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<()> {
    let (Some(globals), Some(name)) = (rt.current_globals().cloned(), body.names.get(i.index()))
    else {
        return Err(rt.system_error("a global without a function"));
    };
    let value = match i.imm() & TAKE_B != 0 {
        true => registers::take(registers, i.b()),
        false => operand(registers, i.b()).to_value(),
    };
    rt.dict_set_name(&globals, name, value)
}

/// Stores a name at the level of a module; false if the code is not at that level.
///
/// # Errors
/// `MemoryError`.
#[inline(never)]
pub(super) fn store_at_level(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<bool> {
    let (Some(globals), Some(name)) = (module_globals(rt).cloned(), body.names.get(i.index()))
    else {
        return Ok(false);
    };
    let value = match i.imm() & TAKE_B != 0 {
        true => registers::take(registers, i.b()),
        false => operand(registers, i.b()).to_value(),
    };
    rt.dict_set_name(&globals, name, value)?;
    Ok(true)
}

/// A name in the scope of type parameters in a class body: the namespace of the class, which a cell
/// holds, the globals, the built-ins.
pub(super) fn load_class_dict_or_global(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    namespace: Borrowed<'_>,
    site: usize,
) -> Result {
    let Some(Site { name, cache }) = body.globals.get(site) else {
        return Err(rt.system_error(NO_SITE));
    };
    if let Some(value) = in_class_dict(rt, namespace, name)? {
        return Ok(value);
    }
    match rt.load_global(&frame.globals, &frame.builtins, name, cache) {
        Some(value) => Ok(value),
        None => Err(undefined(rt, name)),
    }
}

/// The same for a variable of the functions around.
pub(super) fn load_class_dict_or_cell(
    rt: &mut Runtime,
    body: &Body,
    namespace: Borrowed<'_>,
    cell: Borrowed<'_>,
    instruction: Instruction,
) -> Result {
    let index = instruction.index();
    let Some(name) = body.names.get(index) else {
        return Err(rt.system_error("no such name"));
    };
    if let Some(value) = in_class_dict(rt, namespace, name)? {
        return Ok(value);
    }
    match cell.get::<CellObject>(rt).and_then(|cell| cell.contents.clone()) {
        Some(value) => Ok(value),
        None => Err(unbound_cell(rt, body, instruction.c(), index)),
    }
}

/// What the class namespace in a cell has under a name.
fn in_class_dict(rt: &mut Runtime, cell: Borrowed<'_>, name: &Str) -> Result<Option<Value>> {
    match cell.get::<CellObject>(rt).and_then(|cell| cell.contents.clone()) {
        Some(namespace) => look_up(rt, &namespace, name),
        None => Ok(None),
    }
}

/// What a class body sees of a variable of the functions around it.
pub(super) fn load_name_or_cell(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    cell: Borrowed<'_>,
    instruction: Instruction,
) -> Result {
    let index = instruction.index();
    let Some(name) = body.names.get(index) else {
        return Err(rt.system_error("no such name"));
    };
    if let Some(namespace) = &frame.namespace
        && let Some(value) = look_up(rt, namespace, name)?
    {
        return Ok(value);
    }
    match cell.get::<CellObject>(rt).and_then(|cell| cell.contents.clone()) {
        Some(value) => Ok(value),
        None => Err(unbound_cell(rt, body, instruction.b(), index)),
    }
}

/// What the class namespace has under a name; it may be any mapping.
fn look_up(rt: &mut Runtime, namespace: &Value, name: &Str) -> Result<Option<Value>> {
    if let Some(dict) = exact_dict(rt, namespace) {
        return Ok(rt.dict_get_name(dict, name));
    }
    item(rt, namespace, name)
}

/// What a mapping of any class has under a name.
fn item(rt: &mut Runtime, namespace: &Value, name: &Str) -> Result<Option<Value>> {
    match rt.get_item(namespace, name) {
        Ok(value) => Ok(Some(value)),
        Err(raise) if rt.is_exception_of(&raise, &rt.types().key_error) => Ok(None),
        Err(raise) => Err(raise),
    }
}

/// Whether a dict is one by its class, whose items nobody else can tell of.
fn is_plain(rt: &Runtime, dict: &Dict) -> bool {
    rt.type_of(dict.as_ref()).is(&rt.types().dict)
}

fn exact_dict<'a>(rt: &Runtime, namespace: &'a Value) -> Option<&'a Dict> {
    if !rt.type_of(namespace.as_ref()).is(&rt.types().dict) {
        return None;
    }
    namespace.downcast_ref::<DictObject>()
}

pub(super) fn store_name(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    index: usize,
    value: Borrowed<'_>,
) -> Result<()> {
    let Some(name) = body.names.get(index) else { return Ok(()) };
    let Some(namespace) = &frame.namespace else {
        return rt.dict_set_name(&frame.globals, name, value.to_value());
    };
    match exact_dict(rt, namespace) {
        Some(dict) => rt.dict_set_name(dict, name, value.to_value()),
        None => rt.set_item(namespace, name, value),
    }
}

pub(super) fn delete_name(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    index: usize,
) -> Result<()> {
    let Some(name) = body.names.get(index) else { return Ok(()) };
    let namespace = namespace(frame);
    if let Some(dict) = exact_dict(rt, &namespace) {
        return match rt.dict_remove_name(dict, name) {
            Some(_) => Ok(()),
            None => Err(undefined(rt, name)),
        };
    }
    match rt.del_item(&namespace, name) {
        // Whatever the namespace says, there is no such name.
        Err(raise) if raise.halt().is_none() => Err(undefined(rt, name)),
        outcome => outcome,
    }
}

/// Makes sure that the namespace has `__annotations__`.
pub(super) fn setup_annotations(rt: &mut Runtime, frame: &Frame) -> Result<()> {
    let namespace = namespace(frame);
    let name = rt.names().annotations.clone();
    let there = match exact_dict(rt, &namespace) {
        Some(dict) => rt.dict_get_name(dict, &name).is_some(),
        None => match rt.get_item(&namespace, &name) {
            Ok(_) => true,
            Err(raise) if rt.is_exception_of(&raise, &rt.types().key_error) => false,
            Err(raise) => return Err(raise),
        },
    };
    if !there {
        let annotations = rt.dict()?;
        rt.set_item(&namespace, &name, &annotations)?;
    }
    Ok(())
}

/// The error for a global name that is nowhere.
#[cold]
pub(super) fn undefined(rt: &mut Runtime, name: &Str) -> Raise {
    let text = rt.text_of(name.as_ref()).into_owned();
    rt.name_error_for(&format!("name '{text}' is not defined"), name.as_ref())
}

/// The error for a local that has no value.
#[cold]
pub(super) fn unbound_local(rt: &Runtime, body: &Body, index: usize) -> Raise {
    let name = body.names.get(index).map(|name| rt.text_of(name.as_ref()).into_owned());
    rt.unbound_local_error(format!(
        "cannot access local variable '{}' where it is not associated with a value",
        name.unwrap_or_default()
    ))
}

/// The error for a cell that has no value: the function's own, or one of a function around it.
#[cold]
pub(super) fn unbound_cell(rt: &Runtime, body: &Body, register: u8, index: usize) -> Raise {
    let name = body.names.get(index).map(|name| rt.text_of(name.as_ref()));
    let free = match usize::from(register) < body.lasting {
        true => register >= body.unit.first_free && !body.unit.free_names.is_empty(),
        false => body.unit.free_names.iter().any(|free| name.as_deref() == Some(&**free)),
    };
    if !free {
        return unbound_local(rt, body, index);
    }
    let Some(name) = body.names.get(index) else { return rt.name_error("") };
    let message = format!(
        "cannot access free variable '{}' where it is not associated with a value in enclosing \
         scope",
        rt.text_of(name.as_ref())
    );
    rt.name_error_for(&message, name.as_ref())
}

/// The first parameter for `super()`: there may be none, and it may be deleted.
pub(super) fn first_parameter(
    rt: &Runtime,
    registers: &Registers,
    register: u8,
    in_cell: bool,
) -> Option<Option<Value>> {
    if register == u8::MAX {
        return None;
    }
    let held = registers.get(usize::from(register)).cloned().flatten();
    if !in_cell {
        return Some(held);
    }
    Some(held.and_then(|cell| cell.get::<CellObject>(rt)?.contents.clone()))
}

/// `locals()`, `globals()`, `vars()` or `dir()` without arguments, if the name still means that.
pub(super) fn call_namespace(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &Registers,
    callee: Borrowed<'_>,
) -> Result {
    let name = callee
        .get::<NativeObject>(rt)
        .filter(|native| native.bound.is_none())
        .map(|native| native.def.name().to_owned());
    match name.as_deref() {
        Some("globals") => Ok(Value::clone(&frame.globals)),
        Some("locals" | "vars") => locals(rt, frame, body, registers),
        Some("dir") => {
            let locals = locals(rt, frame, body, registers)?;
            let names = rt.names().keys.clone();
            let names = rt.call_method(&locals, &names, ())?;
            let names = rt.collect(&names)?;
            let list = rt.list_of(names)?;
            let sort = rt.intern("sort")?;
            rt.call_method(&list, &sort, ())?;
            Ok(list.into_value())
        }
        _ => rt.call(callee, ()),
    }
}

/// The local variables: the namespace itself, or a snapshot of a function's registers and cells.
pub(super) fn locals(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &Registers,
) -> Result {
    if !body.unit.traits.optimized {
        let in_comprehension = { body.variables.iter() }
            .filter(|variable| is_of_comprehension(body, variable.place))
            .any(|variable| variable_in(rt, registers, variable.place).is_some());
        if !in_comprehension {
            return Ok(namespace(frame));
        }
        let all = rt.dict()?;
        for Variable { name, place } in &body.variables {
            if is_of_comprehension(body, *place)
                && let Some(value) = variable_in(rt, registers, *place)
            {
                rt.dict_set_name(&all, name, value)?;
            }
        }
        return Ok(all.into_value());
    }
    function_locals(rt, body, registers)
}

/// Whether a variable of a module or class body, whose names are in a namespace, belongs to a
/// comprehension that runs in its frame: it is neither a free one nor a cell that the class has.
fn is_of_comprehension(body: &Body, place: Place) -> bool {
    let unit = &body.unit;
    match place {
        Place::Far(tuple, _) => tuple == u32::from(unit.far_register),
        Place::Own(number) => number < u32::from(unit.first_cell),
        Place::Cell(number) => {
            let name = unit.register_names.get(number as usize);
            number < u32::from(unit.first_free)
                && name.is_some_and(|name| !matches!(&**name, "__class__" | "__classdict__"))
        }
    }
}

/// Shows a function's local variables to code that is about to run in them.
#[cold]
pub(super) fn show_locals(rt: &mut Runtime, body: &Body, registers: &Registers) -> Result<()> {
    if !body.unit.traits.optimized {
        return Ok(());
    }
    let fresh = function_locals(rt, body, registers)?;
    rt.show_locals(fresh);
    Ok(())
}

/// The local variables of a function, and what else was written to its `f_locals`.
fn function_locals(rt: &mut Runtime, body: &Body, registers: &Registers) -> Result {
    let snapshot = snapshot(rt, body, registers)?;
    if let Some(extra) = rt.own_extra_variables()
        && let Some(all) = snapshot.downcast_ref::<DictObject>()
    {
        merge_mapping(rt, all, extra.as_ref(), Repeated::Replaces)?;
    }
    Ok(snapshot)
}

/// A dict of the local variables that have a value.
pub(super) fn snapshot(rt: &mut Runtime, body: &Body, registers: &[Option<Value>]) -> Result {
    let snapshot = rt.dict()?;
    for Variable { name, place } in &body.variables {
        if let Some(value) = variable_in(rt, registers, *place) {
            rt.dict_set_name(&snapshot, name, value)?;
        }
    }
    Ok(snapshot.into_value())
}

/// `a` becomes what cell `b` holds.
#[inline]
pub(super) fn load_cell(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<()> {
    let held = operand(registers, i.b()).get::<CellObject>(rt).and_then(|c| c.contents.clone());
    let Some(value) = held else { return Err(unbound_cell(rt, body, i.b(), i.index())) };
    registers::put(registers, i.a(), value);
    Ok(())
}

/// Cell `a` receives `b`.
pub(super) fn store_cell(rt: &mut Runtime, registers: &mut Registers, i: Instruction) {
    let value = operand(registers, i.b()).to_value();
    let old = match operand(registers, i.a()).get_mut::<CellObject>(rt) {
        Some(cell) => cell.contents.replace(value),
        None => None,
    };
    drop(old);
    registers::release(registers, i);
}

pub(super) fn delete_cell(
    rt: &mut Runtime,
    body: &Body,
    registers: &Registers,
    i: Instruction,
) -> Result<()> {
    let old = match operand(registers, i.b()).get_mut::<CellObject>(rt) {
        Some(cell) => cell.contents.take(),
        None => None,
    };
    match old {
        Some(_) => Ok(()),
        None => Err(unbound_cell(rt, body, i.b(), i.index())),
    }
}

/// The name with this number.
pub(super) fn name_at(rt: &Runtime, body: &Body, index: usize) -> Result<Str> {
    match body.names.get(index) {
        Some(name) => Ok(name.clone()),
        None => Err(rt.system_error("no such name")),
    }
}
