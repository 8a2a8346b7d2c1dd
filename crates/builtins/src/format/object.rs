//! `__format__` of the built-in types.

use objmodel::gc::OutOfMemory;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::number::IntRef;
use objmodel::objects::spelling;
use objmodel::objects::str::{Str, StrObject};
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Gc, Result, Runtime};

use super::{Spec, number, text};
use crate::pure_error::OrRaise;
use crate::text::repr::plain_quote;

/// Reads the specification, which is not empty, and refuses widths and precisions that would not
/// fit the memory.
fn parse(rt: &Runtime, spec: &[u8], class: &str, default: Option<char>) -> Result<Spec> {
    rt.tick(spec.len() / 64)?;
    let text = spelling::spelled(spec);
    let spec = Spec::parse(&text, class, default).into_py(rt)?;
    // A larger precision is an error for numbers, and cuts nothing off a text.
    let precision = spec.precision.filter(|precision| *precision <= i32::MAX as usize);
    let size = spec.width.saturating_add(precision.unwrap_or(0));
    if size > crate::number::integer::MAX_BITS as usize {
        return Err(rt.memory_error());
    }
    rt.tick(size / 64)?;
    Ok(spec)
}

/// Appends an object of one of the classes here by a specification that is not empty.
type Write = fn(&Runtime, Borrowed<'_>, &[u8], &mut TextBuilder) -> Result<()>;

fn formatted(rt: &mut Runtime, own: Borrowed<'_>, spec: Borrowed<'_>, write: Write) -> Result {
    let Some(text) = spec.get::<StrObject>(rt) else {
        return Err(rt.type_error(format!(
            "__format__() argument must be str, not {}",
            rt.argument_name(spec)
        )));
    };
    if text.is_empty() {
        return rt.to_str(own).map(Gc::into_value);
    }
    let mut out = TextBuilder::new(rt);
    write(rt, own, text.as_bytes(), &mut out)?;
    out.finish(rt).map(Gc::into_value)
}

/// `int.__format__`. An instance of a subclass is asked for its float where the type is one of floats.
pub(crate) fn int(rt: &mut Runtime, own: Borrowed<'_>, spec: Borrowed<'_>) -> Result {
    let kind = spec.get::<StrObject>(rt).and_then(|spec| spec.as_bytes().last().copied());
    if let Some(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') = kind
        && !rt.type_of(own).is(&rt.types().int)
        && !rt.type_of(own).is(&rt.types().bool_)
        && rt.has_slot(own, SlotId::NbFloat)
        && let Some(x) = crate::float::number(rt, own)?
    {
        let x = rt.float(x)?;
        return formatted(rt, x.as_ref(), spec, write_float);
    }
    formatted(rt, own, spec, write_int)
}

/// `float.__format__`
pub(crate) fn float(rt: &mut Runtime, own: Borrowed<'_>, spec: Borrowed<'_>) -> Result {
    formatted(rt, own, spec, write_float)
}

/// `complex.__format__`
pub(crate) fn complex(rt: &mut Runtime, own: Borrowed<'_>, spec: Borrowed<'_>) -> Result {
    formatted(rt, own, spec, |rt, own, spec, out| {
        let spec = parse(rt, spec, "complex", None)?;
        let z = rt.as_complex(own).map_or((0.0, 0.0), |z| (z.real, z.imag));
        number::complex(z, &spec, out).into_py(rt)
    })
}

/// `str.__format__`. A text that a specification leaves as it is stays the same object.
pub(crate) fn str(rt: &mut Runtime, own: Borrowed<'_>, spec: Borrowed<'_>) -> Result {
    let made = formatted(rt, own, spec, write_str)?;
    let text = own.get::<StrObject>(rt).map(StrObject::as_bytes).unwrap_or_default();
    let same = made.get::<StrObject>(rt).is_some_and(|made| made.as_bytes() == text);
    let written = spec.get::<StrObject>(rt).is_some_and(|spec| !spec.is_empty());
    Ok(if written && same && !text.is_empty() { own.to_value() } else { made })
}

fn write_int(rt: &Runtime, own: Borrowed<'_>, spec: &[u8], out: &mut TextBuilder) -> Result<()> {
    let class = rt.type_name(own);
    let spec = parse(rt, spec, class, Some('d'))?;
    let n = rt.as_int(own).unwrap_or(IntRef::Small(0));
    if let IntRef::Big(big) = n {
        let base = spec.base();
        if let Some(10) = base {
            crate::number::radix::check_decimal(big, rt.int_digit_limit()).into_py(rt)?;
        }
        if let Some(base) = base {
            crate::int::tick_digits(rt, n, base)?;
        }
    }
    number::int(n, &spec, class, out).into_py(rt)
}

fn write_float(rt: &Runtime, own: Borrowed<'_>, spec: &[u8], out: &mut TextBuilder) -> Result<()> {
    let class = rt.type_name(own);
    let spec = parse(rt, spec, class, None)?;
    number::float(rt.as_float(own).unwrap_or_default(), &spec, class, out).into_py(rt)
}

fn write_str(rt: &Runtime, own: Borrowed<'_>, spec: &[u8], out: &mut TextBuilder) -> Result<()> {
    let class = rt.type_name(own);
    let spec = parse(rt, spec, class, Some('s'))?;
    let text = own.get::<StrObject>(rt).map(StrObject::as_bytes).unwrap_or_default();
    rt.tick(text.len() / 64)?;
    text::format(text, &spec, class, out).into_py(rt)
}

/// Whether [`write`] writes a value without an object between.
pub(crate) fn is_written_at_once(rt: &Runtime, value: Borrowed<'_>) -> bool {
    value.as_small_int().is_some()
        || value.as_immediate_float().is_some()
        || rt.type_of(value).is(&rt.types().str)
}

/// Appends `format(value, spec)`. Numbers and text of the built-in classes, whose `__format__`
/// nobody can replace, are written without an object between.
///
/// # Errors
/// As for [`Runtime::format`].
pub(crate) fn write(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    spec: &[u8],
    out: &mut TextBuilder,
) -> Result<()> {
    let by_spec: Write = if value.as_small_int().is_some() {
        write_int
    } else if value.as_immediate_float().is_some() {
        write_float
    } else if rt.type_of(value).is(&rt.types().str) {
        write_str
    } else {
        let spec = rt.str_from_bytes(spec)?;
        let text = rt.format(value, &spec)?;
        return push(rt, &text, out);
    };
    match spec {
        [] => write_str_of(rt, value, out),
        _ => by_spec(rt, value, spec, out),
    }
}

/// Appends `str(value)`. Numbers and text of the built-in classes are written without an object
/// between.
///
/// # Errors
/// As for [`Runtime::to_str`].
pub(crate) fn write_str_of(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    out: &mut TextBuilder,
) -> Result<()> {
    if write_immediate(value, out).into_py(rt)? {
        return Ok(());
    }
    let text = rt.to_str(value)?;
    push(rt, &text, out)
}

/// Appends `repr(value)`, likewise.
///
/// # Errors
/// As for [`Runtime::repr`].
pub(crate) fn write_repr(
    rt: &mut Runtime,
    value: Borrowed<'_>,
    out: &mut TextBuilder,
) -> Result<()> {
    if write_immediate(value, out).into_py(rt)? {
        return Ok(());
    }
    if rt.type_of(value).is(&rt.types().str)
        && let Some(text) = value.get::<StrObject>(rt).map(StrObject::as_bytes)
        && let Some(quote) = plain_quote(text)
    {
        return [&[quote], text, &[quote]].iter().try_for_each(|part| out.append(rt, part));
    }
    rt.write_repr(value, out)
}

/// Appends a number that is immediate, and tells whether it was one.
fn write_immediate(value: Borrowed<'_>, out: &mut TextBuilder) -> Result<bool, OutOfMemory> {
    if let Some(n) = value.as_small_int() {
        out.push_integer(n)?;
    } else if let Some(x) = value.as_immediate_float() {
        crate::number::float::repr(x, out)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn push(rt: &Runtime, text: &Str, out: &mut TextBuilder) -> Result<()> {
    let text = text.read(rt).as_bytes();
    rt.tick(text.len() / 64)?;
    out.append(rt, text)
}
