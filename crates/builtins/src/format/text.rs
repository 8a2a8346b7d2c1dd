//! Formatting text by a specification, and padding.

use objmodel::objects::builder::{Grown, TextBuilder};

use super::Spec;
use crate::pure_error::PureError;
use crate::text::codepoints;

/// Appends a text cut to the precision and padded to the width; `class` is its object's, for
/// messages.
///
/// # Errors
/// `ValueError` for what makes no sense with text.
pub fn format(
    text: &[u8],
    spec: &Spec,
    class: &str,
    out: &mut TextBuilder,
) -> Result<(), PureError> {
    if spec.kind.is_some_and(|kind| kind != 's') {
        return Err(spec.unknown(class));
    }
    if let Some(sign) = spec.sign {
        return Err(PureError::value_error(if sign == ' ' {
            "Space not allowed in string format specifier"
        } else {
            "Sign not allowed in string format specifier"
        }));
    }
    if spec.no_negative_zero {
        return Err(PureError::value_error(
            "Negative zero coercion (z) not allowed in string format specifier",
        ));
    }
    if spec.alternate {
        return Err(PureError::value_error(
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if spec.align == Some('=') && !spec.zero_padded {
        return Err(PureError::value_error("'=' alignment not allowed in string format specifier"));
    }
    let end = spec.precision.map_or(text.len(), |precision| codepoints::offset(text, precision));
    let text = text.get(..end).unwrap_or(text);
    let align = match spec.align {
        Some('=') | None => '<',
        Some(align) => align,
    };
    pad(out, text, codepoints::count(text), spec.width, spec.fill, align)?;
    Ok(())
}

/// Appends a text of `count` code points, filled up to the width.
///
/// # Errors
/// No room.
pub fn pad(
    out: &mut TextBuilder,
    text: &[u8],
    count: usize,
    width: usize,
    fill: u32,
    align: char,
) -> Grown {
    let missing = width.saturating_sub(count);
    let left = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let mut buffer = [0; 4];
    let fill = point_bytes(fill, &mut buffer);
    out.repeat(fill, left)?;
    out.push(text)?;
    out.repeat(fill, missing - left)
}

/// A code point in WTF-8.
pub(super) fn point_bytes(point: u32, buffer: &mut [u8; 4]) -> &[u8] {
    match char::from_u32(point) {
        Some(c) => c.encode_utf8(buffer).as_bytes(),
        None => {
            *buffer = [0xed, 0x80 | (point >> 6 & 0x3f) as u8, 0x80 | (point & 0x3f) as u8, 0];
            &buffer[..3]
        }
    }
}
