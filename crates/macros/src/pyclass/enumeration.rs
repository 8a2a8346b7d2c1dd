//! `#[pyclass]` on an enum without data.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, Fields, ItemEnum, LitStr, Result};

use super::{Options, class_impl, no_generics, own_rows, tracing};
use crate::method::{doc_of, take_attributes};

/// An enum without data: each variant is a class attribute.
pub(super) fn enumeration(options: Options, mut item: ItemEnum) -> Result<TokenStream> {
    no_generics(&item.generics)?;
    if let Some((_, span)) = options.flags.iter().find(|(name, _)| name == "generic") {
        return Err(Error::new(*span, "an enum cannot be `generic`"));
    }
    if let Some(span) = options.from_fields {
        return Err(Error::new(
            span,
            "the variants of an enum are made otherwise: by its attributes",
        ));
    }
    if item.variants.is_empty() {
        return Err(Error::new(item.span(), "a class needs a variant to have instances"));
    }
    if item.variants.iter().any(|variant| !matches!(variant.fields, Fields::Unit)) {
        return crate::variants::expand(options, item);
    }
    let objmodel = crate::objmodel();
    let class = &item.ident.clone();
    let doc = doc_of(&item.attrs);
    let name = options.name.clone().unwrap_or_else(|| class.unraw().to_string());
    let mut variants = Vec::new();
    for variant in &mut item.variants {
        let mut shown = variant.ident.unraw().to_string();
        if let Some(style) = &options.rename_all {
            shown = renamed(&shown, style)?;
        }
        for attribute in take_attributes(&mut variant.attrs) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("name") {
                    shown = meta.value()?.parse::<LitStr>()?.value();
                    return Ok(());
                }
                Err(meta.error("a variant has `name` alone"))
            })?;
        }
        variants.push((variant.ident.clone(), shown));
    }
    let trace = tracing(&quote!(#class), &objmodel, quote!(), quote!());
    let arms: Vec<_> = variants
        .iter()
        .map(|(variant, shown)| {
            let text = format!("{name}.{shown}");
            quote!(#class::#variant => #text)
        })
        .collect();
    let numbers: Vec<_> = variants
        .iter()
        .map(|(variant, _)| quote!(#class::#variant => #class::#variant as i64))
        .collect();
    let repr = quote!(match &*access { #(#arms,)* });
    let class_tokens = quote!(#class);
    let (mut functions, getset, slots) =
        own_rows(&options, &class_tokens, &[], &objmodel, Some(repr));
    let mut rows = Vec::new();
    for (variant, shown) in &variants {
        let function = format_ident!("__py_variant_{variant}");
        functions.extend(quote! {
            #[doc(hidden)]
            fn #function(rt: &mut #objmodel::Runtime) -> #objmodel::Result {
                rt.admit(#class::#variant)
            }
        });
        rows.push(quote!((#shown, #class::#function as #objmodel::types::spec::ComputeFn)));
    }
    functions.extend(quote! {
        #[doc(hidden)]
        fn __py_number(&self) -> i64 {
            match self { #(#numbers,)* }
        }
        #[doc(hidden)]
        fn __py_int(rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>) -> #objmodel::Result {
            let handle = #objmodel::native::glue::receiver::<#class>(rt, own, "")?;
            let number = #objmodel::native::glue::access(&handle, &*rt, "")?.__py_number();
            rt.int(number)
        }
    });
    let mut slots = slots;
    slots.push(quote!((#objmodel::slots::SlotId::NbInt, #objmodel::types::slot::SlotFn::Unary(#class::__py_int))));
    let computed = quote!(&[#(#rows),*]);
    let class_impl = class_impl(
        &options,
        &name,
        &class_tokens,
        &doc,
        (functions, getset, slots),
        &objmodel,
        Some(computed),
        class.span(),
    );
    Ok(quote!(#item #trace #class_impl))
}

/// A name in another style.
pub(crate) fn renamed(name: &str, style: &LitStr) -> Result<String> {
    let mut words: Vec<String> = Vec::new();
    for character in name.chars() {
        match words.last_mut() {
            Some(word) if !character.is_uppercase() && character != '_' => word.push(character),
            _ if character == '_' => words.push(String::new()),
            _ => words.push(character.to_lowercase().collect()),
        }
    }
    let words: Vec<String> =
        words.into_iter().map(|word| word.to_lowercase()).filter(|word| !word.is_empty()).collect();
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect::<String>())
    };
    Ok(match &*style.value() {
        "snake_case" => words.join("_"),
        "SCREAMING_SNAKE_CASE" => words.join("_").to_uppercase(),
        "UPPERCASE" => words.concat().to_uppercase(),
        "lowercase" => words.concat(),
        "kebab-case" => words.join("-"),
        "PascalCase" => words.iter().map(capital).collect(),
        "camelCase" => {
            let pascal: String = words.iter().map(capital).collect();
            let mut letters = pascal.chars();
            letters
                .next()
                .map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
        }
        other => {
            let message = format!(
                "unknown style `{other}`: `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `PascalCase`, `lowercase`, `UPPERCASE`, `kebab-case`"
            );
            return Err(Error::new(style.span(), message));
        }
    })
}
