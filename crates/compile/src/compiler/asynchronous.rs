//! `await`, `async for` and `async with`.
//!
//! What is awaited is an iterator that the frame delegates to, as `yield from` does.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::control::BlockKind;
use super::frame::{Label, Operand, Register};
use super::{Compiled, Compiler, Op};
use crate::scope::ScopeKind;
use crate::syntax::Position;

/// Where an object to be awaited comes from, for the error message; the number goes into the
/// instruction.
#[derive(Clone, Copy)]
pub(super) enum Awaited {
    /// `await x`
    Expression = 0,
    /// `__aenter__` of `async with`
    Enter = 1,
    /// `__aexit__` of `async with`
    Exit = 2,
}

impl<'a> Compiler<'a> {
    /// Whether the frame is that of an `async def`.
    pub(super) fn in_coroutine(&self) -> bool {
        let scope = self.scopes.get(self.f.scope);
        scope.kind == ScopeKind::Function && scope.is_async
    }

    /// Whether names are seen from a comprehension or generator expression.
    pub(super) fn in_comprehension(&self) -> bool {
        let kind = self.scopes.get(self.f.viewpoint).kind;
        matches!(kind, ScopeKind::Comprehension | ScopeKind::GeneratorExpression)
    }

    /// `await` is allowed in coroutines, and in comprehensions, which are asynchronous by it.
    fn check_await(&self, range: TextRange) -> Compiled {
        let kind = self.scopes.get(self.f.viewpoint).kind;
        if !kind.is_function_like() {
            return self.error(range, "'await' outside function");
        }
        if !self.in_coroutine() && !self.in_comprehension() {
            return self.error(range, "'await' outside async function");
        }
        Ok(())
    }

    pub(super) fn await_expression(
        &mut self,
        node: &'a ast::ExprAwait,
        into: Register,
    ) -> Compiled {
        self.check_await(node.range)?;
        let position = self.position(node.range);
        let value = self.operand(&node.value)?;
        let iterator = self.f.temporary();
        self.f.emit2(Op::GetAwaitable, iterator, value, Awaited::Expression as u32, position);
        self.f.emit(Op::YieldFrom, into, iterator, 0, 0, position);
        Ok(())
    }

    /// Awaits what is in a temporary, which becomes the result.
    pub(super) fn await_in_place(&mut self, register: Register, what: Awaited, at: Position) {
        self.f.emit2(Op::GetAwaitable, register, Operand::temporary(register), what as u32, at);
        self.f.emit(Op::YieldFrom, register, register, 0, 0, at);
    }

    /// `aiter(expr)` into a register.
    pub(super) fn async_iterator(&mut self, expr: &'a Expr, into: Register) -> Compiled {
        let position = self.position(expr.range());
        self.into(expr, into)?;
        self.f.emit2(Op::GetAiter, into, Operand::temporary(into), 0, position);
        Ok(())
    }

    /// The head of an asynchronous loop: the next item goes to the target; at the end, which
    /// `StopAsyncIteration` tells, it jumps with the iterator gone.
    pub(super) fn async_for_target(
        &mut self,
        target: &'a Expr,
        iterator: Register,
        end: Label,
        position: Position,
    ) -> Compiled {
        let (stop, go_on) = (self.f.label(), self.f.label());
        let item = self.f.temporary();
        let from = self.f.here();
        self.f.emit(Op::GetAnext, item, iterator, 0, 0, position);
        self.f.emit(Op::YieldFrom, item, item, 0, 0, position);
        let to = self.f.here();
        self.f.jump(go_on, position);
        self.f.place(stop);
        self.cover(&[(from, to)], stop, item);
        self.f.end_async_for(item, iterator, end, position);
        self.f.place(go_on);
        self.store(target, Operand::temporary(item))?;
        self.f.release_to(item.into());
        Ok(())
    }

    pub(super) fn async_for(&mut self, statement: &'a ast::StmtFor) -> Compiled {
        if !self.in_coroutine() {
            return self.error(statement.range, "'async for' outside async function");
        }
        let position = self.position(statement.iter.range());
        let (again, otherwise, end) = (self.f.label(), self.f.label(), self.f.label());
        let iterator = self.f.temporary();
        self.async_iterator(&statement.iter, iterator)?;
        let bound = self.f.bound;
        self.f.place(again);
        self.async_for_target(&statement.target, iterator, otherwise, position)?;
        self.begin_block(BlockKind::Loop { again, end, iterator: Some(iterator) }, false);
        self.body(&statement.body)?;
        self.end_block();
        self.f.jump_back(again, position);
        self.f.place(otherwise);
        self.f.bound = bound;
        self.f.release_to(iterator.into());
        self.body(&statement.orelse)?;
        self.f.place(end);
        self.f.bound = bound;
        Ok(())
    }

    /// `await exit(None, None, None)`, for the `__aexit__` in a temporary.
    pub(super) fn async_exit(&mut self, exit: Register, at: Position) {
        let top = self.f.top();
        let answer = self.f.temporary();
        self.f.emit(Op::CallExit, answer, exit, 0, 0, at);
        self.await_in_place(answer, Awaited::Exit, at);
        self.f.emit(Op::Clear, answer, 0, 0, 0, at);
        self.f.release_to(top);
    }

    /// Refuses `yield from` and `return value` where generators are asynchronous.
    pub(super) fn check_async_generator(&self, range: TextRange, message: &str) -> Compiled {
        if self.in_coroutine() && self.scopes.get(self.f.scope).is_generator {
            return self.error(range, message);
        }
        Ok(())
    }
}
