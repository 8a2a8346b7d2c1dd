//! The methods and attributes of `float`.

use objmodel::objects::str::StrObject;
use objmodel::types::spec::{GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::arithmetic::positive;
use crate::number::{float as floats, hex};
use crate::pure_error::OrRaise;

fn value(rt: &Runtime, args: Args<'_>) -> f64 {
    rt.as_float(args.at(0)).unwrap_or_default()
}

fn itself(rt: &mut Runtime, args: Args<'_>) -> Result {
    positive(rt, args.at(0))
}

fn is_integer(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = value(rt, args);
    Ok(singletons::bool(x.is_finite() && x == x.trunc()))
}

fn ratio(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (numerator, denominator) = floats::ratio(value(rt, args)).into_py(rt)?;
    let items = [rt.big_int(numerator)?, rt.big_int(denominator)?];
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn to_hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.str(&hex::to_hex(value(rt, args))).map(Gc::into_value)
}

fn from_hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(text) = args.at(1).typed::<StrObject>() else {
        return Err(rt.type_error("bad argument type for built-in operation"));
    };
    let text = rt.utf8_of(&text)?;
    let x = hex::from_hex(&text).into_py(rt)?;
    let x = rt.float(x)?;
    of_class(rt, args.at(0), x)
}

fn of_class(rt: &mut Runtime, class: Borrowed<'_>, value: Value) -> Result {
    if class.is(&rt.types().float) { Ok(value) } else { rt.call(class, [value.as_ref()]) }
}

fn round(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = value(rt, args);
    let Some(digits) = args.get(1).filter(|digits| !singletons::is_none(digits)) else {
        let whole = floats::round(x).into_py(rt)?;
        return rt.big_int(whole);
    };
    let digits = rt.index_clamped(digits)?;
    let rounded = floats::round_to(x, digits as i64).into_py(rt)?;
    rt.float(rounded)
}

macro_rules! to_whole {
    ($($name:ident $method:ident;)*) => {$(
        fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let whole = floats::whole(value(rt, args).$method()).into_py(rt)?;
            rt.big_int(whole)
        }
    )*};
}

to_whole! {
    trunc trunc;
    floor floor;
    ceil ceil;
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    crate::format::object::float(rt, args.at(0), args.at(1))
}

fn new_arguments(rt: &mut Runtime, args: Args<'_>) -> Result {
    let x = rt.float(value(rt, args))?;
    rt.tuple([x].into_iter()).map(Gc::into_value)
}

fn get_format(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(kind) = args.at(1).typed::<StrObject>() else {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("__getformat__() argument must be str, not {class}")));
    };
    match &*crate::codec::c_string(rt, &kind)? {
        "double" | "float" => {}
        _ => return Err(rt.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
    let order = if cfg!(target_endian = "big") { "big" } else { "little" };
    rt.str(&format!("IEEE, {order}-endian")).map(Gc::into_value)
}

fn real(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    positive(rt, own)
}

fn imaginary(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.float(0.0)
}

pub(super) const METHODS: &[MethodSpec] = &[
    MethodSpec::class_method("fromhex", "($type, string, /)", from_hex)
        .doc("Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.8p+2')\n6.0"),
    MethodSpec::method("hex", "($self, /)", to_hex)
        .doc("Return a hexadecimal representation of a floating-point number.\n\n>>> (0.75).hex()\n'0x1.8000000000000p-1'"),
    MethodSpec::method("conjugate", "($self, /)", itself)
        .doc("Return self, the complex conjugate of any float."),
    MethodSpec::method("__trunc__", "($self, /)", trunc)
        .doc("Return the Integral closest to x between 0 and x."),
    MethodSpec::method("__floor__", "($self, /)", floor).doc("Return the floor as an Integral."),
    MethodSpec::method("__ceil__", "($self, /)", ceil).doc("Return the ceiling as an Integral."),
    MethodSpec::method("__round__", "($self, ndigits=None, /)", round)
        .doc("Return the Integral closest to x, rounding half toward even."),
    MethodSpec::method("as_integer_ratio", "($self, /)", ratio)
        .doc("Return a pair of integers, whose ratio is exactly equal to the original float.\n\n>>> (0.375).as_integer_ratio()\n(3, 8)"),
    MethodSpec::method("is_integer", "($self, /)", is_integer)
        .doc("Return True if the float is an integer."),
    MethodSpec::method("__getnewargs__", "($self, /)", new_arguments),
    MethodSpec::class_method("__getformat__", "($type, typestr, /)", get_format)
        .doc("How floats lie in memory; a service for tests."),
    MethodSpec::method("__format__", "($self, format_spec, /)", format)
        .doc("Formats the float according to format_spec."),
];

pub(super) const ATTRIBUTES: &[GetSetSpec] = &[
    GetSetSpec::read_only("real", real).doc("the real part of a complex number"),
    GetSetSpec::read_only("imag", imaginary).doc("the imaginary part of a complex number"),
];
