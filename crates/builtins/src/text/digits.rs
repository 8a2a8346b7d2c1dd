//! Digits of other scripts as ASCII digits, for reading numbers.

use std::borrow::Cow;

use objmodel::objects::str::StrObject;

use super::unicode;

/// The text with every decimal digit as an ASCII one and every space as a blank, as `int` and
/// `float` read it. Lone surrogates become U+FFFD, which is part of no number.
pub fn to_ascii(text: &StrObject) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.as_str();
    }
    text.code_points()
        .map(|point| match unicode::decimal_value(point) {
            Some(digit) => char::from(b'0' + digit),
            None if point > 0x7f && unicode::is_space(point) => ' ',
            None => char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER),
        })
        .collect()
}
