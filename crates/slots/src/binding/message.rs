//! The messages of binding errors, word for word as CPython 3.13 has them.

use std::io::Write;

use super::error::{BindError, Limit};
use crate::signature::Signature;
use crate::suggestion::suggest;

/// How messages call a function: some by the whole `__qualname__`, some by the last part of it.
/// Names are WTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FunctionName<'a> {
    qualified: &'a [u8],
    name: &'a [u8],
}

impl<'a> FunctionName<'a> {
    /// From the `__qualname__`, `"list.append"`; for functions of modules other than `builtins`
    /// with the module in front of it.
    pub fn new(qualified: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        let qualified = qualified.as_ref();
        let name = qualified.rsplit(|&byte| byte == b'.').next().unwrap_or(qualified);
        FunctionName { qualified, name }
    }
}

impl BindError {
    /// The message of the `TypeError`, for names without lone surrogates: see
    /// [`message_bytes`](Self::message_bytes).
    pub fn message<K: AsRef<[u8]>>(
        &self,
        signature: &Signature,
        function: FunctionName<'_>,
        keywords: &[K],
    ) -> String {
        String::from_utf8_lossy(&self.message_bytes(signature, function, keywords)).into_owned()
    }

    /// The message of the `TypeError`, in WTF-8. Takes the signature and the keywords
    /// that were bound.
    pub fn message_bytes<K: AsRef<[u8]>>(
        &self,
        signature: &Signature,
        function: FunctionName<'_>,
        keywords: &[K],
    ) -> Vec<u8> {
        let mut out = Vec::new();
        let FunctionName { qualified, name } = function;
        out.extend_from_slice(match self {
            _ if signature.style() == super::CallStyle::Python => qualified,
            BindError::NoKeywords | BindError::NoArguments { .. } => qualified,
            BindError::OneArgument { .. } => qualified,
            BindError::NameAndPosition(_) => b"argument for ",
            _ => name,
        });
        match self {
            BindError::NameAndPosition(_) => out.extend_from_slice(name),
            BindError::Expected { .. } => {
                self.rest(&mut out, signature, keywords);
                return out;
            }
            _ => {}
        }
        out.extend_from_slice(b"() ");
        self.rest(&mut out, signature, keywords);
        out
    }

    /// What follows the function's name.
    fn rest<K: AsRef<[u8]>>(&self, out: &mut Vec<u8>, signature: &Signature, keywords: &[K]) {
        let text = match self {
            BindError::TooManyPositional { at_least, at_most, given, keyword_only_given } => {
                too_many_positional(*at_least, *at_most, *given, *keyword_only_given)
            }
            BindError::MissingPositional(parameters) => {
                missing("positional", &names(signature, parameters))
            }
            BindError::MissingKeywordOnly(parameters) => {
                missing("keyword-only", &names(signature, parameters))
            }
            BindError::MultipleValues(parameter) => {
                format!("got multiple values for argument '{}'", signature.name(*parameter))
            }
            BindError::PositionalOnlyAsKeyword(parameters) => format!(
                "got some positional-only arguments passed as keyword arguments: '{}'",
                names(signature, parameters).join(", ")
            ),
            BindError::UnexpectedKeyword(keyword) => {
                let keyword = keywords.get(*keyword).map_or(&b""[..], AsRef::as_ref);
                return unexpected(out, signature, keyword);
            }
            BindError::NoKeywords => "takes no keyword arguments".to_owned(),
            BindError::NoArguments { given } => format!("takes no arguments ({given} given)"),
            BindError::OneArgument { given } => {
                format!("takes exactly one argument ({given} given)")
            }
            BindError::Expected { limit, count, given } => {
                let limit = match limit {
                    Limit::Exactly => "",
                    Limit::AtLeast => "at least ",
                    Limit::AtMost => "at most ",
                };
                format!(" expected {limit}{count} argument{}, got {given}", plural(*count))
            }
            BindError::TooMany { most, given, only_keywords } => {
                let keyword = if *only_keywords { "keyword " } else { "" };
                format!("takes at most {most} {keyword}argument{} ({given} given)", plural(*most))
            }
            BindError::PositionalCount { count: 0, .. } => "takes no positional arguments".into(),
            BindError::PositionalCount { limit, count, given } => {
                let limit = match limit {
                    Limit::Exactly => "exactly",
                    Limit::AtLeast => "at least",
                    Limit::AtMost => "at most",
                };
                let s = plural(*count);
                format!("takes {limit} {count} positional argument{s} ({given} given)")
            }
            BindError::MissingArgument(parameter) => {
                let name = signature.name(*parameter);
                format!("missing required argument '{name}' (pos {})", parameter + 1)
            }
            BindError::NameAndPosition(parameter) => {
                let name = signature.name(*parameter);
                format!("given by name ('{name}') and position ({})", parameter + 1)
            }
        };
        out.extend_from_slice(text.as_bytes());
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn names<'a>(signature: &'a Signature, parameters: &[usize]) -> Vec<&'a str> {
    parameters.iter().map(|&parameter| signature.name(parameter)).collect()
}

fn missing(kind: &str, names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    };
    let count = names.len();
    format!("missing {count} required {kind} argument{}: {list}", plural(count))
}

fn too_many_positional(
    at_least: Option<isize>,
    at_most: usize,
    given: usize,
    keyword_only_given: usize,
) -> String {
    let (takes, s) = match at_least {
        Some(least) => (format!("from {least} to {at_most}"), "s"),
        None => (at_most.to_string(), plural(at_most)),
    };
    let (keyword_only, verb) = match keyword_only_given {
        0 => (String::new(), if given == 1 { "was" } else { "were" }),
        n => {
            let positional = format!(" positional argument{}", plural(given));
            (format!("{positional} (and {n} keyword-only argument{})", plural(n)), "were")
        }
    };
    format!("takes {takes} positional argument{s} but {given}{keyword_only} {verb} given")
}

fn unexpected(out: &mut Vec<u8>, signature: &Signature, keyword: &[u8]) {
    let counts = signature.counts();
    let candidates =
        &signature.parameters()[counts.positional_only..counts.positional + counts.keyword_only];
    // Writing to a vector cannot fail.
    _ = write!(out, "got an unexpected keyword argument '");
    out.extend_from_slice(keyword);
    out.push(b'\'');
    if let Some(name) = suggest(keyword, candidates.iter().map(|p| p.name().as_bytes())) {
        out.extend_from_slice(b". Did you mean '");
        out.extend_from_slice(name);
        out.extend_from_slice(b"'?");
    }
}
