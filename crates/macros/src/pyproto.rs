//! `#[pyproto]`: the protocol traits of PyO3 before 0.15, on the machinery of `#[pymethods]`.

use objmodel_slots::SpecialId;
use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Error, FnArg, ImplItem, ItemImpl, Result, parse_quote};

use crate::method::Method;
use crate::pymethods::Rows;

/// A protocol: its trait, the name of its constants, and the methods that it has.
struct Protocol {
    name: &'static str,
    part: &'static str,
    methods: &'static [&'static str],
}

const PROTOCOLS: &[Protocol] = &[
    Protocol {
        name: "PyObjectProtocol",
        part: "PROTO_OBJECT",
        methods: &[
            "__getattr__",
            "__setattr__",
            "__delattr__",
            "__repr__",
            "__str__",
            "__richcmp__",
            "__hash__",
            "__bool__",
            "__format__",
            "__bytes__",
        ],
    },
    Protocol { name: "PyNumberProtocol", part: "PROTO_NUMBER", methods: &[] },
    Protocol {
        name: "PySequenceProtocol",
        part: "PROTO_SEQUENCE",
        methods: &[
            "__len__",
            "__getitem__",
            "__setitem__",
            "__delitem__",
            "__contains__",
            "__concat__",
            "__repeat__",
            "__inplace_concat__",
            "__inplace_repeat__",
        ],
    },
    Protocol {
        name: "PyMappingProtocol",
        part: "PROTO_MAPPING",
        methods: &["__len__", "__getitem__", "__setitem__", "__delitem__"],
    },
    Protocol {
        name: "PyDescrProtocol",
        part: "PROTO_DESCR",
        methods: &["__get__", "__set__", "__delete__", "__set_name__"],
    },
    Protocol { name: "PyIterProtocol", part: "PROTO_ITER", methods: &["__iter__", "__next__"] },
    Protocol {
        name: "PyAsyncProtocol",
        part: "PROTO_ASYNC",
        methods: &["__await__", "__aiter__", "__anext__", "__aenter__", "__aexit__"],
    },
    Protocol {
        name: "PyBufferProtocol",
        part: "PROTO_BUFFER",
        methods: &["__getbuffer__", "__releasebuffer__"],
    },
    Protocol { name: "PyGCProtocol", part: "", methods: &["__traverse__", "__clear__"] },
];

/// The block as methods of the type's own, and constants of the type that `#[pyclass]` finds.
pub(crate) fn expand(mut item: ItemImpl) -> Result<TokenStream> {
    let objmodel = crate::objmodel();
    let Some((_, path, _)) = item.trait_.take() else {
        let message = "`#[pyproto]` stands on `impl PyNumberProtocol for Class` and the like";
        return Err(Error::new(item.span(), message));
    };
    let trait_name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    let Some(protocol) = PROTOCOLS.iter().find(|protocol| protocol.name == trait_name) else {
        let names: Vec<&str> = PROTOCOLS.iter().map(|protocol| protocol.name).collect();
        let message = format!("no protocol has this name: there are `{}`", names.join("`, `"));
        return Err(Error::new(path.span(), message));
    };
    // The lifetime of the token that the traits had.
    item.generics.params.clear();
    let class = &item.self_ty;
    let class = quote!(#class);
    let mut methods = Vec::new();
    for member in &mut item.items {
        let ImplItem::Fn(function) = member else {
            return Err(Error::new(member.span(), "a protocol has methods alone"));
        };
        let name = function.sig.ident.to_string();
        let number = trait_name == "PyNumberProtocol";
        let known = match number {
            true => {
                SpecialId::from_name(&name).is_some()
                    || name == "__complex__"
                    || name == "__round__"
            }
            false => protocol.methods.contains(&&*name),
        };
        if !known {
            let message = format!("`{trait_name}` has no method `{name}`");
            return Err(Error::new(function.sig.ident.span(), message));
        }
        // Operators took both operands as arguments: the first is the object.
        let mut left = false;
        if number
            && let Some(FnArg::Typed(typed)) = function.sig.inputs.first()
            && crate::argument::last_name(&typed.ty).is_none_or(|name| !name.starts_with("PyRef"))
        {
            left = true;
            function.attrs.push(parse_quote!(#[staticmethod]));
        }
        // The lifetime `'p` of the token is that of nothing here.
        let mut method = Method::read(function)?;
        if left {
            (method.role, method.left) = (crate::method::Role::Method, true);
        }
        // Protocols share names, and are methods of one type.
        let renamed = quote::format_ident!("__py_{}_{}", protocol.part.to_lowercase(), name);
        function.sig.ident = renamed.clone();
        method.rust_name = renamed;
        methods.push(method);
    }
    let mut rows = Rows::default();
    rows.protocol(methods, protocol.part, &class, &objmodel)?;
    let part = protocol.part;
    let constants = match part {
        "" => rows.constants_of_collection(&class, &objmodel, item.self_ty.span()),
        part => rows.constants(&class, &objmodel, part, item.self_ty.span()),
    };
    Ok(quote!(#item #constants))
}
