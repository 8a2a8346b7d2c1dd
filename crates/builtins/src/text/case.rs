//! Case mappings: `upper`, `lower`, `title`, `casefold`, `swapcase` and `capitalize` of `str` and `bytes`.
//!
//! No mapping makes a text more than [`MAX_GROWTH`] times as long. All take linear time.

use super::codepoints::{self, CodePoints};
use super::unicode::{self, CaseMapping};

/// How many times as many bytes as its argument a result may have.
pub const MAX_GROWTH: usize = 3;

/// The capital sigma, the only letter whose lower case depends on its neighbours.
const SIGMA: u32 = 0x3A3;

#[inline]
fn push_mapped(out: &mut Vec<u8>, point: u32, mapping: CaseMapping) {
    if point < 0x80 {
        let byte = point as u8;
        return out.push(match mapping {
            CaseMapping::Upper | CaseMapping::Title => byte.to_ascii_uppercase(),
            CaseMapping::Lower | CaseMapping::Fold => byte.to_ascii_lowercase(),
        });
    }
    push_beyond_ascii(out, point, mapping);
}

fn push_beyond_ascii(out: &mut Vec<u8>, point: u32, mapping: CaseMapping) {
    let (points, len) = unicode::map_case(point, mapping);
    points[..len].iter().for_each(|&point| codepoints::push(out, point));
}

/// Pushes the lower case of `point`, which stands between `before` and `after`.
#[inline]
fn push_lower(out: &mut Vec<u8>, point: u32, before: &[u8], after: &[u8]) {
    if point != SIGMA {
        return push_mapped(out, point, CaseMapping::Lower);
    }
    push_sigma(out, before, after);
}

#[cold]
fn push_sigma(out: &mut Vec<u8>, before: &[u8], after: &[u8]) {
    let ignorable = |&point: &u32| unicode::is_case_ignorable(point);
    let cased = |point: Option<u32>| point.is_some_and(unicode::is_cased);
    let is_final = cased(CodePoints::new(before).rev().find(|point| !ignorable(point)))
        && !cased(CodePoints::new(after).find(|point| !ignorable(point)));
    codepoints::push(out, if is_final { 0x3C2 } else { 0x3C3 });
}

/// Maps each code point by `each`, which gets the output, the code point, and the text around it.
#[inline]
fn map(text: &[u8], mut each: impl FnMut(&mut Vec<u8>, u32, &[u8], &[u8])) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut start = 0;
    while let Some((point, len)) = codepoints::decode(&text[start..]) {
        each(&mut out, point, &text[..start], &text[start + len..]);
        start += len;
    }
    out
}

/// `str.upper`
pub fn upper(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    map(text, |out, point, _, _| push_mapped(out, point, CaseMapping::Upper))
}

/// `str.lower`
pub fn lower(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    map(text, push_lower)
}

/// `str.casefold`
pub fn casefold(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    map(text, |out, point, _, _| push_mapped(out, point, CaseMapping::Fold))
}

/// `str.title`: each letter after something that has no case becomes title case, the others lower.
pub fn title(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return bytes_title(text);
    }
    let mut in_word = false;
    map(text, |out, point, before, after| {
        if in_word {
            push_lower(out, point, before, after);
        } else {
            push_mapped(out, point, CaseMapping::Title);
        }
        in_word = unicode::is_cased(point);
    })
}

/// `str.capitalize`: the first code point becomes title case, the others lower.
pub fn capitalize(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return bytes_capitalize(text);
    }
    map(text, |out, point, before, after| {
        if before.is_empty() {
            push_mapped(out, point, CaseMapping::Title);
        } else {
            push_lower(out, point, before, after);
        }
    })
}

/// `str.swapcase`
pub fn swapcase(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return bytes_swapcase(text);
    }
    map(text, |out, point, before, after| {
        if unicode::is_upper(point) {
            push_lower(out, point, before, after);
        } else if unicode::is_lower(point) {
            push_mapped(out, point, CaseMapping::Upper);
        } else {
            codepoints::push(out, point);
        }
    })
}

/// `bytes.title`
pub fn bytes_title(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let each = |&byte: &u8| {
        let mapped = if in_word { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
        in_word = byte.is_ascii_alphabetic();
        mapped
    };
    bytes.iter().map(each).collect()
}

/// `bytes.capitalize`
pub fn bytes_capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    out
}

/// `bytes.swapcase`
pub fn bytes_swapcase(bytes: &[u8]) -> Vec<u8> {
    let each = |&byte: &u8| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte };
    bytes.iter().map(each).collect()
}
