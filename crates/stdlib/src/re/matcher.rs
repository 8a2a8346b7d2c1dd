//! Matches a program against a text: by going back on a stack of its own, which is charged, with a
//! tick for every few steps.

use objmodel::gc::Account;
use objmodel::{Result, Runtime};

use super::fold::Fold;
use super::program::{Edge, Inst, Program, Unit, is_word};
use super::subject::Subject;
use super::tree::{Greed, UNBOUNDED};

/// A register that holds nothing.
pub(super) const UNSET: usize = usize::MAX;

/// So many steps take a tick, some 100 nanoseconds.
const STEPS_PER_TICK: u32 = 16;

/// What is done when the matcher goes back.
#[derive(Clone, Copy)]
enum Entry {
    /// Goes on from an instruction at a place.
    Try { pc: u32, at: usize },
    /// Gives a register its value back.
    Restore { register: u32, old: usize },
    /// A repetition gives a character back, until the place `least`, and goes on from the instruction.
    Shorter { pc: u32, at: usize, least: usize },
    /// The lazy repetition at the instruction takes one more character, up to so many.
    Longer { pc: u32, at: usize, left: u32 },
}

/// What counts as a match.
#[derive(Clone, Copy)]
pub(super) struct Goal {
    /// It must reach the end of the text.
    pub(super) whole: bool,
    /// It must not be empty.
    pub(super) not_empty: bool,
}

/// The state of a search.
pub(super) struct Machine {
    /// See [`Program::registers`].
    pub(super) registers: Vec<usize>,
    stack: Vec<Entry>,
    account: Account,
    steps: u32,
}

impl Machine {
    /// A state for a program.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn new(rt: &Runtime, program: &Program) -> Result<Machine> {
        let mut account = Account::new(rt.heap());
        let mut registers = Vec::new();
        let reserved = account.reserve_exact(&mut registers, program.registers);
        reserved.map_err(|_| rt.memory_error())?;
        registers.resize(program.registers, UNSET);
        Ok(Machine { registers, stack: Vec::new(), account, steps: 0 })
    }

    fn register(&self, number: u32) -> usize {
        self.registers.get(number as usize).copied().unwrap_or(UNSET)
    }

    #[inline]
    fn push(&mut self, rt: &Runtime, entry: Entry) -> Result<()> {
        if self.stack.len() == self.stack.capacity() {
            let reserved = self.account.reserve(&mut self.stack, 1);
            reserved.map_err(|_| rt.memory_error())?;
        }
        self.stack.push(entry);
        Ok(())
    }

    /// Sets a register, which gets its value back when the matcher goes back.
    #[inline]
    fn set(&mut self, rt: &Runtime, register: u32, value: usize) -> Result<()> {
        if let Some(place) = self.registers.get_mut(register as usize) {
            let old = std::mem::replace(place, value);
            self.push(rt, Entry::Restore { register, old })?;
        }
        Ok(())
    }

    /// Where a group has matched.
    #[inline]
    fn group(&self, group: u32) -> Option<(usize, usize)> {
        let register = 2 * group.checked_sub(1)?;
        let (start, end) = (self.register(register), self.register(register + 1));
        (start != UNSET && end != UNSET && start <= end).then_some((start, end))
    }

    /// Goes back to the last place where something else can be tried.
    fn back<S: Subject>(
        &mut self,
        rt: &Runtime,
        program: &Program,
        text: S,
    ) -> Result<Option<(u32, usize)>> {
        while let Some(entry) = self.stack.pop() {
            match entry {
                Entry::Try { pc, at } => return Ok(Some((pc, at))),
                Entry::Restore { register, old } => {
                    if let Some(place) = self.registers.get_mut(register as usize) {
                        *place = old;
                    }
                }
                Entry::Shorter { pc, at, least } => {
                    let Some((_, before)) = text.previous(at) else { continue };
                    if before > least {
                        self.push(rt, Entry::Shorter { pc, at: before, least })?;
                    }
                    return Ok(Some((pc, before)));
                }
                Entry::Longer { pc, at, left } => {
                    let Some(Inst::Repeat { unit, .. }) = program.code.get(pc as usize) else {
                        continue;
                    };
                    let Some((point, next)) = text.next(at) else { continue };
                    if !program.matches(*unit, point) {
                        continue;
                    }
                    if left > 1 {
                        let left = if left == UNBOUNDED { left } else { left - 1 };
                        self.push(rt, Entry::Longer { pc, at: next, left })?;
                    }
                    return Ok(Some((pc + 1, next)));
                }
            }
        }
        Ok(None)
    }

    /// Forgets what could be tried above a height; what registers get back stays.
    fn commit(&mut self, rt: &Runtime, height: usize) -> Result<()> {
        rt.tick(self.stack.len().saturating_sub(height) / 8)?;
        let mut kept = height;
        for place in height..self.stack.len() {
            if let Some(entry @ Entry::Restore { .. }) = self.stack.get(place).copied()
                && let Some(free) = self.stack.get_mut(kept)
            {
                *free = entry;
                kept += 1;
            }
        }
        self.stack.truncate(kept);
        Ok(())
    }

    /// Forgets all above a height, and gives the registers what they had there.
    fn unwind(&mut self, rt: &Runtime, height: usize) -> Result<()> {
        rt.tick(self.stack.len().saturating_sub(height) / 8)?;
        while self.stack.len() > height {
            if let Some(Entry::Restore { register, old }) = self.stack.pop()
                && let Some(place) = self.registers.get_mut(register as usize)
            {
                *place = old;
            }
        }
        Ok(())
    }

    /// How far a unit matches again and again, at most so many times; also how often.
    fn span<S: Subject>(
        &self,
        rt: &Runtime,
        program: &Program,
        text: S,
        unit: Unit,
        start: usize,
        most: u32,
    ) -> Result<(usize, u32)> {
        let (mut at, mut count) = (start, 0);
        while count < most {
            let Some((point, next)) = text.next(at) else { break };
            if !program.matches(unit, point) {
                break;
            }
            (at, count) = (next, count + 1);
            if count % 64 == 0 {
                rt.tick(1)?;
            }
        }
        Ok((at, count))
    }

    /// Matches from a place on: the place where the match ends.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn run<S: Subject>(
        &mut self,
        rt: &Runtime,
        program: &Program,
        text: S,
        start: usize,
        goal: Goal,
    ) -> Result<Option<usize>> {
        self.registers.fill(UNSET);
        self.stack.clear();
        let (mut pc, mut at) = (0u32, start);
        loop {
            self.steps += 1;
            if self.steps >= STEPS_PER_TICK {
                self.steps = 0;
                rt.tick(1)?;
            }
            let Some(inst) = program.code.get(pc as usize) else { return Ok(None) };
            pc += 1;
            let matched = match *inst {
                Inst::Unit(unit) => match text.next(at) {
                    Some((point, next)) if program.matches(unit, point) => {
                        at = next;
                        true
                    }
                    _ => false,
                },
                Inst::At(edge) => is_at(text, edge, at),
                Inst::Save(register) => {
                    self.set(rt, register, at)?;
                    true
                }
                Inst::Close { register, group } => {
                    self.set(rt, register, at)?;
                    self.set(rt, program.last_closed() as u32, group as usize)?;
                    true
                }
                Inst::Jump(to) => {
                    pc = to;
                    true
                }
                Inst::Split(other) => {
                    self.push(rt, Entry::Try { pc: other, at })?;
                    true
                }
                Inst::Repeat { greed, unit, min, max } => {
                    let most = if greed == Greed::Lazy { min } else { max };
                    let (end, count) = self.span(rt, program, text, unit, at, most)?;
                    if count >= min {
                        match greed {
                            Greed::Possessive => {}
                            Greed::Greedy => {
                                let least = match min {
                                    0 => at,
                                    _ => self.span(rt, program, text, unit, at, min)?.0,
                                };
                                if end > least {
                                    self.push(rt, Entry::Shorter { pc, at: end, least })?;
                                }
                            }
                            Greed::Lazy if max > min => {
                                let left = if max == UNBOUNDED { max } else { max - min };
                                self.push(rt, Entry::Longer { pc: pc - 1, at: end, left })?;
                            }
                            Greed::Lazy => {}
                        }
                        at = end;
                    }
                    count >= min
                }
                Inst::Enter(register) => {
                    self.set(rt, register, 0)?;
                    self.set(rt, register + 1, UNSET)?;
                    true
                }
                Inst::Loop { register, min, max, body, lazy } => {
                    let count = self.register(register);
                    if count < min as usize {
                        self.set(rt, register, count + 1)?;
                        pc = body;
                    } else if lazy {
                        self.push(rt, Entry::Try { pc: pc + 1, at })?;
                    } else if (max == UNBOUNDED || count < max as usize)
                        && self.register(register + 1) != at
                    {
                        self.push(rt, Entry::Try { pc, at })?;
                        self.set(rt, register, count + 1)?;
                        self.set(rt, register + 1, at)?;
                        pc = body;
                    }
                    true
                }
                Inst::Again { register, max, body } => {
                    let count = self.register(register);
                    let more = (max == UNBOUNDED || count < max as usize)
                        && self.register(register + 1) != at;
                    if more {
                        self.set(rt, register, count + 1)?;
                        self.set(rt, register + 1, at)?;
                        pc = body;
                    }
                    more
                }
                Inst::Reference { group, fold } => match self.group(group) {
                    Some((start, end)) => match same(rt, text, (start, end), at, fold)? {
                        Some(end) => {
                            at = end;
                            true
                        }
                        None => false,
                    },
                    None => false,
                },
                Inst::IfMatched { group, otherwise } => {
                    if self.group(group).is_none() {
                        pc = otherwise;
                    }
                    true
                }
                Inst::Begin(register) => {
                    let height = self.stack.len();
                    self.set(rt, register, height)?;
                    self.set(rt, register + 1, at)?;
                    true
                }
                Inst::Back(count) => go_back(rt, text, &mut at, count)?,
                Inst::Commit { register, look } => {
                    let height = self.register(register);
                    self.commit(rt, height)?;
                    if look {
                        at = self.register(register + 1);
                    }
                    true
                }
                Inst::BeginNot { register, otherwise } => {
                    let height = self.stack.len();
                    self.push(rt, Entry::Try { pc: otherwise, at })?;
                    self.set(rt, register, height)?;
                    true
                }
                Inst::Refuse(register) => {
                    let height = self.register(register);
                    self.unwind(rt, height)?;
                    false
                }
                Inst::Match => {
                    let end = text.bytes().len();
                    if !(goal.whole && at != end || goal.not_empty && at == start) {
                        return Ok(Some(at));
                    }
                    false
                }
            };
            if !matched {
                match self.back(rt, program, text)? {
                    Some((next, place)) => (pc, at) = (next, place),
                    None => return Ok(None),
                }
            }
        }
    }

    /// Searches from a place on: where the first match begins and ends. Only at the first place must
    /// it not be empty.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn search<S: Subject>(
        &mut self,
        rt: &Runtime,
        program: &Program,
        text: S,
        mut from: usize,
        mut goal: Goal,
    ) -> Result<Option<(usize, usize)>> {
        let finder =
            (!program.prefix.is_empty()).then(|| memchr::memmem::Finder::new(&program.prefix));
        loop {
            if text.bytes().len().saturating_sub(from) < program.shortest {
                return Ok(None);
            }
            if let Some(finder) = &finder {
                let rest = text.bytes().get(from..).unwrap_or_default();
                let Some(found) = finder.find(rest) else {
                    rt.tick(rest.len() / 256)?;
                    return Ok(None);
                };
                rt.tick(found / 256)?;
                goal.not_empty &= found == 0;
                from += found;
            } else if let Some(unit) = program.first {
                let begin = from;
                loop {
                    let Some((point, next)) = text.next(from) else { return Ok(None) };
                    if program.matches(unit, point) {
                        break;
                    }
                    from = next;
                    if (from - begin).is_multiple_of(64) {
                        rt.tick(1)?;
                    }
                }
                goal.not_empty &= from == begin;
            }
            if let Some(end) = self.run(rt, program, text, from, goal)? {
                return Ok(Some((from, end)));
            }
            goal.not_empty = false;
            match text.next(from) {
                Some((_, next)) if !program.anchored => from = next,
                _ => return Ok(None),
            }
        }
    }
}

/// Goes so many characters back, unless the text begins before.
fn go_back<S: Subject>(rt: &Runtime, text: S, at: &mut usize, count: u32) -> Result<bool> {
    let (place, steps) = text.back(*at, count as usize);
    rt.tick(steps / 16)?;
    *at = place.unwrap_or(*at);
    Ok(place.is_some())
}

/// Whether a place is one of these.
fn is_at<S: Subject>(text: S, edge: Edge, at: usize) -> bool {
    let end = text.bytes().len();
    let line_feed = |at: usize| text.bytes().get(at) == Some(&b'\n');
    match edge {
        Edge::Beginning => at == 0,
        Edge::BeginningOfLine => at == 0 || line_feed(at - 1),
        Edge::End => at == end || at + 1 == end && line_feed(at),
        Edge::EndOfLine => at == end || line_feed(at),
        Edge::EndOfText => at == end,
        Edge::Boundary { .. } if end == 0 => false,
        Edge::Boundary { is, ascii } => {
            let before = text.previous(at).is_some_and(|(point, _)| is_word(ascii, point));
            let behind = text.next(at).is_some_and(|(point, _)| is_word(ascii, point));
            (before != behind) == is
        }
    }
}

/// Where the text of a group ends if it stands at a place again.
fn same<S: Subject>(
    rt: &Runtime,
    text: S,
    (start, end): (usize, usize),
    at: usize,
    fold: Fold,
) -> Result<Option<usize>> {
    rt.tick((end - start) / 64)?;
    if fold == Fold::Exact {
        let group = text.bytes().get(start..end).unwrap_or_default();
        let behind = text.bytes().get(at..).unwrap_or_default();
        return Ok(behind.starts_with(group).then_some(at + group.len()));
    }
    let (mut own, mut other) = (start, at);
    while own < end {
        let (Some((wanted, next)), Some((point, beyond))) = (text.next(own), text.next(other))
        else {
            return Ok(None);
        };
        if fold.lower(wanted) != fold.lower(point) {
            return Ok(None);
        }
        (own, other) = (next, beyond);
    }
    Ok(Some(other))
}
