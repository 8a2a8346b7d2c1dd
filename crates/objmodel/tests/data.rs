//! Plain data through serde and back, by way of JSON.

use objmodel::data::{DataOptions, PlainData};
use objmodel::prelude::*;

fn runtime() -> Runtime {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt).expect("memory for the built-in types");
    rt
}

const EXACT: DataOptions = DataOptions { depth: 128, values: 1_000_000, exact: true };

fn written(rt: &Runtime, value: &Value, options: DataOptions) -> serde_json::Result<String> {
    serde_json::to_string(&PlainData::new(rt, value).with(options))
}

fn read(rt: &mut Runtime, text: &str, options: DataOptions) -> serde_json::Result<Value> {
    rt.deserialize_with(options, &mut serde_json::Deserializer::from_str(text))
}

#[test]
fn the_natural_form_is_what_others_read() -> Result<()> {
    let mut rt = runtime();
    let text = r#"{"name":"Ada","tags":["x","y"],"age":36,"big":18446744073709551615,"ratio":0.5,"none":null,"yes":true,"deep":{"1":[[]]}}"#;
    let value = read(&mut rt, text, DataOptions::default()).expect("JSON");
    assert_eq!(written(&rt, &value, DataOptions::default()).expect("plain data"), text);
    let mixed = (1, "a", vec![2.5], Some(false), None::<i64>).into_py_object(&mut rt)?;
    let text = written(&rt, &mixed, DataOptions::default()).expect("plain data");
    assert_eq!(text, r#"[1,"a",[2.5],false,null]"#);
    Ok(())
}

/// A value of plain data from a seed: every kind, nested.
fn value(rt: &mut Runtime, seed: &mut u64, depth: u32) -> Result<Value> {
    let mut pick = |n: u64| {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) % n
    };
    let kind = pick(if depth == 0 { 9 } else { 16 });
    let number = pick(1 << 30);
    let len = pick(4);
    match kind {
        0 => ().into_py_object(rt),
        1 => (number % 2 == 0).into_py_object(rt),
        2 => (number as i64 - (1 << 29)).into_py_object(rt),
        3 => rt.pow(
            rt.int(3)?.as_ref(),
            rt.int(len as i64 * 40)?.as_ref(),
            Value::immediate(0).as_ref(),
        ),
        4 => (number as f64 / 7.0).into_py_object(rt),
        5 => [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0][len as usize].into_py_object(rt),
        6 => ["", "ä€😀", "$int", "plain"][len as usize].into_py_object(rt),
        7 => rt.bytes(&[0, 255, number as u8]).map(Gc::into_value),
        8 => rt.bytearray(&[1, 2][..len as usize % 3]).map(Gc::into_value),
        9 | 10 => {
            let items = (0..len).map(|_| value(rt, seed, depth - 1)).collect::<Result<Vec<_>>>()?;
            rt.list(items).map(Gc::into_value)
        }
        11 | 12 => {
            let items = (0..len).map(|_| value(rt, seed, depth - 1)).collect::<Result<Vec<_>>>()?;
            rt.tuple(items.into_iter()).map(Gc::into_value)
        }
        13 => {
            let set = if len % 2 == 0 { rt.set()? } else { rt.frozenset()? };
            for _ in 0..len {
                let item = value(rt, seed, 0)?;
                if rt.hash(item.as_ref()).is_ok() {
                    rt.set_add(&set, item.as_ref())?;
                }
            }
            Ok(set.into_value())
        }
        _ => {
            let dict = rt.dict()?;
            for _ in 0..len {
                let key = value(rt, seed, 0)?;
                let item = value(rt, seed, depth - 1)?;
                if rt.hash(key.as_ref()).is_ok() {
                    rt.dict_set(&dict, key.as_ref(), item)?;
                }
            }
            Ok(dict.into_value())
        }
    }
}

#[test]
fn the_exact_form_brings_back_what_was_there() -> Result<()> {
    let mut rt = runtime();
    let mut seed = 7;
    for _ in 0..2000 {
        let before = value(&mut rt, &mut seed, 4)?;
        let text = written(&rt, &before, EXACT).expect("plain data");
        let after = read(&mut rt, &text, EXACT).unwrap_or_else(|error| panic!("{error}: {text}"));
        // NaN is not equal to itself, and sets may be shown in another order.
        if !text.contains("NaN") && !text.contains("nan") {
            assert!(rt.equal(&before, &after)?, "{text}");
        }
        if !text.contains("set") {
            assert_eq!(rt.repr_text(&before)?, rt.repr_text(&after)?, "{text}");
        }
    }
    Ok(())
}

#[test]
fn limits_and_strangers_are_told() -> Result<()> {
    let mut rt = runtime();
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    assert!(read(&mut rt, &deep, DataOptions::default()).is_ok());
    let shallow = DataOptions { depth: 99, ..DataOptions::default() };
    let error = read(&mut rt, &deep, shallow).expect_err("too deep");
    assert!(error.to_string().starts_with("the data is nested deeper"), "{error}");
    let few = DataOptions { values: 3, ..DataOptions::default() };
    assert!(read(&mut rt, "[1,2]", few).is_ok());
    let error = read(&mut rt, "[1,2,3]", few).expect_err("too many");
    assert!(error.to_string().starts_with("the data has more values"), "{error}");
    // A list that holds itself ends at the limit.
    let list = rt.list(Vec::new())?;
    list.append(&mut rt, list.clone())?;
    let error = written(&rt, &list, DataOptions::default()).expect_err("a cycle");
    assert!(error.to_string().contains("or holds itself"), "{error}");
    let class = rt.class("Dog").build(&mut rt)?;
    let dog = rt.call(&class, ())?;
    let error = written(&rt, &dog, DataOptions::default()).expect_err("no plain data");
    assert_eq!(error.to_string(), "'Dog' object is no plain data");
    for bad in [
        r#"{"$tuple":1}"#,
        r#"{"$int":"x"}"#,
        r#"{"$bytes":[256]}"#,
        r#"{"$dict":[[1]]}"#,
        r#"{"$set":[[]]}"#,
    ] {
        assert!(read(&mut rt, bad, EXACT).is_err(), "{bad}");
    }
    Ok(())
}

#[test]
fn data_is_charged_and_ticks() {
    let mut rt = runtime();
    let used = rt.heap().bytes().used();
    rt.heap().bytes().set_limit(used + 10_000);
    let text = format!("[{}1]", "1,".repeat(100_000));
    let error = read(&mut rt, &text, DataOptions::default()).expect_err("no room");
    assert!(error.to_string().contains("MemoryError"), "{error}");
    rt.heap().bytes().set_limit(usize::MAX);
    rt.set_max_ticks(Some(1000));
    let error = read(&mut rt, &text, DataOptions::default()).expect_err("no time");
    assert!(error.to_string().contains("tick limit"), "{error}");
}
