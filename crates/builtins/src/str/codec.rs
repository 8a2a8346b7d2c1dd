//! `str.encode` and `bytes.decode` with their error handlers.

use objmodel::objects::str::{Str, StrObject};
use objmodel::{Args, Borrowed, Gc, Raise, Result, Runtime, Type, Value};

use crate::text::codec::{Encoding, Order};
use crate::text::codepoints;

/// What happens at an error.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    SurrogateEscape,
    SurrogatePass,
}

impl Handler {
    fn named(rt: &Runtime, name: &str) -> Result<Handler> {
        Ok(match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ => {
                let class = rt.types().lookup_error.clone();
                return Err(rt.error(&class, &format!("unknown error handler name '{name}'")));
            }
        })
    }
}

/// The name of an encoding or error handler that an argument gives.
///
/// # Errors
/// `TypeError` if it is no string.
pub(crate) fn name_argument(
    rt: &Runtime,
    value: Option<Borrowed<'_>>,
    function: &str,
    argument: &str,
    default: &str,
) -> Result<String> {
    match value {
        None => Ok(default.to_owned()),
        Some(value) if value.is_payload::<StrObject>() => Ok(rt.text_of(value).into_owned()),
        Some(value) => Err(rt.type_error(format!(
            "{function}() argument '{argument}' must be str, not {}",
            rt.argument_name(value)
        ))),
    }
}

fn encoding_named(rt: &Runtime, name: &str) -> Result<Encoding> {
    match Encoding::named(name) {
        Some(encoding) => Ok(encoding),
        None => {
            let class = rt.types().lookup_error.clone();
            Err(rt.error(&class, &format!("unknown encoding: {name}")))
        }
    }
}

pub(super) fn encode_method(rt: &mut Runtime, args: Args<'_>) -> Result {
    let encoding = name_argument(rt, args.get(1), "encode", "encoding", "utf-8")?;
    let errors = name_argument(rt, args.get(2), "encode", "errors", "strict")?;
    let text = super::this(rt, args.at(0))?;
    let bytes = encode(rt, &text, &encoding, &errors)?;
    rt.bytes(&bytes).map(Gc::into_value)
}

/// The bytes of a text in an encoding.
///
/// # Errors
/// `LookupError` for an unknown encoding or handler, `UnicodeEncodeError`.
pub(crate) fn encode(
    rt: &mut Runtime,
    text: &Str,
    encoding: &str,
    errors: &str,
) -> Result<Vec<u8>> {
    let encoding = encoding_named(rt, encoding)?;
    let len = text.read(rt).as_bytes().len();
    rt.check_room(len.saturating_mul(4))?;
    rt.tick(len / 16)?;
    if encoding == Encoding::Utf8
        && let Some(text) = text.read(rt).to_str()
    {
        return Ok(text.as_bytes().to_vec());
    }
    let mut out = encoding.mark().to_vec();
    let points: Vec<u32> = text.read(rt).code_points().collect();
    let mut at = 0;
    while let Some(&point) = points.get(at) {
        if encoding.encodes(point) {
            encoding.push(&mut out, point);
            at += 1;
            continue;
        }
        let bad = points.iter().skip(at).take_while(|point| !encoding.encodes(**point)).count();
        let wrong = points.get(at..at + bad).unwrap_or_default();
        let handled = handle_unencodable(rt, encoding, errors, wrong)?;
        match handled {
            Some(bytes) => out.extend_from_slice(&bytes),
            None => {
                let object = text.clone().into_value();
                let reason = encoding.encode_reason();
                let class = rt.types().unicode_encode_error.clone();
                return Err(unicode_error(rt, &class, encoding, object, at, at + bad, reason));
            }
        }
        at += bad;
    }
    Ok(out)
}

/// What stands for code points that the encoding does not have; `None` to raise.
fn handle_unencodable(
    rt: &Runtime,
    encoding: Encoding,
    errors: &str,
    wrong: &[u32],
) -> Result<Option<Vec<u8>>> {
    let mut out = Vec::new();
    let push_text = |out: &mut Vec<u8>, text: &str| {
        for c in text.chars() {
            encoding.push(out, c as u32);
        }
    };
    for &point in wrong {
        match Handler::named(rt, errors)? {
            Handler::Strict => return Ok(None),
            Handler::Ignore => {}
            Handler::Replace => push_text(&mut out, "?"),
            Handler::BackslashReplace => push_text(&mut out, &escaped(point)),
            Handler::XmlCharRefReplace => push_text(&mut out, &format!("&#{point};")),
            // A single byte is no unit of the wider encodings.
            Handler::SurrogateEscape => match point {
                _ if matches!(encoding, Encoding::Utf16(_) | Encoding::Utf32(_)) => {
                    return Ok(None);
                }
                0xdc80..=0xdcff => out.push((point - 0xdc00) as u8),
                _ => return Ok(None),
            },
            Handler::SurrogatePass => {
                if !codepoints::is_surrogate(point)
                    || matches!(encoding, Encoding::Ascii | Encoding::Latin1)
                {
                    return Ok(None);
                }
                encoding.push(&mut out, point);
            }
        }
    }
    Ok(Some(out))
}

fn escaped(point: u32) -> String {
    match point {
        0..=0xff => format!("\\x{point:02x}"),
        0x100..=0xffff => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    }
}

/// The text of bytes in an encoding; `object` is what errors show.
///
/// # Errors
/// `LookupError` for an unknown encoding or handler, `UnicodeDecodeError`.
pub(crate) fn decode(
    rt: &mut Runtime,
    bytes: &[u8],
    encoding: &str,
    errors: &str,
    object: Borrowed<'_>,
) -> Result<Str> {
    // Of no bytes nobody asks how they are to be read.
    if bytes.is_empty() {
        return Ok(rt.names().empty.clone());
    }
    let named = encoding_named(rt, encoding)?;
    rt.tick(bytes.len() / 16)?;
    if named == Encoding::Utf8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return rt.str(text);
    }
    rt.check_room(bytes.len().saturating_mul(3))?;
    let (actual, mark) = named.resolve(bytes);
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = mark;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let (wrong, reason) = match actual.decode_first(rest) {
            Ok((point, len)) => {
                codepoints::push(&mut out, point);
                at += len;
                continue;
            }
            Err(error) => error,
        };
        let bad = rest.get(..wrong).unwrap_or(rest);
        match Handler::named(rt, errors)? {
            Handler::Ignore => {}
            Handler::Replace => codepoints::push(&mut out, 0xfffd),
            Handler::BackslashReplace => {
                for byte in bad {
                    out.extend_from_slice(format!("\\x{byte:02x}").as_bytes());
                }
            }
            Handler::SurrogateEscape if bad.iter().all(|byte| *byte >= 0x80) => {
                for byte in bad {
                    codepoints::push(&mut out, 0xdc00 + u32::from(*byte));
                }
            }
            Handler::SurrogatePass if let Some((point, len)) = passed(actual, rest) => {
                codepoints::push(&mut out, point);
                at += len;
                continue;
            }
            Handler::XmlCharRefReplace => {
                return Err(
                    rt.type_error("don't know how to handle UnicodeDecodeError in error callback")
                );
            }
            _ => {
                let class = rt.types().unicode_decode_error.clone();
                let object = crate::bytes::convert::as_bytes_object(rt, object, bytes)?;
                return Err(unicode_error(rt, &class, actual, object, at, at + wrong, reason));
            }
        }
        at += wrong.max(1);
    }
    rt.str_from_bytes(&out)
}

/// A surrogate that stands encoded where none should.
fn passed(encoding: Encoding, rest: &[u8]) -> Option<(u32, usize)> {
    let (point, len) = match encoding {
        Encoding::Utf8 => codepoints::decode(rest.get(..3)?)?,
        Encoding::Utf16(order) => {
            let pair = rest.first_chunk::<2>()?;
            let unit = match order {
                Some(Order::Big) => u16::from_be_bytes(*pair),
                _ => u16::from_le_bytes(*pair),
            };
            (unit.into(), 2)
        }
        Encoding::Utf32(order) => {
            let unit = rest.first_chunk::<4>()?;
            let point = match order {
                Some(Order::Big) => u32::from_be_bytes(*unit),
                _ => u32::from_le_bytes(*unit),
            };
            (point, 4)
        }
        _ => return None,
    };
    codepoints::is_surrogate(point).then_some((point, len))
}

fn unicode_error(
    rt: &mut Runtime,
    class: &Type,
    encoding: Encoding,
    object: Value,
    start: usize,
    end: usize,
    reason: &str,
) -> Raise {
    let mut make = || {
        let name = rt.str(encoding.name())?.into_value();
        let (start, end) = (rt.int_from_usize(start)?, rt.int_from_usize(end)?);
        let reason = rt.str(reason)?.into_value();
        let args = [&name, &object, &start, &end, &reason].map(Value::as_ref);
        rt.call(class, args)
    };
    match make() {
        Ok(exception) => Raise::exception(exception),
        Err(raise) => raise,
    }
}
