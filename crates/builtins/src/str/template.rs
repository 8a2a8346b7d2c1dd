//! `str.format`: replacement fields with attributes, items, conversions and specifications.

use objmodel::objects::str::Str;
use objmodel::{Args, CallArgs, Ref, Result, Runtime, Value};

use super::{make, this};
use crate::text::codepoints;

/// Replacement fields inside specifications inside fields are as deep as it goes.
const MOST_NESTED: u32 = 2;

/// Where the values of fields come from.
struct Values<'a> {
    positional: &'a [Ref<'a>],
    keywords: Vec<(String, Value)>,
    mapping: Option<Ref<'a>>,
    numbering: Numbering,
}

/// Whether fields are numbered by the text or by their order.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

pub(super) fn format(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let Some((own, positional)) = args.positionals().split_first() else {
        return Err(rt.type_error("unbound method str.format() needs an argument"));
    };
    let text = this(rt, *own)?;
    // A text that is formatted to nothing but itself stays the same object.
    if let [only] = positional
        && text.read(rt).as_bytes() == b"{}"
        && rt.type_of(*only).is(&rt.types().str)
    {
        return Ok(only.to_value());
    }
    let keywords =
        args.keywords().map(|(name, value)| (rt.text_of(name).into_owned(), value.to_value()));
    let keywords: Vec<_> = keywords.collect();
    let values = Values { positional, keywords, mapping: None, numbering: Numbering::Unknown };
    formatted(rt, &text, values)
}

pub(super) fn format_map(rt: &mut Runtime, args: Args<'_>) -> Result {
    let text = this(rt, args.at(0))?;
    let values = Values {
        positional: &[],
        keywords: Vec::new(),
        mapping: Some(args.at(1)),
        numbering: Numbering::Unknown,
    };
    formatted(rt, &text, values)
}

fn formatted(rt: &mut Runtime, text: &Str, mut values: Values<'_>) -> Result {
    let points: Vec<u32> = text.read(rt).code_points().collect();
    let out = expand(rt, &points, &mut values, MOST_NESTED)?;
    make(rt, &out)
}

/// Replaces the fields of a text.
fn expand(
    rt: &mut Runtime,
    points: &[u32],
    values: &mut Values<'_>,
    depth: u32,
) -> Result<Vec<u8>> {
    if depth == 0 {
        return Err(rt.value_error("Max string recursion exceeded"));
    }
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&point) = points.get(at) {
        at += 1;
        let (open, close) = (point == u32::from('{'), point == u32::from('}'));
        if !open && !close {
            codepoints::push(&mut out, point);
            continue;
        }
        if points.get(at) == Some(&point) {
            codepoints::push(&mut out, point);
            at += 1;
            continue;
        }
        if close {
            return Err(rt.value_error("Single '}' encountered in format string"));
        }
        if at == points.len() {
            return Err(rt.value_error("Single '{' encountered in format string"));
        }
        rt.tick(1)?;
        let field = Field::parse(rt, points, at)?;
        let text = replacement(rt, &field, values, depth)?;
        let part = text.read(rt).as_bytes();
        rt.check_room(out.len() + part.len())?;
        out.extend_from_slice(part);
        at = field.end;
    }
    Ok(out)
}

/// A replacement field: `name!conversion:specification}`.
struct Field<'p> {
    name: &'p [u32],
    conversion: Option<u32>,
    specification: &'p [u32],
    /// Where the text goes on behind the field.
    end: usize,
}

impl<'p> Field<'p> {
    /// The field whose opening brace is before `start`.
    ///
    /// # Errors
    /// `ValueError` where the text is no field.
    fn parse(rt: &Runtime, points: &'p [u32], start: usize) -> Result<Field<'p>> {
        let char_at = |at: usize| points.get(at).and_then(|point| char::from_u32(*point));
        let part = |start: usize, end: usize| points.get(start..end).unwrap_or_default();
        let mut at = start;
        let mark = loop {
            match char_at(at) {
                Some('{') => return Err(rt.value_error("unexpected '{' in field name")),
                Some('[') => {
                    while at < points.len() && char_at(at) != Some(']') {
                        at += 1;
                    }
                }
                Some(mark @ ('}' | ':' | '!')) => break mark,
                _ if at >= points.len() => {
                    return Err(rt.value_error("expected '}' before end of string"));
                }
                _ => at += 1,
            }
        };
        let mut field =
            Field { name: part(start, at), conversion: None, specification: &[], end: at + 1 };
        if mark == '}' {
            return Ok(field);
        }
        at += 1;
        if mark == '!' {
            let Some(&conversion) = points.get(at) else {
                return Err(rt.value_error("end of string while looking for conversion specifier"));
            };
            field.conversion = Some(conversion);
            at += 1;
            match char_at(at) {
                Some('}') => return Ok(Field { end: at + 1, ..field }),
                Some(':') => at += 1,
                _ if at >= points.len() => {}
                _ => return Err(rt.value_error("expected ':' after conversion specifier")),
            }
        }
        let begin = at;
        let mut depth = 1;
        while at < points.len() {
            match char_at(at) {
                Some('{') => depth += 1,
                Some('}') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(Field { specification: part(begin, at), end: at + 1, ..field });
            }
            at += 1;
        }
        Err(rt.value_error("unmatched '{' in format spec"))
    }
}

/// What stands in the place of a field.
fn replacement(
    rt: &mut Runtime,
    field: &Field<'_>,
    values: &mut Values<'_>,
    depth: u32,
) -> Result<Str> {
    let (conversion, spec) = (field.conversion, field.specification);
    let value = lookup(rt, field.name, values)?;
    let value = match conversion.map(char::from_u32) {
        None => value,
        Some(Some('s')) => rt.to_str(&value)?.into_value(),
        Some(Some('r')) => rt.repr(&value)?.into_value(),
        Some(Some('a')) => rt.ascii(&value)?.into_value(),
        Some(Some(kind)) if (' '..='~').contains(&kind) => {
            return Err(rt.value_error(format!("Unknown conversion specifier {kind}")));
        }
        Some(_) => {
            let kind = conversion.unwrap_or_default();
            return Err(rt.value_error(format!("Unknown conversion specifier \\x{kind:x}")));
        }
    };
    let plain = !spec.contains(&u32::from('{'));
    let spec = if plain { encoded(spec) } else { expand(rt, spec, values, depth - 1)? };
    let spec = rt.str_from_bytes(&spec)?;
    rt.format(&value, &spec)
}

fn encoded(points: &[u32]) -> Vec<u8> {
    let mut text = Vec::new();
    for point in points {
        codepoints::push(&mut text, *point);
    }
    text
}

/// A field name: a number, a keyword or nothing, then attributes and items.
fn lookup(rt: &mut Runtime, name: &[u32], values: &mut Values<'_>) -> Result {
    let stop = |point: &u32| *point == u32::from('.') || *point == u32::from('[');
    let end = name.iter().position(stop).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let mut value = first_value(rt, first, values)?;
    while let Some(&mark) = rest.first() {
        let body = rest.get(1..).unwrap_or_default();
        if mark == u32::from('.') {
            let end = body.iter().position(stop).unwrap_or(body.len());
            let (attribute, after) = body.split_at(end);
            if attribute.is_empty() {
                return Err(rt.value_error("Empty attribute in format string"));
            }
            let attribute = rt.str_from_bytes(&encoded(attribute))?;
            let attribute = rt.intern_str(&attribute);
            value = rt.getattr(&value, &attribute)?;
            rest = after;
            continue;
        }
        if mark != u32::from('[') {
            return Err(rt.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
        let Some(end) = body.iter().position(|point| *point == u32::from(']')) else {
            return Err(rt.value_error("Missing ']' in format string"));
        };
        let (key, after) = body.split_at(end);
        if key.is_empty() {
            return Err(rt.value_error("Empty attribute in format string"));
        }
        let key = match number(rt, key)? {
            Some(index) => rt.int_from_usize(index)?,
            None => rt.str_from_bytes(&encoded(key))?.into_value(),
        };
        value = rt.get_item(&value, &key)?;
        rest = after.get(1..).unwrap_or_default();
    }
    Ok(value)
}

/// Digits as a number; `None` for any other text.
fn number(rt: &Runtime, text: &[u32]) -> Result<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut value = 0usize;
    for point in text {
        let Some(digit) = char::from_u32(*point).and_then(|c| c.to_digit(10)) else {
            return Ok(None);
        };
        let grown = value.checked_mul(10).and_then(|value| value.checked_add(digit as usize));
        value = match grown.filter(|value| isize::try_from(*value).is_ok()) {
            Some(grown) => grown,
            None => return Err(rt.value_error("Too many decimal digits in format string")),
        };
    }
    Ok(Some(value))
}

fn first_value(rt: &mut Runtime, name: &[u32], values: &mut Values<'_>) -> Result {
    let index = match number(rt, name)? {
        Some(index) => {
            if let Numbering::Automatic(_) = values.numbering {
                return Err(rt.value_error(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
            values.numbering = Numbering::Manual;
            Some(index)
        }
        None if name.is_empty() => {
            let index = match values.numbering {
                Numbering::Unknown => 0,
                Numbering::Automatic(next) => next,
                Numbering::Manual => {
                    return Err(rt.value_error(
                        "cannot switch from manual field specification to automatic field \
                         numbering",
                    ));
                }
            };
            values.numbering = Numbering::Automatic(index + 1);
            Some(index)
        }
        None => None,
    };
    if let Some(index) = index {
        if values.mapping.is_some() {
            return Err(rt.value_error("Format string contains positional fields"));
        }
        return match values.positional.get(index) {
            Some(value) => Ok(value.to_value()),
            None => Err(rt.index_error(format!(
                "Replacement index {index} out of range for positional args tuple"
            ))),
        };
    }
    let key = rt.str_from_bytes(&encoded(name))?;
    if let Some(mapping) = values.mapping {
        return rt.get_item(mapping, &key);
    }
    let text = key.read(rt).as_str().into_owned();
    match values.keywords.iter().find(|(name, _)| *name == text) {
        Some((_, value)) => Ok(value.clone()),
        None => Err(rt.key_error(key.as_ref())),
    }
}
