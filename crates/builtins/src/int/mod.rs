//! `int`: integers of any size.
//!
//! Those of up to 62 bits are value words; the operations here see both alike through
//! [`objmodel::objects::number::IntRef`].

mod arithmetic;
mod bytes;
mod construct;
mod methods;

pub(crate) use arithmetic::{and as bit_and, or as bit_or, xor as bit_xor};
pub(crate) use construct::from_any;

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::Signed;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::number::{IntObject, IntRef};
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Result, Runtime, singletons};

use crate::number::{compare, cost, radix};
use crate::pure_error::OrRaise;

fn repr(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    decimal(rt, this).map(|text| text.into_value())
}

/// The decimal text of an integer.
///
/// # Errors
/// `ValueError` beyond the digit limit.
pub(crate) fn decimal(rt: &mut Runtime, this: Borrowed<'_>) -> Result<objmodel::objects::str::Str> {
    match rt.as_int(this) {
        Some(IntRef::Small(n)) => {
            let mut text = TextBuilder::new(rt);
            text.push_integer(n).into_py(rt)?;
            text.finish(rt)
        }
        Some(IntRef::Big(n)) => {
            let mut text = TextBuilder::new(rt);
            if n.is_negative() {
                text.push_byte(b'-').into_py(rt)?;
            }
            push_decimal(rt, n, &mut text)?;
            text.finish(rt)
        }
        None => Err(rt.type_error("descriptor '__repr__' requires an 'int' object")),
    }
}

/// Ticks for writing a number in digits of a base.
///
/// # Errors
/// A halt.
pub(crate) fn tick_digits(rt: &Runtime, n: IntRef<'_>, base: u32) -> Result<()> {
    let words = cost::words_of(n);
    rt.tick(if base.is_power_of_two() { cost::bits(words) } else { cost::digits(words) })
}

/// Appends the decimal digits of a number's magnitude.
///
/// # Errors
/// `ValueError` beyond the digit limit; `MemoryError`.
pub(crate) fn push_decimal(rt: &Runtime, n: &BigInt, out: &mut TextBuilder) -> Result<()> {
    let limit = rt.int_digit_limit();
    if !radix::exceeds(n, limit) {
        tick_digits(rt, IntRef::Big(n), 10)?;
    }
    radix::push_decimal(n, limit, out).into_py(rt)
}

fn hash(rt: &mut Runtime, this: Borrowed<'_>) -> Result<i64> {
    Ok(match rt.as_int(this) {
        Some(IntRef::Small(n)) => objmodel::hash::of_i64(n),
        Some(IntRef::Big(n)) => {
            rt.tick(cost::linear(cost::words(n)))?;
            objmodel::hash::of_big(n)
        }
        None => 0,
    })
}

fn truth(rt: &mut Runtime, this: Borrowed<'_>) -> Result<bool> {
    Ok(rt.as_int(this).is_some_and(|n| !n.is_zero()))
}

fn rich_compare(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    other: Borrowed<'_>,
    op: CompareOp,
) -> Result {
    if let (Some(a), Some(b)) = (this.get::<IntObject>(rt), other.get::<IntObject>(rt)) {
        let (a, b) = (a.value(), b.value());
        // Numbers of different lengths are told apart by these.
        if a.bits() == b.bits() {
            rt.tick(cost::linear(cost::words(a)))?;
        }
        return Ok(singletons::bool(op.matches(a.cmp(b))));
    }
    let (Some(own), Some(other)) = (rt.as_int(this), rt.as_int(other)) else {
        return Ok(singletons::not_implemented());
    };
    Ok(singletons::bool(op.matches(order(own, other))))
}

/// How two integers relate.
pub(crate) fn order(a: IntRef<'_>, b: IntRef<'_>) -> Ordering {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => a.cmp(&b),
        (IntRef::Big(a), IntRef::Big(b)) => a.cmp(b),
        (IntRef::Small(_), IntRef::Big(b)) => 0.cmp(&sign(b)),
        (IntRef::Big(a), IntRef::Small(_)) => sign(a).cmp(&0),
    }
}

fn sign(n: &num_bigint::BigInt) -> i32 {
    if n.sign() == num_bigint::Sign::Minus { -1 } else { 1 }
}

/// How an integer relates to a float; `None` for NaN.
pub(crate) fn order_with_float(n: IntRef<'_>, x: f64) -> Option<Ordering> {
    match n {
        IntRef::Small(n) => compare::word_with_float(n, x),
        IntRef::Big(n) => compare::big_with_float(n, x),
    }
}

/// An integer as a float.
///
/// # Errors
/// `OverflowError`.
pub(crate) fn as_float(rt: &Runtime, n: IntRef<'_>) -> Result<f64> {
    let x = match n {
        IntRef::Small(n) => n as f64,
        IntRef::Big(n) => crate::number::integer::to_float(n),
    };
    if x.is_infinite() {
        return Err(rt.overflow_error("int too large to convert to float"));
    }
    Ok(x)
}

/// The table of `int`.
pub(crate) const INT: ClassSpec = ClassSpec {
    name: "int",
    doc: Some(
        "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an \
         integer, or return 0 if no arguments\nare given.\n\n>>> int('0x1f', base=16)\n31",
    ),
    slots: &[
        (SlotId::TpNew, SlotFn::New(construct::new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::NbBool, SlotFn::Inquiry(truth)),
        (SlotId::NbAdd, SlotFn::Binary(arithmetic::add)),
        (SlotId::NbRadd, SlotFn::Binary(arithmetic::reflected_add)),
        (SlotId::NbSubtract, SlotFn::Binary(arithmetic::subtract)),
        (SlotId::NbRsubtract, SlotFn::Binary(arithmetic::reflected_subtract)),
        (SlotId::NbMultiply, SlotFn::Binary(arithmetic::multiply)),
        (SlotId::NbRmultiply, SlotFn::Binary(arithmetic::reflected_multiply)),
        (SlotId::NbRemainder, SlotFn::Binary(arithmetic::modulo)),
        (SlotId::NbRremainder, SlotFn::Binary(arithmetic::reflected_modulo)),
        (SlotId::NbDivmod, SlotFn::Binary(arithmetic::divmod)),
        (SlotId::NbRdivmod, SlotFn::Binary(arithmetic::reflected_divmod)),
        (SlotId::NbPower, SlotFn::Ternary(arithmetic::power)),
        (SlotId::NbRpower, SlotFn::Ternary(arithmetic::reflected_power)),
        (SlotId::NbNegative, SlotFn::Unary(arithmetic::negative)),
        (SlotId::NbPositive, SlotFn::Unary(arithmetic::positive)),
        (SlotId::NbAbsolute, SlotFn::Unary(arithmetic::absolute)),
        (SlotId::NbInvert, SlotFn::Unary(arithmetic::invert)),
        (SlotId::NbLshift, SlotFn::Binary(arithmetic::shift_left)),
        (SlotId::NbRlshift, SlotFn::Binary(arithmetic::reflected_shift_left)),
        (SlotId::NbRshift, SlotFn::Binary(arithmetic::shift_right)),
        (SlotId::NbRrshift, SlotFn::Binary(arithmetic::reflected_shift_right)),
        (SlotId::NbAnd, SlotFn::Binary(arithmetic::and)),
        (SlotId::NbRand, SlotFn::Binary(arithmetic::reflected_and)),
        (SlotId::NbXor, SlotFn::Binary(arithmetic::xor)),
        (SlotId::NbRxor, SlotFn::Binary(arithmetic::reflected_xor)),
        (SlotId::NbOr, SlotFn::Binary(arithmetic::or)),
        (SlotId::NbRor, SlotFn::Binary(arithmetic::reflected_or)),
        (SlotId::NbInt, SlotFn::Unary(arithmetic::positive)),
        (SlotId::NbFloat, SlotFn::Unary(arithmetic::float)),
        (SlotId::NbFloorDivide, SlotFn::Binary(arithmetic::floor_divide)),
        (SlotId::NbRfloorDivide, SlotFn::Binary(arithmetic::reflected_floor_divide)),
        (SlotId::NbTrueDivide, SlotFn::Binary(arithmetic::true_divide)),
        (SlotId::NbRtrueDivide, SlotFn::Binary(arithmetic::reflected_true_divide)),
        (SlotId::NbIndex, SlotFn::Unary(arithmetic::positive)),
    ],
    methods: methods::METHODS,
    getset: methods::ATTRIBUTES,
    ..ClassSpec::DEFAULT
}
.checked();
