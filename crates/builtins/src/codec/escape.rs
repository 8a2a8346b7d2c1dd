//! `unicode_escape` and `raw_unicode_escape`: text as in source code, with escape sequences for what is not
//! ASCII or Latin-1.

use objmodel::Result;

use super::Codec;
use super::handler::{Decoder, Encoder, Units};
use crate::text::codepoints::MAX_CODE_POINT;

/// Escape sequences as in string literals.
pub(super) struct UnicodeEscape;

/// `\u` and `\U` alone.
pub(super) struct RawUnicodeEscape;

fn push_escape(out: &mut Vec<u8>, point: u32) {
    let text = match point {
        0..=0xff => format!("\\x{point:02x}"),
        0x100..=0xffff => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    };
    out.extend_from_slice(text.as_bytes());
}

/// The value of up to `count` hexadecimal digits, and how many there are.
fn hexadecimal(bytes: &[u8], count: usize) -> (u32, usize) {
    let digits = bytes.iter().take(count).map_while(|byte| char::from(*byte).to_digit(16));
    digits.fold((0, 0), |(value, len), digit| (value << 4 | digit, len + 1))
}

impl Codec for UnicodeEscape {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        for &point in points {
            match point {
                0x5c => job.out.extend_from_slice(b"\\\\"),
                0x09 => job.out.extend_from_slice(b"\\t"),
                0x0a => job.out.extend_from_slice(b"\\n"),
                0x0d => job.out.extend_from_slice(b"\\r"),
                0x20..=0x7e => job.out.push(point as u8),
                _ => push_escape(&mut job.out, point),
            }
        }
        Ok(())
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let bytes = job.bytes;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte != b'\\' {
                job.push(byte.into());
                at += 1;
                continue;
            }
            let start = at;
            let Some(&kind) = bytes.get(at + 1) else {
                at = job.fault(start, bytes.len(), "\\ at end of string", Units::One)?;
                continue;
            };
            at += 2;
            let rest = bytes.get(at..).unwrap_or_default();
            let simple = match kind {
                b'\n' => continue,
                b'\\' | b'\'' | b'"' => kind,
                b'b' => 0x08,
                b'f' => 0x0c,
                b't' => b'\t',
                b'n' => b'\n',
                b'r' => b'\r',
                b'v' => 0x0b,
                b'a' => 0x07,
                b'0'..=b'7' => {
                    let more = rest.iter().take(2).take_while(|byte| (b'0'..=b'7').contains(byte));
                    let digits = std::iter::once(&kind).chain(more.clone());
                    let value = digits.fold(0, |value, byte| value << 3 | u32::from(byte - b'0'));
                    at += more.count();
                    if value > 0o377 {
                        warn(job, &format!("invalid octal escape sequence '\\{value:o}'"))?;
                    }
                    job.push(value);
                    continue;
                }
                b'x' | b'u' | b'U' => {
                    let (count, reason) = match kind {
                        b'x' => (2, "truncated \\xXX escape"),
                        b'u' => (4, "truncated \\uXXXX escape"),
                        _ => (8, "truncated \\UXXXXXXXX escape"),
                    };
                    let (value, len) = hexadecimal(rest, count);
                    at += len;
                    if len < count {
                        at = job.fault(start, at, reason, Units::One)?;
                    } else if value > MAX_CODE_POINT {
                        at = job.fault(start, at, "illegal Unicode character", Units::One)?;
                    } else {
                        job.push(value);
                    }
                    continue;
                }
                b'N' => {
                    at = by_name(job, start, at)?;
                    continue;
                }
                _ => {
                    job.push(b'\\'.into());
                    job.push(kind.into());
                    let shown = char::from(kind);
                    warn(job, &format!("invalid escape sequence '\\{shown}'"))?;
                    continue;
                }
            };
            job.push(simple.into());
        }
        Ok(())
    }
}

fn warn(job: &mut Decoder<'_>, message: &str) -> Result<()> {
    let class = job.rt().types().deprecation_warning.clone();
    job.rt().warn(&class, message)
}

/// `\N{name}`, from behind the `N`; where it ends.
fn by_name(job: &mut Decoder<'_>, start: usize, at: usize) -> Result<usize> {
    const MALFORMED: &str = "malformed \\N character escape";
    let rest = job.bytes.get(at..).unwrap_or_default();
    if rest.first() != Some(&b'{') {
        return job.fault(start, at, MALFORMED, Units::One);
    }
    let Some(len) = memchr::memchr(b'}', rest) else {
        return job.fault(start, job.bytes.len(), MALFORMED, Units::One);
    };
    if len == 1 {
        return job.fault(start, at + 1, MALFORMED, Units::One);
    }
    let end = at + len + 1;
    let name = std::str::from_utf8(rest.get(1..len).unwrap_or_default()).ok();
    match name.and_then(crate::text::names::find) {
        Some(point) => {
            job.push(point);
            Ok(end)
        }
        None => job.fault(start, end, "unknown Unicode character name", Units::One),
    }
}

impl Codec for RawUnicodeEscape {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        for &point in points {
            match point {
                0..=0xff => job.out.push(point as u8),
                _ => push_escape(&mut job.out, point),
            }
        }
        Ok(())
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let bytes = job.bytes;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            at += 1;
            let kind = bytes.get(at).copied().filter(|_| byte == b'\\');
            let Some(kind) = kind else {
                job.push(byte.into());
                continue;
            };
            at += 1;
            let (count, reason) = match kind {
                b'u' => (4, "truncated \\uXXXX escape"),
                b'U' => (8, "truncated \\UXXXXXXXX escape"),
                _ => {
                    job.push(byte.into());
                    job.push(kind.into());
                    continue;
                }
            };
            let (value, len) = hexadecimal(bytes.get(at..).unwrap_or_default(), count);
            at += len;
            if len < count {
                at = job.fault(start, at, reason, Units::One)?;
            } else if value > MAX_CODE_POINT {
                at = job.fault(start, at, "\\Uxxxxxxxx out of range", Units::One)?;
            } else {
                job.push(value);
            }
        }
        Ok(())
    }
}
