//! `str(object)` and `str(bytes, encoding, errors)`.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, CallArgs, Gc, Result, Runtime, Type};

use crate::codec;

pub(super) fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let given = args.positionals();
    let count = args.all().len();
    if count > 3 {
        return Err(rt.type_error(match args.has_keywords() {
            true => format!("str() takes at most 3 arguments ({count} given)"),
            false => format!("str expected at most 3 arguments, got {count}"),
        }));
    }
    let names = ["object", "encoding", "errors"];
    let mut places: [Option<Borrowed<'_>>; 3] = [None; 3];
    for (place, value) in places.iter_mut().zip(given) {
        *place = Some(*value);
    }
    for (name, value) in args.keywords() {
        let text = rt.text_of(name).into_owned();
        match names.iter().position(|known| *known == text) {
            Some(index) if places[index].is_none() => places[index] = Some(value),
            Some(index) => {
                return Err(rt.type_error(format!(
                    "argument for str() given by name ('{text}') and position ({})",
                    index + 1
                )));
            }
            None => {
                return Err(
                    rt.type_error(format!("str() got an unexpected keyword argument '{text}'"))
                );
            }
        }
    }
    for (value, argument) in [(places[1], "encoding"), (places[2], "errors")] {
        if let Some(value) = value
            && !value.is_payload::<StrObject>()
        {
            let class = match args.has_keywords() {
                true => rt.argument_name(value),
                false => rt.type_name(value),
            };
            return Err(
                rt.type_error(format!("str() argument '{argument}' must be str, not {class}"))
            );
        }
    }
    let text = match places {
        [None, ..] => rt.names().empty.clone(),
        [Some(object), None, None] => rt.to_str(object)?,
        [Some(object), encoding, errors] => decoded(rt, object, encoding, errors)?,
    };
    if class.is(&rt.types().str) {
        return Ok(text.into_value());
    }
    let bytes = text.read(rt).as_bytes();
    rt.new_str(class, bytes).map(Gc::into_value)
}

fn decoded(
    rt: &mut Runtime,
    object: Borrowed<'_>,
    encoding: Option<Borrowed<'_>>,
    errors: Option<Borrowed<'_>>,
) -> Result<objmodel::objects::str::Str> {
    if object.is_payload::<StrObject>() {
        return Err(rt.type_error("decoding str is not supported"));
    }
    let bytes = match object.get::<BytesObject>(rt) {
        Some(bytes) => Some(bytes.as_slice().to_vec()),
        None => crate::buffer::copied_if_any(rt, object)?,
    };
    let Some(bytes) = bytes else {
        return Err(rt.type_error(format!(
            "decoding to str: need a bytes-like object, {} found",
            rt.type_name(object)
        )));
    };
    let name = codec::name_argument(rt, encoding, "str", "encoding", "utf-8")?;
    let errors = codec::name_argument(rt, errors, "str", "errors", "strict")?;
    codec::decode(rt, &bytes, &name, &errors, object)
}
