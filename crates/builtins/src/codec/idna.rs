//! Names of Internet domains (RFC 3490): each label in ASCII or in Punycode behind `xn--`.

use objmodel::Result;
use unicode_normalization::UnicodeNormalization;

use super::Codec;
use super::extra::unsupported_handler;
use super::handler::{Decoder, Encoder};
use super::punycode::{self, Fault};
use crate::text::codepoints;
use crate::text::unicode::{self, CaseMapping};

/// The encoding of domain names.
pub(super) struct Idna;

const PREFIX: &[u8] = b"xn--";

/// Labels are shorter.
const LONGEST: usize = 64;

/// Labels that are much longer are not looked at.
const FAR_TOO_LONG: usize = 1024;

fn fault(start: usize, end: usize, reason: impl Into<String>) -> Fault {
    Fault { start, end, reason: reason.into() }
}

/// A label of ASCII, whose length must be right.
fn checked(label: Vec<u8>, shown: usize) -> Result<Vec<u8>, Fault> {
    match label.len() {
        0 => Err(fault(0, 1, "label empty")),
        len if len < LONGEST => Ok(label),
        _ => Err(fault(0, shown, "label too long")),
    }
}

fn ascii(label: &[u32]) -> Option<Vec<u8>> {
    label.iter().map(|point| u8::try_from(*point).ok().filter(u8::is_ascii)).collect()
}

fn to_ascii(label: &[u32]) -> Result<Vec<u8>, Fault> {
    if let Some(label) = ascii(label) {
        let len = label.len();
        return checked(label, len);
    }
    let label = prepared(label)?;
    if let Some(label) = ascii(&label) {
        let len = label.len();
        return checked(label, len);
    }
    let prefix = label.iter().take(PREFIX.len());
    if prefix.zip(PREFIX).filter(|(point, byte)| **point | 0x20 == u32::from(**byte) | 0x20).count()
        == PREFIX.len()
    {
        return Err(fault(0, PREFIX.len(), "Label starts with ACE prefix"));
    }
    let mut out = PREFIX.to_vec();
    out.extend(punycode::encoded(&label));
    checked(out, label.len())
}

/// A label as it is compared: folded, in normal form, without what is prohibited (RFC 3491).
fn prepared(label: &[u32]) -> Result<Vec<u32>, Fault> {
    let mut mapped = Vec::new();
    for &point in label {
        if is_mapped_to_nothing(point) {
            continue;
        }
        let (folded, len) = unicode::map_case(point, CaseMapping::Fold);
        mapped.extend(folded.iter().take(len));
    }
    let label = normalized(&mapped);
    if let Some(at) = label.iter().position(|point| is_prohibited(*point)) {
        let mut text = Vec::new();
        codepoints::push(&mut text, label[at]);
        let shown = crate::text::repr::repr(&text, crate::text::repr::Shown::Printable);
        let shown = String::from_utf8_lossy(&shown).into_owned();
        return Err(fault(at, at + 1, format!("Invalid character {shown}")));
    }
    let right_to_left = |point: &u32| is_right_to_left(*point);
    if label.iter().any(right_to_left) {
        let left = |point: &u32| unicode::is_alphabetic(*point) && !is_right_to_left(*point);
        if let Some(at) = label.iter().position(left) {
            return Err(fault(at, at + 1, "Violation of BIDI requirement 2"));
        }
        if !label.first().is_some_and(right_to_left) || !label.last().is_some_and(right_to_left) {
            return Err(fault(0, label.len(), "Violation of BIDI requirement 3"));
        }
    }
    Ok(label)
}

/// Normal form KC; surrogates stay what they are.
fn normalized(points: &[u32]) -> Vec<u32> {
    let mut out = Vec::new();
    for part in points.split_inclusive(|point| codepoints::is_surrogate(*point)) {
        let text: String = part.iter().filter_map(|point| char::from_u32(*point)).collect();
        out.extend(text.nfkc().map(u32::from));
        out.extend(part.last().filter(|point| codepoints::is_surrogate(**point)));
    }
    out
}

fn is_mapped_to_nothing(point: u32) -> bool {
    matches!(
        point,
        0xad | 0x34f | 0x1806 | 0x180b..=0x180d | 0x200b..=0x200d | 0x2060 | 0xfe00..=0xfe0f | 0xfeff
    )
}

fn is_prohibited(point: u32) -> bool {
    match point {
        // Blanks and controls beyond ASCII.
        0x80..=0xa0 | 0x1680 | 0x2000..=0x200b | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000 => true,
        0x6dd | 0x70f | 0x180e | 0x200c | 0x200d | 0x2060..=0x2063 | 0x206a..=0x206f => true,
        0xfeff | 0xfff9..=0xfffc | 0x1d173..=0x1d17a => true,
        // Private use, no characters, surrogates.
        0xe000..=0xf8ff | 0xf0000..=0x10ffff | 0xfdd0..=0xfdef | 0xd800..=0xdfff => true,
        // What is for plain text or for describing characters, changes the direction, or tags.
        0xfffd | 0x2ff0..=0x2ffb | 0x340 | 0x341 | 0x200e | 0x200f | 0x202a..=0x202e => true,
        0xe0001 | 0xe0020..=0xe007f => true,
        _ => point & 0xfffe == 0xfffe,
    }
}

/// Letters of scripts that are written from right to left.
fn is_right_to_left(point: u32) -> bool {
    let in_script = matches!(point, 0x5be..=0x85f | 0xfb1d..=0xfdff | 0xfe70..=0xfefc);
    in_script && unicode::is_alphabetic(point) || point == 0x200f
}

/// Where the labels before number `count` end, with their dots.
fn offset<'l>(labels: impl Iterator<Item = &'l [u32]>, count: usize) -> usize {
    labels.take(count).map(|label| label.len() + 1).sum()
}

impl Codec for Idna {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        if job.errors() != "strict" {
            let errors = job.errors().to_owned();
            return Err(unsupported_handler(job.rt(), &errors));
        }
        if points.is_empty() {
            return Ok(());
        }
        job.rt().tick(points.len())?;
        let plain = ascii(points);
        let is_dot = |point: &u32| match plain {
            Some(_) => *point == 0x2e,
            None => matches!(*point, 0x2e | 0x3002 | 0xff0e | 0xff61),
        };
        let mut labels: Vec<&[u32]> = points.split(is_dot).collect();
        let end_dot = labels.last().is_some_and(|label| label.is_empty());
        if end_dot {
            labels.pop();
        }
        let mut out = Vec::new();
        // All labels of plain names are looked at for emptiness first.
        let empty = labels.iter().position(|label| label.is_empty()).filter(|_| plain.is_some());
        if let Some(at) = empty {
            let start = offset(labels.iter().copied(), at);
            return Err(job.refusal(start, start + 1, "label empty"));
        }
        for (number, label) in labels.iter().enumerate() {
            if number > 0 {
                out.push(b'.');
            }
            match to_ascii(label) {
                Ok(label) => out.extend(label),
                Err(fault) => {
                    let start = offset(labels.iter().copied(), number);
                    return Err(job.refusal(start + fault.start, start + fault.end, &fault.reason));
                }
            }
        }
        if end_dot {
            out.push(b'.');
        }
        job.out = out;
        Ok(())
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let errors = job.errors();
        if errors != "strict" {
            return Err(unsupported_handler(job.rt(), errors));
        }
        let bytes = job.bytes;
        job.rt().tick(bytes.len())?;
        let lower = bytes.to_ascii_lowercase();
        if bytes.is_ascii() && memchr::memmem::find(&lower, PREFIX).is_none() {
            job.out.extend_from_slice(bytes);
            return Ok(());
        }
        let mut labels: Vec<&[u8]> = bytes.split(|byte| *byte == b'.').collect();
        let end_dot = labels.last().is_some_and(|label| label.is_empty());
        if end_dot {
            labels.pop();
        }
        let mut place = 0;
        for (number, label) in labels.into_iter().enumerate() {
            if number > 0 {
                job.push(b'.'.into());
            }
            match to_unicode(label) {
                Ok(label) => {
                    place += label.len() + 1;
                    label.into_iter().for_each(|point| job.push(point));
                }
                Err(fault) => {
                    return Err(job.refusal(place + fault.start, place + fault.end, &fault.reason));
                }
            }
        }
        if end_dot {
            job.push(b'.'.into());
        }
        Ok(())
    }
}

fn to_unicode(label: &[u8]) -> Result<Vec<u32>, Fault> {
    if label.len() > FAR_TOO_LONG {
        return Err(fault(0, label.len(), "label way too long"));
    }
    if let Some(at) = label.iter().position(|byte| !byte.is_ascii()) {
        return Err(fault(at, at + 1, "ordinal not in range(128)"));
    }
    let lower = label.to_ascii_lowercase();
    if !lower.starts_with(PREFIX) {
        return Ok(label.iter().map(|byte| u32::from(*byte)).collect());
    }
    let skip = PREFIX.len();
    let text = punycode::decoded(label.get(skip..).unwrap_or_default())
        .map_err(|f| fault(f.start + skip, f.end.saturating_add(skip), f.reason))?;
    let again = to_ascii(&text)?;
    if lower != again {
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (one, two) = (shown(label), shown(&again));
        let reason = format!("IDNA does not round-trip, 'b'{one}'' != 'b'{two}''");
        return Err(fault(0, label.len(), reason));
    }
    Ok(text)
}
