//! What the bytes of an item mean: the native formats of one character, as in the `struct` module.

use num_traits::ToPrimitive;
use objmodel::objects::bytes::BytesObject;
use objmodel::{Borrowed, Gc, Raise, Result, Runtime};

use super::half;

/// One of `c b B ? h H i I l L q Q n N P e f d`, perhaps written with `@` before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    code: u8,
    marked: bool,
}

/// An item as a plain value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item {
    Integer(i128),
    Float(f64),
    Bool(bool),
    Char(u8),
}

impl Format {
    /// Bytes as integers.
    pub(super) const BYTE: Format = Format { code: b'B', marked: false };

    /// The format that a text names.
    pub(super) fn parse(text: &str) -> Option<Format> {
        let (marked, code) = match *text.as_bytes() {
            [code] => (false, code),
            [b'@', code] => (true, code),
            _ => return None,
        };
        b"cbB?hHiIlLqQnNPefd".contains(&code).then_some(Format { code, marked })
    }

    /// As it was written.
    pub(super) fn text(self) -> String {
        let mark = if self.marked { "@" } else { "" };
        format!("{mark}{}", char::from(self.code))
    }

    /// Bytes of an item.
    pub(super) fn size(self) -> usize {
        match self.code {
            b'c' | b'b' | b'B' | b'?' => 1,
            b'h' | b'H' | b'e' => 2,
            b'i' | b'I' | b'f' => 4,
            _ => 8,
        }
    }

    /// Whether items are bytes, whatever they mean.
    pub(super) fn is_byte(self) -> bool {
        matches!(self.code, b'c' | b'b' | b'B')
    }

    /// Whether the character is the same.
    pub(super) fn is_like(self, other: Format) -> bool {
        self.code == other.code
    }

    fn is_signed(self) -> bool {
        matches!(self.code, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
    }

    /// The item in `bytes`, of which there are as many as its size.
    pub(super) fn unpack(self, bytes: &[u8]) -> Item {
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(bytes) {
            *to = *from;
        }
        let bits = u64::from_le_bytes(word);
        match self.code {
            b'c' => Item::Char(word[0]),
            b'?' => Item::Bool(word[0] != 0),
            b'e' => Item::Float(half::decode(bits as u16)),
            b'f' => Item::Float(f32::from_bits(bits as u32).into()),
            b'd' => Item::Float(f64::from_bits(bits)),
            _ if self.is_signed() => {
                let unused = 64 - 8 * self.size() as u32;
                Item::Integer((((bits << unused) as i64) >> unused).into())
            }
            _ => Item::Integer(bits.into()),
        }
    }

    /// The bytes of a value as an item; as many as its size count.
    ///
    /// # Errors
    /// `TypeError` for a value of another kind, `ValueError` for one out of range; what its
    /// conversions raise.
    pub(super) fn pack(self, rt: &mut Runtime, value: Borrowed<'_>) -> Result<[u8; 8]> {
        let bits: u64 = match self.code {
            b'c' => match value.get::<BytesObject>(rt).map(BytesObject::as_slice) {
                Some([byte]) => (*byte).into(),
                Some(_) => return Err(self.invalid_value(rt)),
                None => return Err(self.invalid_type(rt)),
            },
            b'?' => rt.is_true(value)?.into(),
            b'e' | b'f' | b'd' => {
                let x = match crate::float::number(rt, value) {
                    Ok(Some(x)) => x,
                    Ok(None) => return Err(self.invalid_type(rt)),
                    Err(raise) => return Err(self.replaced(rt, raise)),
                };
                match self.code {
                    b'e' => match half::encode(x) {
                        Some(bits) => bits.into(),
                        None => return Err(self.invalid_value(rt)),
                    },
                    b'f' => (x as f32).to_bits().into(),
                    _ => x.to_bits(),
                }
            }
            _ => self.pack_integer(rt, value)?,
        };
        Ok(bits.to_le_bytes())
    }

    fn pack_integer(self, rt: &mut Runtime, value: Borrowed<'_>) -> Result<u64> {
        let number = match rt.index(value) {
            Ok(number) => number,
            Err(raise) => return Err(self.replaced(rt, raise)),
        };
        let number = rt.as_int(number.as_ref()).and_then(|n| n.to_big().to_i128());
        let bits = 8 * self.size() as u32;
        let range = match self.is_signed() {
            true => -(1i128 << (bits - 1))..1i128 << (bits - 1),
            // A pointer may be written as a negative number too.
            false if self.code == b'P' => -(1i128 << 63)..1i128 << 64,
            false => 0..1i128 << bits,
        };
        match number.filter(|number| range.contains(number)) {
            Some(number) => Ok(number as u64),
            None => Err(self.invalid_value(rt)),
        }
    }

    /// An error of a conversion, in the words of this format.
    fn replaced(self, rt: &mut Runtime, raise: Raise) -> Raise {
        if rt.is_exception_of(&raise, &rt.types().type_error) {
            return self.invalid_type(rt);
        }
        if rt.is_exception_of(&raise, &rt.types().overflow_error)
            || rt.is_exception_of(&raise, &rt.types().value_error)
        {
            return self.invalid_value(rt);
        }
        raise
    }

    fn invalid_type(self, rt: &Runtime) -> Raise {
        let code = char::from(self.code);
        rt.type_error(format!("memoryview: invalid type for format '{code}'"))
    }

    fn invalid_value(self, rt: &Runtime) -> Raise {
        let code = char::from(self.code);
        rt.value_error(format!("memoryview: invalid value for format '{code}'"))
    }
}

impl Item {
    /// As a Python object.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn to_value(self, rt: &Runtime) -> Result {
        match self {
            Item::Integer(n) => match i64::try_from(n) {
                Ok(n) => rt.int(n),
                Err(_) => rt.big_int(n.into()),
            },
            Item::Float(x) => rt.float(x),
            Item::Bool(truth) => Ok(objmodel::singletons::bool(truth)),
            Item::Char(byte) => rt.bytes(&[byte]).map(Gc::into_value),
        }
    }

    /// Whether the Python objects are equal.
    pub(super) fn equals(self, other: Item) -> bool {
        match (self, other) {
            (Item::Char(a), Item::Char(b)) => a == b,
            (Item::Char(_), _) | (_, Item::Char(_)) => false,
            (Item::Float(a), Item::Float(b)) => a == b,
            (Item::Float(x), whole) | (whole, Item::Float(x)) => {
                x.fract() == 0.0 && x.to_i128() == whole.whole()
            }
            (a, b) => a.whole() == b.whole(),
        }
    }

    /// An integer or a truth value as an integer.
    fn whole(self) -> Option<i128> {
        match self {
            Item::Integer(n) => Some(n),
            Item::Bool(truth) => Some(truth.into()),
            Item::Float(_) | Item::Char(_) => None,
        }
    }
}
