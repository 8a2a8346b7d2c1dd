//! The timed loops, one for each kind of work.
//!
//! Operands pass through [`black_box`], so that no work on them is moved out of a loop.

use std::hint::black_box;
use std::time::Duration;

use crate::clock::thread_time;
use crate::operation::{Arguments, Operation, Work};
use crate::prepare::Operands;
use crate::side::{Comparison, Operator, Side};

/// How often an operation is executed.
#[derive(Clone, Copy, Debug)]
pub enum Pace {
    /// Until a batch takes this long; five batches.
    Batches(Duration),
    /// Exactly so often, untimed: for counting instructions.
    Exactly(u64),
}

/// Executes an operation and returns nanoseconds per execution in the fastest batch, divided
/// by the operation's `per`.
pub fn time<S: Side>(
    side: &mut S,
    operands: &Operands<S::Object>,
    operation: &Operation,
    pace: Pace,
) -> f64 {
    let mut timing = Timing { pace, nanoseconds: 0.0 };
    execute(side, operands, operation, &mut timing);
    timing.nanoseconds / operation.per as f64
}

/// What an operation yields, as text: the sides must agree on it.
pub fn show<S: Side>(
    side: &mut S,
    operands: &Operands<S::Object>,
    operation: &Operation,
) -> String {
    let mut shown = Shown(String::new());
    execute(side, operands, operation, &mut shown);
    shown.0
}

/// What becomes of an operation that is ready to be executed.
trait Use {
    fn with<S: Side, R: Show<S>>(&mut self, side: &mut S, act: impl FnMut(&mut S) -> R);
}

/// A result of an operation.
trait Show<S: Side> {
    fn show(self, side: &mut S) -> String;
}

struct Timing {
    pace: Pace,
    nanoseconds: f64,
}

impl Use for Timing {
    fn with<S: Side, R: Show<S>>(&mut self, side: &mut S, mut act: impl FnMut(&mut S) -> R) {
        let mut batch = |side: &mut S, executions: u64| {
            let start = thread_time();
            repeat_work(side, executions, &mut act);
            thread_time() - start
        };
        let goal = match self.pace {
            Pace::Exactly(executions) => {
                batch(side, executions);
                return;
            }
            Pace::Batches(goal) => goal,
        };
        let mut executions = 1;
        loop {
            let took = batch(side, executions);
            if took >= goal / 2 {
                let more = goal.as_nanos() as f64 / took.as_nanos().max(1) as f64;
                executions = ((executions as f64 * more) as u64).max(1);
                break;
            }
            executions *= 2;
        }
        let batches: [Duration; 5] = std::array::from_fn(|_| batch(side, executions));
        // What disturbs a batch only makes it longer.
        let least = batches.into_iter().min().unwrap_or_default();
        self.nanoseconds = least.as_nanos() as f64 / executions as f64;
    }
}

/// The loop. It is a function of its own so that callgrind can count inside it only.
#[inline(never)]
fn repeat_work<S, R>(side: &mut S, executions: u64, act: &mut impl FnMut(&mut S) -> R) {
    for _ in 0..executions {
        drop(black_box(act(side)));
    }
}

struct Shown(String);

impl Use for Shown {
    fn with<S: Side, R: Show<S>>(&mut self, side: &mut S, mut act: impl FnMut(&mut S) -> R) {
        let result = act(side);
        self.0 = result.show(side);
    }
}

/// A handle, apart from the plain results.
struct Object<O>(O);

impl<S: Side> Show<S> for Object<S::Object> {
    fn show(self, side: &mut S) -> String {
        let text = side.repr(&self.0);
        // Identities differ from run to run.
        let text = side.text(&text);
        if text.starts_with('{') && !text.contains(':') {
            // Sets are in no order.
            return format!("a set of {}", side.len(&self.0));
        }
        text.split(" at 0x").next().unwrap_or_default().chars().take(60).collect()
    }
}

macro_rules! show_plain {
    ($($ty:ty)*) => {$(
        impl<S: Side> Show<S> for $ty {
            fn show(self, _: &mut S) -> String {
                format!("{self:?}")
            }
        }
    )*};
}

show_plain!(() bool usize);

/// A hash, which may differ between the sides.
struct Hash(#[allow(dead_code)] i64);

impl<S: Side> Show<S> for Hash {
    fn show(self, _: &mut S) -> String {
        "a hash".to_owned()
    }
}

fn execute<S: Side>(
    side: &mut S,
    operands: &Operands<S::Object>,
    operation: &Operation,
    timing: &mut impl Use,
) {
    let of = |text: &str| operands.get(text);
    match operation.work {
        Work::NewInt(n) => timing.with(side, |side| Object(side.int(black_box(n)))),
        Work::NewFloat(x) => timing.with(side, |side| Object(side.float(black_box(x)))),
        Work::NewStr(text) => timing.with(side, |side| Object(side.str(black_box(text)))),
        Work::Tuple(items) => {
            let items: Vec<S::Object> = items.iter().map(|item| of(item)).collect();
            timing.with(side, |side| Object(side.tuple(black_box(&items))));
        }
        Work::Append(item) => {
            let item = of(item);
            timing.with(side, |side| {
                let list = side.list(&[]);
                for _ in 0..operation.per {
                    side.append(&list, black_box(&item));
                }
                Object(list)
            });
        }
        Work::DictOf(keys) => {
            let keys = items(side, &of(keys));
            timing.with(side, |side| {
                let dict = side.dict();
                for key in &keys {
                    side.put_item(&dict, key, key);
                }
                side.len(&dict)
            });
        }
        Work::SetOf(keys) => {
            let keys = items(side, &of(keys));
            timing.with(side, |side| {
                let set = side.set();
                for key in &keys {
                    side.add_to_set(&set, key);
                }
                side.len(&set)
            });
        }
        Work::Binary(op, left, right) => binary(side, timing, op, of(left), of(right)),
        Work::Compare(op, left, right) => {
            let (left, right) = (of(left), of(right));
            match op {
                Comparison::Eq => timing.with(side, |side| {
                    Object(side.compare(Comparison::Eq, black_box(&left), black_box(&right)))
                }),
                Comparison::Lt => timing.with(side, |side| {
                    Object(side.compare(Comparison::Lt, black_box(&left), black_box(&right)))
                }),
            }
        }
        Work::Get(object, name) => {
            let (object, name) = (of(object), side.name(name));
            timing.with(side, |side| Object(side.get(black_box(&object), &name)));
        }
        Work::GetAtSite(object, name) => {
            let (object, name) = (of(object), side.name(name));
            timing.with(side, |side| Object(side.get_at_site(black_box(&object), &name)));
        }
        Work::GetIfAny(object, name) => {
            let (object, name) = (of(object), side.name(name));
            timing.with(side, |side| side.get_if_any(black_box(&object), &name).is_some());
        }
        Work::GetFails(object, name) => {
            let (object, name) = (of(object), side.name(name));
            timing.with(side, |side| side.get_fails(black_box(&object), &name));
        }
        Work::Put(object, name, value) => {
            let (object, name, value) = (of(object), side.name(name), of(value));
            timing.with(side, |side| side.put(black_box(&object), &name, black_box(&value)));
        }
        Work::PutAtSite(object, name, value) => {
            let (object, name, value) = (of(object), side.name(name), of(value));
            timing
                .with(side, |side| side.put_at_site(black_box(&object), &name, black_box(&value)));
        }
        Work::Call(callee, arguments) => {
            let arguments = arguments.iter().map(|argument| of(argument)).collect();
            call(side, timing, of(callee), arguments);
        }
        Work::CallKeyword(callee, positional, keyword, value) => {
            let (callee, positional, value) = (of(callee), of(positional), of(value));
            let keyword = side.name(keyword);
            timing.with(side, |side| {
                Object(side.call_keyword(
                    black_box(&callee),
                    black_box(&positional),
                    &keyword,
                    black_box(&value),
                ))
            });
        }
        Work::CallFails(callee) => {
            let callee = of(callee);
            timing.with(side, |side| side.call_fails(black_box(&callee)));
        }
        Work::CallMethod(object, name, arguments) => {
            call_method(side, timing, operands, object, name, arguments);
        }
        Work::Raise(message) => timing.with(side, |side| side.raise(black_box(message))),
        Work::Item(object, key) => {
            let (object, key) = (of(object), of(key));
            timing.with(side, |side| Object(side.item(black_box(&object), black_box(&key))));
        }
        Work::PutItem(object, key, value) => {
            let (object, key, value) = (of(object), of(key), of(value));
            timing.with(side, |side| {
                side.put_item(black_box(&object), black_box(&key), black_box(&value))
            });
        }
        Work::Contains(container, item) => {
            let (container, item) = (of(container), of(item));
            timing.with(side, |side| side.contains(black_box(&container), black_box(&item)));
        }
        Work::Len(object) => {
            let object = of(object);
            timing.with(side, |side| side.len(black_box(&object)));
        }
        Work::Truth(object) => {
            let object = of(object);
            timing.with(side, |side| side.truth(black_box(&object)));
        }
        Work::Hash(object) => {
            let object = of(object);
            timing.with(side, |side| Hash(side.hash(black_box(&object))));
        }
        Work::HashFresh(text) => timing.with(side, |side| {
            let fresh = side.str(black_box(text));
            Hash(side.hash(&fresh))
        }),
        Work::Repr(object) => {
            let object = of(object);
            timing.with(side, |side| Object(side.repr(black_box(&object))));
        }
        Work::Str(object) => {
            let object = of(object);
            timing.with(side, |side| Object(side.to_str(black_box(&object))));
        }
        Work::Format(object, spec) => {
            let (object, spec) = (of(object), of(spec));
            timing.with(side, |side| Object(side.format(black_box(&object), black_box(&spec))));
        }
        Work::IsInstance(object, class) => {
            let (object, class) = (of(object), of(class));
            timing.with(side, |side| side.is_instance(black_box(&object), black_box(&class)));
        }
        Work::Iterate(iterable) => {
            let iterable = of(iterable);
            timing.with(side, |side| side.iterate(black_box(&iterable)));
        }
    }
}

fn items<S: Side>(side: &mut S, list: &S::Object) -> Vec<S::Object> {
    let len = side.len(list) as i64;
    (0..len)
        .map(|index| {
            let index = side.int(index);
            side.item(list, &index)
        })
        .collect()
}

/// The operator is a constant in each loop, as in a host's code.
fn binary<S: Side>(
    side: &mut S,
    timing: &mut impl Use,
    op: Operator,
    left: S::Object,
    right: S::Object,
) {
    macro_rules! each {
        ($($op:ident)*) => {
            match op {
                $(Operator::$op => timing
                    .with(side, |side| Object(side.binary(Operator::$op, black_box(&left), black_box(&right)))),)*
            }
        };
    }
    each!(Add Sub Mul TrueDiv FloorDiv Mod And Or)
}

fn call<S: Side>(
    side: &mut S,
    timing: &mut impl Use,
    callee: S::Object,
    arguments: Vec<S::Object>,
) {
    match &arguments[..] {
        [] => timing.with(side, |side| Object(side.call(black_box(&callee), []))),
        [a] => timing.with(side, |side| Object(side.call(black_box(&callee), [a]))),
        [a, b] => timing.with(side, |side| Object(side.call(black_box(&callee), [a, b]))),
        [a, b, c] => timing.with(side, |side| Object(side.call(black_box(&callee), [a, b, c]))),
        _ => unreachable!("a call of the list has more than three arguments"),
    }
}

fn call_method<S: Side>(
    side: &mut S,
    timing: &mut impl Use,
    operands: &Operands<S::Object>,
    object: &str,
    name: &str,
    arguments: Arguments,
) {
    let (object, name) = (operands.get(object), side.name(name));
    let arguments: Vec<S::Object> = arguments.iter().map(|text| operands.get(text)).collect();
    match &arguments[..] {
        [] => timing.with(side, |side| Object(side.call_method(black_box(&object), &name, []))),
        [a] => timing.with(side, |side| Object(side.call_method(black_box(&object), &name, [a]))),
        [a, b] => {
            timing.with(side, |side| Object(side.call_method(black_box(&object), &name, [a, b])))
        }
        _ => unreachable!("a method call of the list has more than two arguments"),
    }
}
