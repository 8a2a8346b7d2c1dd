//! The options of `#[pyclass(...)]`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, LitStr, Path, Result, Token};

/// The options of `#[pyclass(...)]`.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) name: Option<String>,
    pub(crate) module: Option<String>,
    pub(crate) extends: Option<Path>,
    pub(crate) flags: Vec<(String, Span)>,
    pub(super) shown: Option<LitStr>,
    pub(crate) rename_all: Option<LitStr>,
    /// `new = "from_fields"`: the constructor takes the fields.
    pub(crate) from_fields: Option<Span>,
    /// `payload = Type`: the item stands for a class whose instances hold that type of another crate.
    pub(crate) payload: Option<Path>,
    /// `external_bytes = function`: the bytes of the buffers that a payload was charged for.
    pub(crate) external_bytes: Option<Path>,
    /// `spec(field = value)`: what the table says besides.
    pub(crate) spec: Vec<(Ident, Expr)>,
}

/// Options without a value.
const FLAGS: &[&str] = &[
    "subclass",
    "frozen",
    "weakref",
    "generic",
    "dict",
    "mapping",
    "sequence",
    "both",
    "leaf",
    "get_all",
    "set_all",
    "eq",
    "eq_int",
    "ord",
    "hash",
    "str",
    "gc",
    "unsendable",
    "from_py_object",
    "skip_from_py_object",
    "immutable_type",
    "final",
];

impl Parse for Options {
    fn parse(input: ParseStream<'_>) -> Result<Options> {
        let mut options = Options::default();
        while !input.is_empty() {
            let name = input.call(Ident::parse_any)?;
            match &*name.to_string() {
                "name" => {
                    input.parse::<Token![=]>()?;
                    options.name = Some(input.parse::<LitStr>()?.value());
                }
                "module" => {
                    input.parse::<Token![=]>()?;
                    options.module = Some(input.parse::<LitStr>()?.value());
                }
                "extends" => {
                    input.parse::<Token![=]>()?;
                    options.extends = Some(input.parse()?);
                }
                "rename_all" => {
                    input.parse::<Token![=]>()?;
                    options.rename_all = Some(input.parse()?);
                }
                "new" => {
                    input.parse::<Token![=]>()?;
                    let how: LitStr = input.parse()?;
                    if how.value() != "from_fields" {
                        return Err(Error::new(how.span(), "`new` can be `\"from_fields\"` alone"));
                    }
                    options.from_fields = Some(name.span());
                }
                "payload" => {
                    input.parse::<Token![=]>()?;
                    options.payload = Some(input.parse()?);
                }
                "external_bytes" => {
                    input.parse::<Token![=]>()?;
                    options.external_bytes = Some(input.parse()?);
                }
                "spec" => {
                    let content;
                    syn::parenthesized!(content in input);
                    while !content.is_empty() {
                        let field = content.parse()?;
                        content.parse::<Token![=]>()?;
                        options.spec.push((field, content.parse()?));
                        if content.is_empty() {
                            break;
                        }
                        content.parse::<Token![,]>()?;
                    }
                }
                "freelist" => {
                    input.parse::<Token![=]>()?;
                    input.parse::<syn::Expr>()?;
                }
                "str" if input.peek(Token![=]) => {
                    input.parse::<Token![=]>()?;
                    options.shown = Some(input.parse()?);
                    options.flags.push(("str".to_owned(), name.span()));
                }
                flag if FLAGS.contains(&flag) => {
                    options.flags.push((flag.to_owned(), name.span()));
                }
                other => {
                    let message = format!(
                        "unknown option `{other}`: there are `name`, `module`, `extends`, \
                         `rename_all`, `new`, `payload`, `external_bytes`, `spec`, `{}`",
                        FLAGS.join("`, `")
                    );
                    return Err(Error::new(name.span(), message));
                }
            }
            if input.is_empty() {
                break;
            }
            input.parse::<Token![,]>()?;
        }
        Ok(options)
    }
}

impl Options {
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|(name, _)| name == flag)
    }

    pub(super) fn check(&self) -> Result<()> {
        let span = |flag: &str| {
            self.flags
                .iter()
                .find(|(name, _)| name == flag)
                .map_or_else(Span::call_site, |(_, span)| *span)
        };
        for (flag, needs) in [("hash", "eq"), ("hash", "frozen"), ("ord", "eq")] {
            if self.has(flag) && !self.has(needs) {
                let message = format!("`{flag}` needs `{needs}` beside it");
                return Err(Error::new(span(flag), message));
            }
        }
        if let (Some(span), Some(_)) = (self.from_fields, &self.extends) {
            let message = "what extends another class makes that too: write `#[new]`";
            return Err(Error::new(span, message));
        }
        for (one, other) in [
            ("mapping", "sequence"),
            ("mapping", "both"),
            ("sequence", "both"),
            ("frozen", "set_all"),
            ("final", "subclass"),
        ] {
            if self.has(one) && self.has(other) {
                let message = format!("`{one}` and `{other}` exclude each other");
                return Err(Error::new(span(other), message));
            }
        }
        Ok(())
    }
}
