//! UTF-8, UTF-16, UTF-32, ASCII and Latin-1.

use objmodel::Result;

use super::Codec;
use super::handler::{Decoder, Encoder, Units};
use crate::text::codepoints;

/// A byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Lowest byte first.
    Little,
    /// Highest byte first.
    Big,
}

const NO_SURROGATES: &str = "surrogates not allowed";

/// UTF-8.
pub(super) struct Utf8;

impl Codec for Utf8 {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        job.each(points, (NO_SURROGATES, Units::Utf8, true), |out, point| {
            let good = !codepoints::is_surrogate(point);
            if good {
                codepoints::push(out, point);
            }
            good
        })
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let mut at = 0;
        while let Some(rest) = job.bytes.get(at..).filter(|rest| !rest.is_empty()) {
            // What is right goes over as a whole.
            let right = match std::str::from_utf8(rest) {
                Ok(text) => text.len(),
                Err(error) => error.valid_up_to(),
            };
            job.out.extend_from_slice(rest.get(..right).unwrap_or_default());
            at += right;
            let Some(rest) = job.bytes.get(at..).filter(|rest| !rest.is_empty()) else { break };
            let (wrong, reason) = utf8_fault(rest);
            at = job.fault(at, at + wrong, reason, Units::Utf8)?;
        }
        Ok(())
    }
}

/// How many bytes are wrong at the beginning, and why.
fn utf8_fault(bytes: &[u8]) -> (usize, &'static str) {
    const START: &str = "invalid start byte";
    let (len, second) = match bytes.first().copied().unwrap_or_default() {
        0xc2..=0xdf => (2, 0x80..=0xbf),
        0xe0 => (3, 0xa0..=0xbf),
        0xed => (3, 0x80..=0x9f),
        0xe1..=0xef => (3, 0x80..=0xbf),
        0xf0 => (4, 0x90..=0xbf),
        0xf1..=0xf3 => (4, 0x80..=0xbf),
        0xf4 => (4, 0x80..=0x8f),
        _ => return (1, START),
    };
    for at in 1..len {
        let range = if at == 1 { second.clone() } else { 0x80..=0xbf };
        match bytes.get(at) {
            None => return (at, "unexpected end of data"),
            Some(byte) if !range.contains(byte) => return (at, "invalid continuation byte"),
            Some(_) => {}
        }
    }
    (1, START)
}

/// Encodings whose bytes are the first code points.
fn encode_below(job: &mut Encoder<'_>, points: &[u32], end: u32, reason: &str) -> Result<()> {
    job.out.reserve(points.len());
    job.each(points, (reason, Units::One, true), |out, point| {
        let good = point < end;
        if good {
            out.push(point as u8);
        }
        good
    })
}

/// ASCII.
pub(super) struct Ascii;

impl Codec for Ascii {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        encode_below(job, points, 0x80, "ordinal not in range(128)")
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let mut at = 0;
        while let Some(byte) = job.bytes.get(at) {
            match byte {
                0..=0x7f => {
                    job.out.push(*byte);
                    at += 1;
                }
                _ => at = job.fault(at, at + 1, "ordinal not in range(128)", Units::One)?,
            }
        }
        Ok(())
    }
}

/// Latin-1.
pub(super) struct Latin1;

impl Codec for Latin1 {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        encode_below(job, points, 0x100, "ordinal not in range(256)")
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        for byte in job.bytes {
            match byte {
                0..=0x7f => job.out.push(*byte),
                _ => job.out.extend_from_slice(&[0xc0 | byte >> 6, 0x80 | byte & 0x3f]),
            }
        }
        Ok(())
    }
}

/// Appends units of the same size, one for each item.
fn widen<T: Copy, const N: usize>(out: &mut Vec<u8>, items: &[T], unit: impl Fn(T) -> [u8; N]) {
    let begin = out.len();
    out.resize(begin + N * items.len(), 0);
    let units = out.get_mut(begin..).unwrap_or_default().as_chunks_mut::<N>().0;
    for (place, item) in units.iter_mut().zip(items) {
        *place = unit(*item);
    }
}

/// Appends the characters of the units at a place that are one each; how many there are.
fn push_plain_run<const N: usize>(
    job: &mut Decoder<'_>,
    at: usize,
    point: impl Fn([u8; N]) -> u32,
) -> usize {
    let units = job.bytes.get(at..).unwrap_or_default().as_chunks::<N>().0;
    let plain = |point| point <= codepoints::MAX_CODE_POINT && !codepoints::is_surrogate(point);
    let (blocks, rest) = units.as_chunks::<8>();
    let mut done = 0;
    for block in blocks {
        let points = block.map(&point);
        if points.iter().fold(0, |all, point| all | point) < 0x80 {
            job.out.extend_from_slice(&points.map(|point| point as u8));
            done += points.len();
            continue;
        }
        for point in points {
            if !plain(point) {
                return done;
            }
            codepoints::push(&mut job.out, point);
            done += 1;
        }
    }
    for point in rest.iter().map(|unit| point(*unit)).take_while(|point| plain(*point)) {
        codepoints::push(&mut job.out, point);
        done += 1;
    }
    done
}

/// UTF-16; the byte order, or none if a mark tells it.
pub(super) struct Utf16(pub(super) Option<Order>);

impl Codec for Utf16 {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        let units = Units::Two(self.0.unwrap_or(Order::Little));
        job.out.reserve(points.len() * 2 + 2);
        if self.0.is_none() {
            job.out.extend_from_slice(&[0xff, 0xfe]);
        }
        job.each(points, (NO_SURROGATES, units, false), |out, point| {
            let good = !codepoints::is_surrogate(point);
            if good {
                units.push(out, point);
            }
            good
        })
    }

    fn encode_whole(&self, text: &str) -> Option<Vec<u8>> {
        let units = text.chars().count() + text.bytes().filter(|byte| *byte >= 0xf0).count();
        let mut out = Vec::with_capacity(2 * units + 2);
        if self.0.is_none() {
            out.extend_from_slice(&[0xff, 0xfe]);
        }
        let order = self.0.unwrap_or(Order::Little);
        if text.is_ascii() {
            match order {
                Order::Little => widen(&mut out, text.as_bytes(), |byte| [byte, 0]),
                Order::Big => widen(&mut out, text.as_bytes(), |byte| [0, byte]),
            }
            return Some(out);
        }
        let mut pair = [0; 2];
        for c in text.chars() {
            for unit in c.encode_utf16(&mut pair) {
                out.extend_from_slice(&match order {
                    Order::Little => unit.to_le_bytes(),
                    Order::Big => unit.to_be_bytes(),
                });
            }
        }
        Some(out)
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let (order, mut at) = match (self.0, job.bytes) {
            (Some(order), _) => (order, 0),
            (None, [0xff, 0xfe, ..]) => (Order::Little, 2),
            (None, [0xfe, 0xff, ..]) => (Order::Big, 2),
            (None, _) => (Order::Little, 0),
        };
        let name = match order {
            Order::Little => "utf-16-le",
            Order::Big => "utf-16-be",
        };
        job.rename(name);
        let bytes = job.bytes;
        let unit = |at: usize| -> Option<u32> {
            let pair = bytes.get(at..)?.first_chunk::<2>()?;
            Some(match order {
                Order::Big => u16::from_be_bytes(*pair).into(),
                Order::Little => u16::from_le_bytes(*pair).into(),
            })
        };
        while at < bytes.len() {
            at += 2 * push_plain_run(job, at, |pair: [u8; 2]| match order {
                Order::Little => u16::from_le_bytes(pair).into(),
                Order::Big => u16::from_be_bytes(pair).into(),
            });
            if at >= bytes.len() {
                break;
            }
            let (end, reason) = match unit(at) {
                None => (bytes.len(), "truncated data"),
                Some(high @ 0xd800..=0xdbff) => match unit(at + 2) {
                    Some(low @ 0xdc00..=0xdfff) => {
                        job.push(0x1_0000 + ((high & 0x3ff) << 10 | (low & 0x3ff)));
                        at += 4;
                        continue;
                    }
                    Some(_) => (at + 2, "illegal UTF-16 surrogate"),
                    None => (bytes.len(), "unexpected end of data"),
                },
                Some(0xdc00..=0xdfff) => (at + 2, "illegal encoding"),
                Some(point) => {
                    job.push(point);
                    at += 2;
                    continue;
                }
            };
            at = job.fault(at, end, reason, Units::Two(order))?;
        }
        Ok(())
    }
}

/// UTF-32; the byte order, or none if a mark tells it.
pub(super) struct Utf32(pub(super) Option<Order>);

impl Codec for Utf32 {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        let units = Units::Four(self.0.unwrap_or(Order::Little));
        job.out.reserve(points.len() * 4 + 4);
        if self.0.is_none() {
            job.out.extend_from_slice(&[0xff, 0xfe, 0, 0]);
        }
        job.each(points, (NO_SURROGATES, units, false), |out, point| {
            let good = !codepoints::is_surrogate(point);
            if good {
                units.push(out, point);
            }
            good
        })
    }

    fn encode_whole(&self, text: &str) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(4 * text.chars().count() + 4);
        if self.0.is_none() {
            out.extend_from_slice(&[0xff, 0xfe, 0, 0]);
        }
        match (self.0.unwrap_or(Order::Little), text.is_ascii()) {
            (Order::Little, true) => widen(&mut out, text.as_bytes(), |byte| [byte, 0, 0, 0]),
            (Order::Big, true) => widen(&mut out, text.as_bytes(), |byte| [0, 0, 0, byte]),
            (Order::Little, false) => {
                text.chars().for_each(|c| out.extend_from_slice(&u32::from(c).to_le_bytes()));
            }
            (Order::Big, false) => {
                text.chars().for_each(|c| out.extend_from_slice(&u32::from(c).to_be_bytes()));
            }
        }
        Some(out)
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let (order, mut at) = match (self.0, job.bytes) {
            (Some(order), _) => (order, 0),
            (None, [0xff, 0xfe, 0, 0, ..]) => (Order::Little, 4),
            (None, [0, 0, 0xfe, 0xff, ..]) => (Order::Big, 4),
            (None, _) => (Order::Little, 0),
        };
        let name = match order {
            Order::Little => "utf-32-le",
            Order::Big => "utf-32-be",
        };
        job.rename(name);
        let bytes = job.bytes;
        while at < bytes.len() {
            at += 4 * push_plain_run(job, at, |unit: [u8; 4]| match order {
                Order::Little => u32::from_le_bytes(unit),
                Order::Big => u32::from_be_bytes(unit),
            });
            let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) else { break };
            let (end, reason) = match rest.first_chunk::<4>() {
                None => (bytes.len(), "truncated data"),
                Some(unit) => {
                    let point = match order {
                        Order::Big => u32::from_be_bytes(*unit),
                        Order::Little => u32::from_le_bytes(*unit),
                    };
                    if point > codepoints::MAX_CODE_POINT {
                        (at + 4, "code point not in range(0x110000)")
                    } else if codepoints::is_surrogate(point) {
                        (at + 4, "code point in surrogate code point range(0xd800, 0xe000)")
                    } else {
                        job.push(point);
                        at += 4;
                        continue;
                    }
                }
            };
            at = job.fault(at, end, reason, Units::Four(order))?;
        }
        Ok(())
    }
}
