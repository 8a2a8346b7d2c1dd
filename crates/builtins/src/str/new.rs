//! `str(object)` and `str(bytes, encoding, errors)`.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type};

use crate::codec;

pub(super) fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters =
        Parameters::new("str", "(object='', encoding='utf-8', errors='strict')", 0, 3);
    let direct = class.is(&rt.types().str);
    // The commonest number needs no method.
    if direct
        && !args.has_keywords()
        && let [only] = args.positionals()
        && let Some(number) = only.as_small_int()
    {
        return decimal(rt, number);
    }
    let places: [Option<Borrowed<'_>>; 3] = PARAMETERS.bind_called(rt, args, direct)?;
    for (value, argument) in [(places[1], "encoding"), (places[2], "errors")] {
        if let Some(value) = value
            && !value.is_payload::<StrObject>()
        {
            // One way of calling it names the class of `None`.
            let class = match direct && !args.has_keywords() {
                true => rt.type_name(value),
                false => rt.argument_name(value),
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

/// The digits of a number.
fn decimal(rt: &Runtime, number: i64) -> Result {
    let mut text = [0; 20];
    let (mut at, mut rest) = (text.len(), number.unsigned_abs());
    let mut put = |byte: u8| {
        at -= 1;
        text[at] = byte;
    };
    loop {
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        put(b'-');
    }
    rt.str_from_bytes(&text[at..]).map(Gc::into_value)
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
