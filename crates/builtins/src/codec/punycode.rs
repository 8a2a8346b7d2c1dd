//! Punycode (RFC 3492): the ASCII characters of a text, then where the others belong.

use objmodel::Result;

use super::Codec;
use super::extra::unsupported_handler;
use super::handler::{Decoder, Encoder, Units};
use crate::text::codepoints;

/// Punycode.
pub(super) struct Punycode;

const BASE: u64 = 36;
const FIRST: u64 = 0x80;
const FIRST_BIAS: u64 = 72;

/// The threshold of digit number `place`.
fn threshold(place: u64, bias: u64) -> u64 {
    (BASE * (place + 1)).saturating_sub(bias).clamp(1, 26)
}

fn adapted(delta: u64, first: bool, count: u64) -> u64 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count.max(1);
    let mut divisions = 0;
    while delta > 455 {
        delta /= 35;
        divisions += 36;
    }
    divisions + 36 * delta / (delta + 38)
}

/// What went wrong, and where.
pub(super) struct Fault {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) reason: String,
}

/// Punycode of a text. Time in proportion to the text and the number of its distinct characters beyond
/// ASCII.
pub(super) fn encoded(points: &[u32]) -> Vec<u8> {
    let mut out: Vec<u8> = points.iter().filter(|p| **p < 0x80).map(|p| *p as u8).collect();
    let mut count = out.len() as u64;
    if count > 0 {
        out.push(b'-');
    }
    let mut others: Vec<u32> = points.iter().copied().filter(|point| *point >= 0x80).collect();
    others.sort_unstable();
    others.dedup();
    let (mut next, mut delta, mut bias, mut first) = (FIRST, 0u64, FIRST_BIAS, true);
    for point in others {
        delta += (u64::from(point) - next) * (count + 1);
        next = point.into();
        for &other in points {
            if other < point {
                delta += 1;
            }
            if other == point {
                push_number(&mut out, delta, bias);
                count += 1;
                bias = adapted(delta, first, count);
                (delta, first) = (0, false);
            }
        }
        delta += 1;
        next += 1;
    }
    out
}

fn push_number(out: &mut Vec<u8>, mut number: u64, bias: u64) {
    const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    for place in 0.. {
        let least = threshold(place, bias);
        if number < least {
            out.push(DIGITS[number as usize % 36]);
            return;
        }
        let digit = least + (number - least) % (BASE - least);
        out.push(DIGITS[digit as usize % 36]);
        number = (number - least) / (BASE - least);
    }
}

/// The text that numbers put characters into; where one is wrong it ends, unless `strict`.
fn inserted(mut text: Vec<u32>, numbers: &[u8], strict: bool) -> Result<Vec<u32>, Fault> {
    let (mut point, mut place, mut bias) = (FIRST, u64::MAX, FIRST_BIAS);
    let mut at = 0;
    while at < numbers.len() {
        let first = at == 0;
        let (delta, end) = match number(numbers, at, bias) {
            Ok(read) => read,
            Err(fault) if strict => return Err(fault),
            Err(_) => return Ok(text),
        };
        place = place.wrapping_add(delta).wrapping_add(1);
        let room = text.len() as u64 + 1;
        point = point.saturating_add(place / room);
        let c = match u32::try_from(point) {
            Ok(c) if c <= codepoints::MAX_CODE_POINT => c,
            _ if strict => {
                let end = usize::try_from(place).unwrap_or(usize::MAX);
                let reason = format!("Invalid character U+{point:x}");
                return Err(Fault { start: end.saturating_sub(1), end, reason });
            }
            _ => '?'.into(),
        };
        place %= room;
        text.insert(place as usize, c);
        bias = adapted(delta, first, text.len() as u64);
        at = end;
    }
    Ok(text)
}

/// A number in digits from `at` on, and where it ends.
fn number(digits: &[u8], mut at: usize, bias: u64) -> Result<(u64, usize), Fault> {
    let (mut result, mut weight) = (0u64, 1u64);
    for place in 0.. {
        let Some(&byte) = digits.get(at) else {
            let reason = "incomplete punycode string".to_owned();
            return Err(Fault { start: at, end: at + 1, reason });
        };
        at += 1;
        let byte = byte.to_ascii_uppercase();
        let digit = match byte {
            b'A'..=b'Z' => u64::from(byte - b'A'),
            b'0'..=b'9' => u64::from(byte - b'0') + 26,
            _ => {
                let reason = format!("Invalid extended code point '{byte}'");
                return Err(Fault { start: at - 1, end: at, reason });
            }
        };
        let least = threshold(place, bias);
        result = result.saturating_add(digit.saturating_mul(weight));
        if digit < least {
            break;
        }
        weight = weight.saturating_mul(BASE - least);
    }
    Ok((result, at))
}

/// The text of Punycode that has nothing but ASCII before its last `-`.
pub(super) fn decoded(bytes: &[u8]) -> Result<Vec<u32>, Fault> {
    let (base, numbers, offset) = split(bytes);
    let base = base.iter().map(|byte| u32::from(*byte)).collect();
    inserted(base, numbers, true).map_err(|fault| moved(fault, offset))
}

fn moved(fault: Fault, offset: usize) -> Fault {
    Fault { start: fault.start + offset, end: fault.end.saturating_add(offset), ..fault }
}

/// What stands before the last `-`, what behind it, and where that begins.
fn split(bytes: &[u8]) -> (&[u8], &[u8], usize) {
    match memchr::memrchr(b'-', bytes) {
        Some(at) => (&bytes[..at], &bytes[at + 1..], at + 1),
        None => (&[], bytes, 0),
    }
}

impl Codec for Punycode {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        let distinct = points.iter().filter(|point| **point >= 0x80).count();
        job.rt().tick(distinct.saturating_mul(points.len()) / 64)?;
        job.out = encoded(points);
        Ok(())
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let errors = job.errors();
        if !matches!(errors, "strict" | "replace" | "ignore") {
            return Err(unsupported_handler(job.rt(), errors));
        }
        let (base, numbers, offset) = split(job.bytes);
        job.rt().tick(numbers.len().saturating_mul(base.len() + numbers.len()) / 64)?;
        for (at, byte) in base.iter().enumerate() {
            match byte.is_ascii() {
                true => job.push(u32::from(*byte)),
                false => {
                    let reason = "ordinal not in range(128)";
                    job.fault(at, at + 1, reason, Units::One)?;
                }
            }
        }
        let text = codepoints::CodePoints::new(&job.out).collect();
        match inserted(text, numbers, errors == "strict") {
            Ok(text) => {
                job.out.clear();
                text.into_iter().for_each(|point| job.push(point));
                Ok(())
            }
            Err(fault) => {
                let fault = moved(fault, offset);
                Err(job.refusal(fault.start, fault.end, &fault.reason))
            }
        }
    }
}
