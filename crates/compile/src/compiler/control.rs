//! Control flow: conditions, loops, and what leaving a block by a jump must do on its way.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::frame::{Label, Operand, Register};
use super::{Compiled, Compiler, Const, Op};
use crate::syntax::{Position, SyntaxError};

/// A statement that is being compiled, as its body sees it.
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    /// Where the instructions begin that the block's handler covers, while it covers any.
    pub(super) covered_from: Option<usize>,
    /// Ranges that it covers already.
    pub(super) covered: Vec<(usize, usize)>,
}

/// What kind of statement a block is, with what leaving it takes.
#[derive(Clone)]
pub(super) enum BlockKind<'a> {
    /// A loop: where `continue` and `break` go, and the iterator that `break` drops.
    Loop { again: Label, end: Label, iterator: Option<Register> },
    /// The body of a `try` with handlers: leaving it takes nothing.
    Try,
    /// The body of a `try` with `finally`: leaving it runs that.
    Finally(&'a [Stmt]),
    /// The body of a `with`: leaving it calls the `__exit__` in the register.
    With(Register, Position),
    /// The body of an `async with`: leaving it awaits a call of the `__aexit__` in the register.
    AsyncWith(Register, Position),
    /// A clause of `except*`: it cannot be left by a jump.
    Star,
    /// A handler, or a `finally` that runs because of an exception: the former handled exception
    /// is in the second register, this one in the first.
    Handler(Register, Register),
    /// A handler that named the exception: the name is unbound.
    Named(&'a str, TextRange),
}

/// The same line, but no part of its text: where the compiler adds instructions of its own.
pub(super) fn nowhere(position: Position) -> Position {
    Position { column: 0, end_column: 0, ..position }
}

impl<'a> Compiler<'a> {
    pub(super) fn begin_block(&mut self, kind: BlockKind<'a>, covers: bool) {
        let covered_from = covers.then(|| self.f.here());
        // The block's handler finds what lies in them.
        self.f.fix_temporaries();
        self.blocks.push(Block { kind, covered_from, covered: Vec::new() });
    }

    /// Ends the innermost block; its handler will cover what its body was.
    pub(super) fn end_block(&mut self) -> Vec<(usize, usize)> {
        let here = self.f.here();
        match self.blocks.pop() {
            Some(mut block) => {
                if let Some(from) = block.covered_from {
                    block.covered.push((from, here));
                }
                block.covered
            }
            None => Vec::new(),
        }
    }

    pub(super) fn cover(&mut self, ranges: &[(usize, usize)], handler: Label, register: Register) {
        for (start, end) in ranges {
            self.f.handler(*start, *end, handler, register);
        }
    }

    pub(super) fn if_statement(&mut self, statement: &'a ast::StmtIf) -> Compiled {
        let end = self.f.label();
        let clauses = statement.elif_else_clauses.iter();
        let first = (Some(statement.test.as_ref()), statement.body.as_slice());
        let others = clauses.map(|clause| (clause.test.as_ref(), clause.body.as_slice()));
        let mut joined: Option<super::frame::Bound> = None;
        let mut has_else = false;
        for (test, body) in std::iter::once(first).chain(others) {
            let next = self.f.label();
            match test {
                Some(test) => {
                    if self.constant_of(test).is_some() {
                        // Nothing is computed, but the line is reached.
                        let at = self.position(test.range());
                        self.f.emit(Op::Nop, 0, 0, 0, 0, at);
                    }
                    self.jump_if(test, false, next)?;
                }
                None => has_else = true,
            }
            let before = self.f.bound;
            self.body(body)?;
            let after = self.f.bound;
            joined = Some(joined.map_or(after, |joined| joined.meet(after)));
            let position = self.position(statement.range);
            self.f.jump(end, Position { end_line: position.line, ..position });
            self.f.place(next);
            self.f.bound = before;
        }
        if let Some(joined) = joined {
            self.f.bound = if has_else { joined } else { joined.meet(self.f.bound) };
        }
        self.f.place(end);
        Ok(())
    }

    pub(super) fn while_statement(&mut self, statement: &'a ast::StmtWhile) -> Compiled {
        let position = self.position(statement.test.range());
        let (again, otherwise, end) = (self.f.label(), self.f.label(), self.f.label());
        self.f.place(again);
        self.jump_if(&statement.test, false, otherwise)?;
        let bound = self.f.bound;
        self.begin_block(BlockKind::Loop { again, end, iterator: None }, false);
        self.body(&statement.body)?;
        self.end_block();
        self.f.jump_back(again, position);
        self.f.place(otherwise);
        self.f.bound = bound;
        self.body(&statement.orelse)?;
        self.f.place(end);
        self.f.bound = bound;
        Ok(())
    }

    pub(super) fn for_statement(&mut self, statement: &'a ast::StmtFor) -> Compiled {
        if statement.is_async {
            return self.async_for(statement);
        }
        let position = self.position(statement.iter.range());
        let (again, otherwise, end) = (self.f.label(), self.f.label(), self.f.label());
        let iterator = self.f.temporary();
        self.iterator(&statement.iter, iterator)?;
        let bound = self.f.bound;
        self.f.place(again);
        self.for_target(&statement.target, iterator, otherwise, position)?;
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

    /// Takes the blocks from `depth` on off the stack, innermost first, emitting what leaving each
    /// takes. None of them covers the instructions that follow, until [`Self::restore`].
    fn unwind(&mut self, depth: usize, position: Position) -> Compiled<Vec<Block<'a>>> {
        let mut left = Vec::new();
        while self.blocks.len() > depth {
            let here = self.f.here();
            let Some(mut block) = self.blocks.pop() else { break };
            if let Some(from) = block.covered_from {
                block.covered.push((from, here));
            }
            let kind = block.kind.clone();
            left.push(block);
            match kind {
                BlockKind::Loop { iterator: Some(iterator), .. } => {
                    self.f.emit(Op::Clear, iterator, 0, 0, 0, position);
                }
                BlockKind::Loop { iterator: None, .. } | BlockKind::Try => {}
                BlockKind::Finally(body) => self.body(body)?,
                BlockKind::Star => return Err(self.leaves_star(position)),
                BlockKind::AsyncWith(exit, at) => self.async_exit(exit, at),
                BlockKind::With(exit, at) => self.f.emit(Op::ExitContext, 0, exit, 0, 0, at),
                BlockKind::Handler(exception, saved) => {
                    self.f.emit(Op::PopHandled, saved, 0, 0, 0, position);
                    self.f.emit(Op::Clear, exception, 0, 0, 0, position);
                }
                BlockKind::Named(name, range) => self.unbind(name, range)?,
            }
        }
        Ok(left)
    }

    /// Whether leaving the blocks from `depth` on runs code of theirs.
    fn runs_code(&self, depth: usize) -> bool {
        let mut left = self.blocks.iter().skip(depth);
        left.any(|block| {
            matches!(
                block.kind,
                BlockKind::Finally(_) | BlockKind::With(..) | BlockKind::AsyncWith(..)
            )
        })
    }

    fn leaves_star(&self, position: Position) -> SyntaxError {
        let message = "'break', 'continue' and 'return' cannot appear in an except* block";
        SyntaxError::at(self.source, position, message)
    }

    /// Refuses to leave a handler of `except*`, if one lies around.
    fn refuse_leaving_star(&self, position: Position) -> Compiled {
        match self.blocks.iter().any(|block| matches!(block.kind, BlockKind::Star)) {
            true => Err(self.leaves_star(position)),
            false => Ok(()),
        }
    }

    fn restore(&mut self, left: Vec<Block<'a>>) {
        let here = self.f.here();
        for mut block in left.into_iter().rev() {
            block.covered_from = block.covered_from.map(|_| here);
            self.blocks.push(block);
        }
        self.f.bound = super::frame::Bound::UNREACHABLE;
    }

    /// `name = None; del name`, at the end of a handler that named its exception.
    pub(super) fn unbind(&mut self, name: &str, range: TextRange) -> Compiled {
        let position = self.position(range);
        self.store_constant_name(name, Const::None, position)?;
        self.delete_name(name, range)
    }

    pub(super) fn return_statement(&mut self, statement: &'a ast::StmtReturn) -> Compiled {
        let position = self.position(statement.range);
        if !self.in_function() {
            return self.error(statement.range, "'return' outside function");
        }
        if statement.value.is_some() {
            let message = "'return' with value in async generator";
            self.check_async_generator(statement.range, message)?;
        }
        let top = self.f.top();
        let register = match &statement.value {
            None => {
                let register = self.f.temporary();
                self.load_constant(Const::None, statement.range, register);
                register
            }
            Some(value) => {
                let leaves = self
                    .blocks
                    .iter()
                    .any(|block| !matches!(block.kind, BlockKind::Loop { .. } | BlockKind::Try));
                match value.as_ref() {
                    Expr::Name(_) if !leaves => self.operand(value)?.register,
                    _ => {
                        let register = self.f.temporary();
                        self.into(value, register)?;
                        register
                    }
                }
            }
        };
        let after_code = self.runs_code(0);
        // A constant is not made before the blocks are left, and an error is reported at it.
        let constant = statement.value.as_deref().filter(|value| self.constant_of(value).is_some());
        let at = constant.map_or(position, |value| self.position(value.range()));
        let left = self.unwind(0, at)?;
        let position = if after_code { nowhere(position) } else { position };
        self.f.emit(Op::Return, 0, register, 0, 0, position);
        self.restore(left);
        self.f.release_to(top);
        Ok(())
    }

    /// `break` and `continue`.
    pub(super) fn leave_loop(&mut self, range: TextRange, breaks: bool) -> Compiled {
        let position = self.position(range);
        let innermost =
            self.blocks.iter().rposition(|block| matches!(block.kind, BlockKind::Loop { .. }));
        let Some(depth) = innermost else {
            // Says so, if `except*` is what lies around.
            self.refuse_leaving_star(position)?;
            let message =
                if breaks { "'break' outside loop" } else { "'continue' not properly in loop" };
            return self.error(range, message);
        };
        let after_code = self.runs_code(depth + 1);
        if breaks || after_code {
            self.f.emit(Op::Nop, 0, 0, 0, 0, position);
        }
        let left = self.unwind(depth + 1, position)?;
        let position = if after_code { nowhere(position) } else { position };
        if let Some(Block { kind: BlockKind::Loop { again, end, iterator }, .. }) =
            self.blocks.get(depth)
        {
            let (again, end, iterator) = (*again, *end, *iterator);
            if breaks {
                if let Some(iterator) = iterator {
                    self.f.emit(Op::Clear, iterator, 0, 0, 0, position);
                }
                self.f.jump(end, position);
            } else {
                self.f.jump_back(again, position);
            }
        }
        self.restore(left);
        Ok(())
    }

    pub(super) fn assert_statement(&mut self, statement: &'a ast::StmtAssert) -> Compiled {
        if self.options.optimize > 0 {
            return Ok(());
        }
        let position = self.position(statement.test.range());
        let end = self.f.label();
        self.jump_if(&statement.test, true, end)?;
        let bound = self.f.bound;
        let base = self.f.temporaries(2);
        self.f.emit(Op::LoadAssertionError, base, 0, 0, 0, position);
        let mut count = 0;
        if let Some(message) = &statement.msg {
            let register = self.f.temporary();
            self.into(message, register)?;
            count = 1;
        }
        self.f.emit(Op::Call, base, count, base, 0, position);
        self.f.emit(Op::Raise, base, 1, 0, 0, position);
        self.f.release_to(base.into());
        self.f.bound = bound;
        self.f.place(end);
        Ok(())
    }

    pub(super) fn raise_statement(&mut self, statement: &'a ast::StmtRaise) -> Compiled {
        let position = self.position(statement.range);
        let top = self.f.top();
        let first = self.f.temporary();
        let mut count = 0;
        if let Some(exception) = &statement.exc {
            self.into(exception, first)?;
            count = 1;
            if let Some(cause) = &statement.cause {
                let second = self.f.temporary();
                self.into(cause, second)?;
                count = 2;
            }
        }
        self.f.emit(Op::Raise, first, count, 0, 0, position);
        self.f.release_to(top);
        self.f.bound = super::frame::Bound::UNREACHABLE;
        Ok(())
    }

    /// The truth of a temporary decides.
    pub(super) fn jump_on_temporary(&mut self, op: Op, r: Register, to: Label, at: Position) {
        self.f.jump_on(op, Operand::temporary(r), to, at);
    }
}
