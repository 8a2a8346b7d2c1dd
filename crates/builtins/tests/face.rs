//! What a host touches: names, arguments, conversions and method syntax.

mod common;

use common::runtime;
use objmodel::prelude::*;

#[test]
fn names_are_text_interned_text_and_values() -> Result<()> {
    let mut rt = runtime();
    let class = rt.class("C").build(&mut rt)?;
    let object = rt.call(&class, ())?;
    let owned = String::from("b");
    let value = rt.str("c")?.into_value();
    rt.setattr(&object, "a", 1)?;
    rt.setattr(&object, &owned, "two")?;
    rt.setattr(&object, &value, (3, true))?;
    assert_eq!(rt.getattr(&object, "a")?.extract::<u8>(&mut rt)?, 1);
    assert_eq!(rt.getattr(&object, "b")?.extract::<String>(&mut rt)?, "two");
    assert_eq!(rt.getattr(&object, "c")?.extract::<(i32, bool)>(&mut rt)?, (3, true));
    assert!(rt.hasattr(&object, "a")? && !rt.hasattr(&object, "d")?);
    rt.delattr(&object, "a")?;
    assert!(rt.lookup_attr(&object, "a")?.is_none());
    let one = rt.int(1)?;
    let refused = rt.getattr(&object, &one).expect_err("a number is no name");
    let refused = refused.into_exception()?;
    assert_eq!(rt.str_text(&refused)?, "attribute name must be string, not 'int'");
    Ok(())
}

#[test]
fn arguments_are_tuples_arrays_slices_and_vectors() -> Result<()> {
    let mut rt = runtime();
    let all = rt.function("all", "(*args, **kwargs)", |rt, args| {
        let (positional, named) = (rt.repr_text(args.at(0))?, rt.repr_text(args.at(1))?);
        Ok(format!("{positional} {named}"))
    })?;
    let (one, text) = (rt.int(1)?, rt.str("x")?);
    let values = vec![one.clone(), text.clone().into_value()];
    for (answer, expected) in [
        (rt.call(&all, ())?, "() {}"),
        (rt.call(&all, (1,))?, "(1,) {}"),
        (rt.call(&all, (1, "a", &text, 2.5, None::<i64>))?, "(1, 'a', 'x', 2.5, None) {}"),
        (rt.call(&all, [1, 2])?, "(1, 2) {}"),
        (rt.call(&all, [&one, &text])?, "(1, 'x') {}"),
        (rt.call(&all, [one.as_ref(), text.as_ref()])?, "(1, 'x') {}"),
        (rt.call(&all, &values)?, "(1, 'x') {}"),
        (rt.call(&all, values.as_slice())?, "(1, 'x') {}"),
        (rt.call(&all, vec!["a", "b"])?, "('a', 'b') {}"),
        (rt.call_kwargs(&all, (1,), [("b", 2), ("c", 3)])?, "(1,) {'b': 2, 'c': 3}"),
        (rt.call_kwargs(&all, (), (("b", 2), ("c", "d")))?, "() {'b': 2, 'c': 'd'}"),
        (rt.call_kwargs(&all, [1], ())?, "(1,) {}"),
    ] {
        assert_eq!(answer.extract::<String>(&mut rt)?, expected);
    }
    let options = rt.dict()?;
    rt.set_item(&options, "end", "!")?;
    let answer = rt.call_kwargs(&all, (), &options)?;
    assert_eq!(answer.extract::<String>(&mut rt)?, "() {'end': '!'}");
    rt.set_item(&options, 1, 2)?;
    let refused = rt.call_kwargs(&all, (), &options).expect_err("a number is no keyword");
    let refused = refused.into_exception()?;
    assert_eq!(rt.str_text(&refused)?, "keywords must be strings");
    Ok(())
}

#[test]
fn a_call_counts_lent_arguments_no_longer_than_it_lasts() -> Result<()> {
    let mut rt = runtime();
    let nothing = rt.function("nothing", "(*args)", |_, _| Ok(()))?;
    let list = rt.list(Vec::new())?;
    let before = list.ref_count();
    rt.call(&nothing, (&list, 1, list.clone()))?;
    rt.call(&nothing, [&list, &list])?;
    rt.call_kwargs(&nothing, (&list,), ())?;
    assert_eq!(list.ref_count(), before);
    Ok(())
}

#[test]
fn operators_take_rust_values() -> Result<()> {
    let mut rt = runtime();
    let two = rt.int(2)?;
    assert_eq!(rt.add(&two, 1)?.extract::<i64>(&mut rt)?, 3);
    assert_eq!(rt.sub(10, &two)?.extract::<i64>(&mut rt)?, 8);
    assert_eq!(rt.mul("ab", &two)?.extract::<String>(&mut rt)?, "abab");
    assert!(rt.equal(&two, 2.0)?);
    let numbers = rt.list(vec![two])?;
    assert!(rt.contains(&numbers, 2)? && !rt.contains(&numbers, "2")?);
    rt.set_item(&numbers, 0, "first")?;
    assert_eq!(rt.get_item(&numbers, -1)?.extract::<String>(&mut rt)?, "first");
    rt.del_item(&numbers, 0)?;
    assert_eq!(rt.len(numbers.as_ref())?, 0);
    Ok(())
}

#[test]
fn an_attached_value_has_methods() -> Result<()> {
    let mut rt = runtime();
    let list = rt.list(Vec::new())?;
    let mut bound = list.bind(&mut rt);
    bound.call_method1("extend", ([3, 1, 2],))?;
    bound.call_method("sort", (), [("reverse", true)])?;
    assert_eq!(bound.repr()?, "[3, 2, 1]");
    assert_eq!(bound.len()?, 3);
    assert!(bound.is_truthy()? && bound.contains(2)? && !bound.is_none());
    assert_eq!(bound.get_item(0)?.extract::<i64>()?, 3);
    assert_eq!(
        bound.call_method0("copy")?.getattr("__class__")?.getattr("__name__")?.str()?,
        "list"
    );
    assert_eq!(bound.extract::<Vec<i64>>()?, [3, 2, 1]);
    assert_eq!(bound.iter()?.len(), 3);
    let copy = bound.call_method0("copy")?.unbind();
    assert!(bound.eq(&copy)? && !bound.is(&copy));
    bound.set_item(0, "x")?;
    bound.del_item(1)?;
    assert_eq!(bound.str()?, "['x', 1]");
    Ok(())
}
