//! The methods and attributes of `int`.

use num_traits::Signed;
use objmodel::objects::number::IntRef;
use objmodel::types::spec::{GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Result, Runtime, singletons};

use super::arithmetic::{big, exact};
use super::bytes;
use crate::number::{cost, integer};

fn itself(rt: &mut Runtime, args: Args<'_>) -> Result {
    exact(rt, args.at(0))
}

fn bit_length(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bits = match rt.as_int(args.at(0)) {
        Some(IntRef::Small(n)) => u64::from(64 - n.unsigned_abs().leading_zeros()),
        Some(IntRef::Big(n)) => n.bits(),
        None => 0,
    };
    rt.int(bits as i64)
}

fn bit_count(rt: &mut Runtime, args: Args<'_>) -> Result {
    let ones: u64 = match rt.as_int(args.at(0)) {
        Some(IntRef::Small(n)) => n.unsigned_abs().count_ones().into(),
        Some(IntRef::Big(n)) => {
            rt.tick(cost::linear(cost::words(n)))?;
            n.magnitude().iter_u64_digits().map(|digit| u64::from(digit.count_ones())).sum()
        }
        None => 0,
    };
    rt.int(ones as i64)
}

fn ratio(rt: &mut Runtime, args: Args<'_>) -> Result {
    let items = [exact(rt, args.at(0))?, rt.int(1)?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn is_integer<'a>(_: &mut Runtime, _: Args<'a>) -> Result {
    Ok(singletons::bool(true))
}

/// Positive digits change nothing; negative ones round to tens, hundreds and so on.
fn round(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(digits) = args.get(1) else {
        return exact(rt, args.at(0));
    };
    let digits = rt.index(digits)?;
    let Some(digits) = rt.as_int(digits.as_ref()) else { return exact(rt, args.at(0)) };
    if !digits.is_negative() {
        return exact(rt, args.at(0));
    }
    let number = rt.as_int(args.at(0)).map(|n| big(n).into_owned()).unwrap_or_default();
    let most = number.bits() / 3 + 1;
    let digits = match digits.to_i64() {
        Some(digits) if digits.unsigned_abs() <= most => digits.unsigned_abs() as u32,
        _ => return rt.int(0),
    };
    rt.big_int(integer::round_to(&number, digits))
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    crate::format::object::int(rt, args.at(0), args.at(1))
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let number = exact(rt, args.at(0))?;
    rt.tuple([number].into_iter()).map(Gc::into_value)
}

fn size(rt: &mut Runtime, args: Args<'_>) -> Result {
    let bits = rt.as_int(args.at(0)).map(|n| big(n).abs().bits()).unwrap_or_default();
    let digits = bits.div_ceil(30).max(1);
    let class = rt.type_of(args.at(0)).to_gc();
    let fixed = crate::type_::sizes::basic_size(rt, &class);
    rt.int_from_usize(fixed + digits as usize * 4)
}

fn real(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    exact(rt, own)
}

fn zero(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.int(0)
}

fn one(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.int(1)
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::method("conjugate", "($self, /)", itself)
        .doc("Returns self, the complex conjugate of any int."),
    MethodSpec::method("bit_length", "($self, /)", bit_length)
        .doc("Number of bits necessary to represent self in binary.\n\n>>> (8).bit_length()\n4"),
    MethodSpec::method("bit_count", "($self, /)", bit_count)
        .doc("Number of ones in the binary representation of the absolute value of self.\n\n>>> (-7).bit_count()\n3"),
    MethodSpec::method(
        "to_bytes",
        "($self, /, length=1, byteorder='big', *, signed=False)",
        bytes::to_bytes,
    )
    .doc("Return an array of bytes representing an integer."),
    MethodSpec::class_method(
        "from_bytes",
        "($type, /, bytes, byteorder='big', *, signed=False)",
        bytes::from_bytes,
    )
    .doc("Return the integer represented by the given array of bytes."),
    MethodSpec::method("as_integer_ratio", "($self, /)", ratio)
        .doc("Return a pair of integers, whose ratio is equal to the original int.\n\n>>> (-3).as_integer_ratio()\n(-3, 1)"),
    MethodSpec::method("__trunc__", "($self, /)", itself)
        .doc("Truncating an Integral returns itself."),
    MethodSpec::method("__floor__", "($self, /)", itself)
        .doc("Flooring an Integral returns itself."),
    MethodSpec::method("__ceil__", "($self, /)", itself)
        .doc("Ceiling of an Integral returns itself."),
    MethodSpec::method("__round__", "($self, ndigits=<unrepresentable>, /)", round)
        .doc("Rounding an Integral returns itself."),
    MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
    MethodSpec::method("__format__", "($self, format_spec, /)", format)
        .doc("Convert to a string according to format_spec."),
    MethodSpec::method("__sizeof__", "($self, /)", size).doc("Returns size in memory, in bytes."),
    MethodSpec::method("is_integer", "($self, /)", is_integer)
        .doc("Returns True. Exists for duck type compatibility with float.is_integer."),
];

pub(super) const ATTRIBUTES: &[GetSetSpec] = &[
    GetSetSpec::read_only("real", real).doc("the real part of a complex number"),
    GetSetSpec::read_only("imag", zero).doc("the imaginary part of a complex number"),
    GetSetSpec::read_only("numerator", real)
        .doc("the numerator of a rational number in lowest terms"),
    GetSetSpec::read_only("denominator", one)
        .doc("the denominator of a rational number in lowest terms"),
];
