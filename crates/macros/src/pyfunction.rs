//! `#[pyfunction]`: a Rust function that Python code can call.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ImplItemFn, ItemFn, Result, parse_quote};

use crate::method::Method;

/// The function, and beside it a module of its name with its row.
pub(crate) fn expand(options: TokenStream, mut item: ItemFn) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    // It is read as a static method is.
    let (attributes, signature, block) = (&item.attrs, &item.sig, &item.block);
    let mut function: ImplItemFn = parse_quote!(#(#attributes)* #signature #block);
    if !options.is_empty() {
        function.attrs.push(parse_quote!(#[pyo3(#options)]));
    }
    function.attrs.push(parse_quote!(#[staticmethod]));
    let method = Method::read(&mut function)?;
    item.attrs = function.attrs.clone();
    item.sig = function.sig.clone();
    let (read, text, row, shown) = match method.pass_module {
        true => {
            let missing = "a function that is passed its module takes it first: `module: &Value`";
            let (read, text) = method.read_behind("module", "$self", missing, &objmodel)?;
            // Only what `$self` stands for is passed.
            let shown = text.replacen("$self", "$module", 1);
            (read, text, quote!(method), quote!(.shown_as(#shown)))
        }
        false => {
            let bound = method.bound()?;
            let text = method.text_signature.clone().unwrap_or_else(|| bound.text(None));
            (method.read_bound(&bound, 0, &objmodel), text, quote!(function), quote!())
        }
    };
    let call = method.call(&TokenStream::new(), &objmodel)?;
    let (name, doc, ident, visibility) = (&method.name, &method.doc, &item.sig.ident, &item.vis);
    Ok(quote! {
        #item

        #[doc(hidden)]
        #[allow(non_snake_case, unreachable_pub, missing_docs)]
        #visibility mod #ident {
            /// Has the row; what the function names is in scope where it stands.
            pub enum Function {}

            /// The function's row for tables.
            pub const SPEC: #objmodel::types::spec::MethodSpec = Function::SPEC;

            /// Makes it a function of a module.
            #[allow(dead_code)]
            pub fn __py_export(
                rt: &mut #objmodel::Runtime,
                module: &#objmodel::Value,
                _: &str,
            ) -> #objmodel::Result<()> {
                #objmodel::native::module::add_function(rt, module, const { &SPEC })
            }
        }

        #[allow(unreachable_pub)]
        impl #ident::Function {
            #[doc(hidden)]
            pub const SPEC: #objmodel::types::spec::MethodSpec =
                #objmodel::types::spec::MethodSpec::#row(#name, #text, Self::call)#shown.doc(#doc);

            #[allow(unused_variables, clippy::all)]
            fn call(rt: &mut #objmodel::Runtime, args: #objmodel::Args<'_>) -> #objmodel::Result {
                #[allow(unused_imports)]
                use #objmodel::native::glue::PlainOutcome as _;
                #read
                let outcome = #call;
                #objmodel::native::glue::Outcome(outcome).into_object(rt)
            }
        }
    })
}
