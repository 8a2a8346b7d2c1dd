//! Literals that show a text: `repr` and `ascii` of `str`, `repr` of `bytes` and `bytearray`.
//!
//! Each comes with the exact length of its result, so that a caller can charge for it first.

use super::codepoints;
use super::unicode;

/// Which code points beyond ASCII a literal shows as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// `repr`: the printable ones.
    Printable,
    /// `ascii`: none.
    Ascii,
}

/// The literal of a `str`, with quotes.
pub fn repr(text: &[u8], shown: Shown) -> Vec<u8> {
    let mut out = Vec::with_capacity(repr_len(text, shown));
    write_repr(text, shown, &mut |piece| out.extend_from_slice(piece));
    out
}

/// The length of [`repr`] in bytes.
pub fn repr_len(text: &[u8], shown: Shown) -> usize {
    let mut len = 0;
    write_repr(text, shown, &mut |piece| len += piece.len());
    len
}

/// The quotes of a text whose `repr` is nothing but the text between them; `None` for other texts.
pub fn plain_quote(text: &[u8]) -> Option<u8> {
    let quote = quote_for(text);
    (shown_run(text, quote, Shown::Printable) == text.len()).then_some(quote)
}

/// How many bytes at the beginning stand for themselves between such quotes.
fn shown_run(text: &[u8], quote: u8, shown: Shown) -> usize {
    let mut run = 0;
    loop {
        let rest = text.get(run..).unwrap_or_default();
        run += plain_run(rest, quote);
        if shown == Shown::Ascii {
            return run;
        }
        let mut beyond = false;
        while let Some((point, len)) = codepoints::decode(text.get(run..).unwrap_or_default())
            && point >= 0x80
            && unicode::is_printable(point)
        {
            run += len;
            beyond = true;
        }
        if !beyond {
            return run;
        }
    }
}

/// How many bytes at the beginning are ASCII that stands for itself between such quotes.
fn plain_run(text: &[u8], quote: u8) -> usize {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte) & (byte != b'\\') & (byte != quote);
    let (blocks, _) = text.as_chunks::<16>();
    // Without a way out of the loop over a block, it takes a few vector instructions.
    let whole = |block: &&[u8; 16]| block.iter().fold(true, |all, &byte| all & plain(byte));
    let run = blocks.iter().take_while(whole).count() * 16;
    let rest = text.get(run..).unwrap_or_default();
    run + rest.iter().take_while(|&&byte| plain(byte)).count()
}

/// `ascii()` of what `repr()` returned: escapes, but no quotes.
pub fn escape_non_ascii(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len().saturating_mul(2));
    let mut rest = text;
    loop {
        let run = rest.iter().position(|byte| *byte >= 0x80).unwrap_or(rest.len());
        out.extend_from_slice(&rest[..run]);
        rest = &rest[run..];
        let Some((point, len)) = codepoints::decode(rest) else { return out };
        write_escape(point, &mut |piece| out.extend_from_slice(piece));
        rest = &rest[len..];
    }
}

/// The literal of a `bytes`, with its prefix and quotes. A `bytearray` is this between
/// `bytearray(` and `)`.
pub fn bytes_repr(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes_repr_len(bytes));
    write_bytes_repr(bytes, &mut |piece| out.extend_from_slice(piece));
    out
}

/// The length of [`bytes_repr`] in bytes.
pub fn bytes_repr_len(bytes: &[u8]) -> usize {
    let mut len = 0;
    write_bytes_repr(bytes, &mut |piece| len += piece.len());
    len
}

/// Single quotes, unless that would need escapes and double quotes would not.
fn quote_for(text: &[u8]) -> u8 {
    if text.contains(&b'\'') && !text.contains(&b'"') { b'"' } else { b'\'' }
}

fn write_repr(text: &[u8], shown: Shown, write: &mut impl FnMut(&[u8])) {
    let quote = quote_for(text);
    write(&[quote]);
    let mut rest = text;
    loop {
        let run = shown_run(rest, quote, shown);
        write(&rest[..run]);
        rest = &rest[run..];
        let Some((point, len)) = codepoints::decode(rest) else { break };
        if point < 0x80 {
            write_ascii(point as u8, quote, write);
        } else {
            write_escape(point, write);
        }
        rest = &rest[len..];
    }
    write(&[quote]);
}

fn write_bytes_repr(bytes: &[u8], write: &mut impl FnMut(&[u8])) {
    let quote = quote_for(bytes);
    write(&[b'b', quote]);
    for &byte in bytes {
        write_ascii(byte, quote, write);
    }
    write(&[quote]);
}

fn write_ascii(byte: u8, quote: u8, write: &mut impl FnMut(&[u8])) {
    match byte {
        b'\\' => write(b"\\\\"),
        b'\t' => write(b"\\t"),
        b'\n' => write(b"\\n"),
        b'\r' => write(b"\\r"),
        _ if byte == quote => write(&[b'\\', quote]),
        b' '..=b'~' => write(&[byte]),
        _ => write_escape(u32::from(byte), write),
    }
}

/// Writes `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that fits.
pub(super) fn write_escape(point: u32, write: &mut impl FnMut(&[u8])) {
    let (letter, digits) = match point {
        0..=0xFF => (b'x', 2),
        0x100..=0xFFFF => (b'u', 4),
        _ => (b'U', 8),
    };
    let mut escape = [b'\\', letter, 0, 0, 0, 0, 0, 0, 0, 0];
    for (digit, place) in (0..digits).rev().zip(&mut escape[2..]) {
        *place = b"0123456789abcdef"[(point >> (4 * digit) & 15) as usize];
    }
    write(&escape[..2 + digits as usize]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_escapes() {
        for (text, literal) in [
            (&b""[..], &b"''"[..]),
            (b"it's", b"\"it's\""),
            (b"\"it's\"", b"'\"it\\'s\"'"),
            (b"a\\\t\r\n\x00\x7f", b"'a\\\\\\t\\r\\n\\x00\\x7f'"),
            (b"\xED\xA0\x80", b"'\\ud800'"),
            (
                b"a text of 40 bytes has nothing to escape",
                b"'a text of 40 bytes has nothing to escape'",
            ),
            (b"sixteen letters, a tab\t", b"'sixteen letters, a tab\\t'"),
        ] {
            assert_eq!(repr(text, Shown::Printable), literal);
            assert_eq!(repr_len(text, Shown::Printable), literal.len());
            let plain = literal.len() == text.len() + 2;
            assert_eq!(plain_quote(text), plain.then(|| literal[0]));
        }
        assert_eq!(bytes_repr(b"'\xff\n~"), b"b\"'\\xff\\n~\"");
        assert_eq!(escape_non_ascii("'é€😀'".as_bytes()), b"'\\xe9\\u20ac\\U0001f600'");
    }
}
