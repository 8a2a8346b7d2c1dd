//! The word of a value: how its bits tell what it is.
//!
//! | low bits | meaning |
//! |---|---|
//! | `000` | address of a container object |
//! | `010` | address of a leaf object, which holds no values |
//! | `x01` | small integer of 62 bits |
//! | `011`, `100` | float, rotated so that its upper exponent bits are the tag |
//! | `110` | immediate, its number in the bits above |

use std::num::NonZeroU64;

const TAG: u64 = 0b111;
const OBJECT_MASK: u64 = 0b101;
pub(crate) const LEAF: u64 = 0b010;
const INT_MASK: u64 = 0b11;
const INT: u64 = 0b01;
const IMMEDIATE: u64 = 0b110;
const PLUS_ZERO: u64 = 256 << 3 | IMMEDIATE;
const MINUS_ZERO: u64 = 257 << 3 | IMMEDIATE;

/// The bits of a value. Never zero.
pub(crate) type Word = NonZeroU64;

const fn word(bits: u64) -> Word {
    match NonZeroU64::new(bits) {
        Some(word) => word,
        None => NonZeroU64::MIN,
    }
}

pub(crate) const fn small_int(number: i64) -> Option<Word> {
    let shifted = number << 2;
    if shifted >> 2 == number { Some(word(shifted as u64 | INT)) } else { None }
}

pub(crate) const fn immediate(number: u8) -> Word {
    word((number as u64) << 3 | IMMEDIATE)
}

pub(crate) const fn float(number: f64) -> Option<Word> {
    let bits = number.to_bits();
    let rotated = bits.rotate_left(4);
    match rotated & TAG {
        0b011 | 0b100 => Some(word(rotated)),
        _ if bits == 0 => Some(word(PLUS_ZERO)),
        _ if bits == 1 << 63 => Some(word(MINUS_ZERO)),
        _ => None,
    }
}

#[inline]
pub(crate) const fn is_object(word: Word) -> bool {
    word.get() & OBJECT_MASK == 0
}

#[inline]
pub(crate) const fn is_container(word: Word) -> bool {
    word.get() & TAG == 0
}

#[inline]
pub(crate) const fn as_small_int(word: Word) -> Option<i64> {
    if word.get() & INT_MASK == INT { Some(word.get() as i64 >> 2) } else { None }
}

/// Whether the bits, or no bits at all, are those of two small integers; a tag taken off a wrong word
/// shows in the low bits.
#[inline]
const fn are_small_ints(left: u64, right: u64) -> bool {
    (left.wrapping_sub(INT) | right.wrapping_sub(INT)) & INT_MASK == 0
}

/// The numbers of two small integers. Zero bits are no value.
#[inline]
pub(crate) const fn small_ints(left: u64, right: u64) -> Option<(i64, i64)> {
    if are_small_ints(left, right) { Some((left as i64 >> 2, right as i64 >> 2)) } else { None }
}

/// The sum of two small integers, which overflows a word as it outgrows 62 bits.
#[inline]
pub(crate) const fn small_sum(left: u64, right: u64) -> Option<Word> {
    if !are_small_ints(left, right) {
        return None;
    }
    match (left as i64).checked_add(right.wrapping_sub(INT) as i64) {
        Some(sum) => Some(word(sum as u64 | INT)),
        None => None,
    }
}

/// The difference of two small integers, likewise.
#[inline]
pub(crate) const fn small_difference(left: u64, right: u64) -> Option<Word> {
    if !are_small_ints(left, right) {
        return None;
    }
    match (left as i64).checked_sub(right.wrapping_sub(INT) as i64) {
        Some(difference) => Some(word(difference as u64 | INT)),
        None => None,
    }
}

/// The numbers of two floats that are not zero.
#[inline]
pub(crate) const fn floats(left: u64, right: u64) -> Option<(f64, f64)> {
    // Of the tags only 3 and 4 leave less than two.
    if (left.wrapping_sub(3) | right.wrapping_sub(3)) & 0b110 != 0 {
        return None;
    }
    let (left, right) = (left.rotate_right(4), right.rotate_right(4));
    Some((f64::from_bits(left), f64::from_bits(right)))
}

#[inline]
pub(crate) const fn as_float(word: Word) -> Option<f64> {
    match word.get() & TAG {
        0b011 | 0b100 => Some(f64::from_bits(word.get().rotate_right(4))),
        IMMEDIATE if word.get() == PLUS_ZERO => Some(0.0),
        IMMEDIATE if word.get() == MINUS_ZERO => Some(-0.0),
        _ => None,
    }
}

#[inline]
pub(crate) const fn as_immediate(word: Word) -> Option<u8> {
    let number = word.get() >> 3;
    if word.get() & TAG == IMMEDIATE && number < 256 { Some(number as u8) } else { None }
}
