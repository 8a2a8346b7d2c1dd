//! `traceback`, written in Python over what the runtime knows of places, and that part, `_traceback`.

use objmodel::host::Position;
use objmodel::objects::code::CodeObject;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Gc, Result, Runtime, Value, singletons};

use crate::module::ModuleSpec;

/// A line of source, without its end; `None` where there is none.
fn source_line(rt: &mut Runtime, args: Args<'_>) -> Result {
    let file = rt.text_of(args.at(0)).into_owned();
    let Ok(line) = u32::try_from(rt.index_clamped(args.at(1))?) else {
        return Ok(singletons::none());
    };
    rt.tick(1)?;
    match rt.host().source_line(&file, line) {
        Some(line) => rt.str(&line).map(Gc::into_value),
        None => Ok(singletons::none()),
    }
}

/// Where an instruction of a code object stands, as `co_positions` has it.
fn position(rt: &mut Runtime, args: Args<'_>) -> Result {
    let instruction = rt.index_clamped(args.at(1))?;
    let position = match (args.at(0).typed::<CodeObject>(), u32::try_from(instruction)) {
        (Some(code), Ok(instruction)) => code.to_gc().frozen().body.position(instruction),
        _ => None,
    };
    let items = match position {
        Some(Position { line, end_line, column, end_column }) => {
            [line, end_line, column, end_column].map(|number| rt.int(number.into()))
        }
        None => [(); 4].map(|()| Ok(singletons::none())),
    };
    let items: Vec<Value> = items.into_iter().collect::<Result<_>>()?;
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

/// Bytes of source that are underlined at most; nobody charges them.
const MOST: usize = 1 << 20;

/// Lines of source with carets under what was being evaluated: the lines, how many there should be,
/// the first column in the first and the end in the last.
fn underline(rt: &mut Runtime, args: Args<'_>) -> Result {
    let items = rt.collect(args.at(0))?;
    let (mut lines, mut left) = (Vec::new(), MOST);
    for item in items.iter() {
        let Some(line) = item.get::<StrObject>(rt) else {
            return Err(rt.type_error("lines must be strings"));
        };
        let size = line.as_bytes().len() + 1;
        rt.tick(1 + size / 16)?;
        let Some(rest) = left.checked_sub(size) else {
            return Err(rt.value_error("the lines are too long"));
        };
        left = rest;
        lines.push(rt.text_of(item.as_ref()).into_owned());
    }
    let mut number = |index| -> Result<u32> {
        Ok(u32::try_from(rt.index_clamped(args.at(index))?).unwrap_or(0))
    };
    let (count, column, end_column) = (number(1)?, number(2)?, number(3)?);
    let text = rt.underline(&lines, Position { line: 1, end_line: count, column, end_column });
    rt.str(&text).map(Gc::into_value)
}

/// What is appended to the message of an exception where a name is like the one that is missing.
fn suggestion(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = rt.suggestion(args.at(0), Some(args.at(1)))?;
    rt.str(&text).map(Gc::into_value)
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("source_line", "($module, filename, lineno, /)", source_line),
    MethodSpec::function("position", "($module, code, instruction, /)", position),
    MethodSpec::function("underline", "($module, lines, count, column, end_column, /)", underline),
    MethodSpec::function("suggestion", "($module, exception, traceback, /)", suggestion),
];

/// `_traceback`.
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_traceback").functions(FUNCTIONS);

/// `traceback`.
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("traceback").python(include_str!("traceback.py"));
