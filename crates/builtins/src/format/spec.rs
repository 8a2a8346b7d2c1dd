//! Reading a format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use objmodel::objects::spelling;

use crate::pure_error::PureError;

/// A format specification, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The code point that fills up to the width, which may be a lone surrogate.
    pub fill: u32,
    /// `<`, `>`, `^` or `=`, if given.
    pub align: Option<char>,
    /// `+`, `-` or a space, if given.
    pub sign: Option<char>,
    /// `z`: no negative zero.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Whether the width began with `0` and no alignment was given.
    pub zero_padded: bool,
    /// The least number of characters.
    pub width: usize,
    /// `,` or `_`, if given.
    pub grouping: Option<char>,
    /// The digits after `.`, if given.
    pub precision: Option<usize>,
    /// The presentation type, if given; U+FFFD stands for a lone surrogate.
    pub kind: Option<char>,
    /// The code point of the presentation type.
    pub kind_point: u32,
}

impl Spec {
    /// The base in which an integer is written, if it is written as one.
    pub fn base(&self) -> Option<u32> {
        match self.kind {
            None | Some('d' | 'n') => Some(10),
            Some('b') => Some(2),
            Some('o') => Some(8),
            Some('x' | 'X') => Some(16),
            Some(_) => None,
        }
    }

    /// Reads a specification; `class` is that of the object, for messages, and `default` the type
    /// that an absent one counts as.
    ///
    /// # Errors
    /// `ValueError`.
    pub fn parse(text: &str, class: &str, default: Option<char>) -> Result<Spec, PureError> {
        let mut spec = Spec {
            fill: b' '.into(),
            align: None,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            zero_padded: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
            kind_point: 0,
        };
        let is_align = |c: Option<char>| matches!(c, Some('<' | '>' | '^' | '='));
        let mut rest = Rest(text);
        let mut ahead = text.chars();
        let first = spelling::next_point(&mut ahead);
        let second = ahead.next();
        let fill_given = is_align(second);
        if fill_given {
            spec.fill = first.unwrap_or(spec.fill);
            spec.align = second;
            rest = Rest(ahead.as_str());
        } else if is_align(text.chars().next()) {
            spec.align = rest.take(|_| true);
        }
        spec.sign = rest.take(|c| matches!(c, b'+' | b'-' | b' '));
        spec.no_negative_zero = rest.take(|c| c == b'z').is_some();
        spec.alternate = rest.take(|c| c == b'#').is_some();
        if !fill_given && rest.take(|c| c == b'0').is_some() {
            spec.fill = b'0'.into();
            if spec.align.is_none() {
                spec.zero_padded = true;
                spec.align = Some('=');
            }
        }
        spec.width = rest.number()?.unwrap_or(0);
        spec.grouping = rest.take(|c| c == b',');
        if let Some(mark) = rest.take(|c| c == b'_') {
            let other = spec.grouping.replace(mark).or_else(|| rest.take(|c| c == b','));
            if other.is_some() {
                return Err(PureError::value_error("Cannot specify both ',' and '_'."));
            }
        }
        if rest.take(|c| c == b'.').is_some() {
            spec.precision = rest.number()?;
            if spec.precision.is_none() {
                return Err(PureError::value_error("Format specifier missing precision"));
            }
        }
        let mut last = rest.0.chars();
        if let Some(point) = spelling::next_point(&mut last) {
            spec.kind = Some(char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER));
            spec.kind_point = point;
        }
        // A null character says what no type says, where that has a meaning of its own.
        if default.is_none() && spec.kind == Some('\0') {
            spec.kind = None;
        }
        if last.next().is_some() {
            return Err(PureError::value_error(format!(
                "Invalid format specifier '{text}' for object of type '{class}'"
            )));
        }
        if let Some(grouping) = spec.grouping {
            let kind = spec.kind.or(default);
            let allowed = match kind {
                None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => true,
                Some('b' | 'o' | 'x' | 'X') => grouping == '_',
                _ => false,
            };
            if !allowed {
                let kind = kind.unwrap_or(' ');
                return Err(PureError::value_error(match kind {
                    '\x21'..='\x7e' => format!("Cannot specify '{grouping}' with '{kind}'."),
                    _ => {
                        let point = spec.kind.map_or(kind as u32, |_| spec.kind_point);
                        format!("Cannot specify '{grouping}' with '\\x{point:x}'.")
                    }
                }));
            }
        }
        Ok(spec)
    }

    /// The error for a type that the object's class does not know.
    pub fn unknown(&self, class: &str) -> PureError {
        let kind = self.kind.unwrap_or(' ');
        PureError::value_error(match kind {
            '\x21'..='\x7e' => {
                format!("Unknown format code '{kind}' for object of type '{class}'")
            }
            _ => {
                let point = self.kind_point;
                format!("Unknown format code '\\x{point:x}' for object of type '{class}'")
            }
        })
    }
}

/// What is left to read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// The next character, if it is ASCII and one of the wanted.
    #[inline]
    fn take(&mut self, wanted: impl Fn(u8) -> bool) -> Option<char> {
        let next = *self.0.as_bytes().first().filter(|next| wanted(**next))?;
        self.0 = self.0.get(1..)?;
        Some(char::from(next))
    }

    /// Digits as a number; `None` if there are none.
    fn number(&mut self) -> Result<Option<usize>, PureError> {
        let mut number = None;
        while let Some(digit) = self.take(|c| c.is_ascii_digit()) {
            let grown = number.unwrap_or(0usize).checked_mul(10);
            let grown = grown.and_then(|n| n.checked_add(digit as usize - '0' as usize));
            let grown = grown.filter(|n| isize::try_from(*n).is_ok());
            let too_many = || PureError::value_error("Too many decimal digits in format string");
            number = Some(grown.ok_or_else(too_many)?);
        }
        Ok(number)
    }
}
