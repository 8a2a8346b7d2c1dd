//! Payloads of numbers that do not fit a value word.

use num_bigint::BigInt;
use objmodel_gc::{ClearSink, Gc, Payload, Trace, Visitor};

/// An integer beyond 62 bits, or any instance of a subclass of `int`.
pub struct IntObject {
    pub(crate) value: BigInt,
}

impl IntObject {
    /// Takes the number; its digits are to be charged.
    pub(crate) fn new(value: BigInt) -> IntObject {
        IntObject { value }
    }

    /// The number.
    #[inline]
    pub fn value(&self) -> &BigInt {
        &self.value
    }
}

/// A float that has no immediate form, or any instance of a subclass of `float`.
pub struct FloatObject {
    pub(crate) value: f64,
}

/// A complex number.
#[derive(Clone, Copy, Debug)]
pub struct ComplexObject {
    /// The real part.
    pub real: f64,
    /// The imaginary part.
    pub imag: f64,
}

macro_rules! leaf {
    ($($ty:ty),*) => {$(
        impl Trace for $ty {
            fn trace(&self, _: &mut Visitor<'_>) {}
            fn clear(&mut self, _: &mut ClearSink) {}
        }
    )*};
}

leaf!(IntObject, FloatObject, ComplexObject);

impl Payload for IntObject {
    const LEAF: bool = true;
    const EXTENSIBLE: bool = true;
    const FROZEN: bool = true;

    /// The number; of one that decimal digits would take long for, its size.
    fn describe(&self) -> Option<String> {
        Some(match self.value.bits() {
            0..=1024 => self.value.to_string(),
            bits => format!("<int of {bits} bits>"),
        })
    }

    fn external_bytes(&self) -> usize {
        big_bytes(&self.value)
    }
}

impl Payload for FloatObject {
    const LEAF: bool = true;
    const FROZEN: bool = true;

    fn describe(&self) -> Option<String> {
        Some(format!("{:?}", self.value))
    }
}

impl Payload for ComplexObject {
    const LEAF: bool = true;
    const FROZEN: bool = true;
}

/// The bytes that the digits of `value` occupy outside its object.
pub(crate) fn big_bytes(value: &BigInt) -> usize {
    (value.bits() as usize).div_ceil(64) * 8
}

/// As a machine word, if it fits; most that do not have several digits.
#[inline(never)]
pub(crate) fn word(n: &BigInt) -> Option<i64> {
    if n.iter_u64_digits().len() > 1 {
        return None;
    }
    i64::try_from(n).ok()
}

/// A handle to a boxed integer.
pub type Int = Gc<IntObject>;

/// An integer, borrowed from its object.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// One that fits 64 bits.
    Small(i64),
    /// Any other.
    Big(&'a BigInt),
}

impl IntRef<'_> {
    /// As a big integer.
    pub fn to_big(self) -> BigInt {
        match self {
            IntRef::Small(n) => BigInt::from(n),
            IntRef::Big(n) => n.clone(),
        }
    }

    /// As a machine word, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(n) => Some(n),
            IntRef::Big(n) => word(n),
        }
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(n) => n < 0,
            IntRef::Big(n) => n.sign() == num_bigint::Sign::Minus,
        }
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        match self {
            IntRef::Small(n) => n == 0,
            IntRef::Big(n) => n.sign() == num_bigint::Sign::NoSign,
        }
    }
}
