//! The expansion of `#[derive(Trace)]`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Field, Fields, Result};

/// The implementation of `Trace` for `input`.
pub(crate) fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let gc = crate_path(input)?;
    let variants = match &input.data {
        Data::Struct(data) => vec![(quote!(Self), &data.fields)],
        Data::Enum(data) => data
            .variants
            .iter()
            .map(|variant| {
                let name = &variant.ident;
                (quote!(Self::#name), &variant.fields)
            })
            .collect(),
        Data::Union(data) => {
            let message = "a union cannot tell which of its fields holds values";
            return Err(Error::new(data.union_token.span, message));
        }
    };
    let mut trace = Vec::new();
    let mut clear = Vec::new();
    let mut leaves = Vec::new();
    for (path, fields) in variants {
        let mut bindings = Vec::new();
        let mut traced = Vec::new();
        let mut cleared = Vec::new();
        for (index, field) in fields.iter().enumerate() {
            let ty = &field.ty;
            if is_leaf(field)? {
                leaves.push(quote_spanned!(ty.span()=> leaf::<#ty>();));
                continue;
            }
            let binding = format_ident!("field{index}");
            let member = match (&field.ident, fields) {
                (Some(name), Fields::Named(_)) => quote!(#name),
                _ => {
                    let index = syn::Index::from(index);
                    quote!(#index)
                }
            };
            bindings.push(quote!(#member: #binding));
            traced.push(quote_spanned!(ty.span()=> #gc::Trace::trace(#binding, visitor);));
            cleared.push(quote_spanned!(ty.span()=> #gc::Trace::clear(#binding, sink);));
        }
        trace.push(quote!(#path { #(#bindings,)* .. } => { #(#traced)* }));
        clear.push(quote!(#path { #(#bindings,)* .. } => { #(#cleared)* }));
    }
    let (trace, clear) = if trace.is_empty() {
        (quote!(match *self {}), quote!(match *self {}))
    } else {
        (quote!(match self { #(#trace)* }), quote!(match self { #(#clear)* }))
    };
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(#gc::Trace));
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let name = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #impl_generics #gc::Trace for #name #type_generics #where_clause {
            #[allow(unused_variables)]
            fn trace(&self, visitor: &mut #gc::Visitor<'_>) {
                #[allow(dead_code)]
                fn leaf<T: ::core::marker::Send + ?::core::marker::Sized>() {}
                #(#leaves)*
                #trace
            }
            #[allow(unused_variables)]
            fn clear(&mut self, sink: &mut #gc::ClearSink) {
                #clear
            }
        }
    })
}

/// Whether the crate that is compiled names the heap's crate among what it depends on.
fn depends_on_heap() -> bool {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map(|folder| std::path::Path::new(&folder).join("Cargo.toml"))
        .and_then(|path| std::fs::read_to_string(path).ok())
        .unwrap_or_default();
    let own = std::env::var("CARGO_PKG_NAME").is_ok_and(|name| name == "objmodel-gc");
    own || manifest.contains("\nobjmodel-gc") || manifest.contains("dependencies.objmodel-gc]")
}

/// Where the trait is, or what `#[trace(crate = path)]` says.
fn crate_path(input: &DeriveInput) -> Result<syn::Path> {
    let mut path = match depends_on_heap() {
        true => syn::parse_quote!(::objmodel_gc),
        false => syn::parse_quote!(::objmodel::gc),
    };
    for attribute in &input.attrs {
        if attribute.path().is_ident("trace") {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("crate") {
                    path = meta.value()?.parse()?;
                    Ok(())
                } else {
                    Err(meta.error("the only option of `trace` here is `crate = path`"))
                }
            })?;
        }
    }
    Ok(path)
}

fn is_leaf(field: &Field) -> Result<bool> {
    let mut leaf = false;
    for attribute in &field.attrs {
        if attribute.path().is_ident("trace") {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("leaf") {
                    leaf = true;
                    Ok(())
                } else {
                    Err(meta.error("the only option of `trace` is `leaf`"))
                }
            })?;
        }
    }
    Ok(leaf)
}
