//! `float`: double-precision numbers.

mod arithmetic;
mod construct;
mod methods;

pub(crate) use arithmetic::power_of;
pub use construct::number;

use objmodel::objects::builder::TextBuilder;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::ClassSpec;
use objmodel::{Borrowed, Gc, Result, Runtime, singletons};

use crate::int;
use crate::number::float;
use crate::pure_error::OrRaise;

fn repr(rt: &mut Runtime, this: Borrowed<'_>) -> Result {
    let x = rt.as_float(this).unwrap_or_default();
    let mut text = TextBuilder::new(rt);
    float::repr(x, &mut text).into_py(rt)?;
    text.finish(rt).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, this: Borrowed<'_>) -> Result<i64> {
    let x = rt.as_float(this).unwrap_or_default();
    // Not-a-number hashes by identity, so that many of them do not collide.
    Ok(objmodel::hash::of_f64(x).unwrap_or_else(|| rt.identity_hash(this)))
}

fn truth(rt: &mut Runtime, this: Borrowed<'_>) -> Result<bool> {
    Ok(rt.as_float(this).is_some_and(|x| x != 0.0))
}

fn rich_compare(
    rt: &mut Runtime,
    this: Borrowed<'_>,
    other: Borrowed<'_>,
    op: CompareOp,
) -> Result {
    let Some(own) = rt.as_float(this) else { return Ok(singletons::not_implemented()) };
    let order = if let Some(other) = rt.as_float(other) {
        own.partial_cmp(&other)
    } else if let Some(other) = rt.as_int(other) {
        int::order_with_float(other, own).map(std::cmp::Ordering::reverse)
    } else {
        return Ok(singletons::not_implemented());
    };
    Ok(singletons::bool(match order {
        Some(order) => op.matches(order),
        None => op == CompareOp::Ne,
    }))
}

/// The table of `float`.
pub(crate) const FLOAT: ClassSpec = ClassSpec {
    name: "float",
    doc: Some("Convert a string or number to a floating-point number, if possible."),
    text_signature: Some("(x=0, /)"),
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
        (SlotId::NbInt, SlotFn::Unary(arithmetic::int)),
        (SlotId::NbFloat, SlotFn::Unary(arithmetic::positive)),
        (SlotId::NbFloorDivide, SlotFn::Binary(arithmetic::floor_divide)),
        (SlotId::NbRfloorDivide, SlotFn::Binary(arithmetic::reflected_floor_divide)),
        (SlotId::NbTrueDivide, SlotFn::Binary(arithmetic::true_divide)),
        (SlotId::NbRtrueDivide, SlotFn::Binary(arithmetic::reflected_true_divide)),
    ],
    methods: methods::METHODS,
    getset: methods::ATTRIBUTES,
    ..ClassSpec::DEFAULT
}
.checked();
