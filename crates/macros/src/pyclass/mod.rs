//! `#[pyclass]`: a struct or an enum whose values are the instances of a class.

mod enumeration;
mod options;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Error, Fields, Ident, Item, ItemStruct, LitStr, Result};

pub(crate) use self::enumeration::renamed;
pub(crate) use self::options::Options;
use crate::method::{Method, doc_of, take_attributes};
use crate::pymethods::Rows;

/// A field with its accessors.
pub(crate) struct Exposed {
    name: String,
    member: TokenStream,
    ty: syn::Type,
    get: bool,
    set: bool,
    is_member: bool,
    doc: String,
    span: Span,
}

/// The item, and what makes it a class.
pub(crate) fn expand(options: Options, item: Item) -> Result<TokenStream> {
    options.check()?;
    match item {
        Item::Struct(item) => structure(options, item),
        Item::Enum(item) => enumeration::enumeration(options, item),
        other => Err(Error::new(other.span(), "a class is a struct or an enum")),
    }
}

fn no_generics(generics: &syn::Generics) -> Result<()> {
    match generics.params.first() {
        None => Ok(()),
        Some(parameter) => Err(Error::new(
            parameter.span(),
            "a class cannot be generic: there is one class for each Rust type",
        )),
    }
}

/// A struct without fields that stands for a class whose payload is a type of another crate.
fn standing_for(options: &Options, item: &ItemStruct, payload: &syn::Path) -> Result<TokenStream> {
    if !matches!(item.fields, Fields::Unit) {
        let message = "the payload is another type: write a struct without fields, which stands for the class";
        return Err(Error::new(item.fields.span(), message));
    }
    let objmodel = crate::objmodel();
    let glue = quote!(#objmodel::native::glue);
    let class = &item.ident;
    let name = options.name.clone().unwrap_or_else(|| class.unraw().to_string());
    let spec = described(options, &name, &quote!(#class), &doc_of(&item.attrs), &objmodel);
    Ok(quote! {
        #item

        #[automatically_derived]
        impl #glue::Described for #class {
            type Payload = #payload;
            const SPEC: &'static #objmodel::types::spec::ClassSpec = {
                #[allow(unused_imports)]
                use #glue::NoMethods as _;
                const OWN: #glue::Rows = #glue::Rows::EMPTY;
                const _: () = assert!(
                    !<#class>::__PY_FLAGGED,
                    "the payload of another crate has no borrow flag: take `slf: &Bound<Payload>`"
                );
                #spec
            };
        }

        #[automatically_derived]
        impl #glue::IntoInstance<#class> for #payload {
            fn into_instance(
                self,
                rt: &mut #objmodel::Runtime,
                class: &#objmodel::Type,
                _: #objmodel::CallArgs<'_>,
            ) -> #objmodel::Result {
                rt.alloc(class, self).map(#objmodel::Gc::into_value)
            }
        }
    })
}

fn structure(options: Options, mut item: ItemStruct) -> Result<TokenStream> {
    no_generics(&item.generics)?;
    if let Some(payload) = &options.payload {
        return standing_for(&options, &item, payload);
    }
    let doc = doc_of(&item.attrs);
    let mut exposed = Vec::new();
    let mut traced = Vec::new();
    for (number, field) in item.fields.iter_mut().enumerate() {
        let member = match &field.ident {
            Some(name) => quote!(#name),
            None => {
                let index = syn::Index::from(number);
                quote!(#index)
            }
        };
        let mut one = Exposed {
            name: field.ident.as_ref().map_or(number.to_string(), |name| name.unraw().to_string()),
            member: member.clone(),
            ty: field.ty.clone(),
            get: options.has("get_all"),
            set: options.has("set_all"),
            is_member: false,
            doc: doc_of(&field.attrs),
            span: field.ty.span(),
        };
        for attribute in take_attributes(&mut field.attrs) {
            if !attribute.path().is_ident("pyo3") {
                let message = "on a field there is `#[pyo3(get, set, name = \"...\")]` alone";
                return Err(Error::new(attribute.span(), message));
            }
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("get") {
                    one.get = true;
                } else if meta.path.is_ident("set") {
                    one.set = true;
                } else if meta.path.is_ident("member") {
                    one.is_member = true;
                } else if meta.path.is_ident("name") {
                    one.name = meta.value()?.parse::<LitStr>()?.value();
                } else {
                    return Err(meta.error("a field has `get`, `set`, `member` and `name`"));
                }
                Ok(())
            })?;
        }
        if one.set && options.has("frozen") {
            let message = "a field of a frozen class cannot be set";
            return Err(Error::new(one.span, message));
        }
        let leaf = field.attrs.iter().any(|attribute| attribute.path().is_ident("trace"));
        field.attrs.retain(|attribute| !attribute.path().is_ident("trace"));
        traced.push((member, field.ty.clone(), leaf || options.has("leaf")));
        if one.get || one.set {
            exposed.push(one);
        }
    }
    let objmodel = crate::objmodel();
    let class = &item.ident;
    let leaf = |ty: &syn::Type| quote_spanned!(ty.span()=> leaf::<#ty>(););
    let seen: Vec<_> = traced
        .iter()
        .map(|(member, ty, is_leaf)| match is_leaf {
            true => leaf(ty),
            false => quote_spanned!(ty.span()=> (&&&Seen(&self.#member)).trace_field(visitor);),
        })
        .collect();
    let emptied: Vec<_> = traced
        .iter()
        .map(|(member, ty, is_leaf)| match is_leaf {
            true => leaf(ty),
            false => quote_spanned! {ty.span()=>
                (&mut &mut &mut Emptied(&mut self.#member)).clear_field(sink);
            },
        })
        .collect();
    let trace = tracing(&quote!(#class), &objmodel, quote!(#(#seen)*), quote!(#(#emptied)*));
    let class_tokens = quote!(#class);
    let name = options.name.clone().unwrap_or_else(|| class.unraw().to_string());
    let own = own_rows(&options, &class_tokens, &exposed, &objmodel, None);
    let constructor = match options.from_fields {
        Some(span) => constructor(&item, &class_tokens, &objmodel, span)?,
        None => TokenStream::new(),
    };
    let computed = options
        .has("generic")
        .then(|| quote!(&[("__class_getitem__", #objmodel::native::glue::class_getitem)]));
    let class_impl =
        class_impl(&options, &name, &class_tokens, &doc, own, &objmodel, computed, class.span());
    Ok(quote!(#item #trace #class_impl #constructor))
}

/// The constructor that takes the fields.
fn constructor(
    item: &ItemStruct,
    class: &TokenStream,
    objmodel: &TokenStream,
    span: Span,
) -> Result<TokenStream> {
    let names: Vec<Ident> = item
        .fields
        .iter()
        .enumerate()
        .map(|(number, field)| field.ident.clone().unwrap_or(format_ident!("_{number}")))
        .collect();
    let types = item.fields.iter().map(|field| &field.ty);
    let made = match item.fields {
        Fields::Named(_) => quote!(#class { #(#names),* }),
        Fields::Unnamed(_) => quote!(#class(#(#names),*)),
        Fields::Unit => quote!(#class),
    };
    let mut function: syn::ImplItemFn = syn::parse_quote! {
        #[new]
        fn __py_from_fields(#(#names: #types),*) -> #class {
            #made
        }
    };
    let method = Method::read(&mut function)?;
    let mut rows = Rows::default();
    rows.part = "_fields".to_owned();
    rows.fill(vec![method], class, objmodel)?;
    let constants = rows.constants(class, objmodel, "FIELDS", span);
    Ok(quote! {
        impl #class {
            #[doc(hidden)]
            #function
        }
        #constants
    })
}

/// `Trace`, by hand if the methods say so, else field by field.
pub(crate) fn tracing(
    class: &TokenStream,
    objmodel: &TokenStream,
    seen: TokenStream,
    emptied: TokenStream,
) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl #objmodel::Trace for #class {
            #[allow(unused_variables, clippy::all)]
            fn trace(&self, visitor: &mut #objmodel::gc::Visitor<'_>) {
                #[allow(unused_imports)]
                use #objmodel::native::glue::{NoMethods as _, Seen, SeenByTrace as _, SeenAsLeaf as _, Unseen as _};
                if let ::std::option::Option::Some(traverse) = <#class>::__PY_TRAVERSE {
                    return traverse(self, visitor);
                }
                #[allow(dead_code)]
                fn leaf<T: ::std::marker::Send + ?::std::marker::Sized>() {}
                #seen
            }
            #[allow(unused_variables, clippy::all)]
            fn clear(&mut self, sink: &mut #objmodel::gc::ClearSink) {
                #[allow(unused_imports)]
                use #objmodel::native::glue::{NoMethods as _, Emptied, EmptiedByTrace as _, EmptiedAsLeaf as _, NotEmptied as _};
                if let ::std::option::Option::Some(clear) = <#class>::__PY_CLEAR {
                    return clear(self);
                }
                #[allow(dead_code)]
                fn leaf<T: ::std::marker::Send + ?::std::marker::Sized>() {}
                #emptied
            }
        }
    }
}

/// Accessors of fields, and what `eq`, `ord`, `hash` and `str` add.
pub(crate) fn own_rows(
    options: &Options,
    class: &TokenStream,
    exposed: &[Exposed],
    objmodel: &TokenStream,
    shown: Option<TokenStream>,
) -> (TokenStream, Vec<TokenStream>, Vec<TokenStream>) {
    let glue = quote!(#objmodel::native::glue);
    let spec = quote!(#objmodel::types::spec::GetSetSpec);
    let mut functions = TokenStream::new();
    let mut getset = Vec::new();
    for field in exposed {
        let Exposed { name, member, ty, get, set, is_member, doc, span } = field;
        let as_member = is_member.then(|| quote!(.as_member()));
        let (reader, writer) = (
            format_ident!("__py_get_field_{}", crate::identifier(name)),
            format_ident!("__py_set_field_{}", crate::identifier(name)),
        );
        let cloned = quote_spanned!(ty.span()=> #glue::cloned::<#ty>);
        let read = match get {
            true => quote! {
                let handle = #glue::receiver::<#class>(rt, own, #name)?;
                let value = #cloned(&#glue::access(&handle, &*rt, #name)?.#member);
                rt.admit(value)
            },
            false => {
                quote!(::std::result::Result::Err(#glue::unreadable::<#class>(rt, own, #name)))
            }
        };
        functions.extend(quote_spanned! {*span=>
            #[doc(hidden)]
            fn #reader(rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>) -> #objmodel::Result {
                #read
            }
        });
        if !set {
            getset.push(quote!(#spec::read_only(#name, #class::#reader).doc(#doc) #as_member));
            continue;
        }
        functions.extend(quote_spanned! {*span=>
            #[doc(hidden)]
            fn #writer(
                rt: &mut #objmodel::Runtime,
                own: #objmodel::Borrowed<'_>,
                value: ::std::option::Option<#objmodel::Borrowed<'_>>,
            ) -> #objmodel::Result<()> {
                let ::std::option::Option::Some(value) = value else {
                    return ::std::result::Result::Err(#glue::undeletable(rt));
                };
                let value = #glue::argument::<#ty>(rt, value, #name)?;
                let handle = #glue::receiver::<#class>(rt, own, #name)?;
                let old = ::std::mem::replace(
                    &mut #glue::access_mut(&handle, &mut *rt, #name)?.#member, value);
                drop(old);
                ::std::result::Result::Ok(())
            }
        });
        getset.push(
            quote!(#spec::writable(#name, #class::#reader, #class::#writer).doc(#doc) #as_member),
        );
    }
    if options.has("dict") {
        getset.push(quote!(#spec::DICT));
    }
    let mut slots = Vec::new();
    let slot = |id: &str, shape: &str, function: &str| {
        let (id, shape, function) =
            (format_ident!("{id}"), format_ident!("{shape}"), format_ident!("{function}"));
        quote!((#objmodel::slots::SlotId::#id, #objmodel::types::slot::SlotFn::#shape(#class::#function)))
    };
    if options.has("eq") || options.has("ord") || options.has("eq_int") {
        let ordered = match options.has("ord") {
            true => quote! {
                ::std::cmp::PartialOrd::partial_cmp(&*one, &*two).is_some_and(|order| op.matches(order))
            },
            false => {
                quote!(return ::std::result::Result::Ok(#objmodel::singletons::not_implemented()))
            }
        };
        let by_number = options.has("eq_int").then(|| {
            quote! {
                if let ::std::option::Option::Some(number) = other.as_small_int() {
                    let own = #glue::access(&handle, &*rt, "")?.__py_number();
                    return ::std::result::Result::Ok(match op {
                        #objmodel::CompareOp::Eq => #objmodel::singletons::bool(own == number),
                        #objmodel::CompareOp::Ne => #objmodel::singletons::bool(own != number),
                        _ => #objmodel::singletons::not_implemented(),
                    });
                }
            }
        });
        let equal = match options.has("eq") || options.has("ord") {
            true => quote! {
                let (one, two) = (#glue::access(&handle, &*rt, "")?, #glue::access(&other, &*rt, "")?);
                ::std::result::Result::Ok(#objmodel::singletons::bool(match op {
                    #objmodel::CompareOp::Eq => *one == *two,
                    #objmodel::CompareOp::Ne => *one != *two,
                    _ => #ordered,
                }))
            },
            false => quote! {
                let (one, two) = (
                    #glue::access(&handle, &*rt, "")?.__py_number(),
                    #glue::access(&other, &*rt, "")?.__py_number(),
                );
                ::std::result::Result::Ok(match op {
                    #objmodel::CompareOp::Eq => #objmodel::singletons::bool(one == two),
                    #objmodel::CompareOp::Ne => #objmodel::singletons::bool(one != two),
                    _ => #objmodel::singletons::not_implemented(),
                })
            },
        };
        functions.extend(quote! {
            #[doc(hidden)]
            fn __py_own_richcmp(
                rt: &mut #objmodel::Runtime,
                own: #objmodel::Borrowed<'_>,
                other: #objmodel::Borrowed<'_>,
                op: #objmodel::CompareOp,
            ) -> #objmodel::Result {
                let handle = #glue::receiver::<#class>(rt, own, "")?;
                #by_number
                let ::std::option::Option::Some(other) = other.typed::<#class>() else {
                    return ::std::result::Result::Ok(#objmodel::singletons::not_implemented());
                };
                #equal
            }
        });
        slots.push(slot("TpRichcompare", "RichCompare", "__py_own_richcmp"));
    }
    if options.has("hash") {
        functions.extend(quote! {
            #[doc(hidden)]
            fn __py_own_hash(rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>) -> #objmodel::Result<i64> {
                let handle = #glue::receiver::<#class>(rt, own, "")?;
                let access = #glue::access(&handle, &*rt, "")?;
                ::std::result::Result::Ok(#glue::hash_of(&*access))
            }
        });
        slots.push(slot("TpHash", "Hash", "__py_own_hash"));
    }
    let text = match (&options.shown, shown) {
        (Some(format), _) => Some(("TpStr", format_fields(format))),
        (None, Some(shown)) => Some(("TpRepr", shown)),
        (None, None) if options.has("str") => {
            Some(("TpStr", quote!(::std::string::ToString::to_string(&*access))))
        }
        _ => None,
    };
    if let Some((id, text)) = text {
        functions.extend(quote! {
            #[doc(hidden)]
            fn __py_own_text(rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>) -> #objmodel::Result {
                let handle = #glue::receiver::<#class>(rt, own, "")?;
                let text: ::std::string::String = {
                    let access = #glue::access(&handle, &*rt, "")?;
                    ::std::convert::Into::into(#text)
                };
                rt.admit(text)
            }
        });
        slots.push(slot(id, "Unary", "__py_own_text"));
    }
    (functions, getset, slots)
}

/// `"{name} is {age}"` with the fields of the struct.
fn format_fields(format: &LitStr) -> TokenStream {
    let text = format.value();
    let (mut pattern, mut arguments, mut rest) = (String::new(), Vec::new(), &*text);
    while let Some(open) = rest.find('{') {
        pattern.push_str(&rest[..open]);
        rest = &rest[open + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            pattern.push_str("{{");
            rest = after;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        let inner = &rest[..close];
        let (name, spec) = inner.split_once(':').map_or((inner, ""), |(name, spec)| (name, spec));
        pattern.push_str(&match spec.is_empty() {
            true => "{}".to_owned(),
            false => format!("{{:{spec}}}"),
        });
        let member: TokenStream = name.trim_start_matches("self.").parse().unwrap_or_default();
        arguments.push(quote!(access.#member));
        rest = &rest[close + 1..];
    }
    pattern.push_str(rest);
    let pattern = LitStr::new(&pattern, format.span());
    quote!(::std::format!(#pattern, #(#arguments),*))
}

/// The description of a class: what it says of itself, and the tables of these blocks together.
pub(crate) fn class_spec(
    objmodel: &TokenStream,
    blocks: TokenStream,
    itself: TokenStream,
    keep: TokenStream,
) -> TokenStream {
    let glue = quote!(#objmodel::native::glue);
    quote! {
        const ALL: &[&#glue::Rows] = &[#blocks];
        const KEEP: #glue::Keep = #keep;
        const SLOTS: &[(#objmodel::slots::SlotId, #objmodel::types::slot::SlotFn)] =
            &#glue::slots::<{ #glue::count_slots(ALL, KEEP) }>(ALL, KEEP);
        const METHODS: &[#objmodel::types::spec::MethodSpec] =
            &#glue::methods::<{ #glue::count_methods(ALL) }>(ALL);
        const GETSET: &[#objmodel::types::spec::GetSetSpec] =
            &#glue::getset::<{ #glue::count_getset(ALL) }>(ALL);
        const ATTRIBUTES: &[(&str, #objmodel::types::spec::Constant)] =
            &#glue::attributes::<{ #glue::count_attributes(ALL) }>(ALL);
        const COMPUTED: &[(&str, #objmodel::types::spec::ComputeFn)] =
            &#glue::computed::<{ #glue::count_computed(ALL) }>(ALL);
        &#objmodel::types::spec::ClassSpec {
            #itself
            slots: SLOTS,
            methods: METHODS,
            getset: GETSET,
            attributes: ATTRIBUTES,
            computed: COMPUTED,
            ..#objmodel::types::spec::ClassSpec::DEFAULT
        }.checked()
    }
}

/// The description of a class, as its options and documentation have it.
fn described(
    options: &Options,
    name: &str,
    class: &TokenStream,
    doc: &str,
    objmodel: &TokenStream,
) -> TokenStream {
    let glue = quote!(#objmodel::native::glue);
    let module = options.module.clone().unwrap_or_else(crate_name);
    let full = match &*module {
        "builtins" => name.to_owned(),
        module => format!("{module}.{name}"),
    };
    let subclass = options.has("subclass");
    let (dict, weakref) = (options.has("dict"), options.has("weakref"));
    let keep = match (options.has("mapping"), options.has("sequence"), options.has("both")) {
        (true, ..) => quote!(#glue::Keep::Mapping),
        (_, true, _) => quote!(#glue::Keep::Sequence),
        (.., true) => quote!(#glue::Keep::All),
        _ => quote!(#glue::Keep::Both),
    };
    let doc = match doc {
        "" => quote!(::std::option::Option::None),
        doc => quote!(::std::option::Option::Some(#doc)),
    };
    let besides = options.spec.iter().map(|(field, value)| quote!(#field: #value,));
    class_spec(
        objmodel,
        quote! {
            &OWN, &<#class>::__PY_ROWS,
            &<#class>::__PYPROTO_OBJECT_ROWS, &<#class>::__PYPROTO_NUMBER_ROWS,
            &<#class>::__PYPROTO_SEQUENCE_ROWS, &<#class>::__PYPROTO_MAPPING_ROWS,
            &<#class>::__PYPROTO_DESCR_ROWS, &<#class>::__PYPROTO_ITER_ROWS,
            &<#class>::__PYPROTO_ASYNC_ROWS, &<#class>::__PYPROTO_BUFFER_ROWS,
            &<#class>::__PYFIELDS_ROWS,
        },
        quote! {
            name: #full,
            doc: #doc,
            text_signature: match <#class>::__PY_ROWS.text_signature {
                ::std::option::Option::Some(text) => ::std::option::Option::Some(text),
                ::std::option::Option::None => <#class>::__PYFIELDS_ROWS.text_signature,
            },
            subclassable: #subclass,
            dict: #dict,
            weakref: #weakref,
            #(#besides)*
        },
        keep,
    )
}

/// The traits of a class.
#[expect(clippy::too_many_arguments, reason = "the parts of one expansion")]
pub(crate) fn class_impl(
    options: &Options,
    name: &str,
    class: &TokenStream,
    doc: &str,
    own: (TokenStream, Vec<TokenStream>, Vec<TokenStream>),
    objmodel: &TokenStream,
    computed: Option<TokenStream>,
    span: Span,
) -> TokenStream {
    let glue = quote!(#objmodel::native::glue);
    let (functions, getset, slots) = own;
    let base = match &options.extends {
        Some(base) => quote!(#base),
        None => quote!(#objmodel::native::class::PyAny),
    };
    let (subclass, frozen, leaf) =
        (options.has("subclass"), options.has("frozen"), options.has("leaf"));
    let computed = computed.unwrap_or_else(|| quote!(&[]));
    let spec = described(options, name, class, doc, objmodel);
    let external_bytes = options.external_bytes.as_ref().map(|function| {
        quote! {
            fn external_bytes(&self) -> usize {
                #function(self)
            }
        }
    });
    let must_trace = options.has("gc").then(|| {
        let message =
            "`#[pyclass(gc)]` needs `__traverse__` and `__clear__`; without `gc` both are derived";
        quote_spanned! {span=>
            const _: () = {
                #[allow(unused_imports)]
                use #glue::NoMethods as _;
                assert!(<#class>::__PY_TRAVERSE.is_some(), #message);
            };
        }
    });
    let from = options.has("from_py_object").then(|| quote! {
        #[automatically_derived]
        impl #objmodel::native::FromPyObject<'_> for #class {
            fn extract(value: #objmodel::Borrowed<'_>, rt: &mut #objmodel::Runtime) -> #objmodel::Result<Self> {
                let handle = <#objmodel::gc::Bound<'_, #class> as #objmodel::native::FromPyObject>::extract(value, rt)?;
                let access = #glue::access(&handle, &*rt, "")?;
                ::std::result::Result::Ok(::std::clone::Clone::clone(&*access))
            }
        }
    });
    quote_spanned! {span=>
        #[automatically_derived]
        impl #objmodel::Payload for #class {
            const LEAF: bool = #leaf;
            const FROZEN: bool = #frozen;
            const EXTENSIBLE: bool = #subclass;
            #external_bytes
            const PREFIX: #objmodel::gc::Prefix = {
                #[allow(unused_imports)]
                use #glue::NoMethods as _;
                let flagged = <#class>::__PY_FLAGGED
                    || <#class>::__PYPROTO_OBJECT_FLAGGED || <#class>::__PYPROTO_NUMBER_FLAGGED
                    || <#class>::__PYPROTO_SEQUENCE_FLAGGED || <#class>::__PYPROTO_MAPPING_FLAGGED
                    || <#class>::__PYPROTO_DESCR_FLAGGED || <#class>::__PYPROTO_ITER_FLAGGED
                    || <#class>::__PYPROTO_ASYNC_FLAGGED || <#class>::__PYPROTO_BUFFER_FLAGGED;
                #glue::prefix::<#base>(flagged)
            };
        }

        // What the class extends is looked at also where nobody makes instances.
        const _: #objmodel::gc::Prefix = <#class as #objmodel::Payload>::PREFIX;

        #[automatically_derived]
        impl #objmodel::native::PyClass for #class {
            type Base = #base;
            const SPEC: &'static #objmodel::types::spec::ClassSpec = {
                #[allow(unused_imports)]
                use #glue::NoMethods as _;
                const OWN: #glue::Rows = #glue::Rows {
                    slots: &[#(#slots),*],
                    getset: &[#(#getset),*],
                    computed: #computed,
                    ..#glue::Rows::EMPTY
                };
                #spec
            };

            fn class_for(&self, rt: &mut #objmodel::Runtime) -> #objmodel::Result<#objmodel::Type> {
                #[allow(unused_imports)]
                use #glue::NoMethods as _;
                match <#class>::__PY_CLASS_FOR {
                    ::std::option::Option::Some(class_for) => class_for(self, rt),
                    ::std::option::Option::None => <#class as #objmodel::native::PyClass>::class(rt),
                }
            }
        }

        #[automatically_derived]
        impl #objmodel::native::IntoPyObject for #class {
            fn into_py_object(self, rt: &mut #objmodel::Runtime) -> #objmodel::Result {
                let made = <#objmodel::Gc<#class> as #objmodel::native::class::PyNew<#class>>::new(rt, self)?;
                ::std::result::Result::Ok(made.into_value())
            }
        }

        #[allow(non_snake_case, unreachable_pub, dropping_copy_types, clippy::all)]
        impl #class {
            #functions

            #[doc(hidden)]
            #[allow(dead_code)]
            pub fn __py_export(
                rt: &mut #objmodel::Runtime,
                module: &#objmodel::Value,
                _: &str,
            ) -> #objmodel::Result<()> {
                #objmodel::native::module::add_class::<#class>(rt, module)
            }
        }
        #must_trace
        #from
    }
}

/// The crate that is being compiled, which is the module of its classes.
pub(crate) fn crate_name() -> String {
    std::env::var("CARGO_CRATE_NAME").unwrap_or_else(|_| "builtins".to_owned())
}
