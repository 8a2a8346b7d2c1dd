//! Which special methods share a slot, and the function that the slot gets.

use objmodel_slots::{CompareOp, SlotId, SlotShape, SpecialId};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::{Error, Result};

use crate::argument::{Passed, last_name};
use crate::method::{Method, holder};
use crate::pymethods::{Rows, extracted, passes, returns_itself};

/// Special methods that one function serves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Group {
    Compare,
    Attribute,
    SetAttribute,
    Descriptor,
    Item,
    One(SpecialId),
}

impl Group {
    pub(crate) fn of(special: SpecialId) -> Group {
        match special {
            _ if CompareOp::from_special(special).is_some() => Group::Compare,
            SpecialId::GetAttr | SpecialId::GetAttribute => Group::Attribute,
            SpecialId::SetAttr | SpecialId::DelAttr => Group::SetAttribute,
            SpecialId::Set | SpecialId::Delete => Group::Descriptor,
            SpecialId::SetItem | SpecialId::DelItem => Group::Item,
            _ => Group::One(special),
        }
    }
}

type Methods = [(SpecialId, Method)];

/// What all functions of slots are written with.
struct Writer<'a> {
    class: &'a TokenStream,
    objmodel: &'a TokenStream,
    glue: TokenStream,
}

/// Writes the function of a group and puts it into the rows.
pub(crate) fn group(
    rows: &mut Rows,
    group: Group,
    methods: &Methods,
    class: &TokenStream,
    objmodel: &TokenStream,
) -> Result<()> {
    let writer = Writer { class, objmodel, glue: quote!(#objmodel::native::glue) };
    let find = |special: SpecialId| {
        methods.iter().find(|(other, _)| *other == special).map(|(_, method)| method)
    };
    match group {
        Group::Compare => writer.compare(rows, methods),
        Group::Attribute => {
            writer.attribute(rows, find(SpecialId::GetAttribute), find(SpecialId::GetAttr))
        }
        Group::SetAttribute => writer.pair(
            rows,
            SlotId::TpSetattro,
            find(SpecialId::SetAttr),
            find(SpecialId::DelAttr),
        ),
        Group::Descriptor => {
            writer.pair(rows, SlotId::TpDescrSet, find(SpecialId::Set), find(SpecialId::Delete))
        }
        Group::Item => writer.pair(
            rows,
            SlotId::MpAssSubscript,
            find(SpecialId::SetItem),
            find(SpecialId::DelItem),
        ),
        Group::One(special) => match methods {
            [(_, method)] => writer.one(rows, special, method),
            _ => Ok(()),
        },
    }
}

/// Writes the function of a slot that no name of Python's fills.
pub(crate) fn alone(
    rows: &mut Rows,
    id: SlotId,
    method: &Method,
    class: &TokenStream,
    objmodel: &TokenStream,
) -> Result<()> {
    let writer = Writer { class, objmodel, glue: quote!(#objmodel::native::glue) };
    writer.slot(rows, id, method, &method.name)
}

/// Writes the functions of `PySequenceProtocol`, which fill sequence slots alone, or of
/// `PyMappingProtocol`, which fill mapping slots alone.
pub(crate) fn container(
    rows: &mut Rows,
    sequence: bool,
    methods: Vec<Method>,
    class: &TokenStream,
    objmodel: &TokenStream,
) -> Result<()> {
    let writer = Writer { class, objmodel, glue: quote!(#objmodel::native::glue) };
    let (mut set, mut delete) = (None, None);
    for method in methods {
        let id = match (&*method.name, sequence) {
            ("__len__", true) => SlotId::SqLength,
            ("__len__", false) => SlotId::MpLength,
            ("__getitem__", true) => SlotId::SqItem,
            ("__getitem__", false) => SlotId::MpSubscript,
            ("__contains__", _) => SlotId::SqContains,
            ("__concat__", _) => SlotId::SqConcat,
            ("__repeat__", _) => SlotId::SqRepeat,
            ("__inplace_concat__", _) => SlotId::SqInplaceConcat,
            ("__inplace_repeat__", _) => SlotId::SqInplaceRepeat,
            ("__setitem__", _) => {
                set = Some(method);
                continue;
            }
            _ => {
                delete = Some(method);
                continue;
            }
        };
        writer.slot(rows, id, &method, &method.name)?;
    }
    if set.is_none() && delete.is_none() {
        return Ok(());
    }
    let id = if sequence { SlotId::SqAssItem } else { SlotId::MpAssSubscript };
    writer.pair(rows, id, set.as_ref(), delete.as_ref())
}

/// Whether a method takes its only argument as the slot has it.
fn counts(method: &Method) -> bool {
    matches!(method.given(), [(_, ty)] if last_name(ty).as_deref() == Some("isize"))
}

/// How many arguments a method has, the receiver not counted.
fn expect(method: &Method, least: usize, most: usize) -> Result<()> {
    let given = method.given().len();
    if (least..=most).contains(&given) {
        return Ok(());
    }
    let count = match (least, most) {
        (0, 0) => "no argument".to_owned(),
        (1, 1) => "one argument".to_owned(),
        (least, most) if least == most => format!("{most} arguments"),
        (least, most) => format!("{least} or {most} arguments"),
    };
    Err(Error::new(
        method.span,
        format!("`{}` takes {count} behind the receiver, not {given}", method.name),
    ))
}

impl Writer<'_> {
    /// A row, and the function behind it.
    #[expect(clippy::too_many_arguments, reason = "the parts of one row")]
    fn add(
        &self,
        rows: &mut Rows,
        ids: &[SlotId],
        shape: &str,
        name: &str,
        span: proc_macro2::Span,
        signature: TokenStream,
        body: TokenStream,
    ) {
        let Writer { class, objmodel, glue } = self;
        let function = format_ident!("__py{}_slot_{}", rows.part, crate::identifier(name));
        let shape = format_ident!("{shape}");
        rows.functions.extend(quote_spanned! {span=>
            #[doc(hidden)]
            #[allow(unused_variables, unused_mut, clippy::all)]
            fn #function #signature {
                #[allow(unused_imports)]
                use #glue::{PlainNext as _, PlainOutcome as _};
                #body
            }
        });
        for id in ids {
            let id = format_ident!("{}", format!("{id:?}"));
            rows.slots.push(quote! {(
                #objmodel::slots::SlotId::#id,
                #objmodel::types::slot::SlotFn::#shape(#class::#function)
            )});
        }
    }

    /// Reads an argument: the statement, or an error naming the parameter.
    fn read(&self, method: &Method, number: usize, value: TokenStream) -> TokenStream {
        let Writer { objmodel, glue, .. } = self;
        let Some((name, ty)) = method.given().get(number) else { return quote!() };
        let passed = Passed::of(ty, objmodel);
        let (variable, extracted) = (holder(&name.to_string(), method.span), extracted(&passed));
        let name = name.to_string();
        quote!(let #variable: #extracted = #glue::argument::<#extracted>(rt, #value, #name)?;)
    }

    /// Reads the operand of an operator: if that fails, the operator passes.
    fn operand(&self, method: &Method, number: usize, value: TokenStream) -> TokenStream {
        let Writer { objmodel, glue, class } = self;
        let Some((name, ty)) = method.given().get(number) else { return quote!() };
        let passed = Passed::of(ty, objmodel);
        let (variable, extracted) = (holder(&name.to_string(), method.span), extracted(&passed));
        let method = &method.name;
        quote! {
            let #variable: #extracted = match #glue::operand::<#class, #extracted>(rt, own, #value, #method) {
                ::std::result::Result::Ok(operand) => operand,
                ::std::result::Result::Err(passed) => return passed,
            };
        }
    }

    fn one(&self, rows: &mut Rows, special: SpecialId, method: &Method) -> Result<()> {
        let Some(&id) = special.slots().first() else { return Ok(()) };
        match special {
            SpecialId::Len => {
                self.slot(rows, SlotId::MpLength, method, &method.name)?;
                self.also(rows, SlotId::SqLength, "Len", method);
                return Ok(());
            }
            SpecialId::GetItem => {
                self.slot(rows, SlotId::MpSubscript, method, &method.name)?;
                let signature = self.signature(quote!(index: isize), quote!());
                let (class, function) = (
                    self.class,
                    format_ident!("__py{}_slot_{}", rows.part, crate::identifier(&method.name)),
                );
                let body = quote! {
                    let index = rt.int(index as i64)?;
                    #class::#function(rt, own, index.as_ref())
                };
                self.add(
                    rows,
                    &[SlotId::SqItem],
                    "SizeArg",
                    "sq_item",
                    method.span,
                    signature,
                    body,
                );
                return Ok(());
            }
            _ => {}
        }
        if let Some((least, most)) = id.wrapper_arity(special)
            && !matches!(id.shape(), SlotShape::Ternary | SlotShape::DescrGet)
        {
            expect(method, least, most)?;
        }
        self.slot(rows, id, method, &method.name)
    }

    /// Another slot with the function of a method.
    fn also(&self, rows: &mut Rows, id: SlotId, shape: &str, method: &Method) {
        let Writer { class, objmodel, .. } = self;
        let function = format_ident!("__py{}_slot_{}", rows.part, crate::identifier(&method.name));
        let (id, shape) = (format_ident!("{}", format!("{id:?}")), format_ident!("{shape}"));
        rows.slots.push(quote! {(
            #objmodel::slots::SlotId::#id,
            #objmodel::types::slot::SlotFn::#shape(#class::#function)
        )});
    }

    /// The signature of a slot's function, with parameters behind the object.
    fn signature(&self, parameters: TokenStream, result: TokenStream) -> TokenStream {
        let objmodel = self.objmodel;
        let result = match result.is_empty() {
            true => quote!(#objmodel::Result),
            false => quote!(#objmodel::Result<#result>),
        };
        quote!((rt: &mut #objmodel::Runtime, own: #objmodel::Borrowed<'_>, #parameters) -> #result)
    }

    /// The function of one slot that one method serves.
    fn slot(&self, rows: &mut Rows, id: SlotId, method: &Method, name: &str) -> Result<()> {
        let Writer { class, objmodel, glue } = self;
        let call = method.call(class, objmodel)?;
        let object = quote!(#glue::Outcome(outcome).into_object(rt));
        let plain = quote!(#glue::Outcome(outcome).result(rt));
        let none = quote!(#objmodel::singletons::none());
        let borrowed = quote!(#objmodel::Borrowed<'_>);
        let shape = format!("{:?}", id.shape());
        let (signature, body) = match id.shape() {
            SlotShape::Unary if method.appends => {
                expect(method, 0, 0)?;
                let text = quote!(#objmodel::objects::builder::TextBuilder);
                let signature = quote! {(
                    rt: &mut #objmodel::Runtime,
                    own: #objmodel::Borrowed<'_>,
                    out: &mut #text,
                ) -> #objmodel::Result<()>};
                let body = quote!(let outcome = #call; #plain);
                self.add(rows, &[id], "Show", name, method.span, signature, body);
                return Ok(());
            }
            SlotShape::Unary if id == SlotId::AmAnext => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; let next = #plain?; #glue::NextOutcome(next).anext(rt));
                (self.signature(quote!(), quote!()), body)
            }
            SlotShape::Unary => {
                expect(method, 0, 0)?;
                (self.signature(quote!(), quote!()), quote!(let outcome = #call; #object))
            }
            SlotShape::Binary => {
                expect(method, 1, 1)?;
                let read = match passes(id) {
                    true => self.operand(method, 0, quote!(other)),
                    false => self.read(method, 0, quote!(other)),
                };
                let end = match returns_itself(id, method) {
                    true => quote!(#plain?; ::std::result::Result::Ok(own.to_value())),
                    false => object,
                };
                let body = quote!(#read let outcome = #call; #end);
                (self.signature(quote!(other: #borrowed), quote!()), body)
            }
            SlotShape::Ternary => {
                expect(method, 1, 2)?;
                let other = self.operand(method, 0, quote!(other));
                let modulus = self.operand(method, 1, quote!(modulus));
                let lacks = (method.given().len() == 1).then(|| {
                    quote! {
                        if !#objmodel::singletons::is_none(&modulus) {
                            return ::std::result::Result::Ok(#objmodel::singletons::not_implemented());
                        }
                    }
                });
                let end = match returns_itself(id, method) {
                    true => quote!(#plain?; ::std::result::Result::Ok(own.to_value())),
                    false => object,
                };
                // The class of the third operand is asked too.
                let receiver = quote! {
                    if !own.is_payload::<<#class as #glue::Described>::Payload>() {
                        return ::std::result::Result::Ok(#objmodel::singletons::not_implemented());
                    }
                };
                let body = quote!(#receiver #lacks #other #modulus let outcome = #call; #end);
                (self.signature(quote!(other: #borrowed, modulus: #borrowed), quote!()), body)
            }
            SlotShape::Inquiry => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; let truth: bool = #plain?; ::std::result::Result::Ok(truth));
                (self.signature(quote!(), quote!(bool)), body)
            }
            SlotShape::Len => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; let length: usize = #plain?; ::std::result::Result::Ok(length));
                (self.signature(quote!(), quote!(usize)), body)
            }
            SlotShape::Hash => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; let hash = #plain?; ::std::result::Result::Ok(#glue::hash(hash)));
                (self.signature(quote!(), quote!(i64)), body)
            }
            SlotShape::Contains => {
                expect(method, 1, 1)?;
                let read = self.read(method, 0, quote!(item));
                let body = quote!(#read let outcome = #call; let truth: bool = #plain?; ::std::result::Result::Ok(truth));
                (self.signature(quote!(item: #borrowed), quote!(bool)), body)
            }
            SlotShape::IterNext => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; let next = #plain?; #glue::NextOutcome(next).next(rt));
                let result = quote!(::std::option::Option<#objmodel::Value>);
                (self.signature(quote!(), result), body)
            }
            SlotShape::SizeArg if counts(method) => {
                expect(method, 1, 1)?;
                let (index, _) = &method.given()[0];
                let index = holder(&index.to_string(), method.span);
                let body = quote!(let #index: isize = count; let outcome = #call; #object);
                (self.signature(quote!(count: isize), quote!()), body)
            }
            SlotShape::SizeObjArg if method.row.slot.is_some() => {
                expect(method, 2, 2)?;
                let [(index, _), (value, _)] = method.given() else { return Ok(()) };
                let (index, item) = (
                    holder(&index.to_string(), method.span),
                    holder(&value.to_string(), method.span),
                );
                let body =
                    quote!(let (#index, #item) = (count, value); let outcome = #call; #plain);
                let option = quote!(::std::option::Option<#borrowed>);
                (self.signature(quote!(count: isize, value: #option), quote!(())), body)
            }
            SlotShape::GetAttr if method.row.slot.is_some() => {
                expect(method, 1, 1)?;
                let read = self.read(method, 0, quote!(name));
                let result = quote!(::std::option::Option<#objmodel::Value>);
                let body = quote!(#read let outcome = #call; #plain);
                (self.signature(quote!(name: #borrowed), result), body)
            }
            SlotShape::SizeArg => {
                expect(method, 1, 1)?;
                let read = self.read(method, 0, quote!(count));
                let body = quote! {
                    let count = rt.int(count as i64)?;
                    let count = count.as_ref();
                    #read
                    let outcome = #call;
                    #object
                };
                (self.signature(quote!(count: isize), quote!()), body)
            }
            SlotShape::DescrGet => {
                expect(method, 1, 2)?;
                let (instance, owner) = (
                    self.read(method, 0, quote!(instance.unwrap_or(none.as_ref()))),
                    self.read(method, 1, quote!(owner.unwrap_or(none.as_ref()))),
                );
                let body = quote! {
                    let none = #none;
                    #instance
                    #owner
                    let outcome = #call;
                    #object
                };
                let option = quote!(::std::option::Option<#borrowed>);
                (self.signature(quote!(instance: #option, owner: #option), quote!()), body)
            }
            SlotShape::Finalize => {
                expect(method, 0, 0)?;
                let body = quote!(let outcome = #call; #glue::Outcome(outcome).into_object(rt)?; ::std::result::Result::Ok(()));
                (self.signature(quote!(), quote!(())), body)
            }
            SlotShape::GetBuffer => {
                expect(method, 0, 1)?;
                let read = self.read(method, 0, quote!(flags.as_ref()));
                let body = quote! {
                    let flags = rt.int(flags)?;
                    #read
                    let outcome = #call;
                    #object
                };
                (self.signature(quote!(flags: i64), quote!()), body)
            }
            SlotShape::ReleaseBuffer => {
                expect(method, 0, 1)?;
                let read = self.read(method, 0, quote!(buffer));
                let body = quote! {
                    let _ = buffer;
                    #read
                    let outcome = #call;
                    #glue::Outcome(outcome).into_object(rt)?;
                    ::std::result::Result::Ok(())
                };
                (self.signature(quote!(buffer: #borrowed), quote!(())), body)
            }
            SlotShape::Call | SlotShape::Init | SlotShape::New => {
                return self.called(rows, id, method, name);
            }
            SlotShape::GetAttr
            | SlotShape::SetAttr
            | SlotShape::DescrSet
            | SlotShape::RichCompare
            | SlotShape::SizeObjArg
            | SlotShape::ObjObjArg
            | SlotShape::Send => {
                let message = "this slot is filled by other methods";
                return Err(Error::new(method.span, message));
            }
        };
        self.add(rows, &[id], &shape, name, method.span, signature, body);
        Ok(())
    }

    /// A slot whose function gets all arguments of a call.
    fn called(&self, rows: &mut Rows, id: SlotId, method: &Method, name: &str) -> Result<()> {
        let Writer { class, objmodel, glue } = self;
        // The class goes before the arguments of a constructor that asks for it.
        let first = match (id.shape(), method.parameters.first()) {
            (SlotShape::New, Some((name, ty))) if is_class(name, ty) => Some(ty),
            _ => None,
        };
        let bound = match (first, &method.signature) {
            (Some(_), None) => {
                let names: Vec<_> =
                    method.parameters.iter().skip(1).map(|(name, _)| name.clone()).collect();
                crate::signature::Bound::required(&names)
            }
            (Some(_), Some(written)) => {
                let names: Vec<_> =
                    method.parameters.iter().skip(1).map(|(name, _)| name.clone()).collect();
                crate::signature::Bound::of(written, &names)?
            }
            (None, _) => method.bound()?,
        };
        let read = method.read_bound(&bound, 0, objmodel);
        let call = method.call(class, objmodel)?;
        let text = bound.text(None);
        // What initializes an instance is named by its class, as what makes one is.
        let label = match id.shape() {
            SlotShape::Init => quote!(::std::option::Option::None),
            _ => {
                let label = format!("{name}()");
                quote!(::std::option::Option::Some(#label))
            }
        };
        let bind = quote! {
            static SIGNATURE: #glue::StaticSignature = #glue::StaticSignature::new(#text);
        };
        let by_position = !bound.parameters.is_empty() && bound.is_positional();
        let (signature, body) = match id.shape() {
            SlotShape::New => {
                if method.receiver.is_some() {
                    let message = "a constructor has no `self`: it makes the payload";
                    return Err(Error::new(method.span, message));
                }
                let of_class = first.map(|ty| {
                    let (name, _) = &method.parameters[0];
                    let passed = Passed::of(ty, objmodel);
                    let (variable, extracted) =
                        (holder(&name.to_string(), method.span), extracted(&passed));
                    quote! {
                        let #variable: #extracted =
                            #glue::argument::<#extracted>(rt, class.into(), "cls")?;
                    }
                });
                if !method.row.without_signature {
                    let written = method.text_signature.clone();
                    if let Some(text) = written.or((!method.raw).then_some(text.clone())) {
                        rows.constructor_text(text);
                    }
                }
                let makes = match &rows.makes {
                    Some(name) => quote!(#name),
                    None => quote!(#glue::class_name::<#class>()),
                };
                let make = quote! {
                    #of_class
                    #read
                    let outcome = #call;
                    let made = #glue::Outcome(outcome).result(rt)?;
                    #glue::Made(made).construct::<#class>(rt, class, call)
                };
                let without_keywords = by_position
                    .then(|| quote!(let call = #glue::without_keywords(rt, class, call)?;));
                let body = match method.raw {
                    true => quote!(#[allow(unused_imports)] use #glue::MadePayload as _; #make),
                    false => quote! {
                        #[allow(unused_imports)]
                        use #glue::MadePayload as _;
                        #bind
                        #without_keywords
                        #glue::bind_as(rt, &SIGNATURE, #makes, call, |rt, args| { #make })
                    },
                };
                (
                    quote!((
                        rt: &mut #objmodel::Runtime,
                        class: &#objmodel::Type,
                        call: #objmodel::CallArgs<'_>,
                    ) -> #objmodel::Result),
                    body,
                )
            }
            shape => {
                let (result, end) = match shape {
                    SlotShape::Call => (quote!(), quote!(#glue::Outcome(outcome).into_object(rt))),
                    _ => (
                        quote!(()),
                        quote! {
                            #glue::Outcome(outcome).into_object(rt)?;
                            ::std::result::Result::Ok(())
                        },
                    ),
                };
                let body = if method.raw {
                    quote!(let outcome = #call; #end)
                } else {
                    quote! {
                        #bind
                        #glue::bind::<#class, _>(rt, &SIGNATURE, #label, call, |rt, args| {
                            #read
                            let outcome = #call;
                            #end
                        })
                    }
                };
                let result = match result.is_empty() {
                    true => quote!(#objmodel::Result),
                    false => quote!(#objmodel::Result<#result>),
                };
                (
                    quote!(<'a>(
                        rt: &mut #objmodel::Runtime,
                        own: #objmodel::Borrowed<'a>,
                        call: #objmodel::CallArgs<'a>,
                    ) -> #result),
                    body,
                )
            }
        };
        let shape = format!("{:?}", id.shape());
        self.add(rows, &[id], &shape, name, method.span, signature, body);
        Ok(())
    }

    /// The six comparisons, by `__richcmp__` or by their names.
    fn compare(&self, rows: &mut Rows, methods: &Methods) -> Result<()> {
        let Writer { class, objmodel, glue } = self;
        let (other, op) =
            (quote!(other: #objmodel::Borrowed<'_>), quote!(op: #objmodel::CompareOp));
        let signature = self.signature(quote!(#other, #op), quote!());
        let object = quote!(#glue::Outcome(outcome).into_object(rt));
        if let [(_, method)] = methods
            && method.name == "__richcmp__"
        {
            expect(method, 2, 2)?;
            let (name, ty) = &method.given()[1];
            if last_name(ty).as_deref() != Some("CompareOp") {
                let message = "the second argument of `__richcmp__` is a `CompareOp`";
                return Err(Error::new(method.span, message));
            }
            let (read, variable) =
                (self.operand(method, 0, quote!(other)), holder(&name.to_string(), method.span));
            let call = method.call(class, objmodel)?;
            let body = quote! {
                #read
                let #variable = op;
                let outcome = #call;
                #object
            };
            let ids = [SlotId::TpRichcompare];
            self.add(rows, &ids, "RichCompare", "richcmp", method.span, signature, body);
            return Ok(());
        }
        let mut arms = TokenStream::new();
        let mut has_ne = false;
        let mut eq = None;
        for (special, method) in methods {
            expect(method, 1, 1)?;
            let Some(op) = CompareOp::from_special(*special) else { continue };
            let (read, call) =
                (self.operand(method, 0, quote!(other)), method.call(class, objmodel)?);
            let variant = format_ident!("{}", format!("{op:?}"));
            has_ne |= op == CompareOp::Ne;
            let code = quote!({ #read let outcome = #call; #object });
            if op == CompareOp::Eq {
                eq = Some(code.clone());
            }
            arms.extend(quote!(#objmodel::CompareOp::#variant => #code));
        }
        // `!=` is the contrary of `==`, unless it is told.
        if let Some(eq) = eq.filter(|_| !has_ne) {
            arms.extend(quote! {
                #objmodel::CompareOp::Ne => {
                    let equal = #eq?;
                    #glue::contrary(rt, equal)
                }
            });
        }
        let span =
            methods.first().map_or_else(proc_macro2::Span::call_site, |(_, method)| method.span);
        let body = quote! {
            match op {
                #arms
                #[allow(unreachable_patterns)]
                _ => ::std::result::Result::Ok(#objmodel::singletons::not_implemented()),
            }
        };
        let ids = [SlotId::TpRichcompare];
        self.add(rows, &ids, "RichCompare", "richcmp", span, signature, body);
        Ok(())
    }

    /// `__getattribute__` for each attribute, `__getattr__` for those that are not there.
    fn attribute(
        &self,
        rows: &mut Rows,
        always: Option<&Method>,
        absent: Option<&Method>,
    ) -> Result<()> {
        let Writer { class, objmodel, glue } = self;
        let object = quote!(#glue::Outcome(outcome).into_object(rt));
        let mut span = proc_macro2::Span::call_site();
        let first = match always {
            Some(method) => {
                expect(method, 1, 1)?;
                span = method.span;
                let (read, call) =
                    (self.read(method, 0, quote!(name)), method.call(class, objmodel)?);
                quote! {
                    (|rt: &mut #objmodel::Runtime| -> #objmodel::Result {
                        #read
                        let outcome = #call;
                        #object
                    })(rt).map(::std::option::Option::Some)
                }
            }
            None => quote!(#glue::generic_attribute::<#class>(rt, own, name)),
        };
        let body = match absent {
            Some(method) => {
                expect(method, 1, 1)?;
                span = method.span;
                let (read, call) =
                    (self.read(method, 0, quote!(name)), method.call(class, objmodel)?);
                quote! {
                    if let ::std::option::Option::Some(found) = { let found = #first; #glue::unless_missing(rt, found)? } {
                        return ::std::result::Result::Ok(::std::option::Option::Some(found));
                    }
                    #read
                    let outcome = #call;
                    #object.map(::std::option::Option::Some)
                }
            }
            None => first,
        };
        let result = quote!(::std::option::Option<#objmodel::Value>);
        let signature = self.signature(quote!(name: #objmodel::Borrowed<'_>), result);
        self.add(rows, &[SlotId::TpGetattro], "GetAttr", "getattro", span, signature, body);
        Ok(())
    }

    /// A slot that sets, or deletes without a value.
    fn pair(
        &self,
        rows: &mut Rows,
        id: SlotId,
        set: Option<&Method>,
        delete: Option<&Method>,
    ) -> Result<()> {
        let Writer { class, objmodel, glue } = self;
        let borrowed = quote!(#objmodel::Borrowed<'_>);
        let plain = quote!(#glue::Outcome(outcome).into_object(rt).map(drop));
        let mut span = proc_macro2::Span::call_site();
        let other = |what: &str| {
            let function = format_ident!("{what}");
            match id {
                SlotId::TpSetattro => quote!(#glue::generic_set::<#class>(rt, own, key, value)),
                SlotId::TpDescrSet => {
                    quote!(::std::result::Result::Err(#glue::no_descriptor(rt, #what)))
                }
                _ => {
                    quote!(::std::result::Result::Err(#glue::no_item::<#class>(rt, own, stringify!(#function))))
                }
            }
        };
        let set = match set {
            Some(method) => {
                expect(method, 2, 2)?;
                span = method.span;
                let (key, value) =
                    (self.read(method, 0, quote!(key)), self.read(method, 1, quote!(item)));
                let call = method.call(class, objmodel)?;
                quote!(let item = item; #key #value let outcome = #call; #plain)
            }
            None => other("__set__"),
        };
        let delete = match delete {
            Some(method) => {
                expect(method, 1, 1)?;
                span = method.span;
                let (key, call) =
                    (self.read(method, 0, quote!(key)), method.call(class, objmodel)?);
                quote!(#key let outcome = #call; #plain)
            }
            None => other("__delete__"),
        };
        let body = quote! {
            match value {
                ::std::option::Option::Some(item) => { let _ = item; #set }
                ::std::option::Option::None => { #delete }
            }
        };
        let (parameters, body) = match id.shape() {
            SlotShape::SizeObjArg => (
                quote!(index: isize, value: ::std::option::Option<#borrowed>),
                quote!(let key = rt.int(index as i64)?; let key = key.as_ref(); #body),
            ),
            _ => (quote!(key: #borrowed, value: ::std::option::Option<#borrowed>), body),
        };
        let signature = self.signature(parameters, quote!(()));
        let shape = format!("{:?}", id.shape());
        let name = id.name().to_owned();
        self.add(rows, &[id], &shape, &name, span, signature, body);
        if id == SlotId::MpAssSubscript {
            let function = format_ident!("__py{}_slot_{}", rows.part, crate::identifier(&name));
            let parameters = quote!(index: isize, value: ::std::option::Option<#borrowed>);
            let signature = self.signature(parameters, quote!(()));
            let body = quote! {
                let index = rt.int(index as i64)?;
                #class::#function(rt, own, index.as_ref(), value)
            };
            self.add(
                rows,
                &[SlotId::SqAssItem],
                "SizeObjArg",
                "sq_ass_item",
                span,
                signature,
                body,
            );
        }
        Ok(())
    }
}

/// Whether the first parameter of a constructor is the class.
fn is_class(name: &syn::Ident, ty: &syn::Type) -> bool {
    let inner = match ty {
        syn::Type::Reference(reference) => &*reference.elem,
        other => other,
    };
    let content = crate::argument::type_argument(inner).and_then(last_name);
    let handle = last_name(inner);
    (name == "cls" || name == "class")
        && (handle.as_deref() == Some("Type") || content.as_deref() == Some("PyType"))
}
