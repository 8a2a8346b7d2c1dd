//! Names of characters.

/// The name of a code point, if it has one.
#[cfg(feature = "names")]
pub fn name(point: u32) -> Option<String> {
    use super::unicode::{is_case_ignorable, is_printable, is_space};
    // The names may be of a later version than the properties; what they do not know has no name.
    let known = is_printable(point) || is_space(point) || is_case_ignorable(point);
    let name = unicode_names2::name(char::from_u32(point)?).filter(|_| known)?;
    Some(name.to_string())
}

/// The name of a code point: without the feature `names` there is none.
#[cfg(not(feature = "names"))]
pub fn name(_: u32) -> Option<String> {
    None
}

/// The code point of a name, or of an alias of one, whose letters may be small; without the feature `names` there
/// is none.
#[cfg(feature = "names")]
pub fn find(name_or_alias: &str) -> Option<u32> {
    // The names of these are made by a rule, which wants capitals.
    let ruled = ["CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "];
    let starts = |prefix: &&str| {
        name_or_alias
            .as_bytes()
            .get(..prefix.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(prefix.as_bytes()))
    };
    let found = match ruled.iter().any(starts) {
        true => Some(name_or_alias)
            .filter(|name| !name.bytes().any(|byte| byte.is_ascii_lowercase()))
            .and_then(unicode_names2::character),
        false => unicode_names2::character(&name_or_alias.to_ascii_uppercase()),
    };
    let point = u32::from(found?);
    // Controls have aliases alone; what else has no name is of a later version.
    (point < 0x20 || (0x7f..0xa0).contains(&point) || name(point).is_some()).then_some(point)
}

/// The code point of a name: without the feature `names` there is none.
#[cfg(not(feature = "names"))]
pub fn find(_: &str) -> Option<u32> {
    None
}
