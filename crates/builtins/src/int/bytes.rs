//! `int.to_bytes` and `int.from_bytes`.

use objmodel::objects::str::StrObject;
use objmodel::{Args, Borrowed, Gc, Result, Runtime};

use super::arithmetic::big;
use crate::number::integer;
use crate::pure_error::OrRaise;

/// Whether a byte order is little-endian.
fn is_little(rt: &Runtime, order: Option<Borrowed<'_>>, method: &str) -> Result<bool> {
    if let Some(order) = order.filter(|order| !order.is_payload::<StrObject>()) {
        let class = rt.argument_name(order);
        return Err(
            rt.type_error(format!("{method}() argument 'byteorder' must be str, not {class}"))
        );
    }
    match order.map(|order| rt.text_of(order).into_owned()).as_deref() {
        None | Some("big") => Ok(false),
        Some("little") => Ok(true),
        Some(_) => Err(rt.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn is_signed(rt: &mut Runtime, signed: Option<Borrowed<'_>>) -> Result<bool> {
    match signed {
        Some(signed) => rt.is_true(signed),
        None => Ok(false),
    }
}

pub(super) fn to_bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    let length = match args.get(1) {
        Some(length) => crate::indices::size_argument(rt, length)?,
        None => 1,
    };
    let little = is_little(rt, args.get(2), "to_bytes")?;
    let Ok(length) = usize::try_from(length) else {
        return Err(rt.value_error("length argument must be non-negative"));
    };
    let signed = is_signed(rt, args.get(3))?;
    crate::bytes::check_size(rt, length)?;
    rt.check_room(length.saturating_mul(2))?;
    rt.tick(length / 256)?;
    let number = rt.as_int(args.at(0)).map(|n| big(n).into_owned()).unwrap_or_default();
    let bytes = integer::to_bytes(&number, length, little, signed).into_py(rt)?;
    rt.bytes(&bytes).map(Gc::into_value)
}

pub(super) fn from_bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    let little = is_little(rt, args.get(2), "from_bytes")?;
    let signed = is_signed(rt, args.get(3))?;
    let bytes = crate::bytes::convert::from_object(rt, args.at(1))?;
    // The number, and the digits that it is read from.
    rt.check_room(bytes.len().saturating_mul(2))?;
    rt.tick(bytes.len() / 256)?;
    let number = integer::from_bytes(&bytes, little, signed);
    let number = rt.big_int(number)?;
    if args.at(0).is(&rt.types().int) {
        return Ok(number);
    }
    rt.call(args.at(0), [number.as_ref()])
}
