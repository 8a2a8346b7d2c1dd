//! A runtime on its own: it builds, holds the words it promises, and frees what it made.

use objmodel::{BinaryOp, Borrowed, CompareOp, Raise, Result, Runtime, Value, singletons};

#[test]
fn words_have_the_promised_sizes() {
    assert_eq!(size_of::<Value>(), 8);
    assert_eq!(size_of::<Option<Value>>(), 8);
    assert_eq!(size_of::<Result<Value, Raise>>(), 16);
    assert_eq!(size_of::<Borrowed<'_>>(), 8);
}

#[test]
fn a_runtime_builds_and_every_class_has_an_order_that_ends_in_object() {
    let rt = Runtime::builder().build();
    for class in rt.types().all() {
        let body = class.read(&rt);
        assert!(body.mro()[0].is(class), "{}", body.name());
        assert!(body.mro().last().is_some_and(|last| last.is(&rt.types().object)));
    }
}

#[test]
fn small_integers_need_no_class_table() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let (two, three) = (rt.int(2)?, rt.int(3)?);
    assert_eq!(rt.binary(BinaryOp::Add, &two, &three)?.as_small_int(), Some(5));
    assert!(
        singletons::as_bool(&rt.compare(CompareOp::Lt, &two, &three)?).is_some_and(|less| less)
    );
    Ok(())
}

#[test]
fn an_operation_that_nobody_knows_is_a_type_error_with_the_operands_classes() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let (text, none) = (rt.str("x")?, singletons::none());
    let Err(raise) = rt.sub(&text, &none) else { panic!("str - None must fail") };
    assert!(rt.is_exception_of(&raise, &rt.types().type_error));
    Ok(())
}

#[test]
fn strings_that_are_equal_are_one_name() -> Result<()> {
    let mut rt = Runtime::builder().build();
    let (a, b) = (rt.intern("colour")?, rt.intern("colour")?);
    assert!(a.is(&b));
    let built = rt.str("colour")?;
    assert!(!built.is(&a));
    assert!(rt.intern_str(&built).is(&a));
    Ok(())
}

#[test]
fn memory_is_refused_before_it_is_taken() -> Result<()> {
    let mut rt = Runtime::builder().max_bytes(8 << 20).build();
    let list = rt.list(Vec::new())?;
    let refused = rt.grow(&list, |list, meter| list.reserve(meter, 1 << 40));
    let Err(raise) = refused else { panic!("a tebibyte must be refused") };
    assert!(rt.is_exception_of(&raise, &rt.types().memory_error));
    assert!(rt.heap().bytes().used() < 8 << 20);
    Ok(())
}

/// Dead lists that hold themselves, with a safe point after each.
fn make_cycles(rt: &mut Runtime, count: usize) -> Result<()> {
    for _ in 0..count {
        let list = rt.list(Vec::new())?;
        let item = Value::clone(&list);
        rt.grow(&list, |list, meter| list.push(meter, item))?;
        drop(list);
        rt.safepoint();
    }
    Ok(())
}

#[test]
fn safe_points_collect_what_became_due() -> Result<()> {
    let mut rt = Runtime::builder().build();
    make_cycles(&mut rt, 10_000)?;
    let [young, middle, _] = rt.heap().stats();
    assert!(young.collections >= 3 && young.collected + middle.collected >= 6_000, "{young:?}");
    Ok(())
}

#[test]
fn a_collection_that_was_kept_back_runs_when_it_may() -> Result<()> {
    let mut rt = Runtime::builder().build();
    rt.heap().disable();
    make_cycles(&mut rt, 10_000)?;
    assert_eq!(rt.heap().stats()[0].collections, 0);
    rt.heap().enable();
    rt.safepoint();
    assert_eq!(rt.heap().stats()[0].collected, 10_000);
    Ok(())
}

#[test]
fn the_byte_limit_counts_no_garbage() -> Result<()> {
    let mut rt = Runtime::builder().max_bytes(8 << 20).build();
    rt.heap().set_thresholds([u32::MAX, 10, 10]);
    for _ in 0..100 {
        let list = rt.list(vec![singletons::none(); 100_000])?;
        list.write(&mut rt).items_mut()[0] = Value::clone(&list);
        drop(list);
        rt.safepoint();
    }
    Ok(())
}
