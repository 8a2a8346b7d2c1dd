//! Codecs and error handlers that programs register, by way of the module `codecs`.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::dict::Dict;
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::{Borrowed, Raise, Result, Runtime, Value};

/// What the module `codecs` lends to the encodings of the library.
struct Registered {
    handlers: Dict,
    lookup: Value,
}

/// Lets errors be handled by functions of `handlers`, and codecs that are not the library's be found by
/// `lookup`.
pub fn connect(rt: &mut Runtime, handlers: Dict, lookup: Value) {
    rt.set_data(Registered { handlers, lookup });
}

/// The function that handles errors under a name.
pub(super) fn handler(rt: &mut Runtime, name: &str) -> Option<Value> {
    let handlers = rt.data::<Registered>()?.handlers.clone();
    let name = rt.intern(name).ok()?;
    rt.dict_get_name(&handlers, &name)
}

/// Where a handler lets the work go on, and what it puts into the place of what is wrong.
pub(super) struct Handled {
    pub(super) replacement: Value,
    pub(super) position: usize,
}

/// Asks a handler what to do about an error.
///
/// # Errors
/// What it raises; `TypeError` if it does not return a pair; `IndexError` if its position is none.
pub(super) fn handle(
    rt: &mut Runtime,
    handler: &Value,
    error: &Value,
    len: usize,
    encoding: bool,
) -> Result<Handled> {
    let answer = rt.call(handler, [error.as_ref()])?;
    let refused = if encoding {
        "encoding error handler must return (str/bytes, int) tuple"
    } else {
        "decoding error handler must return (str, int) tuple"
    };
    let Some([replacement, position]) = pair(rt, &answer) else {
        return Err(rt.type_error(refused));
    };
    let fits = replacement.is_payload::<StrObject>()
        || encoding && replacement.is_payload::<BytesObject>();
    // In encoding, the position is read before the replacement is looked at.
    if !encoding && !fits {
        return Err(rt.type_error(refused));
    }
    let asked = crate::indices::size_argument(rt, position.as_ref())?;
    if !fits {
        return Err(rt.type_error(refused));
    }
    let place = if asked < 0 { asked.saturating_add_unsigned(len) } else { asked };
    match usize::try_from(place) {
        Ok(position) if position <= len => Ok(Handled { replacement, position }),
        _ => {
            let class = rt.types().index_error.clone();
            let message = format!("position {asked} from error handler out of bounds");
            Err(rt.error(&class, &message))
        }
    }
}

fn pair(rt: &Runtime, value: &Value) -> Option<[Value; 2]> {
    match value.get::<TupleObject>(rt)?.items() {
        [first, second] => Some([first.clone(), second.clone()]),
        _ => None,
    }
}

/// What a registered codec is: its functions in a tuple.
fn found(rt: &mut Runtime, name: &str) -> Result<Option<Tuple>> {
    let Some(lookup) = rt.data::<Registered>().map(|registered| registered.lookup.clone()) else {
        return Ok(None);
    };
    let name = rt.str(name)?;
    let info = rt.call(&lookup, [name.as_ref()])?;
    Ok(info.downcast::<TupleObject>().ok())
}

/// What a registered codec makes of a text (`index` 0) or of bytes (1); `None` if none is registered at all.
///
/// # Errors
/// `LookupError` if no codec has the name; what the codec raises.
fn run(
    rt: &mut Runtime,
    index: usize,
    object: Borrowed<'_>,
    name: &str,
    errors: &str,
) -> Result<Option<Value>> {
    let Some(info) = found(rt, name)? else { return Ok(None) };
    let text = rt.intern("_is_text_encoding")?;
    let is_text = rt.lookup_attr(info.as_ref(), &text)?;
    let function = ["encode", "decode"].get(index).copied().unwrap_or_default();
    if let Some(is_text) = is_text
        && !rt.is_true(is_text.as_ref())?
    {
        return Err(rt.error(
            &rt.types().lookup_error,
            &format!(
                "'{name}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs"
            ),
        ));
    }
    let Some(code) = info.read(rt).items().get(index).cloned() else { return Ok(None) };
    let answer = if errors == "strict" {
        rt.call(&code, [object])
    } else {
        let errors = rt.str(errors)?;
        rt.call(&code, [object, errors.as_ref()])
    };
    let answer = match answer {
        Ok(answer) => answer,
        Err(raise) => {
            let exception = raise.into_exception()?;
            let doing = ["encoding", "decoding"].get(index).copied().unwrap_or_default();
            super::add_note(rt, &exception, &format!("{doing} with '{name}' codec failed"))?;
            return Err(Raise::exception(exception));
        }
    };
    match pair(rt, &answer) {
        Some([result, _]) => Ok(Some(result)),
        None => {
            let who = ["encoder", "decoder"].get(index).copied().unwrap_or_default();
            Err(rt.type_error(format!("{who} must return a tuple (object, integer)")))
        }
    }
}

/// The bytes of a text by a registered codec.
///
/// # Errors
/// As for [`run`]; `TypeError` if it gives no bytes.
pub(super) fn encode(
    rt: &mut Runtime,
    text: &Str,
    name: &str,
    errors: &str,
) -> Result<Option<Vec<u8>>> {
    let Some(result) = run(rt, 0, text.as_ref(), name, errors)? else { return Ok(None) };
    match result.get::<BytesObject>(rt) {
        Some(bytes) => Ok(Some(bytes.as_slice().to_vec())),
        None => Err(rt.type_error(format!(
            "'{name}' encoder returned '{}' instead of 'bytes'; use codecs.encode() to encode to \
             arbitrary types",
            rt.type_name(result.as_ref())
        ))),
    }
}

/// The text of bytes by a registered codec.
///
/// # Errors
/// As for [`run`]; `TypeError` if it gives no text.
pub(super) fn decode(
    rt: &mut Runtime,
    bytes: Borrowed<'_>,
    name: &str,
    errors: &str,
) -> Result<Option<Str>> {
    let Some(result) = run(rt, 1, bytes, name, errors)? else { return Ok(None) };
    match result.downcast::<StrObject>() {
        Ok(text) => Ok(Some(text)),
        Err(other) => Err(rt.type_error(format!(
            "'{name}' decoder returned '{}' instead of 'str'; use codecs.decode() to decode to \
             arbitrary types",
            rt.type_name(other.as_ref())
        ))),
    }
}
