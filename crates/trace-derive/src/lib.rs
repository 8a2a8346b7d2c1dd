//! `#[derive(Trace)]`: which values a Rust value holds.
#![forbid(unsafe_code)]

mod trace;

/// Implements `objmodel_gc::Trace` for a struct or an enum, field by field.
///
/// Every field's type must implement `Trace`. A field marked `#[trace(leaf)]` is skipped; its type
/// must be `Send` instead, which no type that can hold a `Value` is. So a field that could hold a
/// value and is not traced does not compile.
///
/// The trait is found in `objmodel_gc`, or through `objmodel` if the crate does not depend on that by
/// itself; `#[trace(crate = path)]` says where else.
#[proc_macro_derive(Trace, attributes(trace))]
pub fn derive_trace(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    trace::expand(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}
