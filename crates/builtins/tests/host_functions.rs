//! Generators from closures, and functions of a host's own language.

mod common;

use common::runtime;
use objmodel::host::{Resume, Sent};
use objmodel::native::SourceFunction;
use objmodel::prelude::*;

#[test]
fn an_iterator_is_a_generator() -> Result<()> {
    let mut rt = runtime();
    let mut left = vec!["c", "b", "a"];
    let letters = rt.iterator(move |_| Ok(left.pop()))?;
    assert_eq!(rt.type_name(letters.as_ref()), "generator");
    let first = rt.next(&letters)?.expect("an item");
    assert_eq!(first.extract::<String>(&mut rt)?, "a");
    let list = rt.types().list.clone();
    let rest = rt.call(&list, (&letters,))?;
    assert_eq!(rt.repr_text(&rest)?, "['b', 'c']");
    assert!(rt.next(&letters)?.is_none());
    // An error ends it, as it ends a generator of Python's.
    let failing = rt.iterator(|rt| -> Result<Option<i64>> { Err(rt.value_error("no more")) })?;
    assert!(rt.next(&failing).unwrap_err().is_instance_of::<PyValueError>(&mut rt));
    assert!(rt.next(&failing)?.is_none());
    // What is thrown in comes out.
    let endless = rt.iterator(|_| Ok(Some(1)))?;
    rt.next(&endless)?;
    let key_error = rt.types().key_error.clone();
    let thrown = rt.call_method(&endless, "throw", (&key_error,)).unwrap_err();
    assert!(thrown.is_instance_of::<PyKeyError>(&mut rt));
    Ok(())
}

#[test]
fn a_generator_gets_what_is_sent_and_returns() -> Result<()> {
    let mut rt = runtime();
    let sums = rt.generator("sums", 0, |rt, sum, how| match how {
        Resume::Send(number) => match number.extract::<Option<i64>>(rt)? {
            Some(0) => Ok(Sent::Returned(rt.int(*sum)?)),
            number => {
                *sum += number.unwrap_or(0);
                Ok(Sent::Yielded(rt.int(*sum)?))
            }
        },
        Resume::Throw(exception) => Err(Raise::exception(exception)),
    })?;
    let mut bound = sums.bind(&mut rt);
    assert_eq!(bound.getattr("__name__")?.str()?, "sums");
    assert_eq!(bound.call_method1("send", ((),))?.extract::<i64>()?, 0);
    assert_eq!(bound.call_method1("send", (5,))?.extract::<i64>()?, 5);
    let end = bound.call_method1("send", (0,)).map(drop).unwrap_err().into_exception()?;
    assert_eq!(end.bind(&mut rt).getattr("value")?.extract::<i64>()?, 5);
    Ok(())
}

#[test]
fn the_state_of_a_generator_is_seen_by_the_collector() -> Result<()> {
    let mut rt = runtime();
    let list = rt.list(Vec::new())?;
    let generator = rt.generator("own", list.clone(), |rt, list, _| {
        Ok(Sent::Yielded(rt.int_from_usize(list.read(rt).len())?))
    })?;
    list.append(&mut rt, &generator)?;
    let weakref = rt.heap().bytes().used();
    drop((list, generator));
    let found = objmodel::gc::collect(&mut rt, 2);
    assert!(found.collected >= 2, "{}", found.collected);
    assert!(rt.heap().bytes().used() < weakref);
    Ok(())
}

#[test]
fn scripted_functions_have_tracebacks_and_a_depth() -> Result<()> {
    let mut rt = runtime();
    let at = |name, line| SourceFunction { name, file: "rules.txt", line };
    let inner = rt.scripted_function(at("inner", 10), "(a, *rest)", (), |rt, (), args| {
        assert_eq!(args.len(), 2);
        rt.set_place(12);
        rt.truediv(&args[0], 0)
    })?;
    let outer = rt.scripted_function(at("outer", 1), "()", inner, |rt, inner, _| {
        rt.set_place(2);
        rt.call(inner, (1,))
    })?;
    let error = rt.call(&outer, ()).detach(&mut rt).unwrap_err();
    assert_eq!(
        error.traceback(),
        "Traceback (most recent call last):\n  File \"rules.txt\", line 2, in outer\n  \
         File \"rules.txt\", line 12, in inner\nZeroDivisionError: division by zero\n"
    );
    let error = rt.call(&outer, (1,)).detach(&mut rt).unwrap_err();
    assert_eq!(error.message(), "outer() takes 0 positional arguments but 1 was given");
    assert_eq!(rt.type_name(outer.as_ref()), "function");
    // It calls itself through a name, as a script would.
    let names = rt.dict()?;
    let down = rt.scripted_function(at("down", 20), "(n)", names.clone(), |rt, names, args| {
        let own = names.get_item(rt, "down")?.expect("the function");
        let next = rt.add(&args[0], 1)?;
        rt.call(&own, (&next,))
    })?;
    names.set_item(&mut rt, "down", &down)?;
    let error = rt.call(&down, (0,)).detach(&mut rt).unwrap_err();
    assert_eq!(error.class_name(), "RecursionError");
    assert_eq!(rt.call_depth().1, 0);
    let refused = rt.scripted_function(at("f", 1), "(n=1)", (), |_, (), _| Ok(())).unwrap_err();
    assert_eq!(
        refused.detach(&mut rt).to_string(),
        "ValueError: parameter 'n' of a scripted function has a default"
    );
    Ok(())
}

#[test]
fn a_panic_in_a_scripted_function_leaves_its_call() -> Result<()> {
    let mut rt = runtime();
    let at = SourceFunction { name: "f", file: "f", line: 1 };
    let panics = rt.scripted_function(at, "()", (), |_, (), _| -> Result<()> { panic!("no") })?;
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| rt.call(&panics, ())));
    assert!(caught.is_err());
    assert_eq!(rt.call_depth().1, 0);
    Ok(())
}
