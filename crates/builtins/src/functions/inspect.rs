//! `dir`, `vars`, `iter` and the asynchronous `aiter`, `anext`.

use objmodel::gc::ChargedVec;
use objmodel::slots::SpecialId;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Borrowed, CallArgs, Result, Runtime, Value};

use crate::async_generator::anext as anext_awaitable;
use crate::iterator::callable;
use crate::list::sort;

/// `dir(object)`: the sorted list of what `__dir__` returns.
fn dir(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [object] = args.positionals() else {
        return Err(rt.type_error(match args.len() {
            0 => "dir() without arguments needs a frame".to_owned(),
            given => format!("dir expected at most 1 argument, got {given}"),
        }));
    };
    let names = names_of(rt, *object)?;
    let list = rt.list_of(names)?;
    sort::sort(rt, &list, None, false)?;
    Ok(list.into_value())
}

/// What the `__dir__` of an object lists.
pub(crate) fn names_of(rt: &mut Runtime, object: Borrowed<'_>) -> Result<ChargedVec<Value>> {
    let name = rt.names().dir.clone();
    let Some(names) = rt.call_named(object, &name, &[])? else {
        return Err(rt.type_error("object does not provide __dir__"));
    };
    rt.collect(&names)
}

fn vars(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    let [object] = args.positionals() else {
        return Err(rt.type_error(match args.len() {
            0 => "vars() without arguments needs a frame".to_owned(),
            given => format!("vars expected at most 1 argument, got {given}"),
        }));
    };
    let name = rt.names().dict.clone();
    match rt.lookup_attr(*object, &name)? {
        Some(dict) => Ok(dict),
        None => Err(rt.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn iter(rt: &mut Runtime, args: CallArgs<'_>) -> Result {
    if args.has_keywords() {
        return Err(rt.type_error("iter() takes no keyword arguments"));
    }
    match args.positionals() {
        [] => Err(rt.type_error("iter expected at least 1 argument, got 0")),
        [iterable] => rt.iter(*iterable),
        [function, sentinel] => {
            if !rt.is_callable(*function) {
                return Err(rt.type_error("iter(v, w): v must be callable"));
            }
            callable::make(rt, *function, *sentinel)
        }
        more => {
            Err(rt.type_error(format!("iter expected at most 2 arguments, got {}", more.len())))
        }
    }
}

fn aiter(rt: &mut Runtime, args: Args<'_>) -> Result {
    match rt.call_async(args.at(0), SpecialId::AIter)? {
        Some(iterator) => match rt.lookup_special(iterator.as_ref(), SpecialId::ANext) {
            Some(_) => Ok(iterator),
            None => {
                let class = rt.type_name(iterator.as_ref());
                Err(rt.type_error(format!(
                    "aiter() returned not an async iterator of type '{class}'"
                )))
            }
        },
        None => {
            let class = rt.type_name(args.at(0));
            Err(rt.type_error(format!("'{class}' object is not an async iterable")))
        }
    }
}

fn anext(rt: &mut Runtime, args: Args<'_>) -> Result {
    match rt.call_async(args.at(0), SpecialId::ANext)? {
        Some(awaitable) => match args.get(1) {
            Some(default) => anext_awaitable::with_default(rt, awaitable, default),
            None => Ok(awaitable),
        },
        None => {
            let class = rt.type_name(args.at(0));
            Err(rt.type_error(format!("'{class}' object is not an async iterator")))
        }
    }
}

pub(super) const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::raw_function("dir", "", dir)
        .doc("Return a sorted list of the names that an object's attributes have."),
    MethodSpec::raw_function("vars", "", vars).doc("Show vars: object.__dict__."),
    MethodSpec::raw_function("iter", "", iter).doc("Get an iterator from an object."),
    MethodSpec::function("aiter", "($module, async_iterable, /)", aiter)
        .doc("Return an AsyncIterator for an AsyncIterable object."),
    MethodSpec::function("anext", "($module, aiterator, default=<unrepresentable>, /)", anext)
        .doc("Return the next item from the async iterator, or a default at its end."),
];
