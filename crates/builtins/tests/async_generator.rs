//! Asynchronous generators, driven by hand; the answers were asked from CPython 3.13.

mod common;

use common::{message, runtime};
use objmodel::host::{CodeBody, Resumable, Resume, Sent};
use objmodel::objects::code::{CodeObject, flags};
use objmodel::objects::function::Function;
use objmodel::objects::generator::GeneratorKind;
use objmodel::slots::Signature;
use objmodel::{CallArgs, Gc, Raise, Result, Runtime, Trace, Value, singletons};
use objmodel_builtins::async_yield;

/// ```python
/// async def ag():
///     got = yield 1
///     await something            # passes "tick" through
///     try:
///         yield 2
///     except ValueError:
///         yield 3
/// ```
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Body {
    #[trace(leaf)]
    at: u32,
    /// Yields once more when it is closed.
    #[trace(leaf)]
    stubborn: bool,
}

impl Resumable for Body {
    fn resume(&mut self, rt: &mut Runtime, how: Resume) -> Result<Sent> {
        let give = |rt: &mut Runtime, n: i64| {
            let value = rt.int(n)?;
            async_yield(rt, value).map(Sent::Yielded)
        };
        self.at += 1;
        match (self.at, how) {
            (1, Resume::Send(_)) => give(rt, 1),
            (2, Resume::Send(_)) => Ok(Sent::Yielded(rt.str("tick")?.into_value())),
            (3, Resume::Send(_)) => give(rt, 2),
            (_, Resume::Throw(exception)) => {
                let raise = Raise::exception(exception);
                let caught = rt.is_exception_of(&raise, &rt.types().value_error);
                if caught || self.stubborn { give(rt, 3) } else { Err(raise) }
            }
            (_, Resume::Send(_)) => Ok(Sent::Returned(singletons::none())),
        }
    }
}

#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct NoCode;

impl CodeBody for NoCode {
    fn call(&self, rt: &mut Runtime, _: &Function, _: CallArgs<'_>) -> Result {
        Err(rt.system_error("only its generator runs"))
    }
}

fn generator(rt: &mut Runtime, stubborn: bool) -> Result {
    let name = rt.intern("ag")?;
    let empty = rt.tuple([].into_iter())?;
    let code = CodeObject {
        name: name.clone(),
        qualname: name.clone(),
        filename: name.clone(),
        first_line: 1,
        flags: flags::ASYNC_GENERATOR,
        signature: Signature::parse("()").expect("no parameters"),
        parameters: Vec::new(),
        varnames: empty.clone(),
        cellvars: empty.clone(),
        freevars: empty.clone(),
        names: empty,
        constants: Vec::new(),
        body: Box::new(NoCode),
    };
    let code = rt.alloc(&rt.types().code, code)?;
    let body = Box::new(Body { at: 0, stubborn });
    rt.new_generator(GeneratorKind::AsyncGenerator, body, name.clone(), name, code)
        .map(Gc::into_value)
}

/// `object.method(*args)`
fn call(rt: &mut Runtime, object: &Value, method: &str, args: &[&Value]) -> Result {
    let name = rt.intern(method)?;
    let args: Vec<_> = args.iter().map(|argument| argument.as_ref()).collect();
    rt.call_method(object, &name, args.as_slice())
}

/// What a step tells: what it passed through, or the exception that ends it.
fn tell(rt: &mut Runtime, outcome: Result) -> String {
    match outcome {
        Ok(value) => {
            let shown = rt.repr(&value).expect("a repr");
            format!("-> {}", shown.read(rt).as_str())
        }
        Err(raise) => {
            let exception = raise.into_exception().expect("an exception, no halt");
            let shown = rt.repr(&exception).expect("a repr");
            shown.read(rt).as_str().into_owned()
        }
    }
}

/// `object.method(*args).send(None)`
fn step(rt: &mut Runtime, object: &Value, method: &str, args: &[&Value]) -> String {
    let outcome = call(rt, object, method, args)
        .and_then(|step| call(rt, &step, "send", &[&singletons::none()]));
    tell(rt, outcome)
}

#[test]
fn steps_give_what_was_yielded_and_pass_on_what_is_awaited() -> Result<()> {
    let mut rt = runtime();
    let rt = &mut rt;
    let none = singletons::none();
    let ag = generator(rt, false)?;
    assert_eq!(step(rt, &ag, "__anext__", &[]), "StopIteration(1)");
    let sent = rt.int(5)?;
    let asend = call(rt, &ag, "asend", &[&sent])?;
    let outcome = call(rt, &asend, "send", &[&none]);
    assert_eq!(tell(rt, outcome), "-> 'tick'");
    let running = common::attribute(rt, &ag, "ag_running")?;
    assert!(rt.is_true(running.as_ref())?);
    for (method, verb) in [("__anext__", "anext"), ("aclose", "aclose")] {
        assert_eq!(
            step(rt, &ag, method, &[]),
            format!("RuntimeError('{verb}(): asynchronous generator is already running')")
        );
    }
    let outcome = call(rt, &asend, "send", &[&sent]);
    assert_eq!(tell(rt, outcome), "StopIteration(2)");
    let outcome = call(rt, &asend, "send", &[&none]);
    assert_eq!(message(rt, outcome), "cannot reuse already awaited __anext__()/asend()");
    let class = Value::clone(&rt.types().value_error);
    assert_eq!(step(rt, &ag, "athrow", &[&class]), "StopIteration(3)");
    let aclose = call(rt, &ag, "aclose", &[])?;
    let outcome = call(rt, &aclose, "send", &[&none]);
    assert_eq!(tell(rt, outcome), "StopIteration()");
    let outcome = call(rt, &aclose, "send", &[&none]);
    assert_eq!(message(rt, outcome), "cannot reuse already awaited aclose()/athrow()");
    assert_eq!(step(rt, &ag, "__anext__", &[]), "StopAsyncIteration()");
    assert_eq!(step(rt, &ag, "aclose", &[]), "StopIteration()");
    rt.heap().verify().expect("counts equal edges and handles");
    Ok(())
}

#[test]
fn a_fresh_generator_takes_no_value_and_raises_what_is_thrown() -> Result<()> {
    let mut rt = runtime();
    let rt = &mut rt;
    let five = rt.int(5)?;
    let ag = generator(rt, false)?;
    assert_eq!(
        step(rt, &ag, "asend", &[&five]),
        "TypeError(\"can't send non-None value to a just-started async generator\")"
    );
    let aclose = call(rt, &ag, "aclose", &[])?;
    let outcome = call(rt, &aclose, "send", &[&five]);
    assert_eq!(message(rt, outcome), "can't send non-None value to a just-started coroutine");
    let class = Value::clone(&rt.types().key_error);
    assert_eq!(step(rt, &ag, "athrow", &[&class]), "KeyError()");
    assert_eq!(step(rt, &ag, "__anext__", &[]), "StopAsyncIteration()");
    Ok(())
}

#[test]
fn a_generator_that_yields_when_closed_is_an_error() -> Result<()> {
    let mut rt = runtime();
    let rt = &mut rt;
    let ag = generator(rt, true)?;
    assert_eq!(step(rt, &ag, "__anext__", &[]), "StopIteration(1)");
    assert_eq!(
        step(rt, &ag, "aclose", &[]),
        "RuntimeError('async generator ignored GeneratorExit')"
    );
    Ok(())
}

#[test]
fn anext_gives_its_default_at_the_end() -> Result<()> {
    let mut rt = runtime();
    let rt = &mut rt;
    let ag = generator(rt, false)?;
    assert_eq!(step(rt, &ag, "aclose", &[]), "StopIteration()");
    let anext = rt.builtin("anext").expect("a built-in function");
    let default = rt.int(7)?;
    let awaitable = rt.call(&anext, [ag.as_ref(), default.as_ref()])?;
    let outcome = call(rt, &awaitable, "send", &[&singletons::none()]);
    assert_eq!(tell(rt, outcome), "StopIteration(7)");
    let iterator = rt.get_aiter(ag.as_ref())?;
    assert!(iterator.is(&ag));
    let outcome = rt.get_aiter(default.as_ref());
    assert_eq!(
        message(rt, outcome),
        "'async for' requires an object with __aiter__ method, got int"
    );
    let outcome = rt.get_awaitable(default.as_ref());
    assert_eq!(message(rt, outcome), "object int can't be used in 'await' expression");
    Ok(())
}
