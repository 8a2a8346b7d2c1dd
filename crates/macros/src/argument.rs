//! How the parameters of a Rust function get their arguments: what holds each, what is passed.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Type};

/// The last name of a type's path.
pub(crate) fn last_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        Type::Group(group) => last_name(&group.elem),
        Type::Paren(paren) => last_name(&paren.elem),
        _ => None,
    }
}

/// The only type argument of a generic type, lifetimes aside.
pub(crate) fn type_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments
    else {
        return None;
    };
    let mut types = arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.next().filter(|_| types.next().is_none())
}

/// The content of `Option<...>`.
pub(crate) fn option_content(ty: &Type) -> Option<&Type> {
    type_argument(ty).filter(|_| last_name(ty).as_deref() == Some("Option"))
}

/// Whether a type borrows something by `&`.
pub(crate) fn has_reference(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => {
            reference.lifetime.as_ref().is_none_or(|lifetime| lifetime.ident != "static")
        }
        Type::Path(path) => path.path.segments.iter().any(|segment| match &segment.arguments {
            syn::PathArguments::AngleBracketed(arguments) => {
                arguments.args.iter().any(|argument| match argument {
                    syn::GenericArgument::Type(ty) => has_reference(ty),
                    _ => false,
                })
            }
            _ => false,
        }),
        Type::Tuple(tuple) => tuple.elems.iter().any(has_reference),
        Type::Group(group) => has_reference(&group.elem),
        Type::Paren(paren) => has_reference(&paren.elem),
        _ => false,
    }
}

/// The type with every lifetime left to the compiler.
pub(crate) fn without_lifetimes(ty: &Type) -> Type {
    struct Elide;
    impl syn::visit_mut::VisitMut for Elide {
        fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
            if lifetime.ident != "static" {
                *lifetime = syn::Lifetime::new("'_", lifetime.span());
            }
        }
        fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
            reference.lifetime = None;
            syn::visit_mut::visit_type_reference_mut(self, reference);
        }
    }
    let mut ty = ty.clone();
    syn::visit_mut::VisitMut::visit_type_mut(&mut Elide, &mut ty);
    ty
}

/// Types of handles: a reference to one is a reference to what was extracted.
const HANDLES: &[&str] = &[
    "Py",
    "Gc",
    "Bound",
    "Borrowed",
    "Type",
    "Str",
    "Dict",
    "List",
    "Tuple",
    "Set",
    "Bytes",
    "ByteArray",
    "Function",
    "Vec",
    "String",
    "HashMap",
    "BTreeMap",
    "HashSet",
    "BTreeSet",
    "BigInt",
];

/// Whether a parameter holds any object, so that `None` as its default is Python's.
pub(crate) fn is_any_object(ty: &Type) -> bool {
    let ty = match ty {
        Type::Reference(reference) => &*reference.elem,
        other => other,
    };
    matches!(last_name(ty).as_deref(), Some("Value" | "PyAny" | "Borrowed"))
}

/// How a parameter is passed.
pub(crate) struct Passed {
    /// The type that is extracted.
    pub(crate) holder: TokenStream,
    /// What is passed, of the variable that holds it.
    kind: Kind,
    /// Whether it is `Option<...>`, and the rest tells of the content.
    pub(crate) optional: bool,
}

enum Kind {
    Value,
    Reference,
    Deref,
    Text,
    Bytes,
    /// The payload of another object, borrowed beside the receiver.
    Payload,
}

impl Passed {
    pub(crate) fn of(ty: &Type, objmodel: &TokenStream) -> Passed {
        if let Some(content) = option_content(ty)
            && matches!(content, Type::Reference(_))
        {
            return Passed { optional: true, ..Passed::of(content, objmodel) };
        }
        let Type::Reference(reference) = ty else {
            let ty = without_lifetimes(ty);
            return Passed { holder: quote!(#ty), kind: Kind::Value, optional: false };
        };
        let inner = without_lifetimes(&reference.elem);
        let name = last_name(&inner);
        let (holder, kind) = match (&inner, name.as_deref()) {
            (_, Some("str")) => (quote!(::std::string::String), Kind::Text),
            (Type::Slice(_), _) => {
                (quote!(#objmodel::native::from_object::ByteString), Kind::Bytes)
            }
            (_, Some("Value" | "PyAny")) => (quote!(#objmodel::Borrowed<'_>), Kind::Deref),
            (_, Some(name)) if HANDLES.contains(&name) => (quote!(#inner), Kind::Reference),
            _ => (quote!(#objmodel::gc::Bound<'_, #inner>), Kind::Payload),
        };
        Passed { holder, kind, optional: false }
    }

    /// Whether passing it needs the runtime as a token.
    pub(crate) fn borrows(&self) -> bool {
        matches!(self.kind, Kind::Payload)
    }

    /// A statement before the call that borrows what is passed.
    pub(crate) fn prepare(&self, holder: &Ident, objmodel: &TokenStream) -> TokenStream {
        match (&self.kind, self.optional) {
            (Kind::Payload, false) => quote! {
                let #holder = #objmodel::native::glue::access(&#holder, &*rt, "")?;
            },
            (Kind::Payload, true) => quote! {
                let #holder = match &#holder {
                    ::std::option::Option::Some(holder) =>
                        ::std::option::Option::Some(#objmodel::native::glue::access(holder, &*rt, "")?),
                    ::std::option::Option::None => ::std::option::Option::None,
                };
            },
            _ => TokenStream::new(),
        }
    }

    /// The expression that is passed.
    pub(crate) fn pass(&self, holder: &Ident) -> TokenStream {
        match (&self.kind, self.optional) {
            (Kind::Value, _) => quote!(#holder),
            (Kind::Reference | Kind::Text, false) => quote!(&#holder),
            (Kind::Deref | Kind::Payload, false) => quote!(&*#holder),
            (Kind::Bytes, false) => quote!(&#holder.0[..]),
            (Kind::Reference, true) => quote!(#holder.as_ref()),
            (Kind::Text | Kind::Deref | Kind::Payload, true) => quote!(#holder.as_deref()),
            (Kind::Bytes, true) => quote!(#holder.as_ref().map(|bytes| &bytes.0[..])),
        }
    }

    /// A default as what is held.
    pub(crate) fn default(
        &self,
        default: &syn::Expr,
        ty: &Type,
        objmodel: &TokenStream,
    ) -> TokenStream {
        // What was not given stands for itself, whatever is shown.
        if last_name(ty).as_deref() == Some("Given") {
            return quote!(#objmodel::native::Given(::std::option::Option::None));
        }
        if last_name(ty).as_deref() == Some("Truth") {
            return quote!(#objmodel::native::Truth(#default));
        }
        let is_none = matches!(default, syn::Expr::Path(path) if path.path.is_ident("None"));
        let is_some = matches!(default, syn::Expr::Call(call)
            if matches!(&*call.func, syn::Expr::Path(path) if path.path.is_ident("Some")));
        let option = option_content(ty).is_some();
        let own = match self.kind {
            Kind::Text => quote!(::std::string::ToString::to_string(#default)),
            Kind::Bytes => quote!(::std::convert::From::from((#default).to_vec())),
            _ if last_name(ty).as_deref() == Some("String")
                && matches!(default, syn::Expr::Lit(_)) =>
            {
                quote!(::std::string::ToString::to_string(#default))
            }
            _ => quote!(#default),
        };
        match (option, is_none || is_some) {
            (true, true) => quote!(#default),
            (true, false) => quote!(::std::option::Option::Some(#own)),
            (false, _) => own,
        }
    }
}
