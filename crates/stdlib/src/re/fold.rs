//! Which characters count as the same where case is ignored.

use objmodel_builtins::text::unicode::{CaseMapping, map_case};

/// How case is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// It is not.
    Exact,
    /// For the letters of ASCII.
    Ascii,
    /// For all letters.
    Unicode,
}

/// Small letters that have the same capital (Unicode 15.1).
const SAME_CAPITAL: [&[u32]; 24] = [
    &[0x69, 0x131],
    &[0x73, 0x17f],
    &[0xb5, 0x3bc],
    &[0x345, 0x3b9, 0x1fbe],
    &[0x390, 0x1fd3],
    &[0x3b0, 0x1fe3],
    &[0x3b2, 0x3d0],
    &[0x3b5, 0x3f5],
    &[0x3b8, 0x3d1],
    &[0x3ba, 0x3f0],
    &[0x3c0, 0x3d6],
    &[0x3c1, 0x3f1],
    &[0x3c2, 0x3c3],
    &[0x3c6, 0x3d5],
    &[0x432, 0x1c80],
    &[0x434, 0x1c81],
    &[0x43e, 0x1c82],
    &[0x441, 0x1c83],
    &[0x442, 0x1c84, 0x1c85],
    &[0x44a, 0x1c86],
    &[0x463, 0x1c87],
    &[0x1c88, 0xa64b],
    &[0x1e61, 0x1e9b],
    &[0xfb05, 0xfb06],
];

/// No character beyond has a case.
pub(super) const LAST_CASED: u32 = 0x1_ffff;

impl Fold {
    /// The small letter of a character.
    #[inline]
    pub(super) fn lower(self, point: u32) -> u32 {
        match self {
            Fold::Exact => point,
            _ if point < 0x80 => match point {
                0x41..=0x5a => point + 0x20,
                _ => point,
            },
            Fold::Ascii => point,
            Fold::Unicode => map_case(point, CaseMapping::Lower).0[0],
        }
    }

    /// The other small letters with the same capital as a small letter.
    pub(super) fn others(self, lower: u32) -> impl Iterator<Item = u32> {
        let groups = if self == Fold::Unicode { &SAME_CAPITAL[..] } else { &[] };
        let group = groups.iter().find(|group| group.contains(&lower)).copied();
        group.unwrap_or_default().iter().copied().filter(move |other| *other != lower)
    }

    /// Whether a character has another case.
    pub(super) fn is_cased(self, point: u32) -> bool {
        match self {
            Fold::Exact => false,
            Fold::Ascii => point < 0x80 && (point as u8).is_ascii_alphabetic(),
            Fold::Unicode => {
                self.lower(point) != point || map_case(point, CaseMapping::Upper).0[0] != point
            }
        }
    }
}
