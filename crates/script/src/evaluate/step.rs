//! The instructions whose work is more than finding it.
//!
//! They stand outside the loop, so that the loop stays small enough for the machine's registers to
//! hold what every instruction needs.

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::{Raise, Result, Runtime, UnaryOp, Value, singletons};

use super::body::Body;
use super::frame::{self, Frame, Registers, operand, put};
use super::{
    arithmetic, build, call, class, context, function, generator, import, name, raise, unpack,
};
use crate::compile::{INDEX, Instruction, METHOD, Op, TAKE_B, TAKE_C};

/// Executes one instruction; whether it jumps.
///
/// # Errors
/// What the instruction raises.
#[inline(never)]
pub(super) fn step(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<bool> {
    let value = match i.op {
        Op::MakeCell => rt.cell(None)?.into_value(),
        Op::CellFromParameter => {
            let value = registers.get_mut(usize::from(i.b)).and_then(Option::take);
            rt.cell(value)?.into_value()
        }
        Op::LoadNameOrCell => {
            let cell = operand(registers, i.b);
            name::load_name_or_cell(rt, frame, body, cell, i)?
        }
        Op::LoadName => name::load_name(rt, frame, body, i.index())?,
        Op::LoadLocals => name::namespace(frame),
        Op::LoadSpilled => match registers.get(frame::far(body, i.b, i.c)) {
            Some(Some(value)) => value.clone(),
            _ => return Err(name::unbound_local(rt, body, i.index())),
        },
        Op::BuildSlice => {
            let parts = frame::take_row(registers, i.b, usize::from(i.c));
            build::slice(rt, parts)?
        }
        Op::BuildSet => {
            let items = frame::take_row(registers, i.b, i.index());
            build::set(rt, items)?
        }
        Op::BuildDict => {
            let items = frame::take_row(registers, i.b, 2 * i.index());
            build::dict(rt, items)?
        }
        Op::BuildString => {
            let text = build::string(rt, frame::row(registers, i.b, i.index()))?;
            for register in 0..i.index() {
                frame::clear(registers, i.b.wrapping_add(register as u8));
            }
            text
        }
        Op::ListToTuple => {
            let list = frame::take(registers, i.a);
            let items = list.get::<ListObject>(rt).map(|l| l.items().to_vec());
            let items = items.unwrap_or_default();
            rt.tuple(items.into_iter())?.into_value()
        }
        Op::Format => {
            let with_spec = i.imm & INDEX == 1;
            let spec = with_spec.then(|| operand(registers, i.b.wrapping_add(1)));
            let text = build::format(rt, operand(registers, i.b), i.c, spec)?;
            if with_spec {
                frame::clear(registers, i.b.wrapping_add(1));
            }
            text
        }
        Op::MakeFunction => function::make(rt, frame, body, registers, i.b, i.c, i.index())?,
        Op::LoadBuildClass => class::load_build_class(rt, frame)?,
        Op::LoadAssertionError => Value::clone(&rt.types().assertion_error),
        Op::ImportName => import::by_instruction(rt, frame, body, registers, i)?,
        Op::ImportFrom => {
            let name = name::name_at(rt, body, i.index())?;
            import::from(rt, operand(registers, i.b), &name)?
        }
        Op::CallSuper => {
            let callee = frame::take(registers, i.a);
            let class = (i.b != u8::MAX).then(|| operand(registers, i.b));
            let first = name::first_parameter(rt, registers, i.c, i.imm == 1);
            call::call_super(rt, callee.as_ref(), class, first)?
        }
        Op::CallNamespace => {
            let callee = frame::take(registers, i.a);
            name::call_namespace(rt, frame, body, registers, callee.as_ref())?
        }
        Op::Negative => rt.unary(UnaryOp::Neg, operand(registers, i.b))?,
        Op::Positive => rt.unary(UnaryOp::Pos, operand(registers, i.b))?,
        Op::Invert => rt.unary(UnaryOp::Invert, operand(registers, i.b))?,
        Op::Not => {
            let truth = rt.is_true(operand(registers, i.b))?;
            singletons::bool(!truth)
        }
        Op::Contains | Op::NotContains => {
            let found = arithmetic::contains(rt, registers, i)?;
            singletons::bool(found == (i.op == Op::Contains))
        }
        Op::GetYieldFromIter => generator::delegate(rt, operand(registers, i.b))?,
        Op::ExitWithException => {
            let (exit, exception) = (operand(registers, i.b), operand(registers, i.c));
            context::exit_with(rt, exit, exception)?
        }
        _ => return act(rt, frame, body, registers, i),
    };
    put(registers, i.a, value);
    frame::release(registers, i);
    Ok(false)
}

/// Executes an instruction that leaves no value in `a`; whether it jumps.
fn act(
    rt: &mut Runtime,
    frame: &Frame,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<bool> {
    match i.op {
        Op::DeleteLocal => {
            if frame::held(registers, i.b).is_none() {
                return Err(name::unbound_local(rt, body, i.index()));
            }
            frame::clear(registers, i.b);
        }
        Op::StoreSpilled => {
            let value = operand(registers, i.b).to_value();
            if let Some(register) = registers.get_mut(frame::far(body, i.a, i.c)) {
                *register = Some(value);
            }
            if i.imm & TAKE_B != 0 {
                frame::clear(registers, i.b);
            }
        }
        Op::DeleteSpilled => match registers.get_mut(frame::far(body, i.a, i.c)) {
            Some(register @ Some(_)) => *register = None,
            _ => return Err(name::unbound_local(rt, body, i.index())),
        },
        Op::DeleteCell => name::delete_cell(rt, body, registers, i)?,
        Op::DeleteGlobal => name::delete_global(rt, frame, body, i.index())?,
        Op::StoreGlobal => {
            let value = operand(registers, i.b).to_value();
            if let Some(name) = body.names.get(i.index()) {
                rt.dict_set_name(&frame.globals, name, value)?;
            }
            frame::release(registers, i);
        }
        Op::StoreName => {
            name::store_name(rt, frame, body, i.index(), operand(registers, i.b))?;
            frame::release(registers, i);
        }
        Op::DeleteName => name::delete_name(rt, frame, body, i.index())?,
        Op::DeleteAttr => {
            if let Some(site) = body.attributes.get(i.index()) {
                rt.delattr(operand(registers, i.b), &site.name)?;
            }
            frame::release(registers, i);
        }
        Op::DeleteItem => {
            rt.del_item(operand(registers, i.b), operand(registers, i.c))?;
            frame::release(registers, i);
        }
        Op::JumpUnlessMatch => {
            let (exception, classes) = (operand(registers, i.b), operand(registers, i.c));
            let matches = rt.match_exception(exception, classes)?;
            if i.imm & TAKE_C != 0 {
                frame::clear(registers, i.c);
            }
            return Ok(!matches);
        }
        Op::UnpackStarred => {
            let value = operand(registers, i.b).to_value();
            let (before, after) = (usize::from(i.c), i.index());
            unpack::starred(rt, registers, value.as_ref(), i.a, before, after)?;
            frame::release_unpacked(registers, i, before + after + 1);
        }
        Op::ShowLocals => name::show_locals(rt, body, registers)?,
        Op::CallKeyword => {
            if rt.shows_locals() {
                name::show_locals(rt, body, registers)?;
            }
            if i.imm & METHOD == 0 {
                frame::clear(registers, i.a.wrapping_add(1));
            }
            let names = body.keywords.get(i.index()).map_or(&[][..], |names| names);
            let value = call::call(rt, registers, i.a, i.b, names)?;
            put(registers, i.c, value);
        }
        Op::CallUnpacked => {
            let callee = frame::take(registers, i.a);
            let sequence = frame::take(registers, i.a.wrapping_add(2));
            let at = usize::from(i.a.wrapping_add(3));
            let mapping = registers.get_mut(at).and_then(Option::take);
            let mapping = mapping.as_ref().map(Value::as_ref);
            let answer = call::call_unpacked(rt, callee.as_ref(), sequence.as_ref(), mapping)?;
            put(registers, i.c, answer);
        }
        Op::ListExtend | Op::ArgumentsExtend => {
            let items = frame::take(registers, i.b);
            build::extend(rt, operand(registers, i.a), items.as_ref())?;
        }
        Op::SetAdd => {
            let item = frame::take(registers, i.b);
            if let Some(set) = operand(registers, i.a).typed::<SetObject>() {
                rt.set_add(&set, item.as_ref())?;
            }
        }
        Op::SetUpdate => {
            let items = frame::take(registers, i.b);
            build::update_set(rt, operand(registers, i.a), items.as_ref())?;
        }
        Op::DictSet => {
            let (key, value) = (frame::take(registers, i.b), frame::take(registers, i.c));
            if let Some(dict) = operand(registers, i.a).typed::<DictObject>() {
                rt.dict_set(&dict, key.as_ref(), value)?;
            }
        }
        Op::DictUpdate => {
            let items = frame::take(registers, i.b);
            build::update_dict(rt, operand(registers, i.a), items.as_ref())?;
        }
        Op::KeywordsMerge => {
            let items = frame::take(registers, i.b);
            let (dict, callee) = (operand(registers, i.a), operand(registers, i.c));
            if let Some(dict) = dict.typed::<DictObject>() {
                call::merge_keywords(rt, &dict, items.as_ref(), callee)?;
            }
        }
        Op::SetupAnnotations => name::setup_annotations(rt, frame)?,
        Op::PushHandled => rt.push_handled(operand(registers, i.b).to_value()),
        Op::PopHandled => drop(rt.pop_handled()),
        Op::EnterContext => {
            let manager = frame::take(registers, i.a);
            let (exit, entered) = context::enter(rt, manager.as_ref())?;
            put(registers, i.a, exit);
            put(registers, i.a.wrapping_add(1), entered);
        }
        Op::ExitContext => {
            let exit = frame::take(registers, i.b);
            drop(context::exit(rt, exit.as_ref())?);
        }
        Op::ImportStar => import::star(rt, frame, operand(registers, i.b))?,
        Op::Raise => {
            let exception = (i.b > 0).then(|| frame::take(registers, i.a));
            let cause = (i.b > 1).then(|| frame::take(registers, i.a.wrapping_add(1)));
            return Err(match exception {
                Some(exception) => {
                    raise::raise(rt, exception.as_ref(), cause.as_ref().map(Value::as_ref))
                }
                None => raise::again(rt),
            });
        }
        Op::Reraise => return Err(Raise::exception(operand(registers, i.a).to_value())),
        _ => return Err(rt.system_error("an instruction that nothing executes")),
    }
    Ok(false)
}
