//! The loop that executes instructions.
//!
//! What most instructions need, and nothing else, is here, so that it stays in the machine's
//! registers: the runtime, the window of registers, the code and the place in it. An instruction that
//! finds what it expects (small integers, an attribute where it was the last time) goes on at once;
//! what takes several lines of work is called, and is out of line in the files beside this one. An
//! operand and a destination may be the same register: whatever is computed is computed before it
//! is stored.
//!
//! An object that goes for an instruction's result may have a `__del__` that is due: those
//! instructions, and all that call, pass a safe point. The others go on.

use objmodel::host::Sent;
use objmodel::{LoadedMethod, Raise, Result, Runtime, Value, singletons};

use super::arithmetic::Quick;
use super::body::{Body, Site};
use super::calls::{self, Callee};
use super::name::NO_SITE;
use super::registers::{
    WINDOW, clear, clear_all, deliver, held, operand, put, release, replace, take,
};
use super::stack::{Caller, Stack, Then};
use super::{arithmetic, build, call, frame, name, raise, step, unpack};
use crate::compile::{METHOD, Op, TAKE_B};

/// The activation that a run begins with, whose registers are the first of the stack.
pub(super) struct Start {
    pub(super) body: Body,
    /// The instruction with which it begins.
    pub(super) next: usize,
    /// What the delegation at which it stands is sent.
    pub(super) sent: Option<Value>,
    /// What it raises at the instruction before.
    pub(super) thrown: Option<Raise>,
}

impl Start {
    /// At the beginning of a body.
    #[inline(always)]
    pub(super) fn beginning(body: Body) -> Start {
        Start { body, next: 0, sent: None, thrown: None }
    }
}

/// Why the loop leaves its window in an unusual way.
enum Switch {
    /// A call needs a window that begins here, and the stack is too short.
    Grow(usize),
    /// The activation does not handle what was raised.
    Raise(Raise),
}

/// What is wrong with a window that its stack has no room for.
const NO_WINDOW: &str = "a window beyond the stack";

/// Runs until the activation that the run begins with returns, yields or raises. Its registers are
/// empty then, unless it yields.
pub(super) fn execute(rt: &mut Runtime, stack: &mut Stack, start: Start) -> Result<Sent> {
    let handled = rt.handled_depth();
    let Start { mut body, mut next, mut sent, mut thrown } = start;
    next += usize::from(thrown.is_some());
    if let Err(halt) = rt.tick(1) {
        thrown = Some(halt);
    }
    let mut base = 0;
    'frame: loop {
        let (all, callers, charged) = stack.parts();
        let room = all.len() - base;
        let Some(registers) = Stack::window(all, base) else {
            return Err(rt.system_error(NO_WINDOW));
        };
        let code = &body.code[..];
        let switch = 'switch: loop {
            let raised: Raise = 'raised: {
                if let Some(raise) = thrown.take() {
                    break 'raised raise;
                }
                loop {
                    let Some(i) = code.get(next) else {
                        next += 1;
                        break 'raised rt.system_error("the code has no end");
                    };
                    let i = i.get();
                    next += 1;
                    // Whatever may fail may also run other code, which sees where this code stands.
                    macro_rules! ok {
                        ($result:expr) => {{
                            rt.set_place((next - 1) as u32);
                            match $result {
                                Ok(value) => value,
                                Err(raise) => break 'raised raise,
                            }
                        }};
                    }
                    // At once, or by the library.
                    macro_rules! quick {
                        ($quick:expr, $slow:expr) => {
                            match $quick {
                                Quick::Done => continue,
                                Quick::Freed => {}
                                Quick::Slow => ok!($slow),
                            }
                        };
                    }
                    macro_rules! binary {
                        ($quick:ident, $($with:expr),+) => {
                            quick!(
                                arithmetic::$quick(registers, i, $($with),+),
                                arithmetic::binary(rt, &body, registers, i)
                            )
                        };
                    }
                    macro_rules! binary_small {
                        ($int:expr) => {
                            quick!(
                                arithmetic::with_small(registers, i, $int),
                                arithmetic::binary_small(rt, &body, registers, i)
                            )
                        };
                    }
                    macro_rules! jump_if {
                        ($truth:expr) => {{
                            if $truth {
                                next = i.index();
                            }
                            continue;
                        }};
                    }
                    macro_rules! jump_compare {
                        ($quick:expr, $slow:ident) => {{
                            let truth = match $quick {
                                Some(truth) => truth,
                                None => {
                                    ok!(arithmetic::$slow(rt, &body, registers, i, next - 1))
                                }
                            };
                            jump_if!(truth == (i.a != 0))
                        }};
                    }
                    macro_rules! jump_numbers {
                        ($int:expr, $float:expr) => {
                            jump_compare!(
                                arithmetic::compare_numbers(registers, i, $int, $float),
                                compares
                            )
                        };
                    }
                    macro_rules! jump_small {
                        ($int:expr) => {
                            jump_compare!(
                                arithmetic::compare_small(registers, i, $int),
                                compares_with_small
                            )
                        };
                    }
                    // An operand that is no object need not be given up.
                    macro_rules! jump_on_truth {
                        ($sense:expr) => {{
                            let truth =
                                match held(registers, i.b).as_ref().and_then(singletons::as_bool) {
                                    Some(truth) => truth,
                                    None => ok!(arithmetic::truth(rt, registers, i)),
                                };
                            jump_if!(truth == $sense)
                        }};
                    }
                    macro_rules! jump_on_none {
                        ($sense:expr) => {{
                            if singletons::is_none(&operand(registers, i.b)) == $sense {
                                next = i.index();
                            }
                            if i.imm & TAKE_B == 0 || !clear(registers, i.b) {
                                continue;
                            }
                        }};
                    }
                    macro_rules! identity {
                        ($sense:expr) => {{
                            let same = operand(registers, i.b).is(&operand(registers, i.c));
                            let a = put(registers, i.a, singletons::bool(same == $sense));
                            if !(release(registers, i) | a) {
                                continue;
                            }
                        }};
                    }
                    match i.op {
                        Op::Nop => continue,
                        Op::Move => {
                            let value = registers[usize::from(i.b)].take();
                            if !replace(registers, i.a, value) {
                                continue;
                            }
                        }
                        Op::Copy => {
                            let value = held(registers, i.b).clone();
                            if !replace(registers, i.a, value) {
                                continue;
                            }
                        }
                        Op::Clear => {
                            if !clear(registers, i.a) {
                                continue;
                            }
                        }
                        Op::Const => match body.constants.get(i.index()) {
                            Some(constant) => {
                                if !put(registers, i.a, constant.clone()) {
                                    continue;
                                }
                            }
                            None => break 'raised rt.system_error("no such constant"),
                        },
                        Op::CheckLocal => {
                            if held(registers, i.b).is_none() {
                                break 'raised name::unbound_local(rt, &body, i.index());
                            }
                            continue;
                        }
                        Op::LoadCell => ok!(name::load_cell(rt, &body, registers, i)),
                        Op::StoreCell => name::store_cell(rt, registers, i),
                        Op::LoadGlobal => {
                            let Some(site) = body.globals.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let value = match rt.global_at_site(&site.cache) {
                                Some(value) => value,
                                None => ok!(name::load_global(rt, site)),
                            };
                            if !put(registers, i.a, value) {
                                continue;
                            }
                        }
                        Op::LoadAttr => {
                            let Some(Site { name, cache }) = body.attributes.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let object = operand(registers, i.b);
                            let value = ok!(rt.getattr_cached(object, name, cache));
                            put(registers, i.a, value);
                            release(registers, i);
                        }
                        Op::LoadMethod => {
                            let Some(name) = body.methods.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let object = operand(registers, i.b);
                            let receiver = i.a.wrapping_add(1);
                            match ok!(rt.load_method(object, name)) {
                                LoadedMethod::Unbound(method) => {
                                    if i.b != receiver {
                                        let object = object.to_value();
                                        put(registers, receiver, object);
                                    }
                                    put(registers, i.a, method);
                                }
                                LoadedMethod::Bound(method) => {
                                    put(registers, i.a, method);
                                    clear(registers, receiver);
                                }
                            }
                        }
                        Op::StoreAttr => {
                            let Some(Site { name, cache }) = body.attributes.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let (object, value) =
                                (operand(registers, i.a), operand(registers, i.b));
                            ok!(rt.setattr_cached(object, name, value.to_value(), cache));
                            release(registers, i);
                        }
                        Op::GetItem => {
                            let (object, key) = (operand(registers, i.b), operand(registers, i.c));
                            let value = match build::exact_item(rt, object, key) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, key)),
                            };
                            put(registers, i.a, value);
                            release(registers, i);
                        }
                        Op::GetItemSmall => {
                            let object = operand(registers, i.b);
                            let key = Value::small_int(i.small()).unwrap_or_else(singletons::none);
                            let value = match build::exact_item(rt, object, key.as_ref()) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, &key)),
                            };
                            put(registers, i.a, value);
                            release(registers, i);
                        }
                        Op::SetItem => ok!(build::set_item(rt, registers, i)),
                        Op::Add => binary!(numbers, Value::small_sum, |x, y| x + y),
                        Op::Subtract => binary!(numbers, Value::small_difference, |x, y| x - y),
                        Op::Multiply => binary!(numbers, arithmetic::small_product, |x, y| x * y),
                        Op::TrueDivide => {
                            binary!(numbers, arithmetic::small_quotient, |x, y| x / y)
                        }
                        Op::FloorDivide => binary!(integers, arithmetic::small_floor),
                        Op::Modulo => binary!(integers, arithmetic::small_modulo),
                        Op::And => binary!(integers, |(x, y)| Value::small_int(x & y)),
                        Op::Or => binary!(integers, |(x, y)| Value::small_int(x | y)),
                        Op::Xor => binary!(integers, |(x, y)| Value::small_int(x ^ y)),
                        Op::LeftShift => binary!(integers, arithmetic::small_left_shift),
                        Op::RightShift => binary!(integers, arithmetic::small_right_shift),
                        Op::Binary => ok!(arithmetic::binary(rt, &body, registers, i)),
                        Op::AddSmall => binary_small!(Value::small_sum),
                        Op::SubtractSmall => binary_small!(Value::small_difference),
                        Op::MultiplySmall => binary_small!(arithmetic::small_product),
                        Op::FloorDivideSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_floor)
                        }),
                        Op::ModuloSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_modulo)
                        }),
                        Op::AndSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(|(x, y)| Value::small_int(x & y))
                        }),
                        Op::RightShiftSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_right_shift)
                        }),
                        Op::Is => identity!(true),
                        Op::IsNot => identity!(false),
                        Op::Jump => {
                            next = i.index();
                            continue;
                        }
                        Op::JumpBack => {
                            ok!(rt.tick(1));
                            next = i.index();
                        }
                        Op::JumpIfTrue => jump_on_truth!(true),
                        Op::JumpIfFalse => jump_on_truth!(false),
                        Op::JumpIfNone => jump_on_none!(true),
                        Op::JumpIfNotNone => jump_on_none!(false),
                        Op::JumpLess => jump_numbers!(i64::lt, f64::lt),
                        Op::JumpLessEqual => jump_numbers!(i64::le, f64::le),
                        Op::JumpEqual => jump_numbers!(i64::eq, f64::eq),
                        Op::JumpNotEqual => jump_numbers!(i64::ne, f64::ne),
                        Op::JumpGreater => jump_numbers!(i64::gt, f64::gt),
                        Op::JumpGreaterEqual => jump_numbers!(i64::ge, f64::ge),
                        Op::JumpLessSmall => jump_small!(i64::lt),
                        Op::JumpLessEqualSmall => jump_small!(i64::le),
                        Op::JumpEqualSmall => jump_small!(i64::eq),
                        Op::JumpNotEqualSmall => jump_small!(i64::ne),
                        Op::JumpGreaterSmall => jump_small!(i64::gt),
                        Op::JumpGreaterEqualSmall => jump_small!(i64::ge),
                        Op::JumpIs => {
                            let same = operand(registers, i.b).is(&operand(registers, i.c));
                            if same == (i.a != 0) {
                                next = i.index();
                            }
                            if !release(registers, i) {
                                continue;
                            }
                        }
                        Op::ForIter => match ok!(rt.next(operand(registers, i.b))) {
                            Some(item) => {
                                put(registers, i.a, item);
                            }
                            None => {
                                clear(registers, i.b);
                                next = i.index();
                            }
                        },
                        Op::Call => {
                            if rt.shows_locals() {
                                ok!(name::show_locals(rt, &body, registers));
                            }
                            if usize::from(i.a) + 2 + WINDOW > room {
                                break 'switch Switch::Grow(base + usize::from(i.a) + 2);
                            }
                            if let Some(callee) = ok!(calls::callee(rt, registers, i)) {
                                let Callee { function, body: own, first, given, plain, then } =
                                    callee;
                                ok!(rt.enter_flat_call(function));
                                *callers.push() = Caller {
                                    body: Some(std::mem::replace(&mut body, own)),
                                    base,
                                    next,
                                    destination: i.c,
                                    row: i.a,
                                    then,
                                };
                                base += usize::from(first);
                                next = 0;
                                calls::begin(rt, &body, given, plain, all.get_mut(base..));
                                continue 'frame;
                            }
                            if i.imm & METHOD == 0 {
                                clear(registers, i.a.wrapping_add(1));
                            }
                            let value = ok!(call::call(rt, registers, i.a, i.b, &[]));
                            deliver(registers, i.c, value);
                        }
                        Op::Return => {
                            let value = match rt.frame_is_seen() {
                                false => take(registers, i.b),
                                true => {
                                    rt.set_place((next - 1) as u32);
                                    let value = operand(registers, i.b).to_value();
                                    frame::keep(rt, &body, registers);
                                    clear(registers, i.b);
                                    value
                                }
                            };
                            // Who returns has no objects in temporaries.
                            clear_all(registers.get_mut(..body.lasting).unwrap_or_default());
                            let Some(caller) = callers.pop() else {
                                return Ok(Sent::Returned(value));
                            };
                            rt.leave_call();
                            (base, next) = (caller.base, caller.next);
                            let (then, destination, row) =
                                (caller.then, caller.destination, caller.row);
                            if let Some(own) = caller.body.take() {
                                body = own;
                            }
                            let Some(registers) = Stack::window(all, base) else {
                                return Err(rt.system_error(NO_WINDOW));
                            };
                            let value = match then {
                                Then::Store => Ok(value),
                                Then::Instance => calls::instance(rt, registers, row, &value),
                            };
                            match value {
                                Ok(value) => deliver(registers, destination, value),
                                Err(raise) => thrown = Some(raise),
                            }
                            rt.safepoint();
                            continue 'frame;
                        }
                        Op::Yield => {
                            let value = operand(registers, i.b).to_value();
                            release(registers, i);
                            stack.place = next - 1;
                            rt.set_place((next - 1) as u32);
                            return Ok(Sent::Yielded(value));
                        }
                        Op::YieldFrom => {
                            let value = sent.take().unwrap_or_else(singletons::none);
                            match ok!(rt.send_into(operand(registers, i.b), value.as_ref())) {
                                Sent::Yielded(value) => {
                                    stack.place = next - 1;
                                    return Ok(Sent::Yielded(value));
                                }
                                Sent::Returned(value) => {
                                    clear(registers, i.b);
                                    put(registers, i.a, value);
                                }
                            }
                        }
                        Op::Compare => ok!(arithmetic::comparison(rt, &body, registers, i)),
                        Op::GetIter => ok!(build::iterator(rt, registers, i)),
                        Op::Unpack => ok!(unpack::exactly(rt, registers, i)),
                        Op::BuildTuple => ok!(build::tuple(rt, registers, i)),
                        Op::BuildList => ok!(build::list(rt, registers, i)),
                        Op::ListAppend => ok!(build::append(rt, registers, i)),
                        Op::JumpContains => {
                            if ok!(arithmetic::contains(rt, registers, i)) == (i.a != 0) {
                                next = i.index();
                            }
                        }
                        _ => {
                            if ok!(step::step(rt, &body, registers, i)) {
                                next = i.index();
                            }
                        }
                    }
                    rt.safepoint();
                }
            };
            let at = next.wrapping_sub(1);
            if let Some(i) = code.get(at).filter(|i| i.get().op == Op::YieldFrom) {
                // The delegation is over.
                clear(registers, i.get().b);
            }
            match raise::unwind(rt, &body, registers, at, raised) {
                Ok(target) => next = target,
                Err(raise) => break 'switch Switch::Raise(raise),
            }
        };
        match switch {
            Switch::Grow(first) => match Stack::grow(all, charged, rt, first) {
                Ok(()) => next -= 1,
                Err(raise) => thrown = Some(raise),
            },
            Switch::Raise(raise) => {
                if rt.frame_is_seen() {
                    frame::keep(rt, &body, registers);
                }
                clear_all(registers.get_mut(..body.words).unwrap_or_default());
                let Some(caller) = callers.pop() else {
                    if call::is_halt(&raise) {
                        drop(rt.split_handled(handled));
                    }
                    return Err(raise);
                };
                rt.leave_call();
                (base, next) = (caller.base, caller.next);
                if let Some(own) = caller.body.take() {
                    body = own;
                }
                thrown = Some(raise);
            }
        }
    }
}
