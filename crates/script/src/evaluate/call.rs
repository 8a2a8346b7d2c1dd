//! Calls: from a row of registers to an activation or to native code.

use objmodel::gc::ChargedVec;
use objmodel::objects::cell::CellObject;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::function::Function;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::{Borrowed, CallArgs, Raise, Result, Runtime, Value, host::Sent};
use objmodel_builtins::{Repeated, merge_mapping};
use smallvec::SmallVec;

use super::body::Body;
use super::registers::{self, Registers};
use super::run::{self, Start};
use super::stack::Stack;

/// Calls what is in `registers[base]` by the library's protocol: its receiver, if there is one, is
/// in the next register, and `count` arguments follow. The row is emptied.
#[inline]
pub(super) fn call(
    rt: &mut Runtime,
    registers: &mut Registers,
    base: u8,
    count: u8,
    names: &[Value],
) -> Result {
    let row = registers::row_mut(registers, base, 2 + usize::from(count));
    let Some((callee, row)) = row.split_first_mut() else {
        return Err(rt.system_error("a call's row lies outside the registers"));
    };
    let skip = usize::from(row.first().is_some_and(Option::is_none));
    let args = row.get(skip..).unwrap_or_default();
    let answer = match callee {
        None => Err(rt.system_error("a call without a function")),
        Some(callee) => {
            let args = objmodel::gc::present(args).unwrap_or_default();
            let args = CallArgs::with_names(args, objmodel::gc::refs(names));
            rt.call_with(callee.as_ref(), args)
        }
    };
    *callee = None;
    registers::clear_all(row);
    answer
}

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
pub(super) fn call_unpacked(
    rt: &mut Runtime,
    callee: Borrowed<'_>,
    sequence: Borrowed<'_>,
    mapping: Option<Borrowed<'_>>,
) -> Result {
    let items = argument_items(rt, callee, sequence)?;
    let mut names: Vec<Value> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
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
    let call = |rt: &mut Runtime| {
        let all: SmallVec<[Borrowed<'_>; 8]> =
            items.iter().chain(&values).map(Value::as_ref).collect();
        rt.call_with(callee, CallArgs::with_names(&all, objmodel::gc::refs(&names)))
    };
    if count <= 16 {
        return call(rt);
    }
    // The items, what is made of them here, and the names.
    rt.while_charged((2 * count + names.len()) * size_of::<Value>(), call)
}

/// The items of a starred argument.
fn argument_items(
    rt: &mut Runtime,
    callee: Borrowed<'_>,
    sequence: Borrowed<'_>,
) -> Result<Vec<Value>> {
    if let Some(tuple) = sequence.typed::<TupleObject>()
        && rt.type_of(sequence).is(&rt.types().tuple)
    {
        return Ok(tuple.read(rt).items().to_vec());
    }
    let iterable = rt.has_slot(sequence, SlotId::TpIter) || rt.is_sequence(sequence);
    if !iterable {
        let function = callee_name(rt, callee)?;
        let class = rt.type_name(sequence).to_owned();
        return Err(
            rt.type_error(format!("{function} argument after * must be an iterable, not {class}"))
        );
    }
    rt.collect(sequence).map(ChargedVec::into_vec)
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

/// `super()` in a method: the class in its cell, and the first parameter.
pub(super) fn call_super(
    rt: &mut Runtime,
    callee: Borrowed<'_>,
    class: Option<Borrowed<'_>>,
    first: Option<Option<Value>>,
) -> Result {
    if !callee.is(&rt.types().super_) {
        return rt.call(callee, []);
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
