//! 8-bit encodings by a table of 256 characters.

use objmodel::Result;

use super::Codec;
use super::charmap_table::CHARMAPS;
use super::handler::{Decoder, Encoder, Units};

/// Stands in tables where a byte means nothing.
const NONE: char = '\u{fffe}';

const UNDEFINED: &str = "character maps to <undefined>";

/// The characters of the bytes.
pub(super) struct Charmap([char; 256]);

/// The encoding of this name.
pub(super) fn find(name: &str) -> Option<Charmap> {
    let at = CHARMAPS.binary_search_by_key(&name, |(name, _)| name).ok()?;
    let (_, characters) = CHARMAPS.get(at)?;
    let mut map = std::array::from_fn(|byte| char::from(byte as u8));
    let count = characters.chars().count();
    for (place, c) in map.iter_mut().skip(256 - count.min(256)).zip(characters.chars()) {
        *place = c;
    }
    Some(Charmap(map))
}

impl Charmap {
    /// Whether the lower half is ASCII, and the upper half is not.
    pub(super) fn extends_ascii(&self) -> bool {
        let (lower, upper) = self.0.split_at(128);
        lower.iter().zip(0u8..).all(|(c, byte)| *c == char::from(byte))
            && !upper.iter().any(char::is_ascii)
    }
}

impl Codec for Charmap {
    fn encode(&self, job: &mut Encoder<'_>, points: &[u32]) -> Result<()> {
        let mut bytes: Vec<(u32, u8)> =
            self.0.iter().zip(0u8..=255).map(|(c, byte)| (u32::from(*c), byte)).collect();
        bytes.retain(|(point, _)| *point != u32::from(NONE));
        // Of several bytes for one character the last one is its own.
        bytes.sort_unstable();
        let ascii = self.extends_ascii();
        job.each(points, (UNDEFINED, Units::Table, true), |out, point| {
            if ascii && point < 0x80 {
                out.push(point as u8);
                return true;
            }
            let end = bytes.partition_point(|(other, _)| *other <= point);
            match end.checked_sub(1).and_then(|at| bytes.get(at)) {
                Some((found, byte)) if *found == point => {
                    out.push(*byte);
                    true
                }
                _ => false,
            }
        })
    }

    fn decode(&self, job: &mut Decoder<'_>) -> Result<()> {
        let mut at = 0;
        while let Some(byte) = job.bytes.get(at) {
            let c = self.0[usize::from(*byte)];
            if c == NONE {
                at = job.fault(at, at + 1, UNDEFINED, Units::Table)?;
                continue;
            }
            job.push(c.into());
            at += 1;
        }
        Ok(())
    }
}
