//! `try` and `with`: bodies cost nothing; tables say where their handlers are.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::Ranged;

use super::asynchronous::Awaited;
use super::control::{BlockKind, nowhere};
use super::frame::{Bound, Operand, Register};
use super::{Compiled, Compiler, Op};
use crate::syntax::Position;

/// Of a `Reraise` at the end of a clean-up: the frame stays where the exception was raised.
const KEEPS_PLACE: u8 = 1;

impl<'a> Compiler<'a> {
    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) -> Compiled {
        let at = self.position(statement.range);
        self.f.emit(Op::Nop, 0, 0, 0, 0, Position { end_line: at.line, ..at });
        if statement.finalbody.is_empty() {
            return match statement.is_star {
                true => self.try_except_star(statement),
                false => self.try_except(statement),
            };
        }
        let position = nowhere(self.position(statement.range));
        let (handler, end) = (self.f.label(), self.f.label());
        let register = self.f.temporaries(0);
        let before = self.f.bound;
        self.begin_block(BlockKind::Finally(&statement.finalbody), true);
        match statement.handlers.as_slice() {
            [] => self.body(&statement.body)?,
            _ if statement.is_star => self.try_except_star(statement)?,
            _ => self.try_except(statement)?,
        }
        let covered = self.end_block();
        self.body(&statement.finalbody)?;
        let after = self.f.bound;
        self.f.jump(end, position);
        self.f.place(handler);
        self.f.bound = before;
        self.cover(&covered, handler, register);
        let exception = self.f.temporary();
        self.handled(exception, position, |this, _| this.body(&statement.finalbody))?;
        let last = statement.finalbody.last();
        let last = last.map_or(position, |statement| self.position(statement.range()));
        self.f.emit(Op::Reraise, exception, 0, 0, 0, last);
        self.f.release_to(register.into());
        self.f.place(end);
        self.f.bound = after;
        Ok(())
    }

    /// Runs `work` while the exception in a register is the handled one, and restores the former
    /// one however it ends.
    fn handled(
        &mut self,
        exception: Register,
        position: Position,
        work: impl FnOnce(&mut Self, Register) -> Compiled,
    ) -> Compiled {
        let saved = self.f.temporary();
        let (cleanup, go_on) = (self.f.label(), self.f.label());
        self.f.emit(Op::PushHandled, saved, exception, 0, 0, position);
        self.begin_block(BlockKind::Handler(exception, saved), true);
        work(self, saved)?;
        let covered = self.end_block();
        self.f.emit(Op::PopHandled, saved, 0, 0, 0, position);
        self.f.jump(go_on, position);
        let raised = self.f.temporary();
        self.f.place(cleanup);
        self.cover(&covered, cleanup, raised);
        self.f.emit(Op::PopHandled, saved, 0, 0, 0, position);
        self.f.emit(Op::Reraise, raised, KEEPS_PLACE, 0, 0, position);
        self.f.release_to(saved.into());
        self.f.place(go_on);
        Ok(())
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) -> Compiled {
        let position = nowhere(self.position(statement.range));
        let (handler, end) = (self.f.label(), self.f.label());
        let register = self.f.temporaries(0);
        let before = self.f.bound;
        self.begin_block(BlockKind::Try, true);
        self.body(&statement.body)?;
        let covered = self.end_block();
        self.body(&statement.orelse)?;
        let mut after = self.f.bound;
        self.f.jump(end, position);
        self.f.place(handler);
        self.f.bound = before;
        self.cover(&covered, handler, register);
        let exception = self.f.temporary();
        let matched = self.f.label();
        self.handled(exception, position, |this, saved| {
            let last = statement.handlers.len().saturating_sub(1);
            for (index, clause) in statement.handlers.iter().enumerate() {
                let ast::ExceptHandler::ExceptHandler(clause) = clause;
                this.f.bound = before;
                let next = this.f.label();
                match &clause.type_ {
                    Some(class) => {
                        let at = this.position(class.range());
                        let class = this.operand(class)?;
                        let pair = (Operand::local(exception), class);
                        this.f.jump_compare(Op::JumpUnlessMatch, pair, true, 0, next, at);
                        this.f.release_to(usize::from(saved) + 1);
                    }
                    None if index != last => {
                        return this.error(clause.range, "default 'except:' must be last");
                    }
                    None => {}
                }
                this.clause(clause, exception, position)?;
                after = after.meet(this.f.bound);
                // Leaves the handler: what the block covers must not see this twice.
                this.f.jump(matched, position);
                this.f.place(next);
            }
            let at = match statement.handlers.last() {
                Some(ast::ExceptHandler::ExceptHandler(clause)) => this.position(clause.range),
                None => position,
            };
            this.f.emit(Op::Reraise, exception, 0, 0, 0, at);
            this.f.place(matched);
            Ok(())
        })?;
        self.f.emit(Op::Clear, exception, 0, 0, 0, position);
        self.f.release_to(register.into());
        self.f.place(end);
        self.f.bound = after;
        Ok(())
    }

    /// `try` with `except*`: every clause takes its part of the exception; what they raise and what
    /// none takes is raised together at the end.
    fn try_except_star(&mut self, statement: &'a ast::StmtTry) -> Compiled {
        let position = nowhere(self.position(statement.range));
        let (handler, end) = (self.f.label(), self.f.label());
        let register = self.f.temporaries(0);
        let before = self.f.bound;
        self.begin_block(BlockKind::Try, true);
        self.body(&statement.body)?;
        let covered = self.end_block();
        self.body(&statement.orelse)?;
        let mut after = self.f.bound;
        self.f.jump(end, position);
        self.f.place(handler);
        self.f.bound = before;
        self.cover(&covered, handler, register);
        let exception = self.f.temporary();
        self.handled(exception, position, |this, _| {
            let raised = this.f.temporary();
            this.f.emit(Op::BuildList, raised, 0, 0, 0, position);
            let rest = this.f.temporary();
            this.f.emit(Op::Copy, rest, exception, 0, 0, position);
            for clause in &statement.handlers {
                let ast::ExceptHandler::ExceptHandler(clause) = clause;
                let Some(class) = &clause.type_ else {
                    return this.error(clause.range, "expected one or more exception types");
                };
                this.f.bound = before;
                let at = this.position(class.range());
                let (next, failed) = (this.f.label(), this.f.label());
                this.f.jump_on(Op::JumpIfNone, Operand::local(rest), next, at);
                let taken = this.f.temporary();
                let classes = this.f.temporary();
                this.into(class, classes)?;
                this.f.emit(Op::SplitException, taken, rest, classes, 0, at);
                this.f.release_to(classes.into());
                let skip = this.f.label();
                this.f.jump_on(Op::JumpIfNone, Operand::local(taken), skip, at);
                this.begin_block(BlockKind::Star, true);
                this.handled(taken, position, |this, _| this.clause(clause, taken, position))?;
                let covered = this.end_block();
                after = after.meet(this.f.bound);
                this.f.jump(skip, position);
                let error = this.f.temporary();
                this.f.place(failed);
                this.cover(&covered, failed, error);
                this.f.emit(Op::ListAppend, raised, error, 0, 0, position);
                this.f.release_to(error.into());
                this.f.place(skip);
                this.f.emit(Op::Clear, taken, 0, 0, 0, position);
                this.f.release_to(taken.into());
                this.f.place(next);
            }
            this.f.emit(Op::ListAppend, raised, rest, 0, 0, position);
            this.f.emit(Op::CombineExceptions, rest, exception, raised, 0, position);
            this.f.emit(Op::Clear, raised, 0, 0, 0, position);
            let done = this.f.label();
            this.f.jump_on(Op::JumpIfNone, Operand::local(rest), done, position);
            this.f.emit(Op::Reraise, rest, 0, 0, 0, position);
            this.f.place(done);
            this.f.emit(Op::Clear, rest, 0, 0, 0, position);
            this.f.release_to(raised.into());
            Ok(())
        })?;
        self.f.emit(Op::Clear, exception, 0, 0, 0, position);
        self.f.release_to(register.into());
        self.f.place(end);
        self.f.bound = after;
        Ok(())
    }

    fn clause(
        &mut self,
        clause: &'a ast::ExceptHandlerExceptHandler,
        exception: Register,
        position: Position,
    ) -> Compiled {
        let Some(name) = &clause.name else { return self.body(&clause.body) };
        let at = self.position(clause.range);
        self.store_name_at(name.as_str(), at, Operand::local(exception))?;
        let (cleanup, end) = (self.f.label(), self.f.label());
        self.begin_block(BlockKind::Named(name.as_str(), name.range), true);
        self.body(&clause.body)?;
        let covered = self.end_block();
        let after = self.f.bound;
        let from = self.f.here();
        self.unbind(name.as_str(), name.range)?;
        self.f.forget_places(from);
        let unbound = self.f.bound;
        self.f.jump(end, position);
        let raised = self.f.temporary();
        self.f.place(cleanup);
        self.cover(&covered, cleanup, raised);
        self.f.bound = Bound::NOTHING;
        let from = self.f.here();
        self.unbind(name.as_str(), name.range)?;
        self.f.forget_places(from);
        self.f.emit(Op::Reraise, raised, KEEPS_PLACE, 0, 0, position);
        self.f.release_to(raised.into());
        self.f.place(end);
        self.f.bound = after.meet(unbound);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, statement: &'a ast::StmtWith) -> Compiled {
        if statement.is_async && !self.in_coroutine() {
            return self.error(statement.range, "'async with' outside async function");
        }
        self.with_items(&statement.items, &statement.body, statement.is_async)
    }

    fn with_items(
        &mut self,
        items: &'a [ast::WithItem],
        body: &'a [Stmt],
        is_async: bool,
    ) -> Compiled {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let position = self.position(item.context_expr.range());
        let (handler, end) = (self.f.label(), self.f.label());
        let exit = self.f.temporary();
        self.into(&item.context_expr, exit)?;
        let entered = self.f.temporary();
        if is_async {
            self.f.emit(Op::EnterAsyncContext, exit, 0, 0, 0, position);
            self.await_in_place(entered, Awaited::Enter, position);
        } else {
            self.f.emit(Op::EnterContext, exit, 0, 0, 0, position);
        }
        let before = self.f.bound;
        let block = match is_async {
            true => BlockKind::AsyncWith(exit, position),
            false => BlockKind::With(exit, position),
        };
        self.begin_block(block, true);
        match &item.optional_vars {
            Some(target) => self.store(target, Operand::temporary(entered))?,
            None => self.f.emit(Op::Clear, entered, 0, 0, 0, position),
        }
        self.f.release_to(entered.into());
        self.with_items(rest, body, is_async)?;
        let covered = self.end_block();
        let after = self.f.bound;
        match is_async {
            true => self.async_exit(exit, position),
            false => self.f.emit(Op::ExitContext, 0, exit, 0, 0, position),
        }
        self.f.jump(end, position);
        self.f.place(handler);
        self.f.bound = before;
        self.cover(&covered, handler, entered);
        let exception = self.f.temporary();
        self.handled(exception, position, |this, _| {
            let suppressed = this.f.label();
            let answer = this.f.temporary();
            this.f.emit(Op::ExitWithException, answer, exit, exception, 0, position);
            if is_async {
                this.await_in_place(answer, Awaited::Exit, position);
            }
            this.jump_on_temporary(Op::JumpIfTrue, answer, suppressed, position);
            this.f.emit(Op::Reraise, exception, KEEPS_PLACE, 0, 0, position);
            this.f.place(suppressed);
            this.f.release_to(answer.into());
            Ok(())
        })?;
        self.f.emit(Op::Clear, exception, 0, 0, 0, position);
        self.f.emit(Op::Clear, exit, 0, 0, 0, position);
        self.f.release_to(exit.into());
        self.f.place(end);
        self.f.bound = before.meet(after);
        Ok(())
    }
}
