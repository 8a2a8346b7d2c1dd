//! Finding texts in texts. Both are WTF-8, so bytes decide: a match of whole code
//! points cannot begin inside another.

use memchr::memmem;

/// So many places that only begin like what is looked for are tried one by one.
const TRIES: usize = 4;

/// Where `needle` begins in `text` first.
pub fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    let Some(first) = needle.first() else { return Some(0) };
    // To prepare a search in linear time takes longer than most searches do.
    let mut at = 0;
    for _ in 0..TRIES {
        let last = text.len().checked_sub(needle.len())?;
        at += memchr::memchr(*first, text.get(at..=last)?)?;
        if text.get(at..at + needle.len()) == Some(needle) {
            return Some(at);
        }
        at += 1;
    }
    memmem::find(text.get(at..)?, needle).map(|further| at + further)
}

/// Where `needle` begins in `text` last.
pub fn rfind(text: &[u8], needle: &[u8]) -> Option<usize> {
    memmem::rfind(text, needle)
}

/// How often `needle`, which is not empty, occurs in `text` without overlap.
pub fn count(text: &[u8], needle: &[u8]) -> usize {
    match needle {
        [byte] => memchr::memchr_iter(*byte, text).count(),
        _ => memmem::find_iter(text, needle).count(),
    }
}

/// Replaces up to `limit` occurrences; an empty `old` stands before each unit and at the end.
/// `unit` is the length in bytes of what begins at an offset, `room` what [`replaced_len`] says.
pub fn replace(
    text: &[u8],
    old: &[u8],
    new: &[u8],
    limit: usize,
    unit: impl Fn(&[u8]) -> usize,
    room: usize,
) -> Vec<u8> {
    let mut out = Vec::with_capacity(room);
    if let ([old], [new]) = (old, new) {
        out.extend_from_slice(text);
        for at in memchr::memchr_iter(*old, text).take(limit) {
            if let Some(place) = out.get_mut(at) {
                *place = *new;
            }
        }
        return out;
    }
    if old.is_empty() {
        let mut rest = text;
        let mut left = limit;
        while left > 0 {
            out.extend_from_slice(new);
            left -= 1;
            if rest.is_empty() {
                return out;
            }
            let (first, after) = rest.split_at(unit(rest).clamp(1, rest.len()));
            out.extend_from_slice(first);
            rest = after;
        }
        out.extend_from_slice(rest);
        return out;
    }
    let mut from = 0;
    let mut put = |at: usize| {
        out.extend_from_slice(text.get(from..at).unwrap_or_default());
        out.extend_from_slice(new);
        from = at + old.len();
    };
    match old {
        [byte] => memchr::memchr_iter(*byte, text).take(limit).for_each(&mut put),
        _ => memmem::find_iter(text, old).take(limit).for_each(&mut put),
    }
    out.extend_from_slice(text.get(from..).unwrap_or_default());
    out
}

/// How many bytes [`replace`] makes at most, so that they can be charged beforehand.
pub fn replaced_len(text: &[u8], old: &[u8], new: &[u8], limit: usize, units: usize) -> usize {
    // What gets no longer needs no count.
    if !old.is_empty() && new.len() <= old.len() {
        return text.len();
    }
    let times = if old.is_empty() { units + 1 } else { count(text, old) }.min(limit);
    let grown = times.saturating_mul(new.len());
    text.len().saturating_add(grown).saturating_sub(times.saturating_mul(old.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_before_and_after_the_tries() {
        let texts: [&[u8]; 6] = [b"", b"a", b"ab", b"aab", b"aaaaaaaaab", b"abababababac"];
        for text in texts {
            for needle in texts {
                let naive = (0..=text.len()).find(|&at| text[at..].starts_with(needle));
                assert_eq!(find(text, needle), naive, "{text:?} {needle:?}");
            }
        }
    }
}
