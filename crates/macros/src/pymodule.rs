//! `#[pymodule]`: a module of classes and functions.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, Ident, Item, ItemFn, ItemMod, LitStr, Result, UseTree};

use crate::method::doc_of;

/// The Rust module or function, and how it is installed.
pub(crate) fn expand(options: TokenStream, item: Item) -> Result<TokenStream> {
    let mut name = None;
    if !options.is_empty() {
        let parser = syn::meta::parser(|meta| {
            if meta.path.is_ident("name") {
                name = Some(meta.value()?.parse::<LitStr>()?.value());
                return Ok(());
            }
            // What PyO3 says of the interpreter's lock, and of modules inside others, holds here anyway.
            if meta.path.is_ident("gil_used") {
                return meta.value()?.parse::<syn::LitBool>().map(drop);
            }
            if meta.path.is_ident("submodule") {
                return Ok(());
            }
            Err(meta.error("a module has `name`, `gil_used` and `submodule`"))
        });
        syn::parse::Parser::parse2(parser, options)?;
    }
    match item {
        Item::Mod(item) => module(name, item),
        Item::Fn(item) => function(name, item),
        other => Err(Error::new(other.span(), "a module is a `mod` with a body, or a function")),
    }
}

fn has(attributes: &[syn::Attribute], name: &str) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().segments.last().is_some_and(|last| last.ident == name))
}

fn module(name: Option<String>, mut item: ItemMod) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let name = name.unwrap_or_else(|| item.ident.unraw().to_string());
    let doc = doc_of(&item.attrs);
    let Some((_, items)) = &mut item.content else {
        return Err(Error::new(item.span(), "the module's body has to stand here"));
    };
    let mut steps = TokenStream::new();
    for member in items.iter_mut() {
        match member {
            Item::Use(of) if has(&of.attrs, EXPORT) => {
                of.attrs.retain(|attribute| !attribute.path().is_ident(EXPORT));
                let mut names = Vec::new();
                exported(&of.tree, &mut names)?;
                for name in names {
                    steps.extend(quote!(#name::__py_export(rt, &module, name)?;));
                }
            }
            Item::Const(of) if has(&of.attrs, EXPORT) => {
                let shown = constant_name(&mut of.attrs)?;
                let rust = &of.ident;
                let shown = shown.unwrap_or_else(|| rust.unraw().to_string());
                steps.extend(quote! {
                    #objmodel::native::module::add_constant(rt, &module, #shown, #rust)?;
                });
            }
            Item::Struct(of) if has(&of.attrs, "pyclass") => {
                let class = &of.ident;
                steps.extend(quote!(#objmodel::native::module::add_class::<#class>(rt, &module)?;));
            }
            Item::Enum(of) if has(&of.attrs, "pyclass") => {
                let class = &of.ident;
                steps.extend(quote!(#objmodel::native::module::add_class::<#class>(rt, &module)?;));
            }
            Item::Mod(of) if has(&of.attrs, "pymodule") => {
                let inner = &of.ident;
                steps.extend(quote!(#inner::install_into(rt, &module, name)?;));
            }
            Item::Fn(of) if has(&of.attrs, "pyfunction") => {
                let function = &of.sig.ident;
                steps.extend(quote! {
                    #objmodel::native::module::add_function(rt, &module, const { &#function::SPEC })?;
                });
            }
            Item::Fn(of) if has(&of.attrs, "pymodule_init") => {
                of.attrs.retain(|attribute| !attribute.path().is_ident("pymodule_init"));
                let function = &of.sig.ident;
                steps.extend(quote!(#function(rt, &module)?;));
            }
            _ => {}
        }
    }
    let install = install(&name, &doc, steps, &objmodel);
    items.extend(syn::parse2::<syn::File>(install)?.items);
    Ok(quote!(#item))
}

/// What makes an item of another place one of the module.
const EXPORT: &str = "pymodule_export";

/// The names by which a `use` brings items in.
fn exported(tree: &UseTree, names: &mut Vec<Ident>) -> Result<()> {
    match tree {
        UseTree::Path(path) => exported(&path.tree, names),
        UseTree::Name(name) => {
            names.push(name.ident.clone());
            Ok(())
        }
        UseTree::Rename(renamed) => {
            names.push(renamed.rename.clone());
            Ok(())
        }
        UseTree::Group(group) => group.items.iter().try_for_each(|tree| exported(tree, names)),
        UseTree::Glob(glob) => {
            Err(Error::new(glob.span(), "name the items: what a `*` stands for is not known here"))
        }
    }
}

/// The name that `#[pyo3(name = "...")]` gives a constant; takes what is the macro's off it.
fn constant_name(attributes: &mut Vec<syn::Attribute>) -> Result<Option<String>> {
    attributes.retain(|attribute| !attribute.path().is_ident(EXPORT));
    let mut name = None;
    for attribute in crate::method::take_attributes(attributes) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("name") {
                name = Some(meta.value()?.parse::<LitStr>()?.value());
                return Ok(());
            }
            Err(meta.error("a constant has `name` alone"))
        })?;
    }
    Ok(name)
}

/// The functions of a module that install it: by itself, or as part of another one.
fn install(name: &str, doc: &str, steps: TokenStream, objmodel: &TokenStream) -> TokenStream {
    quote! {
        /// Makes the module and puts it where `import` finds it.
        ///
        /// # Errors
        /// `MemoryError`; what filling it raises.
        #[allow(unreachable_pub, dead_code)]
        pub fn install(rt: &mut #objmodel::Runtime) -> #objmodel::Result {
            install_as(rt, #name)
        }

        #[doc(hidden)]
        #[allow(unreachable_pub, missing_docs)]
        pub fn install_as(rt: &mut #objmodel::Runtime, name: &str) -> #objmodel::Result {
            let module = #objmodel::native::module::new(rt, name, #doc)?;
            #steps
            ::std::result::Result::Ok(module)
        }

        #[doc(hidden)]
        #[allow(unreachable_pub, missing_docs, dead_code)]
        pub fn install_into(
            rt: &mut #objmodel::Runtime,
            parent: &#objmodel::Value,
            name: &str,
        ) -> #objmodel::Result<()> {
            let module = install_as(rt, &::std::format!("{name}.{}", #name))?;
            rt.setattr(parent, #name, &module)
        }

        #[doc(hidden)]
        #[allow(unreachable_pub, missing_docs, dead_code)]
        pub fn __py_export(
            rt: &mut #objmodel::Runtime,
            parent: &#objmodel::Value,
            name: &str,
        ) -> #objmodel::Result<()> {
            install_into(rt, parent, name)
        }
    }
}

fn function(name: Option<String>, item: ItemFn) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let name = name.unwrap_or_else(|| item.sig.ident.unraw().to_string());
    if item.sig.inputs.len() != 2 {
        let message =
            "a module's function is `fn name(rt: &mut Runtime, module: &Value) -> Result<()>`";
        return Err(Error::new(item.sig.inputs.span(), message));
    }
    let (doc, ident, visibility) = (doc_of(&item.attrs), &item.sig.ident, &item.vis);
    let install = install(&name, &doc, quote!(super::#ident(rt, &module)?;), &objmodel);
    Ok(quote! {
        #item

        #[doc(hidden)]
        #[allow(unreachable_pub)]
        #visibility mod #ident {
            #install
        }
    })
}
