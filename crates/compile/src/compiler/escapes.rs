//! Literals that are read and likely wrong: backslashes that begin no escape sequence, or one beyond
//! a byte, and numbers that run into a keyword.

use ruff_python_ast::{self as ast, InterpolatedStringElement, StringFlags};
use ruff_text_size::{TextRange, TextSize};

use super::warnings::Warning;
use crate::syntax::Source;

/// Collects what is said of the literals that it is shown.
pub(super) struct Finder<'a> {
    source: &'a Source,
    /// With the offsets at which the parser comes to say it.
    found: Vec<(TextSize, Warning)>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Finder { source, found: Vec::new() }
    }

    /// The warnings, in the parser's order.
    pub(super) fn finish(&mut self) -> Vec<Warning> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, warning)| warning).collect()
    }

    pub(super) fn string(&mut self, literal: &ast::StringLiteral) {
        if !literal.flags.prefix().is_raw() {
            self.literal(literal.range, "uUN");
        }
    }

    pub(super) fn bytes(&mut self, literal: &ast::BytesLiteral) {
        if !literal.flags.prefix().is_raw() {
            self.literal(literal.range, "");
        }
    }

    /// A number that a keyword follows without a space.
    pub(super) fn number(&mut self, range: TextRange) {
        const KEYWORDS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "or", "not"];
        let rest = self.source.text().get(range.end().to_usize()..).unwrap_or_default();
        if !KEYWORDS.iter().any(|keyword| rest.starts_with(keyword)) {
            return;
        }
        let text = self.text(range).to_ascii_lowercase();
        let kind = match text.as_bytes() {
            [.., b'j'] => "imaginary",
            [b'0', b'x', ..] => "hexadecimal",
            [b'0', b'o', ..] => "octal",
            [b'0', b'b', ..] => "binary",
            _ => "decimal",
        };
        let message = format!("invalid {kind} literal");
        let position = self.source.position(range);
        self.found.push((
            range.start(),
            Warning { position, message, in_characters: true, of_constant: false },
        ));
    }

    /// The text of an f-string and of its format specifications, nested ones left out, which
    /// are looked at here too.
    pub(super) fn f_string(&mut self, f_string: &ast::FString) {
        let end = f_string.range.end();
        let closing = TextRange::new(end - f_string.flags.quote_len(), end);
        let raw = f_string.flags.prefix().is_raw();
        let mut waiting = vec![(&f_string.elements, Some(closing))];
        while let Some((elements, place)) = waiting.pop() {
            for element in elements {
                match element {
                    InterpolatedStringElement::Literal(literal) => {
                        self.middle(literal.range, raw, place);
                    }
                    InterpolatedStringElement::Interpolation(field) => {
                        waiting.extend(field.format_spec.iter().map(|spec| (&spec.elements, None)));
                    }
                }
            }
        }
    }

    fn text(&self, range: TextRange) -> &'a str {
        self.source.text().get(range.to_std_range()).unwrap_or_default()
    }

    fn literal(&mut self, range: TextRange, more: &str) {
        if let Some(escape) = first_invalid(self.text(range), more) {
            self.say(range.start(), range, escape);
        }
    }

    /// Text between braces. Escaped braces part it. What is wrong is said at the place, or else, in
    /// a format specification, where the part stands; there raw literals are read as the others.
    fn middle(&mut self, range: TextRange, raw: bool, place: Option<TextRange>) {
        let text = self.text(range);
        let (mut begin, mut at) = (0, 0);
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' if !raw && text.get(at + 1..).is_some_and(|t| t.starts_with("N{")) => {
                    let rest = text.get(at..).unwrap_or_default();
                    at += rest.find('}').map_or(rest.len(), |end| end + 1);
                }
                b'\\' => {
                    let brace = range.start() + TextSize::new(at as u32 + 1);
                    let next = self.source.text().as_bytes().get(brace.to_usize());
                    match next {
                        Some(b'{') if !raw => self.say(brace, TextRange::empty(brace), "{"),
                        Some(b'}') if !raw => self.say(brace, TextRange::empty(brace), "}"),
                        _ => {}
                    }
                    at += if matches!(next, Some(b'{' | b'}')) { 1 } else { 2 };
                }
                b'{' | b'}' => {
                    self.part(range, begin..at + 1, raw, place);
                    at += 2;
                    begin = at;
                }
                _ => at += 1,
            }
        }
        self.part(range, begin..text.len(), raw, place);
    }

    fn part(
        &mut self,
        whole: TextRange,
        part: std::ops::Range<usize>,
        raw: bool,
        place: Option<TextRange>,
    ) {
        if raw && place.is_some() {
            return;
        }
        let start = whole.start();
        let Some(text) = self.text(whole).get(part.clone()) else { return };
        let own = TextRange::new(
            start + TextSize::new(part.start as u32),
            start + TextSize::new(part.end as u32),
        );
        if let Some(escape) = first_invalid(text, "uUN").filter(|e| !matches!(*e, "{" | "}")) {
            let place = place.unwrap_or(own);
            self.say(place.start(), place, escape);
        }
    }

    fn say(&mut self, at: TextSize, range: TextRange, escape: &str) {
        let octal = if escape.len() == 3 { "octal " } else { "" };
        let message = format!("invalid {octal}escape sequence '\\{escape}'");
        let position = self.source.position(range);
        self.found
            .push((at, Warning { position, message, in_characters: true, of_constant: false }));
    }
}

/// What follows the first backslash that begins no escape sequence (those of `more` are some), or an
/// octal one beyond a byte.
fn first_invalid<'t>(text: &'t str, more: &str) -> Option<&'t str> {
    let mut rest = text;
    loop {
        rest = rest.get(rest.find('\\')? + 1..)?;
        let next = rest.chars().next()?;
        let digits = rest.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
        if digits == 3 && next >= '4' {
            return rest.get(..3);
        }
        let known = "\n\r\\'\"abfnrtvx01234567".contains(next) || more.contains(next);
        if !known && next.is_ascii() {
            return rest.get(..1);
        }
        rest = rest.get(next.len_utf8()..)?;
    }
}
