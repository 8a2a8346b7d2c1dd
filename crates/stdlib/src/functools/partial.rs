//! `functools.partial`: a function with some of its arguments given.

use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{MethodSpec, SlotRow};
use objmodel::{Borrowed, Bound, CallArgs, Gc, Result, Runtime, Value, singletons};
use objmodel::{pyclass, pymethods};

use crate::operator::getter::write_arguments;

/// A function with some of its arguments given.
#[pyclass(name = "partial", module = "functools", subclass, dict, weakref)]
pub(super) struct Partial {
    function: Value,
    args: Tuple,
    keywords: Dict,
}

#[pymethods]
impl Partial {
    #[row]
    const CLASS_GETITEM: MethodSpec = objmodel_builtins::CLASS_GETITEM;
    #[row]
    const SET_ATTRIBUTE: SlotRow = (SlotId::TpSetattro, SlotFn::SetAttr(set_attribute));

    #[new]
    #[pyo3(text_signature = "(func, /, *args, **keywords)")]
    fn new(rt: &mut Runtime, args: CallArgs<'_>) -> Result<Partial> {
        let Some((function, given)) = args.positionals().split_first() else {
            return Err(rt.type_error("type 'partial' takes at least one argument"));
        };
        // A partial without attributes of its own is taken apart.
        let inner = match function.is_payload::<Partial>() && attributes(rt, *function)?.is_none() {
            true => function.get::<Partial>(rt),
            false => None,
        };
        let (function, mut all, before) = match inner {
            Some(inner) => {
                let all = inner.args.frozen().items().to_vec();
                (inner.function.clone(), all, Some(inner.keywords.clone()))
            }
            None => (function.to_value(), Vec::new(), None),
        };
        if !rt.is_callable(function.as_ref()) {
            return Err(rt.type_error("the first argument must be callable"));
        }
        all.extend(given.iter().map(|argument| argument.to_value()));
        let given = rt.tuple(all.into_iter())?;
        let keywords = super::keywords(rt, before.as_ref(), args)?;
        Ok(Partial { function, args: given, keywords })
    }

    fn __call__(slf: &Bound<'_, Self>, rt: &mut Runtime, args: CallArgs<'_>) -> Result {
        let (function, before, keywords) = parts(slf.read(rt));
        if keywords.read(rt).iter().next().is_none() {
            let before = objmodel::gc::refs(before.frozen().items());
            return rt.with_arguments_before(before, args, |rt, args| {
                rt.call_with(function.as_ref(), args)
            });
        }
        let mut all = before.frozen().items().to_vec();
        all.extend(args.positionals().iter().map(|argument| argument.to_value()));
        let all = rt.tuple(all.into_iter())?;
        let keywords = super::keywords(rt, Some(&keywords), args)?;
        super::call_with(rt, &function, &all, &keywords)
    }

    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime, out: &mut TextBuilder) -> Result<()> {
        let own = slf.untyped();
        let written = rt.within_repr(own, |rt| {
            let (function, args, keywords) = parts(slf.read(rt));
            let class = rt.type_of(own).to_gc();
            let name = rt.qualified_name(&class)?;
            out.append(rt, name.as_bytes())?;
            out.append(rt, b"(")?;
            rt.write_repr(function.as_ref(), out)?;
            write_arguments(rt, &args, &keywords, out)?;
            out.append(rt, b")")
        })?;
        match written {
            Some(()) => Ok(()),
            None => out.append(rt, b"..."),
        }
    }

    // A partial binds to nothing. That it will in later versions is told by a warning.
    fn __get__(
        slf: &Bound<'_, Self>,
        rt: &mut Runtime,
        instance: Option<Borrowed<'_>>,
        _owner: Option<Borrowed<'_>>,
    ) -> Result {
        if instance.is_some() {
            let class = rt.types().future_warning.clone();
            rt.warn(
                &class,
                "functools.partial will be a method descriptor in future Python versions; wrap it \
                 in staticmethod() if you want to preserve the old behavior",
            )?;
        }
        Ok(slf.untyped().to_value())
    }

    // The class, its argument, and the state for `__setstate__`.
    fn __reduce__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result {
        let (function, given, keywords) = parts(slf.read(rt));
        let class = Value::clone(&rt.type_of(slf.untyped()));
        let attributes = attributes(rt, slf.untyped())?;
        let attributes = attributes.map_or_else(singletons::none, Gc::into_value);
        let first = rt.tuple([function.clone()].into_iter())?.into_value();
        let state = [function, given.into_value(), keywords.into_value(), attributes];
        let state = rt.tuple(state.into_iter())?.into_value();
        rt.tuple([class, first, state].into_iter()).map(Gc::into_value)
    }

    #[pyo3(signature = (state, /))]
    fn __setstate__(slf: &Bound<'_, Self>, rt: &mut Runtime, state: Borrowed<'_>) -> Result<()> {
        let state = state.get::<TupleObject>(rt).and_then(|state| {
            let [function, given, keywords, attributes] = state.items() else { return None };
            let given = given.as_ref().typed::<TupleObject>()?.to_gc();
            let keywords = match keywords.as_ref().typed::<DictObject>() {
                Some(keywords) => Some(keywords.to_gc()),
                None if singletons::is_none(keywords) => None,
                None => return None,
            };
            Some((function.clone(), given, keywords, attributes.clone()))
        });
        let Some((function, given, keywords, attributes)) =
            state.filter(|(function, ..)| rt.is_callable(function.as_ref()))
        else {
            return Err(rt.type_error("invalid partial state"));
        };
        // Exact tuples and dicts are kept as they are, so that copies share them.
        let given = match rt.type_of(given.as_ref()).is(&rt.types().tuple) {
            true => given,
            false => rt.tuple(given.frozen().items().to_vec().into_iter())?,
        };
        let keywords = match keywords {
            Some(keywords) if rt.type_of(keywords.as_ref()).is(&rt.types().dict) => keywords,
            Some(keywords) => super::keywords(rt, Some(&keywords), CallArgs::NONE)?,
            None => rt.dict()?,
        };
        let attributes = match attributes.downcast::<DictObject>() {
            Ok(attributes) => attributes,
            Err(_) => rt.dict()?,
        };
        rt.set_instance_dict(slf.untyped(), attributes)?;
        let new = Partial { function, args: given, keywords };
        let old = std::mem::replace(slf.write(rt), new);
        drop(old);
        Ok(())
    }

    /// The function that is called.
    #[getter]
    #[pyo3(member)]
    fn func(&self) -> Value {
        self.function.clone()
    }

    /// The positional arguments that come first.
    #[getter]
    #[pyo3(member)]
    fn args(&self) -> Tuple {
        self.args.clone()
    }

    /// The keyword arguments.
    #[getter]
    #[pyo3(member)]
    fn keywords(&self) -> Dict {
        self.keywords.clone()
    }
}

fn parts(own: &Partial) -> (Value, Tuple, Dict) {
    (own.function.clone(), own.args.clone(), own.keywords.clone())
}

/// The attributes of the instance itself, if there are any.
fn attributes(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Dict>> {
    let dict = rt.instance_dict(own)?;
    Ok(dict.filter(|dict| dict.read(rt).iter().next().is_some()))
}

fn set_attribute(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    match name.typed::<StrObject>() {
        Some(name) => rt.generic_setattr(own, &name, value),
        None => {
            let class = rt.type_name(name);
            Err(rt.type_error(format!("attribute name must be string, not '{class}'")))
        }
    }
}
