//! Padding and tabs.

use super::codepoints;

/// How much goes before and after a text of `len` units to centre it in `width`.
pub fn centre(len: usize, width: usize) -> (usize, usize) {
    let missing = width.saturating_sub(len);
    // The odd one goes to the left if the width is odd.
    let left = missing / 2 + (missing & width & 1);
    (left, missing - left)
}

/// Zeros between sign and digits.
pub fn zero_fill(text: &[u8], len: usize, width: usize) -> Vec<u8> {
    let zeros = width.saturating_sub(len);
    let signed = matches!(text.first(), Some(b'+' | b'-'));
    let (sign, digits) = text.split_at(usize::from(signed));
    let mut out = Vec::with_capacity(text.len() + zeros);
    out.extend_from_slice(sign);
    out.resize(sign.len() + zeros, b'0');
    out.extend_from_slice(digits);
    out
}

/// Tabs as blanks up to the next column that `size` divides; `points` says that columns count code
/// points.
pub fn expand_tabs(text: &[u8], size: usize, points: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let (mut column, mut from) = (0, 0);
    for at in memchr::memchr3_iter(b'\t', b'\n', b'\r', text) {
        let run = text.get(from..at).unwrap_or_default();
        out.extend_from_slice(run);
        from = at + 1;
        if text.get(at) != Some(&b'\t') {
            out.extend(text.get(at));
            column = 0;
            continue;
        }
        column += if points { codepoints::count(run) } else { run.len() };
        if size > 0 {
            let width = size - column % size;
            out.resize(out.len() + width, b' ');
            column += width;
        }
    }
    out.extend_from_slice(text.get(from..).unwrap_or_default());
    out
}
