//! `functools.partial`: a function with some of its arguments given.

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value, singletons};

use crate::operator::getter::write_arguments;

/// The payload of `partial`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Partial {
    function: Value,
    args: Tuple,
    keywords: Dict,
}

impl Payload for Partial {}

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
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
            let all = inner.args.read(rt).items().to_vec();
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
    rt.alloc(class, Partial { function, args: given, keywords }).map(Gc::into_value)
}

/// The attributes of the instance itself, if there are any.
fn attributes(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Dict>> {
    let dict = rt.instance_dict(own)?;
    Ok(dict.filter(|dict| dict.read(rt).iter().next().is_some()))
}

fn parts(rt: &Runtime, own: Borrowed<'_>) -> Result<(Value, Tuple, Dict)> {
    match own.get::<Partial>(rt) {
        Some(partial) => {
            Ok((partial.function.clone(), partial.args.clone(), partial.keywords.clone()))
        }
        None => Err(rt.type_error("a partial is required")),
    }
}

fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let (function, before, keywords) = parts(rt, own)?;
    if keywords.read(rt).iter().next().is_none() {
        let before = objmodel::gc::refs(before.frozen().items());
        return rt
            .with_arguments_before(before, args, |rt, args| rt.call_with(function.as_ref(), args));
    }
    let mut all = before.read(rt).items().to_vec();
    all.extend(args.positionals().iter().map(|argument| argument.to_value()));
    let all = rt.tuple(all.into_iter())?;
    let keywords = super::keywords(rt, Some(&keywords), args)?;
    super::call_with(rt, &function, &all, &keywords)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    match rt.within_repr(own, |rt| write_parts(rt, own, out))? {
        Some(()) => Ok(()),
        None => out.append(rt, b"..."),
    }
}

fn write_parts(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let (function, args, keywords) = parts(rt, own)?;
    let class = rt.type_of(own).to_gc();
    let name = rt.qualified_name(&class)?;
    out.append(rt, name.as_bytes())?;
    out.append(rt, b"(")?;
    rt.write_repr(function.as_ref(), out)?;
    write_arguments(rt, &args, &keywords, out)?;
    out.append(rt, b")")
}

/// A partial binds to nothing. That it will in later versions is told by a warning.
fn get(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    instance: Option<Borrowed<'_>>,
    _: Option<Borrowed<'_>>,
) -> Result {
    if instance.is_some_and(|instance| !singletons::is_none(&instance)) {
        let class = rt.types().future_warning.clone();
        rt.warn(
            &class,
            "functools.partial will be a method descriptor in future Python versions; wrap it in \
             staticmethod() if you want to preserve the old behavior",
        )?;
    }
    Ok(own.to_value())
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

fn function(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(parts(rt, own)?.0)
}

fn arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(parts(rt, own)?.1.into_value())
}

fn keyword_arguments(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    Ok(parts(rt, own)?.2.into_value())
}

/// The class, its argument, and the state for `__setstate__`.
fn reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (function, given, keywords) = parts(rt, args.at(0))?;
    let class = Value::clone(&rt.type_of(args.at(0)));
    let attributes = attributes(rt, args.at(0))?.map_or_else(singletons::none, Gc::into_value);
    let first = rt.tuple([function.clone()].into_iter())?.into_value();
    let state = [function, given.into_value(), keywords.into_value(), attributes];
    let state = rt.tuple(state.into_iter())?.into_value();
    rt.tuple([class, first, state].into_iter()).map(Gc::into_value)
}

fn set_state(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let state = args.at(1).get::<TupleObject>(rt).and_then(|state| {
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
        false => rt.tuple(given.read(rt).items().to_vec().into_iter())?,
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
    rt.set_instance_dict(own, attributes)?;
    if let Some(partial) = own.get_mut::<Partial>(rt) {
        let old = std::mem::replace(partial, Partial { function, args: given, keywords });
        drop(old);
    }
    Ok(singletons::none())
}

/// The table of `partial`.
pub(super) const PARTIAL: ClassSpec = ClassSpec {
    name: "functools.partial",
    doc: Some("A function with some of its arguments given."),
    text_signature: Some("(func, /, *args, **keywords)"),
    dict: true,
    weakref: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpCall, SlotFn::Call(call)),
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpDescrGet, SlotFn::DescrGet(get)),
        (SlotId::TpSetattro, SlotFn::SetAttr(set_attribute)),
    ],
    methods: &[
        MethodSpec::method("__reduce__", "($self, /)", reduce),
        MethodSpec::method("__setstate__", "($self, state, /)", set_state),
        objmodel_builtins::CLASS_GETITEM,
    ],
    getset: &[
        GetSetSpec::member("func", function).doc("The function that is called."),
        GetSetSpec::member("args", arguments).doc("The positional arguments that come first."),
        GetSetSpec::member("keywords", keyword_arguments).doc("The keyword arguments."),
        GetSetSpec::DICT,
    ],
    ..ClassSpec::DEFAULT
};
