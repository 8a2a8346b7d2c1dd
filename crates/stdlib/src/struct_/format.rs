//! Format strings of `struct`: what lies where.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::StrObject;
use objmodel::{Borrowed, Result, Runtime};

/// The order of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

/// Items of one kind that lie one behind the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) code: u8,
    /// Where the first one begins.
    pub(super) at: usize,
    /// Bytes of each.
    pub(super) size: usize,
    pub(super) count: usize,
}

/// A format that was read.
#[derive(Clone, Debug)]
pub(super) struct Format {
    pub(super) text: String,
    pub(super) order: Order,
    /// Whether sizes are those of the machine.
    pub(super) native: bool,
    pub(super) fields: Box<[Field]>,
    /// Bytes of all.
    pub(super) size: usize,
    /// Values of all; padding has none.
    pub(super) items: usize,
}

/// The bytes of an item of the machine's own size, or of the standard one.
fn size_of_code(code: u8, native: bool) -> Option<usize> {
    match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => Some(1),
        b'h' | b'H' | b'e' => Some(2),
        b'i' | b'I' | b'f' => Some(4),
        b'l' | b'L' => Some(if native { 8 } else { 4 }),
        b'q' | b'Q' | b'd' => Some(8),
        b'n' | b'N' | b'P' if native => Some(8),
        _ => None,
    }
}

/// What is wrong with a format.
type Fault = &'static str;

const TOO_LONG: Fault = "total struct size too long";

/// Reads a format.
fn parse(text: &str) -> std::result::Result<Format, Fault> {
    let bytes = text.as_bytes();
    let (order, native, mut rest) = match bytes.split_first() {
        Some((b'<', rest)) => (Order::Little, false, rest),
        Some((b'>' | b'!', rest)) => (Order::Big, false, rest),
        Some((b'=', rest)) => (Order::Little, false, rest),
        Some((b'@', rest)) => (Order::Little, true, rest),
        _ => (Order::Little, true, bytes),
    };
    let (mut fields, mut size, mut items) = (Vec::new(), 0usize, 0usize);
    while let Some((&first, behind)) = rest.split_first() {
        rest = behind;
        if matches!(first, b' ' | b'\t'..=b'\r') {
            continue;
        }
        let (mut code, mut count) = (first, 1usize);
        if first.is_ascii_digit() {
            count = usize::from(first - b'0');
            loop {
                let Some((&next, behind)) = rest.split_first() else {
                    return Err("repeat count given without format specifier");
                };
                rest = behind;
                if !next.is_ascii_digit() {
                    code = next;
                    break;
                }
                count = count
                    .checked_mul(10)
                    .and_then(|count| count.checked_add(usize::from(next - b'0')))
                    .filter(|count| isize::try_from(*count).is_ok())
                    .ok_or(TOO_LONG)?;
            }
        }
        let each = size_of_code(code, native).ok_or("bad char in struct format")?;
        if native {
            size = size.checked_next_multiple_of(each).ok_or(TOO_LONG)?;
        }
        let end = each.checked_mul(count).and_then(|len| size.checked_add(len));
        let end = end.filter(|end| isize::try_from(*end).is_ok()).ok_or(TOO_LONG)?;
        match code {
            b'x' => {}
            b's' | b'p' => {
                fields.push(Field { code, at: size, size: count, count: 1 });
                items += 1;
            }
            _ => {
                fields.push(Field { code, at: size, size: each, count });
                items += count;
            }
        }
        size = end;
    }
    let fields = fields.into_boxed_slice();
    Ok(Format { text: text.to_owned(), order, native, fields, size, items })
}

impl Format {
    /// Reads the format that an argument is.
    ///
    /// # Errors
    /// `TypeError`, `struct.error`, `UnicodeEncodeError`.
    pub(super) fn read(rt: &mut Runtime, format: Borrowed<'_>) -> Result<Format> {
        let len = format.get::<StrObject>(rt).map(|text| text.as_bytes().len());
        let len = len.or(format.get::<BytesObject>(rt).map(|bytes| bytes.as_slice().len()));
        let Some(len) = len else {
            let class = rt.type_name(format);
            return Err(rt.type_error(format!(
                "Struct() argument 1 must be a str or bytes object, not {class}"
            )));
        };
        rt.tick(len / 8)?;
        rt.check_room(len.saturating_mul(2 * size_of::<Field>()))?;
        let text = match format.get::<StrObject>(rt) {
            Some(text) if text.is_ascii() => Some(text.as_str().into_owned()),
            Some(_) => {
                let (encode, ascii) = (rt.intern("encode")?, rt.intern("ascii")?);
                return match rt.call_method(&format.to_value(), &encode, [ascii.as_ref()]) {
                    Err(raise) => Err(raise),
                    Ok(_) => Err(super::error(rt, "bad char in struct format")),
                };
            }
            None => {
                let bytes = format.get::<BytesObject>(rt).map_or(&[][..], BytesObject::as_slice);
                std::str::from_utf8(bytes).ok().map(str::to_owned)
            }
        };
        let Some(text) = text else { return Err(super::error(rt, "bad char in struct format")) };
        if text.contains('\0') {
            return Err(super::error(rt, "embedded null character"));
        }
        parse(&text).map_err(|fault| super::error(rt, fault))
    }
}
