//! Statements.

use ruff_python_ast::{Expr, Stmt};

use super::frame::DISCARD;
use super::{Compiled, Compiler, Op};

impl<'a> Compiler<'a> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Compiled {
        for statement in body {
            self.statement(statement)?;
        }
        Ok(())
    }

    /// Whether the values of expression statements are displayed.
    fn displays(&self) -> bool {
        self.displays && self.outer.is_empty()
    }

    fn statement(&mut self, statement: &'a Stmt) -> Compiled {
        let before = self.f.fix_temporaries();
        self.inner_statement(statement)?;
        self.f.unfix_temporaries(before);
        Ok(())
    }

    fn inner_statement(&mut self, statement: &'a Stmt) -> Compiled {
        match statement {
            Stmt::Expr(statement) if self.displays() => {
                let position = self.position(statement.range);
                let value = self.f.temporary();
                self.into(&statement.value, value)?;
                self.f.emit(Op::Display, value, 0, 0, 0, position);
                self.f.release_to(value.into());
                Ok(())
            }
            Stmt::Expr(statement) => {
                if self.constant_of(&statement.value).is_some() {
                    return Ok(());
                }
                match statement.value.as_ref() {
                    Expr::Call(call) => {
                        let top = self.f.top();
                        self.call(call, DISCARD)?;
                        self.f.release_to(top);
                        Ok(())
                    }
                    value => self.effect(value),
                }
            }
            Stmt::Assign(statement) => self.assign(statement),
            Stmt::AugAssign(statement) => self.augmented(statement),
            Stmt::AnnAssign(statement) => self.annotated(statement),
            Stmt::Delete(statement) => {
                statement.targets.iter().try_for_each(|target| self.delete(target))
            }
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::While(statement) => self.while_statement(statement),
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::With(statement) => self.with_statement(statement),
            Stmt::FunctionDef(statement) => self.function(statement),
            Stmt::ClassDef(statement) => self.class(statement),
            Stmt::Return(statement) => self.return_statement(statement),
            Stmt::Raise(statement) => self.raise_statement(statement),
            Stmt::Assert(statement) => self.assert_statement(statement),
            Stmt::Import(statement) => self.import(statement),
            Stmt::ImportFrom(statement) => self.import_from(statement),
            Stmt::Break(statement) => self.leave_loop(statement.range, true),
            Stmt::Continue(statement) => self.leave_loop(statement.range, false),
            Stmt::Pass(statement) => {
                let position = self.position(statement.range);
                self.f.emit(Op::Nop, 0, 0, 0, 0, position);
                Ok(())
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::TypeAlias(statement) => self.type_alias(statement),
            Stmt::IpyEscapeCommand(statement) => self.error(statement.range, "invalid syntax"),
        }
    }
}
