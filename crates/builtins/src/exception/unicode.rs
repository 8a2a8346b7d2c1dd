//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::number::IntRef;
use objmodel::objects::str::StrObject;
use objmodel::slots::{SlotId, SpecialId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec};
use objmodel::{Borrowed, CallArgs, Result, Runtime, Value};

use super::base;
use super::extra::{extra, set_field};

const ENCODING: usize = 0;
const OBJECT: usize = 1;
const START: usize = 2;
const END: usize = 3;
const REASON: usize = 4;

/// Keeps the arguments in the attributes from number `first` on.
fn keep<'a>(
    rt: &mut Runtime,
    own: Borrowed<'a>,
    args: CallArgs<'a>,
    class: &str,
    first: usize,
) -> Result<()> {
    base::init(rt, own, args)?;
    let wanted = REASON + 1 - first;
    if args.len() != wanted {
        return Err(rt.type_error(format!(
            "function takes exactly {wanted} arguments ({} given)",
            args.len()
        )));
    }
    for (offset, value) in args.positionals().iter().enumerate() {
        let mut copied = None;
        let index = first + offset;
        let right = match index {
            START | END => rt.has_index(*value),
            OBJECT if class == "UnicodeDecodeError" => {
                let bytes = value.is_payload::<BytesObject>();
                if !bytes {
                    copied = crate::buffer::copied(rt, *value, crate::buffer::SIMPLE)?;
                }
                bytes || copied.is_some()
            }
            _ => value.is_payload::<StrObject>(),
        };
        if !right {
            let of = rt.type_name(*value);
            return Err(rt.type_error(match index {
                START | END => format!("'{of}' object cannot be interpreted as an integer"),
                OBJECT if class == "UnicodeDecodeError" => {
                    format!("a bytes-like object is required, not '{of}'")
                }
                _ => {
                    let of = rt.argument_name(*value);
                    format!("argument {} must be str, not {of}", offset + 1)
                }
            }));
        }
        let value = match index {
            START | END => {
                let number = rt.index(*value)?;
                size_of_text(rt, number.as_ref())?
            }
            _ => match copied {
                Some(bytes) => rt.bytes(&bytes)?.into_value(),
                None => value.to_value(),
            },
        };
        set_field(rt, own, index, Some(value))?;
    }
    Ok(())
}

/// An integer that counts characters or bytes.
fn size_of_text(rt: &Runtime, value: Borrowed<'_>) -> Result {
    match rt.as_int(value).map(IntRef::to_i64) {
        Some(Some(number)) => rt.int(number),
        Some(None) => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
        None => Err(rt.type_error("an integer is required")),
    }
}

fn get_position<const INDEX: usize>(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match part(rt, own, INDEX) {
        Some(value) => Ok(value),
        None => rt.int(0),
    }
}

fn set_position<const INDEX: usize>(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let Some(value) = value else {
        return Err(rt.type_error("can't delete numeric/char attribute"));
    };
    let number = size_of_text(rt, value)?;
    set_field(rt, own, INDEX, Some(number))
}

/// `start` or `end`, a number whatever is assigned.
const fn position<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    let get_and_set = GetSetSpec::writable(name, get_position::<INDEX>, set_position::<INDEX>);
    GetSetSpec { member: true, ..get_and_set }
}

fn init_decode<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    keep(rt, own, args, "UnicodeDecodeError", ENCODING)
}

fn init_encode<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    keep(rt, own, args, "UnicodeEncodeError", ENCODING)
}

fn init_translate<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    keep(rt, own, args, "UnicodeTranslateError", OBJECT)
}

fn part(rt: &Runtime, own: Borrowed<'_>, index: usize) -> Option<Value> {
    own.get::<ExceptionObject>(rt)?.extra(index).cloned()
}

fn number(rt: &Runtime, own: Borrowed<'_>, index: usize) -> i64 {
    part(rt, own, index).and_then(|value| value.as_small_int()).unwrap_or(0)
}

fn text(rt: &mut Runtime, own: Borrowed<'_>, index: usize) -> Result<String> {
    match part(rt, own, index) {
        Some(value) => Ok(rt.to_str(&value)?.read(rt).as_str().into_owned()),
        None => Ok(String::new()),
    }
}

/// The code point that is wrong, as it is written in a string literal.
fn escaped(rt: &Runtime, own: Borrowed<'_>, start: i64) -> Option<String> {
    let object = part(rt, own, OBJECT)?;
    let point = object.get::<StrObject>(rt)?.code_point(usize::try_from(start).ok()?)?;
    Some(match point {
        0..=0xff => format!("\\x{point:02x}"),
        0x100..=0xffff => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    })
}

fn str_decode(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let Some(object) = part(rt, own, OBJECT) else { return base::str(rt, own) };
    let (start, end) = (number(rt, own, START), number(rt, own, END));
    let byte = usize::try_from(start)
        .ok()
        .and_then(|at| object.get::<BytesObject>(rt)?.as_slice().get(at).copied());
    let (encoding, reason) = (text(rt, own, ENCODING)?, text(rt, own, REASON)?);
    let shown = match byte {
        Some(byte) if end == start + 1 => format!(
            "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
        ),
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end - 1
        ),
    };
    rt.str(&shown).map(|text| text.into_value())
}

fn str_encode(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    if part(rt, own, OBJECT).is_none() {
        return base::str(rt, own);
    }
    let (start, end) = (number(rt, own, START), number(rt, own, END));
    let (encoding, reason) = (text(rt, own, ENCODING)?, text(rt, own, REASON)?);
    let shown = match escaped(rt, own, start) {
        Some(point) if end == start + 1 => format!(
            "'{encoding}' codec can't encode character '{point}' in position {start}: {reason}"
        ),
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end - 1
        ),
    };
    rt.str(&shown).map(|text| text.into_value())
}

fn str_translate(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    if part(rt, own, OBJECT).is_none() {
        return base::str(rt, own);
    }
    let (start, end) = (number(rt, own, START), number(rt, own, END));
    let reason = text(rt, own, REASON)?;
    let shown = match escaped(rt, own, start) {
        Some(point) if end == start + 1 => {
            format!("can't translate character '{point}' in position {start}: {reason}")
        }
        _ => format!("can't translate characters in position {start}-{}: {reason}", end - 1),
    };
    rt.str(&shown).map(|text| text.into_value())
}

macro_rules! table {
    ($table:ident $name:literal $doc:literal $init:ident $str:ident) => {
        /// The table of this exception.
        pub(crate) const $table: ClassSpec = ClassSpec {
            name: $name,
            doc: Some($doc),
            adds_fields: true,
            slots: &[(SlotId::TpInit, SlotFn::Init($init)), (SlotId::TpStr, SlotFn::Unary($str))],
            getset: &[
                extra::<ENCODING>("encoding").doc("exception encoding"),
                extra::<OBJECT>("object").doc("exception object"),
                position::<START>("start").doc("exception start"),
                position::<END>("end").doc("exception end"),
                extra::<REASON>("reason").doc("exception reason"),
            ],
            repeats: &[SpecialId::New],
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

table!(UNICODE_DECODE_ERROR "UnicodeDecodeError" "Unicode decoding error." init_decode str_decode);
table!(UNICODE_ENCODE_ERROR "UnicodeEncodeError" "Unicode encoding error." init_encode str_encode);
table!(UNICODE_TRANSLATE_ERROR "UnicodeTranslateError" "Unicode translation error."
    init_translate str_translate);
