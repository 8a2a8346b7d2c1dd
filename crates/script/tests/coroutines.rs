//! Coroutines of scripts under Rust executors: side by side, with futures, errors and limits.

use std::task::{Context, Poll, Waker};
use std::time::Duration;

use objmodel::prelude::*;
use objmodel::{Halt, Limits};
use objmodel_script::evaluate::Interpreter;

#[allow(dead_code, unreachable_pub, reason = "an example has a `main` of its own")]
#[path = "../examples/coroutines.rs"]
mod example;

fn with(text: &str) -> (Interpreter, Value) {
    let mut interpreter = Interpreter::new(Runtime::builder().build()).expect("room");
    interpreter.run("<test>", text.as_bytes()).expect("the program runs");
    let main = interpreter.main_namespace().expect("a program has run");
    let made = interpreter.runtime().get_item(&main, "made").expect("the program made it");
    (interpreter, made)
}

#[test]
fn a_thousand_coroutines_are_served() {
    let mut out = Vec::new();
    example::run(&mut out, 1000).expect("the example runs");
    let expected = "ValueError: order 249 is refused\n\
                    ValueError: order 499 is refused\n\
                    ValueError: order 749 is refused\n\
                    ValueError: order 999 is refused\n\
                    996 served, 2000 questions, 413300 in all\n";
    assert_eq!(String::from_utf8(out).expect("text"), expected);
}

#[test]
fn coroutines_that_yield_take_turns() {
    let (mut interpreter, log) = with(
        "
class Turn:
    def __await__(self):
        yield
log = []
async def work(name):
    for i in range(2):
        log.append(name + str(i))
        await Turn()
    return name
made = [work('a'), work('b')], log
",
    );
    let rt = interpreter.runtime();
    let (coroutines, log) = log.extract::<(Vec<Value>, Value)>(rt).expect("a pair");
    let ended = rt.run_coroutines(coroutines).expect("no halt");
    let names: Vec<String> = ended
        .into_iter()
        .map(|name| name.and_then(|name| name.extract::<String>(rt)).expect("a name"))
        .collect();
    assert_eq!(names, ["a", "b"]);
    let log = log.extract::<Vec<String>>(rt).expect("texts");
    assert_eq!(log, ["a0", "b0", "a1", "b1"]);
}

#[test]
fn a_coroutine_that_nobody_wakes_ends_at_the_deadline() {
    let (mut interpreter, wait) = with(
        "
async def made(future):
    await future
",
    );
    let rt = interpreter.runtime();
    let never = rt.future("never", std::future::pending::<i64>()).expect("room");
    let coroutine = rt.call(&wait, (&never,)).expect("a coroutine");
    let limits = Limits { deadline: Some(Duration::from_millis(50)), ..Limits::default() };
    let outcome = rt.with_limits(limits, |rt| rt.run_coroutine(&coroutine));
    assert_eq!(outcome.err().and_then(|raise| raise.halt()), Some(Halt::Deadline));
}

#[test]
fn a_future_is_awaited_once_and_only_under_an_executor() {
    let (mut interpreter, twice) = with(
        "
async def made(future):
    first = await future
    try:
        await future
    except RuntimeError as e:
        return first, str(e)
",
    );
    let rt = interpreter.runtime();
    let ready = rt.future("ready", std::future::ready(7)).expect("room");
    let coroutine = rt.call(&twice, (&ready,)).expect("a coroutine");
    let outcome = rt.run_coroutine(&coroutine).expect("a value");
    let (first, message) = outcome.extract::<(i64, String)>(rt).expect("a pair");
    assert_eq!((first, &*message), (7, "cannot reuse already awaited coroutine"));

    let ready = rt.future("ready", std::future::ready(7)).expect("room");
    let raise = rt.call_method(&ready, "send", (None::<i64>,)).expect_err("nothing polls");
    assert_eq!(
        raise.detach(rt).to_string(),
        "RuntimeError: a future is awaited, but nothing polls"
    );
}

#[test]
fn an_executor_of_the_host_polls_one_coroutine() {
    let (mut interpreter, made) = with(
        "
class Turn:
    def __await__(self):
        yield
async def work():
    await Turn()
    return 5
made = work()
",
    );
    let rt = interpreter.runtime();
    let mut context = Context::from_waker(Waker::noop());
    assert!(rt.poll_coroutine(&made, &mut context).is_pending());
    let Poll::Ready(Ok(value)) = rt.poll_coroutine(&made, &mut context) else {
        panic!("not ended")
    };
    assert_eq!(value.as_small_int(), Some(5));
    let Poll::Ready(Err(raise)) = rt.poll_coroutine(&made, &mut context) else { panic!("ended") };
    assert_eq!(
        raise.detach(rt).to_string(),
        "RuntimeError: cannot reuse already awaited coroutine"
    );
}

#[test]
fn the_iterator_of_an_awaitable_object_is_asked_for_once() {
    let (mut interpreter, made) = with(
        "
class Steps:
    calls = 0
    def __await__(self):
        self.calls += 1
        yield
        yield
        return self.calls
made = Steps()
",
    );
    let rt = interpreter.runtime();
    let outcome = rt.run_coroutine(&made).expect("a value");
    assert_eq!(outcome.as_small_int(), Some(1));
    let three = rt.int(3).expect("a small number");
    let raise = rt.run_coroutine(&three).expect_err("a number is no awaitable");
    assert_eq!(
        raise.detach(rt).to_string(),
        "TypeError: object int can't be used in 'await' expression"
    );
}
