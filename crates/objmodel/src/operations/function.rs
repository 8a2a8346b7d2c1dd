//! Calling functions whose body the host brings, and binding their arguments.

use objmodel_gc::{Borrowed, Value};
use objmodel_slots::{FunctionDefaults, FunctionName};
use smallvec::SmallVec;

use crate::arguments::CallArgs;
use crate::objects::code::CodeObject;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::function::{Function, FunctionField};
use crate::objects::spelling;
use crate::objects::str::StrObject;
use crate::objects::tuple::TupleObject;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;

impl Runtime {
    /// Calls a function object: its code's body takes over.
    ///
    /// # Errors
    /// What the body raises.
    #[inline]
    pub fn call_function(&mut self, function: &Function, args: CallArgs<'_>) -> Result {
        // A body may recurse without entering a call.
        self.enter_native(super::call::CALLING)?;
        self.check_own(function)?;
        let payload = function.frozen();
        if payload.has_replacement() {
            return self.call_successor(function, args);
        }
        payload.code.frozen().body.call(self, function, args)
    }

    #[cold]
    fn call_successor(&mut self, function: &Function, args: CallArgs<'_>) -> Result {
        let Some(replacement) = self.replacement(function) else {
            return Err(self.system_error("a function without its replacement"));
        };
        replacement.frozen().code.frozen().body.call(self, &replacement, args)
    }

    /// Assigns the arguments of a call to the parameters of a function, in the order of
    /// `co_varnames`: positional, keyword-only, `*args`, `**kwargs`. `places` has at least as many
    /// elements as there are parameters, all `None`.
    ///
    /// Keywords are compared by identity first, since both sides are interned as a rule.
    ///
    /// # Errors
    /// `TypeError` with CPython's message if the arguments do not fit; `MemoryError`.
    pub fn bind_arguments(
        &mut self,
        function: &Function,
        args: CallArgs<'_>,
        places: &mut [Option<Value>],
    ) -> Result<()> {
        self.check_own(function)?;
        let code = function.frozen().code.frozen();
        let counts = *code.signature.counts();
        let Some(parameters) = places.get_mut(..counts.total()) else {
            return Err(self.system_error("fewer places than parameters"));
        };
        let (named, gathering) = parameters.split_at_mut(counts.positional + counts.keyword_only);
        let given = args.positionals();
        let taken = given.len().min(counts.positional);
        if taken < given.len() && !counts.var_positional {
            return Err(self.binding_error(function, args));
        }
        for (place, argument) in named.iter_mut().zip(&given[..taken]) {
            *place = Some(argument.to_value());
        }
        let mut surplus: SmallVec<[(Borrowed<'_>, Borrowed<'_>); 4]> = SmallVec::new();
        for (name, value) in args.keywords() {
            match self.parameter_named(code, name).and_then(|index| named.get_mut(index)) {
                Some(place @ None) => *place = Some(value.to_value()),
                None if counts.var_keyword => surplus.push((name, value)),
                _ => return Err(self.binding_error(function, args)),
            }
        }
        if !self.place_defaults(function, code, named, taken) {
            return Err(self.binding_error(function, args));
        }
        let mut gathering = gathering.iter_mut();
        if counts.var_positional
            && let Some(place) = gathering.next()
        {
            let rest = self.tuple(given[taken..].iter().map(|item| item.to_value()))?;
            *place = Some(rest.into_value());
        }
        if counts.var_keyword
            && let Some(place) = gathering.next()
        {
            let keywords = self.dict()?;
            for (name, value) in surplus {
                self.dict_set(&keywords, name, value.to_value())?;
            }
            *place = Some(keywords.into_value());
        }
        Ok(())
    }

    /// The parameter that a keyword names.
    #[inline]
    fn parameter_named(&self, code: &CodeObject, name: Borrowed<'_>) -> Option<usize> {
        let counts = code.signature.counts();
        let named = counts.positional_only..counts.positional + counts.keyword_only;
        match code.parameters.get(named)?.iter().position(|parameter| parameter.is(&name)) {
            Some(index) => Some(counts.positional_only + index),
            None => code.signature.find_keyword(name.get::<StrObject>(self)?.as_bytes()),
        }
    }

    /// Fills the places that are still empty with the defaults of their parameters; whether there
    /// was one for each.
    fn place_defaults(
        &self,
        function: &Function,
        code: &CodeObject,
        named: &mut [Option<Value>],
        taken: usize,
    ) -> bool {
        let positional = code.signature.counts().positional;
        let (by_position, by_keyword) = named.split_at_mut(positional);
        if taken < positional {
            let defaults = self.positional_defaults(function);
            // From the right: there may be more defaults than parameters.
            let pairs = by_position.iter_mut().rev().zip(defaults.iter().rev());
            for (place, default) in pairs.take(positional - taken) {
                if place.is_none() {
                    *place = Some(default.clone());
                }
            }
            if by_position[taken..].iter().any(Option::is_none) {
                return false;
            }
        }
        let mut open = by_keyword.iter_mut().enumerate().filter(|(_, place)| place.is_none());
        open.all(|(index, place)| {
            *place = self.keyword_default(function, code, positional + index);
            place.is_some()
        })
    }

    /// `__defaults__`.
    #[inline]
    pub fn positional_defaults<'a>(&'a self, function: &'a Function) -> &'a [Value] {
        let defaults = self.function_field(function, FunctionField::Defaults);
        let defaults = defaults.and_then(|defaults| defaults.get::<TupleObject>(self));
        defaults.map_or(&[], TupleObject::items)
    }

    /// What `__kwdefaults__` has for a parameter.
    fn keyword_default(
        &self,
        function: &Function,
        code: &CodeObject,
        parameter: usize,
    ) -> Option<Value> {
        let defaults: &Dict = self
            .function_field(function, FunctionField::KeywordDefaults)?
            .downcast_ref::<DictObject>()?;
        self.dict_get_name(defaults, code.parameters.get(parameter)?)
    }

    /// Why arguments do not fit a function.
    #[cold]
    fn binding_error(&self, function: &Function, args: CallArgs<'_>) -> Raise {
        let code = function.frozen().code.frozen();
        let signature = &code.signature;
        let texts = self.keyword_texts(args);
        let defaults = FunctionDefaults {
            positional: self.positional_defaults(function).len(),
            keyword_only: |parameter| self.keyword_default(function, code, parameter).is_some(),
        };
        let qualname = self.function_field(function, FunctionField::QualName);
        let qualname = qualname.as_ref().and_then(|name| name.get::<StrObject>(self));
        let qualname = qualname.map(StrObject::as_bytes).unwrap_or_default();
        match signature.bind_with(args.len(), &texts, &defaults, |_, _| {}) {
            Err(error) => self.type_error(spelling::spelled(&error.message_bytes(
                signature,
                FunctionName::new(qualname),
                &texts,
            ))),
            Ok(_) => self.system_error("arguments that fit were not placed"),
        }
    }

    /// The names of the keyword arguments as text.
    pub(crate) fn keyword_texts<'a>(&'a self, args: CallArgs<'a>) -> SmallVec<[&'a [u8]; 4]> {
        let text =
            |name: &Borrowed<'a>| name.get::<StrObject>(self).map_or(&b""[..], |n| n.as_bytes());
        args.names().iter().map(text).collect()
    }
}
