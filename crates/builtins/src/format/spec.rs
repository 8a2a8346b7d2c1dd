//! Reading a format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use crate::fault::Fault;

/// A format specification, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    /// What fills up to the width.
    pub fill: char,
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
    /// The presentation type, if given.
    pub kind: Option<char>,
}

impl Spec {
    /// Reads a specification; `class` is that of the object, for messages.
    ///
    /// # Errors
    /// `ValueError`.
    pub fn parse(text: &str, class: &str) -> Result<Spec, Fault> {
        let mut spec = Spec {
            fill: ' ',
            align: None,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            zero_padded: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        let chars: Vec<char> = text.chars().collect();
        let at = |i: usize| chars.get(i).copied();
        let is_align = |c: Option<char>| matches!(c, Some('<' | '>' | '^' | '='));
        let mut i = 0;
        let mut fill_given = false;
        if is_align(at(1)) {
            spec.fill = at(0).unwrap_or(' ');
            spec.align = at(1);
            fill_given = true;
            i = 2;
        } else if is_align(at(0)) {
            spec.align = at(0);
            i = 1;
        }
        if let Some(sign @ ('+' | '-' | ' ')) = at(i) {
            spec.sign = Some(sign);
            i += 1;
        }
        if at(i) == Some('z') {
            spec.no_negative_zero = true;
            i += 1;
        }
        if at(i) == Some('#') {
            spec.alternate = true;
            i += 1;
        }
        if !fill_given && at(i) == Some('0') {
            spec.fill = '0';
            if spec.align.is_none() {
                spec.zero_padded = true;
                spec.align = Some('=');
            }
            i += 1;
        }
        if let Some(width) = digits(&chars, &mut i)? {
            spec.width = width;
        }
        while let Some(mark @ (',' | '_')) = at(i) {
            match spec.grouping {
                None => spec.grouping = Some(mark),
                Some(given) if given != mark => {
                    return Err(Fault::value_error("Cannot specify both ',' and '_'."));
                }
                Some(given) => {
                    return Err(Fault::value_error(format!(
                        "Cannot specify '{given}' with '{given}'."
                    )));
                }
            }
            i += 1;
        }
        if at(i) == Some('.') {
            i += 1;
            match digits(&chars, &mut i)? {
                Some(precision) => spec.precision = Some(precision),
                None => return Err(Fault::value_error("Format specifier missing precision")),
            }
        }
        match chars.len() - i.min(chars.len()) {
            0 => {}
            1 => spec.kind = at(i),
            _ => {
                return Err(Fault::value_error(format!(
                    "Invalid format specifier '{text}' for object of type '{class}'"
                )));
            }
        }
        if let Some(grouping) = spec.grouping {
            let allowed = match spec.kind {
                None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => true,
                Some('b' | 'o' | 'x' | 'X') => grouping == '_',
                _ => false,
            };
            if !allowed {
                let kind = spec.kind.unwrap_or(' ');
                return Err(Fault::value_error(match kind {
                    '\x21'..='\x7e' => format!("Cannot specify '{grouping}' with '{kind}'."),
                    _ => format!("Cannot specify '{grouping}' with '\\x{:x}'.", kind as u32),
                }));
            }
        }
        Ok(spec)
    }

    /// The error for a type that the object's class does not know.
    pub fn unknown(&self, class: &str) -> Fault {
        let kind = self.kind.unwrap_or(' ');
        Fault::value_error(match kind {
            '\x21'..='\x7e' => {
                format!("Unknown format code '{kind}' for object of type '{class}'")
            }
            _ => format!("Unknown format code '\\x{:x}' for object of type '{class}'", kind as u32),
        })
    }
}

fn digits(chars: &[char], i: &mut usize) -> Result<Option<usize>, Fault> {
    let start = *i;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*i).and_then(|c| c.to_digit(10)) {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(digit as usize))
            .filter(|value| isize::try_from(*value).is_ok())
            .ok_or_else(|| Fault::value_error("Too many decimal digits in format string"))?;
        *i += 1;
    }
    Ok((*i > start).then_some(value))
}
