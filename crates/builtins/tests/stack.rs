//! The stack limit from Rust: bodies of a host, stacks of its own, closures that recurse.

mod common;

use std::cell::RefCell;
use std::rc::Rc;

use common::runtime;
use objmodel::{Runtime, Value};

/// A function that calls itself without end, made of a closure.
fn endless(rt: &mut Runtime) -> Value {
    let own: Rc<RefCell<Option<Value>>> = Rc::default();
    let me = own.clone();
    let function = rt
        .function("f", "()", move |rt, _| {
            let me = me.borrow().clone().expect("set below");
            rt.call(&me, ())
        })
        .unwrap();
    *own.borrow_mut() = Some(function.clone());
    function
}

fn recurses(rt: &mut Runtime) {
    let function = endless(rt);
    let raise = rt.call(&function, ()).expect_err("no end");
    assert!(rt.is_exception_of(&raise, &rt.types().recursion_error));
}

#[test]
fn closures_that_recurse_end_on_threads_of_any_size() {
    for kilobytes in [128, 192, 256, 1024, 8192] {
        let thread = std::thread::Builder::new().stack_size(kilobytes << 10);
        thread.spawn(|| recurses(&mut runtime())).unwrap().join().unwrap();
    }
}

#[test]
fn a_host_says_where_a_stack_ends() {
    let mut rt = runtime();
    let marker = 0_u8;
    let here = std::ptr::addr_of!(marker) as usize;
    // As if the stack ended 100 KiB below: the limit holds, and is gone afterwards.
    let floor = rt.heap().stack_floor();
    rt.on_stack(Some(here - (100 << 10)), |rt| {
        assert!(rt.heap().stack_floor() > here - (100 << 10));
        recurses(rt);
    });
    assert_eq!(rt.heap().stack_floor(), floor);
}

#[test]
fn max_stack_is_a_limit_too() {
    let mut rt = Runtime::builder().max_stack(64 << 10).build();
    objmodel_builtins::install(&mut rt).unwrap();
    recurses(&mut rt);
}
