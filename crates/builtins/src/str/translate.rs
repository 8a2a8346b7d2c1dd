//! `str.translate` and `str.maketrans`.

use objmodel::objects::dict::DictObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::{bytes_of, make, this};
use crate::text::codepoints::{self, CodePoints};

/// What a table says about a code point.
enum Mapped {
    /// Nothing: it stays.
    Absent,
    /// `None`: it goes.
    Gone,
    Point(u32),
    Text(Value),
}

/// Asks a table about a code point.
fn look_up(rt: &mut Runtime, table: Borrowed<'_>, point: u32) -> Result<Mapped> {
    rt.tick(1)?;
    let key = rt.int(point.into())?;
    let exact = rt.type_of(table).is(&rt.types().dict);
    let answer = match table.typed::<DictObject>().filter(|_| exact) {
        Some(dict) => match rt.dict_get(&dict.to_gc(), key.as_ref())? {
            Some(answer) => answer,
            None => return Ok(Mapped::Absent),
        },
        None => match rt.get_item(table, &key) {
            Ok(answer) => answer,
            Err(raise) if rt.is_exception_of(&raise, &rt.types().lookup_error) => {
                return Ok(Mapped::Absent);
            }
            Err(raise) => return Err(raise),
        },
    };
    if let Some(n) = rt.as_int(answer.as_ref()) {
        return match n
            .to_i64()
            .and_then(|n| u32::try_from(n).ok())
            .filter(|point| *point <= codepoints::MAX_CODE_POINT)
        {
            Some(point) => Ok(Mapped::Point(point)),
            None => Err(rt.value_error("character mapping must be in range(0x110000)")),
        };
    }
    if answer.is_payload::<StrObject>() {
        return Ok(Mapped::Text(answer));
    }
    match singletons::is_none(&answer) {
        true => Ok(Mapped::Gone),
        false => Err(rt.type_error("character mapping must return integer, None or str")),
    }
}

/// What the table said about an ASCII character.
#[derive(Clone, Copy)]
enum Known {
    Unasked,
    Gone,
    Byte(u8),
}

/// As in CPython, an ASCII text asks once for each of its characters while the answers are ASCII; from
/// there on each character asks.
pub(super) fn translate(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = this(rt, args.at(0))?;
    let table = args.at(1);
    let len = text.read(rt).as_bytes().len();
    rt.check_room(len)?;
    let mut out: Vec<u8> = Vec::with_capacity(len);
    let mut offset = if text.read(rt).is_ascii() { fast(rt, &text, table, &mut out)? } else { 0 };
    let mut charged = 0;
    while let Some((point, len)) =
        codepoints::decode(text.read(rt).as_bytes().get(offset..).unwrap_or_default())
    {
        offset += len;
        match look_up(rt, table, point)? {
            Mapped::Absent => codepoints::push(&mut out, point),
            Mapped::Gone => offset = behind_gone(rt, &text, table, offset)?,
            Mapped::Point(point) => codepoints::push(&mut out, point),
            Mapped::Text(replacement) => {
                let replacement = bytes_of(rt, replacement.as_ref()).unwrap_or_default();
                charged += replacement.len();
                if charged > 1 << 16 {
                    rt.check_room(out.len() + charged)?;
                    charged = 0;
                }
                out.extend_from_slice(replacement);
            }
        }
    }
    make(rt, &out)
}

/// Where the code points end that go, too. CPython looks for all of them at once, and asks again for the
/// first that stays.
fn behind_gone(
    rt: &mut Runtime,
    text: &Str,
    table: Borrowed<'_>,
    mut offset: usize,
) -> Result<usize> {
    while let Some((point, len)) =
        codepoints::decode(text.read(rt).as_bytes().get(offset..).unwrap_or_default())
    {
        match look_up(rt, table, point)? {
            Mapped::Gone => offset += len,
            _ => break,
        }
    }
    Ok(offset)
}

/// Appends what comes of the front of an ASCII text, and tells how far that goes.
fn fast(rt: &mut Runtime, text: &Str, table: Borrowed<'_>, out: &mut Vec<u8>) -> Result<usize> {
    let mut known = [Known::Unasked; 128];
    let mut offset = 0;
    while let Some(byte) = text.read(rt).as_bytes().get(offset).copied() {
        let place = usize::from(byte & 0x7f);
        if let Known::Unasked = known[place] {
            known[place] = match look_up(rt, table, byte.into())? {
                Mapped::Absent => Known::Byte(byte),
                Mapped::Gone => Known::Gone,
                Mapped::Point(point @ ..0x80) => Known::Byte(point as u8),
                Mapped::Point(_) => return Ok(offset),
                Mapped::Text(text) => match bytes_of(rt, text.as_ref()) {
                    Some([byte @ ..0x80]) => Known::Byte(*byte),
                    _ => return Ok(offset),
                },
            };
        }
        if let Known::Byte(byte) = known[place] {
            out.push(byte);
        }
        offset += 1;
        if offset % 64 == 0 {
            rt.tick(1)?;
        }
    }
    Ok(offset)
}

pub(super) fn make_table(rt: &mut Runtime, args: Args<'_>) -> Result {
    let table = rt.dict()?;
    let Some(to) = args.get(1) else {
        // An instance of a subclass is refused too.
        let exact = rt.type_of(args.at(0)).is(&rt.types().dict);
        let Some(given) = args.at(0).get::<DictObject>(rt).filter(|_| exact) else {
            return Err(
                rt.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        let entries: Vec<(Value, Value)> =
            given.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, value) in entries {
            let key = match key.get::<StrObject>(rt) {
                Some(text) if text.len() == 1 => {
                    rt.int(text.code_point(0).unwrap_or_default().into())?
                }
                Some(_) => {
                    return Err(
                        rt.value_error("string keys in translate table must be of length 1")
                    );
                }
                None if rt.as_int(key.as_ref()).is_some() => key,
                None => {
                    return Err(
                        rt.type_error("keys in translate table must be strings or integers")
                    );
                }
            };
            rt.dict_set(&table, key.as_ref(), value)?;
        }
        return Ok(table.into_value());
    };
    let points =
        |rt: &Runtime, value: objmodel::Borrowed<'_>, argument: usize| -> Result<Vec<u32>> {
            match bytes_of(rt, value) {
                Some(text) => Ok(CodePoints::new(text).collect()),
                None => Err(rt.type_error(format!(
                    "maketrans() argument {argument} must be str, not {}",
                    rt.argument_name(value)
                ))),
            }
        };
    let to = points(rt, to, 2)?;
    let removed = match args.get(2) {
        Some(removed) => points(rt, removed, 3)?,
        None => Vec::new(),
    };
    let Some(from) = bytes_of(rt, args.at(0)).map(CodePoints::new) else {
        return Err(rt.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    let from: Vec<u32> = from.collect();
    if from.len() != to.len() {
        return Err(rt.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.into_iter().zip(to) {
        let (from, to) = (rt.int(from.into())?, rt.int(to.into())?);
        rt.dict_set(&table, from.as_ref(), to)?;
    }
    for point in removed {
        let point = rt.int(point.into())?;
        rt.dict_set(&table, point.as_ref(), singletons::none())?;
    }
    Ok(Gc::into_value(table))
}
