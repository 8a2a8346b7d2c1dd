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
use objmodel::objects::generator::Generator;
use objmodel::{Loaded, LoadedMethod, NextStep, Raise, Result, Runtime, Value, singletons};

use super::arithmetic::Quick;
use super::body::{Body, Site};
use super::calls::{self, Callee};
use super::generator::{Advance, Delegated};
use super::implicit::{Implicit, Outcome, Truth};
use super::intrinsic::{self, Called};
use super::name::NO_SITE;
use super::registers::{
    WINDOW, clear, clear_all, deliver, held, operand, put, release, release_b, replace, take,
};
use super::stack::{Stack, Then};
use super::{
    arithmetic, build, call, frame, generator, implicit, name, raise, step, unpack, watch,
};
use crate::compile::{Op, TAKE_B, opcode};

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
    /// An instruction calls a scripted function.
    Enter(Implicit),
    /// A generator is resumed: a loop or a call asks it for its next item, or it gets what was sent to
    /// the one that delegates to it.
    Resume(Generator, Value, Then),
    /// A generator yields.
    Yield(Value),
    /// A call needs a window that begins here, and the stack is too short.
    Grow(usize),
    /// The activation does not handle what was raised.
    Raise(Raise),
    /// Somebody begins or ceases to watch.
    Change,
}

/// What is wrong with a window that its stack has no room for.
const NO_WINDOW: &str = "a window beyond the stack";

/// Where a run of the loop stands, between two instructions.
struct Point {
    body: Body,
    /// Where the window of the innermost activation begins.
    base: usize,
    next: usize,
    sent: Option<Value>,
    thrown: Option<Raise>,
    /// Whether nobody was told yet that the activation runs.
    entered: bool,
}

/// Why the loop ended.
enum Left {
    Ended(Result<Sent>),
    /// Watching began or ended: it goes on in the other way.
    Changed(Box<Point>),
}

/// Runs until the activation that the run begins with returns, yields or raises. Its registers are
/// empty then, unless it yields.
pub(super) fn execute(rt: &mut Runtime, stack: &mut Stack, start: Start) -> Result<Sent> {
    let Start { body, mut next, sent, mut thrown } = start;
    next += usize::from(thrown.is_some());
    if let Err(halt) = rt.tick(1) {
        thrown = Some(halt);
    }
    let handled = rt.handled_depth();
    let mut point = Point { body, base: 0, next, sent, thrown, entered: true };
    loop {
        let left = match rt.is_watched() {
            false => run::<false>(rt, stack, point, handled),
            true => watched(rt, stack, point, handled),
        };
        match left {
            Left::Ended(outcome) => return outcome,
            Left::Changed(changed) => point = *changed,
        }
    }
}

/// The loop while somebody watches.
#[inline(never)]
fn watched(rt: &mut Runtime, stack: &mut Stack, point: Point, handled: usize) -> Left {
    run::<true>(rt, stack, point, handled)
}

/// The loop; `WATCHED` is whether it tells what it does.
#[inline(always)]
fn run<const WATCHED: bool>(
    rt: &mut Runtime,
    stack: &mut Stack,
    point: Point,
    handled: usize,
) -> Left {
    let Point { mut body, mut base, mut next, mut sent, mut thrown, mut entered } = point;
    // The native function that is being called, if a profile function is to hear how that ends.
    let mut native: Option<Value> = None;
    macro_rules! lost {
        () => {
            return Left::Ended(Err(rt.system_error(NO_WINDOW)))
        };
    }
    'frame: loop {
        let Stack { registers: all, callers, charged, place, generators } = &mut *stack;
        let room = all.len() - base;
        let Some(registers) = Stack::window(all, base) else { lost!() };
        if WATCHED {
            if !rt.is_watched() {
                let point = Point { body, base, next, sent, thrown, entered };
                return Left::Changed(Box::new(point));
            }
            if std::mem::take(&mut entered)
                && let Err(raise) = watch::enter(rt, &body, registers, next)
            {
                thrown = Some(raise);
            }
        }
        let code = &body.code[..];
        let switch = 'switch: loop {
            let mut raised: Raise = 'raised: {
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
                    macro_rules! done {
                        ($outcome:expr) => {
                            match ok!($outcome) {
                                Outcome::Done => {}
                                Outcome::Jump => next = i.index(),
                                Outcome::Skip => next += 1,
                                Outcome::Enter(call) => break 'switch Switch::Enter(call),
                            }
                        };
                    }
                    // At once, or by the library.
                    macro_rules! quick {
                        ($quick:expr) => {
                            match $quick {
                                Quick::Done => continue,
                                Quick::Freed => {}
                                Quick::Slow => done!(arithmetic::binary(rt, &body, registers, i)),
                            }
                        };
                    }
                    macro_rules! binary {
                        ($quick:ident, $($with:expr),+) => {
                            quick!(arithmetic::$quick(registers, i, $($with),+))
                        };
                    }
                    macro_rules! binary_small {
                        ($int:expr) => {
                            quick!(arithmetic::with_small(registers, i, $int))
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
                        ($quick:expr) => {{
                            let truth = match $quick {
                                Some(truth) => truth,
                                None => {
                                    match ok!(arithmetic::compares(
                                        rt,
                                        &body,
                                        registers,
                                        i,
                                        next - 1
                                    )) {
                                        Truth::Known(truth) => truth,
                                        Truth::Enter(call) => break 'switch Switch::Enter(call),
                                    }
                                }
                            };
                            jump_if!(truth == (i.a() != 0))
                        }};
                    }
                    macro_rules! jump_numbers {
                        ($int:expr, $float:expr, $text:expr) => {{
                            let numbers = arithmetic::compare_numbers(registers, i, $int, $float);
                            jump_compare!(match numbers {
                                None => arithmetic::compares_texts(rt, registers, i, $text),
                                truth => truth,
                            })
                        }};
                    }
                    macro_rules! jump_small {
                        ($int:expr) => {
                            jump_compare!(arithmetic::compare_small(registers, i, $int))
                        };
                    }
                    if WATCHED {
                        ok!(watch::before(rt, &body, registers, i, next - 1));
                        if rt.is_profiled()
                            && let Some(callee) = ok!(watch::native_callee(rt, registers, i))
                        {
                            ok!(rt.tell_native("c_call", &callee));
                            native = Some(callee);
                        }
                    }
                    // An operand that is no object need not be given up.
                    macro_rules! jump_on_truth {
                        ($sense:expr) => {{
                            let truth =
                                match held(registers, i.b()).as_ref().and_then(singletons::as_bool)
                                {
                                    Some(truth) => truth,
                                    None => ok!(arithmetic::truth(rt, registers, i)),
                                };
                            jump_if!(truth == $sense)
                        }};
                    }
                    macro_rules! jump_on_none {
                        ($sense:expr) => {{
                            if singletons::is_none(&operand(registers, i.b())) == $sense {
                                next = i.index();
                            }
                            if i.imm() & TAKE_B == 0 || !clear(registers, i.b()) {
                                continue;
                            }
                        }};
                    }
                    macro_rules! identity {
                        ($sense:expr) => {{
                            let same = operand(registers, i.b()).is(&operand(registers, i.c()));
                            let a = put(registers, i.a(), singletons::bool(same == $sense));
                            if !(release(registers, i) | a) {
                                continue;
                            }
                        }};
                    }
                    match i.code() {
                        opcode::Nop => continue,
                        opcode::Move => {
                            let value = registers[usize::from(i.b())].take();
                            if !replace(registers, i.a(), value) {
                                continue;
                            }
                        }
                        opcode::Copy => {
                            let value = held(registers, i.b()).clone();
                            if !replace(registers, i.a(), value) {
                                continue;
                            }
                        }
                        opcode::Clear => {
                            if !clear(registers, i.a()) {
                                continue;
                            }
                        }
                        opcode::Const => match body.constants.get(i.index()) {
                            Some(constant) => {
                                if !put(registers, i.a(), constant.clone()) {
                                    continue;
                                }
                            }
                            None => break 'raised rt.system_error("no such constant"),
                        },
                        opcode::CheckLocal => {
                            if held(registers, i.b()).is_none() {
                                break 'raised name::unbound_local(rt, &body, i.index());
                            }
                            continue;
                        }
                        opcode::LoadCell => ok!(name::load_cell(rt, &body, registers, i)),
                        opcode::StoreCell => name::store_cell(rt, registers, i),
                        opcode::LoadGlobal => {
                            let Some(site) = body.globals.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let value = match rt.global_at_site(&site.cache) {
                                Some(value) => value,
                                None => ok!(name::load_global(rt, site)),
                            };
                            if !put(registers, i.a(), value) {
                                continue;
                            }
                        }
                        opcode::LoadName => match ok!(name::load_at_level(rt, &body, i)) {
                            Some(value) => {
                                if !put(registers, i.a(), value) {
                                    continue;
                                }
                            }
                            None => done!(step::step(rt, &body, registers, i, next)),
                        },
                        opcode::StoreGlobal => ok!(name::store_global(rt, &body, registers, i)),
                        opcode::StoreName => {
                            if !ok!(name::store_at_level(rt, &body, registers, i)) {
                                done!(step::step(rt, &body, registers, i, next));
                            }
                        }
                        opcode::LoadAttr => {
                            let Some(Site { name, cache }) = body.attributes.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let object = operand(registers, i.b());
                            if let Some(value) = rt.attr_at_site(object, cache) {
                                let a = put(registers, i.a(), value);
                                if !(release_b(registers, i) | a) {
                                    continue;
                                }
                            } else {
                                match ok!(rt.load_attr_at_site(object, name, cache)) {
                                    Loaded::Value(value) => {
                                        put(registers, i.a(), value);
                                        release(registers, i);
                                    }
                                    Loaded::Getter(getter) => {
                                        done!(calls::getter(rt, &body, registers, i, getter));
                                    }
                                }
                            }
                        }
                        opcode::LoadMethod => {
                            let Some(name) = body.methods.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let object = operand(registers, i.b());
                            let receiver = i.a().wrapping_add(1);
                            if let Some(method) = rt.method_at_once(object, name) {
                                let mut freed = false;
                                if i.b() != receiver {
                                    let object = object.to_value();
                                    freed = put(registers, receiver, object);
                                }
                                if !(put(registers, i.a(), method) | freed) {
                                    continue;
                                }
                            } else {
                                match ok!(rt.load_method_slow(object, name)) {
                                    LoadedMethod::Unbound(method) => {
                                        if i.b() != receiver {
                                            let object = object.to_value();
                                            put(registers, receiver, object);
                                        }
                                        put(registers, i.a(), method);
                                    }
                                    LoadedMethod::Bound(method) => {
                                        put(registers, i.a(), method);
                                        clear(registers, receiver);
                                    }
                                }
                            }
                        }
                        opcode::StoreAttr => {
                            let Some(Site { name, cache }) = body.attributes.get(i.index()) else {
                                break 'raised rt.system_error(NO_SITE);
                            };
                            let (object, value) =
                                (operand(registers, i.a()), operand(registers, i.b()));
                            ok!(rt.setattr_cached(object, name, value.to_value(), cache));
                            release(registers, i);
                        }
                        opcode::GetItem => {
                            let (object, key) =
                                (operand(registers, i.b()), operand(registers, i.c()));
                            match build::exact_item(rt, object, key) {
                                Some(value) => {
                                    put(registers, i.a(), value);
                                    release(registers, i);
                                }
                                None => done!(build::item(rt, &body, registers, i)),
                            }
                        }
                        opcode::GetItemSmall => {
                            let object = operand(registers, i.b());
                            let key = Value::small_int(i.small()).unwrap_or_else(singletons::none);
                            match build::exact_item(rt, object, key.as_ref()) {
                                Some(value) => {
                                    put(registers, i.a(), value);
                                    release(registers, i);
                                }
                                None => done!(build::item(rt, &body, registers, i)),
                            }
                        }
                        opcode::SetItem => ok!(build::set_item(rt, registers, i)),
                        opcode::Add => binary!(numbers, Value::small_sum, |x, y| x + y),
                        opcode::Subtract => {
                            binary!(numbers, Value::small_difference, |x, y| x - y)
                        }
                        opcode::Multiply => {
                            binary!(numbers, arithmetic::small_product, |x, y| x * y)
                        }
                        opcode::TrueDivide => {
                            binary!(numbers, arithmetic::small_quotient, |x, y| x / y)
                        }
                        opcode::FloorDivide => binary!(integers, arithmetic::small_floor),
                        opcode::Modulo => binary!(integers, arithmetic::small_modulo),
                        opcode::And => binary!(integers, |(x, y)| Value::small_int(x & y)),
                        opcode::Or => binary!(integers, |(x, y)| Value::small_int(x | y)),
                        opcode::Xor => binary!(integers, |(x, y)| Value::small_int(x ^ y)),
                        opcode::LeftShift => binary!(integers, arithmetic::small_left_shift),
                        opcode::RightShift => binary!(integers, arithmetic::small_right_shift),
                        opcode::Binary => done!(arithmetic::binary(rt, &body, registers, i)),
                        opcode::AddSmall => binary_small!(Value::small_sum),
                        opcode::SubtractSmall => binary_small!(Value::small_difference),
                        opcode::MultiplySmall => binary_small!(arithmetic::small_product),
                        opcode::FloorDivideSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_floor)
                        }),
                        opcode::ModuloSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_modulo)
                        }),
                        opcode::AndSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(|(x, y)| Value::small_int(x & y))
                        }),
                        opcode::RightShiftSmall => binary_small!(|x, y| {
                            Value::small_ints(x, y).and_then(arithmetic::small_right_shift)
                        }),
                        opcode::Is => identity!(true),
                        opcode::IsNot => identity!(false),
                        opcode::Jump => {
                            next = i.index();
                            continue;
                        }
                        opcode::JumpBack => {
                            ok!(rt.tick(1));
                            next = i.index();
                        }
                        opcode::JumpIfTrue => jump_on_truth!(true),
                        opcode::JumpIfFalse => jump_on_truth!(false),
                        opcode::JumpIfNone => jump_on_none!(true),
                        opcode::JumpIfNotNone => jump_on_none!(false),
                        opcode::JumpLess => jump_numbers!(i64::lt, f64::lt, |x, y| x < y),
                        opcode::JumpLessEqual => jump_numbers!(i64::le, f64::le, |x, y| x <= y),
                        opcode::JumpEqual => jump_numbers!(i64::eq, f64::eq, |x, y| x == y),
                        opcode::JumpNotEqual => jump_numbers!(i64::ne, f64::ne, |x, y| x != y),
                        opcode::JumpGreater => jump_numbers!(i64::gt, f64::gt, |x, y| x > y),
                        opcode::JumpGreaterEqual => {
                            jump_numbers!(i64::ge, f64::ge, |x, y| x >= y)
                        }
                        opcode::JumpLessSmall => jump_small!(i64::lt),
                        opcode::JumpLessEqualSmall => jump_small!(i64::le),
                        opcode::JumpEqualSmall => jump_small!(i64::eq),
                        opcode::JumpNotEqualSmall => jump_small!(i64::ne),
                        opcode::JumpGreaterSmall => jump_small!(i64::gt),
                        opcode::JumpGreaterEqualSmall => jump_small!(i64::ge),
                        opcode::JumpIs => {
                            let same = operand(registers, i.b()).is(&operand(registers, i.c()));
                            if same == (i.a() != 0) {
                                next = i.index();
                            }
                            if !release(registers, i) {
                                continue;
                            }
                        }
                        opcode::ForIter => {
                            if let Some(item) =
                                objmodel_builtins::next_at_once(rt, operand(registers, i.b()))
                            {
                                if !put(registers, i.a(), item) {
                                    continue;
                                }
                            } else {
                                match ok!(rt.next_step(operand(registers, i.b()))) {
                                    NextStep::Item(item) => {
                                        put(registers, i.a(), item);
                                    }
                                    NextStep::End => {
                                        clear(registers, i.b());
                                        next = i.index();
                                    }
                                    step => {
                                        match ok!(generator::advance(rt, &body, registers, i, step))
                                        {
                                            Advance::Done => {}
                                            Advance::Jump => next = i.index(),
                                            Advance::Enter(call) => {
                                                break 'switch Switch::Enter(call);
                                            }
                                            Advance::Resume(generator) => {
                                                let none = singletons::none();
                                                break 'switch Switch::Resume(
                                                    generator,
                                                    none,
                                                    Then::Generator,
                                                );
                                            }
                                        }
                                    }
                                }
                            }
                        }
                        opcode::Call => {
                            if usize::from(i.a()) + 2 + WINDOW > room {
                                break 'switch Switch::Grow(base + usize::from(i.a()) + 2);
                            }
                            if let Some(callee) = ok!(calls::callee(rt, registers, i)) {
                                let Callee { function, body: own, first, given, plain, then } =
                                    callee;
                                ok!(rt.enter_flat_call(function));
                                let caller = std::mem::replace(&mut body, own);
                                callers.wait(caller, base, next, i.c(), i.a(), then);
                                base += usize::from(first);
                                next = 0;
                                entered = WATCHED;
                                calls::begin(rt, &body, given, plain, all.get_mut(base..));
                                continue 'frame;
                            }
                            match call::native(rt, registers, i) {
                                Called::Answer(answer) => {
                                    deliver(registers, i.c(), ok!(answer));
                                }
                                Called::Generator
                                    if !WATCHED
                                        && let Some((generator, value)) =
                                            intrinsic::asked(rt, registers, i) =>
                                {
                                    rt.set_place((next - 1) as u32);
                                    break 'switch Switch::Resume(generator, value, Then::Answer);
                                }
                                _ => done!(call::general(rt, &body, registers, i, &[])),
                            }
                        }
                        opcode::Return => {
                            if WATCHED {
                                let value = operand(registers, i.b()).to_value();
                                ok!(watch::leave(rt, &body, registers, next - 1, Some(&value)));
                            }
                            let value = match rt.frame_is_seen() {
                                false => take(registers, i.b()),
                                true => {
                                    rt.set_place((next - 1) as u32);
                                    let value = operand(registers, i.b()).to_value();
                                    frame::keep(rt, &body, registers);
                                    clear(registers, i.b());
                                    value
                                }
                            };
                            // Who returns has no objects in temporaries.
                            for register in registers.iter_mut().take(body.lasting) {
                                *register = None;
                            }
                            let Some(caller) = callers.pop() else {
                                return Left::Ended(Ok(Sent::Returned(value)));
                            };
                            (base, next) = (caller.base, caller.next);
                            let (then, destination, row) =
                                (caller.then, caller.destination, caller.row);
                            if let Some(own) = caller.body.take() {
                                body = own;
                            }
                            let Some(registers) = Stack::window(all, base) else { lost!() };
                            if matches!(then, Then::Generator | Then::Answer | Then::Delegate) {
                                rt.leave_resumed();
                                match generator::finish(rt, generators, value) {
                                    Ok(value) if then == Then::Answer => {
                                        let at = next - 1;
                                        thrown =
                                            intrinsic::returned(rt, &body, registers, at, value)
                                                .err();
                                    }
                                    Ok(value) => {
                                        let tells =
                                            then == Then::Delegate || !singletons::is_none(&value);
                                        let told = match WATCHED && tells {
                                            true => {
                                                rt.set_place((next - 1) as u32);
                                                rt.tell_stop(&value)
                                            }
                                            false => Ok(()),
                                        };
                                        next =
                                            generator::arrive(&body, registers, next, then, value);
                                        thrown = told.err();
                                    }
                                    Err(raise) => thrown = Some(raise),
                                }
                                rt.safepoint();
                                continue 'frame;
                            }
                            rt.leave_call();
                            let outcome = match then {
                                Then::Store => {
                                    deliver(registers, destination, value);
                                    Ok(None)
                                }
                                Then::Item | Then::Attribute | Then::Next => {
                                    if let Some(i) = body.unit.code.get(next - 1) {
                                        put(registers, i.a(), value);
                                        release(registers, *i);
                                    }
                                    Ok(None)
                                }
                                Then::Instance => {
                                    calls::instance(rt, registers, row, &value).map(|made| {
                                        deliver(registers, destination, made);
                                        None
                                    })
                                }
                                _ => implicit::arrive(rt, &body, registers, next - 1, then, value),
                            };
                            match outcome {
                                Ok(None) => {}
                                Ok(Some(target)) => next = target,
                                Err(raise) => thrown = Some(raise),
                            }
                            rt.safepoint();
                            continue 'frame;
                        }
                        opcode::Yield => {
                            let value = operand(registers, i.b()).to_value();
                            if WATCHED {
                                ok!(watch::leave(rt, &body, registers, next - 1, Some(&value)));
                            }
                            release(registers, i);
                            rt.set_place((next - 1) as u32);
                            break 'switch Switch::Yield(value);
                        }
                        opcode::YieldFrom => {
                            let value = sent.take().unwrap_or_else(singletons::none);
                            match ok!(generator::delegated(rt, registers, i, value)) {
                                Delegated::Returned if WATCHED => {
                                    let result = operand(registers, i.a()).to_value();
                                    ok!(rt.tell_stop(&result));
                                }
                                Delegated::Returned => {}
                                Delegated::Yielded(value) => {
                                    if WATCHED {
                                        let at = next - 1;
                                        ok!(watch::leave(rt, &body, registers, at, Some(&value)));
                                    }
                                    break 'switch Switch::Yield(value);
                                }
                                Delegated::Resume(generator, value) => {
                                    break 'switch Switch::Resume(generator, value, Then::Delegate);
                                }
                            }
                        }
                        opcode::Compare => {
                            done!(arithmetic::comparison(rt, &body, registers, i))
                        }
                        opcode::GetIter => ok!(build::iterator(rt, registers, i)),
                        opcode::Unpack => ok!(unpack::exactly(rt, registers, i)),
                        opcode::BuildTuple => ok!(build::tuple(rt, registers, i)),
                        opcode::BuildList => ok!(build::list(rt, registers, i)),
                        opcode::ListAppend => ok!(build::append(rt, registers, i)),
                        opcode::JumpContains => {
                            if ok!(arithmetic::contains(rt, registers, i)) == (i.a() != 0) {
                                next = i.index();
                            }
                        }
                        // With this arm the byte of the code needs no check before the jump.
                        u8::MAX => break 'raised rt.system_error("no such instruction"),
                        _ => {
                            done!(step::step(rt, &body, registers, i, next));
                        }
                    }
                    if WATCHED && let Some(callee) = native.take() {
                        ok!(rt.tell_native("c_return", &callee));
                    }
                    if rt.wants_safepoint() {
                        rt.safepoint();
                        if rt.is_watched() != WATCHED {
                            break 'switch Switch::Change;
                        }
                    }
                }
            };
            if WATCHED && let Some(callee) = native.take() {
                raised = watch::native_raised(rt, &callee, raised);
            }
            let at = next.wrapping_sub(1);
            if let Some(i) = code.get(at).filter(|i| i.get().op() == Op::YieldFrom) {
                // The delegation is over.
                clear(registers, i.get().b());
            }
            match raise::unwind(rt, &body, registers, at, raised) {
                Ok(target) => next = target,
                Err(raise) => break 'switch Switch::Raise(raise),
            }
        };
        match switch {
            Switch::Change => {
                let point = Point { body, base, next, sent, thrown: None, entered: false };
                return Left::Changed(Box::new(point));
            }
            Switch::Grow(first) => match Stack::room(all, charged, rt, first) {
                Ok(()) => next -= 1,
                Err(raise) => thrown = Some(raise),
            },
            Switch::Raise(mut raise) => {
                if WATCHED
                    && let Err(other) =
                        watch::leave(rt, &body, registers, next.wrapping_sub(1), None)
                {
                    raise = other;
                }
                if rt.frame_is_seen() {
                    frame::keep(rt, &body, registers);
                }
                clear_all(registers.get_mut(..body.words).unwrap_or_default());
                let Some(caller) = callers.pop() else {
                    if call::is_halt(&raise) {
                        drop(rt.split_handled(handled));
                    }
                    return Left::Ended(Err(raise));
                };
                let then = caller.then;
                (base, next) = (caller.base, caller.next);
                if let Some(own) = caller.body.take() {
                    body = own;
                }
                if matches!(then, Then::Generator | Then::Answer | Then::Delegate) {
                    rt.leave_resumed();
                    thrown = Some(generator::fail(rt, generators, raise));
                    continue 'frame;
                }
                rt.leave_call();
                let Some(registers) = Stack::window(all, base) else { lost!() };
                match implicit::raised(rt, &body, registers, next - 1, then, raise) {
                    Ok(target) => next = target,
                    Err(raise) => thrown = Some(raise),
                }
            }
            Switch::Enter(call) => {
                let Implicit { function, body: own, given, then, destination, row, made } = call;
                if made.is_some() {
                    replace(registers, row, made);
                }
                let first = base + body.words;
                let outcome = match Stack::room(all, charged, rt, first) {
                    Ok(()) => rt.enter_flat_call(function),
                    Err(raise) => Err(raise),
                };
                if let Err(raise) = outcome {
                    clear_all(all.get_mut(first..first + given).unwrap_or_default());
                    thrown = Some(raise);
                    continue 'frame;
                }
                let caller = std::mem::replace(&mut body, own);
                callers.wait(caller, base, next, destination, row, then);
                (base, next) = (first, 0);
                entered = WATCHED;
                let plain = calls::takes_exactly(rt, &body, given);
                calls::begin(rt, &body, given, plain, all.get_mut(base..));
            }
            Switch::Resume(generator, value, then) => {
                let first = base + body.words;
                let mut place = 0;
                let resumed = match Stack::room(all, charged, rt, first) {
                    Ok(()) => {
                        let window = all.get_mut(first..).unwrap_or_default();
                        let mut passed = Some(value);
                        let resumed = generator::resume(
                            rt,
                            generators,
                            generator,
                            window,
                            &mut passed,
                            &mut place,
                        );
                        sent = passed;
                        resumed
                    }
                    Err(raise) => Err(raise),
                };
                match resumed {
                    Ok(resumed) => {
                        let caller = std::mem::replace(&mut body, resumed);
                        callers.wait(caller, base, next, 0, 0, then);
                        (base, next) = (first, place);
                        entered = WATCHED;
                    }
                    Err(raise) => thrown = Some(raise),
                }
            }
            Switch::Yield(value) => loop {
                let Some(caller) = callers.pop() else {
                    *place = next - 1;
                    return Left::Ended(Ok(Sent::Yielded(value)));
                };
                let Some(registers) = Stack::window(all, base) else { lost!() };
                rt.leave_resumed();
                let outcome = generator::suspend(rt, generators, registers, next - 1);
                let then = caller.then;
                (base, next) = (caller.base, caller.next);
                if let Some(own) = caller.body.take() {
                    body = own;
                }
                match outcome {
                    // Who delegates to it yields the same.
                    Ok(()) if then == Then::Delegate => {
                        if WATCHED {
                            let Some(registers) = Stack::window(all, base) else { lost!() };
                            let at = next - 1;
                            let told = watch::leave(rt, &body, registers, at, Some(&value));
                            if let Err(raise) = told {
                                thrown = Some(raise);
                                break;
                            }
                        }
                    }
                    Ok(()) => {
                        let Some(registers) = Stack::window(all, base) else { lost!() };
                        match then {
                            Then::Answer => intrinsic::yielded(&body, registers, next - 1, value),
                            _ => generator::store_item(&body, registers, next - 1, value),
                        }
                        rt.safepoint();
                        break;
                    }
                    Err(raise) => {
                        thrown = Some(raise);
                        break;
                    }
                }
            },
        }
    }
}
