//! The code under construction of one frame: instructions, labels, registers, tables, handlers.

use std::collections::HashMap;
use std::rc::Rc;

use indexmap::IndexSet;

use super::instruction::{Instruction, Op, TAKE_A, TAKE_B, TAKE_C};
use super::unit::{Const, Handler, Operator};
use crate::scope::ScopeId;
use crate::syntax::Position;

/// A register of the frame.
pub(super) type Register = u8;

/// No register: a result that nobody wants.
pub(super) const DISCARD: Register = u8::MAX;

/// With more registers in use than this, temporaries move into an object.
const CROWDED: usize = 200;
/// Fewer are not moved.
const FEWEST_MOVED: usize = 8;

/// Where an operand is, and whether whoever uses it uses it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Operand {
    pub(super) register: Register,
    pub(super) temporary: bool,
}

impl Operand {
    pub(super) fn temporary(register: Register) -> Self {
        Operand { register, temporary: true }
    }

    pub(super) fn local(register: Register) -> Self {
        Operand { register, temporary: false }
    }
}

/// A place in the code that jumps may name before it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(usize);

/// Where a variable of the frame is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Register(Register),
    Cell(Register),
    Far(u32),
}

/// Locals that are certainly bound at a place in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bound([u64; 4]);

impl Bound {
    /// Nothing is known.
    pub(super) const NOTHING: Bound = Bound([0; 4]);
    /// The place is never reached: all may be assumed.
    pub(super) const UNREACHABLE: Bound = Bound([u64::MAX; 4]);

    pub(super) fn contains(&self, register: Register) -> bool {
        self.0[usize::from(register >> 6)] >> (register & 63) & 1 == 1
    }

    pub(super) fn insert(&mut self, register: Register) {
        self.0[usize::from(register >> 6)] |= 1 << (register & 63);
    }

    pub(super) fn remove(&mut self, register: Register) {
        self.0[usize::from(register >> 6)] &= !(1 << (register & 63));
    }

    /// What holds on both ways here.
    pub(super) fn meet(self, other: Bound) -> Bound {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        Bound([a & e, b & f, c & g, d & h])
    }
}

/// Code under construction.
pub(super) struct Frame {
    /// The scope whose code this is.
    pub(super) scope: ScopeId,
    /// The scope that names are seen from: an inlined comprehension's while that is compiled.
    pub(super) viewpoint: ScopeId,
    pub(super) qualname: Rc<str>,
    pub(super) slots: HashMap<(ScopeId, Box<str>), Slot>,
    pub(super) free: HashMap<Box<str>, Register>,
    /// The names of the parameters.
    pub(super) parameters: Vec<Rc<str>>,
    /// The register of the first cell that the frame makes.
    pub(super) first_cell: Register,
    /// The register of the first free variable's cell, or of the tuple of all.
    pub(super) first_free: Register,
    /// The numbers of free variables whose cells are in one tuple, if they are too many for registers.
    pub(super) far_free: HashMap<Box<str>, u32>,
    pub(super) class_cell: Option<Register>,
    /// The cell with the namespace of the class body that this is.
    pub(super) class_dict: Option<Register>,
    pub(super) variables: Register,
    pub(super) register_names: Vec<Rc<str>>,
    /// The variables beyond the registers.
    pub(super) far: Vec<Rc<str>>,
    pub(super) far_register: Register,
    pub(super) bound: Bound,
    pub(super) code: Vec<Instruction>,
    pub(super) positions: Vec<Position>,
    pub(super) sites: Vec<u32>,
    pub(super) handlers: Vec<Handler>,
    pub(super) constants: IndexSet<Const>,
    pub(super) names: IndexSet<Rc<str>>,
    pub(super) attributes: Vec<u32>,
    pub(super) methods: Vec<u32>,
    pub(super) globals: Vec<u32>,
    pub(super) operators: Vec<Operator>,
    top: usize,
    highest: usize,
    /// Temporaries below this one may be looked at by a handler: they stay where they are.
    floor: usize,
    /// The most temporaries in use since a watch began.
    watched: usize,
    labels: Vec<Option<usize>>,
    fixups: Vec<(usize, Label)>,
    handler_fixups: Vec<(usize, Label)>,
}

impl Frame {
    pub(super) fn new(scope: ScopeId, qualname: Rc<str>) -> Self {
        Frame {
            scope,
            viewpoint: scope,
            qualname,
            slots: HashMap::new(),
            free: HashMap::new(),
            parameters: Vec::new(),
            first_cell: 0,
            first_free: 0,
            far_free: HashMap::new(),
            class_cell: None,
            class_dict: None,
            variables: 0,
            register_names: Vec::new(),
            far: Vec::new(),
            far_register: 0,
            bound: Bound::NOTHING,
            code: Vec::new(),
            positions: Vec::new(),
            sites: Vec::new(),
            handlers: Vec::new(),
            constants: IndexSet::new(),
            names: IndexSet::new(),
            attributes: Vec::new(),
            methods: Vec::new(),
            globals: Vec::new(),
            operators: Vec::new(),
            top: 0,
            highest: 0,
            floor: 0,
            watched: 0,
            labels: Vec::new(),
            fixups: Vec::new(),
            handler_fixups: Vec::new(),
        }
    }

    /// All variables have their registers: temporaries begin here.
    pub(super) fn begin_temporaries(&mut self, variables: Register) {
        self.variables = variables;
        self.top = usize::from(variables);
        self.highest = self.top;
        self.floor = self.top;
    }

    /// From here on temporaries that are in use stay where they are, whatever is computed; returns
    /// what held before.
    pub(super) fn fix_temporaries(&mut self) -> usize {
        std::mem::replace(&mut self.floor, self.top)
    }

    /// Ends what [`Frame::fix_temporaries`] began.
    pub(super) fn unfix_temporaries(&mut self, before: usize) {
        self.floor = before;
    }

    /// The temporaries that have to move for more to find registers, if there are many.
    pub(super) fn crowd(&self) -> Option<(Register, u32)> {
        let count = self.top.saturating_sub(self.floor);
        let crowded = self.top > CROWDED && count >= FEWEST_MOVED;
        crowded.then_some((self.floor as Register, count as u32))
    }

    /// A new temporary. Beyond the last register it names [`DISCARD`]; `finish` reports that.
    pub(super) fn temporary(&mut self) -> Register {
        let register = self.top;
        self.top += 1;
        self.highest = self.highest.max(self.top);
        self.watched = self.watched.max(self.top);
        Register::try_from(register).unwrap_or(DISCARD)
    }

    /// As many temporaries in a row.
    pub(super) fn temporaries(&mut self, count: usize) -> Register {
        let first = Register::try_from(self.top).unwrap_or(DISCARD);
        self.top += count;
        self.highest = self.highest.max(self.top);
        self.watched = self.watched.max(self.top);
        first
    }

    /// The first register that no temporary uses.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// Begins to note how many temporaries are used; the mark goes to [`Frame::end_watch`].
    pub(super) fn watch_top(&mut self) -> usize {
        std::mem::replace(&mut self.watched, self.top)
    }

    /// The highest number of temporaries since the watch began.
    pub(super) fn end_watch(&mut self, mark: usize) -> usize {
        let highest = self.watched;
        self.watched = self.watched.max(mark);
        highest
    }

    /// Gives back the temporaries from `top` on.
    pub(super) fn release_to(&mut self, top: usize) {
        self.top = top;
    }

    pub(super) fn is_temporary(&self, register: Register) -> bool {
        register >= self.variables
    }

    /// How many registers were in use at most, if the machine has as many.
    pub(super) fn registers(&self) -> Option<u8> {
        u8::try_from(self.highest).ok().filter(|count| *count < DISCARD)
    }

    pub(super) fn here(&self) -> usize {
        self.code.len()
    }

    pub(super) fn emit(&mut self, op: Op, a: u8, b: u8, c: u8, imm: u32, position: Position) {
        self.code.push(Instruction::new(op, a, b, c, imm));
        self.positions.push(position);
        self.sites.push(0);
    }

    /// Emits `a = b op c`, and takes the operands that are temporaries.
    pub(super) fn emit3(
        &mut self,
        op: Op,
        a: Register,
        b: Operand,
        c: Operand,
        index: u32,
        position: Position,
    ) {
        let mut imm = index;
        if b.temporary && b.register != a {
            imm |= TAKE_B;
        }
        if c.temporary && c.register != a {
            imm |= TAKE_C;
        }
        self.emit(op, a, b.register, c.register, imm, position);
    }

    /// Emits `a = op b`, and takes the operand if it is a temporary.
    pub(super) fn emit2(
        &mut self,
        op: Op,
        a: Register,
        b: Operand,
        index: u32,
        position: Position,
    ) {
        let take = if b.temporary && b.register != a { TAKE_B } else { 0 };
        self.emit(op, a, b.register, 0, index | take, position);
    }

    /// Emits an instruction that only uses operands: `a.name = b`, `a[b] = c`.
    pub(super) fn emit_store(
        &mut self,
        op: Op,
        a: Operand,
        b: Operand,
        c: Option<Operand>,
        index: u32,
        position: Position,
    ) {
        let mut imm = index;
        for (operand, flag) in [(Some(a), TAKE_A), (Some(b), TAKE_B), (c, TAKE_C)] {
            if operand.is_some_and(|operand| operand.temporary) {
                imm |= flag;
            }
        }
        let c = c.map_or(0, |c| c.register);
        self.emit(op, a.register, b.register, c, imm, position);
    }

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    pub(super) fn place(&mut self, label: Label) {
        let here = self.here();
        if let Some(place) = self.labels.get_mut(label.0) {
            *place = Some(here);
        }
    }

    /// Lets the instructions from this one on stand nowhere in the text: they are what the compiler
    /// adds at the end of a block.
    pub(super) fn forget_places(&mut self, from: usize) {
        for position in self.positions.iter_mut().skip(from) {
            *position = Position::default();
        }
    }

    pub(super) fn jump(&mut self, label: Label, position: Position) {
        self.fixups.push((self.here(), label));
        self.emit(Op::Jump, 0, 0, 0, 0, position);
    }

    pub(super) fn jump_back(&mut self, label: Label, position: Position) {
        self.fixups.push((self.here(), label));
        self.emit(Op::JumpBack, 0, 0, 0, 0, position);
    }

    /// A jump that looks at one operand.
    pub(super) fn jump_on(&mut self, op: Op, b: Operand, label: Label, position: Position) {
        self.fixups.push((self.here(), label));
        let take = if b.temporary { TAKE_B } else { 0 };
        self.emit(op, 0, b.register, 0, take, position);
    }

    /// The jump at the end of an iterator.
    pub(super) fn for_iter(&mut self, a: Register, b: Register, label: Label, position: Position) {
        self.fixups.push((self.here(), label));
        self.emit(Op::ForIter, a, b, 0, 0, position);
    }

    /// The jump at the end of an asynchronous iterator, for the exception in `a`.
    pub(super) fn end_async_for(
        &mut self,
        a: Register,
        b: Register,
        label: Label,
        position: Position,
    ) {
        self.fixups.push((self.here(), label));
        self.emit(Op::EndAsyncFor, a, b, 0, 0, position);
    }

    /// A jump that compares two operands.
    pub(super) fn jump_compare(
        &mut self,
        op: Op,
        (b, c): (Operand, Operand),
        sense: bool,
        site: u32,
        label: Label,
        position: Position,
    ) {
        self.fixups.push((self.here(), label));
        let mut imm = 0;
        if b.temporary {
            imm |= TAKE_B;
        }
        if c.temporary {
            imm |= TAKE_C;
        }
        self.emit(op, u8::from(sense), b.register, c.register, imm, position);
        if let Some(last) = self.sites.last_mut() {
            *last = site;
        }
    }

    pub(super) fn handler(&mut self, start: usize, end: usize, target: Label, register: Register) {
        if start < end {
            self.handler_fixups.push((self.handlers.len(), target));
            self.handlers.push(Handler {
                start: start as u32,
                end: end as u32,
                target: 0,
                register,
            });
        }
    }

    pub(super) fn constant(&mut self, constant: Const) -> u32 {
        self.constants.insert_full(constant).0 as u32
    }

    pub(super) fn name(&mut self, name: &str) -> u32 {
        match self.names.get_index_of(name) {
            Some(index) => index as u32,
            None => self.names.insert_full(name.into()).0 as u32,
        }
    }

    pub(super) fn attribute_site(&mut self, name: &str) -> u32 {
        let name = self.name(name);
        self.attributes.push(name);
        self.attributes.len() as u32 - 1
    }

    pub(super) fn method_site(&mut self, name: &str) -> u32 {
        let name = self.name(name);
        self.methods.push(name);
        self.methods.len() as u32 - 1
    }

    pub(super) fn global_site(&mut self, name: &str) -> u32 {
        let name = self.name(name);
        self.globals.push(name);
        self.globals.len() as u32 - 1
    }

    pub(super) fn operator_site(&mut self, operator: Operator) -> u32 {
        self.operators.push(operator);
        self.operators.len() as u32 - 1
    }

    /// Fills in the jump targets.
    pub(super) fn resolve_labels(&mut self) {
        let labels = &self.labels;
        let place = |label: Label| labels.get(label.0).copied().flatten().unwrap_or(0) as u32;
        for (at, label) in self.fixups.drain(..) {
            if let Some(instruction) = self.code.get_mut(at) {
                *instruction = instruction.with_target(place(label));
            }
        }
        for (at, label) in self.handler_fixups.drain(..) {
            if let Some(handler) = self.handlers.get_mut(at) {
                handler.target = place(label);
            }
        }
    }
}
