//! Calls and returns without native recursion: how the loop enters a function and leaves it.

use objmodel::objects::function::{Function, FunctionObject};
use objmodel::objects::native::NativeObject;
use objmodel::{Raise, Result, Runtime, Value, singletons};

use super::body::Body;
use super::call;
use super::implicit::{Implicit, Outcome};
use super::registers::{self, Registers};
use super::stack::Then;
use crate::compile::{Instruction, METHOD};

/// What a call instruction may enter.
pub(super) struct Callee {
    /// Taken out of the row.
    pub(super) function: Function,
    pub(super) body: Body,
    /// The register of the caller that becomes the first of the callee.
    pub(super) first: u8,
    /// How many arguments there are.
    pub(super) given: usize,
    /// Whether it wants no more than them: neither defaults nor cells.
    pub(super) plain: bool,
    pub(super) then: Then,
}

/// What the call instruction `i` calls, taken from its row, if that is a plain function of this host
/// with as many arguments as it wants, or a class whose instances such a function initializes.
#[inline(always)]
pub(super) fn callee(
    rt: &mut Runtime,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Option<Callee>> {
    let row = usize::from(i.a());
    let bound = i.imm() & METHOD != 0 && registers[usize::from(i.a().wrapping_add(1))].is_some();
    let Some(called) = registers[row].take() else { return Ok(None) };
    match called.downcast::<FunctionObject>() {
        Ok(function) => {
            let given = usize::from(i.b()) + usize::from(bound);
            let Some(body) = plain_body(rt, &function, given) else {
                registers[row] = Some(function.into_value());
                return Ok(None);
            };
            let body = body.clone();
            let plain = is_plain(&function, &body, given);
            let first = i.a().wrapping_add(if bound { 1 } else { 2 });
            Ok(Some(Callee { function, body, first, given, plain, then: Then::Store }))
        }
        Err(other) => {
            let native = bound || other.is_payload::<NativeObject>();
            registers[row] = Some(other);
            if native { Ok(None) } else { initializer(rt, registers, i) }
        }
    }
}

/// The `__init__` that a call of a class runs, if no more is to be done. A new instance goes before
/// the arguments, and another reference to it where the class was.
#[inline(never)]
fn initializer(
    rt: &mut Runtime,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Option<Callee>> {
    let row = usize::from(i.a());
    let given = usize::from(i.b()) + 1;
    let class = registers[row].as_ref().and_then(|class| rt.as_type(class.as_ref()));
    let Some(class) = class.map(|class| class.to_gc()) else { return Ok(None) };
    let Some(function) = rt.plain_init(&class) else { return Ok(None) };
    let Some(body) = plain_body(rt, &function, given) else { return Ok(None) };
    let body = body.clone();
    let plain = is_plain(&function, &body, given);
    let instance = rt.new_instance(&class)?;
    let first = i.a().wrapping_add(1);
    registers[usize::from(first)] = Some(instance.clone());
    registers[row] = Some(instance);
    Ok(Some(Callee { function, body, first, given, plain, then: Then::Instance }))
}

/// The body of a function that so many arguments fill one by one, but for what has defaults.
#[inline(always)]
pub(super) fn plain_body<'a>(
    rt: &Runtime,
    function: &'a Function,
    given: usize,
) -> Option<&'a Body> {
    let body = Body::of(&function.frozen().code)?;
    if body.direct != Some(given) {
        defaults(rt, function, body, given)?;
    }
    (!function.frozen().has_replacement()).then_some(body)
}

/// The defaults of the parameters that so many arguments leave, if they fill the others one by one.
#[inline(always)]
pub(super) fn defaults<'a>(
    rt: &'a Runtime,
    function: &'a Function,
    body: &Body,
    given: usize,
) -> Option<&'a [Value]> {
    match body.direct?.checked_sub(given)? {
        0 => Some(&[]),
        missing => {
            let all = rt.positional_defaults(function);
            all.get(all.len().checked_sub(missing)?..)
        }
    }
}

/// Whether a call with so many arguments leaves nothing to be supplied.
#[inline(always)]
pub(super) fn is_plain(function: &Function, body: &Body, given: usize) -> bool {
    body.direct == Some(given) && function.frozen().closure.is_none()
}

/// Whether the function that was entered wants no more than so many arguments.
pub(super) fn takes_exactly(rt: &Runtime, body: &Body, given: usize) -> bool {
    let without_cells = rt.current_function().is_some_and(|f| f.frozen().closure.is_none());
    without_cells && body.direct.is_none_or(|wanted| wanted == given)
}

/// Makes the registers of a call that was entered, whose arguments are in place.
#[inline(always)]
pub(super) fn begin(
    rt: &Runtime,
    body: &Body,
    given: usize,
    plain: bool,
    registers: Option<&mut [Option<Value>]>,
) {
    let registers = registers.unwrap_or_default();
    registers::clear_all(registers.get_mut(given..body.lasting).unwrap_or_default());
    if !plain && let Some(function) = rt.current_function() {
        supply(rt, function, body, given, registers);
    }
}

/// Makes the registers of a call whose arguments are in place: beyond them variables are empty, or
/// have defaults or the cells of the function.
#[inline(always)]
pub(super) fn prepare(
    rt: &Runtime,
    function: &Function,
    body: &Body,
    given: usize,
    registers: &mut [Option<Value>],
) {
    registers::clear_all(registers.get_mut(given..body.lasting).unwrap_or_default());
    if !is_plain(function, body, given) {
        supply(rt, function, body, given, registers);
    }
}

/// Gives an activation the cells of its function, and the defaults of the parameters after the given
/// ones.
#[inline(never)]
pub(super) fn supply(
    rt: &Runtime,
    function: &Function,
    body: &Body,
    given: usize,
    registers: &mut [Option<Value>],
) {
    call::enclose(rt, function, body, registers);
    let defaults = defaults(rt, function, body, given).unwrap_or_default();
    for (place, default) in registers.iter_mut().skip(given).zip(defaults) {
        *place = Some(default.clone());
    }
}

/// The error for an `__init__` that returns something.
#[cold]
pub(super) fn not_none(rt: &Runtime, value: &Value) -> Raise {
    let class = rt.type_name(value.as_ref());
    rt.type_error(format!("__init__() should return None, not '{class}'"))
}

/// The result of an initialization that is over: the instance that waits in the caller's row.
#[inline]
pub(super) fn instance(
    rt: &Runtime,
    registers: &mut Registers,
    row: u8,
    returned: &Value,
) -> Result {
    let made = registers::take(registers, row);
    match singletons::is_none(returned) {
        true => Ok(made),
        false => Err(not_none(rt, returned)),
    }
}

/// Calls the scripted function of a property for `a = b.name`.
///
/// # Errors
/// What it raises.
#[inline(never)]
pub(super) fn getter(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    getter: Function,
) -> Result<Outcome> {
    let object = registers::operand(registers, i.b());
    if let Some(ready) = Implicit::ready(rt, body, getter.clone(), 1) {
        let arguments = [object.to_value()];
        return Ok(Outcome::Enter(ready.with(body, registers, arguments, Then::Attribute)));
    }
    match rt.call(&getter, [object]) {
        Ok(value) => {
            registers::put(registers, i.a(), value);
            registers::release(registers, i);
            Ok(Outcome::Done)
        }
        Err(raise) => {
            if let Some(site) = body.attributes.get(i.index()) {
                rt.tell_attribute(&raise, object, &site.name);
            }
            Err(raise)
        }
    }
}
