//! The loop that executes instructions.
//!
//! What most instructions need, and nothing else, is here, so that it stays in the machine's
//! registers: the runtime, the registers, the code and the place in it. An instruction that finds
//! what it expects (small integers, an attribute where it was the last time) goes on at once; what
//! takes several lines of work is called, and is out of line in the files beside this one. An
//! operand and a destination may be the same register: whatever is computed is computed before it
//! is stored.
//!
//! An object that goes for an instruction's result may have a `__del__` that is due: those
//! instructions, and all that call, pass a safe point. The others go on.

use objmodel::host::Sent;
use objmodel::{Borrowed, LoadedMethod, Raise, Result, Runtime, Value, singletons};

use super::base::Run;
use super::body::Site;
use super::calls::{self, Callee};
use super::frame::{clear, held, operand, put, release, replace, take};
use super::name::NO_SITE;
use super::{arithmetic, build, call, name, raise, step, unpack};
use crate::compile::{Instruction, METHOD, Op, TAKE_B};

/// Why the loop leaves an activation.
enum Switch {
    /// It calls what is entered without native recursion.
    Call(Callee),
    /// It returned or raised.
    Leave(Result),
}

/// Runs until the activation that the run began with returns, yields or raises. It begins by raising
/// what is `thrown`.
pub(super) fn execute(
    rt: &mut Runtime,
    run: &mut Run<'_>,
    mut thrown: Option<Raise>,
) -> Result<Sent> {
    let handled = rt.handled_depth();
    let mut next = run.place + usize::from(thrown.is_some());
    if let Err(halt) = rt.tick(1) {
        thrown = Some(halt);
    }
    // What the call came to at which the innermost activation stands.
    let mut arrived: Option<Value> = None;
    loop {
        let (frame, body, registers) = calls::innermost(&mut run.calls, &mut run.base);
        let frame = &frame;
        let code: &[Instruction] = &body.unit.code;
        if let Some(value) = arrived.take() {
            if let Some(i) = code.get(next.wrapping_sub(1)) {
                put(registers, i.c, value);
            }
            rt.safepoint();
        }
        let switch = 'switch: loop {
            // The instruction at which it stands.
            macro_rules! at {
                () => {
                    next.wrapping_sub(1)
                };
            }
            let raised: Raise = 'raised: {
                if let Some(raise) = thrown.take() {
                    break 'raised raise;
                }
                loop {
                    let Some(i) = code.get(next) else {
                        next += 1;
                        break 'raised rt.system_error("the code has no end");
                    };
                    next += 1;
                    // Whatever may fail may also run other code, which sees where this code stands.
                    macro_rules! ok {
                        ($result:expr) => {{
                            rt.set_place(at!() as u32);
                            match $result {
                                Ok(value) => value,
                                Err(raise) => break 'raised raise,
                            }
                        }};
                    }
                    // Integers, then floats, then any operands by the library.
                    macro_rules! arithmetic {
                        ($int:expr, $float:expr) => {{
                            let (left, right) = (held(registers, i.b), held(registers, i.c));
                            let value = match $int(left, right) {
                                Some(value) => Some(value),
                                None => Value::immediate_floats(left, right).and_then($float),
                            };
                            match value {
                                Some(value) => {
                                    if !put(registers, i.a, value) {
                                        continue;
                                    }
                                }
                                None => ok!(arithmetic::binary(rt, body, registers, *i)),
                            }
                        }};
                    }
                    macro_rules! integers {
                        ($int:expr) => {{
                            let (left, right) = (held(registers, i.b), held(registers, i.c));
                            match Value::small_ints(left, right).and_then($int) {
                                Some(value) => {
                                    if !put(registers, i.a, value) {
                                        continue;
                                    }
                                }
                                None => ok!(arithmetic::binary(rt, body, registers, *i)),
                            }
                        }};
                    }
                    macro_rules! with_small {
                        ($int:expr) => {{
                            let small = Value::small_int(i.small());
                            match $int(held(registers, i.b), &small) {
                                Some(value) => {
                                    if !put(registers, i.a, value) {
                                        continue;
                                    }
                                }
                                None => ok!(arithmetic::binary_small(rt, body, registers, *i)),
                            }
                        }};
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
                        ($int:expr, $float:expr) => {{
                            let (left, right) = (held(registers, i.b), held(registers, i.c));
                            let truth = if let Some((x, y)) = Value::small_ints(left, right) {
                                $int(&x, &y)
                            } else if let Some((x, y)) = Value::immediate_floats(left, right) {
                                $float(&x, &y)
                            } else {
                                ok!(arithmetic::compares(rt, body, registers, *i, at!()))
                            };
                            jump_if!(truth == (i.a != 0))
                        }};
                    }
                    macro_rules! jump_compare_small {
                        ($int:expr) => {{
                            let left = held(registers, i.b).as_ref().and_then(Value::as_small_int);
                            let truth = match left {
                                Some(x) => $int(&x, &i.small()),
                                None => {
                                    ok!(arithmetic::compares_with_small(
                                        rt,
                                        body,
                                        registers,
                                        *i,
                                        at!()
                                    ))
                                }
                            };
                            jump_if!(truth == (i.a != 0))
                        }};
                    }
                    // An operand that is no object need not be given up.
                    macro_rules! jump_on_truth {
                        ($sense:expr) => {{
                            let truth =
                                match held(registers, i.b).as_ref().and_then(singletons::as_bool) {
                                    Some(truth) => truth,
                                    None => ok!(arithmetic::truth(rt, registers, *i)),
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
                            if !(release(registers, *i) | a) {
                                continue;
                            }
                        }};
                    }
                    match i.op {
                        Op::Nop => continue,
                        Op::Move => {
                            let value = registers.get_mut(usize::from(i.b)).and_then(Option::take);
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
                                break 'raised name::unbound_local(rt, body, i.index());
                            }
                            continue;
                        }
                        Op::LoadCell => ok!(name::load_cell(rt, body, registers, *i)),
                        Op::StoreCell => name::store_cell(rt, registers, *i),
                        Op::LoadGlobal => {
                            let Some(Site { name, cache }) = body.globals.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let found =
                                rt.load_global(&frame.globals, &frame.builtins, name, cache);
                            let value = match found {
                                Some(value) => value,
                                None => ok!(Err(name::undefined(rt, name))),
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
                            release(registers, *i);
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
                            release(registers, *i);
                        }
                        Op::GetItem => {
                            let (object, key) = (operand(registers, i.b), operand(registers, i.c));
                            let value = match build::exact_item(rt, object, key) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, key)),
                            };
                            put(registers, i.a, value);
                            release(registers, *i);
                        }
                        Op::GetItemSmall => {
                            let object = operand(registers, i.b);
                            let key = Value::small_int(i.small()).unwrap_or_else(singletons::none);
                            let value = match build::exact_item(rt, object, key.as_ref()) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, &key)),
                            };
                            put(registers, i.a, value);
                            release(registers, *i);
                        }
                        Op::SetItem => ok!(build::set_item(rt, registers, *i)),
                        Op::Add => {
                            arithmetic!(Value::small_sum, |(x, y)| Value::immediate_float(x + y))
                        }
                        Op::Subtract => {
                            arithmetic!(Value::small_difference, |(x, y)| Value::immediate_float(
                                x - y
                            ))
                        }
                        Op::Multiply => arithmetic!(arithmetic::small_product, |(x, y)| {
                            Value::immediate_float(x * y)
                        }),
                        Op::TrueDivide => {
                            arithmetic!(
                                arithmetic::small_quotient,
                                |(x, y)| Value::immediate_float(x / y)
                            )
                        }
                        Op::FloorDivide => integers!(arithmetic::small_floor),
                        Op::Modulo => integers!(arithmetic::small_modulo),
                        Op::And => integers!(|(x, y)| Value::small_int(x & y)),
                        Op::Or => integers!(|(x, y)| Value::small_int(x | y)),
                        Op::Xor => integers!(|(x, y)| Value::small_int(x ^ y)),
                        Op::LeftShift => integers!(arithmetic::small_left_shift),
                        Op::RightShift => integers!(arithmetic::small_right_shift),
                        Op::Binary => ok!(arithmetic::binary(rt, body, registers, *i)),
                        Op::AddSmall => with_small!(Value::small_sum),
                        Op::SubtractSmall => with_small!(Value::small_difference),
                        Op::MultiplySmall => with_small!(arithmetic::small_product),
                        Op::FloorDivideSmall => with_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_floor)
                        }),
                        Op::ModuloSmall => with_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_modulo)
                        }),
                        Op::AndSmall => with_small!(|x, y| {
                            Value::small_ints(x, y).and_then(|(x, y)| Value::small_int(x & y))
                        }),
                        Op::RightShiftSmall => with_small!(|x, y| {
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
                        Op::JumpLess => jump_compare!(i64::lt, f64::lt),
                        Op::JumpLessEqual => jump_compare!(i64::le, f64::le),
                        Op::JumpEqual => jump_compare!(i64::eq, f64::eq),
                        Op::JumpNotEqual => jump_compare!(i64::ne, f64::ne),
                        Op::JumpGreater => jump_compare!(i64::gt, f64::gt),
                        Op::JumpGreaterEqual => jump_compare!(i64::ge, f64::ge),
                        Op::JumpLessSmall => jump_compare_small!(i64::lt),
                        Op::JumpLessEqualSmall => jump_compare_small!(i64::le),
                        Op::JumpEqualSmall => jump_compare_small!(i64::eq),
                        Op::JumpNotEqualSmall => jump_compare_small!(i64::ne),
                        Op::JumpGreaterSmall => jump_compare_small!(i64::gt),
                        Op::JumpGreaterEqualSmall => jump_compare_small!(i64::ge),
                        Op::JumpIs => {
                            let same = operand(registers, i.b).is(&operand(registers, i.c));
                            if same == (i.a != 0) {
                                next = i.index();
                            }
                            if !release(registers, *i) {
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
                                ok!(name::show_locals(rt, body, registers));
                            }
                            if let Some(callee) = calls::callee(rt, registers, *i) {
                                rt.set_place(at!() as u32);
                                break 'switch Switch::Call(callee);
                            }
                            if i.imm & METHOD == 0 {
                                clear(registers, i.a.wrapping_add(1));
                            }
                            let value = ok!(call::call(rt, registers, i.a, i.b, &[]));
                            put(registers, i.c, value);
                        }
                        Op::Return => {
                            let value = take(registers, i.b);
                            rt.set_place(at!() as u32);
                            break 'switch Switch::Leave(Ok(value));
                        }
                        Op::Yield => {
                            let value = operand(registers, i.b).to_value();
                            release(registers, *i);
                            run.place = at!();
                            rt.set_place(run.place as u32);
                            return Ok(Sent::Yielded(value));
                        }
                        Op::YieldFrom => {
                            let value =
                                run.sent.take().map_or_else(singletons::none, Borrowed::to_value);
                            match ok!(rt.send_into(operand(registers, i.b), value.as_ref())) {
                                Sent::Yielded(value) => {
                                    run.place = at!();
                                    return Ok(Sent::Yielded(value));
                                }
                                Sent::Returned(value) => {
                                    clear(registers, i.b);
                                    put(registers, i.a, value);
                                }
                            }
                        }
                        Op::Compare => ok!(arithmetic::comparison(rt, body, registers, *i)),
                        Op::GetIter => ok!(build::iterator(rt, registers, *i)),
                        Op::Unpack => ok!(unpack::exactly(rt, registers, *i)),
                        Op::BuildTuple => ok!(build::tuple(rt, registers, *i)),
                        Op::BuildList => ok!(build::list(rt, registers, *i)),
                        Op::ListAppend => ok!(build::append(rt, registers, *i)),
                        Op::JumpContains => {
                            if ok!(arithmetic::contains(rt, registers, *i)) == (i.a != 0) {
                                next = i.index();
                            }
                        }
                        Op::DeleteLocal
                        | Op::LoadSpilled
                        | Op::StoreSpilled
                        | Op::DeleteSpilled
                        | Op::MakeCell
                        | Op::CellFromParameter
                        | Op::DeleteCell
                        | Op::LoadNameOrCell
                        | Op::StoreGlobal
                        | Op::DeleteGlobal
                        | Op::LoadName
                        | Op::StoreName
                        | Op::DeleteName
                        | Op::LoadLocals
                        | Op::DeleteAttr
                        | Op::DeleteItem
                        | Op::BuildSlice
                        | Op::Negative
                        | Op::Positive
                        | Op::Invert
                        | Op::Not
                        | Op::Contains
                        | Op::NotContains
                        | Op::UnpackStarred
                        | Op::CallKeyword
                        | Op::CallUnpacked
                        | Op::CallSuper
                        | Op::CallNamespace
                        | Op::ShowLocals
                        | Op::BuildSet
                        | Op::BuildDict
                        | Op::BuildString
                        | Op::ListExtend
                        | Op::ArgumentsExtend
                        | Op::ListToTuple
                        | Op::SetAdd
                        | Op::SetUpdate
                        | Op::DictSet
                        | Op::DictUpdate
                        | Op::KeywordsMerge
                        | Op::Format
                        | Op::MakeFunction
                        | Op::LoadBuildClass
                        | Op::LoadAssertionError
                        | Op::SetupAnnotations
                        | Op::GetYieldFromIter
                        | Op::Raise
                        | Op::Reraise
                        | Op::PushHandled
                        | Op::PopHandled
                        | Op::JumpUnlessMatch
                        | Op::EnterContext
                        | Op::ExitWithException
                        | Op::ExitContext
                        | Op::ImportName
                        | Op::ImportFrom
                        | Op::ImportStar => {
                            if ok!(step::step(rt, frame, body, registers, *i)) {
                                next = i.index();
                            }
                        }
                    }
                    rt.safepoint();
                }
            };
            let at = at!();
            if let Some(i) = code.get(at).filter(|i| i.op == Op::YieldFrom) {
                // The delegation is over.
                clear(registers, i.b);
            }
            match raise::unwind(rt, frame, body, registers, at, raised) {
                Ok(target) => next = target,
                Err(raise) => break 'switch Switch::Leave(Err(raise)),
            }
        };
        match switch {
            Switch::Call(callee) => match calls::enter(rt, run, callee, next - 1) {
                Ok(()) => next = 0,
                Err(raise) => thrown = Some(raise),
            },
            Switch::Leave(outcome) => match calls::leave(rt, run, outcome) {
                Ok((caller, outcome)) => {
                    next = caller + 1;
                    match outcome {
                        Ok(value) => arrived = Some(value),
                        Err(raise) => thrown = Some(raise),
                    }
                }
                Err(outcome) => {
                    run.place = next.wrapping_sub(1);
                    if outcome.as_ref().is_err_and(call::is_halt) {
                        drop(rt.split_handled(handled));
                    }
                    return outcome.map(Sent::Returned);
                }
            },
        }
    }
}
