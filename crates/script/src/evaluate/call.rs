//! Calls: from a row of registers to an activation or to native code.

use objmodel::gc::ChargedVec;
use objmodel::objects::cell::CellObject;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::function::{Function, FunctionObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::{Borrowed, CallArgs, Raise, Result, Runtime, Value, host::Sent, singletons};
use objmodel_builtins::{Repeated, merge_mapping};
use smallvec::SmallVec;

use super::body::Body;
use super::implicit::{Implicit, Outcome};
use super::intrinsic::{self, Called};
use super::registers::{self, Registers, WINDOW};
use super::run::{self, Start};
use super::stack::{Stack, Then};
use crate::compile::{Instruction, METHOD};

/// Makes the call of an instruction without keywords if that is `type(x)` or runs native code with the
/// arguments as they are, and empties the row.
#[inline(never)]
pub(super) fn native(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Called {
    match intrinsic::call(rt, registers, i) {
        Called::Other => match as_it_is(rt, registers, i) {
            Some(answer) => Called::Answer(answer),
            None => Called::Other,
        },
        called => called,
    }
}

/// Runs native code with the arguments as they are, and empties the row; `None` if there is more to do.
#[inline(always)]
fn as_it_is(rt: &mut Runtime, registers: &mut Registers, i: Instruction) -> Option<Result> {
    let first = usize::from(i.a());
    let row = registers.get_mut(first..first + 2 + usize::from(i.b()))?;
    let (callee, arguments) = row.split_first()?;
    let bound = i.imm() & METHOD == 0 || arguments.first().is_some_and(Option::is_none);
    let args = objmodel::gc::present(arguments.get(usize::from(bound)..)?)?;
    let callee = callee.as_ref()?.as_ref();
    let answer = match (rt.try_call_native(callee, args), args) {
        (Some(answer), _) => answer,
        (None, [value]) if callee.is(&rt.types().r#type) => Ok(Value::clone(&rt.type_of(*value))),
        (None, _) => return None,
    };
    registers::clear_all(row);
    Some(answer)
}

/// Makes a call that is neither one of a plain function nor for [`native`]; `names` are those of its
/// keywords, whose values come last. The row is emptied.
///
/// # Errors
/// What the call raises.
#[inline(never)]
pub(super) fn general(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    names: &[Value],
) -> Result<Outcome> {
    if i.imm() & METHOD == 0 {
        registers::clear(registers, i.a().wrapping_add(1));
    }
    let (own, next) = registers.split_at_mut(body.words.min(WINDOW));
    let first = usize::from(i.a());
    let row = own.get_mut(first..first + 2 + usize::from(i.b())).unwrap_or_default();
    let Some((Some(callee), arguments)) = row.split_first_mut() else {
        return Err(rt.system_error("a call without a function"));
    };
    let skip = usize::from(arguments.first().is_some_and(Option::is_none));
    let args = objmodel::gc::present(arguments.get(skip..).unwrap_or_default()).unwrap_or_default();
    let args = CallArgs::with_names(args, objmodel::gc::refs(names));
    let answer = match Implicit::bound(rt, next, callee.as_ref(), args, i.a(), i.c())? {
        Some(call) => {
            registers::clear_all(row);
            return Ok(Outcome::Enter(call));
        }
        None => rt.call_with(callee.as_ref(), args),
    };
    registers::clear_all(row);
    registers::deliver(registers, i.c(), answer?);
    Ok(Outcome::Done)
}

/// The call of a plain function with keywords that fit, its arguments moved to where its window begins
/// and the row emptied; `None`, and nothing moved, if it is another call. `names` are those of the
/// keywords, whose values come last.
#[inline(never)]
pub(super) fn named(
    rt: &Runtime,
    own: &Body,
    registers: &mut Registers,
    i: Instruction,
    names: &[Value],
) -> Option<Implicit> {
    let row = usize::from(i.a());
    let bound = i.imm() & METHOD != 0 && registers[usize::from(i.a().wrapping_add(1))].is_some();
    let function = registers[row].as_ref()?.downcast_ref::<FunctionObject>()?;
    let body = Body::of(&function.frozen().code)?;
    let (count, code) = (body.direct?, function.frozen().code.frozen());
    if function.frozen().has_replacement() || code.signature.counts().positional_only != 0 {
        return None;
    }
    let first = row + 2 - usize::from(bound);
    let positional = (usize::from(i.b()) + usize::from(bound)).checked_sub(names.len())?;
    // Where each keyword's value goes, and which parameters have one.
    let mut places = [0_u8; FEW_NAMES];
    let mut given: u64 = (1_u64 << positional.min(63)) - 1;
    if names.len() > FEW_NAMES || count > 63 || positional > count || own.words + count > WINDOW {
        return None;
    }
    for (name, place) in names.iter().zip(&mut places) {
        let index = code.parameters.get(..count)?.iter().position(|own| own.is(name))?;
        if given >> index & 1 != 0 {
            return None;
        }
        given |= 1 << index;
        *place = index as u8;
    }
    let defaults = rt.positional_defaults(function);
    let without = count.saturating_sub(defaults.len());
    let missing = ((1_u64 << count) - 1) & !given;
    if missing & ((1 << without) - 1) != 0 || missing != 0 && defaults.len() > count {
        return None;
    }
    let (body, function) = (body.clone(), function.clone());
    let defaults = rt.positional_defaults(&function);
    let (own, window) = registers.split_at_mut(own.words);
    let mut arguments = own.get_mut(first..).unwrap_or_default().iter_mut();
    for (place, argument) in window.iter_mut().zip(arguments.by_ref().take(positional)) {
        registers::fill(place, argument.take().unwrap_or_else(singletons::none));
    }
    for (place, argument) in places.iter().zip(arguments).take(names.len()) {
        if let Some(place) = window.get_mut(usize::from(*place)) {
            registers::fill(place, argument.take().unwrap_or_else(singletons::none));
        }
    }
    for index in (without..count).filter(|index| missing >> index & 1 != 0) {
        if let (Some(place), Some(default)) = (window.get_mut(index), defaults.get(index - without))
        {
            registers::fill(place, default.clone());
        }
    }
    let (then, row, destination) = (Then::Store, i.a(), i.c());
    registers::clear(registers, row);
    Some(Implicit { function, body, given: count, then, destination, row, made: None })
}

/// So many keywords at most are placed without a list.
const FEW_NAMES: usize = 8;

/// Gives an activation the cells that its function carries.
#[inline]
pub(super) fn enclose(
    rt: &Runtime,
    function: &Function,
    body: &Body,
    registers: &mut [Option<Value>],
) {
    let Some(closure) = &function.frozen().closure else { return };
    let first = usize::from(body.unit.first_free);
    if body.unit.closure_is_far {
        if let Some(register) = registers.get_mut(first) {
            *register = Some(closure.clone().into_value());
        }
        return;
    }
    let cells = closure.read(rt).items();
    for (register, cell) in registers.iter_mut().skip(first).zip(cells) {
        *register = Some(cell.clone());
    }
}

/// Runs a function's body to its end, with registers that are already filled.
#[inline(always)]
pub(super) fn activate(
    rt: &mut Runtime,
    function: &Function,
    body: &Body,
    namespace: Option<&Value>,
    stack: &mut Stack,
) -> Result {
    rt.enter_call(function.clone(), namespace)?;
    let start = Start::beginning(body.clone());
    let outcome = rt.in_entered_call(|rt| run::execute(rt, stack, start));
    rt.leave_call();
    match outcome? {
        Sent::Returned(value) | Sent::Yielded(value) => Ok(value),
    }
}

/// Calls a function object's body with a namespace of its own: a class body.
///
/// # Errors
/// `TypeError` if it is no function of this host, or has parameters; what the body raises.
pub(super) fn call_in_namespace(rt: &mut Runtime, function: &Function, namespace: Value) -> Result {
    run_body(rt, function, Some(&namespace))
}

/// Runs a function's body without arguments: in a namespace, or as a call that fills no parameter.
///
/// # Errors
/// `TypeError` if it is no function of this host; what the body raises.
pub(super) fn run_body(rt: &mut Runtime, function: &Function, namespace: Option<&Value>) -> Result {
    let Some(body) = Body::of(&function.frozen().code) else {
        return Err(rt.type_error("__build_class__: func must be a function"));
    };
    let mut stack = body.pool.take(rt)?;
    registers::clear_all(stack.registers.get_mut(..body.lasting).unwrap_or_default());
    enclose(rt, function, body, &mut stack.registers);
    let outcome = activate(rt, function, body, namespace, &mut stack);
    if outcome.is_err() {
        stack.abandon(body.words);
    }
    body.pool.put(rt, stack);
    outcome
}

/// `f(*sequence, **mapping)`.
///
/// # Errors
/// What the call raises.
#[inline(never)]
pub(super) fn unpacked(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Outcome> {
    let callee = registers::take(registers, i.a());
    let sequence = registers::take(registers, i.a().wrapping_add(2));
    let mapping = registers[usize::from(i.a().wrapping_add(3))].take();
    let (callee, sequence) = (callee.as_ref(), sequence.as_ref());
    let mapping = mapping.as_ref().map(Value::as_ref);
    if let Some(tuple) = sequence.typed::<TupleObject>()
        && mapping.is_none()
        && rt.type_of(sequence).is(&rt.types().tuple)
    {
        let items = tuple.borrow_frozen().items();
        rt.tick(items.len())?;
        let args = CallArgs::positional(objmodel::gc::refs(items));
        return answer(rt, body, registers, i, callee, args);
    }
    let collected: ChargedVec<Value>;
    let items = match sequence.typed::<TupleObject>() {
        Some(tuple) if rt.type_of(sequence).is(&rt.types().tuple) => tuple.borrow_frozen().items(),
        _ => {
            collected = argument_items(rt, callee, sequence)?;
            &collected
        }
    };
    let mut names: SmallVec<[Value; 8]> = SmallVec::new();
    let mut values: SmallVec<[Value; 8]> = SmallVec::new();
    if let Some(mapping) = mapping {
        let keywords = match mapping.typed::<DictObject>() {
            Some(dict) if rt.type_of(mapping).is(&rt.types().dict) => dict.to_gc(),
            _ => {
                let keywords = rt.dict()?;
                merge_keywords(rt, &keywords, mapping, callee)?;
                keywords
            }
        };
        for entry in keywords.read(rt).iter() {
            names.push(entry.key.clone());
            values.push(entry.value.clone());
        }
    }
    if let Some(bad) = names.iter().find(|name| !name.is_payload::<StrObject>()) {
        let _ = bad;
        return Err(rt.type_error("keywords must be strings"));
    }
    let count = items.len() + values.len();
    rt.tick(count)?;
    let names = objmodel::gc::refs(&names);
    let mut call = |rt: &mut Runtime| {
        let all: SmallVec<[Borrowed<'_>; 8]> =
            items.iter().chain(&values).map(Value::as_ref).collect();
        answer(rt, body, registers, i, callee, CallArgs::with_names(&all, names))
    };
    if count <= 16 {
        return call(rt);
    }
    // The items, what is made of them here, and the names.
    rt.while_charged((2 * count + names.len()) * size_of::<Value>(), call)
}

/// Calls, or has a scripted function entered.
fn answer(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    callee: Borrowed<'_>,
    args: CallArgs<'_>,
) -> Result<Outcome> {
    let next = registers.get_mut(body.words..).unwrap_or_default();
    if let Some(call) = Implicit::bound(rt, next, callee, args, i.a(), i.c())? {
        return Ok(Outcome::Enter(call));
    }
    let answer = rt.call_with(callee, args)?;
    registers::deliver(registers, i.c(), answer);
    Ok(Outcome::Done)
}

/// The items of a starred argument that is no exact tuple.
fn argument_items(
    rt: &mut Runtime,
    callee: Borrowed<'_>,
    sequence: Borrowed<'_>,
) -> Result<ChargedVec<Value>> {
    let iterable = rt.has_slot(sequence, SlotId::TpIter) || rt.is_sequence(sequence);
    if !iterable {
        let function = callee_name(rt, callee)?;
        let class = rt.type_name(sequence).to_owned();
        return Err(
            rt.type_error(format!("{function} argument after * must be an iterable, not {class}"))
        );
    }
    rt.collect(sequence)
}

/// Adds the items of a mapping after `**` to the keyword arguments of a call.
pub(super) fn merge_keywords(
    rt: &mut Runtime,
    keywords: &Dict,
    mapping: Borrowed<'_>,
    callee: Borrowed<'_>,
) -> Result<()> {
    let Err(raise) = merge_mapping(rt, keywords, mapping, Repeated::Refused) else {
        return Ok(());
    };
    if rt.is_exception_of(&raise, &rt.types().attribute_error) {
        let function = callee_name(rt, callee)?;
        let class = rt.type_name(mapping);
        return Err(
            rt.type_error(format!("{function} argument after ** must be a mapping, not {class}"))
        );
    }
    if rt.is_exception_of(&raise, &rt.types().key_error) {
        return Err(duplicate_keyword(rt, raise, callee)?);
    }
    Err(raise)
}

/// What a `KeyError` while keyword arguments are merged is taken for, whoever raised it.
fn duplicate_keyword(rt: &mut Runtime, raise: Raise, callee: Borrowed<'_>) -> Result<Raise> {
    let key = match raise.as_exception().and_then(|e| e.get::<ExceptionObject>(rt)) {
        Some(exception) => match exception.args.read(rt).items() {
            [key] => key.clone(),
            _ => return Ok(raise),
        },
        None => return Ok(raise),
    };
    let function = callee_name(rt, callee)?;
    let key = rt.to_str(&key)?;
    let key = key.read(rt).as_str().into_owned();
    Ok(rt.type_error(format!("{function} got multiple values for keyword argument '{key}'")))
}

/// How messages about a call speak of what is called: `module.qualname()`.
fn callee_name(rt: &mut Runtime, callee: Borrowed<'_>) -> Result<String> {
    let (qualname, module) = (rt.names().qualname.clone(), rt.names().module.clone());
    let Some(qualname) = rt.lookup_attr(callee, &qualname)? else {
        let text = rt.to_str(callee)?;
        return Ok(rt.text_of(text.as_ref()).into_owned());
    };
    let qualname = rt.text_of(qualname.as_ref()).into_owned();
    let module = rt.lookup_attr(callee, &module)?;
    match module {
        Some(module) if module.is_payload::<StrObject>() => {
            let module = rt.text_of(module.as_ref()).into_owned();
            if module == "builtins" {
                return Ok(format!("{qualname}()"));
            }
            Ok(format!("{module}.{qualname}()"))
        }
        _ => Ok(format!("{qualname}()")),
    }
}

/// The class in the cell `__class__` of a method.
pub(super) fn class_of_cell(rt: &Runtime, cell: Option<Borrowed<'_>>) -> Option<Value> {
    cell?.get::<CellObject>(rt)?.contents.clone()
}

/// `super()` in a method: the class in its cell, and the first parameter.
pub(super) fn call_super(
    rt: &mut Runtime,
    callee: Borrowed<'_>,
    class: Option<Borrowed<'_>>,
    first: Option<Option<Value>>,
) -> Result {
    if !callee.is(&rt.types().super_) {
        return rt.call(callee, ());
    }
    let Some(first) = first else { return Err(rt.runtime_error("super(): no arguments")) };
    let Some(class) = class else {
        return Err(rt.runtime_error("super(): __class__ cell not found"));
    };
    let Some(first) = first else { return Err(rt.runtime_error("super(): arg[0] deleted")) };
    let held = class.get::<CellObject>(rt).and_then(|cell| cell.contents.clone());
    match held {
        Some(class) => rt.call(callee, [class.as_ref(), first.as_ref()]),
        None => Err(rt.runtime_error("super(): empty __class__ cell")),
    }
}

/// The positional arguments and keywords of a raw native call, owned.
pub(super) fn owned(
    rt: &mut Runtime,
    args: CallArgs<'_>,
) -> Result<(Tuple, Vec<(objmodel::objects::str::Str, Value)>)> {
    let positional = rt.tuple(args.positionals().iter().map(|value| value.to_value()))?;
    let mut keywords = Vec::new();
    for (name, value) in args.keywords() {
        if let Ok(name) = name.to_value().downcast::<StrObject>() {
            keywords.push((name, value.to_value()));
        }
    }
    Ok((positional, keywords))
}

/// Marks a raise that must not be caught here.
pub(super) fn is_halt(raise: &Raise) -> bool {
    raise.halt().is_some()
}
