//! Replacement templates: text with references to groups.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::codepoints;
use objmodel::{Borrowed, Result, Runtime};
use objmodel_builtins::buffer_copy;

use super::escape::{control, octal_error};
use super::parse::MAX_GROUPS;
use super::pattern::{points, refused, this};
use super::reader::{Read, Reader, Refusal, decimal, number, without_zeros, wtf8};
use super::target::Target;

/// A part of a template.
enum Piece {
    Text(Vec<u8>),
    Group(usize),
}

/// A template that was read.
pub(super) struct Template {
    pieces: Vec<Piece>,
    pub(super) is_text: bool,
}

impl Template {
    /// Writes it, with what the groups between these offsets matched.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn write(
        &self,
        rt: &Runtime,
        out: &mut TextBuilder,
        target: &Target,
        group: impl Fn(usize) -> Option<(usize, usize)>,
    ) -> Result<()> {
        for piece in &self.pieces {
            rt.tick(1)?;
            match piece {
                Piece::Text(text) => out.append(rt, text)?,
                Piece::Group(number) => {
                    let Some((start, end)) = group(*number) else { continue };
                    let text = target.bytes(rt).get(start..end).unwrap_or_default();
                    rt.tick(text.len() / 64)?;
                    out.append(rt, text)?;
                }
            }
        }
        Ok(())
    }
}

/// Bytes that reading takes for each character, at most.
const READ_BYTES: usize = 128;

/// Reads a template.
///
/// # Errors
/// `PatternError`; `IndexError` for a name that no group has; `TypeError` for what is no text.
pub(super) fn read(
    rt: &mut Runtime,
    pattern: Borrowed<'_>,
    source: Borrowed<'_>,
) -> Result<Template> {
    let (points, is_text) = match points(rt, source) {
        Some(read) => read,
        None => match buffer_copy(rt, source)? {
            Some(bytes) => (bytes.into_iter().map(u32::from).collect(), false),
            None => {
                let class = rt.type_name(source);
                return Err(rt.type_error(format!(
                    "decoding to str: need a bytes-like object, {class} found"
                )));
            }
        },
    };
    rt.while_charged(points.len().saturating_mul(READ_BYTES), |rt| {
        rt.tick(points.len() / 8)?;
        match pieces(rt, pattern, points, is_text) {
            Ok(pieces) => Ok(Template { pieces, is_text }),
            Err(refusal) => {
                let class = this(rt, pattern)?.error.clone();
                Err(refused(rt, &class, refusal, source))
            }
        }
    })
}

/// The pieces in the making.
struct Pieces<'r> {
    rt: &'r mut Runtime,
    pattern: Borrowed<'r>,
    source: Reader,
    pieces: Vec<Piece>,
    text: Vec<u8>,
}

fn pieces(
    rt: &mut Runtime,
    pattern: Borrowed<'_>,
    points: Vec<u32>,
    is_text: bool,
) -> Read<Vec<Piece>> {
    let source = Reader::new(points, is_text)?;
    let mut all = Pieces { rt, pattern, source, pieces: Vec::new(), text: Vec::new() };
    while let Some(token) = all.source.get()? {
        match token.escaped {
            None => all.push(token.first),
            Some(escaped) => all.escape(escaped)?,
        }
    }
    all.end_text();
    Ok(all.pieces)
}

impl Pieces<'_> {
    fn push(&mut self, point: u32) {
        match self.source.is_text {
            true => codepoints::push(&mut self.text, point),
            false => self.text.push(point as u8),
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.pieces.push(Piece::Text(std::mem::take(&mut self.text)));
        }
    }

    /// A reference to a group, `behind` characters before the next token.
    fn group(&mut self, number: u64, shown: &str, behind: usize) -> Read<()> {
        if number > this(self.rt, self.pattern)?.program.groups.into() {
            return Err(self.source.error(&format!("invalid group reference {shown}"), behind));
        }
        self.end_text();
        self.pieces.push(Piece::Group(number as usize));
        Ok(())
    }

    fn escape(&mut self, letter: u32) -> Read<()> {
        match char::from_u32(letter) {
            Some('g') => self.named(),
            Some('0') => {
                let mut digits = vec![letter];
                digits.extend(self.source.digits(2, 8)?);
                self.push(number(&digits, 8) & 0xff);
                Ok(())
            }
            Some('1'..='9') => self.number(letter),
            Some(c) => match control(letter) {
                Some(point) => {
                    self.push(point);
                    Ok(())
                }
                None if c.is_ascii_alphabetic() => {
                    Err(self.source.error(&format!("bad escape \\{c}"), 2))
                }
                None => self.literally(letter),
            },
            None => self.literally(letter),
        }
    }

    /// A backslash that stands for itself.
    fn literally(&mut self, letter: u32) -> Read<()> {
        self.push(u32::from(b'\\'));
        self.push(letter);
        Ok(())
    }

    /// A group by number, or three octal digits.
    fn number(&mut self, first: u32) -> Read<()> {
        let mut digits = vec![first];
        digits.extend(self.source.digits(1, 10)?);
        let octal = |points: &[u32]| points.iter().all(|point| (0x30..0x38).contains(point));
        if digits.len() == 2 && octal(&digits) {
            digits.extend(self.source.digits(1, 8)?);
            if digits.len() == 3 {
                let point = number(&digits, 8);
                if point > 0o377 {
                    return Err(octal_error(&self.source, &digits));
                }
                self.push(point);
                return Ok(());
            }
        }
        let group = decimal(&digits).unwrap_or(0);
        self.group(group, &without_zeros(&digits), digits.len())
    }

    /// `\g<name>`
    fn named(&mut self) -> Read<()> {
        if !self.source.take('<')? {
            return Err(self.source.error("missing <", 0));
        }
        let name = self.source.until('>', "group name")?;
        let Some(number) = decimal(&name) else {
            self.source.check_name(&name, 1)?;
            let key = self.rt.str_from_bytes(&wtf8(&name))?;
            let names = this(self.rt, self.pattern)?.names.clone();
            let Some(number) = self.rt.dict_get(&names, key.as_ref())? else {
                let shown = self.source.shown(&name);
                let message = format!("unknown group name {shown}");
                return Err(Refusal::Other(self.rt.index_error(message)));
            };
            let number = number.as_small_int().and_then(|number| u64::try_from(number).ok());
            return self.group(number.unwrap_or(0), "", name.len() + 1);
        };
        let shown = without_zeros(&name);
        if number >= MAX_GROUPS {
            let message = format!("invalid group reference {shown}");
            return Err(self.source.error(&message, name.len() + 1));
        }
        self.group(number, &shown, name.len() + 1)
    }
}
