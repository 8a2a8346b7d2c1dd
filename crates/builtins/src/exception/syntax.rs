//! `SyntaxError`: where in which text.

use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, CallArgs, Result, Runtime, Value};

use super::base;
use super::extra::{extra, set_field};

/// The attributes' numbers; the library's renderer of tracebacks knows them too.
const MESSAGE: usize = 0;
const FILE: usize = 1;
const LINE: usize = 2;
const OFFSET: usize = 3;
const TEXT: usize = 4;
const END_LINE: usize = 5;
const END_OFFSET: usize = 6;
const PRINT: usize = 7;

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    base::init(rt, own, args)?;
    let given = args.positionals();
    if let Some(message) = given.first() {
        set_field(rt, own, MESSAGE, Some(message.to_value()))?;
    }
    let [_, details] = given else { return Ok(()) };
    let details = match details.get::<TupleObject>(rt) {
        Some(tuple) => rt.gather(tuple.items().iter().cloned())?,
        None => rt.collect(*details)?,
    };
    if details.len() == 5 {
        return Err(rt.type_error("end_offset must be provided when end_lineno is provided"));
    }
    if details.len() != 4 && details.len() != 6 {
        return Err(rt.type_error(format!(
            "function takes {} arguments ({} given)",
            if details.len() < 4 { "at least 4" } else { "at most 6" },
            details.len()
        )));
    }
    for (index, value) in [FILE, LINE, OFFSET, TEXT, END_LINE, END_OFFSET].iter().zip(details) {
        set_field(rt, own, *index, Some(value))?;
    }
    Ok(())
}

/// `message (file, line 3)`
fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let part =
        |index: usize| -> Option<Value> { own.get::<ExceptionObject>(rt)?.extra(index).cloned() };
    let (message, file, line) = (part(MESSAGE), part(FILE), part(LINE));
    let message = match message {
        Some(message) => rt.to_str(&message)?.read(rt).as_str().into_owned(),
        None => "None".to_owned(),
    };
    let file = file.filter(|f| f.is_payload::<objmodel::objects::str::StrObject>()).map(|file| {
        let file = rt.text_of(file.as_ref()).into_owned();
        file.rsplit('/').next().unwrap_or_default().to_owned()
    });
    let line = line.and_then(|line| line.as_small_int());
    let text = match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    };
    rt.str(&text).map(|text| text.into_value())
}

/// The table of `SyntaxError`.
pub(crate) const SYNTAX_ERROR: ClassSpec = ClassSpec {
    name: "SyntaxError",
    doc: Some("Invalid syntax."),
    adds_fields: true,
    slots: &[(SlotId::TpInit, SlotFn::Init(init)), (SlotId::TpStr, SlotFn::Unary(str))],
    getset: &[
        extra::<MESSAGE>("msg").doc("exception msg"),
        extra::<FILE>("filename").doc("exception filename"),
        extra::<LINE>("lineno").doc("exception lineno"),
        extra::<OFFSET>("offset").doc("exception offset"),
        extra::<TEXT>("text").doc("exception text"),
        extra::<END_LINE>("end_lineno").doc("exception end lineno"),
        extra::<END_OFFSET>("end_offset").doc("exception end offset"),
        extra::<PRINT>("print_file_and_line").doc("exception print_file_and_line"),
    ],
    ..ClassSpec::DEFAULT
}
.checked();

/// A subclass that adds nothing.
const fn plain(name: &'static str, doc: &'static str) -> ClassSpec {
    const SLOTS: &[(SlotId, SlotFn)] = &[(SlotId::TpInit, SlotFn::Init(init))];
    ClassSpec { name, doc: Some(doc), slots: SLOTS, ..ClassSpec::DEFAULT }
}

/// The table of `IndentationError`.
pub(crate) const INDENTATION_ERROR: ClassSpec = plain("IndentationError", "Improper indentation.");
/// The table of `TabError`.
pub(crate) const TAB_ERROR: ClassSpec = plain("TabError", "Improper mixture of spaces and tabs.");
/// The table of `_IncompleteInputError`.
pub(crate) const INCOMPLETE_INPUT_ERROR: ClassSpec =
    plain("_IncompleteInputError", "incomplete input.");
