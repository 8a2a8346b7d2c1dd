//! Which encoding a name means.

use super::Codec;
use super::unicode::{Ascii, Latin1, Order, Utf8, Utf16, Utf32};

/// What a name means.
pub(super) enum Found {
    /// UTF-8 itself.
    Utf8,
    /// Another encoding, with the name that errors show.
    Other(&'static str, &'static dyn Codec),
    /// An 8-bit encoding by a table.
    #[cfg(feature = "codecs")]
    Charmap(Box<super::charmap::Charmap>),
    /// A codec that is not between text and bytes.
    #[cfg_attr(not(feature = "codecs"), allow(dead_code))]
    NotText,
}

impl Found {
    /// The name that errors show.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Found::Utf8 => "utf-8",
            Found::Other(name, _) => name,
            #[cfg(feature = "codecs")]
            Found::Charmap(_) => "charmap",
            Found::NotText => "",
        }
    }

    pub(super) fn codec(&self) -> &dyn Codec {
        match self {
            Found::Utf8 | Found::NotText => &Utf8,
            Found::Other(_, codec) => *codec,
            #[cfg(feature = "codecs")]
            Found::Charmap(charmap) => &**charmap,
        }
    }

    pub(super) fn is_utf8(&self) -> bool {
        matches!(self, Found::Utf8)
    }

    /// Whether ASCII text is the same in this encoding.
    pub(super) fn extends_ascii(&self) -> bool {
        match self {
            Found::Utf8 => true,
            Found::Other(name, _) => matches!(*name, "ascii" | "latin-1"),
            #[cfg(feature = "codecs")]
            Found::Charmap(charmap) => charmap.extends_ascii(),
            Found::NotText => false,
        }
    }

    /// Whether CPython takes the encoding without its registry when it is called by this name.
    pub(super) fn is_direct(&self, name: &str) -> bool {
        matches!(
            plain(name).as_str(),
            "utf8"
                | "utf_8"
                | "utf16"
                | "utf_16"
                | "utf32"
                | "utf_32"
                | "ascii"
                | "us_ascii"
                | "latin1"
                | "latin_1"
                | "iso_8859_1"
                | "iso8859_1"
        )
    }
}

/// The encoding of a name: letters and digits count, in any case, and whatever stands between them counts
/// as one mark.
pub(super) fn find(name: &str) -> Option<Found> {
    by_plain_name(&plain(name))
}

/// The name that `codecs.lookup` tells of an encoding that the library has.
pub fn codec_name(name: &str) -> Option<String> {
    let plain = plain(name);
    let found = by_plain_name(&plain)?;
    let own = match found {
        Found::NotText => return None,
        Found::Utf8 => "utf_8",
        Found::Other(name @ ("ascii" | "utf-16" | "utf-32"), _) => name,
        Found::Other("latin-1", _) if plain != "charmap" => "iso8859_1",
        Found::Other(name, _) if name.starts_with("utf-16-") || name.starts_with("utf-32-") => name,
        #[cfg(feature = "codecs")]
        _ => own_name(&plain),
        #[cfg(not(feature = "codecs"))]
        _ => &plain,
    };
    Some(own.replace('_', "-"))
}

/// The own name of an encoding behind the names that it has besides.
#[cfg(feature = "codecs")]
fn own_name(plain: &str) -> &str {
    let at = super::aliases::ALIASES.binary_search_by_key(&plain, |(alias, _)| alias);
    let own = at.ok().and_then(|at| super::aliases::ALIASES.get(at));
    own.map_or(plain, |(_, own)| own)
}

/// A name in the form that names are compared in.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut mark = false;
    for c in name.chars() {
        if !c.is_alphanumeric() && c != '.' {
            mark = true;
            continue;
        }
        if mark && !plain.is_empty() {
            plain.push('_');
        }
        mark = false;
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
        }
    }
    plain
}

fn by_plain_name(name: &str) -> Option<Found> {
    use Order::{Big, Little};
    Some(match name {
        "utf_8" | "utf8" | "u8" | "utf" | "cp65001" => Found::Utf8,
        "ascii" | "us_ascii" | "646" => Found::Other("ascii", &Ascii),
        "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "8859" | "l1" | "cp819" | "latin" => {
            Found::Other("latin-1", &Latin1)
        }
        "utf_16" | "utf16" | "u16" => Found::Other("utf-16", &Utf16(None)),
        "utf_16_le" | "utf_16le" => Found::Other("utf-16-le", &Utf16(Some(Little))),
        "utf_16_be" | "utf_16be" => Found::Other("utf-16-be", &Utf16(Some(Big))),
        "utf_32" | "utf32" | "u32" => Found::Other("utf-32", &Utf32(None)),
        "utf_32_le" | "utf_32le" => Found::Other("utf-32-le", &Utf32(Some(Little))),
        "utf_32_be" | "utf_32be" => Found::Other("utf-32-be", &Utf32(Some(Big))),
        #[cfg(feature = "codecs")]
        _ => return extra(name),
        #[cfg(not(feature = "codecs"))]
        _ => return None,
    })
}

/// The encodings of the feature `codecs`, and the other names of all.
#[cfg(feature = "codecs")]
fn extra(name: &str) -> Option<Found> {
    use super::aliases::ALIASES;
    let own = |name: &str| -> Option<Found> {
        super::extra::find(name)
            .or_else(|| super::charmap::find(name).map(Box::new).map(Found::Charmap))
    };
    let alias = |name: &str| -> Option<&str> {
        let at = ALIASES.binary_search_by_key(&name, |(alias, _)| alias).ok()?;
        ALIASES.get(at).map(|(_, own)| *own)
    };
    match alias(name).or_else(|| alias(&name.replace('.', "_"))) {
        Some(known) if known == name => own(name),
        Some(known) => own(known).or_else(|| core(known)),
        None => own(name),
    }
}

/// The encodings that are always there, by their own names.
#[cfg(feature = "codecs")]
fn core(name: &str) -> Option<Found> {
    match name {
        "utf_8" | "ascii" | "latin_1" | "utf_16" | "utf_16_le" | "utf_16_be" | "utf_32"
        | "utf_32_le" | "utf_32_be" => by_plain_name(name),
        _ => None,
    }
}
