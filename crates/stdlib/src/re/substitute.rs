//! `sub` and `subn`: matches are replaced by text, a template or what a function returns.

use objmodel::gc::ChargedVec;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::str::StrObject;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::collect::{Walk, count};
use super::found::{Found, offsets};
use super::match_object::Match;
use super::pattern::{target, this};
use super::target::Target;
use super::template::{self, Template};

pub(super) fn sub(rt: &mut Runtime, args: Args<'_>) -> Result {
    replaced(rt, args).map(|(text, _)| text)
}

pub(super) fn subn(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (text, number) = replaced(rt, args)?;
    let number = rt.int_from_usize(number)?;
    rt.tuple([text, number].into_iter()).map(Gc::into_value)
}

fn replaced(rt: &mut Runtime, args: Args<'_>) -> Result<(Value, usize)> {
    let [own, replacement, text] = args.take();
    let target = target(rt, own, text)?;
    let most = count(rt, args.get(3))?;
    if rt.is_callable(replacement) {
        return by_function(rt, own, replacement, target, most);
    }
    let template = template::read(rt, own, replacement)?;
    if template.is_text != target.is_text {
        return mixed(rt, own, replacement, &target, most);
    }
    by_template(rt, own, &template, &target, most)
}

/// Replaces by a template of the target's own kind.
fn by_template(
    rt: &Runtime,
    own: Borrowed<'_>,
    template: &Template,
    target: &Target,
    most: usize,
) -> Result<(Value, usize)> {
    let pattern = this(rt, own)?;
    let len = target.bytes(rt).len();
    let mut walk = Walk::new(rt, pattern, (0, len))?;
    let mut out = TextBuilder::new(rt);
    let (mut last, mut number) = (0, 0);
    while number < most {
        let Some(whole) = walk.next(rt, pattern, target)? else { break };
        let kept = target.bytes(rt).get(last..whole.0).unwrap_or_default();
        rt.tick(kept.len() / 64)?;
        out.append(rt, kept)?;
        let machine = &walk.machine;
        template.write(rt, &mut out, target, |group| offsets(machine, whole, group))?;
        (last, number) = (whole.1, number + 1);
    }
    if number == 0 {
        return Ok((target.slice(rt, 0, len)?, 0));
    }
    let kept = target.bytes(rt).get(last..).unwrap_or_default();
    rt.tick(kept.len() / 64)?;
    out.append(rt, kept)?;
    let text = match target.is_text {
        true => out.finish(rt)?.into_value(),
        false => out.finish_bytes(rt)?.into_value(),
    };
    Ok((text, number))
}

/// The parts of a replacement in the making, which `join` puts together.
struct Parts(ChargedVec<Value>);

impl Parts {
    fn push(&mut self, rt: &Runtime, part: Value) -> Result<()> {
        self.0.push(part).map_err(|_| rt.memory_error())
    }

    fn keep(&mut self, rt: &Runtime, target: &Target, start: usize, end: usize) -> Result<()> {
        if start < end {
            self.push(rt, target.slice(rt, start, end)?)?;
        }
        Ok(())
    }

    fn joined(self, rt: &mut Runtime, target: &Target) -> Result {
        let empty = match target.is_text {
            true => rt.str_from_bytes(b"")?.into_value(),
            false => rt.bytes(b"")?.into_value(),
        };
        if self.0.is_empty() {
            return Ok(empty);
        }
        let list = rt.list_of(self.0)?;
        let join = rt.intern("join")?;
        rt.call_method(&empty, &join, [list.as_ref()])
    }
}

/// Replaces by what a function makes of each match.
fn by_function(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    function: Borrowed<'_>,
    target: Target,
    most: usize,
) -> Result<(Value, usize)> {
    let len = target.bytes(rt).len();
    let bounds = (0, target.len(rt));
    let mut walk = Walk::new(rt, this(rt, own)?, (0, len))?;
    let mut parts = Parts(ChargedVec::new(rt.heap()));
    let (mut last, mut number) = (0, 0);
    while number < most {
        let pattern = this(rt, own)?;
        let Some(whole) = walk.next(rt, pattern, &target)? else { break };
        parts.keep(rt, &target, last, whole.0)?;
        let found = Found::new(rt, &pattern.program, &walk.machine, &target, whole)?;
        let found = Match::make(rt, own, target.clone(), found, bounds)?;
        let part = rt.call(function, [found.as_ref()])?;
        if !singletons::is_none(&part) {
            parts.push(rt, part)?;
        }
        (last, number) = (whole.1, number + 1);
    }
    parts.keep(rt, &target, last, len)?;
    Ok((parts.joined(rt, &target)?, number))
}

/// Replaces by what is of another kind than the target: joining says what is wrong, if there is
/// anything to replace.
fn mixed(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    replacement: Borrowed<'_>,
    target: &Target,
    most: usize,
) -> Result<(Value, usize)> {
    let len = target.bytes(rt).len();
    let mut walk = Walk::new(rt, this(rt, own)?, (0, len))?;
    let mut parts = Parts(ChargedVec::new(rt.heap()));
    let empty = replacement.get::<StrObject>(rt).is_some_and(StrObject::is_empty);
    let (mut last, mut number) = (0, 0);
    while number < most {
        let Some(whole) = walk.next(rt, this(rt, own)?, target)? else { break };
        parts.keep(rt, target, last, whole.0)?;
        if !empty || number > 0 || !target.is_text {
            parts.push(rt, replacement.to_value())?;
        }
        (last, number) = (whole.1, number + 1);
    }
    parts.keep(rt, target, last, len)?;
    Ok((parts.joined(rt, target)?, number))
}
