//! `findall` and `split`: all matches of a text at once.

use objmodel::gc::ChargedVec;
use objmodel::{Args, Borrowed, Gc, Result, Runtime, Value, singletons};

use super::found::offsets;
use super::matcher::Machine;
use super::pattern::{How, Pattern, bounds, target, this};
use super::target::Target;

/// A walk over the matches of a text.
pub(super) struct Walk {
    pub(super) machine: Machine,
    /// Where the next search begins and where it ends.
    ends: (usize, usize),
    /// Whether the last match was empty, so that the next one at its place must not be.
    not_empty: bool,
}

impl Walk {
    /// Before the first match.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn new(rt: &Runtime, pattern: &Pattern, ends: (usize, usize)) -> Result<Walk> {
        let machine = Machine::new(rt, &pattern.program)?;
        Ok(Walk { machine, ends, not_empty: false })
    }

    /// The offsets of the next match.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn next(
        &mut self,
        rt: &Runtime,
        pattern: &Pattern,
        target: &Target,
    ) -> Result<Option<(usize, usize)>> {
        rt.tick(1)?;
        let (ends, not_empty) = (self.ends, self.not_empty);
        let found = pattern.find(rt, target, &mut self.machine, ends, How::Search, not_empty)?;
        if let Some((start, end)) = found {
            self.not_empty = start == end;
            self.ends.0 = end;
        }
        Ok(found)
    }

    /// What a group of the last match matched.
    fn text(
        &self,
        rt: &Runtime,
        target: &Target,
        whole: (usize, usize),
        group: usize,
        default: &Value,
    ) -> Result {
        match offsets(&self.machine, whole, group) {
            Some((start, end)) => target.slice(rt, start, end),
            None => Ok(default.clone()),
        }
    }
}

/// An optional count.
pub(super) fn count(rt: &mut Runtime, count: Option<Borrowed<'_>>) -> Result<usize> {
    let Some(count) = count else { return Ok(usize::MAX) };
    let too_large = |rt: &Runtime, _: Borrowed<'_>| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    };
    match rt.index_as_size(count, too_large)? {
        0 => Ok(usize::MAX),
        // Negative ones are compared as they are: none is below.
        count => Ok(usize::try_from(count).unwrap_or(0)),
    }
}

pub(super) fn find_all(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let target = target(rt, own, args.at(1))?;
    let (pos, endpos) = bounds(rt, &target, args.get(2), args.get(3))?;
    let empty = target.slice(rt, 0, 0)?;
    let pattern = this(rt, own)?;
    let ends = (target.offset(rt, pos), target.offset(rt, endpos));
    let mut walk = Walk::new(rt, pattern, ends)?;
    let groups = pattern.program.groups as usize;
    let mut items = ChargedVec::new(rt.heap());
    while let Some(whole) = walk.next(rt, pattern, &target)? {
        let item = match groups {
            0 => walk.text(rt, &target, whole, 0, &empty)?,
            1 => walk.text(rt, &target, whole, 1, &empty)?,
            _ => {
                rt.check_room(groups * size_of::<Value>())?;
                let texts = (1..=groups)
                    .map(|group| walk.text(rt, &target, whole, group, &empty))
                    .collect::<Result<Vec<_>>>()?;
                rt.tuple(texts.into_iter())?.into_value()
            }
        };
        items.push(item).map_err(|_| rt.memory_error())?;
    }
    rt.list_of(items).map(Gc::into_value)
}

pub(super) fn split(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let target = target(rt, own, args.at(1))?;
    let most = count(rt, args.get(2))?;
    let pattern = this(rt, own)?;
    let end = target.bytes(rt).len();
    let mut walk = Walk::new(rt, pattern, (0, end))?;
    let groups = pattern.program.groups as usize;
    let mut parts = ChargedVec::new(rt.heap());
    let (mut last, mut number) = (0, 0);
    while number < most {
        let Some(whole) = walk.next(rt, pattern, &target)? else { break };
        let part = target.slice(rt, last, whole.0)?;
        parts.push(part).map_err(|_| rt.memory_error())?;
        for group in 1..=groups {
            let text = walk.text(rt, &target, whole, group, &singletons::none())?;
            parts.push(text).map_err(|_| rt.memory_error())?;
        }
        (last, number) = (whole.1, number + 1);
    }
    let rest = target.slice(rt, last, end)?;
    parts.push(rest).map_err(|_| rt.memory_error())?;
    rt.list_of(parts).map(Gc::into_value)
}
