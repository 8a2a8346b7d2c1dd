//! `str % values`: formatting in the manner of `printf`.

use num_traits::Signed;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::{Ref, Result, Runtime, Value, singletons};

use super::make;
use crate::fault::OrRaise;
use crate::format::Spec;
use crate::format::number::float_text;
use crate::text::codepoints;

pub(super) fn modulo(rt: &mut Runtime, own: Ref<'_>, values: Ref<'_>) -> Result {
    let Some(text) = own.get::<StrObject>(rt) else { return Ok(singletons::not_implemented()) };
    let points: Vec<u32> = text.code_points().collect();
    let mut job = Job::new(rt, points, values);
    job.run(rt)?;
    make(rt, &job.out)
}

pub(super) fn reflected_modulo(rt: &mut Runtime, own: Ref<'_>, other: Ref<'_>) -> Result {
    if !other.is_payload::<StrObject>() {
        return Ok(singletons::not_implemented());
    }
    modulo(rt, other, own)
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

/// A format string being worked off.
struct Job {
    format: Vec<u32>,
    at: usize,
    out: Vec<u8>,
    /// The values if they are a tuple, else the single one.
    values: Vec<Value>,
    next: usize,
    /// What `%(name)s` looks into.
    mapping: Option<Value>,
    /// Whether the values were a tuple.
    is_tuple: bool,
    used_mapping: bool,
}

impl Job {
    fn new(rt: &Runtime, format: Vec<u32>, values: Ref<'_>) -> Job {
        let tuple = values.get::<TupleObject>(rt).map(|tuple| tuple.items().to_vec());
        let is_tuple = tuple.is_some();
        let is_mapping = rt.has_slot(values, SlotId::MpSubscript)
            && !is_tuple
            && !values.is_payload::<StrObject>();
        Job {
            format,
            at: 0,
            out: Vec::new(),
            values: tuple.unwrap_or_else(|| vec![values.to_value()]),
            next: 0,
            mapping: is_mapping.then(|| values.to_value()),
            is_tuple,
            used_mapping: false,
        }
    }

    fn peek(&self) -> Option<char> {
        self.format.get(self.at).and_then(|point| char::from_u32(*point))
    }

    fn run(&mut self, rt: &mut Runtime) -> Result<()> {
        while let Some(&point) = self.format.get(self.at) {
            self.at += 1;
            if point != u32::from('%') {
                codepoints::push(&mut self.out, point);
                continue;
            }
            rt.tick(1)?;
            self.conversion(rt)?;
        }
        let left = self.next < self.values.len();
        // A dict that no name was taken from may be given to any format.
        let excused = self.mapping.is_some() || self.used_mapping;
        if left && !excused {
            return Err(rt.type_error("not all arguments converted during string formatting"));
        }
        Ok(())
    }

    fn value(&mut self, rt: &Runtime) -> Result {
        match self.values.get(self.next) {
            Some(value) if !self.used_mapping || self.is_tuple => {
                self.next += 1;
                Ok(value.clone())
            }
            _ => Err(rt.type_error("not enough arguments for format string")),
        }
    }

    fn conversion(&mut self, rt: &mut Runtime) -> Result<()> {
        let mut keyed: Option<Value> = None;
        if self.peek() == Some('(') {
            keyed = Some(self.keyed_value(rt)?);
        }
        let mut how = Conversion::default();
        loop {
            match self.peek() {
                Some('-') => how.left = true,
                Some('+') => how.plus = true,
                Some(' ') => how.blank = true,
                Some('#') => how.alternate = true,
                Some('0') => how.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if let Some(width) = self.number(rt, "width too big")? {
            how.left |= width < 0;
            how.width = width.unsigned_abs();
        }
        if self.peek() == Some('.') {
            self.at += 1;
            let precision = self.number(rt, "precision too big")?.unwrap_or(0);
            how.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        while let Some('h' | 'l' | 'L') = self.peek() {
            self.at += 1;
        }
        let Some(&kind) = self.format.get(self.at) else {
            return Err(rt.value_error("incomplete format"));
        };
        self.at += 1;
        if kind == u32::from('%') {
            self.out.push(b'%');
            return Ok(());
        }
        if how.precision.is_some_and(|precision| precision > i32::MAX as usize) {
            return Err(rt.value_error("precision too big"));
        }
        let size = how.width.saturating_add(how.precision.unwrap_or(0));
        if size > crate::number::integer::MOST_BITS as usize {
            return Err(rt.memory_error());
        }
        rt.check_room(size.saturating_mul(2))?;
        rt.tick(size / 64)?;
        let known = char::from_u32(kind).filter(|kind| "sradiuoxXeEfFgGc".contains(*kind));
        let Some(kind) = known else {
            let shown = char::from_u32(kind).filter(|c| (' '..='~').contains(c)).unwrap_or('?');
            return Err(rt.value_error(format!(
                "unsupported format character '{shown}' ({kind:#x}) at index {}",
                self.at - 1
            )));
        };
        let value = match keyed {
            Some(value) => value,
            None => self.value(rt)?,
        };
        match kind {
            's' | 'r' | 'a' => self.text(rt, &how, kind, &value),
            'c' => self.character(rt, &how, &value),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.float(rt, &how, kind, &value),
            _ => self.integer(rt, &how, kind, &value),
        }
    }

    /// `%(name)`: what the mapping has under the name, parentheses in it balanced.
    fn keyed_value(&mut self, rt: &mut Runtime) -> Result {
        let Some(mapping) = self.mapping.clone() else {
            return Err(rt.type_error("format requires a mapping"));
        };
        self.at += 1;
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.peek() {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                None if self.at >= self.format.len() => {
                    return Err(rt.value_error("incomplete format key"));
                }
                _ => {}
            }
            self.at += 1;
        }
        let mut key = Vec::new();
        for point in self.format.get(start..self.at - 1).unwrap_or_default() {
            codepoints::push(&mut key, *point);
        }
        let key = rt.str_from_bytes(&key)?;
        self.used_mapping = true;
        rt.get_item(&mapping, &key)
    }

    /// Digits, or `*` for the next value.
    fn number(&mut self, rt: &mut Runtime, too_big: &str) -> Result<Option<isize>> {
        if self.peek() == Some('*') {
            self.at += 1;
            let value = self.value(rt)?;
            return match rt.as_int(value.as_ref()) {
                Some(n) => match n.to_i64() {
                    Some(n) => Ok(Some(n as isize)),
                    None => Err(rt.overflow_error("Python int too large to convert to C ssize_t")),
                },
                None => Err(rt.type_error("* wants int")),
            };
        }
        let mut number: Option<isize> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let grown = number.unwrap_or(0).checked_mul(10);
            let Some(grown) = grown.and_then(|n| n.checked_add(digit as isize)) else {
                return Err(rt.value_error(too_big));
            };
            number = Some(grown);
            self.at += 1;
        }
        Ok(number)
    }

    /// Appends a text, padded with blanks.
    fn padded(&mut self, how: &Conversion, text: &[u8]) {
        let align = if how.left { '<' } else { '>' };
        let count = codepoints::count(text);
        crate::format::text::pad(&mut self.out, text, count, how.width, ' ', align);
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
            'r' => rt.repr(value)?,
            _ => rt.ascii(value)?,
        };
        let body = text.read(rt);
        let end = how.precision.map_or(body.as_bytes().len(), |p| body.byte_offset(p));
        let part = body.as_bytes().get(..end).unwrap_or(body.as_bytes());
        let size = self.out.len() + part.len();
        rt.check_room(size)?;
        self.padded(how, part);
        Ok(())
    }

    fn character(&mut self, rt: &mut Runtime, how: &Conversion, value: &Value) -> Result<()> {
        let point = if let Some(text) = value.get::<StrObject>(rt) {
            if text.len() != 1 {
                return Err(rt.type_error("%c requires int or char"));
            }
            text.code_point(0).unwrap_or_default()
        } else if rt.has_index(value.as_ref()) {
            let index = rt.index(value.as_ref())?;
            let point = rt.as_int(index.as_ref()).and_then(|n| n.to_i64());
            match point.filter(|n| (0..=0x10_ffff).contains(n)) {
                Some(point) => point as u32,
                None => return Err(rt.overflow_error("%c arg not in range(0x110000)")),
            }
        } else {
            return Err(rt.type_error("%c requires int or char"));
        };
        let mut text = Vec::new();
        codepoints::push(&mut text, point);
        self.padded(how, &text);
        Ok(())
    }

    fn float(
        &mut self,
        rt: &mut Runtime,
        how: &Conversion,
        kind: char,
        value: &Value,
    ) -> Result<()> {
        let Some(x) = crate::float::number(rt, value.as_ref())? else {
            let class = rt.type_name(value.as_ref());
            return Err(rt.type_error(format!("must be real number, not {class}")));
        };
        let spec = self.spec(how, Some(kind), how.precision.or(Some(6)));
        let text = float_text(x, &spec, "float").or_raise(rt)?;
        self.number_text(how, text.negative, "", &text.magnitude);
        Ok(())
    }

    fn spec(&self, how: &Conversion, kind: Option<char>, precision: Option<usize>) -> Spec {
        Spec {
            fill: ' ',
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
        } else if decimal && rt.has_slot(value.as_ref(), SlotId::NbInt)
            || rt.has_index(value.as_ref())
        {
            if decimal {
                crate::int::from_any(rt, value.as_ref())?
            } else {
                rt.index(value.as_ref())?
            }
        } else {
            let class = rt.type_name(value.as_ref());
            let wants = if decimal { "a real number" } else { "an integer" };
            let kind = if decimal { 'd' } else { kind };
            return Err(rt.type_error(format!("%{kind} format: {wants} is required, not {class}")));
        };
        let Some(n) = rt.as_int(number.as_ref()).map(|n| n.to_big()) else {
            return Err(rt.system_error("an integer was expected"));
        };
        let (base, prefix) = match kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut digits = match base {
            10 => {
                let limit = rt.int_digit_limit();
                crate::number::radix::to_decimal(&n.abs(), limit).or_raise(rt)?
            }
            base => n.magnitude().to_str_radix(base),
        };
        if kind == 'X' {
            digits.make_ascii_uppercase();
        }
        if let Some(precision) = how.precision {
            let zeros = precision.saturating_sub(digits.len());
            digits.insert_str(0, &"0".repeat(zeros));
        }
        let prefix = if how.alternate { prefix } else { "" };
        self.number_text(how, n.is_negative(), prefix, &digits);
        Ok(())
    }

    /// Sign, prefix and digits, with zeros or blanks up to the width.
    fn number_text(&mut self, how: &Conversion, negative: bool, prefix: &str, digits: &str) {
        let sign = match (negative, how.plus, how.blank) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            _ => "",
        };
        let len = sign.len() + prefix.len() + digits.len();
        let zeros = match how.zero && !how.left {
            true => how.width.saturating_sub(len),
            false => 0,
        };
        let text = format!("{sign}{prefix}{}{digits}", "0".repeat(zeros));
        self.padded(how, text.as_bytes());
    }
}
