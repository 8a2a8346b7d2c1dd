//! `#[derive(FromPyObject)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Error, Fields, LitStr, Result};

/// How a field is found in the object.
enum From {
    Attribute(String),
    Item(TokenStream),
}

/// What `#[pyo3(...)]` says on a field.
struct Options {
    from: Option<From>,
    default: Option<TokenStream>,
    with: Option<TokenStream>,
}

/// What `#[pyo3(...)]` says on a struct or a variant.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) transparent: bool,
    /// Fields without a word of their own are items.
    from_item_all: bool,
    /// The style of the names in Python.
    rename_all: Option<LitStr>,
}

impl Container {
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Container> {
        let mut container = Container::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("pyo3")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("transparent") {
                    container.transparent = true;
                } else if meta.path.is_ident("from_item_all") {
                    container.from_item_all = true;
                } else if meta.path.is_ident("rename_all") {
                    container.rename_all = Some(meta.value()?.parse()?);
                } else if meta.path.is_ident("annotation") {
                    meta.value()?.parse::<LitStr>()?;
                } else {
                    return Err(meta.error(
                        "here there are `transparent`, `from_item_all`, `rename_all` and `annotation`",
                    ));
                }
                Ok(())
            })?;
        }
        Ok(container)
    }

    /// What a field is called in Python, if it has no other name.
    pub(crate) fn name(&self, field: &str) -> Result<String> {
        match &self.rename_all {
            Some(style) => crate::pyclass::renamed(field, style),
            None => Ok(field.to_owned()),
        }
    }
}

fn options(attributes: &[Attribute], name: Option<String>) -> Result<Options> {
    let mut options = Options { from: None, default: None, with: None };
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("pyo3")) {
        attribute.parse_nested_meta(|meta| {
            let own =
                || name.clone().ok_or_else(|| meta.error("a field without a name needs one here"));
            if meta.path.is_ident("attribute") {
                let name = match meta.input.peek(syn::token::Paren) {
                    true => {
                        let content;
                        syn::parenthesized!(content in meta.input);
                        content.parse::<LitStr>()?.value()
                    }
                    false => own()?,
                };
                options.from = Some(From::Attribute(name));
            } else if meta.path.is_ident("item") {
                let key = match meta.input.peek(syn::token::Paren) {
                    true => {
                        let content;
                        syn::parenthesized!(content in meta.input);
                        let key: syn::Expr = content.parse()?;
                        quote!(#key)
                    }
                    false => {
                        let name = own()?;
                        quote!(#name)
                    }
                };
                options.from = Some(From::Item(key));
            } else if meta.path.is_ident("default") {
                options.default = Some(match meta.input.peek(syn::Token![=]) {
                    true => {
                        let value: syn::Expr = meta.value()?.parse()?;
                        quote!(#value)
                    }
                    false => quote!(::std::default::Default::default()),
                });
            } else if meta.path.is_ident("from_py_with") {
                let function: syn::Expr = meta.value()?.parse()?;
                options.with = Some(quote!(#function));
            } else {
                return Err(
                    meta.error("a field has `attribute`, `item`, `default` and `from_py_with`")
                );
            }
            Ok(())
        })?;
    }
    Ok(options)
}

/// An expression that reads the fields of `path` from `value`, or returns an error.
fn read(
    path: TokenStream,
    fields: &Fields,
    container: &Container,
    label: &str,
) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let extract = |ty: &syn::Type, value: TokenStream, options: &Options, name: &str| {
        let ty = crate::argument::without_lifetimes(ty);
        let read = match &options.with {
            Some(function) => quote!((#function)(#value, rt)),
            None => quote!(<#ty as #objmodel::native::FromPyObject>::extract(#value, rt)),
        };
        quote!(#read.map_err(|raise| #objmodel::native::glue::for_field(rt, raise, #label, #name))?)
    };
    Ok(match fields {
        Fields::Unit => {
            return Err(Error::new(fields.span(), "there is nothing to read of a unit"));
        }
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            let ty = crate::argument::without_lifetimes(&unnamed.unnamed[0].ty);
            quote!(#path(<#ty as #objmodel::native::FromPyObject>::extract(value, rt)?))
        }
        Fields::Unnamed(unnamed) => {
            let count = unnamed.unnamed.len();
            let names: Vec<_> = (0..count).map(|number| format_ident!("part{number}")).collect();
            let mut parts = Vec::new();
            for (number, (field, name)) in unnamed.unnamed.iter().zip(&names).enumerate() {
                let options = options(&field.attrs, None)?;
                parts.push(extract(
                    &field.ty,
                    quote!(#name.as_ref()),
                    &options,
                    &number.to_string(),
                ));
            }
            quote!({
                let [#(#names),*] = #objmodel::native::from_object::parts::<#count>(value, rt)?;
                #path(#(#parts),*)
            })
        }
        Fields::Named(named) if container.transparent => {
            let [field] = &named.named.iter().collect::<Vec<_>>()[..] else {
                let message = "what is transparent has one field";
                return Err(Error::new(named.span(), message));
            };
            let (name, ty) = (&field.ident, crate::argument::without_lifetimes(&field.ty));
            quote!(#path { #name: <#ty as #objmodel::native::FromPyObject>::extract(value, rt)? })
        }
        Fields::Named(named) => {
            let mut parts = Vec::new();
            for field in &named.named {
                let Some(ident) = &field.ident else { continue };
                let name = container.name(&ident.unraw().to_string())?;
                let mut options = options(&field.attrs, Some(name.clone()))?;
                if options.from.is_none() && container.from_item_all {
                    options.from = Some(From::Item(quote!(#name)));
                }
                let found = match &options.from {
                    Some(From::Item(key)) => quote! {{
                        let key = rt.admit(#key)?;
                        rt.get_item(value, &key)
                    }},
                    Some(From::Attribute(name)) => {
                        quote!(#objmodel::native::glue::attribute(rt, value, #name))
                    }
                    None => quote!(#objmodel::native::glue::attribute(rt, value, #name)),
                };
                let read = extract(&field.ty, quote!(found.as_ref()), &options, &name);
                parts.push(match &options.default {
                    Some(default) => quote!(#ident: match #found {
                        ::std::result::Result::Ok(found) => #read,
                        ::std::result::Result::Err(raise) => {
                            #objmodel::native::glue::missing(rt, raise)?;
                            #default
                        }
                    }),
                    None => quote!(#ident: { let found = #found?; #read }),
                });
            }
            quote!(#path { #(#parts),* })
        }
    })
}

pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let name = &input.ident;
    crate::no_type_parameters(&input.generics)?;
    let body = match &input.data {
        Data::Struct(data) => {
            let container = Container::read(&input.attrs)?;
            let read = read(quote!(#name), &data.fields, &container, &name.to_string())?;
            quote!(::std::result::Result::Ok(#read))
        }
        Data::Enum(data) if data.variants.is_empty() => {
            return Err(Error::new(input.span(), "an enum needs a variant to be read as"));
        }
        Data::Enum(data) => {
            let mut attempts = TokenStream::new();
            for variant in &data.variants {
                let ident = &variant.ident;
                let container = Container::read(&variant.attrs)?;
                let label = format!("{name}.{ident}");
                let read = read(quote!(#name::#ident), &variant.fields, &container, &label)?;
                let shown = ident.to_string();
                attempts.extend(quote! {
                    match (|rt: &mut #objmodel::Runtime| -> #objmodel::Result<Self> {
                        ::std::result::Result::Ok(#read)
                    })(rt) {
                        ::std::result::Result::Ok(found) => return ::std::result::Result::Ok(found),
                        ::std::result::Result::Err(raise) => {
                            reasons.push((#shown, #objmodel::native::glue::reason(rt, raise)?));
                        }
                    }
                });
            }
            let label = name.to_string();
            quote! {
                let mut reasons: ::std::vec::Vec<(&str, ::std::string::String)> = ::std::vec::Vec::new();
                #attempts
                ::std::result::Result::Err(#objmodel::native::glue::no_variant(rt, value, #label, &reasons))
            }
        }
        Data::Union(data) => {
            return Err(Error::new(data.union_token.span, "a union cannot be read from an object"));
        }
    };
    Ok(quote! {
        #[automatically_derived]
        impl #objmodel::native::FromPyObject<'_> for #name {
            fn extract(
                value: #objmodel::Borrowed<'_>,
                rt: &mut #objmodel::Runtime,
            ) -> #objmodel::Result<Self> {
                #body
            }
        }
    })
}
