//! The instructions whose work is more than finding it.
//!
//! They stand outside the loop, so that the loop stays small enough for the machine's registers to
//! hold what every instruction needs.

use std::cell::Cell;

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::set::SetObject;
use objmodel::types::Collection;
use objmodel::{Raise, Result, Runtime, UnaryOp, Value, singletons};

use super::body::Body;
use super::frame::Frame;
use super::implicit::{self, Outcome};
use super::registers::{self, Registers, operand, put};
use super::{
    arithmetic, asynchronous, build, call, class, context, explain, far, function, generator,
    import, matching, name, program, raise, unpack,
};
use crate::compile::{INDEX, Instruction, Op, TAKE_B, TAKE_C};

/// Executes one instruction, behind which is `next`.
///
/// # Errors
/// What the instruction raises.
#[inline(never)]
pub(super) fn step(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
    next: usize,
) -> Result<Outcome> {
    let value = match i.op() {
        Op::Explained => return explain::instruction(rt, body, registers, next - 1),
        Op::MakeCell => rt.cell(None)?.into_value(),
        Op::CellFromParameter => {
            let value = registers.get_mut(usize::from(i.b())).and_then(Option::take);
            rt.cell(value)?.into_value()
        }
        Op::LoadNameOrCell => {
            let cell = operand(registers, i.b());
            name::load_name_or_cell(rt, &Frame::current(rt, body)?, body, cell, i)?
        }
        Op::LoadClassDictOrGlobal => {
            let cell = operand(registers, i.b());
            name::load_class_dict_or_global(rt, &Frame::current(rt, body)?, body, cell, i.index())?
        }
        Op::LoadClassDictOrCell => {
            let (dict, cell) = (operand(registers, i.b()), operand(registers, i.c()));
            name::load_class_dict_or_cell(rt, body, dict, cell, i)?
        }
        Op::LoadName => name::load_name(rt, &Frame::current(rt, body)?, body, i.index())?,
        Op::LoadLocals => name::namespace(&Frame::current(rt, body)?),
        Op::MakeFar => far::make(rt, i.index())?,
        Op::FarCell => far::cell(rt, operand(registers, i.b()), i.index())?.into_value(),
        Op::UnpackTuple => unpack::tuple(rt, operand(registers, i.b()).to_value(), i.index())?,
        Op::UnpackStarredTuple => {
            let (value, before) = (operand(registers, i.b()).to_value(), usize::from(i.c()));
            unpack::starred_tuple(rt, value.as_ref(), before, i.index())?
        }
        Op::LoadSpilled => {
            let cell = far::variable(rt, body, registers, i.b(), i.c())?;
            let held = cell.read(rt).contents.clone();
            match held {
                Some(value) => value,
                None => return Err(name::unbound_local(rt, body, i.index())),
            }
        }
        Op::BuildSlice => {
            let mut part = |number: u8| match number < i.c() {
                true => registers::take(registers, i.b().wrapping_add(number)),
                false => singletons::none(),
            };
            let (start, stop, step) = (part(0), part(1), part(2));
            rt.slice(start, stop, step)?.into_value()
        }
        Op::BuildSet => {
            let items = registers::take_row(registers, i.b(), i.index());
            build::set(rt, items)?
        }
        Op::BuildDict => {
            let items = registers::take_row(registers, i.b(), 2 * i.index());
            build::dict(rt, items)?
        }
        Op::BuildString => {
            let text = build::string(rt, registers::row(registers, i.b(), i.index()))?;
            for register in 0..i.index() {
                registers::clear(registers, i.b().wrapping_add(register as u8));
            }
            text
        }
        Op::ListToTuple => {
            let list = registers::take(registers, i.a());
            let items = list.get::<ListObject>(rt).map(|l| l.items().to_vec());
            let items = items.unwrap_or_default();
            rt.tuple(items.into_iter())?.into_value()
        }
        Op::Format => {
            let with_spec = i.imm() & INDEX == 1;
            let spec = with_spec.then(|| operand(registers, i.b().wrapping_add(1)));
            let text = build::format(rt, operand(registers, i.b()), i.c(), spec)?;
            if with_spec {
                registers::clear(registers, i.b().wrapping_add(1));
            }
            text
        }
        Op::MakeFunction => function::make(
            rt,
            &Frame::current(rt, body)?,
            body,
            registers,
            i.b(),
            i.c(),
            i.index(),
        )?,
        Op::LoadBuildClass => class::load_build_class(rt, &Frame::current(rt, body)?)?,
        Op::LoadAssertionError => Value::clone(&rt.types().assertion_error),
        Op::ImportName => {
            import::by_instruction(rt, &Frame::current(rt, body)?, body, registers, i)?
        }
        Op::ImportFrom => {
            let name = name::name_at(rt, body, i.index())?;
            import::from(rt, operand(registers, i.b()), &name)?
        }
        Op::CallSuper => {
            let callee = registers::take(registers, i.a());
            let class = (i.b() != u8::MAX).then(|| operand(registers, i.b()).to_value());
            let class = class.as_ref().map(Value::as_ref);
            let first = name::first_parameter(rt, registers, i.c(), i.imm() == 1);
            if let Some(Some(receiver)) = &first
                && let Some(load) =
                    body.code.get(next).map(Cell::get).filter(|load| load.op() == Op::LoadMethod)
                && load.b() == i.a()
                && callee.is(&rt.types().super_)
                && let Some(class) = call::class_of_cell(rt, class)
                && implicit::super_method(rt, body, registers, class.as_ref(), receiver, load)
            {
                return Ok(Outcome::Skip);
            }
            call::call_super(rt, callee.as_ref(), class, first)?
        }
        Op::CallNamespace => {
            let callee = registers::take(registers, i.a());
            name::call_namespace(rt, &Frame::current(rt, body)?, body, registers, callee.as_ref())?
        }
        Op::Negative => rt.unary(UnaryOp::Neg, operand(registers, i.b()))?,
        Op::Positive => rt.unary(UnaryOp::Pos, operand(registers, i.b()))?,
        Op::Invert => rt.unary(UnaryOp::Invert, operand(registers, i.b()))?,
        Op::Not => {
            let truth = rt.is_true(operand(registers, i.b()))?;
            singletons::bool(!truth)
        }
        Op::Contains | Op::NotContains => {
            let found = arithmetic::contains(rt, registers, i)?;
            singletons::bool(found == (i.op() == Op::Contains))
        }
        Op::SplitException => {
            let classes = registers::take(registers, i.c());
            let exception = operand(registers, i.b());
            let (taken, rest) = objmodel_builtins::except_star(rt, exception, classes.as_ref())?;
            put(registers, i.b(), rest.unwrap_or_else(singletons::none));
            taken.unwrap_or_else(singletons::none)
        }
        Op::CombineExceptions => {
            let raised = operand(registers, i.c()).get::<ListObject>(rt);
            let raised = raised.map_or_else(Vec::new, |list| list.items().to_vec());
            let original = operand(registers, i.b());
            objmodel_builtins::combine_star(rt, original, raised)?.unwrap_or_else(singletons::none)
        }
        Op::LoadTyping => {
            let name = name::name_at(rt, body, i.index())?;
            program::typing(rt, &name)?
        }
        Op::Length => {
            let length = rt.len(operand(registers, i.b()))?;
            rt.int_from_usize(length)?
        }
        Op::GetItemFromEnd => matching::item_from_end(rt, operand(registers, i.b()), i.c())?,
        Op::MatchKeys => {
            let (mapping, keys) = (operand(registers, i.b()), operand(registers, i.c()));
            matching::values(rt, mapping, keys)?.unwrap_or_else(singletons::none)
        }
        Op::MatchRest => {
            let (mapping, keys) = (operand(registers, i.b()), operand(registers, i.c()));
            matching::rest(rt, mapping, keys)?
        }
        Op::MatchClass => {
            let class = registers::take(registers, i.c());
            let names = registers::take(registers, i.c().wrapping_add(1));
            let subject = operand(registers, i.b());
            matching::attributes(rt, subject, class.as_ref(), names.as_ref(), i.index())?
                .unwrap_or_else(singletons::none)
        }
        Op::GetAwaitable => asynchronous::awaitable(rt, operand(registers, i.b()), i.index())?,
        Op::GetAiter => rt.get_aiter(operand(registers, i.b()))?,
        Op::GetAnext => rt.get_anext(operand(registers, i.b()))?,
        Op::CallExit => {
            let exit = registers::take(registers, i.b());
            asynchronous::exit(rt, exit.as_ref())?
        }
        Op::WrapYielded => {
            let value = operand(registers, i.b()).to_value();
            objmodel_builtins::async_yield(rt, value)?
        }
        Op::GetYieldFromIter => generator::delegate(rt, operand(registers, i.b()))?,
        Op::ExitWithException => {
            let (exit, exception) = (operand(registers, i.b()), operand(registers, i.c()));
            context::exit_with(rt, exit, exception)?
        }
        _ => return act(rt, body, registers, i),
    };
    put(registers, i.a(), value);
    registers::release(registers, i);
    Ok(Outcome::Done)
}

fn jump_unless(truth: bool) -> Outcome {
    if truth { Outcome::Done } else { Outcome::Jump }
}

/// Executes an instruction that leaves no value in `a`.
fn act(
    rt: &mut Runtime,
    body: &Body,
    registers: &mut Registers,
    i: Instruction,
) -> Result<Outcome> {
    match i.op() {
        Op::DeleteLocal => {
            if registers::held(registers, i.b()).is_none() {
                return Err(name::unbound_local(rt, body, i.index()));
            }
            registers::clear(registers, i.b());
        }
        Op::Spill => far::spill(rt, registers, i)?,
        Op::Unspill => far::unspill(rt, registers, i)?,
        Op::RenewFarCell => far::renew(rt, registers, i)?,
        Op::StoreSpilled => {
            let cell = far::variable(rt, body, registers, i.a(), i.c())?;
            let value = operand(registers, i.b()).to_value();
            let old = cell.write(rt).contents.replace(value);
            drop(old);
            if i.imm() & TAKE_B != 0 {
                registers::clear(registers, i.b());
            }
        }
        Op::DeleteSpilled => {
            let cell = far::variable(rt, body, registers, i.a(), i.c())?;
            let old = cell.write(rt).contents.take();
            if old.is_none() {
                return Err(name::unbound_local(rt, body, i.index()));
            }
        }
        Op::DeleteCell => name::delete_cell(rt, body, registers, i)?,
        Op::DeleteGlobal => name::delete_global(rt, &Frame::current(rt, body)?, body, i.index())?,
        Op::StoreName => {
            name::store_name(
                rt,
                &Frame::current(rt, body)?,
                body,
                i.index(),
                operand(registers, i.b()),
            )?;
            registers::release(registers, i);
        }
        Op::DeleteName => name::delete_name(rt, &Frame::current(rt, body)?, body, i.index())?,
        Op::DeleteAttr => {
            if let Some(site) = body.attributes.get(i.index()) {
                rt.delattr(operand(registers, i.b()), &site.name)?;
            }
            registers::release(registers, i);
        }
        Op::DeleteItem => {
            rt.del_item(operand(registers, i.b()), operand(registers, i.c()))?;
            registers::release(registers, i);
        }
        Op::JumpUnlessMatch => {
            let (exception, classes) = (operand(registers, i.b()), operand(registers, i.c()));
            let matches = rt.match_exception(exception, classes)?;
            if i.imm() & TAKE_C != 0 {
                registers::clear(registers, i.c());
            }
            return Ok(jump_unless(matches));
        }
        Op::UnpackStarred => {
            let value = operand(registers, i.b()).to_value();
            let (before, after) = (usize::from(i.c()), i.index());
            unpack::starred(rt, registers, value.as_ref(), i.a(), before, after)?;
            registers::release_unpacked(registers, i, before + after + 1);
        }
        Op::ShowLocals => name::show_locals(rt, body, registers)?,
        Op::CallKeyword => {
            let names = body.keywords.get(i.index()).map_or(&[][..], |names| names);
            if let Some(call) = call::named(rt, body, registers, i, names) {
                return Ok(Outcome::Enter(call));
            }
            return call::general(rt, body, registers, i, names);
        }
        Op::CallUnpacked => return call::unpacked(rt, body, registers, i),
        Op::ListExtend | Op::ArgumentsExtend => {
            let items = registers::take(registers, i.b());
            build::extend(rt, operand(registers, i.a()), items.as_ref())?;
        }
        Op::SetAdd => {
            let item = registers::take(registers, i.b());
            if let Some(set) = operand(registers, i.a()).typed::<SetObject>() {
                rt.set_add(&set, item.as_ref())?;
            }
        }
        Op::SetUpdate => {
            let items = registers::take(registers, i.b());
            build::update_set(rt, operand(registers, i.a()), items.as_ref())?;
        }
        Op::DictSet => {
            let (key, value) =
                (registers::take(registers, i.b()), registers::take(registers, i.c()));
            if let Some(dict) = operand(registers, i.a()).typed::<DictObject>() {
                rt.dict_set(&dict, key.as_ref(), value)?;
            }
        }
        Op::DictUpdate => {
            let items = registers::take(registers, i.b());
            build::update_dict(rt, operand(registers, i.a()), items.as_ref())?;
        }
        Op::KeywordsMerge => {
            let items = registers::take(registers, i.b());
            let (dict, callee) = (operand(registers, i.a()), operand(registers, i.c()));
            if let Some(dict) = dict.typed::<DictObject>() {
                call::merge_keywords(rt, &dict, items.as_ref(), callee)?;
            }
        }
        Op::SetupAnnotations => name::setup_annotations(rt, &Frame::current(rt, body)?)?,
        Op::PushHandled => rt.push_handled(operand(registers, i.b()).to_value()),
        Op::PopHandled => drop(rt.pop_handled()),
        Op::EnterContext => {
            let manager = registers::take(registers, i.a());
            let (exit, entered) = context::enter(rt, manager.as_ref())?;
            put(registers, i.a(), exit);
            put(registers, i.a().wrapping_add(1), entered);
        }
        Op::ClearRow => {
            for register in 0..i.index() {
                registers::clear(registers, i.a().wrapping_add(register as u8));
            }
        }
        Op::JumpUnlessSequence => {
            return Ok(jump_unless(
                rt.collection_of(operand(registers, i.b())) == Some(Collection::Sequence),
            ));
        }
        Op::JumpUnlessMapping => {
            return Ok(jump_unless(
                rt.collection_of(operand(registers, i.b())) == Some(Collection::Mapping),
            ));
        }
        Op::Display => {
            let value = registers::take(registers, i.a());
            program::display(rt, value.as_ref())?;
        }
        Op::EnterAsyncContext => {
            let manager = registers::take(registers, i.a());
            let (exit, entered) = asynchronous::enter(rt, manager.as_ref())?;
            put(registers, i.a(), exit);
            put(registers, i.a().wrapping_add(1), entered);
        }
        Op::EndAsyncFor => {
            let exception = registers::take(registers, i.a());
            asynchronous::is_end(rt, exception)?;
            registers::clear(registers, i.b());
            return Ok(Outcome::Jump);
        }
        Op::ExitContext => {
            let exit = registers::take(registers, i.b());
            drop(context::exit(rt, exit.as_ref())?);
        }
        Op::ImportStar => import::star(rt, &Frame::current(rt, body)?, operand(registers, i.b()))?,
        Op::Raise => {
            let exception = (i.b() > 0).then(|| registers::take(registers, i.a()));
            let cause = (i.b() > 1).then(|| registers::take(registers, i.a().wrapping_add(1)));
            return Err(match exception {
                Some(exception) => {
                    rt.raise_from(exception.as_ref(), cause.as_ref().map(Value::as_ref))
                }
                None => raise::again(rt),
            });
        }
        Op::Reraise => return Err(Raise::exception(operand(registers, i.a()).to_value())),
        _ => return Err(rt.system_error("an instruction that nothing executes")),
    }
    Ok(Outcome::Done)
}
