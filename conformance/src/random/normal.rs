//! What a program printed, without what differs from run to run.

/// Addresses become `0x...`.
pub(super) fn of(text: &str) -> String {
    crate::ending::without_addresses(text)
}

/// A line with its numbers and the numbers of its names left out, so that lines of one kind are equal.
pub(super) fn kind_of(line: &str) -> String {
    let mut kind = String::new();
    let mut in_number = false;
    for c in line.chars() {
        match c.is_ascii_digit() {
            true if in_number => {}
            true => kind.push('N'),
            false => kind.push(c),
        }
        in_number = c.is_ascii_digit();
    }
    kind
}

/// The first lines in which two texts differ.
pub(super) fn first_difference(expected: &str, found: &str) -> Option<(String, String)> {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => {
                let text = |line: Option<&str>| line.unwrap_or("(end)").to_owned();
                return Some((text(a), text(b)));
            }
        }
    }
}

/// A digest that is the same on every machine (FNV-1a, folded to 32 bits).
pub(super) fn digest(text: &str) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as u32
}
