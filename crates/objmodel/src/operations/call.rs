//! Calling: `f(...)`, and how native functions get their arguments.

use std::rc::Rc;

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{CallStyle, FunctionName, Signature, SlotId, Source};
use smallvec::SmallVec;

use crate::arguments::{Args, CallArgs};
use crate::native::call_arguments::{IntoArgs, IntoKwargs, pass_with_keywords};
use crate::objects::descriptor::MethodDescriptorObject;
use crate::objects::function::FunctionObject;
use crate::objects::method::MethodObject;
use crate::objects::module::ModuleObject;
use crate::objects::native::{NativeBody, NativeDef, NativeObject};
use crate::objects::spelling;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;
use crate::types::slot::Slot;
use crate::types::spec::NativeCode;

/// Where a native function is defined, for the name that messages give it.
#[derive(Clone, Copy)]
pub(crate) enum Home<'a> {
    /// It is a method of this class.
    Class(&'a Type),
    /// It is a method that was bound to its first argument, and is named after the class of that.
    Bound,
    /// It is a function of the module of this name; `None` if of none.
    Module(&'a Value),
}

/// Receivers and parameters of a call whose arguments are placed without the signature's plan.
const FEW: usize = 8;

/// Ends the message of the `RecursionError` of calls.
pub(super) const CALLING: &str = " while calling a Python object";

impl Runtime {
    /// `callee(*args)`: `rt.call(&f, (1, "a", &x))`, `rt.call(&f, ())`.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// let double = rt.function("double", "(n)", |rt, args| Ok(i64::extract(args.at(0), rt)? * 2))?;
    /// let four: i64 = rt.call(&double, (2,))?.extract(&mut rt)?;
    /// assert_eq!(four, 4);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is not callable or the arguments do not fit; what the call raises.
    #[inline]
    pub fn call<'a>(&mut self, callee: impl Into<Borrowed<'a>>, args: impl IntoArgs) -> Result {
        let callee = callee.into();
        args.pass(self, |rt, args| rt.call_checked(callee, args))
    }

    /// `callee(*args, **kwargs)`: `rt.call_kwargs(&print, (1, 2), [("sep", "-")])`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let sorted = rt.builtin("sorted").expect("a built-in function");
    /// let down = rt.call_kwargs(&sorted, ([1, 3, 2],), [("reverse", true)])?;
    /// assert_eq!(down.extract::<Vec<i64>>(&mut rt)?, [3, 2, 1]);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Runtime::call`].
    pub fn call_kwargs<'a>(
        &mut self,
        callee: impl Into<Borrowed<'a>>,
        args: impl IntoArgs,
        kwargs: impl IntoKwargs,
    ) -> Result {
        let callee = callee.into();
        pass_with_keywords(self, args, kwargs, |rt, args| rt.call_checked(callee, args))
    }

    /// `callable(x)`: whether its class can be called.
    pub fn is_callable(&self, value: Borrowed<'_>) -> bool {
        self.slots_of(value).has(SlotId::TpCall)
    }

    /// `callee(...)` with arguments as they came from another call.
    ///
    /// # Errors
    /// As for [`Runtime::call`].
    pub fn call_with(&mut self, callee: Borrowed<'_>, args: CallArgs<'_>) -> Result {
        self.check_all_own(args.all())?;
        self.call_checked(callee, args)
    }

    /// The same where all arguments are known to be of this runtime.
    #[inline]
    fn call_checked(&mut self, callee: Borrowed<'_>, args: CallArgs<'_>) -> Result {
        // No class derives from these, so nothing can have redefined what calling them means.
        if let Some(function) = callee.typed::<FunctionObject>()
            && function.belongs_to(&self.heap)
        {
            return self.call_function(&function, args);
        }
        if let Some(native) = callee.typed::<NativeObject>()
            && native.belongs_to(&self.heap)
        {
            return self.call_native(native.frozen(), args);
        }
        self.call_object(callee, args)
    }

    /// Calls what is no function.
    #[inline(never)]
    fn call_object(&mut self, callee: Borrowed<'_>, args: CallArgs<'_>) -> Result {
        if let Some(method) = callee.typed::<MethodObject>() {
            self.enter_native(CALLING)?;
            let MethodObject { function, instance } = method.frozen();
            return self.with_receiver(instance.as_ref(), args, |rt, args| {
                rt.call_checked(function.as_ref(), args)
            });
        }
        match self.slots_of(callee).get(SlotId::TpCall) {
            Slot::Call(_, call) => call.enter(self, CALLING)?(self, callee, args),
            Slot::Python(function) => {
                let function = function.clone();
                self.enter_native(CALLING)?;
                if let Some(function) = function.downcast_ref::<FunctionObject>() {
                    return self
                        .with_receiver(callee, args, |rt, args| rt.call_function(function, args));
                }
                let class = self.type_of(callee).to_gc();
                let bound = self.bind_descriptor(&function, Some(callee), &class)?;
                self.call_with(bound.as_ref(), args)
            }
            _ => {
                let suggestion = self.callable_of_module(callee)?;
                let class = self.type_name(callee);
                Err(self.type_error(format!("'{class}' object is not callable{suggestion}")))
            }
        }
    }

    /// What was meant where a module is called: the callable in it that has its name.
    #[cold]
    fn callable_of_module(&mut self, callee: Borrowed<'_>) -> Result<String> {
        let Some(module) = callee.get::<ModuleObject>(self) else { return Ok(String::new()) };
        let Some(dict) = module.dict.clone() else { return Ok(String::new()) };
        let name = self.dict_get_name(&dict, &self.names.name);
        let Some(Ok(name)) = name.map(|name| name.downcast::<StrObject>()) else {
            return Ok(String::new());
        };
        let found = self.lookup_attr(callee, &name)?;
        Ok(match found.is_some_and(|found| self.is_callable(found.as_ref())) {
            true => {
                let name = self.text_of(name.as_ref());
                format!(". Did you mean: '{name}.{name}(...)'?")
            }
            false => String::new(),
        })
    }

    /// Calls a native function object: what it is bound to goes first.
    #[inline]
    pub(crate) fn call_native(&mut self, native: &NativeObject, args: CallArgs<'_>) -> Result {
        match &native.bound {
            Some(bound) => self.with_receiver(bound.as_ref(), args, |rt, args| {
                rt.call_def(&native.def, Home::Bound, args)
            }),
            None => {
                let home = match &native.owner {
                    Some(owner) => Home::Class(owner),
                    None => Home::Module(&native.module),
                };
                self.call_def(&native.def, home, args)
            }
        }
    }

    /// Calls native code with these arguments as they are, if `callee` is a function of a module or,
    /// with its receiver before the arguments, a method of a native class, and there is nothing to
    /// be bound. `None` if the library has to look closer.
    #[inline]
    pub fn try_call_native(
        &mut self,
        callee: Borrowed<'_>,
        args: &[Borrowed<'_>],
    ) -> Option<Result> {
        let def = if let Some(native) = callee.typed::<NativeObject>() {
            let native = native.borrow_frozen();
            if native.bound.is_some() {
                return None;
            }
            &native.def
        } else if let Some(class) = self.as_type(callee) {
            return self.make_native(&class.to_gc(), args);
        } else {
            let method = callee.typed::<MethodDescriptorObject>()?.borrow_frozen();
            let receiver = self.type_of(*args.first()?);
            let of_instances = callee.class()?.is(&self.types.method_descriptor);
            if !of_instances
                || !(receiver.is(&method.owner) || self.is_subtype(&receiver, &method.owner))
            {
                return None;
            }
            &method.def
        };
        let NativeBody::Code(code) = &def.body else { return None };
        if let NativeCode::Bound(_) = code {
            let signature = def.signature();
            if !signature.is_prefix(args.len().wrapping_sub(signature.receivers())) {
                return None;
            }
        }
        if let Err(raise) = self.enter_native(CALLING) {
            return Some(Err(raise));
        }
        Some(match code {
            NativeCode::Bound(code) => code(self, Args(objmodel_gc::optional(args))),
            NativeCode::Raw(code) => code(self, CallArgs::positional(args)),
        })
    }

    /// Binds a native method to its receiver.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bind_native(&self, def: &Rc<NativeDef>, receiver: Borrowed<'_>, owner: &Type) -> Result {
        self.native_function(def.clone(), Some(receiver.to_value()), Some(owner.clone()))
    }

    /// Calls a native method with its receiver as the first argument.
    ///
    /// # Errors
    /// What binding the arguments and the code raise.
    pub fn call_native_method(
        &mut self,
        def: &Rc<NativeDef>,
        owner: &Type,
        args: CallArgs<'_>,
    ) -> Result {
        self.call_def(def, Home::Class(owner), args)
    }

    /// Runs native code with arguments as given, the receiver first if its signature has one.
    pub(crate) fn call_def(
        &mut self,
        def: &Rc<NativeDef>,
        home: Home<'_>,
        args: CallArgs<'_>,
    ) -> Result {
        self.enter_native(CALLING)?;
        match &def.body {
            NativeBody::Code(NativeCode::Raw(code)) => {
                if args.has_keywords() && def.refuses_keywords() {
                    let receiver = args.positionals().get(..1).unwrap_or_default();
                    let name = self.native_name(def, home, receiver);
                    return Err(self.type_error(format!("{name}() takes no keyword arguments")));
                }
                code(self, args)
            }
            NativeBody::Closure(_) => self.call_closure(def, home, args),
            NativeBody::Code(NativeCode::Bound(code)) => {
                let signature = def.signature();
                let receivers = signature.receivers();
                let given = args.len().wrapping_sub(receivers);
                if !args.has_keywords() && signature.is_prefix(given) {
                    return code(self, Args(objmodel_gc::optional(args.all())));
                }
                let mut few = [None; FEW];
                if let Some(places) = few.get_mut(..receivers + signature.len())
                    && self.place_plainly(signature, receivers, args, places).is_some()
                {
                    return code(self, Args(places));
                }
                self.call_bound(def, home, receivers, args, code)
            }
        }
    }

    /// Runs a closure with its arguments bound by the signature.
    #[inline(never)]
    fn call_closure(&mut self, def: &NativeDef, home: Home<'_>, args: CallArgs<'_>) -> Result {
        let NativeBody::Closure(closure) = &def.body else {
            return Err(self.system_error("a native function without a closure"));
        };
        let receivers = def.signature().receivers();
        let given = args.len().wrapping_sub(receivers);
        if !args.has_keywords() && def.signature().is_prefix(given) {
            return closure.call(self, Args(objmodel_gc::optional(args.all())));
        }
        self.call_bound(def, home, receivers, args, &|rt, args| closure.call(rt, args))
    }

    /// Places the arguments by parameter, receivers first, of a call that fits where no parameter
    /// gathers the rest.
    #[inline]
    fn place_plainly<'a>(
        &self,
        signature: &Signature,
        receivers: usize,
        args: CallArgs<'a>,
        places: &mut [Option<Borrowed<'a>>],
    ) -> Option<()> {
        let counts = signature.counts();
        let given = args.len().checked_sub(receivers)?;
        let plain = !counts.var_positional
            && !counts.var_keyword
            && given <= counts.positional
            && signature.required_keyword_only() == 0
            && (!args.has_keywords() || signature.style() == CallStyle::Keywords);
        if !plain {
            return None;
        }
        for (place, argument) in places.iter_mut().zip(args.positionals()) {
            *place = Some(*argument);
        }
        let places = places.get_mut(receivers..)?;
        for (name, value) in args.keywords() {
            let name = name.get::<StrObject>(self)?.as_bytes();
            match places.get_mut(signature.find_keyword(name)?)? {
                place @ None => *place = Some(value),
                Some(_) => return None,
            }
        }
        let required = places.get(given..signature.required_positional()).unwrap_or_default();
        required.iter().all(Option::is_some).then_some(())
    }

    /// Binds the arguments by the signature, then runs the code.
    #[inline(never)]
    fn call_bound(
        &mut self,
        def: &NativeDef,
        home: Home<'_>,
        receivers: usize,
        args: CallArgs<'_>,
        code: &dyn Fn(&mut Runtime, Args<'_>) -> Result,
    ) -> Result {
        let name = |rt: &Runtime, receiver: &[Borrowed<'_>]| rt.native_name(def, home, receiver);
        let mut answer = None;
        self.bind_by(def.signature(), receivers, args, &name, &mut |rt, args| {
            answer = Some(code(rt, args));
        })?;
        answer.unwrap_or_else(|| Err(self.system_error("a native function did not run")))
    }

    /// Binds the arguments of a call by a signature, then runs the code; `name` is what messages
    /// call the function.
    pub(crate) fn bind_call<R>(
        &mut self,
        signature: &Signature,
        name: &str,
        args: CallArgs<'_>,
        code: impl FnOnce(&mut Runtime, Args<'_>) -> Result<R>,
    ) -> Result<R> {
        if !args.has_keywords() && signature.is_prefix(args.len()) {
            return code(self, Args(objmodel_gc::optional(args.all())));
        }
        let (mut code, mut answer) = (Some(code), None);
        let name = |_: &Runtime, _: &[Borrowed<'_>]| name.to_owned();
        self.bind_by(signature, 0, args, &name, &mut |rt, args| {
            answer = code.take().map(|code| code(rt, args));
        })?;
        answer.unwrap_or_else(|| Err(self.system_error("a native function did not run")))
    }

    #[inline(never)]
    fn bind_by(
        &mut self,
        signature: &Signature,
        receivers: usize,
        args: CallArgs<'_>,
        name: &dyn Fn(&Runtime, &[Borrowed<'_>]) -> String,
        code: &mut dyn FnMut(&mut Runtime, Args<'_>),
    ) -> Result<()> {
        let (receiver, given) = args.all().split_at(receivers.min(args.len()));
        let positional = args.len() - receiver.len();
        // Declared before the places that borrow them.
        let (rest, keywords): (Value, Value);
        let mut places: SmallVec<[Option<Borrowed<'_>>; 8]> =
            SmallVec::from_elem(None, receivers + signature.len());
        for (place, receiver) in places.iter_mut().zip(receiver) {
            *place = Some(*receiver);
        }
        let mut surplus_keywords: SmallVec<[usize; 4]> = SmallVec::new();
        let var_keyword = signature.var_keyword();
        let texts = self.keyword_texts(args);
        let outcome = signature.bind(positional, &texts, |parameter, source| match source {
            Source::Positional(i) => places[receivers + parameter] = given.get(i).copied(),
            Source::Keyword(j) if var_keyword == Some(parameter) => surplus_keywords.push(j),
            Source::Keyword(j) => {
                places[receivers + parameter] = given.get(positional + j).copied();
            }
            Source::Default => {}
        });
        let surplus = match outcome {
            Ok(surplus) => surplus,
            Err(error) => {
                let name = name(self, receiver);
                let message = error.message_bytes(signature, FunctionName::new(&name), &texts);
                return Err(self.type_error(spelling::spelled(&message)));
            }
        };
        drop(texts);
        if let Some(parameter) = signature.var_positional() {
            let items = given.get(surplus).unwrap_or(&[]);
            rest = self.tuple(items.iter().map(|item| item.to_value()))?.into_value();
            places[receivers + parameter] = Some(rest.as_ref());
        }
        if let Some(parameter) = var_keyword {
            let dict = self.dict()?;
            for j in surplus_keywords {
                let (Some(name), Some(value)) = (args.names().get(j), given.get(positional + j))
                else {
                    continue;
                };
                let Ok(name) = name.to_value().downcast::<StrObject>() else { continue };
                self.dict_set_name(&dict, &name, value.to_value())?;
            }
            keywords = dict.into_value();
            places[receivers + parameter] = Some(keywords.as_ref());
        }
        code(self, Args(&places));
        Ok(())
    }

    /// How messages call a native function.
    #[cold]
    fn native_name(&self, def: &NativeDef, home: Home<'_>, receiver: &[Borrowed<'_>]) -> String {
        let of_module = || receiver.first().is_some_and(|own| own.is_payload::<ModuleObject>());
        let alone = matches!(home, Home::Bound) && of_module();
        if alone || def.tuple && matches!(home, Home::Bound | Home::Module(_)) {
            return def.name().to_owned();
        }
        // A class method is named after the class that it was called on.
        let on_class = def.signature().receiver() == Some("type");
        let class = receiver.first().filter(|_| on_class).and_then(|r| self.as_type(*r));
        match (class.as_deref(), home) {
            (Some(owner), _) | (None, Home::Class(owner)) => {
                format!("{}.{}", owner.read(self).qualname(), def.name())
            }
            (None, Home::Bound) => {
                let receiver = receiver.first().copied();
                let class = receiver.map(|receiver| match self.as_type(receiver) {
                    Some(class) => class.to_gc(),
                    None => self.type_of(receiver).to_gc(),
                });
                let class = class.as_ref().map_or("", |class| class.read(self).qualname());
                format!("{class}.{}", def.name())
            }
            (None, Home::Module(module)) => match module.get::<StrObject>(self) {
                Some(module) if module.as_bytes() != b"builtins" => {
                    format!("{}.{}", module.as_str(), def.name())
                }
                _ => def.name().to_owned(),
            },
        }
    }
}
