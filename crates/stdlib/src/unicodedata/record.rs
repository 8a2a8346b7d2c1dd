//! What the tables know of a code point.

use super::table;

/// Numbers of category, bidirectional class, combining class and width, whether it is mirrored, and decimal, digit
/// and numeric value (255: none; the last is the number of one).
#[derive(Clone, Copy)]
pub(super) struct Record(
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
    pub(super) u8,
);

/// Which version of Unicode is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// 15.1
    Current,
    /// 3.2: `ucd_3_2_0`
    Old,
}

/// What a version knows of a code point.
pub(super) fn record(version: Version, point: u32) -> Record {
    let number = match version {
        Version::Current => current(point),
        Version::Old => changed(point).unwrap_or_else(|| current(point)),
    };
    let none = Record(0, 0, 0, 0, 0, 255, 255, 255);
    table::RECORDS.get(usize::from(number)).copied().unwrap_or(none)
}

fn current(point: u32) -> u16 {
    let group = table::INDEX.get((point >> table::GROUP) as usize);
    let group = group.and_then(|&group| table::GROUPS.get(usize::from(group)));
    let in_group = (point >> table::SHIFT) as usize & ((1 << (table::GROUP - table::SHIFT)) - 1);
    let block = group.and_then(|group| group.get(in_group));
    let block = block.and_then(|&block| table::BLOCKS.get(usize::from(block)));
    block.map_or(0, |block| block[point as usize & ((1 << table::SHIFT) - 1)])
}

fn changed(point: u32) -> Option<u16> {
    let place = table::CHANGES.partition_point(|&(_, last, _)| last < point);
    table::CHANGES.get(place).filter(|&&(first, ..)| first <= point).map(|&(.., number)| number)
}

/// Whether the version has a character there.
pub(super) fn is_assigned(version: Version, point: u32) -> bool {
    let Record(category, ..) = record(version, point);
    table::CATEGORIES.get(usize::from(category)).is_some_and(|&category| category != "Cn")
}

/// The tag and the parts that a character is made of, by the table: syllables of Hangul are not in it.
pub(super) fn decomposition(
    version: Version,
    point: u32,
) -> Option<(&'static str, &'static [u32])> {
    if version == Version::Old && !is_assigned(version, point) {
        return None;
    }
    let place = table::DECOMPOSITIONS.binary_search_by_key(&point, |&(point, ..)| point).ok()?;
    let &(_, tag, start, count) = table::DECOMPOSITIONS.get(place)?;
    let parts = table::PARTS.get(usize::from(start)..)?.get(..usize::from(count))?;
    Some((table::TAGS.get(usize::from(tag))?, parts))
}

/// What Unicode 3.2 made of a character by mistake.
pub(super) fn correction(version: Version, point: u32) -> Option<u32> {
    if version == Version::Current {
        return None;
    }
    table::CORRECTIONS.iter().find(|&&(own, _)| own == point).map(|&(_, to)| to)
}

/// What two characters are composed to, by the table.
pub(super) fn composition(first: u32, second: u32) -> Option<u32> {
    let place =
        table::COMPOSITIONS.binary_search_by_key(&(first, second), |&(a, b, _)| (a, b)).ok()?;
    table::COMPOSITIONS.get(place).map(|&(.., composed)| composed)
}
