//! `import` and `from ... import`.

use ruff_python_ast as ast;

use super::frame::{Operand, Register};
use super::{Compiled, Compiler, Const, Op};
use crate::syntax::Position;

impl<'a> Compiler<'a> {
    /// Imports a module into a new temporary; `names` are what is wanted of it.
    fn import_module(&mut self, name: &str, level: u32, names: Const, at: Position) -> Register {
        let first = self.f.temporaries(2);
        let level = self.f.constant(Const::Int(level.into()));
        self.f.emit(Op::Const, first, 0, 0, level, at);
        let names = self.f.constant(names);
        self.f.emit(Op::Const, first.saturating_add(1), 0, 0, names, at);
        let name = self.f.name(name);
        self.f.emit(Op::ImportName, first, first, 0, name, at);
        self.f.release_to(usize::from(first) + 1);
        first
    }

    pub(super) fn import(&mut self, import: &'a ast::StmtImport) -> Compiled {
        let position = self.position(import.range);
        for alias in &import.names {
            let top = self.f.top();
            let path = alias.name.as_str();
            let module = self.import_module(path, 0, Const::None, position);
            let mut parts = path.split('.');
            let first = parts.next().unwrap_or_default();
            let bound = match &alias.asname {
                Some(name) => {
                    // `import a.b as c` binds the submodule.
                    for part in parts {
                        let name = self.f.name(part);
                        self.f.emit(Op::ImportFrom, module, module, 0, name, position);
                    }
                    name.as_str()
                }
                None => first,
            };
            self.store_name_at(bound, position, Operand::temporary(module))?;
            self.f.release_to(top);
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, import: &'a ast::StmtImportFrom) -> Compiled {
        let position = self.position(import.range);
        let path = import.module.as_deref().unwrap_or_default();
        let top = self.f.top();
        let names = Self::names_constant(import.names.iter().map(|alias| alias.name.as_str()));
        let module = self.import_module(path, import.level, names, position);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                self.f.emit(Op::ImportStar, 0, module, 0, 0, position);
                continue;
            }
            let value = self.f.temporary();
            let name = self.f.name(alias.name.as_str());
            self.f.emit(Op::ImportFrom, value, module, 0, name, position);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.store_name_at(bound.as_str(), position, Operand::temporary(value))?;
            self.f.release_to(value.into());
        }
        self.f.emit(Op::Clear, module, 0, 0, 0, position);
        self.f.release_to(top);
        Ok(())
    }
}
