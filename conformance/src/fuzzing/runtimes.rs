//! Calls of the Rust interface with values of two runtimes: what is foreign is refused, and never misread.

use objmodel::{Raise, Result, Runtime, Value};
use programs::choices::Choices;

use crate::inside::{self, Memory};

const MAKERS: &[&str] = &[
    "None",
    "7",
    "2**70",
    "1.5",
    "'text'",
    "'long text ' * 9",
    "[1, 2]",
    "(1, 'a')",
    "{'a': 1}",
    "{1, 2}",
    "len",
    "int",
    "lambda *a: a",
    "type('C', (), {'a': 1})()",
    "type('D', (list,), {})([3])",
    "b'ab'",
    "range(3)",
    "iter([1, 2])",
    "ValueError('v')",
    "object()",
];

/// Calls operations of two runtimes with values of both.
///
/// # Panics
/// If a call panics, or a heap is broken afterwards.
pub fn two_runtimes(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let made =
        std::array::from_fn::<_, 2, _>(|_| inside::start(&Memory::default(), &super::limits()));
    let [Ok(first), Ok(second)] = made else { return };
    let mut interpreters = [first, second];
    let mut values: Vec<Value> = Vec::new();
    for (at, interpreter) in interpreters.iter_mut().enumerate() {
        for _ in 0..2 + choices.below(3) {
            let maker = choices.pick(MAKERS);
            let text = format!("import builtins\nbuiltins.made = {maker}\n");
            if interpreter.run("<maker>", text.as_bytes()).is_ok() {
                values.extend(interpreter.runtime().builtin("made"));
            }
        }
        if at == 0 && choices.chance(40) {
            // Values whose runtime is gone are foreign too.
            let console = inside::start(&Memory::default(), &super::limits());
            let Ok(other) = console else { return };
            drop(std::mem::replace(interpreter, other));
        }
    }
    while !choices.is_spent() && !values.is_empty() {
        let rt = interpreters[choices.below(2)].runtime();
        let mut pick = || values[choices.below(values.len())].clone();
        let (a, b, c) = (pick(), pick(), pick());
        match call(rt, choices.below(24), &a, &b, c) {
            Ok(Some(value)) if values.len() < 40 => values.push(value),
            Ok(_) => {}
            Err(raise) if raise.halt().is_none() => {}
            Err(_) => break,
        }
    }
    for interpreter in &mut interpreters {
        interpreter.runtime().safepoint();
        interpreter.runtime().heap().verify().expect("a heap in order");
    }
    if choices.chance(128) {
        drop(interpreters);
        drop(values);
    }
}

fn call(rt: &mut Runtime, which: usize, a: &Value, b: &Value, c: Value) -> Result<Option<Value>> {
    let done = |()| None;
    Ok(match which {
        0 => Some(rt.add(a, b)?),
        1 => Some(rt.mul(a, b)?),
        2 => rt.contains(a, b).map(|_| None)?,
        3 => Some(rt.get_item(a, b)?),
        4 => rt.set_item(a, b, &c).map(done)?,
        5 => rt.del_item(a, b).map(done)?,
        6 => Some(rt.repr(a)?.into_value()),
        7 => Some(rt.to_str(a)?.into_value()),
        8 => rt.hash(a.as_ref()).map(|_| None)?,
        9 => rt.len(a).map(|_| None)?,
        10 => Some(rt.iter(a)?),
        11 => rt.next(a)?,
        12 => rt.is_true(a.as_ref()).map(|_| None)?,
        13 => rt.is_instance(a, b).map(|_| None)?,
        14 => rt.is_subclass(a, b).map(|_| None)?,
        15 => Some(rt.call(a, [b.as_ref(), c.as_ref()])?),
        16 => Some(rt.call(a, [b.as_ref()])?),
        17 => rt.equal(a.as_ref(), b.as_ref()).map(|_| None)?,
        18 => {
            let name = rt.intern("a")?;
            Some(rt.getattr(a, &name)?)
        }
        19 => {
            let name = rt.intern("a")?;
            rt.setattr(a, &name, b).map(done)?
        }
        20 => Some(rt.list(vec![a.clone(), b.clone()])?.into_value()),
        21 => Some(rt.tuple([a.clone(), b.clone()].into_iter())?.into_value()),
        22 => Some(rt.collect(a).and_then(|all| rt.list_of(all))?.into_value()),
        _ => return Err(Raise::exception(a.clone())),
    })
}
