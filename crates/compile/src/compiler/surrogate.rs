//! Lone surrogates in literals (`"\ud800"`), which the parser's strings cannot hold: where it put a
//! replacement character, the source text says what was written.

use ruff_python_ast::{self as ast, StringFlags};
use ruff_text_size::TextRange;

use super::unit::Const;
use crate::syntax::Source;

/// The value of a string literal.
pub(super) fn string(source: &Source, literal: &ast::ExprStringLiteral) -> Const {
    let value = literal.value.to_str();
    if !may_have_surrogates(value) {
        return Const::Str(value.into());
    }
    let mut text = Vec::new();
    for part in &literal.value {
        push_literal(source, part, &mut text);
    }
    constant(text)
}

/// A constant of a text in WTF-8.
pub(super) fn constant(text: Vec<u8>) -> Const {
    match String::from_utf8(text) {
        Ok(text) => Const::Str(text.into()),
        Err(refused) => Const::Surrogates(refused.into_bytes().into()),
    }
}

/// Appends the value of one part of a string literal, in WTF-8.
pub(super) fn push_literal(source: &Source, part: &ast::StringLiteral, text: &mut Vec<u8>) {
    let value = part.as_str();
    if part.flags.prefix().is_raw() {
        text.extend_from_slice(value.as_bytes());
        return;
    }
    let quotes = part.flags.quote_len().to_usize();
    let before = part.flags.prefix().as_str().len() + quotes;
    let written = written(source, part.range);
    let inside = written.get(before..written.len().saturating_sub(quotes));
    push(inside.unwrap_or_default(), value, text);
}

/// Appends the text between the braces of an f-string, in WTF-8.
pub(super) fn push_element(
    source: &Source,
    element: &ast::InterpolatedStringLiteralElement,
    raw: bool,
    text: &mut Vec<u8>,
) {
    match raw {
        true => text.extend_from_slice(element.value.as_bytes()),
        false => push(written(source, element.range), &element.value, text),
    }
}

fn written(source: &Source, range: TextRange) -> &str {
    source.text().get(range.to_std_range()).unwrap_or_default()
}

fn may_have_surrogates(value: &str) -> bool {
    value.contains(char::REPLACEMENT_CHARACTER)
}

/// Goes along the written text and the parser's value together. Each escape stands for one
/// character, except that of a line's end, which stands for none.
fn push(written: &str, value: &str, text: &mut Vec<u8>) {
    if !may_have_surrogates(value) {
        text.extend_from_slice(value.as_bytes());
        return;
    }
    let mut rest = written;
    for character in value.chars() {
        rest = without_joined_lines(rest);
        let unit = unit_len(rest);
        let (escape, after) = rest.split_at_checked(unit).unwrap_or((rest, ""));
        match surrogate(escape) {
            Some(point) => {
                let (middle, last) = (0x80 | point >> 6 & 0x3f, 0x80 | point & 0x3f);
                text.extend_from_slice(&[0xed, middle as u8, last as u8]);
            }
            None => {
                let mut buffer = [0; 4];
                text.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            }
        }
        rest = after;
    }
}

fn without_joined_lines(mut rest: &str) -> &str {
    while let Some(after) = ["\\\r\n", "\\\n", "\\\r"].iter().find_map(|end| rest.strip_prefix(end))
    {
        rest = after;
    }
    rest
}

/// How long what stands for the next character is.
fn unit_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    match bytes {
        [b'\\', b'x', ..] => 4,
        [b'\\', b'u', ..] => 6,
        [b'\\', b'U', ..] => 10,
        [b'\\', b'N', ..] => rest.find('}').map_or(2, |end| end + 1),
        [b'\\', b'0'..=b'7', more @ ..] => {
            let more = more.iter().take(2).take_while(|byte| matches!(byte, b'0'..=b'7'));
            2 + more.count()
        }
        // Before another character the backslash stands for itself.
        [b'\\', b'\\' | b'\'' | b'"' | b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v', ..] => 2,
        [b'{', b'{', ..] | [b'}', b'}', ..] | [b'\r', b'\n', ..] => 2,
        _ => rest.chars().next().map_or(0, char::len_utf8),
    }
}

/// The surrogate that an escape names.
fn surrogate(escape: &str) -> Option<u32> {
    let digits = escape.strip_prefix("\\u").or_else(|| escape.strip_prefix("\\U"))?;
    let point = u32::from_str_radix(digits, 16).ok()?;
    (0xd800..0xe000).contains(&point).then_some(point)
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn surrogates_stand_where_they_were_written() {
        let facts: [(&str, &str, &[u8]); 5] = [
            ("a\\ud800b", "a\u{fffd}b", b"a\xed\xa0\x80b"),
            ("\\ud83d\\ude00", "\u{fffd}\u{fffd}", b"\xed\xa0\xbd\xed\xb8\x80"),
            (
                "\\N{BULLET}\\x41\\101\\\n\\U0000dfff",
                "\u{2022}AA\u{fffd}",
                b"\xe2\x80\xa2AA\xed\xbf\xbf",
            ),
            ("\u{fffd}\\ufffd", "\u{fffd}\u{fffd}", b"\xef\xbf\xbd\xef\xbf\xbd"),
            ("{{\\q\\udc00", "{\\q\u{fffd}", b"{\\q\xed\xb0\x80"),
        ];
        for (written, value, expected) in facts {
            let mut text = Vec::new();
            push(written, value, &mut text);
            assert_eq!(text, expected, "{written}");
        }
    }
}
