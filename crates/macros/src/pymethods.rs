//! `#[pymethods]`: methods of an `impl` block become slots, methods and attributes of the class.

use std::collections::BTreeMap;

use objmodel_slots::{OperandSide, SlotId, SlotShape, SpecialId, by_name, suggest};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Error, Expr, Ident, ImplItem, ItemImpl, Result};

use crate::method::{Method, Receiver, Role, holder, is_unit, take_attributes};
use crate::slot::{self, Group};

/// What an `impl` block adds to a class: rows of its tables, and the functions behind them.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) slots: Vec<TokenStream>,
    methods: Vec<TokenStream>,
    getset: Vec<TokenStream>,
    pub(crate) attributes: Vec<TokenStream>,
    computed: Vec<TokenStream>,
    pub(crate) functions: TokenStream,
    /// What the names of the functions begin with.
    pub(crate) part: String,
    /// Its slots are those that its protocol names.
    exact: bool,
    pub(crate) text_signature: Option<String>,
    /// What its constructor makes, if that is not the class itself.
    pub(crate) makes: Option<String>,
    flagged: bool,
    frozen: Option<Span>,
    traverse: Option<TokenStream>,
    clear: Option<TokenStream>,
}

/// The `impl` block, and constants of the type that `#[pyclass]` finds.
pub(crate) fn expand(mut item: ItemImpl) -> Result<TokenStream> {
    if let Some((_, path, _)) = &item.trait_ {
        let message = "`#[pymethods]` stands on the type's own methods; on a trait, `#[pyproto]`";
        return Err(Error::new(path.span(), message));
    }
    let objmodel = crate::objmodel();
    let class = &item.self_ty;
    let class = quote!(#class);
    let rows = read(&mut item, &class, &objmodel)?;
    let constants = rows.constants(&class, &objmodel, "", item.self_ty.span());
    Ok(quote!(#item #constants))
}

/// Reads the methods of a block.
fn read(item: &mut ItemImpl, class: &TokenStream, objmodel: &TokenStream) -> Result<Rows> {
    let mut errors: Option<Error> = None;
    let mut fail = |error: Error| match &mut errors {
        Some(errors) => errors.combine(error),
        None => errors = Some(error),
    };
    let mut methods = Vec::new();
    let mut rows = Rows::default();
    for member in &mut item.items {
        match member {
            ImplItem::Fn(function) => match Method::read(function) {
                Ok(method) => methods.push(method),
                Err(error) => fail(error),
            },
            ImplItem::Const(constant) => {
                let taken = take_attributes(&mut constant.attrs);
                if taken.iter().any(|attribute| attribute.path().is_ident("row")) {
                    if let Err(error) = rows.shared_row(constant, class) {
                        fail(error);
                    }
                    continue;
                }
                if !taken.iter().any(|attribute| attribute.path().is_ident("classattr")) {
                    continue;
                }
                constant.attrs.push(syn::parse_quote!(#[allow(non_upper_case_globals)]));
                let name = constant.ident.to_string();
                let rust = &constant.ident;
                rows.constant(&name, &constant.expr, quote!(#class::#rust), objmodel, class);
            }
            other => fail(Error::new(
                other.span(),
                "only functions, and constants with `#[classattr]`, can stand here",
            )),
        }
    }
    if let Err(error) = rows.fill(methods, class, objmodel) {
        fail(error);
    }
    match errors {
        Some(errors) => Err(errors),
        None => Ok(rows),
    }
}

impl Rows {
    /// A row that several classes share, by its type.
    fn shared_row(&mut self, constant: &syn::ImplItemConst, class: &TokenStream) -> Result<()> {
        let rust = &constant.ident;
        let rows = match crate::argument::last_name(&constant.ty).as_deref() {
            Some("MethodSpec") => &mut self.methods,
            Some("GetSetSpec") => &mut self.getset,
            Some("SlotRow") => &mut self.slots,
            _ => {
                let message = "a row is a `MethodSpec`, a `GetSetSpec` or a `SlotRow`";
                return Err(Error::new(constant.ty.span(), message));
            }
        };
        rows.push(quote!(#class::#rust));
        Ok(())
    }

    /// A constant class attribute. `None` is known beforehand, since it changes slots.
    fn constant(
        &mut self,
        name: &str,
        value: &Expr,
        path: TokenStream,
        objmodel: &TokenStream,
        class: &TokenStream,
    ) {
        if matches!(value, Expr::Path(path) if path.path.is_ident("None")) {
            let constant = quote!(#objmodel::types::spec::Constant::None);
            self.attributes.push(quote!((#name, #constant)));
            return;
        }
        self.compute(name, path, objmodel, class);
    }

    fn compute(
        &mut self,
        name: &str,
        value: TokenStream,
        objmodel: &TokenStream,
        class: &TokenStream,
    ) {
        let function = format_ident!("__py{}_attribute_{}", self.part, crate::identifier(name));
        self.functions.extend(quote! {
            #[doc(hidden)]
            fn #function(rt: &mut #objmodel::Runtime) -> #objmodel::Result {
                #[allow(unused_imports)]
                use #objmodel::native::glue::PlainOutcome as _;
                #objmodel::native::glue::Outcome(#value).into_object(rt)
            }
        });
        self.computed.push(quote!((#name, #class::#function as #objmodel::types::spec::ComputeFn)));
    }

    /// Sorts the methods into the tables.
    pub(crate) fn fill(
        &mut self,
        methods: Vec<Method>,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        let mut errors: Option<Error> = None;
        let mut fail = |error: Error| match &mut errors {
            Some(errors) => errors.combine(error),
            None => errors = Some(error),
        };
        let mut slots: BTreeMap<Group, Vec<(SpecialId, Method)>> = BTreeMap::new();
        let mut accessors: Vec<(String, Vec<Method>)> = Vec::new();
        let mut collected: (Option<Method>, Option<Method>) = (None, None);
        for method in methods {
            self.flagged |= method.needs_flag();
            if method.needs_frozen() {
                self.frozen.get_or_insert(method.span);
            }
            let outcome = match method.role {
                Role::New => slot_of(SpecialId::New, method, &mut slots),
                Role::Getter | Role::Setter | Role::Deleter => {
                    match accessors.iter_mut().find(|(name, _)| *name == method.name) {
                        Some((_, of)) => match of.iter().any(|other| other.role == method.role) {
                            true => Err(Error::new(method.span, "this attribute has one already")),
                            false => {
                                of.push(method);
                                Ok(())
                            }
                        },
                        None => {
                            accessors.push((method.name.clone(), vec![method]));
                            Ok(())
                        }
                    }
                }
                Role::Attribute => self.class_attribute(&method, class, objmodel),
                Role::Method if method.name == "__traverse__" => {
                    collected.0 = Some(method);
                    Ok(())
                }
                Role::Method if method.name == "__clear__" => {
                    collected.1 = Some(method);
                    Ok(())
                }
                Role::Method if method.row.slot.is_some() => match method.row.slot {
                    Some(slot) => self.alone(slot, &method, class, objmodel),
                    None => Ok(()),
                },
                Role::Method => match special(&method) {
                    Ok(Some(Special::Slot(special))) => slot_of(special, method, &mut slots),
                    Ok(Some(Special::Alone(slot))) => self.alone(slot, &method, class, objmodel),
                    Ok(None) => self.method(&method, class, objmodel),
                    Err(error) => Err(error),
                },
                Role::Static | Role::Class => self.method(&method, class, objmodel),
            };
            if let Err(error) = outcome {
                fail(error);
            }
        }
        for (group, methods) in slots {
            if let Err(error) = slot::group(self, group, &methods, class, objmodel) {
                fail(error);
            }
        }
        for (name, methods) in accessors {
            if let Err(error) = self.accessor(&name, &methods, class, objmodel) {
                fail(error);
            }
        }
        if let Err(error) = self.collected(collected, class, objmodel) {
            fail(error);
        }
        match errors {
            Some(errors) => Err(errors),
            None => Ok(()),
        }
    }

    /// Sorts the methods of a protocol into the tables.
    pub(crate) fn protocol(
        &mut self,
        methods: Vec<Method>,
        part: &str,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        self.part = part.to_lowercase();
        match part {
            "PROTO_SEQUENCE" | "PROTO_MAPPING" => {
                self.flagged |= methods.iter().any(Method::needs_flag);
                self.exact = true;
                slot::container(self, part == "PROTO_SEQUENCE", methods, class, objmodel)
            }
            _ => self.fill(methods, class, objmodel),
        }
    }

    /// `__traverse__` and `__clear__` alone.
    pub(crate) fn constants_of_collection(
        &self,
        class: &TokenStream,
        objmodel: &TokenStream,
        span: Span,
    ) -> TokenStream {
        let by_hand = self.by_hand(class, objmodel, "", span);
        quote! {
            impl #class { #by_hand }
        }
    }

    fn by_hand(
        &self,
        class: &TokenStream,
        objmodel: &TokenStream,
        part: &str,
        span: Span,
    ) -> TokenStream {
        let name = |what: &str| Ident::new(&format!("__PY{part}_{what}"), span);
        match (&self.traverse, &self.clear) {
            (Some(traverse), Some(clear)) => {
                let (visit, empty) = (name("TRAVERSE"), name("CLEAR"));
                quote! {
                    #[doc(hidden)]
                    pub const #visit: ::std::option::Option<#objmodel::native::glue::TraverseFn<#class>> =
                        ::std::option::Option::Some(#traverse);
                    #[doc(hidden)]
                    pub const #empty: ::std::option::Option<#objmodel::native::glue::ClearFn<#class>> =
                        ::std::option::Option::Some(#clear);
                }
            }
            _ => quote!(),
        }
    }

    /// The text signature of the class, from its constructor.
    pub(crate) fn constructor_text(&mut self, text: String) {
        self.text_signature = Some(text);
    }

    /// A slot that no special name of Python's fills.
    fn alone(
        &mut self,
        id: SlotId,
        method: &Method,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        slot::alone(self, id, method, class, objmodel)
    }

    fn class_attribute(
        &mut self,
        method: &Method,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        if !method.parameters.is_empty() {
            let message = "a class attribute is computed without arguments but `rt`";
            return Err(Error::new(method.span, message));
        }
        let call = method.call(class, objmodel)?;
        self.compute(&method.name, call, objmodel, class);
        Ok(())
    }

    /// An ordinary method, class method or static method.
    fn method(
        &mut self,
        method: &Method,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        // What a class statement binds to the class is bound so here too.
        let by_class = method.role == Role::Class;
        let implied = matches!(&*method.name, "__init_subclass__" | "__class_getitem__");
        if implied && method.role == Role::Method {
            return Err(Error::new(
                method.span,
                format!("`{}` is called on the class: say `#[classmethod]`", method.name),
            ));
        }
        let (receiver, receivers, constructor) = match method.role {
            Role::Static => (None, 0, format_ident!("function")),
            Role::Class => (Some("$type"), 1, format_ident!("class_method")),
            _ => (Some("$self"), 1, format_ident!("method")),
        };
        let mut read = TokenStream::new();
        let mut called = TokenStream::new();
        if method.pass_module {
            let message = "`pass_module` is for functions of a module";
            return Err(Error::new(method.span, message));
        }
        if by_class {
            let missing = "a class method takes its class first: `cls: &Type`";
            let (first, text) = method.read_behind("cls", "$type", missing, objmodel)?;
            read.extend(first);
            called.extend(method.call(class, objmodel)?);
            return self.add_method(method, &text, constructor, read, called, class, objmodel);
        }
        let bound = method.bound()?;
        read.extend(method.read_bound(&bound, receivers, objmodel));
        called.extend(method.call(class, objmodel)?);
        let text = bound.text(receiver);
        self.add_method(method, &text, constructor, read, called, class, objmodel)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn add_method(
        &mut self,
        method: &Method,
        text: &str,
        constructor: Ident,
        read: TokenStream,
        call: TokenStream,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        let function =
            format_ident!("__py{}_method_{}", self.part, crate::identifier(&method.name));
        let (name, doc) = (&method.name, &method.doc);
        let (kind, begin) = match (method.raw, method.receiver.is_some()) {
            (false, _) => (quote!(args: #objmodel::Args<'_>), quote!(let own = args.at(0);)),
            (true, true) => (
                quote!(call: #objmodel::CallArgs<'_>),
                quote!(let (own, call) = #objmodel::native::glue::split_receiver(rt, call)?;),
            ),
            (true, false) => (quote!(call: #objmodel::CallArgs<'_>), quote!()),
        };
        self.functions.extend(quote_spanned! {method.span=>
            #[doc(hidden)]
            fn #function(rt: &mut #objmodel::Runtime, #kind) -> #objmodel::Result {
                #[allow(unused_imports)]
                use #objmodel::native::glue::PlainOutcome as _;
                #[allow(unused_variables)]
                #begin
                #read
                let outcome = #call;
                #objmodel::native::glue::Outcome(outcome).into_object(rt)
            }
        });
        let constructor = if method.raw { format_ident!("raw_{constructor}") } else { constructor };
        // What is written for readers does not tell how arguments are bound.
        let text = match &method.text_signature {
            Some(written) if method.raw => written,
            None if method.raw && method.row.without_signature => "",
            _ => text,
        };
        let shown = match &method.text_signature {
            Some(written) if written != text => quote!(.shown_as(#written)),
            _ if method.row.without_signature => quote!(.without_signature()),
            _ => quote!(),
        };
        let by_tuple = method.row.by_tuple.then(|| quote!(.by_tuple()));
        self.methods.push(quote! {
            #objmodel::types::spec::MethodSpec::#constructor(#name, #text, #class::#function)
                .doc(#doc) #shown #by_tuple
        });
        Ok(())
    }

    /// A computed attribute.
    fn accessor(
        &mut self,
        name: &str,
        methods: &[Method],
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        let of = |role: Role| methods.iter().find(|method| method.role == role);
        let span = methods.first().map_or_else(Span::call_site, |method| method.span);
        let glue = quote!(#objmodel::native::glue);
        let get = format_ident!("__py{}_get_{}", self.part, crate::identifier(name));
        let body = match of(Role::Getter) {
            Some(method) => {
                let call = method.call_alone("getter", class, objmodel)?;
                quote!(let outcome = #call; #glue::Outcome(outcome).into_object(rt))
            }
            None => quote!(::std::result::Result::Err(#glue::unreadable::<#class>(rt, own, #name))),
        };
        self.functions.extend(quote_spanned! {span=>
            #[doc(hidden)]
            fn #get(rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>) -> #objmodel::Result {
                #[allow(unused_imports)]
                use #objmodel::native::glue::PlainOutcome as _;
                #body
            }
        });
        let doc = of(Role::Getter).map_or("", |method| &*method.doc);
        let as_member =
            of(Role::Getter).filter(|method| method.row.member).map(|_| quote!(.as_member()));
        if of(Role::Setter).is_none() && of(Role::Deleter).is_none() {
            let spec = quote!(#objmodel::types::spec::GetSetSpec);
            self.getset.push(quote!(#spec::read_only(#name, #class::#get).doc(#doc) #as_member));
            return Ok(());
        }
        let write = match of(Role::Setter) {
            Some(method) => {
                let [(parameter, ty)] = &method.parameters[..] else {
                    return Err(Error::new(method.span, "a setter takes the value, and `rt`"));
                };
                let passed = crate::argument::Passed::of(ty, objmodel);
                let (variable, extracted) =
                    (holder(&parameter.to_string(), method.span), extracted(&passed));
                let call = method.call(class, objmodel)?;
                quote! {
                    let #variable: #extracted =
                        #glue::argument::<#extracted>(rt, value, #name)?;
                    let outcome = #call;
                    #glue::Outcome(outcome).result(rt)
                }
            }
            None => quote!(::std::result::Result::Err(#glue::unwritable::<#class>(rt, own, #name))),
        };
        let delete = match of(Role::Deleter) {
            Some(method) => {
                let call = method.call_alone("deleter", class, objmodel)?;
                quote!(let outcome = #call; #glue::Outcome(outcome).result(rt))
            }
            None => quote!(::std::result::Result::Err(#glue::undeletable(rt))),
        };
        let set = format_ident!("__py{}_set_{}", self.part, crate::identifier(name));
        self.functions.extend(quote_spanned! {span=>
            #[doc(hidden)]
            fn #set(
                rt: &mut #objmodel::Runtime,
                own: #objmodel::Borrowed<'_>,
                value: ::std::option::Option<#objmodel::Borrowed<'_>>,
            ) -> #objmodel::Result<()> {
                #[allow(unused_imports)]
                use #objmodel::native::glue::PlainOutcome as _;
                match value {
                    ::std::option::Option::Some(value) => { #write }
                    ::std::option::Option::None => { #delete }
                }
            }
        });
        let spec = quote!(#objmodel::types::spec::GetSetSpec);
        self.getset
            .push(quote!(#spec::writable(#name, #class::#get, #class::#set).doc(#doc) #as_member));
        Ok(())
    }

    /// `__traverse__` and `__clear__` written by hand.
    fn collected(
        &mut self,
        methods: (Option<Method>, Option<Method>),
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<()> {
        let glue = quote!(#objmodel::native::glue);
        match methods {
            (None, None) => Ok(()),
            (Some(traverse), Some(clear)) => {
                if traverse.receiver != Some(Receiver::Shared) || traverse.token.is_some() {
                    let message = "`__traverse__` takes `&self` and a `PyVisit`: it runs nothing";
                    return Err(Error::new(traverse.span, message));
                }
                if clear.receiver != Some(Receiver::Unique) || !clear.parameters.is_empty() {
                    return Err(Error::new(
                        clear.span,
                        "`__clear__` takes `&mut self`, and nothing else",
                    ));
                }
                let (visit, empty) = (&traverse.rust_name, &clear.rust_name);
                self.traverse = Some(quote!(|own, visitor| {
                    #glue::visiting(visitor, |visit| drop(#class::#visit(own, visit)))
                }));
                self.clear = Some(quote!(|own| drop(#class::#empty(own))));
                Ok(())
            }
            (Some(method), None) => Err(Error::new(
                method.span,
                "`__traverse__` needs `__clear__` beside it, or cycles stay: or write neither, \
                 then both are derived",
            )),
            (None, Some(method)) => Err(Error::new(
                method.span,
                "`__clear__` needs `__traverse__` beside it: or write neither, then both are derived",
            )),
        }
    }

    /// The constants that `#[pyclass]` looks for, and the functions; `part` tells blocks apart.
    pub(crate) fn constants(
        &self,
        class: &TokenStream,
        objmodel: &TokenStream,
        part: &str,
        span: Span,
    ) -> TokenStream {
        let Rows { slots, methods, getset, attributes, computed, functions, exact, .. } = self;
        let name = |what: &str| Ident::new(&format!("__PY{part}_{what}"), span);
        let (rows, flagged) = (name("ROWS"), name("FLAGGED"));
        let is_flagged = self.flagged;
        let text = match &self.text_signature {
            Some(text) => quote!(::std::option::Option::Some(#text)),
            None => quote!(::std::option::Option::None),
        };
        let by_hand = self.by_hand(class, objmodel, part, span);
        let frozen = self.frozen.map(|span| {
            let message = "`&self` beside `rt: &mut Runtime` needs `#[pyclass(frozen)]`: the payload \
                           must not change while Python code runs";
            quote_spanned! {span=>
                const _: () = assert!(
                    <<#class as #objmodel::native::glue::Described>::Payload as #objmodel::Payload>::FROZEN,
                    #message
                );
            }
        });
        quote_spanned! {span=>
            #[allow(non_snake_case, non_upper_case_globals, unreachable_pub, clippy::all, unused_qualifications)]
            impl #class {
                #[doc(hidden)]
                pub const #flagged: bool = #is_flagged;
                #[doc(hidden)]
                pub const #rows: #objmodel::native::glue::Rows = #objmodel::native::glue::Rows {
                    slots: &[#(#slots),*],
                    methods: &[#(#methods),*],
                    getset: &[#(#getset),*],
                    attributes: &[#(#attributes),*],
                    computed: &[#(#computed),*],
                    text_signature: #text,
                    exact: #exact,
                };
                #by_hand
                #functions
            }
            #frozen
        }
    }
}

/// What is extracted for a parameter.
pub(crate) fn extracted(passed: &crate::argument::Passed) -> TokenStream {
    let holder = &passed.holder;
    match passed.optional {
        true => quote!(::std::option::Option<#holder>),
        false => quote!(#holder),
    }
}

/// What a name with leading and trailing underscores means.
enum Special {
    Slot(SpecialId),
    /// A slot that a class statement has no name for.
    Alone(SlotId),
}

/// The meaning of a method's name, if it is a special one.
fn special(method: &Method) -> Result<Option<Special>> {
    let name = &*method.name;
    if !(name.starts_with("__") && name.ends_with("__") && name.len() > 4) {
        return Ok(None);
    }
    let alone = match name {
        "__concat__" => Some(SlotId::SqConcat),
        "__repeat__" => Some(SlotId::SqRepeat),
        "__inplace_concat__" => Some(SlotId::SqInplaceConcat),
        "__inplace_repeat__" => Some(SlotId::SqInplaceRepeat),
        "__getbuffer__" => Some(SlotId::BfGetbuffer),
        "__releasebuffer__" => Some(SlotId::BfReleasebuffer),
        _ => None,
    };
    if let Some(slot) = alone {
        return Ok(Some(Special::Alone(slot)));
    }
    if name == "__richcmp__" {
        return Ok(Some(Special::Slot(SpecialId::Eq)));
    }
    if name == "__new__" {
        return Err(Error::new(method.span, "write `#[new]` on the constructor"));
    }
    if let Some(special) = SpecialId::from_name(name) {
        if method.text_signature.is_some() {
            let message = "a special method has the signature of its slot";
            return Err(Error::new(method.span, message));
        }
        return Ok(Some(Special::Slot(special)));
    }
    if by_name(name) {
        return Ok(None);
    }
    let known = SpecialId::ALL.iter().map(|special| special.name());
    let known: Vec<&[u8]> =
        known.chain(objmodel_slots::BY_NAME.iter().copied()).map(str::as_bytes).collect();
    let hint = suggest(name.as_bytes(), known.iter().copied())
        .and_then(|found| std::str::from_utf8(found).ok())
        .map(|found| format!(": did you mean `{found}`?"));
    Err(Error::new(
        method.span,
        format!("there is no special method `{name}`{}", hint.unwrap_or_default()),
    ))
}

/// Puts a special method to the slot that it fills.
fn slot_of(
    special: SpecialId,
    method: Method,
    slots: &mut BTreeMap<Group, Vec<(SpecialId, Method)>>,
) -> Result<()> {
    let group = Group::of(special);
    let of = slots.entry(group).or_default();
    if of.iter().any(|(_, other)| other.name == method.name) {
        return Err(Error::new(method.span, format!("`{}` stands twice", method.name)));
    }
    let richcmp = |method: &Method| method.name == "__richcmp__";
    if group == Group::Compare
        && !of.is_empty()
        && (richcmp(&method) || of.iter().any(|(_, other)| richcmp(other)))
    {
        return Err(Error::new(
            method.span,
            "`__richcmp__` answers all six comparisons: it stands alone, without `__eq__` and the like",
        ));
    }
    of.push((special, method));
    Ok(())
}

impl Method {
    /// A call of an accessor that takes no argument.
    fn call_alone(
        &self,
        what: &str,
        class: &TokenStream,
        objmodel: &TokenStream,
    ) -> Result<TokenStream> {
        if !self.parameters.is_empty() {
            let message = format!("a {what} takes no argument but `rt`");
            return Err(Error::new(self.span, message));
        }
        self.call(class, objmodel)
    }

    /// Statements that read the arguments of what is passed its class or module first, which is no argument
    /// that callers give; and the text of its signature.
    pub(crate) fn read_behind(
        &self,
        what: &str,
        receiver: &str,
        missing: &str,
        objmodel: &TokenStream,
    ) -> Result<(TokenStream, String)> {
        let Some(((name, ty), parameters)) = self.parameters.split_first() else {
            return Err(Error::new(self.span, missing));
        };
        let rest = Method { parameters: parameters.to_vec(), ..self.without_parameters() };
        let names: Vec<Ident> = parameters.iter().map(|(name, _)| name.clone()).collect();
        let bound = match &self.signature {
            Some(written) => crate::signature::Bound::of(written, &names)?,
            None => crate::signature::Bound::required(&names),
        };
        let passed = crate::argument::Passed::of(ty, objmodel);
        let (variable, extracted) = (holder(&name.to_string(), self.span), &passed.holder);
        let behind = rest.read_bound(&bound, 1, objmodel);
        let text = self.text_signature.clone().unwrap_or_else(|| bound.text(Some(receiver)));
        let read = quote! {
            let #variable: #extracted =
                #objmodel::native::glue::argument::<#extracted>(rt, args.at(0), #what)?;
            #behind
        };
        Ok((read, text))
    }

    /// The method as if it had no parameters.
    fn without_parameters(&self) -> Method {
        Method {
            rust_name: self.rust_name.clone(),
            name: self.name.clone(),
            role: self.role.clone(),
            receiver: self.receiver,
            token: self.token,
            parameters: Vec::new(),
            output: self.output.clone(),
            doc: self.doc.clone(),
            signature: None,
            text_signature: None,
            converters: self.converters.clone(),
            pass_module: self.pass_module,
            left: false,
            raw: self.raw,
            appends: self.appends,
            row: self.row.clone(),
            span: self.span,
        }
    }
}

/// Whether the operator's method passes where its argument cannot be read.
pub(crate) fn passes(id: SlotId) -> bool {
    id.info().side != OperandSide::Sole
        && matches!(id.shape(), SlotShape::Binary | SlotShape::Ternary)
}

/// Whether the method changes its object in place and returns nothing.
pub(crate) fn returns_itself(id: SlotId, method: &Method) -> bool {
    id.info().side == OperandSide::InPlace && is_unit(&method.output)
}
