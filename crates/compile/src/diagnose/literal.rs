//! What is wrong within string literals: escapes, characters in bytes, bytes beside text.

use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

use super::token::{Mistake, Token, TokenKind};

/// What is wrong with one string token.
pub(super) fn wrong_string(token: &Token<'_>) -> Option<Mistake> {
    let prefix = token.text.find(['"', '\'']).unwrap_or_default();
    let (prefix, quoted) = token.text.split_at(prefix);
    let (raw, bytes) = (prefix.contains(['r', 'R']), prefix.contains(['b', 'B']));
    let size = if quoted.starts_with("\"\"\"") || quoted.starts_with("'''") { 3 } else { 1 };
    let body = quoted.get(size..quoted.len().checked_sub(size)?).unwrap_or_default();
    let message = if bytes && !body.is_ascii() {
        "bytes can only contain ASCII literal characters".to_owned()
    } else if raw {
        return None;
    } else if bytes {
        wrong_bytes_escape(body)?
    } else {
        wrong_escape(body)?
    };
    Some(Mistake::between(token.start, token.end, message))
}

/// What is wrong with the text of an f-string, reported at the last token that was read.
pub(super) fn wrong_fstring(parts: &[Token<'_>], last: Option<&Token<'_>>) -> Option<Mistake> {
    let raw = parts.first().is_some_and(|first| first.text.contains(['r', 'R']));
    if raw {
        return None;
    }
    let mut depth = 0;
    let message = parts.iter().find_map(|token| match token.kind {
        TokenKind::FStringStart => {
            depth += 1;
            None
        }
        TokenKind::FStringEnd => {
            depth -= 1;
            None
        }
        TokenKind::FStringMiddle if depth == 1 => wrong_escape(token.text),
        _ => None,
    })?;
    let last = last?;
    Some(Mistake::between(last.start, last.end, message))
}

/// Whether literals that stand side by side cannot be joined.
pub(super) fn wrong_mix(parts: &[Token<'_>], last: Option<&Token<'_>>) -> Option<Mistake> {
    let (mut bytes, mut text, mut depth) = (false, false, 0);
    for token in parts {
        match token.kind {
            TokenKind::FStringStart => (text, depth) = (true, depth + 1),
            TokenKind::FStringEnd => depth -= 1,
            TokenKind::String if depth == 0 => {
                let prefix = token.text.find(['"', '\'']).unwrap_or_default();
                let is_bytes = token.text.get(..prefix).is_some_and(|p| p.contains(['b', 'B']));
                (bytes, text) = (bytes || is_bytes, text || !is_bytes);
            }
            _ => {}
        }
    }
    let last = last.filter(|_| bytes && text)?;
    Some(Mistake::between(last.start, last.end, "cannot mix bytes and nonbytes literals"))
}

fn wrong_bytes_escape(body: &str) -> Option<String> {
    let mut rest = body;
    let mut at = 0;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if c == '\\' {
            let next = rest.get(1..).and_then(|rest| rest.chars().next())?;
            length = 1 + next.len_utf8();
            if next == 'x' {
                let digits = rest.get(2..).unwrap_or_default().bytes().take(2);
                if digits.filter(u8::is_ascii_hexdigit).count() < 2 {
                    return Some(format!("(value error) invalid \\x escape at position {at}"));
                }
            }
        }
        at += length;
        rest = rest.get(length..).unwrap_or_default();
    }
    None
}

/// The codec's complaint; positions count the text as it is handed to the codec, where a character that
/// is not ASCII takes the ten of its `\U` escape.
fn wrong_escape(body: &str) -> Option<String> {
    let has_escape = body.contains('\\');
    if !has_escape {
        return None;
    }
    let mut rest = body;
    let mut at = 0usize;
    while let Some(c) = rest.chars().next() {
        if c != '\\' {
            at += if c.is_ascii() { 1 } else { 10 };
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let next = rest.get(1..).and_then(|rest| rest.chars().next())?;
        let after = rest.get(1 + next.len_utf8()..).unwrap_or_default();
        let wanted = match next {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            'N' => {
                let name = after.strip_prefix('{').and_then(|name| name.split_once('}'));
                let Some((name, _)) = name.filter(|(name, _)| !name.is_empty()) else {
                    let open = usize::from(after.starts_with('{'));
                    let inner = if open == 1 && !after.contains('}') {
                        after.chars().count()
                    } else {
                        open
                    };
                    return Some(complaint(at, at + 1 + inner, "malformed \\N character escape"));
                };
                if !is_known(name) {
                    let end = at + 3 + name.len();
                    return Some(complaint(at, end, "unknown Unicode character name"));
                }
                at += name.len() + 4;
                rest = after.get(name.len() + 2..).unwrap_or_default();
                continue;
            }
            _ => 0,
        };
        let digits = after.bytes().take(wanted).take_while(u8::is_ascii_hexdigit).count();
        if digits < wanted {
            let kind = match next {
                'x' => "truncated \\xXX escape",
                'u' => "truncated \\uXXXX escape",
                _ => "truncated \\UXXXXXXXX escape",
            };
            return Some(complaint(at, at + 1 + digits, kind));
        }
        if wanted == 8 {
            let value = after.get(..8).and_then(|text| u32::from_str_radix(text, 16).ok());
            if value.is_none_or(|value| value > 0x10_ffff) {
                return Some(complaint(at, at + 9, "illegal Unicode character"));
            }
        }
        let width = if next.is_ascii() { 2 } else { 11 };
        at += width + wanted;
        rest = after.get(wanted..).unwrap_or_default();
    }
    None
}

fn complaint(start: usize, end: usize, what: &str) -> String {
    format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{end}: {what}"
    )
}

/// Whether a character has the name. Names by rule are told in capitals alone.
fn is_known(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    if (upper.starts_with("HANGUL SYLLABLE ") || upper.starts_with("CJK UNIFIED IDEOGRAPH-"))
        && upper != name
    {
        return false;
    }
    let literal = format!("'\\N{{{name}}}'");
    parse_unchecked(&literal, ParseOptions::from(Mode::Expression)).errors().is_empty()
}
