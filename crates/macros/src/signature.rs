//! `#[pyo3(signature = (a, b=1, /, *args, c=None, **kwargs))]`: its text for the runtime, its defaults in Rust.

use objmodel_slots::Signature;
use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, Lit, Result, Token};

/// One entry of a signature.
enum Entry {
    Slash,
    Star,
    Parameter { stars: usize, name: Ident, default: Option<Box<Expr>> },
}

/// A signature as it is written.
pub(crate) struct Written {
    entries: Vec<Entry>,
    span: Span,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Written> {
        let span = input.span();
        let content;
        syn::parenthesized!(content in input);
        let mut entries = Vec::new();
        while !content.is_empty() {
            entries.push(entry(&content)?);
            if content.is_empty() {
                break;
            }
            content.parse::<Token![,]>()?;
        }
        Ok(Written { entries, span })
    }
}

fn entry(input: ParseStream<'_>) -> Result<Entry> {
    if input.parse::<Option<Token![/]>>()?.is_some() {
        return Ok(Entry::Slash);
    }
    let mut stars = 0;
    while input.parse::<Option<Token![*]>>()?.is_some() {
        stars += 1;
    }
    if stars == 1 && (input.is_empty() || input.peek(Token![,])) {
        return Ok(Entry::Star);
    }
    let name = input.call(Ident::parse_any)?;
    let default = match input.parse::<Option<Token![=]>>()? {
        Some(_) => Some(Box::new(input.parse()?)),
        None => None,
    };
    Ok(Entry::Parameter { stars, name, default })
}

/// What a function is called with: parameters in the order in which their arguments arrive.
pub(crate) struct Bound {
    /// In Python syntax, without the receiver: `a, b=1, /`.
    inner: String,
    /// Name, default, and whether it gathers the rest.
    pub(crate) parameters: Vec<Parameter>,
    /// How many of them are positional-only.
    positional_only: usize,
}

/// A parameter of a signature.
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) default: Option<Expr>,
    pub(crate) gathers: Gathers,
}

/// What a parameter takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gathers {
    One,
    Positional,
    Keywords,
}

impl Bound {
    /// The signature of parameters that are all required and may be given by name.
    pub(crate) fn required(names: &[Ident]) -> Bound {
        let parameters = names.iter().map(|name| Parameter {
            name: name.unraw().to_string(),
            default: None,
            gathers: Gathers::One,
        });
        let parameters: Vec<Parameter> = parameters.collect();
        let inner: Vec<&str> = parameters.iter().map(|parameter| &*parameter.name).collect();
        Bound { inner: inner.join(", "), parameters, positional_only: 0 }
    }

    /// The written signature of a function with these parameters.
    pub(crate) fn of(written: &Written, names: &[Ident]) -> Result<Bound> {
        let mut inner = Vec::new();
        let mut by_name = Vec::new();
        for entry in &written.entries {
            inner.push(match entry {
                Entry::Slash => "/".to_owned(),
                Entry::Star => "*".to_owned(),
                Entry::Parameter { stars, name, default } => {
                    let text = name.unraw().to_string();
                    if !names.iter().any(|other| other.unraw() == text.as_str()) {
                        let message = format!("the function has no parameter `{text}`");
                        return Err(Error::new(name.span(), message));
                    }
                    by_name.push((text.clone(), default.as_deref().cloned(), *stars));
                    let default = default.as_ref().map(|default| format!("={}", shown(default)));
                    format!("{}{text}{}", "*".repeat(*stars), default.unwrap_or_default())
                }
            });
        }
        let inner = inner.join(", ");
        // A slash that comes first stands behind the receiver.
        let text = match written.entries.first() {
            Some(Entry::Slash) => format!("($self, {inner})"),
            _ => format!("({inner})"),
        };
        let parsed = Signature::parse_owned(&text);
        let parsed = parsed.map_err(|error| {
            Error::new(written.span, format!("the signature does not parse: {error}"))
        })?;
        let mut parameters = Vec::new();
        for parameter in parsed.parameters() {
            let found = by_name.iter().find(|(name, ..)| name == parameter.name());
            let Some((name, default, stars)) = found else { continue };
            let gathers = match stars {
                0 => Gathers::One,
                1 => Gathers::Positional,
                _ => Gathers::Keywords,
            };
            parameters.push(Parameter { name: name.clone(), default: default.clone(), gathers });
        }
        for name in names {
            if !parameters.iter().any(|parameter| name.unraw() == parameter.name.as_str()) {
                let message = format!("the signature lacks the parameter `{}`", name.unraw());
                return Err(Error::new(name.span(), message));
            }
        }
        let positional_only = parsed.counts().positional_only;
        Ok(Bound { inner, parameters, positional_only })
    }

    /// Whether each parameter is one argument that has no name for callers.
    pub(crate) fn is_positional(&self) -> bool {
        self.positional_only == self.parameters.len()
    }

    /// The text with a receiver: `($self, a, b=1)`.
    pub(crate) fn text(&self, receiver: Option<&str>) -> String {
        match (receiver, &*self.inner) {
            (None, inner) => format!("({inner})"),
            (Some(receiver), "") => format!("({receiver}, /)"),
            (Some(receiver), inner) => format!("({receiver}, {inner})"),
        }
    }
}

/// A default as Python would write it, if it is a literal.
fn shown(default: &Expr) -> String {
    match default {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Bool(truth) => if truth.value { "True" } else { "False" }.to_owned(),
            Lit::Str(text) => {
                format!("'{}'", text.value().replace('\\', "\\\\").replace('\'', "\\'"))
            }
            Lit::Char(character) => format!("'{}'", character.value()),
            Lit::Int(number) => number.base10_digits().to_owned(),
            Lit::Float(number) => number.base10_digits().to_owned(),
            _ => "...".to_owned(),
        },
        Expr::Path(path) if path.path.is_ident("None") => "None".to_owned(),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => match &*unary.expr {
            literal @ Expr::Lit(_) => format!("-{}", shown(literal)),
            _ => "...".to_owned(),
        },
        _ => "...".to_owned(),
    }
}

/// The text that `text_signature = "..."` gives, if it parses.
pub(crate) fn checked_text(text: &syn::LitStr) -> Result<String> {
    let value = text.value();
    match Signature::parse_owned(&value) {
        Ok(_) => Ok(value),
        Err(error) => {
            Err(Error::new(text.span(), format!("the text signature does not parse: {error}")))
        }
    }
}
