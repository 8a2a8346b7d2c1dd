//! `#[pyclass]` on an enum whose variants have data: each variant is a class that derives from the
//! enum's.

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, Fields, Ident, ImplItemFn, ItemEnum, LitStr, Result, Variant, parse_quote};

use crate::method::{Method, doc_of, take_attributes};
use crate::pyclass::{self, Options, renamed};
use crate::pymethods::Rows;

/// A variant as a class.
struct Class<'a> {
    variant: &'a Variant,
    /// The attribute of the enum's class, and its own name.
    attribute: String,
    constructor: Option<TokenTree>,
}

/// What a field is called in Rust's patterns, and in Python.
fn fields(variant: &Variant) -> Vec<(Ident, String, &syn::Type)> {
    let name = |(number, field): (usize, &'_ syn::Field)| match &field.ident {
        Some(name) => (name.clone(), name.unraw().to_string()),
        None => (format_ident!("_{number}"), format!("_{number}")),
    };
    let mut all = Vec::new();
    for (number, field) in variant.fields.iter().enumerate() {
        let (rust, python) = name((number, field));
        all.push((rust, python, &field.ty));
    }
    all
}

/// `Shape::Circle { radius }`, `Shape::Pair(_0, _1)`.
fn pattern(class: &Ident, variant: &Variant) -> TokenStream {
    let (ident, names) = (&variant.ident, fields(variant));
    let names = names.iter().map(|(name, ..)| name);
    match variant.fields {
        Fields::Named(_) => quote!(#class::#ident { #(#names),* }),
        _ => quote!(#class::#ident(#(#names),*)),
    }
}

fn check(options: &Options, item: &ItemEnum) -> Result<()> {
    for (flag, message) in [
        ("set_all", "an enum with data is frozen: nobody can set its fields"),
        ("eq_int", "variants with data have no numbers"),
        ("subclass", "variants are its subclasses: Python code cannot derive others"),
    ] {
        if let Some((_, span)) = options.flags.iter().find(|(name, _)| name == flag) {
            return Err(Error::new(*span, message));
        }
    }
    if let Some(base) = &options.extends {
        return Err(Error::new(base.span(), "an enum with data extends nothing"));
    }
    for variant in &item.variants {
        if matches!(variant.fields, Fields::Unit) {
            let name = &variant.ident;
            let message = format!(
                "variants with data are classes, and this one would be none: write `{name}()` or `{name} {{}}`"
            );
            return Err(Error::new(variant.span(), message));
        }
    }
    Ok(())
}

/// The enum, and what makes it and its variants classes.
pub(crate) fn expand(mut options: Options, mut item: ItemEnum) -> Result<TokenStream> {
    check(&options, &item)?;
    options.flags.push(("frozen".to_owned(), item.ident.span()));
    let objmodel = crate::objmodel();
    let glue = quote!(#objmodel::native::glue);
    let class = item.ident.clone();
    let class_tokens = quote!(#class);
    let name = options.name.clone().unwrap_or_else(|| class.unraw().to_string());
    let module = options.module.clone().unwrap_or_else(pyclass::crate_name);
    let mut named = Vec::new();
    for variant in &mut item.variants {
        let mut attribute = variant.ident.unraw().to_string();
        if let Some(style) = &options.rename_all {
            attribute = renamed(&attribute, style)?;
        }
        let mut constructor = None;
        for written in take_attributes(&mut variant.attrs) {
            written.parse_nested_meta(|meta| {
                if meta.path.is_ident("name") {
                    attribute = meta.value()?.parse::<LitStr>()?.value();
                } else if meta.path.is_ident("constructor") {
                    constructor = Some(meta.value()?.parse::<TokenTree>()?);
                } else {
                    return Err(meta.error("a variant has `name` and `constructor = (...)`"));
                }
                Ok(())
            })?;
        }
        named.push((attribute, constructor));
    }
    let classes: Vec<Class<'_>> = item
        .variants
        .iter()
        .zip(named)
        .map(|(variant, (attribute, constructor))| Class { variant, attribute, constructor })
        .collect();
    let (mut seen, mut emptied) = (TokenStream::new(), TokenStream::new());
    let (mut parts, mut arms, mut computed) = (TokenStream::new(), Vec::new(), Vec::new());
    for (number, of) in classes.iter().enumerate() {
        let pattern = pattern(&class, of.variant);
        let names: Vec<_> = fields(of.variant).into_iter().map(|(name, ..)| name).collect();
        seen.extend(quote!(#pattern => { #((&&&Seen(#names)).trace_field(visitor);)* }));
        emptied.extend(
            quote!(#pattern => { #((&mut &mut &mut Emptied(#names)).clear_field(sink);)* }),
        );
        parts.extend(of.expand(&class, &module, &objmodel)?);
        let (ident, constant) = (&of.variant.ident, of.constant());
        let found = quote!(#glue::variant::<#class, #number>(rt, #class::#constant));
        arms.push(quote!(#class::#ident { .. } => #found));
        let (attribute, function) = (&of.attribute, format_ident!("__py_variant_{ident}"));
        parts.extend(quote! {
            #[allow(non_snake_case)]
            impl #class {
                #[doc(hidden)]
                fn #function(rt: &mut #objmodel::Runtime) -> #objmodel::Result {
                    #found.map(#objmodel::Gc::into_value)
                }
            }
        });
        computed.push(quote!((#attribute, #class::#function as #objmodel::types::spec::ComputeFn)));
    }
    let trace = pyclass::tracing(
        &class_tokens,
        &objmodel,
        quote!(match self { #seen }),
        quote!(match self { #emptied }),
    );
    let class_impl = pyclass::class_impl(
        &options,
        &name,
        &class_tokens,
        &doc_of(&item.attrs),
        pyclass::own_rows(&options, &class_tokens, &[], &objmodel, None),
        &objmodel,
        Some(quote!(&[#(#computed),*])),
        class.span(),
    );
    Ok(quote! {
        #item
        #trace
        #class_impl
        #parts
        #[allow(unreachable_pub, clippy::all)]
        impl #class {
            #[doc(hidden)]
            pub const __PY_CLASS_FOR: ::std::option::Option<#glue::ClassForFn<#class>> =
                ::std::option::Option::Some(#class::__py_class_for);
            #[doc(hidden)]
            fn __py_class_for(&self, rt: &mut #objmodel::Runtime) -> #objmodel::Result<#objmodel::Type> {
                match self { #(#arms,)* }
            }
        }
    })
}

impl Class<'_> {
    /// The constant that describes the class.
    fn constant(&self) -> Ident {
        format_ident!("__PY_VARIANT_{}", self.variant.ident)
    }

    /// Its constructor, accessors of its fields, and for a tuple its items.
    fn methods(
        &self,
        class: &Ident,
        objmodel: &TokenStream,
    ) -> Result<(Vec<ImplItemFn>, Vec<Method>)> {
        let (ident, all) = (&self.variant.ident, fields(self.variant));
        let pattern = pattern(class, self.variant);
        let names: Vec<_> = all.iter().map(|(name, ..)| name).collect();
        let types: Vec<_> = all.iter().map(|(_, _, ty)| ty).collect();
        let signature = self.constructor.as_ref().map(|text| quote!(#[pyo3(signature = #text)]));
        let mut functions: Vec<ImplItemFn> = vec![parse_quote! {
            #[new]
            #signature
            fn new(#(#names: #types),*) -> #class {
                #pattern
            }
        }];
        for (name, python, ty) in &all {
            functions.push(parse_quote! {
                #[getter(#python)]
                fn get(&self, rt: &#objmodel::Runtime) -> #objmodel::Result<#ty> {
                    #[allow(unused_variables, unreachable_patterns)]
                    match self {
                        #pattern => ::std::result::Result::Ok(::std::clone::Clone::clone(#name)),
                        _ => ::std::result::Result::Err(#objmodel::native::glue::other_variant(rt)),
                    }
                }
            });
        }
        if matches!(self.variant.fields, Fields::Unnamed(_)) {
            let count = all.len();
            let numbers = 0..count;
            functions.push(parse_quote! {
                fn __len__(&self) -> usize {
                    #count
                }
            });
            functions.push(parse_quote! {
                fn __getitem__(&self, rt: &mut #objmodel::Runtime, index: usize) -> #objmodel::Result {
                    #[allow(unused_variables, unreachable_patterns)]
                    match self {
                        #pattern => match index {
                            #(#numbers => rt.admit(::std::clone::Clone::clone(#names)),)*
                            _ => ::std::result::Result::Err(rt.index_error("tuple index out of range")),
                        },
                        _ => ::std::result::Result::Err(#objmodel::native::glue::other_variant(rt)),
                    }
                }
            });
        }
        let mut methods = Vec::new();
        for (number, function) in functions.iter_mut().enumerate() {
            let mut method = Method::read(function)?;
            method.rust_name = format_ident!("__py_{ident}_method_{number}");
            function.sig.ident = method.rust_name.clone();
            methods.push(method);
        }
        Ok((functions, methods))
    }

    /// The functions, and the constant that describes the class.
    fn expand(&self, class: &Ident, module: &str, objmodel: &TokenStream) -> Result<TokenStream> {
        let (functions, methods) = self.methods(class, objmodel)?;
        let (span, ident) = (self.variant.span(), &self.variant.ident);
        let class_tokens = quote!(#class);
        let mut rows = Rows::default();
        rows.part = format!("_{ident}");
        rows.makes = Some(self.attribute.clone());
        rows.fill(methods, &class_tokens, objmodel)?;
        let names: Vec<String> =
            fields(self.variant).into_iter().map(|(_, name, _)| name).collect();
        rows.attributes.push(quote! {
            ("__match_args__", #objmodel::types::spec::Constant::Names(&[#(#names),*]))
        });
        let part = format!("VARIANT_{ident}");
        let constants = rows.constants(&class_tokens, objmodel, &part, span);
        let block = format_ident!("__PY{part}_ROWS");
        let (constant, full) = (self.constant(), format!("{module}.{}", self.attribute));
        let doc = match &*doc_of(&self.variant.attrs) {
            "" => quote!(::std::option::Option::None),
            doc => quote!(::std::option::Option::Some(#doc)),
        };
        let spec = pyclass::class_spec(
            objmodel,
            quote!(&<#class>::#block),
            quote! {
                name: #full,
                doc: #doc,
                text_signature: <#class>::#block.text_signature,
                subclassable: false,
            },
            quote!(#objmodel::native::glue::Keep::Both),
        );
        Ok(quote! {
            #[allow(non_snake_case, non_upper_case_globals, unreachable_pub, clippy::all)]
            impl #class {
                #[doc(hidden)]
                pub const #constant: &'static #objmodel::types::spec::ClassSpec = { #spec };
                #(#[doc(hidden)] #functions)*
            }
            #constants
        })
    }
}
