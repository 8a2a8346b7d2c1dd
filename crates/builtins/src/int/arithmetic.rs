//! The operators of `int`. Machine words are tried first; big integers are charged by their size.

use std::borrow::Cow;

use num_bigint::BigInt;
use num_traits::Signed;
use objmodel::objects::number::IntRef;
use objmodel::{Borrowed, Gc, Result, Runtime, Value, singletons};

use crate::number::{cost, integer, power as powers};
use crate::pure_error::OrRaise;

/// Both operands, or `NotImplemented`.
macro_rules! both {
    ($rt:expr, $own:expr, $other:expr) => {
        match ($rt.as_int($own), $rt.as_int($other)) {
            (Some(own), Some(other)) => (own, other),
            _ => return Ok(singletons::not_implemented()),
        }
    };
}

/// Defines an operator and its reflection from a function of two integers.
macro_rules! operators {
    ($($name:ident $reflected:ident $compute:ident;)*) => {$(
        pub(crate) fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            let (a, b) = both!(rt, own, other);
            $compute(rt, a, b)
        }

        pub(super) fn $reflected(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            let (a, b) = both!(rt, other, own);
            $compute(rt, a, b)
        }
    )*};
}

operators! {
    add reflected_add sum;
    subtract reflected_subtract difference;
    multiply reflected_multiply product;
    floor_divide reflected_floor_divide quotient;
    modulo reflected_modulo remainder;
    divmod reflected_divmod both_parts;
    true_divide reflected_true_divide ratio;
    shift_left reflected_shift_left shifted_left;
    shift_right reflected_shift_right shifted_right;
    and reflected_and conjunction;
    or reflected_or disjunction;
    xor reflected_xor exclusion;
}

/// An integer as a big one, without a copy if it is one.
pub(super) fn big<'a>(n: IntRef<'a>) -> Cow<'a, BigInt> {
    match n {
        IntRef::Small(n) => Cow::Owned(BigInt::from(n)),
        IntRef::Big(n) => Cow::Borrowed(n),
    }
}

/// Refuses a result of this many bits before it is computed.
fn check_bits(rt: &Runtime, bits: u64) -> Result<()> {
    if bits > integer::MAX_BITS {
        return Err(rt.memory_error());
    }
    rt.check_room((bits / 8) as usize)
}

/// Ticks and refuses before work in proportion to the longer of two operands, whose result is
/// about as long.
fn before_linear(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result<()> {
    let words = cost::words_of(a).max(cost::words_of(b));
    if words > SHORT {
        rt.tick(cost::linear(words))?;
        rt.check_room(words * 8)?;
    }
    Ok(())
}

/// Results of about so many words are not checked before they are charged.
const SHORT: usize = 64;

/// Ticks and refuses before a product: room for it, and for what its computation holds.
fn before_product(rt: &Runtime, a: &BigInt, b: &BigInt) -> Result<()> {
    let (m, n) = (cost::words(a), cost::words(b));
    if m + n > SHORT {
        check_bits(rt, a.bits() + b.bits())?;
        rt.check_room((m + n) * 16)?;
    }
    rt.tick(cost::product(m, n))
}

/// Ticks and refuses before a division: room for both results and a copy of either operand.
fn before_quotient(rt: &Runtime, a: &BigInt, b: &BigInt) -> Result<()> {
    let (m, n) = (cost::words(a), cost::words(b));
    if m > SHORT {
        rt.check_room((m + n) * 16)?;
    }
    rt.tick(cost::quotient(m, n))
}

fn sum(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && let Some(sum) = a.checked_add(b)
    {
        return rt.int(sum);
    }
    before_linear(rt, a, b)?;
    rt.big_int(&*big(a) + &*big(b))
}

fn difference(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && let Some(difference) = a.checked_sub(b)
    {
        return rt.int(difference);
    }
    before_linear(rt, a, b)?;
    rt.big_int(&*big(a) - &*big(b))
}

fn product(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && let Some(product) = a.checked_mul(b)
    {
        return rt.int(product);
    }
    let (a, b) = (big(a), big(b));
    before_product(rt, &a, &b)?;
    rt.big_int(&*a * &*b)
}

const DIVISION: &str = "integer division or modulo by zero";

fn quotient(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && b != 0
        && let (Some(quotient), Some(remainder)) = (a.checked_div(b), a.checked_rem(b))
    {
        let down = remainder != 0 && (remainder < 0) != (b < 0);
        return rt.int(quotient - i64::from(down));
    }
    let (a, b) = (big(a), big(b));
    before_quotient(rt, &a, &b)?;
    let parts = integer::div_mod(&a, &b, DIVISION).into_py(rt)?;
    rt.big_int(parts.0)
}

fn remainder(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && b != 0
        && let Some(remainder) = a.checked_rem(b)
    {
        let down = remainder != 0 && (remainder < 0) != (b < 0);
        return rt.int(if down { remainder + b } else { remainder });
    }
    let (a, b) = (big(a), big(b));
    before_quotient(rt, &a, &b)?;
    let parts = integer::div_mod(&a, &b, "integer modulo by zero").into_py(rt)?;
    rt.big_int(parts.1)
}

fn both_parts(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && let (Some(quotient), Some(remainder)) = (a.checked_div(b), a.checked_rem(b))
    {
        // Towards the lower side, unlike the machine.
        let lower = remainder != 0 && (remainder < 0) != (b < 0);
        let parts = (quotient - i64::from(lower), if lower { remainder + b } else { remainder });
        let items = [rt.int(parts.0)?, rt.int(parts.1)?];
        return rt.tuple(items.into_iter()).map(Gc::into_value);
    }
    let (a, b) = (big(a), big(b));
    before_quotient(rt, &a, &b)?;
    let parts = integer::div_mod(&a, &b, DIVISION).into_py(rt)?;
    let items = [rt.big_int(parts.0)?, rt.big_int(parts.1)?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn ratio(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    const EXACT: u64 = 1 << 53;
    let quotient = match (a, b) {
        (IntRef::Small(a), IntRef::Small(b))
            if b != 0 && a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT =>
        {
            a as f64 / b as f64
        }
        _ => {
            let (a, b) = (big(a), big(b));
            rt.tick(cost::true_quotient(cost::words(&a), cost::words(&b)))?;
            integer::true_divide(&a, &b).into_py(rt)?
        }
    };
    rt.float(quotient)
}

fn shifted_left(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    let (a, b) = (big(a), big(b));
    if let Ok(count) = u64::try_from(&*b)
        && a.bits() > 0
        && count > 64
    {
        check_bits(rt, a.bits().saturating_add(count))?;
        rt.tick(cost::linear((count / 64) as usize + cost::words(&a)))?;
    }
    let shifted = integer::shift_left(&a, &b).into_py(rt)?;
    rt.big_int(shifted)
}

fn shifted_right(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    if let (IntRef::Small(a), IntRef::Small(b @ 0..)) = (a, b) {
        return rt.int(a >> b.min(63));
    }
    before_linear(rt, a, b)?;
    let shifted = integer::shift_right(&big(a), &big(b)).into_py(rt)?;
    rt.big_int(shifted)
}

fn conjunction(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => rt.int(a & b),
        _ => {
            before_linear(rt, a, b)?;
            rt.big_int(&*big(a) & &*big(b))
        }
    }
}

fn disjunction(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => rt.int(a | b),
        _ => {
            before_linear(rt, a, b)?;
            rt.big_int(&*big(a) | &*big(b))
        }
    }
}

fn exclusion(rt: &Runtime, a: IntRef<'_>, b: IntRef<'_>) -> Result {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => rt.int(a ^ b),
        _ => {
            before_linear(rt, a, b)?;
            rt.big_int(&*big(a) ^ &*big(b))
        }
    }
}

pub(super) fn power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    let (a, b) = both!(rt, own, other);
    if singletons::is_none(&modulus) {
        return raised(rt, &big(a), &big(b));
    }
    let Some(modulus) = rt.as_int(modulus) else { return Ok(singletons::not_implemented()) };
    if let (IntRef::Small(a), IntRef::Small(b @ 0..), IntRef::Small(m @ 1..)) = (a, b, modulus) {
        return rt.int(powers::modular_word(a, b as u64, m));
    }
    let (a, b, modulus) = (big(a), big(b), big(modulus));
    let (base, words) = (cost::words(&a), cost::words(&modulus));
    rt.tick(cost::modular_power(base, b.bits(), words))?;
    if b.is_negative() {
        rt.tick(cost::inverse(words))?;
    }
    rt.check_room((base + 24 * words) * 8)?;
    let result = powers::modular(&a, &b, &modulus).into_py(rt)?;
    rt.big_int(result)
}

pub(super) fn reflected_power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    power(rt, other, own, modulus)
}

fn raised(rt: &Runtime, a: &BigInt, b: &BigInt) -> Result {
    if b.is_negative() {
        let (x, y) = (integer::to_float(a), integer::to_float(b));
        if x.is_infinite() || y.is_infinite() {
            return Err(rt.overflow_error("int too large to convert to float"));
        }
        return crate::float::power_of(rt, x, y);
    }
    if let Ok(exponent) = u64::try_from(b)
        && a.bits() > 1
    {
        let bits = (a.bits() - 1).saturating_mul(exponent);
        check_bits(rt, bits)?;
        let words = (bits / 64) as usize;
        rt.check_room(words.saturating_mul(16))?;
        rt.tick(cost::power(words))?;
    }
    let result = powers::integer(a, b).into_py(rt)?;
    rt.big_int(result)
}

pub(super) fn negative(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match rt.as_int(own) {
        Some(IntRef::Small(n)) if n != i64::MIN => rt.int(-n),
        Some(n) => {
            before_linear(rt, n, n)?;
            rt.big_int(-&*big(n))
        }
        None => Ok(singletons::not_implemented()),
    }
}

/// The integer itself; an instance of a subclass becomes an `int`.
pub(super) fn positive(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    exact(rt, own)
}

/// An `int` with the value of an instance of a subclass.
pub(crate) fn exact(rt: &Runtime, own: Borrowed<'_>) -> Result<Value> {
    if rt.type_of(own).is(&rt.types().int) {
        return Ok(own.to_value());
    }
    match rt.as_int(own) {
        Some(IntRef::Small(n)) => rt.int(n),
        Some(n @ IntRef::Big(big)) => {
            before_linear(rt, n, n)?;
            rt.big_int(big.clone())
        }
        None => Ok(own.to_value()),
    }
}

pub(super) fn absolute(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match rt.as_int(own) {
        Some(n) if n.is_negative() => negative(rt, own),
        _ => exact(rt, own),
    }
}

pub(super) fn invert(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match rt.as_int(own) {
        Some(IntRef::Small(n)) => rt.int(!n),
        Some(n) => {
            before_linear(rt, n, n)?;
            rt.big_int(!big(n).into_owned())
        }
        None => Ok(singletons::not_implemented()),
    }
}

pub(super) fn float(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match rt.as_int(own) {
        Some(n) => {
            let x = super::as_float(rt, n)?;
            rt.float(x)
        }
        None => Ok(singletons::not_implemented()),
    }
}
