//! The body of a code object: compiled instructions with what they need at run time.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use objmodel::gc::{Account, ClearSink, OutOfMemory, Visitor};
use objmodel::host::{self, CodeBody};
use objmodel::objects::code::Code;
use objmodel::objects::function::Function;
use objmodel::objects::str::Str;
use objmodel::variables::Variable;
use objmodel::{AttrCache, CallArgs, GlobalCache, Result, Runtime, Trace, Value};

use super::registers;
use super::stack::{Pool, Stack};
use super::{call, calls, far, generator};
use crate::compile::{Instruction, Unit};

/// A unit with its constants and names as objects, and a cache for each site.
pub(super) struct Parts {
    pub(super) unit: Rc<Unit>,
    /// The unit's code, in which instructions become those that fit what was met.
    pub(super) code: Box<[Cell<Instruction>]>,
    pub(super) constants: Vec<Value>,
    pub(super) names: Vec<Str>,
    /// For each constant that is a tuple of strings, its items: keyword names of calls.
    pub(super) keywords: Vec<Box<[Value]>>,
    pub(super) attributes: Vec<Site<AttrCache>>,
    /// The name at each method site.
    pub(super) methods: Vec<Str>,
    pub(super) globals: Vec<Site<GlobalCache>>,
    /// Places for tracebacks, with columns in code points.
    pub(super) positions: Vec<host::Position>,
    pub(super) doc: Value,
    /// The variables, in the order in which `f_locals` shows them.
    pub(super) variables: Vec<Variable>,
    /// How many parameters there are, if a call with that many arguments fills them one by one and
    /// runs to its end: no generator, no `*`, no `**`, nothing keyword-only.
    pub(super) direct: Option<usize>,
    pub(super) generator: bool,
    /// How many registers an activation uses.
    pub(super) words: usize,
    /// How many of them hold variables and cells.
    pub(super) lasting: usize,
    pub(super) pool: Rc<Pool>,
    /// What is charged for the unit and for all of this.
    pub(super) account: Account,
}

/// A place in the code that names something, with what it remembers of it.
pub(super) struct Site<Cache> {
    pub(super) name: Str,
    pub(super) cache: Cache,
}

impl<Cache: Default> Site<Cache> {
    /// One that remembers nothing yet.
    pub(super) fn of(name: &Str) -> Self {
        Site { name: name.clone(), cache: Cache::default() }
    }
}

/// The body of a code object: its parts, which activations share while they last.
#[derive(Clone)]
pub(super) struct Body(Rc<Parts>);

impl std::ops::Deref for Body {
    type Target = Parts;

    #[inline(always)]
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Body {
    pub(super) fn new(parts: Parts) -> Body {
        Body(Rc::new(parts))
    }

    /// The body of a code object, if it is one of ours.
    #[inline]
    pub(super) fn of(code: &Code) -> Option<&Body> {
        let body: &dyn Any = &*code.frozen().body;
        body.downcast_ref()
    }

    /// How many registers a call fills.
    pub(super) fn filled(&self) -> usize {
        match self.unit.parameters_are_far() {
            true => 1,
            false => self.unit.parameters(),
        }
    }

    /// Binds the arguments of a call to the first registers, which are empty.
    ///
    /// # Errors
    /// `TypeError` if they do not fit; `MemoryError`.
    pub(super) fn bind(
        &self,
        rt: &mut Runtime,
        function: &Function,
        args: CallArgs<'_>,
        registers: &mut [Option<Value>],
    ) -> Result<()> {
        match registers {
            [first, ..] if self.unit.parameters_are_far() => {
                far::bind(rt, function, self, args, first)
            }
            _ => rt.bind_arguments(function, args, registers),
        }
    }

    /// Calls a function that has this body, with empty registers.
    #[inline(always)]
    fn call_on(
        &self,
        rt: &mut Runtime,
        function: &Function,
        args: CallArgs<'_>,
        stack: &mut Stack,
    ) -> Result {
        let given = args.positionals();
        let direct = match args.has_keywords() {
            true => None,
            false => calls::defaults(rt, function, self, given.len()),
        };
        let registers = &mut stack.registers[..];
        if direct.is_some() {
            for (register, argument) in registers.iter_mut().zip(given) {
                registers::fill(register, argument.to_value());
            }
            calls::prepare(rt, function, self, given.len(), registers);
        } else {
            registers::clear_all(registers.get_mut(..self.lasting).unwrap_or_default());
            self.bind(rt, function, args, registers)?;
            call::enclose(rt, function, self, registers);
        }
        call::activate(rt, function, self, None, stack)
    }
}

impl Trace for Body {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.constants.trace(visitor);
        self.names.trace(visitor);
        self.keywords.trace(visitor);
        self.doc.trace(visitor);
        self.variables.iter().for_each(|variable| variable.name.trace(visitor));
        self.attributes.iter().for_each(|site| site.name.trace(visitor));
        self.methods.trace(visitor);
        self.globals.iter().for_each(|site| site.name.trace(visitor));
    }

    // What still runs keeps its parts.
    fn clear(&mut self, sink: &mut ClearSink) {
        let Some(parts) = Rc::get_mut(&mut self.0) else { return };
        Trace::clear(&mut parts.constants, sink);
        Trace::clear(&mut parts.keywords, sink);
        Trace::clear(&mut parts.doc, sink);
    }
}

impl CodeBody for Body {
    fn call(&self, rt: &mut Runtime, function: &Function, args: CallArgs<'_>) -> Result {
        if self.generator {
            return generator::begin(rt, function, self, args);
        }
        let mut stack = self.pool.take(rt)?;
        let outcome = self.call_on(rt, function, args, &mut stack);
        if outcome.is_err() {
            stack.abandon(self.words);
        }
        self.pool.put(rt, stack);
        outcome
    }

    fn position(&self, instruction: u32) -> Option<host::Position> {
        self.positions.get(instruction as usize).copied()
    }

    fn variables(&self) -> &[Variable] {
        &self.variables
    }

    fn doc(&self) -> Option<&Value> {
        Some(&self.doc)
    }

    fn instruction_count(&self) -> usize {
        self.positions.len()
    }

    fn instructions(&self) -> Vec<u8> {
        let code = self.unit.code.iter().take(self.positions.len());
        code.flat_map(|instruction| [instruction.code(), instruction.a()]).collect()
    }

    fn exception_table(&self) -> Vec<u8> {
        let mut table = Vec::new();
        for handler in &self.unit.handlers {
            let length = handler.end.saturating_sub(handler.start);
            for (place, number) in [handler.start, length, handler.target, 0].iter().enumerate() {
                push_table_number(&mut table, *number, place == 0);
            }
        }
        table
    }

    fn stack_size(&self) -> usize {
        self.words.saturating_sub(self.lasting).max(1)
    }

    fn copy(
        &self,
        constants: &[Value],
    ) -> std::result::Result<Option<Box<dyn CodeBody>>, OutOfMemory> {
        let mut account = self.account.sibling();
        account.charge(self.account.charged())?;
        Ok(Some(Box::new(Body::new(Parts {
            code: self.code.to_vec().into(),
            unit: self.unit.clone(),
            constants: constants.to_vec(),
            names: self.names.clone(),
            keywords: self.keywords.clone(),
            attributes: self.attributes.iter().map(|site| Site::of(&site.name)).collect(),
            methods: self.methods.clone(),
            globals: self.globals.iter().map(|site| Site::of(&site.name)).collect(),
            positions: self.positions.clone(),
            doc: self.doc.clone(),
            variables: { self.variables.iter() }
                .map(|variable| Variable { name: variable.name.clone(), place: variable.place })
                .collect(),
            direct: self.direct,
            generator: self.generator,
            words: self.words,
            lasting: self.lasting,
            pool: self.pool.clone(),
            account,
        }))))
    }
}

/// Appends a number in groups of six bits, the highest first; the first byte of an entry is marked.
fn push_table_number(table: &mut Vec<u8>, number: u32, first: bool) {
    let groups = (1..6).filter(|group| number >> (6 * group) != 0).count();
    for group in (0..=groups).rev() {
        let more = if group > 0 { 0x40 } else { 0 };
        let begins = if first && group == groups { 0x80 } else { 0 };
        table.push((number >> (6 * group)) as u8 & 0x3f | more | begins);
    }
}
