//! Calling functions whose body the host brings, and binding their arguments.

use objmodel_gc::Value;
use objmodel_slots::{FunctionDefaults, FunctionName, Source};
use smallvec::SmallVec;

use crate::arguments::CallArgs;
use crate::objects::function::{Function, FunctionObject};
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// Calls a function object: its code's body takes over.
    ///
    /// # Errors
    /// What the body raises.
    #[inline]
    pub fn call_function(&mut self, function: &Function, args: CallArgs<'_>) -> Result {
        let code = function.read(self).code.clone();
        code.frozen().body.call(self, function, args)
    }

    /// Assigns the arguments of a call to the parameters of a function, in the order of
    /// `co_varnames`: positional, keyword-only, `*args`, `**kwargs`. `places` has at least as many
    /// elements as there are parameters, all `None`.
    ///
    /// # Errors
    /// `TypeError` with CPython's message if the arguments do not fit; `MemoryError`.
    pub fn bind_arguments(
        &mut self,
        function: &Function,
        args: CallArgs<'_>,
        places: &mut [Option<Value>],
    ) -> Result<()> {
        let code = function.read(self).code.clone();
        let code = code.frozen();
        let signature = &code.signature;
        if !args.has_keywords() && signature.is_simple(args.len()) {
            for (place, argument) in places.iter_mut().zip(args.positionals()) {
                *place = Some(argument.to_value());
            }
            return Ok(());
        }
        let texts: SmallVec<[Box<[u8]>; 4]> = args
            .names()
            .iter()
            .map(|name| name.get::<StrObject>(self).map(StrObject::as_bytes).unwrap_or(b"").into())
            .collect();
        let body: &FunctionObject = function.read(self);
        let (defaults, kwdefaults) = (body.defaults.clone(), body.kwdefaults.clone());
        let defaults: Vec<Value> =
            defaults.map(|tuple| tuple.read(self).items().to_vec()).unwrap_or_default();
        let keyword_default = |rt: &Runtime, parameter: usize| {
            let name = code.parameters.get(parameter)?;
            rt.dict_get_name(kwdefaults.as_ref()?, name)
        };
        let counts = *signature.counts();
        let values = args.all();
        let positional = args.len();
        let mut surplus_keywords: SmallVec<[usize; 4]> = SmallVec::new();
        let outcome = {
            let rt: &Runtime = self;
            let available = FunctionDefaults {
                positional: defaults.len(),
                keyword_only: |parameter| keyword_default(rt, parameter).is_some(),
            };
            signature.bind_with(positional, &texts, &available, |parameter, source| {
                let value = match source {
                    Source::Positional(i) => values.get(i).map(|value| value.to_value()),
                    Source::Keyword(j) if signature.var_keyword() == Some(parameter) => {
                        surplus_keywords.push(j);
                        return;
                    }
                    Source::Keyword(j) => values.get(positional + j).map(|value| value.to_value()),
                    Source::Default if parameter < counts.positional => {
                        let first = counts.positional.saturating_sub(defaults.len());
                        let surplus = defaults.len().saturating_sub(counts.positional);
                        defaults.get(surplus + parameter - first.min(parameter)).cloned()
                    }
                    Source::Default => keyword_default(rt, parameter),
                };
                if let Some(place) = places.get_mut(parameter) {
                    *place = value;
                }
            })
        };
        let surplus = match outcome {
            Ok(surplus) => surplus,
            Err(error) => {
                let qualname = function.read(self).qualname.read(self).as_str().into_owned();
                let message = error.message(signature, FunctionName::new(&qualname), &texts);
                return Err(self.type_error(message));
            }
        };
        if let Some(parameter) = signature.var_positional() {
            let items = values.get(surplus).unwrap_or(&[]);
            let rest = self.tuple(items.iter().map(|item| item.to_value()))?;
            if let Some(place) = places.get_mut(parameter) {
                *place = Some(rest.into_value());
            }
        }
        if let Some(parameter) = signature.var_keyword() {
            let dict = self.dict()?;
            for j in surplus_keywords {
                let (Some(name), Some(value)) = (args.names().get(j), values.get(positional + j))
                else {
                    continue;
                };
                self.dict_set(&dict, *name, value.to_value())?;
            }
            if let Some(place) = places.get_mut(parameter) {
                *place = Some(dict.into_value());
            }
        }
        Ok(())
    }
}
