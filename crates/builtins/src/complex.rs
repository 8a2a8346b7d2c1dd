//! `complex`: pairs of floats.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::number::ComplexObject;
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Parameters, Result, Runtime, Type, singletons};

use crate::number::complex::{self as numbers, Complex};
use crate::number::parse;
use crate::pure_error::OrRaise;

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    const PARAMETERS: Parameters = Parameters::new("complex", "(real=0, imag=0)", 0, 2);
    let [real, imaginary] = PARAMETERS.bind(rt, args)?;
    let z = match (real, imaginary) {
        (Some(text), second) if text.is_payload::<StrObject>() => {
            if second.is_some() {
                return Err(rt.type_error("complex() can't take second arg if first is a string"));
            }
            from_text(rt, text)?
        }
        (_, Some(text)) if text.is_payload::<StrObject>() => {
            return Err(rt.type_error("complex() second arg can't be a string"));
        }
        (None, None) => (0.0, 0.0),
        (Some(value), None) => {
            if class.is(&rt.types().complex) && rt.type_of(value).is(&rt.types().complex) {
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
    make(rt, class, z)
}

fn make(rt: &Runtime, class: &Type, z: Complex) -> Result {
    rt.alloc(class, ComplexObject { real: z.0, imag: z.1 }).map(Gc::into_value)
}

/// Whether a number gives an imaginary part of its own.
fn is_complex_number(rt: &mut Runtime, value: Borrowed<'_>) -> Result<bool> {
    let name = rt.names().complex.clone();
    Ok(rt.as_complex(value).is_some() || rt.lookup_attr(value, &name)?.is_some())
}

fn from_text(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Complex> {
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
fn part(rt: &mut Runtime, value: Borrowed<'_>, otherwise: &str) -> Result<Complex> {
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
pub(crate) fn convert(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Complex>> {
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
fn operand(rt: &Runtime, value: Borrowed<'_>) -> Result<Option<Complex>> {
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

macro_rules! operators {
    ($($name:ident $reflected:ident $compute:expr;)*) => {$(
        fn $name(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            let (Some(a), Some(b)) = (operand(rt, own)?, operand(rt, other)?) else {
                return Ok(singletons::not_implemented());
            };
            let compute: fn(Complex, Complex) -> Result<Complex, crate::pure_error::PureError> = $compute;
            let z = compute(a, b).into_py(rt)?;
            rt.complex(z.0, z.1)
        }

        fn $reflected(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
            $name(rt, other, own)
        }
    )*};
}

operators! {
    add reflected_add |a, b| Ok((a.0 + b.0, a.1 + b.1));
    subtract reflected_subtract |a, b| Ok((a.0 - b.0, a.1 - b.1));
    multiply reflected_multiply |a, b| Ok(numbers::multiply(a, b));
    divide reflected_divide numbers::divide;
}

fn power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    let (Some(a), Some(b)) = (operand(rt, own)?, operand(rt, other)?) else {
        return Ok(singletons::not_implemented());
    };
    if !singletons::is_none(&modulus) {
        return Err(rt.value_error("complex modulo"));
    }
    let z = numbers::power(a, b).into_py(rt)?;
    rt.complex(z.0, z.1)
}

fn reflected_power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    power(rt, other, own, modulus)
}

fn parts(rt: &Runtime, own: Borrowed<'_>) -> Complex {
    rt.as_complex(own).map_or((0.0, 0.0), |z| (z.real, z.imag))
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let mut text = TextBuilder::new(rt);
    numbers::repr(parts(rt, own), &mut text).into_py(rt)?;
    text.finish(rt).map(Gc::into_value)
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let z = parts(rt, own);
    let part = |x: f64| objmodel::hash::of_f64(x).unwrap_or_else(|| rt.identity_hash(own));
    // The imaginary part counts as often as CPython's `sys.hash_info.imag` says.
    let combined = part(z.0).wrapping_add(part(z.1).wrapping_mul(1_000_003));
    Ok(objmodel::hash::valid(combined))
}

fn truth(rt: &mut Runtime, own: Borrowed<'_>) -> Result<bool> {
    Ok(parts(rt, own) != (0.0, 0.0))
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let z = parts(rt, own);
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

fn negative(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let z = parts(rt, own);
    rt.complex(-z.0, -z.1)
}

fn positive(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    if rt.type_of(own).is(&rt.types().complex) {
        return Ok(own.to_value());
    }
    let z = parts(rt, own);
    rt.complex(z.0, z.1)
}

fn absolute(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let length = numbers::absolute(parts(rt, own)).into_py(rt)?;
    rt.float(length)
}

fn conjugate(rt: &mut Runtime, args: Args<'_>) -> Result {
    let z = parts(rt, args.at(0));
    rt.complex(z.0, -z.1)
}

fn itself(rt: &mut Runtime, args: Args<'_>) -> Result {
    positive(rt, args.at(0))
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    crate::format::object::complex(rt, args.at(0), args.at(1))
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let z = parts(rt, args.at(0));
    let items = [rt.float(z.0)?, rt.float(z.1)?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn real(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    rt.float(parts(rt, own).0)
}

fn imaginary(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    rt.float(parts(rt, own).1)
}

/// The table of `complex`.
pub(crate) const COMPLEX: ClassSpec = ClassSpec {
    name: "complex",
    doc: Some(
        "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a \
         complex number.\nIf a single number is given, convert it to a complex number.\nIf the \
         'real' or 'imag' arguments are given, create a complex number\nwith the specified real \
         and imaginary components.",
    ),
    text_signature: Some("(real=0, imag=0)"),
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpRepr, SlotFn::Unary(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
        (SlotId::NbBool, SlotFn::Inquiry(truth)),
        (SlotId::NbAdd, SlotFn::Binary(add)),
        (SlotId::NbRadd, SlotFn::Binary(reflected_add)),
        (SlotId::NbSubtract, SlotFn::Binary(subtract)),
        (SlotId::NbRsubtract, SlotFn::Binary(reflected_subtract)),
        (SlotId::NbMultiply, SlotFn::Binary(multiply)),
        (SlotId::NbRmultiply, SlotFn::Binary(reflected_multiply)),
        (SlotId::NbTrueDivide, SlotFn::Binary(divide)),
        (SlotId::NbRtrueDivide, SlotFn::Binary(reflected_divide)),
        (SlotId::NbPower, SlotFn::Ternary(power)),
        (SlotId::NbRpower, SlotFn::Ternary(reflected_power)),
        (SlotId::NbNegative, SlotFn::Unary(negative)),
        (SlotId::NbPositive, SlotFn::Unary(positive)),
        (SlotId::NbAbsolute, SlotFn::Unary(absolute)),
    ],
    methods: &[
        MethodSpec::method("conjugate", "($self, /)", conjugate)
            .doc("Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."),
        MethodSpec::method("__complex__", "($self, /)", itself)
            .doc("Convert this value to exact type complex."),
        MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
        MethodSpec::method("__format__", "($self, format_spec, /)", format)
            .doc("Convert to a string according to format_spec."),
    ],
    getset: &[
        GetSetSpec::member("real", real).doc("the real part of a complex number"),
        GetSetSpec::member("imag", imaginary).doc("the imaginary part of a complex number"),
    ],
    ..ClassSpec::DEFAULT
};
