//! The operators of `float`; integers beside a float become floats.

use objmodel::{Borrowed, Gc, Raise, Result, Runtime, singletons};

use crate::number::{float as floats, power as powers};
use crate::pure_error::{FaultKind, OrRaise, PureError};

/// An operand as a float; `None` if it is no number of this kind.
///
/// # Errors
/// `OverflowError` for an integer that is too large.
fn number(rt: &Runtime, value: Borrowed<'_>) -> Result<Option<f64>> {
    if let Some(x) = rt.as_float(value) {
        return Ok(Some(x));
    }
    match rt.as_int(value) {
        Some(n) => crate::int::as_float(rt, n).map(Some),
        None => Ok(None),
    }
}

macro_rules! operators {
    ($($name:ident $reflected:ident $compute:expr;)*) => {$(
        pub(super) fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            let (Some(a), Some(b)) = (number(rt, own)?, number(rt, other)?) else {
                return Ok(singletons::not_implemented());
            };
            let compute: fn(&mut Runtime, f64, f64) -> Result = $compute;
            compute(rt, a, b)
        }

        pub(super) fn $reflected(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            $name(rt, other, own)
        }
    )*};
}

operators! {
    add reflected_add |rt, a, b| rt.float(a + b);
    subtract reflected_subtract |rt, a, b| rt.float(a - b);
    multiply reflected_multiply |rt, a, b| rt.float(a * b);
    true_divide reflected_true_divide |rt, a, b| match b == 0.0 {
        true => Err(rt.zero_division_error("float division by zero")),
        false => rt.float(a / b),
    };
    floor_divide reflected_floor_divide |rt, a, b| {
        let (floor, _) = floats::div_mod(a, b, "float floor division by zero").into_py(rt)?;
        rt.float(floor)
    };
    modulo reflected_modulo |rt, a, b| {
        let (_, remainder) = floats::div_mod(a, b, "float modulo by zero").into_py(rt)?;
        rt.float(remainder)
    };
    divmod reflected_divmod |rt, a, b| {
        let (floor, remainder) = floats::div_mod(a, b, "float divmod()").into_py(rt)?;
        let items = [rt.float(floor)?, rt.float(remainder)?];
        rt.tuple(items.into_iter()).map(Gc::into_value)
    };
}

pub(super) fn power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    if !singletons::is_none(&modulus) {
        return Err(
            rt.type_error("pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    let (Some(a), Some(b)) = (number(rt, own)?, number(rt, other)?) else {
        return Ok(singletons::not_implemented());
    };
    power_of(rt, a, b)
}

pub(super) fn reflected_power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    power(rt, other, own, modulus)
}

/// `a ** b` of floats, which may be complex.
pub(crate) fn power_of(rt: &Runtime, a: f64, b: f64) -> Result {
    match powers::float(a, b) {
        Ok(Some(result)) => rt.float(result),
        Ok(None) => {
            let z = crate::number::complex::power((a, 0.0), (b, 0.0)).into_py(rt)?;
            rt.complex(z.0, z.1)
        }
        Err(pure_error) if pure_error.kind == FaultKind::Overflow => {
            Err(out_of_range(rt, &pure_error))
        }
        Err(pure_error) => Err(pure_error.raise(rt)),
    }
}

/// The `OverflowError` of the C library's mathematics: with the number that it gives the error.
fn out_of_range(rt: &Runtime, pure_error: &PureError) -> Raise {
    const ERANGE: i64 = 34;
    let made = rt.str(&pure_error.message).and_then(|message| {
        let class = &rt.types().overflow_error;
        rt.error_with(class, [rt.int(ERANGE)?, message.into_value()])
    });
    match made {
        Ok(raise) | Err(raise) => raise,
    }
}

pub(super) fn negative(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let x = rt.as_float(own).unwrap_or_default();
    rt.float(-x)
}

pub(super) fn positive(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    if rt.type_of(own).is(&rt.types().float) {
        return Ok(own.to_value());
    }
    let x = rt.as_float(own).unwrap_or_default();
    rt.float(x)
}

pub(super) fn absolute(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let x = rt.as_float(own).unwrap_or_default();
    rt.float(x.abs())
}

pub(super) fn int(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let x = rt.as_float(own).unwrap_or_default();
    let whole = floats::whole(x.trunc()).into_py(rt)?;
    rt.big_int(whole)
}
