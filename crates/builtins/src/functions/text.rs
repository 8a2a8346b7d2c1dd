//! Functions between objects and text: `ascii`, `bin`, `chr`, `format`, `ord`.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::number::IntRef;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Gc, Result, Runtime};

use crate::number::radix;
use crate::pure_error::OrRaise;
use crate::str;

fn ascii(rt: &mut Runtime, args: Args<'_>) -> Result {
    rt.ascii(args.at(0)).map(Gc::into_value)
}

fn radix_text(rt: &mut Runtime, args: Args<'_>, base: u32) -> Result {
    let index = rt.index(args.at(0))?;
    let n = rt.as_int(index.as_ref()).unwrap_or(IntRef::Small(0));
    crate::int::tick_digits(rt, n, base)?;
    let mut text = TextBuilder::new(rt);
    radix::push_prefixed(n, base, &mut text).into_py(rt)?;
    text.finish(rt).map(Gc::into_value)
}

fn bin(rt: &mut Runtime, args: Args<'_>) -> Result {
    radix_text(rt, args, 2)
}

fn oct(rt: &mut Runtime, args: Args<'_>) -> Result {
    radix_text(rt, args, 8)
}

fn hex(rt: &mut Runtime, args: Args<'_>) -> Result {
    radix_text(rt, args, 16)
}

fn chr(rt: &mut Runtime, args: Args<'_>) -> Result {
    let index = rt.index(args.at(0))?;
    let point = rt.as_int(index.as_ref()).and_then(|n| n.to_i64());
    match point.filter(|point| (0..=0x10_ffff).contains(point)) {
        Some(point) => str::character(rt, point as u32),
        None => Err(rt.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(rt: &mut Runtime, args: Args<'_>) -> Result {
    let value = args.at(0);
    let (len, first) = if let Some(text) = value.get::<StrObject>(rt) {
        (text.len(), text.code_point(0))
    } else {
        let bytes = value
            .get::<BytesObject>(rt)
            .map(BytesObject::as_slice)
            .or_else(|| value.get::<ByteArrayObject>(rt).map(ByteArrayObject::as_slice));
        match bytes {
            Some(bytes) => (bytes.len(), bytes.first().map(|byte| u32::from(*byte))),
            None => {
                let class = rt.type_name(value);
                return Err(
                    rt.type_error(format!("ord() expected string of length 1, but {class} found"))
                );
            }
        }
    };
    match first.filter(|_| len == 1) {
        Some(point) => rt.int(point.into()),
        None => Err(
            rt.type_error(format!("ord() expected a character, but string of length {len} found"))
        ),
    }
}

fn format(rt: &mut Runtime, args: Args<'_>) -> Result {
    let spec = match args.get(1) {
        None => rt.names().empty.clone(),
        Some(spec) => match spec.typed::<StrObject>() {
            Some(spec) => spec.to_gc(),
            None => {
                let class = rt.argument_name(spec);
                return Err(rt.type_error(format!("format() argument 2 must be str, not {class}")));
            }
        },
    };
    rt.format(args.at(0), &spec).map(Gc::into_value)
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("ascii", "($module, obj, /)", ascii)
        .doc("Return an ASCII-only representation of an object."),
    MethodSpec::function("bin", "($module, number, /)", bin)
        .doc("Return the binary representation of an integer.\n\n>>> bin(10)\n'0b1010'"),
    MethodSpec::function("oct", "($module, number, /)", oct)
        .doc("Return the octal representation of an integer.\n\n>>> oct(64)\n'0o100'"),
    MethodSpec::function("hex", "($module, number, /)", hex)
        .doc("Return the hexadecimal representation of an integer.\n\n>>> hex(255)\n'0xff'"),
    MethodSpec::function("chr", "($module, i, /)", chr)
        .doc("Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."),
    MethodSpec::function("ord", "($module, c, /)", ord)
        .doc("Return the Unicode code point for a one-character string."),
    MethodSpec::function("format", "($module, value, format_spec='', /)", format)
        .doc("Return type(value).__format__(value, format_spec)."),
];
