//! Reads a parameter list in Python syntax, as native functions give it.

use std::borrow::Cow;
use std::fmt;

use super::parameter::{Parameter, ParameterKind};
use super::{Counts, Receiver, Signature};

/// What is wrong with a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureError {
    /// The text is not enclosed in parentheses, or a bracket or quote stays open.
    Unbalanced,
    /// A parameter is not a name, or is empty.
    BadName(String),
    /// A name stands twice.
    DuplicateName(String),
    /// A parameter without a default follows one that has a default.
    DefaultBeforeRequired(String),
    /// `/`, `*`, `*args`, `**kwargs` or `$self` stands where it cannot.
    Misplaced(String),
    /// The numbers of names and parameters differ.
    WrongCount,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignatureError::Unbalanced => f.write_str("parentheses or quotes do not match"),
            SignatureError::BadName(text) => write!(f, "'{text}' is not a parameter"),
            SignatureError::DuplicateName(name) => write!(f, "parameter '{name}' stands twice"),
            SignatureError::DefaultBeforeRequired(name) => {
                write!(f, "parameter '{name}' needs a default, since the one before has one")
            }
            SignatureError::Misplaced(text) => write!(f, "'{text}' cannot stand there"),
            SignatureError::WrongCount => f.write_str("names and counts do not agree"),
        }
    }
}

impl std::error::Error for SignatureError {}

impl Signature {
    /// Reads a parameter list in Python syntax, such as `($self, value, start=0, /)` or
    /// `($module, obj, /, *args, key=None, **kwargs)`. A first parameter with a dollar sign is the
    /// receiver. Default texts are kept, never evaluated; names borrow from the text. Parameters in
    /// square brackets are optional without a default that could be written: `(sub[, start], /)`.
    ///
    /// The [style](Signature::style) of error messages follows from the shape of the list.
    ///
    /// # Errors
    ///
    /// The text is not such a list.
    pub fn parse(text: &'static str) -> Result<Signature, SignatureError> {
        Self::parse_with(text, Cow::Borrowed)
    }

    /// Reads a parameter list, as [`Signature::parse`], from a text that does not live long enough to be borrowed.
    ///
    /// # Errors
    ///
    /// The text is not such a list.
    pub fn parse_owned(text: &str) -> Result<Signature, SignatureError> {
        Self::parse_with(text, |part| Cow::Owned(part.to_owned()))
    }

    fn parse_with<'a>(
        text: &'a str,
        keep: impl Fn(&'a str) -> Cow<'static, str>,
    ) -> Result<Signature, SignatureError> {
        let list = text
            .trim()
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .ok_or(SignatureError::Unbalanced)?;
        let mut reader = Reader::default();
        let mut items = split(list)?;
        if let Some(first) = items.first().and_then(|item| item.text.strip_prefix('$')) {
            reader.receiver = Some(keep(name(first)?));
            items.remove(0);
        }
        if items.iter().any(|item| item.grouped) {
            reader.text = Some(keep(text));
        }
        for item in items {
            reader.item(item, &keep)?;
        }
        reader.finish()
    }
}

#[derive(Default)]
struct Reader {
    receiver: Option<Cow<'static, str>>,
    text: Option<Cow<'static, str>>,
    positional: Vec<Parameter>,
    keyword_only: Vec<Parameter>,
    var_positional: Option<Parameter>,
    var_keyword: Option<Parameter>,
    positional_only: Option<usize>,
    star: bool,
}

impl Reader {
    fn item<'a>(
        &mut self,
        Item { text: item, grouped }: Item<'a>,
        keep: &impl Fn(&'a str) -> Cow<'static, str>,
    ) -> Result<(), SignatureError> {
        let misplaced = || Err(SignatureError::Misplaced(item.to_owned()));
        if self.var_keyword.is_some() {
            return misplaced();
        }
        if item == "/" {
            let first = self.positional.is_empty() && self.receiver.is_none();
            if self.positional_only.is_some() || self.star || first {
                return misplaced();
            }
            self.positional_only = Some(self.positional.len());
        } else if let Some(rest) = item.strip_prefix("**") {
            self.var_keyword =
                Some(Parameter::new(keep(name(rest)?), ParameterKind::VarKeyword, None));
        } else if let Some(rest) = item.strip_prefix('*') {
            if self.star {
                return misplaced();
            }
            self.star = true;
            if !rest.is_empty() {
                let kind = ParameterKind::VarPositional;
                self.var_positional = Some(Parameter::new(keep(name(rest)?), kind, None));
            }
        } else {
            let (text, default) = match item.split_once('=') {
                Some((_, "")) => return Err(SignatureError::BadName(item.to_owned())),
                Some((text, default)) => (text.trim(), Some(keep(default.trim()))),
                None => (item, grouped.then_some(Cow::Borrowed(""))),
            };
            let text = name(text)?;
            if self.star {
                let kind = ParameterKind::KeywordOnly;
                self.keyword_only.push(Parameter::new(keep(text), kind, default));
                return Ok(());
            }
            if default.is_none() && self.positional.last().is_some_and(Parameter::has_default) {
                return Err(SignatureError::DefaultBeforeRequired(text.to_owned()));
            }
            let kind = ParameterKind::PositionalOrKeyword;
            self.positional.push(Parameter::new(keep(text), kind, default));
        }
        Ok(())
    }

    fn finish(self) -> Result<Signature, SignatureError> {
        if self.star && self.var_positional.is_none() && self.keyword_only.is_empty() {
            return Err(SignatureError::Misplaced("*".to_owned()));
        }
        let counts = Counts {
            positional_only: self.positional_only.unwrap_or(0),
            positional: self.positional.len(),
            keyword_only: self.keyword_only.len(),
            var_positional: self.var_positional.is_some(),
            var_keyword: self.var_keyword.is_some(),
        };
        let parameters = self
            .positional
            .into_iter()
            .chain(self.keyword_only)
            .chain(self.var_positional)
            .chain(self.var_keyword)
            .enumerate()
            .map(|(i, parameter)| parameter.with_kind(counts.kind(i)))
            .collect();
        let slash = self.positional_only.is_some();
        let receiver = self.receiver.map(|name| Receiver { name, slash });
        Ok(Signature { text: self.text, ..Signature::build(receiver, parameters, counts)? })
    }
}

/// The text, if it is an identifier.
fn name(text: &str) -> Result<&str, SignatureError> {
    let mut chars = text.chars();
    let starts = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
    if starts && chars.all(|c| c == '_' || c.is_alphanumeric()) {
        Ok(text)
    } else {
        Err(SignatureError::BadName(text.to_owned()))
    }
}

/// The text of one item of the list.
struct Item<'a> {
    text: &'a str,
    /// Whether it stands in an optional group: `[, start[, end]]`.
    grouped: bool,
}

/// Splits at the commas outside of brackets and quotes. A comma may follow the last item. Square
/// brackets outside of a default open and close optional groups.
fn split(list: &str) -> Result<Vec<Item<'_>>, SignatureError> {
    let mut items = Vec::new();
    let mut start = 0;
    let mut open = Vec::new();
    let mut groups = 0usize;
    // Whether a bracket ended an item already, which the comma then need not do.
    let mut ended = false;
    let mut in_default = false;
    let mut chars = list.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\'' | '"' => loop {
                match chars.next() {
                    Some((_, '\\')) => drop(chars.next()),
                    Some((_, next)) if next == c => break,
                    Some(_) => {}
                    None => return Err(SignatureError::Unbalanced),
                }
            },
            '=' => in_default = true,
            '[' | ']' if open.is_empty() && (c == ']' && groups > 0 || !in_default) => {
                let text = list[start..at].trim();
                if !text.is_empty() {
                    items.push(Item { text, grouped: groups > 0 });
                    ended = true;
                }
                groups = match c {
                    '[' => groups + 1,
                    _ => groups.checked_sub(1).ok_or(SignatureError::Unbalanced)?,
                };
                start = at + 1;
                in_default = false;
            }
            '(' => open.push(')'),
            '[' => open.push(']'),
            '{' => open.push('}'),
            ')' | ']' | '}' if open.pop() != Some(c) => return Err(SignatureError::Unbalanced),
            ',' if open.is_empty() => {
                let text = list[start..at].trim();
                if !(ended && text.is_empty()) {
                    items.push(Item { text, grouped: groups > 0 });
                }
                start = at + 1;
                (ended, in_default) = (false, false);
            }
            _ => {}
        }
    }
    if !open.is_empty() || groups > 0 {
        return Err(SignatureError::Unbalanced);
    }
    let text = list[start..].trim();
    if !text.is_empty() {
        items.push(Item { text, grouped: false });
    }
    Ok(items)
}
