//! `unicodedata`: what Unicode 15.1 says of characters, and what 3.2 said.

mod normal;
mod record;
mod table;

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::bytes::BytesObject;
use objmodel::objects::dict::Dict;
use objmodel::objects::str::StrObject;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, singletons};

use crate::module::{ModuleSpec, constant};
use normal::Form;
use record::{Record, Version, decomposition as parts_of, is_assigned, record};

/// The longest name that is looked for.
const LONGEST: usize = 256;

/// The payload of `ucd_3_2_0`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Ucd;

impl Payload for Ucd {}

/// The arguments of a function of the module, or of a method of `ucd_3_2_0`.
#[derive(Clone, Copy)]
struct Asked<'a> {
    version: Version,
    first: Borrowed<'a>,
    second: Option<Borrowed<'a>>,
}

/// The only character of a text.
fn character(rt: &mut Runtime, function: &str, asked: Asked<'_>, numbered: bool) -> Result<u32> {
    if let Some(text) = asked.first.get::<StrObject>(rt)
        && text.len() == 1
        && let Some(point) = text.code_point(0)
    {
        return Ok(point);
    }
    let class = rt.argument_name(asked.first);
    let argument = if numbered { "argument 1" } else { "argument" };
    Err(rt.type_error(format!("{function}() {argument} must be a unicode character, not {class}")))
}

fn named(rt: &mut Runtime, names: &[&str], number: u8) -> Result {
    let name = names.get(usize::from(number)).copied().unwrap_or_default();
    rt.intern(name).map(|name| name.into_value())
}

fn category(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "category", asked, false)?;
    let Record(category, ..) = record(asked.version, point);
    named(rt, table::CATEGORIES, category)
}

fn bidirectional(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "bidirectional", asked, false)?;
    let Record(_, class, ..) = record(asked.version, point);
    named(rt, table::BIDIRECTIONAL, class)
}

fn combining(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "combining", asked, false)?;
    let Record(_, _, class, ..) = record(asked.version, point);
    rt.int(class.into())
}

fn east_asian_width(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "east_asian_width", asked, false)?;
    let Record(_, _, _, width, ..) = record(asked.version, point);
    named(rt, table::WIDTHS, width)
}

fn mirrored(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "mirrored", asked, false)?;
    let Record(_, _, _, _, mirrored, ..) = record(asked.version, point);
    rt.int(mirrored.into())
}

/// The default that is given, or an error.
fn without(rt: &mut Runtime, asked: Asked<'_>, message: &str) -> Result {
    asked.second.map(Borrowed::to_value).ok_or_else(|| rt.value_error(message))
}

fn decimal(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "decimal", asked, true)?;
    match record(asked.version, point) {
        Record(_, _, _, _, _, 255, ..) => without(rt, asked, "not a decimal"),
        Record(_, _, _, _, _, value, ..) => rt.int(value.into()),
    }
}

fn digit(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "digit", asked, true)?;
    match record(asked.version, point) {
        Record(_, _, _, _, _, _, 255, _) => without(rt, asked, "not a digit"),
        Record(_, _, _, _, _, _, value, _) => rt.int(value.into()),
    }
}

fn numeric(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "numeric", asked, true)?;
    let Record(.., number) = record(asked.version, point);
    match table::NUMBERS.get(usize::from(number)) {
        Some(value) => rt.float(*value),
        None => without(rt, asked, "not a numeric character"),
    }
}

fn decomposition(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "decomposition", asked, false)?;
    let Some((tag, parts)) = parts_of(asked.version, point) else {
        return rt.str("").map(Gc::into_value);
    };
    let mut out = TextBuilder::new(rt);
    out.append(rt, tag.as_bytes())?;
    for (number, part) in parts.iter().enumerate() {
        let space = if number > 0 || !tag.is_empty() { " " } else { "" };
        out.append(rt, format!("{space}{part:04X}").as_bytes())?;
    }
    out.finish(rt).map(Gc::into_value)
}

fn name(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let point = character(rt, "name", asked, true)?;
    let name =
        objmodel_builtins::character_name(point).filter(|_| is_assigned(asked.version, point));
    match name {
        Some(name) => rt.str(&name).map(Gc::into_value),
        None => without(rt, asked, "no such name"),
    }
}

fn lookup(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    let class = rt.types().key_error.clone();
    let len = asked.first.get::<StrObject>(rt).map(|text| text.as_bytes().len());
    let len = len.or_else(|| Some(asked.first.get::<BytesObject>(rt)?.as_slice().len()));
    if len.is_some_and(|len| len > LONGEST) {
        return Err(rt.error(&class, "name too long"));
    }
    let name = if let Some(text) = asked.first.typed::<StrObject>() {
        rt.utf8_of(&text)?
    } else if let Some(bytes) = asked.first.get::<BytesObject>(rt) {
        String::from_utf8_lossy(bytes.as_slice()).into_owned()
    } else {
        let class = rt.type_name(asked.first);
        return Err(rt.type_error(format!("a bytes-like object is required, not '{class}'")));
    };
    if let Some(point) = objmodel_builtins::character_named(&name) {
        let mut out = TextBuilder::new(rt);
        out.push_point(point).map_err(|_| rt.memory_error())?;
        return out.finish(rt).map(Gc::into_value);
    }
    if asked.version == Version::Current {
        let upper = name.to_ascii_uppercase();
        let found = table::SEQUENCES.binary_search_by(|(name, _)| (*name).cmp(upper.as_str()));
        if let Some((_, text)) = found.ok().and_then(|place| table::SEQUENCES.get(place)) {
            return rt.str(text).map(Gc::into_value);
        }
    }
    Err(rt.error(&class, &format!("undefined character name '{name}'")))
}

/// The text in its normal form; `None` if it is in it.
fn normal(rt: &mut Runtime, function: &str, asked: Asked<'_>) -> Result<Option<TextBuilder>> {
    for (number, value) in [(1, Some(asked.first)), (2, asked.second)] {
        if value.is_none_or(|value| !value.is_payload::<StrObject>()) {
            let class = value.map_or("None", |value| rt.argument_name(value)).to_owned();
            let message = format!("{function}() argument {number} must be str, not {class}");
            return Err(rt.type_error(message));
        }
    }
    let form = asked.first.get::<StrObject>(rt).and_then(|form| Form::named(form.to_str()?));
    let Some(form) = form else { return Err(rt.value_error("invalid normalization form")) };
    let Some(text) = asked.second.and_then(|text| text.get::<StrObject>(rt)) else {
        return Ok(None);
    };
    if text.is_ascii() {
        return Ok(None);
    }
    let points = rt.gather(text.code_points())?;
    let made = normal::normalize(rt, asked.version, form, &points)?;
    if made[..] == points[..] {
        return Ok(None);
    }
    let mut out = TextBuilder::new(rt);
    for point in &made {
        out.push_point(*point).map_err(|_| rt.memory_error())?;
    }
    Ok(Some(out))
}

fn normalize(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    match (normal(rt, "normalize", asked)?, asked.second) {
        (Some(made), _) => made.finish(rt).map(Gc::into_value),
        (None, Some(text)) => Ok(text.to_value()),
        (None, None) => Ok(singletons::none()),
    }
}

fn is_normalized(rt: &mut Runtime, asked: Asked<'_>) -> Result {
    Ok(singletons::bool(normal(rt, "is_normalized", asked)?.is_none()))
}

/// Each function twice: in the module for the current version, as a method for the old one.
macro_rules! both {
    ($($function:ident $signature:literal $doc:literal;)*) => {
        mod of_module {
            use super::*;
            $(pub(super) fn $function(rt: &mut Runtime, args: Args<'_>) -> Result {
                let asked = Asked { version: Version::Current, first: args.at(0), second: args.get(1) };
                super::$function(rt, asked)
            })*
        }

        mod of_object {
            use super::*;
            $(pub(super) fn $function(rt: &mut Runtime, args: Args<'_>) -> Result {
                let asked = Asked { version: Version::Old, first: args.at(1), second: args.get(2) };
                super::$function(rt, asked)
            })*
        }

        const FUNCTIONS: &[MethodSpec] = &[
            $(MethodSpec::function(stringify!($function), concat!("($module, ", $signature, ", /)"), of_module::$function)
                .shown_as(concat!("($self, ", $signature, ", /)"))
                .doc($doc),)*
        ];

        const METHODS: &[MethodSpec] = &[
            $(MethodSpec::method(stringify!($function), concat!("($self, ", $signature, ", /)"), of_object::$function).doc($doc),)*
        ];
    };
}

both! {
    category "chr" "The general category of a character.";
    bidirectional "chr" "The class by which text in both directions is laid out; empty if there is none.";
    combining "chr" "The canonical combining class; 0 if there is none.";
    east_asian_width "chr" "How wide a character is among those of East Asia.";
    mirrored "chr" "1 if a character is mirrored in text that runs from right to left, else 0.";
    decimal "chr, default=<unrepresentable>" "The decimal value of a character, the default, or ValueError.";
    digit "chr, default=<unrepresentable>" "The value of a digit, the default, or ValueError.";
    numeric "chr, default=<unrepresentable>" "The numeric value of a character, the default, or ValueError.";
    decomposition "chr" "What a character is made of, in hexadecimal digits; empty if it is not.";
    name "chr, default=<unrepresentable>" "The name of a character, the default, or ValueError.";
    lookup "name" "The character, or the sequence of characters, of a name; KeyError if there is none.";
    normalize "form, unistr" "The text in a normal form: NFC, NFKC, NFD or NFKD.";
    is_normalized "form, unistr" "Whether the text is in a normal form.";
}

fn unidata_version(rt: &mut Runtime, _: Borrowed<'_>) -> Result {
    rt.str("3.2.0").map(Gc::into_value)
}

/// The table of `UCD`.
const UCD: ClassSpec = ClassSpec {
    name: "unicodedata.UCD",
    methods: METHODS,
    getset: &[GetSetSpec::member("unidata_version", unidata_version)],
    ..ClassSpec::DEFAULT
};

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    let class = crate::module::class_of_table::<Ucd>(rt, namespace, &UCD)?;
    let old = rt.alloc(&class, Ucd)?.into_value();
    constant(rt, namespace, "ucd_3_2_0", old)?;
    let version = rt.str("15.1.0")?.into_value();
    constant(rt, namespace, "unidata_version", version)
}

/// `unicodedata`
pub(crate) const MODULE: ModuleSpec =
    ModuleSpec::new("unicodedata").functions(FUNCTIONS).fill(fill);
