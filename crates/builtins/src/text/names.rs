//! Names of characters.

/// The name of a code point, if it has one.
#[cfg(feature = "names")]
pub(crate) fn name(point: u32) -> Option<String> {
    use super::unicode::{is_case_ignorable, is_printable, is_space};
    // The names may be of a later version than the properties; what they do not know has no name.
    let known = is_printable(point) || is_space(point) || is_case_ignorable(point);
    let name = unicode_names2::name(char::from_u32(point)?).filter(|_| known)?;
    Some(name.to_string())
}

/// The name of a code point: without the feature `names` there is none.
#[cfg(not(feature = "names"))]
pub(crate) fn name(_: u32) -> Option<String> {
    None
}

/// The code point of a name; without the feature `names` there is none.
pub fn find(name: &str) -> Option<u32> {
    #[cfg(feature = "names")]
    return unicode_names2::character(name).map(u32::from);
    #[cfg(not(feature = "names"))]
    return (name, None).1;
}
