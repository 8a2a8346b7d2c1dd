//! Calling `type` and classes: `type(x)`, `type(name, bases, dict)`, `cls(...)`.

use objmodel::objects::dict::DictObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, CallArgs, Result, Runtime, Type};

/// `cls(...)`; `type(x)` with one argument is the class of `x`.
pub(super) fn call<'a>(rt: &mut Runtime, class: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let Some(class) = rt.as_type(class) else {
        return Err(rt.type_error("descriptor '__call__' requires a 'type' object"));
    };
    if class.is(&rt.types().r#type) {
        match args.positionals() {
            [_] if args.has_keywords() => {
                return Err(rt.type_error("type() takes no keyword arguments"));
            }
            [of] => return Ok(rt.type_of(*of).to_gc().into_value()),
            [_, _, _] => {}
            _ => return Err(rt.type_error("type() takes 1 or 3 arguments")),
        }
    }
    rt.instantiate(&class, args)
}

/// `type.__new__(metaclass, name, bases, dict, **keywords)`.
pub(super) fn new<'a>(rt: &mut Runtime, metaclass: &Type, args: CallArgs<'a>) -> Result {
    let [name, bases, namespace] = args.positionals() else {
        return Err(rt.type_error(format!(
            "type.__new__() takes exactly 3 arguments ({} given)",
            args.len()
        )));
    };
    let wrong = |rt: &Runtime, number: usize, expected: &str, given: Borrowed<'_>| {
        rt.type_error(format!(
            "type.__new__() argument {number} must be {expected}, not {}",
            rt.argument_name(given)
        ))
    };
    let Some(name) = name.typed::<StrObject>() else { return Err(wrong(rt, 1, "str", *name)) };
    let Some(tuple) = bases.get::<TupleObject>(rt) else {
        return Err(wrong(rt, 2, "tuple", *bases));
    };
    let items = rt.gather(tuple.items().iter().cloned())?;
    let Some(namespace) = namespace.typed::<DictObject>() else {
        return Err(wrong(rt, 3, "dict", *namespace));
    };
    for base in &items {
        let entries = rt.names().mro_entries.clone();
        if rt.as_type(base.as_ref()).is_none() && rt.lookup_attr(base, &entries)?.is_some() {
            return Err(
                rt.type_error("type() doesn't support MRO entry resolution; use types.new_class()")
            );
        }
    }
    // A base with a more derived metaclass takes over, if that has a `__new__` of its own.
    let winner = rt.most_derived_metaclass(metaclass, &items)?;
    if !winner.is(metaclass) {
        let own = rt.names().new.clone();
        let differs = match (rt.lookup(&winner, &own), rt.lookup(metaclass, &own)) {
            (Some(theirs), Some(ours)) => !theirs.is(&ours),
            _ => false,
        };
        if differs {
            return rt.call_new(&winner, args);
        }
    }
    let all = args.all();
    let keywords = CallArgs::with_names(&all[args.len()..], args.names());
    rt.new_type(&winner, &name, &items, &namespace, keywords).map(|class| class.into_value())
}

/// `type.__init__`: only the number of arguments is looked at.
pub(super) fn init<'a>(rt: &mut Runtime, _: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    match args.len() {
        1 if args.has_keywords() => {
            Err(rt.type_error("type.__init__() takes no keyword arguments"))
        }
        1 | 3 => Ok(()),
        _ => Err(rt.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

/// `type.__prepare__`: an empty dict, whatever the arguments.
pub(super) fn prepare(rt: &mut Runtime, _: CallArgs<'_>) -> Result {
    rt.dict().map(|dict| dict.into_value())
}
