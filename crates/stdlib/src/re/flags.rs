//! The flags of a regular expression, with CPython's numbers.

pub(super) const IGNORECASE: u32 = 2;
pub(super) const LOCALE: u32 = 4;
pub(super) const MULTILINE: u32 = 8;
pub(super) const DOTALL: u32 = 16;
pub(super) const UNICODE: u32 = 32;
pub(super) const VERBOSE: u32 = 64;
pub(super) const DEBUG: u32 = 128;
pub(super) const ASCII: u32 = 256;

/// Which characters are letters: at most one of these holds.
pub(super) const TYPES: u32 = ASCII | LOCALE | UNICODE;

/// The flag of an inline letter.
pub(super) fn of_letter(letter: u32) -> Option<u32> {
    match char::from_u32(letter)? {
        'i' => Some(IGNORECASE),
        'L' => Some(LOCALE),
        'm' => Some(MULTILINE),
        's' => Some(DOTALL),
        'x' => Some(VERBOSE),
        'a' => Some(ASCII),
        'u' => Some(UNICODE),
        _ => None,
    }
}

/// The flags within a group that adds some and removes others.
pub(super) fn within(flags: u32, add: u32, remove: u32) -> u32 {
    let kept = if add & TYPES != 0 { flags & !TYPES } else { flags };
    (kept | add) & !remove
}

/// How `repr` names the flags, in its order.
pub(super) const NAMES: [(u32, &str); 8] = [
    (IGNORECASE, "re.IGNORECASE"),
    (LOCALE, "re.LOCALE"),
    (MULTILINE, "re.MULTILINE"),
    (DOTALL, "re.DOTALL"),
    (UNICODE, "re.UNICODE"),
    (VERBOSE, "re.VERBOSE"),
    (DEBUG, "re.DEBUG"),
    (ASCII, "re.ASCII"),
];
