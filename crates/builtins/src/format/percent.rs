//! `format % values` of text and of bytes: formatting in the manner of `printf`.

use objmodel::objects::builder::{Grown, TextBuilder};
use objmodel::objects::bytes::{ByteArrayObject, BytesObject};
use objmodel::objects::number::IntRef;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Raise, Result, Runtime, Value};

use super::number::float_text;
use super::{Spec, object};
use crate::bytes::{self, convert};
use crate::pure_error::OrRaise;
use crate::text::codepoints;

/// What is formatted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// WTF-8, and so is the result.
    Text,
    /// Any bytes.
    Bytes,
}

/// The result of a format with these values.
///
/// # Errors
/// `TypeError` and `ValueError` for formats and values that do not fit; what conversions raise.
pub(crate) fn formatted(
    rt: &mut Runtime,
    kind: Kind,
    format: TextBuilder,
    values: Borrowed<'_>,
) -> Result<TextBuilder> {
    let mut job = Job::new(rt, kind, format, values);
    job.run(rt)?;
    Ok(job.out)
}

/// What `%c` of bytes says of other values.
const NO_BYTE: &str = "%c requires an integer in range(256) or a single byte";

/// A conversion's outcome, a `TypeError` being replaced by one with the message of `refusal`.
fn or_refuse(rt: &Runtime, outcome: Result, refusal: impl FnOnce(&Runtime) -> String) -> Result {
    match outcome {
        Err(raise) if rt.is_exception_of(&raise, &rt.types().type_error) => {
            Err(rt.type_error(refusal(rt)))
        }
        outcome => outcome,
    }
}

/// Flags, width and precision of one conversion.
#[derive(Default)]
struct Conversion {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

impl Conversion {
    /// Whether it says nothing.
    fn is_plain(&self) -> bool {
        let flags = self.left | self.plus | self.blank | self.alternate | self.zero;
        !flags && self.width == 0 && self.precision.is_none()
    }
}

/// A format string being worked off.
struct Job<'a> {
    kind: Kind,
    /// A copy, since conversions run code of the program.
    format: TextBuilder,
    at: usize,
    out: TextBuilder,
    /// A tuple of values, or the single one.
    values: Borrowed<'a>,
    next: usize,
    /// Whether `%(name)s` can look into the values.
    is_mapping: bool,
    is_tuple: bool,
    used_mapping: bool,
}

impl<'a> Job<'a> {
    fn new(rt: &Runtime, kind: Kind, format: TextBuilder, values: Borrowed<'a>) -> Job<'a> {
        let is_tuple = values.is_payload::<TupleObject>();
        let is_bytes = kind == Kind::Bytes
            && (values.is_payload::<BytesObject>() || values.is_payload::<ByteArrayObject>());
        let is_mapping = !is_tuple
            && !is_bytes
            && !values.is_payload::<StrObject>()
            && rt.has_slot(values, SlotId::MpSubscript);
        let (out, used_mapping) = (TextBuilder::new(rt), false);
        Job { kind, format, at: 0, out, values, next: 0, is_mapping, is_tuple, used_mapping }
    }

    fn peek(&self) -> Option<u8> {
        self.format.as_bytes().get(self.at).copied()
    }

    fn run(&mut self, rt: &mut Runtime) -> Result<()> {
        while let Some(rest) = self.format.as_bytes().get(self.at..).filter(|r| !r.is_empty()) {
            let run = memchr::memchr(b'%', rest).unwrap_or(rest.len());
            let (plain, rest) = rest.split_at(run);
            rt.tick(run / 64)?;
            self.out.append(rt, plain)?;
            self.at += run + 1;
            match rest {
                [b'%', b'%', ..] => {
                    self.at += 1;
                    self.out.append(rt, b"%")?;
                }
                [] => {}
                _ => {
                    rt.tick(1)?;
                    self.conversion(rt)?;
                }
            }
        }
        let left = self.next < self.values(rt).map_or(1, <[Value]>::len);
        // A dict that no name was taken from may be given to any format.
        let excused = self.is_mapping || self.used_mapping;
        if left && !excused {
            let what = if self.kind == Kind::Text { "string" } else { "bytes" };
            return Err(
                rt.type_error(format!("not all arguments converted during {what} formatting"))
            );
        }
        Ok(())
    }

    /// The values, if they are a tuple.
    fn values<'r>(&self, rt: &'r Runtime) -> Option<&'r [Value]>
    where
        'a: 'r,
    {
        if !self.is_tuple {
            return None;
        }
        self.values.get::<TupleObject>(rt).map(TupleObject::items)
    }

    fn value(&mut self, rt: &Runtime) -> Result {
        let value = match self.values(rt) {
            Some(values) => values.get(self.next).cloned(),
            None if self.next == 0 && !self.used_mapping => Some(self.values.to_value()),
            None => None,
        };
        self.next += 1;
        value.ok_or_else(|| rt.type_error("not enough arguments for format string"))
    }

    fn conversion(&mut self, rt: &mut Runtime) -> Result<()> {
        let mut keyed: Option<Value> = None;
        if self.peek() == Some(b'(') {
            keyed = Some(self.keyed_value(rt)?);
        }
        let mut how = Conversion::default();
        loop {
            match self.peek() {
                Some(b'-') => how.left = true,
                Some(b'+') => how.plus = true,
                Some(b' ') => how.blank = true,
                Some(b'#') => how.alternate = true,
                Some(b'0') => how.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if let Some(width) = self.number(rt, isize::MAX, "width too big")? {
            how.left |= width < 0;
            how.width = width.unsigned_abs();
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            let too_big = match self.kind {
                Kind::Text => "precision too big",
                Kind::Bytes => "prec too big",
            };
            let precision = self.number(rt, i32::MAX as isize, too_big)?.unwrap_or(0);
            how.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        if let Some(b'h' | b'l' | b'L') = self.peek() {
            self.at += 1;
        }
        let Some(unit) = self.peek() else {
            return Err(rt.value_error("incomplete format"));
        };
        let place = self.at;
        self.at += 1;
        let value = match keyed {
            Some(value) => value,
            None => self.value(rt)?,
        };
        let known: &[u8] = match self.kind {
            Kind::Text => b"sradiuoxXeEfFgGc",
            Kind::Bytes => b"bsradiuoxXeEfFgGc",
        };
        if !known.contains(&unit) {
            return Err(self.unsupported(rt, place));
        }
        let kind = char::from(unit);
        if how.is_plain() {
            match kind {
                'd' if let Some(n) = value.as_small_int() => {
                    return self.out.push_integer(n).into_py(rt);
                }
                's' if self.kind == Kind::Text => {
                    return object::write_str_of(rt, value.as_ref(), &mut self.out);
                }
                _ => {}
            }
        }
        let size = how.width.saturating_add(how.precision.unwrap_or(0));
        if size > crate::number::integer::MAX_BITS as usize {
            return Err(rt.memory_error());
        }
        rt.tick(size / 64)?;
        match kind {
            'b' | 's' if self.kind == Kind::Bytes => self.bytes(rt, &how, &value),
            's' | 'r' | 'a' => self.text(rt, &how, kind, &value),
            'c' if self.kind == Kind::Bytes => self.byte(rt, &how, &value),
            'c' => self.character(rt, &how, &value),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.float(rt, &how, kind, &value),
            _ => self.integer(rt, &how, kind, &value),
        }
    }

    /// The error for a conversion, at a place of the format, that there is not.
    #[cold]
    fn unsupported(&self, rt: &Runtime, place: usize) -> Raise {
        let (before, rest) = self.format.as_bytes().split_at(place);
        let unit = match self.kind {
            Kind::Text => codepoints::decode(rest).map_or(0, |(point, _)| point),
            Kind::Bytes => rest.first().copied().unwrap_or_default().into(),
        };
        let index = match self.kind {
            Kind::Text => codepoints::count(before),
            Kind::Bytes => place,
        };
        let shown = match (self.kind, char::from_u32(unit)) {
            (_, Some(kind @ '\x1f'..='~')) => kind,
            (Kind::Bytes, Some(kind @ ..='\x7f')) => kind,
            // CPython fails while it writes the message.
            (Kind::Bytes, _) => {
                return rt.overflow_error("character argument not in range(0x110000)");
            }
            (Kind::Text, _) => '?',
        };
        rt.value_error(format!(
            "unsupported format character '{shown}' ({unit:#x}) at index {index}"
        ))
    }

    /// `%(name)`: what the mapping has under the name, parentheses in it balanced.
    fn keyed_value(&mut self, rt: &mut Runtime) -> Result {
        if !self.is_mapping {
            return Err(rt.type_error("format requires a mapping"));
        }
        self.at += 1;
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.peek() {
                Some(b'(') => depth += 1,
                Some(b')') => depth -= 1,
                None => return Err(rt.value_error("incomplete format key")),
                Some(_) => {}
            }
            self.at += 1;
        }
        let written = self.format.as_bytes().get(start..self.at - 1).unwrap_or_default();
        let key = match self.kind {
            Kind::Text => rt.str_from_bytes(written)?.into_value(),
            Kind::Bytes => rt.bytes(written)?.into_value(),
        };
        self.used_mapping = true;
        rt.get_item(self.values, &key)
    }

    /// Digits, or `*` for the next value.
    fn number(&mut self, rt: &mut Runtime, most: isize, too_big: &str) -> Result<Option<isize>> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            let value = self.value(rt)?;
            let Some(number) = rt.as_int(value.as_ref()) else {
                return Err(rt.type_error("* wants int"));
            };
            let fits = |number: &i64| (-(most as i64) - 1..=most as i64).contains(number);
            return match number.to_i64().filter(fits) {
                Some(number) => Ok(Some(number as isize)),
                None => Err(rt.overflow_error(match most == isize::MAX {
                    true => "Python int too large to convert to C ssize_t",
                    false => "Python int too large to convert to C int",
                })),
            };
        }
        let mut number: Option<isize> = None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let grown = number.unwrap_or(0).checked_mul(10);
            let grown = grown.and_then(|n| n.checked_add(isize::from(digit - b'0')));
            let Some(grown) = grown.filter(|grown| *grown <= most) else {
                return Err(rt.value_error(too_big));
            };
            number = Some(grown);
            self.at += 1;
        }
        Ok(number)
    }

    /// Appends a text, padded with blanks.
    fn padded(&mut self, rt: &Runtime, how: &Conversion, text: &[u8]) -> Result<()> {
        rt.tick(text.len() / 64)?;
        if how.width == 0 {
            return self.out.append(rt, text);
        }
        let align = if how.left { '<' } else { '>' };
        let count = match self.kind {
            Kind::Text => codepoints::count(text),
            Kind::Bytes => text.len(),
        };
        crate::format::text::pad(&mut self.out, text, count, how.width, b' '.into(), align)
            .into_py(rt)
    }

    fn text(
        &mut self,
        rt: &mut Runtime,
        how: &Conversion,
        kind: char,
        value: &Value,
    ) -> Result<()> {
        let text = match kind {
            's' => rt.to_str(value)?,
            'r' if self.kind == Kind::Text => rt.repr(value)?,
            _ => rt.ascii(value)?,
        };
        let body = text.read(rt);
        let end = how.precision.map_or(body.as_bytes().len(), |p| body.byte_offset(p));
        let part = body.as_bytes().get(..end).unwrap_or(body.as_bytes());
        self.padded(rt, how, part)
    }

    /// `%b` and `%s` of bytes.
    fn bytes(&mut self, rt: &mut Runtime, how: &Conversion, value: &Value) -> Result<()> {
        let bytes = if value.is_payload::<BytesObject>() || value.is_payload::<ByteArrayObject>() {
            bytes::own(rt, value.as_ref()).to_vec()
        } else if let Some(answer) = convert::by_method(rt, value.as_ref())? {
            bytes::own(rt, answer.as_ref()).to_vec()
        } else if let Some(bytes) =
            crate::buffer::copied(rt, value.as_ref(), crate::buffer::FULL_READ_ONLY)?
        {
            bytes
        } else {
            let class = rt.type_name(value.as_ref());
            return Err(rt.type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not \
                 '{class}'"
            )));
        };
        let end = how.precision.unwrap_or(bytes.len()).min(bytes.len());
        let part = bytes.get(..end).unwrap_or(&bytes);
        self.padded(rt, how, part)
    }

    /// `%c` of bytes.
    fn byte(&mut self, rt: &mut Runtime, how: &Conversion, value: &Value) -> Result<()> {
        let byte = if value.is_payload::<BytesObject>() || value.is_payload::<ByteArrayObject>() {
            match bytes::own(rt, value.as_ref()) {
                [byte] => Some(*byte),
                _ => None,
            }
        } else if rt.has_index(value.as_ref()) {
            let index = rt.index(value.as_ref());
            let index = or_refuse(rt, index, |_| NO_BYTE.to_owned())?;
            let number = rt.as_int(index.as_ref()).and_then(|n| n.to_i64());
            match number.and_then(|number| u8::try_from(number).ok()) {
                Some(byte) => Some(byte),
                None => return Err(rt.overflow_error("%c arg not in range(256)")),
            }
        } else {
            None
        };
        match byte {
            Some(byte) => self.padded(rt, how, &[byte]),
            None => Err(rt.type_error(NO_BYTE)),
        }
    }

    fn character(&mut self, rt: &mut Runtime, how: &Conversion, value: &Value) -> Result<()> {
        let point = if let Some(text) = value.get::<StrObject>(rt) {
            if text.len() != 1 {
                return Err(rt.type_error("%c requires int or char"));
            }
            text.code_point(0).unwrap_or_default()
        } else if rt.has_index(value.as_ref()) {
            let index = rt.index(value.as_ref());
            let index = or_refuse(rt, index, |_| "%c requires int or char".to_owned())?;
            let point = rt.as_int(index.as_ref()).and_then(|n| n.to_i64());
            match point.filter(|n| (0..=0x10_ffff).contains(n)) {
                Some(point) => point as u32,
                None => return Err(rt.overflow_error("%c arg not in range(0x110000)")),
            }
        } else {
            return Err(rt.type_error("%c requires int or char"));
        };
        let (text, len) = codepoints::encode(point);
        self.padded(rt, how, text.get(..len).unwrap_or_default())
    }

    fn float(
        &mut self,
        rt: &mut Runtime,
        how: &Conversion,
        kind: char,
        value: &Value,
    ) -> Result<()> {
        // A float is its value, whatever its class does.
        let number = match rt.as_float(value.as_ref()) {
            Some(x) => Ok(Some(x)),
            None => crate::float::number(rt, value.as_ref()),
        };
        let x = match (number, self.kind) {
            (Ok(Some(x)), _) => x,
            (Err(raise), Kind::Text) => return Err(raise),
            (Err(raise), Kind::Bytes) if raise.halt().is_some() => return Err(raise),
            (Ok(None), Kind::Text) => {
                let class = rt.type_name(value.as_ref());
                return Err(rt.type_error(format!("must be real number, not {class}")));
            }
            (_, Kind::Bytes) => {
                let class = rt.type_name(value.as_ref());
                return Err(rt.type_error(format!("float argument required, not {class}")));
            }
        };
        let spec = self.spec(how, Some(kind), how.precision.or(Some(6)));
        let text = float_text(x, &spec, "float", &self.out).into_py(rt)?;
        self.number_text(how, text.negative, "", 0, text.magnitude.as_bytes()).into_py(rt)
    }

    fn spec(&self, how: &Conversion, kind: Option<char>, precision: Option<usize>) -> Spec {
        Spec {
            fill: b' '.into(),
            kind_point: 0,
            align: None,
            sign: None,
            no_negative_zero: false,
            alternate: how.alternate,
            zero_padded: false,
            width: 0,
            grouping: None,
            precision,
            kind,
        }
    }

    fn integer(
        &mut self,
        rt: &mut Runtime,
        how: &Conversion,
        kind: char,
        value: &Value,
    ) -> Result<()> {
        let decimal = matches!(kind, 'd' | 'i' | 'u');
        let number = if rt.as_int(value.as_ref()).is_some() {
            value.clone()
        } else {
            let refusal = |rt: &Runtime| {
                let class = rt.type_name(value.as_ref());
                let wants = if decimal { "a real number" } else { "an integer" };
                // CPython replaces the `i` of bytes before it complains.
                let kind = match (self.kind, kind) {
                    (Kind::Bytes, 'i') => 'd',
                    _ => kind,
                };
                format!("%{kind} format: {wants} is required, not {class}")
            };
            if decimal && rt.has_slot(value.as_ref(), SlotId::NbInt) || rt.has_index(value.as_ref())
            {
                let number = match decimal {
                    true => crate::int::from_any(rt, value.as_ref()),
                    false => rt.index(value.as_ref()),
                };
                or_refuse(rt, number, refusal)?
            } else {
                return Err(rt.type_error(refusal(rt)));
            }
        };
        let Some(n) = rt.as_int(number.as_ref()) else {
            return Err(rt.system_error("an integer was expected"));
        };
        let (base, prefix) = match kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = TextBuilder::new(rt);
        match n {
            IntRef::Big(n) if base == 10 => crate::int::push_decimal(rt, n, &mut digits)?,
            _ => {
                crate::int::tick_digits(rt, n, base)?;
                crate::number::radix::push_digits(n, base, &mut digits).into_py(rt)?;
            }
        }
        if kind == 'X' {
            digits.as_mut_bytes().make_ascii_uppercase();
        }
        let digits = digits.as_bytes();
        let zeros = how.precision.map_or(0, |precision| precision.saturating_sub(digits.len()));
        let prefix = if how.alternate { prefix } else { "" };
        self.number_text(how, n.is_negative(), prefix, zeros, digits).into_py(rt)
    }

    /// Sign, prefix, so many zeros and digits, with zeros or blanks up to the width.
    fn number_text(
        &mut self,
        how: &Conversion,
        negative: bool,
        prefix: &str,
        zeros: usize,
        digits: &[u8],
    ) -> Grown {
        let sign: &[u8] = match (negative, how.plus, how.blank) {
            (true, ..) => b"-",
            (false, true, _) => b"+",
            (false, false, true) => b" ",
            _ => b"",
        };
        let len = sign.len() + prefix.len() + zeros + digits.len();
        let missing = how.width.saturating_sub(len);
        let (before, zeros, after) = match (how.left, how.zero) {
            (true, _) => (0, zeros, missing),
            (false, true) => (0, zeros + missing, 0),
            (false, false) => (missing, zeros, 0),
        };
        self.out.repeat(b" ", before)?;
        self.out.push(sign)?;
        self.out.push(prefix.as_bytes())?;
        self.out.repeat(b"0", zeros)?;
        self.out.push(digits)?;
        self.out.repeat(b" ", after)
    }
}
