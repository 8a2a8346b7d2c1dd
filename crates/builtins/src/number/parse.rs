//! Floats and complex numbers from text.

use super::radix::{is_space, without_underscores};

/// Whether each underscore stands between digits.
pub fn underscores_fit(text: &str) -> bool {
    let mut parts = text.split(|c: char| !c.is_ascii_digit() && c != '_');
    parts.all(|part| part.is_empty() || without_underscores(part).is_some())
}

/// Reads a float: surrounding whitespace, underscores between digits, `inf`, `infinity` and `nan`
/// in any case.
pub fn float(text: &str) -> Option<f64> {
    unsigned_spaces(text.trim_matches(is_space))
}

fn unsigned_spaces(text: &str) -> Option<f64> {
    if text.is_empty() {
        return None;
    }
    if !text.contains('_') {
        return text.parse().ok();
    }
    if !underscores_fit(text) {
        return None;
    }
    text.replace('_', "").parse().ok()
}

/// Reads a complex number: `1+2j`, `(1+2j)`, `2j`, `j`, `1`.
pub fn complex(text: &str) -> Option<(f64, f64)> {
    let mut text = text.trim_matches(is_space);
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')')?.trim_matches(is_space);
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some((unsigned_spaces(text)?, 0.0));
    };
    // The imaginary part begins at the last sign that is no exponent's.
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&at| matches!(bytes[at], b'+' | b'-') && !matches!(bytes[at - 1], b'e' | b'E'));
    let (real, imaginary) = match split {
        Some(at) => (unsigned_spaces(body.get(..at)?)?, body.get(at..)?),
        None => (0.0, body),
    };
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => unsigned_spaces(digits)?,
    };
    Some((real, imaginary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complex_texts() {
        let facts = [
            ("1+2j", Some((1.0, 2.0))),
            (" ( 1-2j ) ", Some((1.0, -2.0))),
            ("j", Some((0.0, 1.0))),
            ("-j", Some((0.0, -1.0))),
            ("1e5-1e-5j", Some((1e5, -1e-5))),
            ("3", Some((3.0, 0.0))),
            ("1 + 2j", None),
            ("1+2", None),
            ("", None),
        ];
        for (text, expected) in facts {
            assert_eq!(complex(text), expected, "{text}");
        }
        assert_eq!(float("1_0.5"), Some(10.5));
        assert_eq!(float("1__0"), None);
        assert_eq!(float("_1"), None);
        assert_eq!(float(" -Infinity "), Some(f64::NEG_INFINITY));
    }
}
