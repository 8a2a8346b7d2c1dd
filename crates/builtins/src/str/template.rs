//! `str.format`: replacement fields with attributes, items, conversions and specifications.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::str::Str;
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Value};

use super::this;
use crate::format::object;
use crate::text::{codepoints, unicode};

/// Replacement fields inside specifications inside fields are as deep as it goes.
const MAX_NESTED: u32 = 2;

/// Where the values of fields come from.
struct Values<'a> {
    positional: &'a [Borrowed<'a>],
    keywords: Vec<(String, Value)>,
    mapping: Option<Borrowed<'a>>,
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

/// A text without fields, and one that is nothing but a field, come to an object that is there already.
fn formatted(rt: &mut Runtime, text: &Str, mut values: Values<'_>) -> Result {
    let bytes = text.read(rt).as_bytes();
    if !bytes.is_empty() && memchr::memchr2(b'{', b'}', bytes).is_none() {
        return Ok(text.clone().into_value());
    }
    // A copy, since fields run code of the program.
    let mut template = TextBuilder::new(rt);
    template.append(rt, text.read(rt).as_bytes())?;
    if let [b'{', rest @ ..] = template.as_bytes()
        && rest.first() != Some(&b'{')
        && let Ok(field) = Field::parse(rt, rest)
        && field.rest.is_empty()
    {
        return single(rt, &field, &mut values);
    }
    let mut out = TextBuilder::new(rt);
    expand(rt, template.as_bytes(), &mut values, MAX_NESTED, &mut out)?;
    out.finish(rt).map(Gc::into_value)
}

/// What a text is that is nothing but a field: what its value's `__format__` returned, as it is.
fn single(rt: &mut Runtime, field: &Field<'_>, values: &mut Values<'_>) -> Result {
    rt.tick(1)?;
    let value = value_of(rt, field, values)?;
    let mut spec = TextBuilder::new(rt);
    match field.specification.contains(&b'{') {
        true => expand(rt, field.specification, values, MAX_NESTED - 1, &mut spec)?,
        false => spec.append(rt, field.specification)?,
    }
    let spec = spec.as_bytes();
    if rt.type_of(value.as_ref()).is(&rt.types().str) {
        let spec = rt.str_from_bytes(spec)?;
        return object::str(rt, value.as_ref(), spec.as_ref());
    }
    if object::is_written_at_once(rt, value.as_ref()) {
        let mut out = TextBuilder::new(rt);
        object::write(rt, value.as_ref(), spec, &mut out)?;
        return out.finish(rt).map(Gc::into_value);
    }
    let spec = rt.str_from_bytes(spec)?;
    let text = rt.format(&value, &spec)?;
    match text.read(rt).is_empty() {
        true => Ok(rt.names().empty.clone().into_value()),
        false => Ok(text.into_value()),
    }
}

/// Appends a text with its fields replaced.
fn expand(
    rt: &mut Runtime,
    text: &[u8],
    values: &mut Values<'_>,
    depth: u32,
    out: &mut TextBuilder,
) -> Result<()> {
    if depth == 0 {
        return Err(rt.value_error("Max string recursion exceeded"));
    }
    let mut rest = text;
    loop {
        let run = memchr::memchr2(b'{', b'}', rest).unwrap_or(rest.len());
        let (plain, mark) = rest.split_at(run);
        rt.tick(run / 64)?;
        out.append(rt, plain)?;
        rest = match mark {
            [] => return Ok(()),
            [brace @ b'{', b'{', rest @ ..] | [brace @ b'}', b'}', rest @ ..] => {
                out.append(rt, &[*brace])?;
                rest
            }
            [b'}', ..] => {
                return Err(rt.value_error("Single '}' encountered in format string"));
            }
            [_] => return Err(rt.value_error("Single '{' encountered in format string")),
            [_, rest @ ..] => {
                rt.tick(1)?;
                let field = Field::parse(rt, rest)?;
                replace(rt, &field, values, depth, out)?;
                field.rest
            }
        };
    }
}

/// A replacement field: `name!conversion:specification}`.
struct Field<'p> {
    name: &'p [u8],
    conversion: Option<u32>,
    specification: &'p [u8],
    /// The text behind the field.
    rest: &'p [u8],
}

impl<'p> Field<'p> {
    /// The field that `text` begins with, behind its opening brace.
    ///
    /// # Errors
    /// `ValueError` where the text is no field.
    fn parse(rt: &Runtime, text: &'p [u8]) -> Result<Field<'p>> {
        let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
        let mut at = 0;
        let mark = loop {
            match text.get(at) {
                Some(b'{') => return Err(rt.value_error("unexpected '{' in field name")),
                Some(b'[') => {
                    while at < text.len() && text.get(at) != Some(&b']') {
                        at += 1;
                    }
                }
                Some(mark @ (b'}' | b':' | b'!')) => break *mark,
                None => return Err(rt.value_error("expected '}' before end of string")),
                Some(_) => at += 1,
            }
        };
        let name = part(0, at);
        at += 1;
        if mark == b'}' {
            let rest = part(at, text.len());
            return Ok(Field { name, conversion: None, specification: &[], rest });
        }
        let mut conversion = None;
        if mark == b'!' {
            let Some((point, len)) = codepoints::decode(part(at, text.len())) else {
                return Err(rt.value_error("end of string while looking for conversion specifier"));
            };
            conversion = Some(point);
            at += len;
            match text.get(at) {
                Some(b'}') => {
                    let rest = part(at + 1, text.len());
                    return Ok(Field { name, conversion, specification: &[], rest });
                }
                Some(b':') => at += 1,
                None => {}
                Some(_) => return Err(rt.value_error("expected ':' after conversion specifier")),
            }
        }
        let begin = at;
        let mut depth = 1;
        while let Some(byte) = text.get(at) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let rest = part(at + 1, text.len());
                return Ok(Field { name, conversion, specification: part(begin, at), rest });
            }
            at += 1;
        }
        Err(rt.value_error("unmatched '{' in format spec"))
    }
}

/// Appends what stands in the place of a field.
fn replace(
    rt: &mut Runtime,
    field: &Field<'_>,
    values: &mut Values<'_>,
    depth: u32,
    out: &mut TextBuilder,
) -> Result<()> {
    let value = value_of(rt, field, values)?;
    if !field.specification.contains(&b'{') {
        return object::write(rt, value.as_ref(), field.specification, out);
    }
    let mut spec = TextBuilder::new(rt);
    expand(rt, field.specification, values, depth - 1, &mut spec)?;
    object::write(rt, value.as_ref(), spec.as_bytes(), out)
}

/// The value of a field, converted if the field says so.
fn value_of(rt: &mut Runtime, field: &Field<'_>, values: &mut Values<'_>) -> Result {
    let value = lookup(rt, field.name, values)?;
    Ok(match field.conversion.map(char::from_u32) {
        None => value,
        Some(Some('s')) => rt.to_str(&value)?.into_value(),
        Some(Some('r')) => rt.repr(&value)?.into_value(),
        Some(Some('a')) => rt.ascii(&value)?.into_value(),
        Some(Some(kind)) if (' '..='~').contains(&kind) => {
            return Err(rt.value_error(format!("Unknown conversion specifier {kind}")));
        }
        Some(_) => {
            let kind = field.conversion.unwrap_or_default();
            return Err(rt.value_error(format!("Unknown conversion specifier \\x{kind:x}")));
        }
    })
}

/// A field name: a number, a keyword or nothing, then attributes and items.
fn lookup(rt: &mut Runtime, name: &[u8], values: &mut Values<'_>) -> Result {
    let stop = |byte: &u8| matches!(byte, b'.' | b'[');
    let end = name.iter().position(stop).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let mut value = first_value(rt, first, values)?;
    while let Some(&mark) = rest.first() {
        let body = rest.get(1..).unwrap_or_default();
        if mark == b'.' {
            let end = body.iter().position(stop).unwrap_or(body.len());
            let (attribute, after) = body.split_at(end);
            if attribute.is_empty() {
                return Err(rt.value_error("Empty attribute in format string"));
            }
            let attribute = rt.str_from_bytes(attribute)?;
            let attribute = rt.intern_str(&attribute);
            value = rt.getattr(&value, &attribute)?;
            rest = after;
            continue;
        }
        if mark != b'[' {
            return Err(rt.value_error("Only '.' or '[' may follow ']' in format field specifier"));
        }
        let Some(end) = body.iter().position(|byte| *byte == b']') else {
            return Err(rt.value_error("Missing ']' in format string"));
        };
        let (key, after) = body.split_at(end);
        if key.is_empty() {
            return Err(rt.value_error("Empty attribute in format string"));
        }
        let key = match number(rt, key)? {
            Some(index) => rt.int_from_usize(index)?,
            None => rt.str_from_bytes(key)?.into_value(),
        };
        value = rt.get_item(&value, &key)?;
        rest = after.get(1..).unwrap_or_default();
    }
    Ok(value)
}

/// Decimal digits of any script as a number; `None` for any other text.
fn number(rt: &Runtime, text: &[u8]) -> Result<Option<usize>> {
    if text.is_empty() {
        return Ok(None);
    }
    let mut value = 0usize;
    for point in codepoints::CodePoints::new(text) {
        let Some(digit) = unicode::decimal_value(point) else { return Ok(None) };
        let digit = usize::from(digit);
        let grown = value.checked_mul(10).and_then(|value| value.checked_add(digit));
        value = match grown.filter(|value| isize::try_from(*value).is_ok()) {
            Some(grown) => grown,
            None => return Err(rt.value_error("Too many decimal digits in format string")),
        };
    }
    Ok(Some(value))
}

fn first_value(rt: &mut Runtime, name: &[u8], values: &mut Values<'_>) -> Result {
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
    let key = rt.str_from_bytes(name)?;
    if let Some(mapping) = values.mapping {
        return rt.get_item(mapping, &key);
    }
    let text = key.read(rt).as_str().into_owned();
    match values.keywords.iter().find(|(name, _)| *name == text) {
        Some((_, value)) => Ok(value.clone()),
        None => Err(rt.key_error(key.as_ref())),
    }
}
