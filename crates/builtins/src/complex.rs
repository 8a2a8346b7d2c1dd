//! `complex`: pairs of floats.

use objmodel::native::Given;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::number::ComplexObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::SlotRow;
use objmodel::{Borrowed, Bound, CompareOp, Gc, Result, Runtime, Type, singletons};
use objmodel::{pyclass, pymethods};

use crate::number::complex::{self as numbers, Complex as Pair};
use crate::number::parse;
use crate::pure_error::{OrRaise, PureError};

/// Create a complex number from a string or numbers.
///
/// If a string is given, parse it as a complex number.
/// If a single number is given, convert it to a complex number.
/// If the 'real' or 'imag' arguments are given, create a complex number
/// with the specified real and imaginary components.
#[pyclass(name = "complex", module = "builtins", subclass, payload = ComplexObject)]
pub(crate) struct Complex;

#[pymethods]
impl Complex {
    #[new]
    #[pyo3(signature = (real = 0, imag = 0))]
    fn make(cls: &Type, rt: &mut Runtime, real: Given<'_>, imag: Given<'_>) -> Result {
        let (real, imaginary) = (real.0, imag.0);
        let z = match (real, imaginary) {
            (Some(text), second) if text.is_payload::<StrObject>() => {
                if second.is_some() {
                    return Err(
                        rt.type_error("complex() can't take second arg if first is a string")
                    );
                }
                from_text(rt, text)?
            }
            (_, Some(text)) if text.is_payload::<StrObject>() => {
                return Err(rt.type_error("complex() second arg can't be a string"));
            }
            (None, None) => (0.0, 0.0),
            (Some(value), None) => {
                if cls.is(&rt.types().complex) && rt.type_of(value).is(&rt.types().complex) {
                    return Ok(value.to_value());
                }
                part(rt, value, "first argument must be a string or a number")?
            }
            (real, imaginary) => {
                let (mut z, mut is_complex) = ((0.0, 0.0), false);
                if let Some(real) = real {
                    z = part(rt, real, "first argument must be a string or a number")?;
                    is_complex = is_complex_number(rt, real)?;
                }
                if let Some(value) = imaginary {
                    // Here `__complex__` alone does not make a number.
                    if rt.as_complex(value).is_none()
                        && !rt.has_slot(value, SlotId::NbFloat)
                        && !rt.has_index(value)
                    {
                        let class = rt.type_name(value);
                        return Err(rt.type_error(format!(
                            "complex() second argument must be a number, not '{class}'"
                        )));
                    }
                    let imaginary = part(rt, value, "second argument must be a number")?;
                    // Adding a zero to a part would lose the sign of another zero.
                    if rt.as_complex(value).is_some() {
                        z.0 -= imaginary.1;
                    }
                    z.1 = if is_complex { z.1 + imaginary.0 } else { imaginary.0 };
                }
                z
            }
        };
        rt.alloc(cls, ComplexObject { real: z.0, imag: z.1 }).map(Gc::into_value)
    }

    fn __repr__(slf: &ComplexObject, rt: &mut Runtime) -> Result<Str> {
        let mut text = TextBuilder::new(rt);
        numbers::repr(pair(slf), &mut text).into_py(rt)?;
        text.finish(rt)
    }

    fn __hash__(slf: &Bound<'_, ComplexObject>, rt: &Runtime) -> i64 {
        let z = pair(slf.frozen());
        let part =
            |x: f64| objmodel::hash::of_f64(x).unwrap_or_else(|| rt.identity_hash(slf.untyped()));
        // The imaginary part counts as often as CPython's `sys.hash_info.imag` says.
        part(z.0).wrapping_add(part(z.1).wrapping_mul(1_000_003))
    }

    fn __richcmp__(
        slf: &ComplexObject,
        rt: &Runtime,
        other: Borrowed<'_>,
        op: CompareOp,
    ) -> Result {
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            return Ok(singletons::not_implemented());
        }
        let z = pair(slf);
        let equal = if let Some(other) = rt.as_complex(other) {
            z == (other.real, other.imag)
        } else if let Some(x) = rt.as_float(other) {
            z == (x, 0.0)
        } else if let Some(n) = rt.as_int(other) {
            z.1 == 0.0 && crate::int::order_with_float(n, z.0) == Some(std::cmp::Ordering::Equal)
        } else {
            return Ok(singletons::not_implemented());
        };
        Ok(singletons::bool(equal == (op == CompareOp::Eq)))
    }

    fn __bool__(slf: &ComplexObject) -> bool {
        pair(slf) != (0.0, 0.0)
    }

    fn __add__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, slf.untyped(), other, |a, b| Ok((a.0 + b.0, a.1 + b.1)))
    }

    fn __radd__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, other, slf.untyped(), |a, b| Ok((a.0 + b.0, a.1 + b.1)))
    }

    fn __sub__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, slf.untyped(), other, |a, b| Ok((a.0 - b.0, a.1 - b.1)))
    }

    fn __rsub__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, other, slf.untyped(), |a, b| Ok((a.0 - b.0, a.1 - b.1)))
    }

    fn __mul__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, slf.untyped(), other, |a, b| Ok(numbers::multiply(a, b)))
    }

    fn __rmul__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime, other: Borrowed<'_>) -> Result {
        of_operands(rt, other, slf.untyped(), |a, b| Ok(numbers::multiply(a, b)))
    }

    fn __truediv__(
        slf: &Bound<'_, ComplexObject>,
        rt: &mut Runtime,
        other: Borrowed<'_>,
    ) -> Result {
        of_operands(rt, slf.untyped(), other, numbers::divide)
    }

    fn __rtruediv__(
        slf: &Bound<'_, ComplexObject>,
        rt: &mut Runtime,
        other: Borrowed<'_>,
    ) -> Result {
        of_operands(rt, other, slf.untyped(), numbers::divide)
    }

    // Asked as the class of the third operand too.
    #[row]
    const POWER: SlotRow = (SlotId::NbPower, SlotFn::Ternary(power));
    #[row]
    const REFLECTED_POWER: SlotRow = (SlotId::NbRpower, SlotFn::Ternary(reflected_power));

    fn __neg__(slf: &ComplexObject, rt: &mut Runtime) -> Result {
        rt.complex(-slf.real, -slf.imag)
    }

    fn __pos__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime) -> Result {
        exact(slf, rt)
    }

    fn __abs__(slf: &ComplexObject, rt: &mut Runtime) -> Result<f64> {
        numbers::absolute(pair(slf)).into_py(rt)
    }

    /// Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.
    fn conjugate(slf: &ComplexObject, rt: &mut Runtime) -> Result {
        rt.complex(slf.real, -slf.imag)
    }

    /// Convert this value to exact type complex.
    fn __complex__(slf: &Bound<'_, ComplexObject>, rt: &mut Runtime) -> Result {
        exact(slf, rt)
    }

    fn __getnewargs__(slf: &ComplexObject) -> (f64, f64) {
        pair(slf)
    }

    /// Convert to a string according to format_spec.
    #[pyo3(signature = (format_spec, /))]
    fn __format__(
        slf: &Bound<'_, ComplexObject>,
        rt: &mut Runtime,
        format_spec: Borrowed<'_>,
    ) -> Result {
        crate::format::object::complex(rt, slf.untyped(), format_spec)
    }

    /// the real part of a complex number
    #[getter]
    #[pyo3(member)]
    fn real(slf: &ComplexObject) -> f64 {
        slf.real
    }

    /// the imaginary part of a complex number
    #[getter]
    #[pyo3(member)]
    fn imag(slf: &ComplexObject) -> f64 {
        slf.imag
    }
}

fn pair(own: &ComplexObject) -> Pair {
    (own.real, own.imag)
}

/// The number itself, or that of a subclass as one of the class.
fn exact(own: &Bound<'_, ComplexObject>, rt: &mut Runtime) -> Result {
    if rt.type_of(own.untyped()).is(&rt.types().complex) {
        return Ok(own.untyped().to_value());
    }
    let z = pair(own.frozen());
    rt.complex(z.0, z.1)
}

/// Whether a number gives an imaginary part of its own.
fn is_complex_number(rt: &mut Runtime, value: Borrowed<'_>) -> Result<bool> {
    let name = rt.names().complex.clone();
    Ok(rt.as_complex(value).is_some() || rt.lookup_attr(value, &name)?.is_some())
}

fn from_text(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Pair> {
    let text = value.get::<StrObject>(rt);
    rt.tick(text.map_or(0, |text| text.as_bytes().len() / 16))?;
    let text = text.map(crate::text::digits::to_ascii).unwrap_or_default();
    match parse::complex(&text) {
        Some(z) => Ok(z),
        None if !parse::underscores_fit(&text) => {
            let shown = rt.repr(value)?;
            let shown = shown.read(rt).as_str();
            Err(rt.value_error(format!("could not convert string to complex: {shown}")))
        }
        None => Err(rt.value_error("complex() arg is a malformed string")),
    }
}

/// An argument as a complex number: by `__complex__`, else as a float.
fn part(rt: &mut Runtime, value: Borrowed<'_>, otherwise: &str) -> Result<Pair> {
    match convert(rt, value)? {
        Some(z) => Ok(z),
        None => {
            let class = rt.type_name(value);
            Err(rt.type_error(format!("complex() {otherwise}, not '{class}'")))
        }
    }
}

/// Any number as a complex one: by `__complex__`, `__float__` or `__index__`; `None` if it has none.
///
/// # Errors
/// `TypeError` if `__complex__` returns something else; what the methods raise.
pub(crate) fn convert(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Pair>> {
    if rt.type_of(value).is(&rt.types().complex) {
        return Ok(rt.as_complex(value).map(|z| (z.real, z.imag)));
    }
    let name = rt.names().complex.clone();
    if let Some(answer) = rt.call_named(value, &name, &[])? {
        return match rt.as_complex(answer.as_ref()) {
            Some(z) => {
                let parts = (z.real, z.imag);
                rt.warn_of_subclass("__complex__", "complex", answer.as_ref())?;
                Ok(Some(parts))
            }
            None => {
                let other = rt.type_name(answer.as_ref());
                Err(rt.type_error(format!("__complex__ returned non-complex (type {other})")))
            }
        };
    }
    Ok(crate::float::number(rt, value)?.map(|x| (x, 0.0)))
}

/// An operand as a complex number; `None` if it is no number.
fn operand(rt: &Runtime, value: Borrowed<'_>) -> Result<Option<Pair>> {
    if let Some(z) = rt.as_complex(value) {
        return Ok(Some((z.real, z.imag)));
    }
    if let Some(x) = rt.as_float(value) {
        return Ok(Some((x, 0.0)));
    }
    match rt.as_int(value) {
        Some(n) => Ok(Some((crate::int::as_float(rt, n)?, 0.0))),
        None => Ok(None),
    }
}

/// What an operator makes of two numbers; it passes for anything else.
#[inline]
fn of_operands(
    rt: &mut Runtime,
    left: Borrowed<'_>,
    right: Borrowed<'_>,
    compute: impl FnOnce(Pair, Pair) -> Result<Pair, PureError>,
) -> Result {
    let (Some(a), Some(b)) = (operand(rt, left)?, operand(rt, right)?) else {
        return Ok(singletons::not_implemented());
    };
    let z = compute(a, b).into_py(rt)?;
    rt.complex(z.0, z.1)
}

fn power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    if !singletons::is_none(&modulus)
        && operand(rt, own)?.is_some()
        && operand(rt, other)?.is_some()
    {
        return Err(rt.value_error("complex modulo"));
    }
    of_operands(rt, own, other, numbers::power)
}

fn reflected_power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    power(rt, other, own, modulus)
}
