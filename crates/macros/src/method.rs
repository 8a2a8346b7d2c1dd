//! One Rust method of an `impl` block: its attributes, its receiver, its parameters, and how it is called.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Error, FnArg, Ident, ImplItemFn, LitStr, Pat, Result, ReturnType, Type};

use crate::argument::{
    Passed, has_reference, is_any_object, last_name, option_content, type_argument,
};
use crate::signature::{Bound, Gathers, Written, checked_text};

/// What a method is for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Role {
    New,
    Getter,
    Setter,
    Deleter,
    Static,
    Class,
    Attribute,
    Method,
}

/// How a method gets its object.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Receiver {
    Shared,
    Unique,
    Guard,
    GuardMut,
    /// A typed handle, borrowed.
    Handle,
    /// A typed handle of its own.
    Owned,
    /// A handle that is passed by value.
    HandleValue,
}

/// What a method gets besides: what it may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Shared,
    Unique,
    Meter,
}

/// A method that becomes one of the class.
pub(crate) struct Method {
    pub(crate) rust_name: Ident,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) token: Option<Token>,
    pub(crate) parameters: Vec<(Ident, Type)>,
    pub(crate) output: ReturnType,
    pub(crate) doc: String,
    pub(crate) signature: Option<Written>,
    pub(crate) text_signature: Option<String>,
    /// The functions that read parameters, by their names: `from_py_with`.
    pub(crate) converters: Vec<(String, syn::Expr)>,
    /// Its first parameter is the module that it is a function of.
    pub(crate) pass_module: bool,
    /// Its first parameter is the object itself, as operators of `PyNumberProtocol` have it.
    pub(crate) left: bool,
    /// Its last parameter is the arguments as they were given.
    pub(crate) raw: bool,
    /// Its last parameter is a text under construction, which it appends to.
    pub(crate) appends: bool,
    /// What is said of its row in the table.
    pub(crate) row: Row,
    pub(crate) span: Span,
}

/// What a built-in class says of a method or an accessor beside how it is called.
#[derive(Clone, Default)]
pub(crate) struct Row {
    /// `text_signature = None`
    pub(crate) without_signature: bool,
    /// `member`: the accessor is a `member_descriptor`.
    pub(crate) member: bool,
    /// `by_tuple`: messages name a bound method alone.
    pub(crate) by_tuple: bool,
    /// `slot = Name`: the slot that the function fills.
    pub(crate) slot: Option<objmodel_slots::SlotId>,
}

/// The documentation of an item, as Rust has it.
pub(crate) fn doc_of(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let syn::Meta::NameValue(meta) = &attribute.meta
            && meta.path.is_ident("doc")
            && let syn::Expr::Lit(literal) = &meta.value
            && let syn::Lit::Str(text) = &literal.lit
        {
            let text = text.value();
            lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
        }
    }
    lines.join("\n")
}

/// Whether a type is `()`, alone or in a result.
pub(crate) fn is_unit(output: &ReturnType) -> bool {
    fn unit(ty: &Type) -> bool {
        match ty {
            Type::Tuple(tuple) => tuple.elems.is_empty(),
            Type::Path(path) => path.path.segments.last().is_some_and(|segment| {
                let result = segment.ident == "Result" || segment.ident == "PyResult";
                let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else {
                    return false;
                };
                result
                    && matches!(arguments.args.first(),
                        Some(syn::GenericArgument::Type(ty)) if unit(ty))
            }),
            _ => false,
        }
    }
    match output {
        ReturnType::Default => true,
        ReturnType::Type(_, ty) => unit(ty),
    }
}

/// The attributes that belong to the macro, taken out of the list.
pub(crate) fn take_attributes(attributes: &mut Vec<Attribute>) -> Vec<Attribute> {
    const OURS: &[&str] = &[
        "pyo3",
        "new",
        "getter",
        "setter",
        "deleter",
        "staticmethod",
        "classmethod",
        "classattr",
        "row",
        "args",
    ];
    let mut taken = Vec::new();
    attributes.retain(|attribute| {
        let ours =
            attribute.path().get_ident().is_some_and(|name| OURS.iter().any(|our| name == our));
        if ours {
            taken.push(attribute.clone());
        }
        !ours
    });
    taken
}

impl Method {
    /// Reads a method, and takes what is the macro's off it.
    pub(crate) fn read(function: &mut ImplItemFn) -> Result<Method> {
        let rust_name = function.sig.ident.clone();
        let mut method = Method {
            name: rust_name.unraw().to_string(),
            rust_name,
            role: Role::Method,
            receiver: None,
            token: None,
            parameters: Vec::new(),
            output: function.sig.output.clone(),
            doc: doc_of(&function.attrs),
            signature: None,
            text_signature: None,
            converters: Vec::new(),
            pass_module: false,
            left: false,
            raw: false,
            appends: false,
            row: Row::default(),
            span: function.sig.ident.span(),
        };
        if !function
            .sig
            .generics
            .params
            .iter()
            .all(|param| matches!(param, syn::GenericParam::Lifetime(_)))
        {
            return Err(Error::new(
                function.sig.generics.span(),
                "a method of a class cannot be generic: write one for each type",
            ));
        }
        if let Some(asynchronous) = &function.sig.asyncness {
            return Err(Error::new(
                asynchronous.span,
                "a method of a class cannot be `async`: return an object with `__await__`",
            ));
        }
        let mut renamed = false;
        for attribute in take_attributes(&mut function.attrs) {
            renamed |= method.attribute(&attribute)?;
        }
        method.name_of_role(renamed);
        for input in &mut function.sig.inputs {
            if let FnArg::Typed(typed) = input {
                method.parameter_options(typed)?;
            }
        }
        method.arguments(function)?;
        Ok(method)
    }

    /// Reads what stands before a parameter, and takes it off.
    fn parameter_options(&mut self, typed: &mut syn::PatType) -> Result<()> {
        const ALONE: &str = "on a parameter there is `#[pyo3(from_py_with = function)]` alone";
        for attribute in take_attributes(&mut typed.attrs) {
            let Pat::Ident(name) = &*typed.pat else {
                return Err(Error::new(attribute.span(), ALONE));
            };
            if !attribute.path().is_ident("pyo3") {
                return Err(Error::new(attribute.span(), ALONE));
            }
            let special = self.name.starts_with("__") && self.name.ends_with("__");
            let called = match self.role {
                Role::Getter | Role::Setter | Role::Deleter | Role::Attribute => false,
                Role::Method => !special || matches!(&*self.name, "__call__" | "__init__"),
                Role::New | Role::Static | Role::Class => true,
            };
            if !called {
                let message = "`from_py_with` is for parameters of what is called with arguments: read it \
                     in the body, from a `Value`";
                return Err(Error::new(attribute.span(), message));
            }
            attribute.parse_nested_meta(|meta| {
                if !meta.path.is_ident("from_py_with") {
                    return Err(meta.error(ALONE));
                }
                let function: syn::Expr = meta.value()?.parse()?;
                self.converters.push((name.ident.unraw().to_string(), function));
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Reads one attribute; whether it gives the name.
    fn attribute(&mut self, attribute: &Attribute) -> Result<bool> {
        let name = attribute.path().require_ident()?.to_string();
        let role = match &*name {
            "pyo3" => return self.options(attribute),
            "new" => Role::New,
            "getter" => Role::Getter,
            "setter" => Role::Setter,
            "deleter" => Role::Deleter,
            "staticmethod" => Role::Static,
            "classmethod" => Role::Class,
            "classattr" => Role::Attribute,
            _ => {
                return Err(Error::new(
                    attribute.span(),
                    "write `#[pyo3(signature = (...))]` in place of `#[args]`",
                ));
            }
        };
        let both = (self.role == Role::New && role == Role::Class)
            || (self.role == Role::Class && role == Role::New);
        if self.role != Role::Method && !both {
            return Err(Error::new(attribute.span(), format!("`#[{name}]` beside another role")));
        }
        self.role = if both { Role::New } else { role };
        let accessor = matches!(self.role, Role::Getter | Role::Setter | Role::Deleter);
        if let syn::Meta::List(list) = &attribute.meta {
            if !accessor {
                let message = format!("`#[{name}]` takes no options");
                return Err(Error::new(list.span(), message));
            }
            self.name = match list.parse_args::<LitStr>() {
                Ok(text) => text.value(),
                Err(_) => list.parse_args_with(Ident::parse_any)?.to_string(),
            };
            return Ok(true);
        }
        Ok(false)
    }

    fn options(&mut self, attribute: &Attribute) -> Result<bool> {
        let mut renamed = false;
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("name") {
                self.name = meta.value()?.parse::<LitStr>()?.value();
                renamed = true;
            } else if meta.path.is_ident("signature") {
                self.signature = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("text_signature") {
                let value = meta.value()?;
                if value.peek(LitStr) {
                    self.text_signature = Some(checked_text(&value.parse::<LitStr>()?)?);
                } else {
                    let name: Ident = value.call(Ident::parse_any)?;
                    if name != "None" {
                        return Err(Error::new(name.span(), "a text, or `None`"));
                    }
                    self.row.without_signature = true;
                }
            } else if meta.path.is_ident("pass_module") {
                self.pass_module = true;
            } else if meta.path.is_ident("member") {
                self.row.member = true;
            } else if meta.path.is_ident("by_tuple") {
                self.row.by_tuple = true;
            } else if meta.path.is_ident("slot") {
                self.row.slot = Some(slot_named(&meta.value()?.parse()?)?);
            } else {
                return Err(meta.error(
                    "unknown option: there are `name`, `signature`, `text_signature`, `slot`, \
                     `member` and `by_tuple`, and `pass_module` on functions of a module",
                ));
            }
            Ok(())
        })?;
        Ok(renamed)
    }

    /// `get_x` reads `x`, `set_x` writes it, unless told otherwise.
    fn name_of_role(&mut self, renamed: bool) {
        let prefix = match self.role {
            Role::Getter => "get_",
            Role::Setter => "set_",
            Role::Deleter => "del",
            _ => return,
        };
        if renamed {
            return;
        }
        let prefixes: &[&str] = if prefix == "del" { &["delete_", "del_"] } else { &[prefix] };
        if let Some(rest) = prefixes.iter().find_map(|prefix| self.name.strip_prefix(prefix)) {
            self.name = rest.to_owned();
        }
    }

    fn arguments(&mut self, function: &ImplItemFn) -> Result<()> {
        let inputs: Vec<&FnArg> = function.sig.inputs.iter().collect();
        let has_receiver =
            matches!(self.role, Role::Getter | Role::Setter | Role::Deleter | Role::Method);
        let mut first = true;
        for (place, input) in inputs.into_iter().enumerate() {
            let input = match input {
                FnArg::Receiver(receiver) if !has_receiver => {
                    let message = "a function that is called on the class has no `self`";
                    return Err(Error::new(receiver.span(), message));
                }
                FnArg::Receiver(receiver) => {
                    self.receiver = Some(match &*receiver.ty {
                        Type::Reference(reference) if reference.mutability.is_some() => {
                            Receiver::Unique
                        }
                        Type::Reference(_) => Receiver::Shared,
                        _ => {
                            return Err(Error::new(
                                receiver.span(),
                                "objects are shared, so `self` cannot be moved out of one: take \
                                 `&self`, `&mut self`, `slf: PyRef<Self>` or `slf: &Bound<Self>`",
                            ));
                        }
                    });
                    continue;
                }
                FnArg::Typed(typed) => typed,
            };
            if place == 0 && has_receiver {
                self.receiver = Some(match payload_receiver(input) {
                    Some(receiver) => receiver,
                    None => receiver_type(&input.ty)?,
                });
                continue;
            }
            if let Some(token) = token_type(&input.ty) {
                if !first {
                    let message = "the runtime goes right behind the receiver";
                    return Err(Error::new(input.ty.span(), message));
                }
                if self.token.is_some() {
                    return Err(Error::new(input.ty.span(), "one runtime is enough"));
                }
                self.token = Some(token);
                continue;
            }
            if self.raw || self.appends {
                let message = "behind the arguments as given, or the text, there is nothing";
                return Err(Error::new(input.ty.span(), message));
            }
            match passed_as_is(&input.ty) {
                Some(AsIs::Arguments) => {
                    self.raw = true;
                    continue;
                }
                Some(AsIs::Text) => {
                    self.appends = true;
                    continue;
                }
                None => {}
            }
            first = place == 0 && self.takes_class(&input.pat);
            let Pat::Ident(name) = &*input.pat else {
                let message = "a parameter of a method has a name: it is what callers write";
                return Err(Error::new(input.pat.span(), message));
            };
            self.parameters.push((name.ident.clone(), (*input.ty).clone()));
        }
        if has_receiver && self.receiver.is_none() && self.name == "__new__" {
            return Err(Error::new(self.span, "write `#[new]` on the constructor"));
        }
        if has_receiver && self.receiver.is_none() {
            return Err(Error::new(
                self.span,
                "a method needs a receiver: `&self`, `&mut self`, `slf: PyRef<Self>`, \
                 `slf: &Bound<Self>`; or say `#[staticmethod]`",
            ));
        }
        match (self.receiver, self.token) {
            (Some(Receiver::Unique), Some(Token::Unique | Token::Shared)) => Err(Error::new(
                self.span,
                "`&mut self` cannot be held beside the runtime: take `slf: PyRefMut<Self>` or \
                 `slf: &Bound<Self>` and borrow it in between",
            )),
            (receiver, Some(Token::Meter)) if receiver != Some(Receiver::Unique) => {
                let message = "the meter goes with `&mut self`: it is charged before buffers grow";
                Err(Error::new(self.span, message))
            }
            _ => Ok(()),
        }
    }

    /// Whether its first parameter is the class, behind which the runtime goes.
    fn takes_class(&self, name: &Pat) -> bool {
        let named =
            matches!(name, Pat::Ident(name) if name.ident == "cls" || name.ident == "class");
        self.role == Role::Class || self.pass_module || self.role == Role::New && named
    }

    /// Those of its parameters that are arguments.
    pub(crate) fn given(&self) -> &[(Ident, Type)] {
        self.parameters.get(usize::from(self.left)..).unwrap_or_default()
    }

    /// Whether the payload of the class needs a borrow flag for this method.
    pub(crate) fn needs_flag(&self) -> bool {
        matches!(self.receiver, Some(Receiver::Guard | Receiver::GuardMut))
    }

    /// Whether it reads a payload while Python code may run, which must never change then.
    pub(crate) fn needs_frozen(&self) -> bool {
        self.receiver == Some(Receiver::Shared) && self.token == Some(Token::Unique)
    }

    /// The parameters as they are called.
    pub(crate) fn bound(&self) -> Result<Bound> {
        let names: Vec<Ident> = self.parameters.iter().map(|(name, _)| name.clone()).collect();
        match &self.signature {
            Some(written) => Bound::of(written, &names),
            None => Ok(Bound::required(&names)),
        }
    }

    /// The type of a parameter.
    fn type_of(&self, name: &str) -> Option<&Type> {
        self.parameters.iter().find(|(other, _)| other.unraw() == name).map(|(_, ty)| ty)
    }

    /// Statements that read the arguments, which were bound by the signature, behind so many
    /// receivers.
    pub(crate) fn read_bound(
        &self,
        bound: &Bound,
        receivers: usize,
        objmodel: &TokenStream,
    ) -> TokenStream {
        let glue = quote!(#objmodel::native::glue);
        let mut statements = TokenStream::new();
        for (number, parameter) in bound.parameters.iter().enumerate() {
            let Some(ty) = self.type_of(&parameter.name) else { continue };
            let passed = Passed::of(ty, objmodel);
            let (at, name) = (number + receivers, &parameter.name);
            let variable = holder(&parameter.name, self.span);
            let extracted = match passed.optional {
                true => {
                    let holder = &passed.holder;
                    quote!(::std::option::Option<#holder>)
                }
                false => passed.holder.clone(),
            };
            let optional = passed.optional || option_content(ty).is_some();
            let converter = self.converters.iter().find(|(of, _)| of == name);
            let reads = |value: TokenStream| match converter {
                Some((_, function)) => {
                    quote!(#glue::argument_with(rt, #value, #name, #function)?)
                }
                None => quote!(#glue::argument::<#extracted>(rt, #value, #name)?),
            };
            let value = match (parameter.gathers, &parameter.default) {
                (Gathers::Keywords, _) if optional && converter.is_none() => {
                    reads(quote!(#glue::keywords(rt, args.at(#at))))
                }
                (_, None) => reads(quote!(args.at(#at))),
                (_, Some(default)) if is_none(default) && is_any_object(ty) => {
                    reads(quote!(args.at(#at)))
                }
                (_, Some(default)) => {
                    let default = passed.default(default, ty, objmodel);
                    let read = reads(quote!(value));
                    quote! {
                        match args.get(#at) {
                            ::std::option::Option::Some(value) => #read,
                            ::std::option::Option::None => #default,
                        }
                    }
                }
            };
            statements.extend(quote_spanned!(ty.span()=> let #variable: #extracted = #value;));
        }
        statements
    }

    /// A call of the method, whose arguments were read: an expression of what it returns.
    ///
    /// The surrounding function has `rt: &mut Runtime`, and `own: Borrowed` if there is a receiver.
    pub(crate) fn call(&self, class: &TokenStream, objmodel: &TokenStream) -> Result<TokenStream> {
        let glue = quote!(#objmodel::native::glue);
        let function = &self.rust_name;
        let label = format!("{}.{}()", class_label(class), self.name);
        let mut prepare = TokenStream::new();
        let mut passed = Vec::new();
        for (name, ty) in &self.parameters {
            let variable = holder(&name.unraw().to_string(), self.span);
            let how = Passed::of(ty, objmodel);
            if how.borrows()
                && (self.receiver == Some(Receiver::Unique) || self.token == Some(Token::Unique))
            {
                return Err(Error::new(
                    ty.span(),
                    "another object's payload cannot be borrowed here, since it may be changed \
                     meanwhile: take `Py<T>`, `&Bound<T>` or `PyRef<T>`",
                ));
            }
            prepare.extend(how.prepare(&variable, objmodel));
            passed.push(how.pass(&variable));
        }
        if self.raw {
            passed.push(quote!(call));
        }
        if self.appends {
            passed.push(quote!(out));
        }
        let of_class = |name: &Ident| name == "cls" || name == "class";
        let leading = usize::from(
            !self.parameters.is_empty()
                && (self.role == Role::Class
                    || self.pass_module
                    || self.role == Role::New && of_class(&self.parameters[0].0)),
        );
        let token = match self.token {
            None => quote!(),
            Some(Token::Shared) => quote!(&*rt,),
            Some(Token::Unique) => quote!(rt,),
            Some(Token::Meter) => quote!(meter,),
        };
        // A function of its own has no class.
        let path = match class.is_empty() {
            true => quote!(#function),
            false => quote!(#class::#function),
        };
        let call = |receiver: TokenStream| {
            let (before, behind) = passed.split_at(leading);
            let call = quote_spanned! {self.span=>
                #path(#receiver #(#before,)* #token #(#behind),*)
            };
            match &self.output {
                ReturnType::Type(_, ty) if has_reference(ty) => {
                    quote!({
                        #[allow(unused_imports)]
                        use #glue::PlainOutcome as _;
                        #glue::Outcome(#call).borrowed(&*rt)
                    })
                }
                _ => call,
            }
        };
        let Some(receiver) = self.receiver else {
            let call = call(quote!());
            let left = self.parameters.first().filter(|_| self.left).map(|(name, ty)| {
                let passed = Passed::of(ty, objmodel);
                let (variable, extracted) = (
                    holder(&name.unraw().to_string(), self.span),
                    crate::pymethods::extracted(&passed),
                );
                let name = name.to_string();
                quote!(let #variable: #extracted = #glue::argument::<#extracted>(rt, own, #name)?;)
            });
            return Ok(quote!({ #left #prepare #call }));
        };
        let handle = quote!(let handle = #glue::receiver::<#class>(rt, own, #label)?;);
        Ok(match receiver {
            Receiver::Shared if self.token == Some(Token::Unique) => {
                let call = call(quote!(handle.frozen(),));
                quote!({ #handle let handle = handle.to_gc(); #call })
            }
            Receiver::Shared => {
                let call = call(quote!(&*access,));
                quote!({
                    #handle
                    let access = #glue::access(&handle, &*rt, #label)?;
                    #prepare
                    #call
                })
            }
            Receiver::Unique if self.token == Some(Token::Meter) => {
                let call = call(quote!(slf,));
                quote!({ #handle let (slf, meter) = handle.write_charged(rt); #call })
            }
            Receiver::Unique => {
                let call = call(quote!(&mut *access,));
                quote!({
                    #handle
                    let mut access = #glue::access_mut(&handle, &mut *rt, #label)?;
                    #call
                })
            }
            Receiver::Guard => {
                let call = call(quote!(guard,));
                quote!({ #handle let guard = #glue::borrow(&handle, rt, #label)?; #prepare #call })
            }
            Receiver::GuardMut => {
                let call = call(quote!(guard,));
                quote!({ #handle let guard = #glue::borrow_mut(&handle, rt, #label)?; #prepare #call })
            }
            Receiver::Handle => {
                let call = call(quote!(&handle,));
                quote!({ #handle #prepare #call })
            }
            Receiver::HandleValue => {
                let call = call(quote!(handle,));
                quote!({ #handle #prepare #call })
            }
            Receiver::Owned => {
                let call = call(quote!(handle.to_gc(),));
                quote!({ #handle #prepare #call })
            }
        })
    }
}

/// Whether a default is `None`.
fn is_none(default: &syn::Expr) -> bool {
    matches!(default, syn::Expr::Path(path) if path.path.is_ident("None"))
}

/// The slot of this name.
fn slot_named(name: &Ident) -> Result<objmodel_slots::SlotId> {
    let mut all = objmodel_slots::SlotId::ALL.into_iter();
    all.find(|id| name == &format!("{id:?}"))
        .ok_or_else(|| Error::new(name.span(), format!("there is no slot `{name}`")))
}

/// What a method is passed without being read.
enum AsIs {
    Arguments,
    Text,
}

fn passed_as_is(ty: &Type) -> Option<AsIs> {
    match ty {
        Type::Reference(reference) if reference.mutability.is_some() => {
            (last_name(&reference.elem)? == "TextBuilder").then_some(AsIs::Text)
        }
        _ => (last_name(ty)? == "CallArgs").then_some(AsIs::Arguments),
    }
}

/// `slf: &Payload`, of a class whose payload is a type of another crate.
fn payload_receiver(input: &syn::PatType) -> Option<Receiver> {
    let (Pat::Ident(name), Type::Reference(reference)) = (&*input.pat, &*input.ty) else {
        return None;
    };
    let own = name.ident == "slf" && type_argument(&reference.elem).is_none();
    own.then_some(match reference.mutability {
        Some(_) => Receiver::Unique,
        None => Receiver::Shared,
    })
}

/// The variable that holds an argument.
pub(crate) fn holder(name: &str, span: Span) -> Ident {
    Ident::new(&format!("argument_{name}"), span)
}

/// How messages call a class.
fn class_label(class: &TokenStream) -> String {
    let text = class.to_string();
    text.rsplit("::").next().unwrap_or(&text).trim().to_owned()
}

/// The receiver that a typed first parameter is.
fn receiver_type(ty: &Type) -> Result<Receiver> {
    let (inner, by_reference) = match ty {
        Type::Reference(reference) => (&*reference.elem, true),
        other => (other, false),
    };
    let own = type_argument(inner).is_some();
    match (last_name(inner).as_deref(), by_reference) {
        (Some("PyRef"), false) if own => Ok(Receiver::Guard),
        (Some("PyRefMut"), false) if own => Ok(Receiver::GuardMut),
        (Some("Bound"), true) if own => Ok(Receiver::Handle),
        (Some("Py" | "Gc"), true) if own => Ok(Receiver::Handle),
        (Some("Bound"), false) if own => Ok(Receiver::HandleValue),
        (Some("Py" | "Gc"), false) if own => Ok(Receiver::Owned),
        _ => Err(Error::new(
            ty.span(),
            "this is no receiver: there are `&self`, `&mut self`, `PyRef<Self>`, `PyRefMut<Self>`, \
             `&Bound<Self>` and `Py<Self>`; or say `#[staticmethod]`",
        )),
    }
}

/// The runtime, or the meter.
fn token_type(ty: &Type) -> Option<Token> {
    if last_name(ty).as_deref() == Some("Python") {
        return Some(Token::Shared);
    }
    let Type::Reference(reference) = ty else { return None };
    match (last_name(&reference.elem).as_deref()?, reference.mutability.is_some()) {
        ("Runtime", true) => Some(Token::Unique),
        ("Runtime", false) => Some(Token::Shared),
        ("ByteMeter", false) => Some(Token::Meter),
        _ => None,
    }
}
