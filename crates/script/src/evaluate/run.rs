//! The loop that executes instructions.
//!
//! It computes before it overwrites: an operand and a destination may be the same register. What
//! several lines of work are needed for stands in the files beside this one.

use objmodel::host::Sent;
use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::{LoadedMethod, Raise, Result, Runtime, UnaryOp, Value, singletons};

use super::calls::{self, Callee, Calls};
use super::frame::{self, operand, put};
use super::resume::{Base, Resumption, Start};
use super::{
    arithmetic, build, call, class, context, function, generator, import, name, raise, unpack,
};
use crate::compile::{INDEX, Instruction, Op, TAKE_A, TAKE_B, TAKE_C};

/// Why the loop leaves an activation.
enum Switch {
    /// It calls what is entered without native recursion.
    Call(Instruction, Callee),
    /// It returned or raised.
    Leave(Result),
}

/// Runs until the activation that was begun with returns, yields or raises. `place` receives the
/// instruction at which it was left. What it calls goes to `calls`, which are none at first.
pub(super) fn execute(
    rt: &mut Runtime,
    mut base: Base<'_>,
    resumption: Resumption,
    place: &mut usize,
    calls: &mut Option<Box<Calls>>,
) -> Result<Sent> {
    let handled = rt.handled_depth();
    let Start { mut next, mut at, mut sent, mut thrown } = resumption.start(&mut base);
    if let Err(halt) = rt.tick(1) {
        thrown = Some(halt);
    }
    // What the call came to at which the innermost activation stands.
    let mut arrived: Option<Value> = None;
    loop {
        let (frame, body, registers) = calls::innermost(calls, &mut base);
        let frame = &frame;
        let unit = &*body.unit;
        let code: &[Instruction] = &unit.code;
        if (arrived.is_some() || thrown.is_some())
            && let Some(&i) = code.get(at)
            && matches!(i.op, Op::Call)
        {
            calls::clear_row(registers, i);
            if let Some(value) = arrived.take() {
                put(registers, i.c, value);
            }
            rt.safepoint();
        }
        let switch = 'switch: loop {
            let raised: Raise = 'raised: {
                // Whatever may fail may also run other code, which sees where this code stands.
                macro_rules! ok {
                    ($result:expr) => {{
                        rt.set_place(at as u32);
                        match $result {
                            Ok(value) => value,
                            Err(raise) => break 'raised raise,
                        }
                    }};
                }
                macro_rules! set {
                    ($register:expr, $value:expr) => {{
                        let value: Value = $value;
                        put(registers, $register, value)
                    }};
                }
                macro_rules! release {
                    ($instruction:expr) => {
                        if $instruction.imm & (TAKE_A | TAKE_B | TAKE_C) != 0 {
                            frame::release(registers, *$instruction);
                        }
                    };
                }
                if let Some(raise) = thrown.take() {
                    break 'raised raise;
                }
                loop {
                    at = next;
                    let Some(i) = code.get(at) else {
                        break 'raised rt.system_error("the code has no end");
                    };
                    next = at + 1;
                    // Integers, then floats, then any operands by the library.
                    macro_rules! arithmetic {
                        ($int:expr, $float:expr) => {{
                            let (left, right) = (operand(registers, i.b), operand(registers, i.c));
                            let value = match (left.as_small_int(), right.as_small_int()) {
                                (Some(x), Some(y)) => $int(x, y),
                                _ => {
                                    match (left.as_immediate_float(), right.as_immediate_float()) {
                                        (Some(x), Some(y)) => $float(x, y),
                                        _ => None,
                                    }
                                }
                            };
                            if let Some(value) = value {
                                put(registers, i.a, value);
                                release!(i);
                                continue;
                            }
                            let operator = unit.operators.get(i.index());
                            let value = ok!(arithmetic::binary(rt, operator, left, right));
                            put(registers, i.a, value);
                            release!(i);
                        }};
                    }
                    macro_rules! arithmetic_small {
                        ($int:expr) => {{
                            let left = operand(registers, i.b);
                            let small = i64::from(i.c as i8);
                            if let Some(x) = left.as_small_int()
                                && let Some(value) = $int(x, small)
                            {
                                put(registers, i.a, value);
                                continue;
                            }
                            let operator = unit.operators.get(i.index());
                            let value = ok!(arithmetic::binary_small(rt, operator, left, small));
                            put(registers, i.a, value);
                            if i.imm & TAKE_B != 0 {
                                frame::clear(registers, i.b);
                            }
                        }};
                    }
                    macro_rules! jump_compare {
                        ($int:expr, $float:expr) => {{
                            let (left, right) = (operand(registers, i.b), operand(registers, i.c));
                            let truth = match (left.as_small_int(), right.as_small_int()) {
                                (Some(x), Some(y)) => $int(&x, &y),
                                _ => {
                                    match (left.as_immediate_float(), right.as_immediate_float()) {
                                        (Some(x), Some(y)) => $float(&x, &y),
                                        _ => {
                                            let site =
                                                unit.sites.get(at).copied().unwrap_or(0) as usize;
                                            let operator = unit.operators.get(site);
                                            ok!(arithmetic::compare_truth(
                                                rt, operator, left, right
                                            ))
                                        }
                                    }
                                }
                            };
                            release!(i);
                            if truth == (i.a != 0) {
                                next = i.index();
                            }
                        }};
                    }
                    macro_rules! jump_compare_small {
                        ($int:expr) => {{
                            let left = operand(registers, i.b);
                            let small = i64::from(i.c as i8);
                            let truth = match left.as_small_int() {
                                Some(x) => $int(&x, &small),
                                None => {
                                    let site = unit.sites.get(at).copied().unwrap_or(0) as usize;
                                    let operator = unit.operators.get(site);
                                    ok!(arithmetic::compare_small(rt, operator, left, small))
                                }
                            };
                            if i.imm & TAKE_B != 0 {
                                frame::clear(registers, i.b);
                            }
                            if truth == (i.a != 0) {
                                next = i.index();
                            }
                        }};
                    }
                    match i.op {
                        Op::Nop => continue,
                        Op::Move => {
                            let value = frame::take(registers, i.b);
                            set!(i.a, value);
                        }
                        Op::Copy => {
                            let value = match registers.get(usize::from(i.b)) {
                                Some(value) => value.clone(),
                                None => None,
                            };
                            if let Some(register) = registers.get_mut(usize::from(i.a)) {
                                *register = value;
                            }
                        }
                        Op::Clear => frame::clear(registers, i.a),
                        Op::Const => match body.constants.get(i.index()) {
                            Some(constant) => {
                                set!(i.a, constant.clone());
                            }
                            None => break 'raised rt.system_error("no such constant"),
                        },
                        Op::CheckLocal => {
                            if matches!(registers.get(usize::from(i.b)), None | Some(None)) {
                                break 'raised name::unbound_local(rt, body, i.index());
                            }
                            continue;
                        }
                        Op::DeleteLocal => {
                            if matches!(registers.get(usize::from(i.b)), None | Some(None)) {
                                break 'raised name::unbound_local(rt, body, i.index());
                            }
                            frame::clear(registers, i.b);
                        }
                        Op::LoadFar => {
                            let far = frame::far(body, i.b, i.c);
                            match registers.get(far) {
                                Some(Some(value)) => {
                                    let value = value.clone();
                                    set!(i.a, value);
                                }
                                _ => break 'raised name::unbound_local(rt, body, i.index()),
                            }
                        }
                        Op::StoreFar => {
                            let value = operand(registers, i.b).to_value();
                            if let Some(register) = registers.get_mut(frame::far(body, i.a, i.c)) {
                                *register = Some(value);
                            }
                            if i.imm & TAKE_B != 0 {
                                frame::clear(registers, i.b);
                            }
                        }
                        Op::DeleteFar => match registers.get_mut(frame::far(body, i.a, i.c)) {
                            Some(register @ Some(_)) => *register = None,
                            _ => break 'raised name::unbound_local(rt, body, i.index()),
                        },
                        Op::MakeCell => set!(i.a, ok!(rt.cell(None)).into_value()),
                        Op::CellFromParameter => {
                            let value = registers.get_mut(usize::from(i.b)).and_then(Option::take);
                            set!(i.a, ok!(rt.cell(value)).into_value());
                        }
                        Op::LoadCell => {
                            set!(i.a, ok!(name::load_cell(rt, body, registers, *i)));
                        }
                        Op::StoreCell => name::store_cell(rt, registers, *i),
                        Op::DeleteCell => ok!(name::delete_cell(rt, body, registers, *i)),
                        Op::LoadNameOrCell => {
                            let cell = operand(registers, i.b);
                            let value = ok!(name::load_name_or_cell(rt, frame, body, cell, *i));
                            set!(i.a, value);
                        }
                        Op::LoadGlobal => {
                            let value = ok!(name::load_global(rt, frame, body, i.index()));
                            set!(i.a, value);
                        }
                        Op::StoreGlobal => {
                            let value = operand(registers, i.b).to_value();
                            if let Some(name) = body.names.get(i.index()) {
                                ok!(rt.dict_set_name(&frame.globals, name, value));
                            }
                            release!(i);
                        }
                        Op::DeleteGlobal => ok!(name::delete_global(rt, frame, body, i.index())),
                        Op::LoadName => {
                            let value = ok!(name::load_name(rt, frame, body, i.index()));
                            set!(i.a, value);
                        }
                        Op::StoreName => {
                            let value = operand(registers, i.b);
                            ok!(name::store_name(rt, frame, body, i.index(), value));
                            release!(i);
                        }
                        Op::DeleteName => ok!(name::delete_name(rt, frame, body, i.index())),
                        Op::LoadLocals => set!(i.a, name::namespace(frame)),
                        Op::LoadAttr => {
                            let Some((cache, name)) = name::attribute_site(body, i.index()) else {
                                break 'raised rt.system_error("no such attribute site");
                            };
                            let object = operand(registers, i.b);
                            let value = ok!(rt.getattr_cached(object, name, cache));
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::LoadMethod => {
                            let Some((cache, name)) = name::method_site(body, i.index()) else {
                                break 'raised rt.system_error("no such method site");
                            };
                            let object = operand(registers, i.b);
                            let receiver = i.a.wrapping_add(1);
                            match ok!(rt.load_method(object, name, cache)) {
                                LoadedMethod::Unbound(method) => {
                                    if i.b != receiver {
                                        let object = object.to_value();
                                        set!(receiver, object);
                                    }
                                    set!(i.a, method);
                                }
                                LoadedMethod::Bound(method) => {
                                    set!(i.a, method);
                                    frame::clear(registers, receiver);
                                }
                            }
                        }
                        Op::StoreAttr => {
                            let Some((cache, name)) = name::attribute_site(body, i.index()) else {
                                break 'raised rt.system_error("no such attribute site");
                            };
                            let (object, value) =
                                (operand(registers, i.a), operand(registers, i.b));
                            ok!(rt.setattr_cached(object, name, value.to_value(), cache));
                            release!(i);
                        }
                        Op::DeleteAttr => {
                            if let Some(name) = name::site_name(body, &unit.attributes, i.index()) {
                                ok!(rt.delattr(operand(registers, i.b), name));
                            }
                            release!(i);
                        }
                        Op::GetItem => {
                            let (object, key) = (operand(registers, i.b), operand(registers, i.c));
                            let value = match build::exact_item(rt, object, key) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, key)),
                            };
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::GetItemSmall => {
                            let object = operand(registers, i.b);
                            let key = Value::small_int(i64::from(i.c as i8))
                                .unwrap_or_else(singletons::none);
                            let value = match build::exact_item(rt, object, key.as_ref()) {
                                Some(value) => value,
                                None => ok!(rt.get_item(object, &key)),
                            };
                            set!(i.a, value);
                            if i.imm & TAKE_B != 0 {
                                frame::clear(registers, i.b);
                            }
                        }
                        Op::SetItem => {
                            let (object, key) = (operand(registers, i.a), operand(registers, i.b));
                            ok!(rt.set_item(object, key, operand(registers, i.c)));
                            release!(i);
                        }
                        Op::DeleteItem => {
                            ok!(rt.del_item(operand(registers, i.b), operand(registers, i.c)));
                            release!(i);
                        }
                        Op::BuildSlice => {
                            let parts = frame::take_row(registers, i.b, usize::from(i.c));
                            set!(i.a, ok!(build::slice(rt, parts)));
                        }
                        Op::Add => {
                            arithmetic!(
                                |x: i64, y: i64| Value::small_int(x + y),
                                |x: f64, y: f64| { Value::immediate_float(x + y) }
                            )
                        }
                        Op::Subtract => {
                            arithmetic!(
                                |x: i64, y: i64| Value::small_int(x - y),
                                |x: f64, y: f64| { Value::immediate_float(x - y) }
                            )
                        }
                        Op::Multiply => arithmetic!(
                            |x: i64, y: i64| x.checked_mul(y).and_then(Value::small_int),
                            |x: f64, y: f64| Value::immediate_float(x * y)
                        ),
                        Op::TrueDivide => {
                            arithmetic!(arithmetic::divide_small, |x: f64, y: f64| (y != 0.0)
                                .then(|| Value::immediate_float(x / y))
                                .flatten())
                        }
                        Op::FloorDivide => {
                            arithmetic!(arithmetic::floor_small, |_: f64, _: f64| None)
                        }
                        Op::Modulo => arithmetic!(arithmetic::modulo_small, |_: f64, _: f64| None),
                        Op::And => {
                            arithmetic!(|x: i64, y: i64| Value::small_int(x & y), |_: f64, _| None)
                        }
                        Op::Or => {
                            arithmetic!(|x: i64, y: i64| Value::small_int(x | y), |_: f64, _| None)
                        }
                        Op::Xor => {
                            arithmetic!(|x: i64, y: i64| Value::small_int(x ^ y), |_: f64, _| None)
                        }
                        Op::LeftShift => {
                            arithmetic!(arithmetic::shift_left_small, |_: f64, _| None)
                        }
                        Op::RightShift => {
                            arithmetic!(arithmetic::shift_right_small, |_: f64, _| None)
                        }
                        Op::Binary => arithmetic!(|_: i64, _: i64| None, |_: f64, _: f64| None),
                        Op::AddSmall => arithmetic_small!(|x: i64, y: i64| Value::small_int(x + y)),
                        Op::SubtractSmall => {
                            arithmetic_small!(|x: i64, y: i64| Value::small_int(x - y))
                        }
                        Op::MultiplySmall => arithmetic_small!(|x: i64, y: i64| x
                            .checked_mul(y)
                            .and_then(Value::small_int)),
                        Op::FloorDivideSmall => arithmetic_small!(arithmetic::floor_small),
                        Op::ModuloSmall => arithmetic_small!(arithmetic::modulo_small),
                        Op::AndSmall => arithmetic_small!(|x: i64, y: i64| Value::small_int(x & y)),
                        Op::RightShiftSmall => arithmetic_small!(arithmetic::shift_right_small),
                        Op::Negative => {
                            let value = ok!(rt.unary(UnaryOp::Neg, operand(registers, i.b)));
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::Positive => {
                            let value = ok!(rt.unary(UnaryOp::Pos, operand(registers, i.b)));
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::Invert => {
                            let value = ok!(rt.unary(UnaryOp::Invert, operand(registers, i.b)));
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::Not => {
                            let truth = ok!(rt.is_true(operand(registers, i.b)));
                            set!(i.a, singletons::bool(!truth));
                            release!(i);
                        }
                        Op::Compare => {
                            let (left, right) = (operand(registers, i.b), operand(registers, i.c));
                            let operator = unit.operators.get(i.index());
                            let value = ok!(arithmetic::compare(rt, operator, left, right));
                            set!(i.a, value);
                            release!(i);
                        }
                        Op::Is | Op::IsNot => {
                            let same = operand(registers, i.b).is(&operand(registers, i.c));
                            set!(i.a, singletons::bool(same == (i.op == Op::Is)));
                            release!(i);
                        }
                        Op::Contains | Op::NotContains => {
                            let (item, container) =
                                (operand(registers, i.b), operand(registers, i.c));
                            let found = ok!(rt.contains(container, item));
                            set!(i.a, singletons::bool(found == (i.op == Op::Contains)));
                            release!(i);
                        }
                        Op::Jump => {
                            next = i.index();
                            continue;
                        }
                        Op::JumpBack => {
                            ok!(rt.tick(1));
                            next = i.index();
                        }
                        Op::JumpIfTrue | Op::JumpIfFalse => {
                            let truth = ok!(rt.is_true(operand(registers, i.b)));
                            release!(i);
                            if truth == (i.op == Op::JumpIfTrue) {
                                next = i.index();
                            }
                        }
                        Op::JumpIfNone | Op::JumpIfNotNone => {
                            let none = singletons::is_none(&operand(registers, i.b));
                            release!(i);
                            if none == (i.op == Op::JumpIfNone) {
                                next = i.index();
                            }
                        }
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
                        Op::JumpContains => {
                            let (item, container) =
                                (operand(registers, i.b), operand(registers, i.c));
                            let truth = ok!(rt.contains(container, item));
                            release!(i);
                            if truth == (i.a != 0) {
                                next = i.index();
                            }
                        }
                        Op::JumpIs => {
                            let truth = operand(registers, i.b).is(&operand(registers, i.c));
                            release!(i);
                            if truth == (i.a != 0) {
                                next = i.index();
                            }
                        }
                        Op::GetIter => {
                            let iterator = ok!(rt.iter(operand(registers, i.b)));
                            set!(i.a, iterator);
                            release!(i);
                        }
                        Op::ForIter => match ok!(rt.next(operand(registers, i.b))) {
                            Some(item) => set!(i.a, item),
                            None => {
                                frame::clear(registers, i.b);
                                next = i.index();
                            }
                        },
                        Op::Unpack => {
                            let value = operand(registers, i.b).to_value();
                            let count = usize::from(i.c);
                            ok!(unpack::exactly(rt, registers, value.as_ref(), i.a, count));
                            frame::release_unpacked(registers, *i, count);
                        }
                        Op::UnpackStarred => {
                            let value = operand(registers, i.b).to_value();
                            let (before, after) = (usize::from(i.c), i.index());
                            ok!(unpack::starred(rt, registers, value.as_ref(), i.a, before, after));
                            frame::release_unpacked(registers, *i, before + after + 1);
                        }
                        Op::ShowLocals => ok!(name::show_locals(rt, body, registers)),
                        Op::Call => {
                            if rt.shows_locals() {
                                ok!(name::show_locals(rt, body, registers));
                            }
                            rt.set_place(at as u32);
                            if let Some(callee) = calls::callee(rt, registers, *i) {
                                break 'switch Switch::Call(*i, callee);
                            }
                            let value = ok!(call::call(rt, registers, i.a, i.b, &[]));
                            set!(i.c, value);
                        }
                        Op::CallKeyword => {
                            if rt.shows_locals() {
                                ok!(name::show_locals(rt, body, registers));
                            }
                            let names = body.keywords.get(i.index()).map_or(&[][..], |names| names);
                            let value = ok!(call::call(rt, registers, i.a, i.b, names));
                            set!(i.c, value);
                        }
                        Op::CallUnpacked => {
                            let callee = frame::take(registers, i.a);
                            let sequence = frame::take(registers, i.a.wrapping_add(2));
                            let at = usize::from(i.a.wrapping_add(3));
                            let mapping = registers.get_mut(at).and_then(Option::take);
                            let mapping = mapping.as_ref().map(Value::as_ref);
                            let callee = callee.as_ref();
                            let answer =
                                ok!(call::call_unpacked(rt, callee, sequence.as_ref(), mapping));
                            set!(i.c, answer);
                        }
                        Op::CallSuper => {
                            let callee = frame::take(registers, i.a);
                            let class = (i.b != u8::MAX).then(|| operand(registers, i.b));
                            let first = name::first_parameter(rt, registers, i.c, i.imm == 1);
                            let value = ok!(call::call_super(rt, callee.as_ref(), class, first));
                            set!(i.a, value);
                        }
                        Op::CallNamespace => {
                            let callee = frame::take(registers, i.a);
                            let callee = callee.as_ref();
                            let value =
                                ok!(name::call_namespace(rt, frame, body, registers, callee));
                            set!(i.a, value);
                        }
                        Op::BuildTuple => {
                            let items = frame::take_row(registers, i.b, i.index());
                            set!(i.a, ok!(rt.tuple(items.into_iter())).into_value());
                        }
                        Op::BuildList => {
                            let items = frame::take_row(registers, i.b, i.index());
                            set!(i.a, ok!(rt.list(items)).into_value());
                        }
                        Op::BuildSet => {
                            let items = frame::take_row(registers, i.b, i.index());
                            set!(i.a, ok!(build::set(rt, items)));
                        }
                        Op::BuildDict => {
                            let items = frame::take_row(registers, i.b, 2 * i.index());
                            set!(i.a, ok!(build::dict(rt, items)));
                        }
                        Op::BuildString => {
                            let text =
                                ok!(build::string(rt, frame::row(registers, i.b, i.index())));
                            for register in 0..i.index() {
                                frame::clear(registers, i.b.wrapping_add(register as u8));
                            }
                            set!(i.a, text);
                        }
                        Op::ListAppend => {
                            let item = frame::take(registers, i.b);
                            if let Some(list) = operand(registers, i.a).typed::<ListObject>() {
                                ok!(rt.grow(&list, |list, meter| list.push(meter, item)));
                            }
                            continue;
                        }
                        Op::ListExtend => {
                            let items = frame::take(registers, i.b);
                            ok!(build::extend(rt, operand(registers, i.a), items.as_ref()));
                        }
                        Op::ArgumentsExtend => {
                            let items = frame::take(registers, i.b);
                            ok!(build::extend(rt, operand(registers, i.a), items.as_ref()));
                        }
                        Op::ListToTuple => {
                            let list = frame::take(registers, i.a);
                            let items = list.get::<ListObject>(rt).map(|l| l.items().to_vec());
                            let items = items.unwrap_or_default();
                            set!(i.a, ok!(rt.tuple(items.into_iter())).into_value());
                        }
                        Op::SetAdd => {
                            let item = frame::take(registers, i.b);
                            if let Some(set) = operand(registers, i.a).typed::<SetObject>() {
                                ok!(rt.set_add(&set, item.as_ref()));
                            }
                        }
                        Op::SetUpdate => {
                            let items = frame::take(registers, i.b);
                            ok!(build::update_set(rt, operand(registers, i.a), items.as_ref()));
                        }
                        Op::DictSet => {
                            let (key, value) =
                                (frame::take(registers, i.b), frame::take(registers, i.c));
                            if let Some(dict) = operand(registers, i.a).typed::<DictObject>() {
                                ok!(rt.dict_set(&dict, key.as_ref(), value));
                            }
                        }
                        Op::DictUpdate => {
                            let items = frame::take(registers, i.b);
                            ok!(build::update_dict(rt, operand(registers, i.a), items.as_ref()));
                        }
                        Op::KeywordsMerge => {
                            let items = frame::take(registers, i.b);
                            let (dict, callee) = (operand(registers, i.a), operand(registers, i.c));
                            if let Some(dict) = dict.typed::<DictObject>() {
                                ok!(call::merge_keywords(rt, &dict, items.as_ref(), callee));
                            }
                        }
                        Op::Format => {
                            let spec = (i.imm & INDEX == 1)
                                .then(|| operand(registers, i.b.wrapping_add(1)));
                            let text = ok!(build::format(rt, operand(registers, i.b), i.c, spec));
                            if i.imm & INDEX == 1 {
                                frame::clear(registers, i.b.wrapping_add(1));
                            }
                            frame::clear(registers, i.b);
                            set!(i.a, text);
                        }
                        Op::MakeFunction => {
                            let made = ok!(function::make(
                                rt,
                                frame,
                                body,
                                registers,
                                i.b,
                                i.c,
                                i.index()
                            ));
                            set!(i.a, made);
                        }
                        Op::LoadBuildClass => set!(i.a, ok!(class::load_build_class(rt, frame))),
                        Op::LoadAssertionError => {
                            set!(i.a, Value::clone(&rt.types().assertion_error));
                        }
                        Op::SetupAnnotations => ok!(name::setup_annotations(rt, frame)),
                        Op::Return => {
                            let value = frame::take(registers, i.b);
                            rt.set_place(at as u32);
                            break 'switch Switch::Leave(Ok(value));
                        }
                        Op::Yield => {
                            let value = operand(registers, i.b).to_value();
                            release!(i);
                            rt.set_place(at as u32);
                            *place = at;
                            return Ok(Sent::Yielded(value));
                        }
                        Op::GetYieldFromIter => {
                            let value = operand(registers, i.b);
                            let iterator = ok!(generator::delegate(rt, value));
                            set!(i.a, iterator);
                            release!(i);
                        }
                        Op::YieldFrom => {
                            let value = sent.take().unwrap_or(singletons::none());
                            match ok!(rt.send_into(operand(registers, i.b), value.as_ref())) {
                                Sent::Yielded(value) => {
                                    *place = at;
                                    return Ok(Sent::Yielded(value));
                                }
                                Sent::Returned(value) => {
                                    frame::clear(registers, i.b);
                                    set!(i.a, value);
                                }
                            }
                        }
                        Op::Raise => {
                            let second = i.a.wrapping_add(1);
                            break 'raised match i.b {
                                0 => raise::again(rt),
                                1 => {
                                    let exception = frame::take(registers, i.a);
                                    raise::raise(rt, exception.as_ref(), None)
                                }
                                _ => {
                                    let exception = frame::take(registers, i.a);
                                    let cause = frame::take(registers, second);
                                    raise::raise(rt, exception.as_ref(), Some(cause.as_ref()))
                                }
                            };
                        }
                        Op::Reraise => {
                            break 'raised Raise::exception(operand(registers, i.a).to_value());
                        }
                        Op::PushHandled => {
                            let exception = operand(registers, i.b).to_value();
                            rt.push_handled(exception);
                            continue;
                        }
                        Op::PopHandled => drop(rt.pop_handled()),
                        Op::JumpUnlessMatch => {
                            let (exception, classes) =
                                (operand(registers, i.b), operand(registers, i.c));
                            let matches = ok!(rt.match_exception(exception, classes));
                            if i.imm & TAKE_C != 0 {
                                frame::clear(registers, i.c);
                            }
                            if !matches {
                                next = i.index();
                            }
                        }
                        Op::EnterContext => {
                            let manager = frame::take(registers, i.a);
                            let (exit, entered) = ok!(context::enter(rt, manager.as_ref()));
                            set!(i.a, exit);
                            set!(i.a.wrapping_add(1), entered);
                        }
                        Op::ExitWithException => {
                            let (exit, exception) =
                                (operand(registers, i.b), operand(registers, i.c));
                            let value = ok!(context::exit_with(rt, exit, exception));
                            set!(i.a, value);
                        }
                        Op::ExitContext => {
                            let exit = frame::take(registers, i.b);
                            ok!(context::exit(rt, exit.as_ref()));
                        }
                        Op::ImportName => {
                            set!(i.a, ok!(import::by_instruction(rt, frame, body, registers, *i)));
                        }
                        Op::ImportFrom => {
                            let name = ok!(name::name_at(rt, body, i.index()));
                            let value = ok!(import::from(rt, operand(registers, i.b), &name));
                            set!(i.a, value);
                        }
                        Op::ImportStar => ok!(import::star(rt, frame, operand(registers, i.b))),
                    }
                    // What died in this instruction may have a `__del__` that is due now.
                    rt.safepoint();
                }
            };
            if let Some(i) = code.get(at).filter(|i| i.op == Op::YieldFrom) {
                // The delegation is over.
                frame::clear(registers, i.b);
            }
            match raise::unwind(rt, frame, body, registers, at, raised) {
                Ok(target) => next = target,
                Err(raise) => break 'switch Switch::Leave(Err(raise)),
            }
        };
        match switch {
            Switch::Call(i, callee) => match calls::enter(rt, calls, &mut base, callee, i, at) {
                Ok(()) => next = 0,
                Err(raise) => thrown = Some(raise),
            },
            Switch::Leave(outcome) => match calls::leave(rt, calls, outcome) {
                Ok((caller, outcome)) => {
                    at = caller;
                    next = caller + 1;
                    match outcome {
                        Ok(value) => arrived = Some(value),
                        Err(raise) => thrown = Some(raise),
                    }
                }
                Err(outcome) => {
                    *place = at;
                    if outcome.as_ref().is_err_and(call::is_halt) {
                        drop(rt.split_handled(handled));
                    }
                    return outcome.map(Sent::Returned);
                }
            },
        }
    }
}
