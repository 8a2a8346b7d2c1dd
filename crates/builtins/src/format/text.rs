//! Formatting text by a specification, and padding.

use super::Spec;
use crate::fault::Fault;
use crate::text::codepoints;

/// A text cut to the precision and padded to the width, as generalized UTF-8.
///
/// # Errors
/// `ValueError` for what makes no sense with text.
pub fn format(text: &[u8], spec: &Spec) -> Result<Vec<u8>, Fault> {
    if spec.kind.is_some_and(|kind| kind != 's') {
        return Err(spec.unknown("str"));
    }
    if let Some(sign) = spec.sign {
        return Err(Fault::value_error(if sign == ' ' {
            "Space not allowed in string format specifier"
        } else {
            "Sign not allowed in string format specifier"
        }));
    }
    if spec.no_negative_zero {
        return Err(Fault::value_error(
            "Negative zero coercion (z) not allowed in string format specifier",
        ));
    }
    if spec.alternate {
        return Err(Fault::value_error(
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if spec.align == Some('=') && !spec.zero_padded {
        return Err(Fault::value_error("'=' alignment not allowed in string format specifier"));
    }
    if let Some(grouping) = spec.grouping {
        return Err(Fault::value_error(format!("Cannot specify '{grouping}' with 's'.")));
    }
    let mut end = text.len();
    let mut count = 0;
    for (offset, byte) in text.iter().enumerate() {
        if !codepoints::is_boundary(*byte) {
            continue;
        }
        if spec.precision == Some(count) {
            end = offset;
            break;
        }
        count += 1;
    }
    let align = match spec.align {
        Some('=') | None => '<',
        Some(align) => align,
    };
    let text = text.get(..end).unwrap_or(text);
    let mut out = Vec::new();
    pad(&mut out, text, count, spec.width, spec.fill, align);
    Ok(out)
}

/// Appends a text of `count` code points, filled up to the width.
pub fn pad(out: &mut Vec<u8>, text: &[u8], count: usize, width: usize, fill: char, align: char) {
    let missing = width.saturating_sub(count);
    let left = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let mut buffer = [0; 4];
    let fill = fill.encode_utf8(&mut buffer).as_bytes();
    let repeat = |out: &mut Vec<u8>, times: usize| {
        for _ in 0..times {
            out.extend_from_slice(fill);
        }
    };
    repeat(out, left);
    out.extend_from_slice(text);
    repeat(out, missing - left);
}
