//! Encodings: from code points to bytes and back, stopping at each error.

use super::codepoints;

/// The encodings that are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// ASCII.
    Ascii,
    /// Latin-1.
    Latin1,
    /// UTF-16; the byte order, or none if a mark tells it.
    Utf16(Option<Order>),
    /// UTF-32; the byte order, or none if a mark tells it.
    Utf32(Option<Order>),
}

/// A byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Lowest byte first.
    Little,
    /// Highest byte first.
    Big,
}

impl Encoding {
    /// The encoding of a name, in any of its spellings.
    pub fn named(name: &str) -> Option<Encoding> {
        let name = name.to_ascii_lowercase().replace(['_', ' '], "-");
        Some(match name.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Encoding::Utf8,
            "ascii" | "us-ascii" | "646" => Encoding::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" | "cp819" => {
                Encoding::Latin1
            }
            "utf-16" | "utf16" | "u16" => Encoding::Utf16(None),
            "utf-16-le" | "utf-16le" | "utf16le" => Encoding::Utf16(Some(Order::Little)),
            "utf-16-be" | "utf-16be" | "utf16be" => Encoding::Utf16(Some(Order::Big)),
            "utf-32" | "utf32" | "u32" => Encoding::Utf32(None),
            "utf-32-le" | "utf-32le" | "utf32le" => Encoding::Utf32(Some(Order::Little)),
            "utf-32-be" | "utf-32be" | "utf32be" => Encoding::Utf32(Some(Order::Big)),
            _ => return None,
        })
    }

    /// The name that errors show.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16(None) => "utf-16",
            Encoding::Utf16(Some(Order::Little)) => "utf-16-le",
            Encoding::Utf16(Some(Order::Big)) => "utf-16-be",
            Encoding::Utf32(None) => "utf-32",
            Encoding::Utf32(Some(Order::Little)) => "utf-32-le",
            Encoding::Utf32(Some(Order::Big)) => "utf-32-be",
        }
    }

    /// Whether the encoding has this code point.
    pub fn encodes(self, point: u32) -> bool {
        match self {
            Encoding::Ascii => point < 0x80,
            Encoding::Latin1 => point < 0x100,
            _ => !codepoints::is_surrogate(point),
        }
    }

    /// Why a code point is not in the encoding.
    pub fn encode_reason(self) -> &'static str {
        match self {
            Encoding::Ascii => "ordinal not in range(128)",
            Encoding::Latin1 => "ordinal not in range(256)",
            _ => "surrogates not allowed",
        }
    }

    /// Appends the bytes of a code point, surrogates included.
    pub fn push(self, out: &mut Vec<u8>, point: u32) {
        let mut unit16 = |unit: u16, order: Option<Order>| match order {
            Some(Order::Big) => out.extend_from_slice(&unit.to_be_bytes()),
            _ => out.extend_from_slice(&unit.to_le_bytes()),
        };
        match self {
            Encoding::Utf8 => codepoints::push(out, point),
            Encoding::Ascii | Encoding::Latin1 => out.push(point as u8),
            Encoding::Utf16(order) => {
                if point < 0x1_0000 {
                    unit16(point as u16, order);
                } else {
                    let offset = point - 0x1_0000;
                    unit16(0xd800 | (offset >> 10) as u16, order);
                    unit16(0xdc00 | (offset & 0x3ff) as u16, order);
                }
            }
            Encoding::Utf32(Some(Order::Big)) => out.extend_from_slice(&point.to_be_bytes()),
            Encoding::Utf32(_) => out.extend_from_slice(&point.to_le_bytes()),
        }
    }

    /// The byte order mark that an encoding without an order begins with.
    pub fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf16(None) => &[0xff, 0xfe],
            Encoding::Utf32(None) => &[0xff, 0xfe, 0, 0],
            _ => &[],
        }
    }

    /// The encoding that the mark at the beginning tells, and the mark's length.
    pub fn resolve(self, bytes: &[u8]) -> (Encoding, usize) {
        match (self, bytes) {
            (Encoding::Utf16(None), [0xff, 0xfe, ..]) => (Encoding::Utf16(Some(Order::Little)), 2),
            (Encoding::Utf16(None), [0xfe, 0xff, ..]) => (Encoding::Utf16(Some(Order::Big)), 2),
            (Encoding::Utf16(None), _) => (Encoding::Utf16(Some(Order::Little)), 0),
            (Encoding::Utf32(None), [0xff, 0xfe, 0, 0, ..]) => {
                (Encoding::Utf32(Some(Order::Little)), 4)
            }
            (Encoding::Utf32(None), [0, 0, 0xfe, 0xff, ..]) => {
                (Encoding::Utf32(Some(Order::Big)), 4)
            }
            (Encoding::Utf32(None), _) => (Encoding::Utf32(Some(Order::Little)), 0),
            _ => (self, 0),
        }
    }

    /// The code point at the beginning and its length; or how many bytes are wrong, and why.
    pub fn decode_first(self, bytes: &[u8]) -> Result<(u32, usize), (usize, &'static str)> {
        let first = bytes.first().copied().unwrap_or_default();
        match self {
            Encoding::Ascii if first < 0x80 => Ok((first.into(), 1)),
            Encoding::Ascii => Err((1, "ordinal not in range(128)")),
            Encoding::Latin1 => Ok((first.into(), 1)),
            Encoding::Utf8 => decode_utf8(bytes),
            Encoding::Utf16(order) => decode_utf16(bytes, order),
            Encoding::Utf32(order) => {
                let Some(unit) = bytes.first_chunk::<4>() else {
                    return Err((bytes.len(), "truncated data"));
                };
                let point = match order {
                    Some(Order::Big) => u32::from_be_bytes(*unit),
                    _ => u32::from_le_bytes(*unit),
                };
                if point > codepoints::MAX_CODE_POINT {
                    Err((4, "code point not in range(0x110000)"))
                } else if codepoints::is_surrogate(point) {
                    Err((4, "code point in surrogate code point range(0xd800, 0xe000)"))
                } else {
                    Ok((point, 4))
                }
            }
        }
    }
}

fn decode_utf8(bytes: &[u8]) -> Result<(u32, usize), (usize, &'static str)> {
    const START: &str = "invalid start byte";
    const CONTINUE: &str = "invalid continuation byte";
    const END: &str = "unexpected end of data";
    let (len, second) = match bytes.first().copied().unwrap_or_default() {
        first @ 0..=0x7f => return Ok((first.into(), 1)),
        0xc2..=0xdf => (2, 0x80..=0xbf),
        0xe0 => (3, 0xa0..=0xbf),
        0xed => (3, 0x80..=0x9f),
        0xe1..=0xef => (3, 0x80..=0xbf),
        0xf0 => (4, 0x90..=0xbf),
        0xf1..=0xf3 => (4, 0x80..=0xbf),
        0xf4 => (4, 0x80..=0x8f),
        _ => return Err((1, START)),
    };
    for at in 1..len {
        let range = if at == 1 { second.clone() } else { 0x80..=0xbf };
        match bytes.get(at) {
            None => return Err((at, END)),
            Some(byte) if !range.contains(byte) => return Err((at, CONTINUE)),
            Some(_) => {}
        }
    }
    codepoints::decode(bytes).ok_or((1, START))
}

fn decode_utf16(bytes: &[u8], order: Option<Order>) -> Result<(u32, usize), (usize, &'static str)> {
    let unit = |at: usize| -> Option<u32> {
        let pair = bytes.get(at..)?.first_chunk::<2>()?;
        Some(match order {
            Some(Order::Big) => u16::from_be_bytes(*pair).into(),
            _ => u16::from_le_bytes(*pair).into(),
        })
    };
    match unit(0) {
        None => Err((bytes.len(), "truncated data")),
        Some(high @ 0xd800..=0xdbff) => match unit(2) {
            Some(low @ 0xdc00..=0xdfff) => {
                Ok((0x1_0000 + ((high & 0x3ff) << 10 | (low & 0x3ff)), 4))
            }
            Some(_) => Err((2, "illegal UTF-16 surrogate")),
            None => Err((bytes.len(), "unexpected end of data")),
        },
        Some(0xdc00..=0xdfff) => Err((2, "illegal encoding")),
        Some(point) => Ok((point, 2)),
    }
}
