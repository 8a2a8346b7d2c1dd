//! Jobs of encoding and decoding: their output, and what stands for what cannot be encoded or decoded.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::str::{Str, StrObject};
use objmodel::{Borrowed, Raise, Result, Runtime, Type, Value};

use super::registered;
use super::unicode::Order;
use crate::text::codepoints;

/// What happens at an error.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
    /// A function of the program's.
    Registered,
}

impl Handler {
    /// Handlers are looked up at the first error.
    fn named(rt: &mut Runtime, name: &str) -> Result<Handler> {
        Ok(match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "namereplace" => Handler::NameReplace,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ if registered::handler(rt, name).is_some() => Handler::Registered,
            _ => {
                let class = rt.types().lookup_error.clone();
                return Err(rt.error(&class, &format!("unknown error handler name '{name}'")));
            }
        })
    }
}

/// The family of encodings in which surrogates can be written one by one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of 16 bits.
    Two(Order),
    /// Units of 32 bits.
    Four(Order),
    /// Single bytes, which surrogates are not.
    One,
    /// Single bytes by a table, whose errors tell of all of a run.
    Table,
}

/// What stands in the place of code points that an encoding has not.
pub(super) enum Replacement {
    /// Text, to be encoded.
    Text(String),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// Text that is being encoded.
pub(super) struct Encoder<'a> {
    rt: &'a mut Runtime,
    text: &'a Str,
    name: &'static str,
    errors: &'a str,
    /// Where a function of the program's lets the work go on.
    resume: Option<usize>,
    /// The bytes so far.
    pub(super) out: Vec<u8>,
}

impl<'a> Encoder<'a> {
    pub(super) fn new(
        rt: &'a mut Runtime,
        text: &'a Str,
        name: &'static str,
        errors: &'a str,
    ) -> Encoder<'a> {
        Encoder { rt, text, name, errors, resume: None, out: Vec::new() }
    }

    /// The bytes.
    pub(super) fn finish(self) -> Vec<u8> {
        self.out
    }

    /// The runtime.
    #[cfg(feature = "codecs")]
    pub(super) fn rt(&mut self) -> &mut Runtime {
        self.rt
    }

    /// How errors are handled.
    #[cfg(feature = "codecs")]
    pub(super) fn errors(&self) -> &str {
        self.errors
    }

    /// The error about the code points from `start` to `end`.
    pub(super) fn refusal(&mut self, start: usize, end: usize, reason: &str) -> Raise {
        let class = self.rt.types().unicode_encode_error.clone();
        let object = self.text.clone().into_value();
        unicode_error(self.rt, &class, self.name, object, (start, end), reason)
    }

    /// What stands for the code points from `start` to `end`, which the encoding has not.
    ///
    /// # Errors
    /// `UnicodeEncodeError`; `LookupError` for an unknown handler.
    pub(super) fn replacement(
        &mut self,
        points: &[u32],
        (start, end): (usize, usize),
        reason: &str,
        units: Units,
    ) -> Result<Replacement> {
        let wrong = points.get(start..end).unwrap_or_default();
        let mut text = String::new();
        match Handler::named(self.rt, self.errors)? {
            Handler::Strict => return Err(self.refusal(start, end, reason)),
            Handler::Registered => return self.ask(points.len(), (start, end), reason),
            Handler::Ignore => {}
            Handler::Replace => text.extend(wrong.iter().map(|_| '?')),
            Handler::BackslashReplace => wrong.iter().for_each(|p| text.push_str(&escaped(*p))),
            Handler::XmlCharRefReplace => {
                wrong.iter().for_each(|point| text.push_str(&format!("&#{point};")));
            }
            Handler::NameReplace => wrong.iter().for_each(|p| text.push_str(&named(*p))),
            Handler::SurrogateEscape => {
                let escape = |point: &u32| (0xdc80..=0xdcff).contains(point);
                // The bytes of wider units cannot be told.
                let single = !matches!(units, Units::Two(_) | Units::Four(_));
                let good = if single { wrong.iter().take_while(|p| escape(p)).count() } else { 0 };
                if good < wrong.len() {
                    let start = if units == Units::Table { start } else { start + good };
                    return Err(self.refusal(start, end, reason));
                }
                let bytes = wrong.iter().map(|point| (point - 0xdc00) as u8);
                return Ok(Replacement::Bytes(bytes.collect()));
            }
            Handler::SurrogatePass => {
                let single = matches!(units, Units::One | Units::Table);
                if single || !wrong.iter().all(|p| codepoints::is_surrogate(*p)) {
                    return Err(self.refusal(start, end, reason));
                }
                let mut bytes = Vec::new();
                wrong.iter().for_each(|point| units.push(&mut bytes, *point));
                return Ok(Replacement::Bytes(bytes));
            }
        }
        Ok(Replacement::Text(text))
    }

    /// What a function of the program's puts in the place of the code points from `start` to `end`.
    fn ask(
        &mut self,
        len: usize,
        (start, end): (usize, usize),
        reason: &str,
    ) -> Result<Replacement> {
        let error = self.refusal(start, end, reason).into_exception()?;
        let Some(handler) = registered::handler(self.rt, self.errors) else {
            return Err(Raise::exception(error));
        };
        let handled = registered::handle(self.rt, &handler, &error, len, true)?;
        self.resume = Some(handled.position);
        self.rt.tick(1)?;
        let bytes = handled.replacement.get::<BytesObject>(self.rt);
        if let Some(bytes) = bytes {
            return Ok(Replacement::Bytes(bytes.as_slice().to_vec()));
        }
        Ok(Replacement::Text(self.rt.text_of(handled.replacement.as_ref()).into_owned()))
    }

    /// Encodes code point by code point. What the encoding has not is replaced in runs, or one by one.
    ///
    /// # Errors
    /// As for [`Encoder::replacement`].
    pub(super) fn each(
        &mut self,
        points: &[u32],
        (reason, units, runs): (&str, Units, bool),
        push: impl Fn(&mut Vec<u8>, u32) -> bool,
    ) -> Result<()> {
        let mut at = 0;
        while let Some(&point) = points.get(at) {
            if push(&mut self.out, point) {
                at += 1;
                continue;
            }
            let mut nothing = Vec::new();
            let mut end = at + 1;
            while runs && points.get(end).is_some_and(|point| !push(&mut nothing, *point)) {
                end += 1;
            }
            match self.replacement(points, (at, end), reason, units)? {
                Replacement::Bytes(bytes) => self.out.extend_from_slice(&bytes),
                Replacement::Text(text) => {
                    self.rt.check_room(self.out.len().saturating_add(text.len()))?;
                    for c in text.chars() {
                        if !push(&mut self.out, c as u32) {
                            return Err(self.refusal(at, end, reason));
                        }
                    }
                }
            }
            at = self.resume.take().unwrap_or(end);
        }
        Ok(())
    }
}

impl Units {
    /// Appends a code point, surrogates included.
    pub(super) fn push(self, out: &mut Vec<u8>, point: u32) {
        let mut unit = |unit: u16, order: Order| match order {
            Order::Big => out.extend_from_slice(&unit.to_be_bytes()),
            Order::Little => out.extend_from_slice(&unit.to_le_bytes()),
        };
        match self {
            Units::Utf8 => codepoints::push(out, point),
            Units::One | Units::Table => out.push(point as u8),
            Units::Two(order) if point < 0x1_0000 => unit(point as u16, order),
            Units::Two(order) => {
                let offset = point - 0x1_0000;
                unit(0xd800 | (offset >> 10) as u16, order);
                unit(0xdc00 | (offset & 0x3ff) as u16, order);
            }
            Units::Four(Order::Big) => out.extend_from_slice(&point.to_be_bytes()),
            Units::Four(Order::Little) => out.extend_from_slice(&point.to_le_bytes()),
        }
    }

    /// A surrogate that stands encoded where none should.
    fn surrogate(self, rest: &[u8]) -> Option<(u32, usize)> {
        let (point, len) = match self {
            Units::Utf8 => codepoints::decode(rest.get(..3)?)?,
            Units::Two(order) => {
                let pair = rest.first_chunk::<2>()?;
                let unit = match order {
                    Order::Big => u16::from_be_bytes(*pair),
                    Order::Little => u16::from_le_bytes(*pair),
                };
                (unit.into(), 2)
            }
            Units::Four(order) => {
                let unit = rest.first_chunk::<4>()?;
                let point = match order {
                    Order::Big => u32::from_be_bytes(*unit),
                    Order::Little => u32::from_le_bytes(*unit),
                };
                (point, 4)
            }
            Units::One | Units::Table => return None,
        };
        codepoints::is_surrogate(point).then_some((point, len))
    }
}

/// Bytes that are being decoded.
pub(super) struct Decoder<'a> {
    rt: &'a mut Runtime,
    /// The bytes.
    pub(super) bytes: &'a [u8],
    /// What errors show, if it is an object.
    object: Option<Borrowed<'a>>,
    name: &'static str,
    errors: &'a str,
    /// The text so far.
    pub(super) out: Vec<u8>,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(
        rt: &'a mut Runtime,
        bytes: &'a [u8],
        object: Option<Borrowed<'a>>,
        name: &'static str,
        errors: &'a str,
    ) -> Decoder<'a> {
        Decoder { rt, bytes, object, name, errors, out: Vec::with_capacity(bytes.len()) }
    }

    /// The text as generalized UTF-8.
    pub(super) fn finish(self) -> Vec<u8> {
        self.out
    }

    /// The runtime.
    #[cfg(feature = "codecs")]
    pub(super) fn rt(&mut self) -> &mut Runtime {
        self.rt
    }

    /// How errors are handled.
    #[cfg(feature = "codecs")]
    pub(super) fn errors(&self) -> &'a str {
        self.errors
    }

    /// Shows another name in errors.
    pub(super) fn rename(&mut self, name: &'static str) {
        self.name = name;
    }

    /// Appends a code point.
    pub(super) fn push(&mut self, point: u32) {
        codepoints::push(&mut self.out, point);
    }

    /// A job for a part of the bytes, which errors show as if it were all.
    #[cfg(feature = "codecs")]
    pub(super) fn part<'b>(&'b mut self, bytes: &'b [u8], name: &'static str) -> Decoder<'b> {
        Decoder { rt: self.rt, bytes, object: None, name, errors: self.errors, out: Vec::new() }
    }

    /// The error about the bytes from `start` to `end`.
    pub(super) fn refusal(&mut self, start: usize, end: usize, reason: &str) -> Raise {
        let class = self.rt.types().unicode_decode_error.clone();
        let object = match self.object {
            Some(object) => crate::bytes::convert::as_bytes_object(self.rt, object, self.bytes),
            None => self.rt.bytes(self.bytes).map(objmodel::Gc::into_value),
        };
        match object {
            Ok(object) => unicode_error(self.rt, &class, self.name, object, (start, end), reason),
            Err(raise) => raise,
        }
    }

    /// Appends what a function of the program's puts in the place of the bytes from `start` to `end`.
    fn ask(&mut self, (start, end): (usize, usize), reason: &str) -> Result<usize> {
        let error = self.refusal(start, end, reason).into_exception()?;
        let Some(handler) = registered::handler(self.rt, self.errors) else {
            return Err(Raise::exception(error));
        };
        let len = self.bytes.len();
        let handled = registered::handle(self.rt, &handler, &error, len, false)?;
        self.rt.tick(1)?;
        if let Some(text) = handled.replacement.get::<StrObject>(self.rt) {
            self.out.extend_from_slice(text.as_bytes());
        }
        self.rt.check_room(self.out.len())?;
        Ok(handled.position)
    }

    /// Appends what stands for the bytes from `start` to `end`, and tells where the next ones begin.
    ///
    /// # Errors
    /// `UnicodeDecodeError`; `LookupError` for an unknown handler.
    pub(super) fn fault(
        &mut self,
        start: usize,
        end: usize,
        reason: &str,
        units: Units,
    ) -> Result<usize> {
        let bad = self.bytes.get(start..end).unwrap_or_default();
        match Handler::named(self.rt, self.errors)? {
            Handler::Strict => return Err(self.refusal(start, end, reason)),
            Handler::Registered => return self.ask((start, end), reason),
            Handler::Ignore => {}
            Handler::Replace => self.push(0xfffd),
            Handler::BackslashReplace => {
                for byte in bad {
                    self.out.extend_from_slice(format!("\\x{byte:02x}").as_bytes());
                }
            }
            Handler::SurrogateEscape => {
                let good = bad.iter().take(4).take_while(|byte| **byte >= 0x80).count();
                if good == 0 {
                    return Err(self.refusal(start, end, reason));
                }
                for byte in bad.iter().take(good) {
                    self.push(0xdc00 + u32::from(*byte));
                }
                return Ok(start + good);
            }
            Handler::SurrogatePass => {
                let rest = self.bytes.get(start..).unwrap_or_default();
                let Some((point, len)) = units.surrogate(rest) else {
                    return Err(self.refusal(start, end, reason));
                };
                self.push(point);
                return Ok(start + len);
            }
            Handler::XmlCharRefReplace | Handler::NameReplace => {
                return Err(self
                    .rt
                    .type_error("don't know how to handle UnicodeDecodeError in error callback"));
            }
        }
        Ok(end)
    }
}

/// A code point as an escape sequence.
fn escaped(point: u32) -> String {
    match point {
        0..=0xff => format!("\\x{point:02x}"),
        0x100..=0xffff => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    }
}

/// A code point by its name, or as an escape sequence if it has none.
fn named(point: u32) -> String {
    match crate::text::names::name(point) {
        Some(name) => format!("\\N{{{name}}}"),
        None => escaped(point),
    }
}

fn unicode_error(
    rt: &mut Runtime,
    class: &Type,
    encoding: &str,
    object: Value,
    (start, end): (usize, usize),
    reason: &str,
) -> Raise {
    let mut make = || {
        let name = rt.str(encoding)?.into_value();
        let (start, end) = (rt.int_from_usize(start)?, rt.int_from_usize(end)?);
        let reason = rt.str(reason)?.into_value();
        let args = [&name, &object, &start, &end, &reason].map(Value::as_ref);
        rt.call(class, args)
    };
    match make() {
        Ok(exception) => rt.raise(&exception),
        Err(raise) => raise,
    }
}
