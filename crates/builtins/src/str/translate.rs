//! `str.translate` and `str.maketrans`.

use objmodel::objects::dict::DictObject;
use objmodel::objects::str::StrObject;
use objmodel::{Args, Gc, Result, Runtime, Value, singletons};

use super::{bytes_of, make, this};
use crate::text::codepoints::{self, CodePoints};

pub(super) fn translate(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = this(rt, args.at(0))?;
    let table = args.at(1);
    let mut out: Vec<u8> = Vec::new();
    let mut charged = 0;
    let mut offset = 0;
    while let Some((point, len)) =
        codepoints::decode(text.read(rt).as_bytes().get(offset..).unwrap_or_default())
    {
        offset += len;
        rt.tick(1)?;
        let key = rt.int(point.into())?;
        let answer = match rt.get_item(table, &key) {
            Ok(answer) => answer,
            Err(raise) if rt.is_exception_of(&raise, &rt.types().lookup_error) => {
                codepoints::push(&mut out, point);
                continue;
            }
            Err(raise) => return Err(raise),
        };
        if let Some(n) = rt.as_int(answer.as_ref()) {
            let point = n.to_i64().filter(|n| (0..=0x10_ffff).contains(n));
            let Some(point) = point else {
                return Err(rt.value_error("character mapping must be in range(0x110000)"));
            };
            codepoints::push(&mut out, point as u32);
        } else if let Some(replacement) = bytes_of(rt, answer.as_ref()) {
            charged += replacement.len();
            if charged > 1 << 16 {
                rt.check_room(out.len() + charged)?;
                charged = 0;
            }
            out.extend_from_slice(replacement);
        } else if !singletons::is_none(&answer) {
            return Err(rt.type_error("character mapping must return integer, None or str"));
        }
    }
    make(rt, &out)
}

pub(super) fn make_table(rt: &mut Runtime, args: Args<'_>) -> Result {
    let table = rt.dict()?;
    let Some(to) = args.get(1) else {
        let Some(given) = args.at(0).get::<DictObject>(rt) else {
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
