//! `#[derive(IntoPyObject)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Fields, LitStr, Result};

use crate::from_object::Container;

/// What stands on a field.
#[derive(Default)]
struct Options {
    /// `item("key")`.
    key: Option<String>,
    /// `into_py_with = function`.
    with: Option<syn::Expr>,
}

impl Options {
    fn read(field: &syn::Field) -> Result<Options> {
        let mut options = Options::default();
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("pyo3")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("into_py_with") {
                    options.with = Some(meta.value()?.parse()?);
                } else if !meta.path.is_ident("item") {
                    return Err(meta.error("a field has `item` and `into_py_with`"));
                } else if meta.input.peek(syn::token::Paren) {
                    let content;
                    syn::parenthesized!(content in meta.input);
                    options.key = Some(content.parse::<LitStr>()?.value());
                }
                Ok(())
            })?;
        }
        Ok(options)
    }
}

/// A pattern of the fields of `path`, and the object that they become.
fn made(
    path: TokenStream,
    fields: &Fields,
    container: &Container,
) -> Result<(TokenStream, TokenStream)> {
    let objmodel = crate::objmodel();
    let options: Vec<Options> = fields.iter().map(Options::read).collect::<Result<_>>()?;
    let into = |number: usize, field: &syn::Ident| match &options[number].with {
        Some(function) => quote!((#function)(#field, rt)),
        None => quote!(#objmodel::native::IntoPyObject::into_py_object(#field, rt)),
    };
    Ok(match fields {
        Fields::Unit => return Err(Error::new(fields.span(), "a unit becomes no object")),
        Fields::Unnamed(unnamed) => {
            let names: Vec<_> =
                (0..unnamed.unnamed.len()).map(|number| format_ident!("part{number}")).collect();
            let value = match &names[..] {
                [one] => into(0, one),
                names => {
                    let parts = names.iter().enumerate().map(|(number, name)| into(number, name));
                    quote!({
                        let parts = [#(#parts?),*];
                        rt.tuple(parts.into_iter()).map(#objmodel::Gc::into_value)
                    })
                }
            };
            (quote!(#path(#(#names),*)), value)
        }
        Fields::Named(named) => {
            let names: Vec<_> =
                named.named.iter().filter_map(|field| field.ident.clone()).collect();
            let value = match (&names[..], container.transparent) {
                ([one], true) => into(0, one),
                (_, true) => {
                    let message = "what is transparent has one field";
                    return Err(Error::new(named.span(), message));
                }
                _ => {
                    let mut keys = Vec::new();
                    for (ident, options) in names.iter().zip(&options) {
                        keys.push(match &options.key {
                            Some(key) => key.clone(),
                            None => container.name(&ident.unraw().to_string())?,
                        });
                    }
                    let values = names.iter().enumerate().map(|(number, name)| into(number, name));
                    quote!({
                        let dict = rt.dict()?;
                        #({
                            let value = #values?;
                            let key = rt.intern(#keys)?;
                            rt.dict_set_name(&dict, &key, value)?;
                        })*
                        ::std::result::Result::Ok(dict.into_value())
                    })
                }
            };
            (quote!(#path { #(#names),* }), value)
        }
    })
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let name = &input.ident;
    crate::no_type_parameters(&input.generics)?;
    let body = match &input.data {
        Data::Struct(data) => {
            let (pattern, value) =
                made(quote!(#name), &data.fields, &Container::read(&input.attrs)?)?;
            quote!(let #pattern = self; #value)
        }
        Data::Enum(data) => {
            let mut arms = Vec::new();
            for variant in &data.variants {
                let ident = &variant.ident;
                let container = Container::read(&variant.attrs)?;
                let (pattern, value) = made(quote!(#name::#ident), &variant.fields, &container)?;
                arms.push(quote!(#pattern => #value));
            }
            quote!(match self { #(#arms,)* })
        }
        Data::Union(data) => {
            return Err(Error::new(data.union_token.span, "a union becomes no object"));
        }
    };
    Ok(quote! {
        #[automatically_derived]
        impl #objmodel::native::IntoPyObject for #name {
            fn into_py_object(self, rt: &mut #objmodel::Runtime) -> #objmodel::Result {
                #body
            }
        }
    })
}
