//! UTF-7 (RFC 2152): runs of UTF-16 in base 64 between `+` and `-`.

use objmodel::Result;

use super::Codec;
use super::handler::{Decoder, Encoder, Units};
use crate::text::codepoints;

/// UTF-7.
pub(super) struct Utf7;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn digit(byte: u8) -> Option<u32> {
    DIGITS.iter().position(|digit| *digit == byte).map(|value| value as u32)
}

/// Whether a character stands for itself outside of runs.
fn is_direct(point: u32) -> bool {
    matches!(point, 0x09 | 0x0a | 0x0d | 0x20..=0x7d) && point != 0x2b && point != 0x5c
}

/// Bits on their way from units of 16 to digits of 6.
#[derive(Default)]
struct Bits {
    value: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, out: &mut Vec<u8>, unit: u32) {
        self.value = self.value << 16 | unit;
        self.count += 16;
        while self.count >= 6 {
            self.count -= 6;
            out.push(DIGITS[(self.value >> self.count & 63) as usize]);
            self.value &= (1 << self.count) - 1;
        }
    }

    /// The last digit, filled up with zeros.
    fn finish(&mut self, out: &mut Vec<u8>) {
        if self.count > 0 {
            out.push(DIGITS[(self.value << (6 - self.count) & 63) as usize]);
        }
        *self = Bits::default();
    }
}

impl Codec for Utf7 {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        let out = &mut job.out;
        let (mut inside, mut bits) = (false, Bits::default());
        for &point in points {
            if is_direct(point) {
                let byte = point as u8;
                if inside {
                    bits.finish(out);
                    inside = false;
                    // What cannot be a digit ends a run by itself.
                    if digit(byte).is_some() || byte == b'-' {
                        out.push(b'-');
                    }
                }
                out.push(byte);
                continue;
            }
            if !inside {
                out.push(b'+');
                if point == u32::from(b'+') {
                    out.push(b'-');
                    continue;
                }
                inside = true;
            }
            if point < 0x1_0000 {
                bits.push(out, point);
            } else {
                let offset = point - 0x1_0000;
                bits.push(out, 0xd800 | offset >> 10);
                bits.push(out, 0xdc00 | offset & 0x3ff);
            }
        }
        bits.finish(out);
        if inside {
            out.push(b'-');
        }
        Ok(())
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let bytes = job.bytes;
        let mut run = Run::default();
        let mut at = 0;
        loop {
            let Some(&byte) = bytes.get(at) else {
                if !run.inside || !run.is_cut() {
                    return Ok(());
                }
                run.inside = false;
                let reason = "unterminated shift sequence";
                at = job.fault(run.start, bytes.len(), reason, Units::One)?;
                continue;
            };
            if run.inside {
                if let Some(value) = digit(byte) {
                    run.push(job, value);
                    at += 1;
                    continue;
                }
                run.inside = false;
                let reason = match run.count {
                    6.. => Some("partial character in base64 sequence"),
                    1.. if run.value != 0 => Some("non-zero padding bits in shift sequence"),
                    _ => None,
                };
                if let Some(reason) = reason {
                    at = job.fault(run.start, at + 1, reason, Units::One)?;
                    continue;
                }
                if let Some(high) = run.high.take()
                    && byte < 0x80
                    && byte != b'+'
                {
                    job.push(high);
                }
                at += usize::from(byte == b'-');
                continue;
            }
            let start = at;
            at += 1;
            if byte == b'+' {
                match bytes.get(at) {
                    Some(b'-') => {
                        job.push(b'+'.into());
                        at += 1;
                    }
                    Some(next) if digit(*next).is_none() => {
                        at = job.fault(start, at + 1, "ill-formed sequence", Units::One)?;
                    }
                    _ => run = Run { inside: true, start, ..Run::default() },
                }
            } else if byte < 0x80 {
                job.push(byte.into());
            } else {
                at = job.fault(start, at, "unexpected special character", Units::One)?;
            }
        }
    }
}

/// A run in base 64 that is being read.
#[derive(Default)]
struct Run {
    inside: bool,
    /// Where its `+` is.
    start: usize,
    value: u32,
    count: u32,
    /// The first half of a pair.
    high: Option<u32>,
}

impl Run {
    /// Whether something is missing at the end.
    fn is_cut(&self) -> bool {
        self.high.is_some() || self.count >= 6 || self.count > 0 && self.value != 0
    }

    fn push(&mut self, job: &mut Decoder<'_>, digit: u32) {
        self.value = self.value << 6 | digit;
        self.count += 6;
        if self.count < 16 {
            return;
        }
        self.count -= 16;
        let unit = self.value >> self.count;
        self.value &= (1 << self.count) - 1;
        if let Some(high) = self.high.take() {
            if (0xdc00..=0xdfff).contains(&unit) {
                job.push(0x1_0000 + ((high & 0x3ff) << 10 | unit & 0x3ff));
                return;
            }
            job.push(high);
        }
        match (0xd800..=0xdbff).contains(&unit) && codepoints::is_surrogate(unit) {
            true => self.high = Some(unit),
            false => job.push(unit),
        }
    }
}
