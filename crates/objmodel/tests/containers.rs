//! Dicts and sets against plain models, with keys whose hashes collide in every way.

use objmodel::objects::dict::DictObject;
use objmodel::{Gc, Payload, Result, Runtime, Value};

/// Numbers in no order.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Keys that share low bits, or, 2**61 - 1 apart, whole hashes.
fn key(rt: &Runtime, number: u64) -> Result<Value> {
    const PRIME: i64 = (1 << 61) - 1;
    let n = (number / 4) as i64;
    match number % 4 {
        0 => rt.int(n),
        1 => rt.int((n + 1) << 20),
        2 => rt.int(n - PRIME),
        _ => rt.str(&format!("key {n}")).map(Gc::into_value),
    }
}

#[test]
fn a_dict_keeps_what_a_list_of_pairs_keeps() -> Result<()> {
    for (kinds, steps) in [(6, 300), (40, 2000), (2000, 9000)] {
        let mut rt = Runtime::builder().hash_seed(7).build();
        let mut numbers = Numbers(kinds);
        let before = rt.heap().bytes().used();
        let dict = rt.dict()?;
        let mut model: Vec<(u64, i64)> = Vec::new();
        for step in 0..steps {
            let number = numbers.below(kinds);
            let key = key(&rt, number)?;
            let known = model.iter().position(|(held, _)| *held == number);
            match numbers.below(8) {
                0 | 1 => {
                    let removed = rt.dict_remove(&dict, key.as_ref())?;
                    assert_eq!(removed.is_some(), known.is_some());
                    known.map(|at| model.remove(at));
                }
                2 => {
                    let last = dict.write(&mut rt).pop_last();
                    let value = last.and_then(|entry| entry.value.as_small_int());
                    assert_eq!(value, model.pop().map(|(_, value)| value));
                }
                3 => {
                    let first = dict.read(&rt).first_position();
                    let oldest = dict.write(&mut rt).remove(first);
                    let value = oldest.and_then(|entry| entry.value.as_small_int());
                    let expected = (!model.is_empty()).then(|| model.remove(0).1);
                    assert_eq!(value, expected);
                }
                4 if step % 64 == 0 => {
                    let copy = dict.read(&rt).compact_copy();
                    drop(rt.grow(&dict, |dict, meter| dict.put(meter, copy))?);
                }
                _ => {
                    let value = rt.int(step)?;
                    rt.dict_set(&dict, key.as_ref(), value)?;
                    match known {
                        Some(at) => model[at].1 = step,
                        None => model.push((number, step)),
                    }
                }
            }
            let found = rt.dict_get(&dict, key.as_ref())?.and_then(|value| value.as_small_int());
            let held = model.iter().find(|(held, _)| *held == number);
            assert_eq!(found, held.map(|(_, value)| *value));
            assert_eq!(dict.read(&rt).len(), model.len());
        }
        let body: &DictObject = dict.read(&rt);
        let values: Vec<_> = body.iter().filter_map(|entry| entry.value.as_small_int()).collect();
        let (mut at, mut walked) = (0, Vec::new());
        while let Some((next, entry)) = body.entry_from(at) {
            walked.extend(entry.value.as_small_int());
            at = next;
        }
        let (mut at, mut back) = (body.positions(), Vec::new());
        while let Some((before, entry)) = body.entry_before(at) {
            back.extend(entry.value.as_small_int());
            at = before;
        }
        back.reverse();
        let expected: Vec<i64> = model.iter().map(|(_, value)| *value).collect();
        assert_eq!((&values, &walked, &back), (&expected, &expected, &expected));
        let external = body.external_bytes();
        drop(dict);
        rt.safepoint();
        assert_eq!(rt.heap().bytes().used(), before, "{external} bytes of buffers");
    }
    Ok(())
}

#[test]
fn a_set_keeps_what_a_list_keeps() -> Result<()> {
    for (kinds, steps) in [(6, 300), (40, 2000), (2000, 9000)] {
        let mut rt = Runtime::builder().hash_seed(7).build();
        let mut numbers = Numbers(kinds);
        let before = rt.heap().bytes().used();
        let set = rt.set()?;
        let mut model = vec![false; kinds as usize];
        for _ in 0..steps {
            let number = numbers.below(kinds);
            let key = key(&rt, number)?;
            let held = &mut model[number as usize];
            match numbers.below(3) {
                0 => assert_eq!(rt.set_remove(&set, key.as_ref())?, std::mem::take(held)),
                1 => assert_eq!(rt.set_contains(&set, key.as_ref())?, *held),
                _ => assert_eq!(rt.set_add(&set, key.as_ref())?, !std::mem::replace(held, true)),
            }
        }
        let count = model.iter().filter(|held| **held).count();
        let body = set.read(&rt);
        let (mut place, mut walked) = (0, 0);
        while let Some((next, _, _)) = body.key_from(place) {
            walked += 1;
            place = next;
        }
        assert_eq!((body.len(), body.iter().count(), walked), (count, count, count));
        drop(set);
        rt.safepoint();
        assert_eq!(rt.heap().bytes().used(), before);
    }
    Ok(())
}
