//! The `is...` questions of `str` and `bytes`.
//!
//! Most hold only for a text that is not empty, all of whose code points have the property.

use super::codepoints::CodePoints;
use super::unicode;

fn all(text: &[u8], test: impl Fn(u32) -> bool) -> bool {
    !text.is_empty() && CodePoints::new(text).all(test)
}

/// `str.isalpha`
pub fn is_alpha(text: &[u8]) -> bool {
    all(text, unicode::is_alphabetic)
}

/// `str.isdecimal`
pub fn is_decimal(text: &[u8]) -> bool {
    all(text, unicode::is_decimal)
}

/// `str.isdigit`
pub fn is_digit(text: &[u8]) -> bool {
    all(text, unicode::is_digit)
}

/// `str.isnumeric`
pub fn is_numeric(text: &[u8]) -> bool {
    all(text, unicode::is_numeric)
}

/// `str.isalnum`
pub fn is_alnum(text: &[u8]) -> bool {
    all(text, unicode::is_alphanumeric)
}

/// `str.isspace`
pub fn is_space(text: &[u8]) -> bool {
    all(text, unicode::is_space)
}

/// `str.isprintable`, which holds for the empty text too.
pub fn is_printable(text: &[u8]) -> bool {
    CodePoints::new(text).all(unicode::is_printable)
}

/// `str.isidentifier`. Keywords are identifiers too.
pub fn is_identifier(text: &[u8]) -> bool {
    let mut points = CodePoints::new(text);
    points.next().is_some_and(unicode::is_identifier_start)
        && points.all(unicode::is_identifier_part)
}

/// `str.islower`: something is lower case and nothing is upper or title case.
pub fn is_lower(text: &[u8]) -> bool {
    one_case(CodePoints::new(text).map(|point| case_of(point).map(|case| case == Case::Lower)))
}

/// `str.isupper`: something is upper case and nothing is lower or title case.
pub fn is_upper(text: &[u8]) -> bool {
    one_case(CodePoints::new(text).map(|point| case_of(point).map(|case| case == Case::Upper)))
}

/// `str.istitle`: upper and title case begin each word, and lower case follows nothing else.
pub fn is_title(text: &[u8]) -> bool {
    titled(CodePoints::new(text).map(|point| case_of(point).map(|case| case != Case::Lower)))
}

#[derive(PartialEq)]
enum Case {
    Lower,
    Upper,
    Title,
}

fn case_of(point: u32) -> Option<Case> {
    if unicode::is_upper(point) {
        Some(Case::Upper)
    } else if unicode::is_title(point) {
        Some(Case::Title)
    } else if unicode::is_lower(point) {
        Some(Case::Lower)
    } else {
        None
    }
}

/// Whether at least one item has the wanted case and none has another; `None` has no case.
fn one_case(cases: impl Iterator<Item = Option<bool>>) -> bool {
    let mut any = false;
    for wanted in cases.flatten() {
        if !wanted {
            return false;
        }
        any = true;
    }
    any
}

/// Whether capitals (`true`) begin words and small letters (`false`) only follow.
fn titled(capitals: impl Iterator<Item = Option<bool>>) -> bool {
    let (mut in_word, mut any) = (false, false);
    for capital in capitals {
        match capital {
            Some(capital) if capital == in_word => return false,
            Some(_) => (in_word, any) = (true, true),
            None => in_word = false,
        }
    }
    any
}

/// `bytes.isalpha`
pub fn bytes_is_alpha(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphabetic)
}

/// `bytes.isdigit`
pub fn bytes_is_digit(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

/// `bytes.isalnum`
pub fn bytes_is_alnum(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_alphanumeric)
}

/// White space among bytes: blank, tab, line feed, return, form feed, vertical tab.
#[inline]
pub fn is_byte_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// `bytes.isspace`
pub fn bytes_is_space(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&byte| is_byte_space(byte))
}

fn byte_capitals(bytes: &[u8]) -> impl Iterator<Item = Option<bool>> {
    bytes.iter().map(|byte| byte.is_ascii_alphabetic().then(|| byte.is_ascii_uppercase()))
}

/// `bytes.islower`
pub fn bytes_is_lower(bytes: &[u8]) -> bool {
    one_case(byte_capitals(bytes).map(|capital| capital.map(|capital| !capital)))
}

/// `bytes.isupper`
pub fn bytes_is_upper(bytes: &[u8]) -> bool {
    one_case(byte_capitals(bytes))
}

/// `bytes.istitle`
pub fn bytes_is_title(bytes: &[u8]) -> bool {
    titled(byte_capitals(bytes))
}
