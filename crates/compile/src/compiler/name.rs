//! Variables: which register each has, and the instructions that load, store and delete them.

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use super::frame::{Operand, Register, Slot};
use super::{Compiled, Compiler, Const, Op, TAKE_B};
use crate::scope::{Place, ScopeId};
use crate::syntax::{Position, SyntaxError};

/// Locals beyond this many live outside the registers.
const MAX_LOCALS: usize = 140;

/// How many cells and free variables a frame may have.
const MAX_CELLS: usize = 60;

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
    /// Parameters come first, in the order in which a call fills them.
    pub(super) fn allocate_variables(
        &mut self,
        parameters: &[Rc<str>],
        position: Position,
    ) -> Compiled {
        let id = self.f.scope;
        let scope = self.scopes.get(id);
        if parameters.len() > MAX_LOCALS {
            return Err(SyntaxError::at(
                self.source,
                position,
                format!("more than {MAX_LOCALS} parameters are not supported by this host yet"),
            ));
        }
        let mut next = 0usize;
        let mut names: Vec<Rc<str>> = Vec::new();
        let mut slots: Vec<((ScopeId, Box<str>), Slot)> = Vec::new();
        let mut from_parameters: Vec<(usize, Box<str>)> = Vec::new();
        for name in parameters {
            let captured = scope.symbols.get(name.as_ref()).is_some_and(|symbol| symbol.captured);
            if captured {
                from_parameters.push((next, name.as_ref().into()));
            } else {
                slots.push(((id, name.as_ref().into()), Slot::Register(next as u8)));
                self.f.bound.insert(next as u8);
            }
            names.push(name.clone());
            next += 1;
        }
        let mut far = 0u32;
        let own = self.scopes.in_frame(id).iter().copied();
        for owner in own.filter(|inner| self.scopes.get(*inner).kind.is_function_like()) {
            for (name, symbol) in &self.scopes.get(owner).symbols {
                let elsewhere = symbol.global || symbol.nonlocal || symbol.captured;
                if symbol.parameter || !symbol.bound || elsewhere {
                    continue;
                }
                let slot = if next < MAX_LOCALS {
                    names.push(name.as_ref().into());
                    next += 1;
                    Slot::Register(next as u8 - 1)
                } else {
                    far += 1;
                    Slot::Far(far - 1)
                };
                slots.push(((owner, name.clone()), slot));
            }
        }
        let class_cell = usize::from(scope.needs_class_cell);
        if scope.cells.len() + scope.free.len() + class_cell > MAX_CELLS {
            return Err(SyntaxError::at(
                self.source,
                position,
                format!(
                    "more than {MAX_CELLS} captured variables are not supported by this host yet"
                ),
            ));
        }
        let mut made: Vec<(Register, Option<usize>)> = Vec::new();
        for (owner, name) in &scope.cells {
            let register = next as u8;
            next += 1;
            names.push(name.as_ref().into());
            slots.push(((*owner, name.clone()), Slot::Cell(register)));
            let parameter = from_parameters.iter().find(|(_, parameter)| parameter == name);
            if *owner == id {
                made.push((register, parameter.map(|(from, _)| *from)));
            }
        }
        if scope.needs_class_cell {
            names.push("__class__".into());
            self.f.class_cell = Some(next as u8);
            made.push((next as u8, None));
            next += 1;
        }
        if far > 0 {
            names.push(".far".into());
            self.f.far_register = next as u8;
            next += 1;
        }
        for name in &scope.free {
            names.push(name.as_ref().into());
            self.f.free.insert(name.clone(), next as u8);
            next += 1;
        }
        self.f.slots.extend(slots);
        self.f.far = far;
        self.f.register_names = names;
        self.f.begin_temporaries(next as u8);
        if far > 0 {
            self.f.emit(Op::MakeFar, self.f.far_register, 0, 0, far, position);
        }
        for (register, parameter) in made {
            match parameter {
                Some(from) => {
                    self.f.emit(Op::CellFromParameter, register, from as u8, 0, 0, position);
                }
                None => self.f.emit(Op::MakeCell, register, 0, 0, 0, position),
            }
        }
        Ok(())
    }

    fn slot(&self, owner: ScopeId, name: &str) -> Slot {
        self.f.slots.get(&(owner, name.into())).copied().unwrap_or(Slot::Far(u32::MAX))
    }

    /// The register of a cell that this frame has: its own, or one that the function carries.
    pub(super) fn cell_register(&self, name: &str) -> Option<Register> {
        match self.scopes.place(self.f.viewpoint, name) {
            Place::Cell(owner) => match self.slot(owner, name) {
                Slot::Cell(register) => Some(register),
                _ => None,
            },
            _ if name == "__class__" && self.f.class_cell.is_some() => self.f.class_cell,
            _ => self.f.free.get(name).copied(),
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
        let name = self.scopes.mangled(self.f.viewpoint, name).into_owned();
        match self.scopes.place(self.f.viewpoint, &name) {
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {
                    let index = self.far_name(owner, &name);
                    let name = self.f.name(&name);
                    self.f.emit(Op::LoadSpilled, into, index.0, index.1, name, position);
                }
                Slot::Register(register) | Slot::Cell(register) => {
                    self.check_bound(owner, register, &name, position);
                    self.f.emit(Op::Copy, into, register, 0, 0, position);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name).unwrap_or_default();
                let name = self.f.name(&name);
                self.f.emit(Op::LoadCell, into, cell, 0, name, position);
            }
            Place::ClassNameOrFree => {
                let cell = self.cell_register(&name).unwrap_or_default();
                let name = self.f.name(&name);
                self.f.emit(Op::LoadNameOrCell, into, cell, 0, name, position);
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
        Ok(())
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
        match self.scopes.place(self.f.viewpoint, &name) {
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {
                    let (low, high) = self.far_name(owner, &name);
                    let name = self.f.name(&name);
                    let from = value.register;
                    // The number takes both other operands: the value is copied, then cleared.
                    self.f.emit(Op::StoreSpilled, low, from, high, name | take, position);
                }
                Slot::Register(register) | Slot::Cell(register) => {
                    let op = if value.temporary { Op::Move } else { Op::Copy };
                    self.f.emit(op, register, value.register, 0, 0, position);
                    self.f.bound.insert(register);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name).unwrap_or_default();
                self.f.emit(Op::StoreCell, cell, value.register, 0, take, position);
            }
            Place::ClassNameOrFree | Place::ClassName => {
                let name = self.f.name(&name);
                self.f.emit(Op::StoreName, 0, value.register, 0, name | take, position);
            }
            Place::Global => {
                let name = self.f.name(&name);
                self.f.emit(Op::StoreGlobal, 0, value.register, 0, name | take, position);
            }
        }
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
        match place {
            Place::Local(owner) => match self.slot(owner, &name) {
                Slot::Far(_) => {
                    let (low, high) = self.far_name(owner, &name);
                    self.f.emit(Op::DeleteSpilled, low, 0, high, index, position);
                }
                Slot::Register(register) | Slot::Cell(register) => {
                    self.f.emit(Op::DeleteLocal, 0, register, 0, index, position);
                    self.f.bound.remove(register);
                }
            },
            Place::Cell(_) | Place::Free => {
                let cell = self.cell_register(&name).unwrap_or_default();
                self.f.emit(Op::DeleteCell, 0, cell, 0, index, position);
            }
            Place::ClassNameOrFree | Place::ClassName => {
                self.f.emit(Op::DeleteName, 0, 0, 0, index, position);
            }
            Place::Global => self.f.emit(Op::DeleteGlobal, 0, 0, 0, index, position),
        }
        Ok(())
    }

    /// Whether the present frame is one of a function.
    pub(super) fn in_function(&self) -> bool {
        self.scopes.get(self.f.scope).kind.is_function_like()
    }
}
