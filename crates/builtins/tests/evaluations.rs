//! Evaluations with limits of their own, and what a host gets that never heard of safe points.

mod common;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use common::runtime;
use objmodel::host::Host;
use objmodel::{Halt, Limits, Result, Runtime, Value};

fn halt(outcome: Result<impl Sized>) -> Option<Halt> {
    outcome.err().and_then(|raise| raise.halt())
}

fn spin(rt: &mut Runtime) -> Result<()> {
    loop {
        rt.tick(100)?;
    }
}

#[test]
fn ticks_are_a_fresh_budget_and_count_for_the_one_around() {
    let mut rt = runtime();
    rt.set_max_ticks(Some(10_000));
    let limits = Limits { ticks: Some(1000), ..Limits::default() };
    for _ in 0..5 {
        assert_eq!(halt(rt.with_limits(limits, spin)), Some(Halt::Ticks));
    }
    assert_eq!(rt.ticks_left(), Some(5000));
    let outer = Limits { ticks: Some(300), ..Limits::default() };
    rt.with_limits(outer, |rt| {
        assert_eq!(halt(rt.with_limits(limits, spin)), Some(Halt::Ticks));
        assert_eq!(rt.ticks_left(), Some(0));
    });
    assert_eq!(rt.ticks_left(), Some(4700));
}

#[test]
fn bytes_are_counted_from_where_the_evaluation_begins() {
    let mut rt = runtime();
    let limits = Limits { bytes: Some(1 << 20), ..Limits::default() };
    for _ in 0..10 {
        let text = "x".repeat(900 << 10);
        let kept = rt.with_limits(limits, |rt| rt.str(&text));
        assert!(kept.is_ok());
        let refused = rt.with_limits(limits, |rt| rt.str(&text.repeat(2)).map(drop));
        let raise = refused.expect_err("more than the budget");
        assert!(rt.is_exception_of(&raise, &rt.types().memory_error));
    }
    assert_eq!(rt.heap().bytes().limit(), usize::MAX);
}

/// A host whose clock goes a millisecond at each look.
struct Clock(Rc<Cell<u64>>);

impl Host for Clock {
    fn clock(&self) -> Option<Duration> {
        self.0.set(self.0.get() + 1);
        Some(Duration::from_millis(self.0.get()))
    }
}

#[test]
fn the_deadline_goes_by_the_hosts_clock() {
    let clock = Rc::new(Cell::new(0));
    let mut rt = Runtime::builder().host(Clock(clock.clone())).build();
    let limits = Limits { deadline: Some(Duration::from_millis(50)), ..Limits::default() };
    assert_eq!(halt(rt.with_limits(limits, spin)), Some(Halt::Deadline));
    assert!((50..60).contains(&clock.get()), "{}", clock.get());
    assert!(rt.tick(1_000_000).is_ok());
}

#[test]
fn the_deadline_goes_by_the_systems_clock_without_one() {
    let mut rt = runtime();
    let limits = Limits { deadline: Some(Duration::from_millis(20)), ..Limits::default() };
    assert_eq!(halt(rt.with_limits(limits, spin)), Some(Halt::Deadline));
}

#[test]
fn a_cancellation_ends_the_evaluation_that_is_under_way_and_no_other() {
    let mut rt = runtime();
    let flag = rt.cancel_flag();
    flag.store(true, Ordering::Relaxed);
    let ticks = Limits { ticks: Some(100_000), ..Limits::default() };
    assert_eq!(halt(rt.with_limits(ticks, spin)), Some(Halt::Ticks));
    let outcome = rt.with_limits(Limits::default(), |rt| {
        flag.store(true, Ordering::Relaxed);
        rt.with_limits(ticks, spin)
    });
    assert_eq!(halt(outcome), Some(Halt::Cancelled));
}

#[test]
fn limits_end_with_a_panic() {
    let mut rt = runtime();
    let limits = Limits { ticks: Some(10), bytes: Some(10), depth: Some(1), deadline: None };
    let work = std::panic::AssertUnwindSafe(|| rt.with_limits(limits, |_| panic!("of the host")));
    assert!(std::panic::catch_unwind(work).is_err());
    assert_eq!((rt.ticks_left(), rt.heap().bytes().limit()), (None, usize::MAX));
    assert_eq!(rt.call_depth(), (1000, 0));
}

/// A class whose `__del__` counts.
fn counting_class(rt: &mut Runtime) -> (Value, Rc<Cell<u32>>) {
    let count = Rc::new(Cell::new(0));
    let counter = count.clone();
    let class = rt.class("Counted").def("__del__", move |_, [_]| {
        counter.set(counter.get() + 1);
        Ok(objmodel::singletons::none())
    });
    let class = class.build(rt).unwrap();
    (class.into_value(), count)
}

#[test]
fn finalizers_run_without_a_call_of_safepoint() {
    let mut rt = runtime();
    let (class, count) = counting_class(&mut rt);
    let object = rt.call(&class, ()).unwrap();
    drop(object);
    assert_eq!(count.get(), 0);
    rt.repr(&class).unwrap();
    assert_eq!(count.get(), 1);
    let object = rt.call(&class, ()).unwrap();
    let list = rt.list(vec![object]).unwrap();
    rt.del_item(&list, 0).unwrap();
    assert_eq!(count.get(), 2);
}

#[test]
fn cycles_are_collected_without_a_call_of_safepoint() {
    let mut rt = Runtime::builder().max_bytes(8 << 20).build();
    objmodel_builtins::install(&mut rt).unwrap();
    let class = rt.types().list.clone();
    let append = rt.intern("append").unwrap();
    for _ in 0..100_000 {
        let list = rt.call(&class, ()).unwrap();
        let append = rt.getattr(&list, &append).unwrap();
        rt.call(&append, [list.as_ref()]).unwrap();
    }
}
