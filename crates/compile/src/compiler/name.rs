//! Variables: which register each has, and the instructions that load, store and delete them.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::frame::{Operand, Register, Slot};
use super::{Compiled, Compiler, Const, Op, TAKE_B};
use crate::scope::{CLASS_DICT, Place, ScopeId};
use crate::syntax::Position;

/// Locals beyond this many live outside the registers, and so do more parameters than this.
const MAX_LOCALS: usize = 100;

/// Cells of the frame itself beyond this many live outside the registers.
const MAX_CELLS: usize = 24;

/// With more free variables than this their cells stay in the tuple that the function has.
const MAX_FREE: usize = 24;

/// The name of the register with the cells of the variables beyond the registers.
const FAR: &str = ".far";

impl<'a> Compiler<'a> {
    /// The names of a function's locals: parameters first.
    pub(super) fn local_names(&self, scope: ScopeId) -> Vec<Rc<str>> {
        let symbols = &self.scopes.get(scope).symbols;
        let parameters = symbols.iter().filter(|(_, symbol)| symbol.parameter);
        let others = symbols.iter().filter(|(_, symbol)| {
            symbol.bound
                && !symbol.parameter
                && !symbol.captured
                && !symbol.global
                && !symbol.nonlocal
        });
        parameters.chain(others).map(|(name, _)| Rc::from(name.as_ref())).collect()
    }

    /// Gives all variables of the frame their registers, and makes the cells.
    ///
    /// Parameters come first, in the order in which a call fills them. What finds no register is in
    /// the cells of a tuple, which has one: all parameters if they are too many, then the call makes
    /// the tuple.
    pub(super) fn allocate_variables(
        &mut self,
        parameters: &[Rc<str>],
        position: Position,
    ) -> Compiled {
        let id = self.f.scope;
        let scope = self.scopes.get(id);
        let far_parameters = parameters.len() > MAX_LOCALS;
        let mut far: Vec<Rc<str>> = Vec::new();
        let mut names: Vec<Rc<str>> = Vec::new();
        let mut slots: Vec<((ScopeId, Box<str>), Slot)> = Vec::new();
        let mut from_parameters: Vec<(Register, Box<str>)> = Vec::new();
        if far_parameters {
            names.push(FAR.into());
        }
        for name in parameters {
            let register = names.len() as Register;
            if far_parameters {
                slots.push(((id, name.as_ref().into()), Slot::Far(far.len() as u32)));
                far.push(name.clone());
                continue;
            }
            names.push(name.clone());
            if scope.symbols.get(name.as_ref()).is_some_and(|symbol| symbol.captured) {
                from_parameters.push((register, name.as_ref().into()));
            } else {
                slots.push(((id, name.as_ref().into()), Slot::Register(register)));
                self.f.bound.insert(register);
            }
        }
        let own = self.scopes.in_frame(id).iter().copied();
        for owner in own.filter(|inner| self.scopes.get(*inner).kind.is_function_like()) {
            for (name, symbol) in &self.scopes.get(owner).symbols {
                let elsewhere = symbol.global || symbol.nonlocal || symbol.captured;
                if symbol.parameter || !symbol.bound || elsewhere {
                    continue;
                }
                let slot = match names.len() < MAX_LOCALS {
                    true => Slot::Register(names.len() as Register),
                    false => Slot::Far(far.len() as u32),
                };
                let list = if names.len() < MAX_LOCALS { &mut names } else { &mut far };
                list.push(name.as_ref().into());
                slots.push(((owner, name.clone()), slot));
            }
        }
        let mut made: Vec<(Register, Option<Register>)> = Vec::new();
        let mut moved: Vec<(Box<str>, Register)> = Vec::new();
        let mut cells = 0;
        self.f.first_cell = names.len() as Register;
        for (owner, name) in &scope.cells {
            if far_parameters && *owner == id && parameters.iter().any(|p| **p == **name) {
                continue;
            }
            let parameter = from_parameters.iter().find(|(_, parameter)| parameter == name);
            let parameter = parameter.map(|(from, _)| *from).filter(|_| *owner == id);
            if cells == MAX_CELLS {
                slots.push(((*owner, name.clone()), Slot::Far(far.len() as u32)));
                far.push(name.as_ref().into());
                moved.extend(parameter.map(|from| (name.clone(), from)));
                continue;
            }
            cells += 1;
            let register = names.len() as Register;
            names.push(name.as_ref().into());
            slots.push(((*owner, name.clone()), Slot::Cell(register)));
            if *owner == id {
                made.push((register, parameter));
            }
        }
        for (needed, name) in
            [(scope.needs_class_cell, "__class__"), (scope.needs_class_dict, CLASS_DICT)]
        {
            if needed {
                let register = names.len() as Register;
                names.push(name.into());
                made.push((register, None));
                match name {
                    CLASS_DICT => self.f.class_dict = Some(register),
                    _ => self.f.class_cell = Some(register),
                }
            }
        }
        if !far.is_empty() && !far_parameters {
            self.f.far_register = names.len() as Register;
            names.push(FAR.into());
        }
        self.f.first_free = names.len() as Register;
        if scope.free.len() > MAX_FREE {
            names.push(".closure".into());
            self.f.far_free = scope.free.iter().cloned().zip(0..).collect();
        } else {
            for name in &scope.free {
                self.f.free.insert(name.clone(), names.len() as Register);
                names.push(name.as_ref().into());
            }
        }
        let count = far.len() as u32;
        self.f.slots.extend(slots);
        self.f.parameters = parameters.to_vec();
        self.f.far = far;
        self.f.begin_temporaries(names.len() as Register);
        self.f.register_names = names;
        if count > 0 && !far_parameters {
            self.f.emit(Op::MakeFar, self.f.far_register, 0, 0, count, position);
        }
        for (register, parameter) in made {
            match parameter {
                Some(from) => {
                    self.f.emit(Op::CellFromParameter, register, from, 0, 0, position);
                }
                None => self.f.emit(Op::MakeCell, register, 0, 0, 0, position),
            }
        }
        for (name, from) in moved {
            self.store_name_at(&name, position, Operand::temporary(from))?;
        }
        if let Some(cell) = self.f.class_dict {
            let namespace = self.f.temporary();
            self.f.emit(Op::LoadLocals, namespace, 0, 0, 0, position);
            self.f.emit(Op::StoreCell, cell, namespace, 0, TAKE_B, position);
            self.f.release_to(namespace.into());
        }
        Ok(())
    }

    fn slot(&self, owner: ScopeId, name: &str) -> Slot {
        self.f.slots.get(&(owner, name.into())).copied().unwrap_or(Slot::Far(u32::MAX))
    }

    /// The register of a cell that this frame has: its own, or one that the function carries. For a
    /// cell beyond the registers it is a new temporary.
    pub(super) fn cell_register(&mut self, name: &str, position: Position) -> Option<Register> {
        let far = match self.scopes.place(self.f.viewpoint, name) {
            Place::Cell(owner) => match self.slot(owner, name) {
                Slot::Cell(register) => return Some(register),
                Slot::Far(index) => Some((self.f.far_register, index)),
                Slot::Register(_) => None,
            },
            _ if name == CLASS_DICT && self.f.class_dict.is_some() => return self.f.class_dict,
            _ => match self.f.far_free.get(name) {
                Some(index) => Some((self.f.first_free, *index)),
                None => return self.f.free.get(name).copied(),
            },
        };
        let (tuple, index) = far?;
        let register = self.f.temporary();
        self.f.emit(Op::FarCell, register, tuple, 0, index, position);
        Some(register)
    }

    /// Empties the temporaries from `top` on, which hold cells, and gives them back.
    pub(super) fn drop_cells(&mut self, top: usize, position: Position) {
        for register in top..self.f.top() {
            self.f.emit(Op::Clear, register as Register, 0, 0, 0, position);
        }
        self.f.release_to(top);
    }

    /// The cell of a parameter that lives beyond the registers, in a new temporary.
    pub(super) fn far_parameter(&mut self, name: &str, position: Position) -> Option<Register> {
        let Slot::Far(index) = self.slot(self.f.scope, name) else { return None };
        let register = self.f.temporary();
        self.f.emit(Op::FarCell, register, self.f.far_register, 0, index, position);
        Some(register)
    }

    /// A variable of an inlined comprehension begins or ends: what it was does not live on.
    pub(super) fn renew_variable(
        &mut self,
        owner: ScopeId,
        name: &str,
        begins: bool,
        position: Position,
    ) {
        match self.f.slots.get(&(owner, name.into())).copied() {
            Some(Slot::Cell(cell)) if begins => {
                self.f.emit(Op::MakeCell, cell, 0, 0, 0, position);
            }
            Some(Slot::Register(register)) if begins => self.f.bound.remove(register),
            Some(Slot::Register(register) | Slot::Cell(register)) => {
                self.f.emit(Op::Clear, register, 0, 0, 0, position);
                self.f.bound.remove(register);
            }
            Some(Slot::Far(index)) => {
                self.f.emit(Op::RenewFarCell, self.f.far_register, 0, 0, index, position);
            }
            None => {}
        }
    }

    /// The register of the cell that a function made here takes: `__class__` means the class around it,
    /// where the body of the class itself means the one outside.
    pub(super) fn captured_register(&mut self, name: &str, position: Position) -> Option<Register> {
        match self.f.class_cell {
            Some(cell) if name == "__class__" => Some(cell),
            _ => self.cell_register(name, position),
        }
    }

    /// The register of a local variable, if it has one and may be borrowed from it.
    pub(super) fn borrowed_local(&mut self, name: &ast::ExprName) -> Option<Register> {
        let mangled = self.scopes.mangled(self.f.viewpoint, name.id.as_str()).into_owned();
        let Place::Local(owner) = self.scopes.place(self.f.viewpoint, &mangled) else {
            return None;
        };
        let symbols = &self.scopes.get(owner).symbols;
        if symbols.get(mangled.as_str()).is_some_and(|symbol| symbol.walrus) {
            return None;
        }
        let Slot::Register(register) = self.slot(owner, &mangled) else { return None };
        self.check_bound(owner, register, &mangled, self.position(name.range));
        Some(register)
    }

    /// The register of a local variable to compute a value into.
    pub(super) fn target_register(&self, name: &ast::ExprName) -> Option<Register> {
        let mangled = self.scopes.mangled(self.f.viewpoint, name.id.as_str());
        let Place::Local(owner) = self.scopes.place(self.f.viewpoint, &mangled) else {
            return None;
        };
        match self.slot(owner, &mangled) {
            Slot::Register(register) => Some(register),
            _ => None,
        }
    }

    /// A local that is unbound somewhere is checked at each use: what is known of it before a loop
    /// or a `try` need not hold inside.
    fn check_bound(&mut self, owner: ScopeId, register: Register, name: &str, position: Position) {
        let symbols = &self.scopes.get(owner).symbols;
        let unbound = symbols.get(name).is_some_and(|symbol| symbol.unbound);
        if unbound || !self.f.bound.contains(register) {
            let name = self.f.name(name);
            self.f.emit(Op::CheckLocal, 0, register, 0, name, position);
            self.f.bound.insert(register);
        }
    }

    /// Loads a variable into a register.
    pub(super) fn load_name(&mut self, name: &str, range: TextRange, into: Register) -> Compiled {
        if name == "__debug__" {
            self.load_constant(Const::Bool(self.options.optimize == 0), range, into);
            return Ok(());
        }
        let position = self.position(range);
        let top = self.f.top();
        let name = self.scopes.mangled(self.f.viewpoint, name).into_owned();
        match self.scopes.place(self.f.viewpoint, &name) {
            Place::Local(owner) | Place::Cell(owner) if self.is_far(owner, &name) => {
                let index = self.far_name(owner, &name);
                let name = self.f.name(&name);
                self.f.emit(Op::LoadSpilled, into, index.0, index.1, name, position);
            }
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {}
                Slot::Register(register) | Slot::Cell(register) => {
                    self.check_bound(owner, register, &name, position);
                    self.f.emit(Op::Copy, into, register, 0, 0, position);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name, position).unwrap_or_default();
                let name = self.f.name(&name);
                self.f.emit(Op::LoadCell, into, cell, 0, name, position);
            }
            Place::ClassNameOrFree => {
                let cell = self.cell_register(&name, position).unwrap_or_default();
                let name = self.f.name(&name);
                self.f.emit(Op::LoadNameOrCell, into, cell, 0, name, position);
            }
            Place::ClassDict => {
                let dict = self.cell_register(CLASS_DICT, position).unwrap_or_default();
                let site = self.f.global_site(&name);
                self.f.emit(Op::LoadClassDictOrGlobal, into, dict, 0, site, position);
            }
            Place::ClassDictOrFree => {
                let dict = self.cell_register(CLASS_DICT, position).unwrap_or_default();
                let cell = self.cell_register(&name, position).unwrap_or_default();
                let name = self.f.name(&name);
                self.f.emit(Op::LoadClassDictOrCell, into, dict, cell, name, position);
            }
            Place::ClassName => {
                let site = self.f.global_site(&name);
                self.f.emit(Op::LoadName, into, 0, 0, site, position);
            }
            Place::Global => {
                let site = self.f.global_site(&name);
                self.f.emit(Op::LoadGlobal, into, 0, 0, site, position);
            }
        }
        self.drop_cells(top, position);
        Ok(())
    }

    /// Whether a variable of this frame lives beyond the registers.
    fn is_far(&self, owner: ScopeId, name: &str) -> bool {
        matches!(self.slot(owner, name), Slot::Far(_))
    }

    /// The number of a local beyond the registers, in two operands.
    fn far_name(&self, owner: ScopeId, name: &str) -> (u8, u8) {
        match self.slot(owner, name) {
            Slot::Far(index) => ((index & 0xff) as u8, (index >> 8 & 0xff) as u8),
            _ => (u8::MAX, u8::MAX),
        }
    }

    /// Stores an operand in a variable.
    pub(super) fn store_name(&mut self, name: &str, range: TextRange, value: Operand) -> Compiled {
        self.store_name_at(name, self.position(range), value)
    }

    pub(super) fn store_name_at(
        &mut self,
        name: &str,
        position: Position,
        value: Operand,
    ) -> Compiled {
        let name = self.scopes.mangled(self.f.viewpoint, name).into_owned();
        let take = if value.temporary { TAKE_B } else { 0 };
        let top = self.f.top();
        match self.scopes.place(self.f.viewpoint, &name) {
            Place::Local(owner) | Place::Cell(owner) if self.is_far(owner, &name) => {
                let (low, high) = self.far_name(owner, &name);
                let name = self.f.name(&name);
                let from = value.register;
                // The number takes both other operands: the value is copied, then cleared.
                self.f.emit(Op::StoreSpilled, low, from, high, name | take, position);
            }
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {}
                Slot::Register(register) | Slot::Cell(register) => {
                    let op = if value.temporary { Op::Move } else { Op::Copy };
                    self.f.emit(op, register, value.register, 0, 0, position);
                    self.f.bound.insert(register);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name, position).unwrap_or_default();
                self.f.emit(Op::StoreCell, cell, value.register, 0, take, position);
            }
            Place::ClassNameOrFree
            | Place::ClassName
            | Place::ClassDictOrFree
            | Place::ClassDict => {
                let name = self.f.name(&name);
                self.f.emit(Op::StoreName, 0, value.register, 0, name | take, position);
            }
            Place::Global => {
                let name = self.f.name(&name);
                self.f.emit(Op::StoreGlobal, 0, value.register, 0, name | take, position);
            }
        }
        self.drop_cells(top, position);
        Ok(())
    }

    /// `name = constant`, for the names that the compiler itself binds.
    pub(super) fn store_constant_name(
        &mut self,
        name: &str,
        value: Const,
        position: Position,
    ) -> Compiled {
        let register = self.f.temporary();
        let index = self.f.constant(value);
        self.f.emit(Op::Const, register, 0, 0, index, position);
        let stored = self.store_name_at(name, position, Operand::temporary(register));
        self.f.release_to(register.into());
        stored
    }

    /// `del name`
    pub(super) fn delete_name(&mut self, name: &str, range: TextRange) -> Compiled {
        let position = self.position(range);
        let name = self.scopes.mangled(self.f.viewpoint, name).into_owned();
        let place = self.scopes.place(self.f.viewpoint, &name);
        let index = self.f.name(&name);
        let top = self.f.top();
        match place {
            Place::Local(owner) | Place::Cell(owner) if self.is_far(owner, &name) => {
                let (low, high) = self.far_name(owner, &name);
                self.f.emit(Op::DeleteSpilled, low, 0, high, index, position);
            }
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {}
                Slot::Register(register) | Slot::Cell(register) => {
                    self.f.emit(Op::DeleteLocal, 0, register, 0, index, position);
                    self.f.bound.remove(register);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name, position).unwrap_or_default();
                self.f.emit(Op::DeleteCell, 0, cell, 0, index, position);
            }
            Place::ClassNameOrFree
            | Place::ClassName
            | Place::ClassDictOrFree
            | Place::ClassDict => {
                self.f.emit(Op::DeleteName, 0, 0, 0, index, position);
            }
            Place::Global => self.f.emit(Op::DeleteGlobal, 0, 0, 0, index, position),
        }
        self.drop_cells(top, position);
        Ok(())
    }

    /// Whether the present frame is one of a function.
    pub(super) fn in_function(&self) -> bool {
        self.scopes.get(self.f.scope).kind.is_function_like()
    }
}
