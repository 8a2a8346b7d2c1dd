//! Compiles a syntax tree to a program.

use objmodel::gc::Account;
use objmodel::objects::codepoints;
use objmodel::{Result, Runtime};

use super::charset::CharSet;
use super::flags;
use super::fold::Fold;
use super::program::{Edge, Inst, Program, Unit};
use super::reader::{Read, Refusal};
use super::tree::{Greed, Item, Node, Place, Sequence};

/// A program in the making.
struct Compiler<'r> {
    rt: &'r Runtime,
    account: Account,
    code: Vec<Inst>,
    sets: Vec<CharSet>,
    registers: u32,
}

/// Compiles a tree; `is_text` says how its characters are encoded.
///
/// # Errors
/// A look-behind of no fixed width; `MemoryError`, `RecursionError`; a halt.
pub(super) fn compile(
    rt: &Runtime,
    tree: &Sequence,
    flags: u32,
    groups: u32,
    is_text: bool,
) -> Read<Program> {
    let account = Account::new(rt.heap());
    let registers = 2 * groups + 1;
    let mut compiler = Compiler { rt, account, code: Vec::new(), sets: Vec::new(), registers };
    compiler.sequence(tree, flags)?;
    compiler.emit(Inst::Match)?;
    let Compiler { code, sets, registers, .. } = compiler;
    let prefix = prefix(&code, is_text).into_boxed_slice();
    Ok(Program {
        first: if prefix.is_empty() { first(&code) } else { None },
        shortest: usize::try_from(tree.width.0).unwrap_or(usize::MAX),
        anchored: matches!(code.first(), Some(Inst::At(Edge::Beginning))),
        code: code.into_boxed_slice(),
        sets: sets.into_boxed_slice(),
        registers: registers as usize,
        groups,
        prefix,
    })
}

/// What each match begins with, as it stands in the text.
fn prefix(code: &[Inst], is_text: bool) -> Vec<u8> {
    let mut prefix = Vec::new();
    for inst in code {
        match *inst {
            Inst::Unit(Unit::Char(point)) if is_text => codepoints::push(&mut prefix, point),
            Inst::Unit(Unit::Char(point)) => match u8::try_from(point) {
                Ok(byte) => prefix.push(byte),
                Err(_) => break,
            },
            Inst::Save(_) | Inst::Close { .. } => {}
            _ => break,
        }
    }
    prefix
}

/// What the first character of each match matches.
fn first(code: &[Inst]) -> Option<Unit> {
    match *code.iter().find(|inst| !matches!(inst, Inst::Save(_)))? {
        Inst::Unit(unit) => Some(unit),
        Inst::Repeat { unit, min: 1.., .. } => Some(unit),
        _ => None,
    }
    .filter(|unit| !matches!(unit, Unit::Any))
}

/// How flags ignore case.
fn fold(flags: u32) -> Fold {
    match flags & flags::IGNORECASE {
        0 => Fold::Exact,
        _ if flags & flags::UNICODE != 0 => Fold::Unicode,
        _ => Fold::Ascii,
    }
}

impl Compiler<'_> {
    fn emit(&mut self, inst: Inst) -> Result<u32> {
        let rt = self.rt;
        if self.code.len() == self.code.capacity() {
            let reserved = self.account.reserve(&mut self.code, 1);
            reserved.map_err(|_| rt.memory_error())?;
        }
        self.code.push(inst);
        Ok(self.code.len() as u32 - 1)
    }

    /// The number of the next instruction.
    fn here(&self) -> u32 {
        self.code.len() as u32
    }

    /// Puts an instruction in the place of one that waited for it.
    fn patch(&mut self, at: u32, inst: Inst) {
        if let Some(place) = self.code.get_mut(at as usize) {
            *place = inst;
        }
    }

    /// Registers that nothing else uses.
    fn take_registers(&mut self, count: u32) -> u32 {
        let first = self.registers;
        self.registers += count;
        first
    }

    fn sequence(&mut self, sequence: &Sequence, flags: u32) -> Read<()> {
        self.rt.check_stack("")?;
        sequence.nodes.iter().try_for_each(|node| self.node(node, flags))
    }

    fn node(&mut self, node: &Node, flags: u32) -> Read<()> {
        self.rt.tick(1)?;
        match node {
            Node::Char(_) | Node::NotChar(_) | Node::Any | Node::Set(..) => {
                let unit = self.unit(node, flags)?;
                self.emit(Inst::Unit(unit))?;
            }
            Node::At(place) => {
                self.emit(Inst::At(edge(*place, flags)))?;
            }
            Node::Group { number, add, remove, body } => {
                let flags = flags::within(flags, *add, *remove);
                match number {
                    None => self.sequence(body, flags)?,
                    Some(group) => {
                        let register = 2 * (group - 1);
                        self.emit(Inst::Save(register))?;
                        self.sequence(body, flags)?;
                        self.emit(Inst::Close { register: register + 1, group: *group })?;
                    }
                }
            }
            Node::Atomic(body) => self.atomic(body, flags)?,
            Node::Repeat { greed, min, max, body } => {
                self.repeat(*greed, (*min, *max), body, flags)?;
            }
            Node::Branch(branches) => self.branch(branches, flags)?,
            Node::Reference { group, .. } => {
                self.emit(Inst::Reference { group: *group, fold: fold(flags) })?;
            }
            Node::Conditional { group, yes, no } => {
                let test = self.emit(Inst::Match)?;
                self.sequence(yes, flags)?;
                let end = self.emit(Inst::Match)?;
                let otherwise = self.here();
                self.patch(test, Inst::IfMatched { group: *group, otherwise });
                if let Some(no) = no {
                    self.sequence(no, flags)?;
                }
                self.patch(end, Inst::Jump(self.here()));
            }
            Node::Look { behind, negative, body } => self.look(*behind, *negative, body, flags)?,
        }
        Ok(())
    }

    /// What matches one character.
    fn unit(&mut self, node: &Node, flags: u32) -> Result<Unit> {
        let fold = fold(flags);
        Ok(match node {
            Node::Char(point) if !fold.is_cased(*point) => Unit::Char(*point),
            Node::NotChar(point) if !fold.is_cased(*point) => Unit::NotChar(*point),
            Node::Char(point) => self.set(&[Item::Char(*point)], false, flags)?,
            Node::NotChar(point) => self.set(&[Item::Char(*point)], true, flags)?,
            Node::Set(items, others) => self.set(items, *others, flags)?,
            _ if flags & flags::DOTALL != 0 => Unit::Any,
            _ => Unit::NoLineFeed,
        })
    }

    fn set(&mut self, items: &[Item], others: bool, flags: u32) -> Result<Unit> {
        let (rt, ascii) = (self.rt, flags & flags::UNICODE == 0);
        let set = CharSet::new(rt, &mut self.account, items, others, fold(flags), ascii)?;
        if self.sets.len() == self.sets.capacity() {
            let reserved = self.account.reserve(&mut self.sets, 1);
            reserved.map_err(|_| rt.memory_error())?;
        }
        self.sets.push(set);
        Ok(Unit::Set(self.sets.len() as u32 - 1))
    }

    /// What is not tried again once it has matched.
    fn atomic(&mut self, body: &Sequence, flags: u32) -> Read<()> {
        let register = self.take_registers(2);
        self.emit(Inst::Begin(register))?;
        self.sequence(body, flags)?;
        self.emit(Inst::Commit { register, look: false })?;
        Ok(())
    }

    fn look(&mut self, behind: bool, negative: bool, body: &Sequence, flags: u32) -> Read<()> {
        let register = self.take_registers(2);
        let begin = self.emit(Inst::Begin(register))?;
        if behind {
            let (low, high) = body.width;
            if low > u32::MAX.into() {
                return Err(Refusal::Pattern("looks too much behind".to_owned(), None));
            }
            if low != high {
                let message = "look-behind requires fixed-width pattern";
                return Err(Refusal::Pattern(message.to_owned(), None));
            }
            self.emit(Inst::Back(low as u32))?;
        }
        self.sequence(body, flags)?;
        if negative {
            self.emit(Inst::Refuse(register))?;
            let otherwise = self.here();
            self.patch(begin, Inst::BeginNot { register, otherwise });
        } else {
            self.emit(Inst::Commit { register, look: true })?;
        }
        Ok(())
    }

    fn branch(&mut self, branches: &[Sequence], flags: u32) -> Read<()> {
        let mut ends = Vec::new();
        for (number, branch) in branches.iter().enumerate() {
            if number + 1 == branches.len() {
                self.sequence(branch, flags)?;
                break;
            }
            let split = self.emit(Inst::Match)?;
            self.sequence(branch, flags)?;
            ends.push(self.emit(Inst::Match)?);
            self.patch(split, Inst::Split(self.here()));
        }
        let here = self.here();
        ends.into_iter().for_each(|end| self.patch(end, Inst::Jump(here)));
        Ok(())
    }

    fn repeat(
        &mut self,
        greed: Greed,
        (min, max): (u32, u32),
        body: &Sequence,
        flags: u32,
    ) -> Read<()> {
        if let Some(node) = unit_of(body) {
            let unit = self.unit(node, flags)?;
            self.emit(Inst::Repeat { greed, unit, min, max })?;
            return Ok(());
        }
        let possessive = greed == Greed::Possessive;
        let outer = possessive.then(|| self.take_registers(2));
        if let Some(outer) = outer {
            self.emit(Inst::Begin(outer))?;
        }
        let register = self.take_registers(2);
        self.emit(Inst::Enter(register))?;
        let entry = self.emit(Inst::Match)?;
        let start = self.here();
        match possessive {
            true => self.atomic(body, flags)?,
            false => self.sequence(body, flags)?,
        }
        let lazy = greed == Greed::Lazy;
        let jump = Inst::Jump(self.here());
        self.patch(entry, jump);
        self.emit(Inst::Loop { register, min, max, body: start, lazy })?;
        if lazy {
            let over = self.emit(Inst::Match)?;
            self.emit(Inst::Again { register, max, body: start })?;
            self.patch(over, Inst::Jump(self.here()));
        }
        if let Some(register) = outer {
            self.emit(Inst::Commit { register, look: false })?;
        }
        Ok(())
    }
}

/// The only node of a sequence, if it matches one character.
fn unit_of(body: &Sequence) -> Option<&Node> {
    match body.nodes.as_slice() {
        [Node::Group { number: None, add: 0, remove: 0, body }] if body.is_unit() => unit_of(body),
        [node] if node.is_unit() => Some(node),
        _ => None,
    }
}

/// A place between characters under flags.
fn edge(place: Place, flags: u32) -> Edge {
    let lines = flags & flags::MULTILINE != 0;
    let ascii = flags & flags::UNICODE == 0;
    match place {
        Place::Beginning if lines => Edge::BeginningOfLine,
        Place::Beginning | Place::BeginningOfText => Edge::Beginning,
        Place::End if lines => Edge::EndOfLine,
        Place::End => Edge::End,
        Place::EndOfText => Edge::EndOfText,
        Place::Boundary => Edge::Boundary { is: true, ascii },
        Place::NoBoundary => Edge::Boundary { is: false, ascii },
    }
}
