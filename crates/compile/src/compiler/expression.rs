//! Expressions.
//!
//! A value is computed either into a given register ([`Compiler::into`]) or to wherever it is
//! cheapest ([`Compiler::operand`]): local variables are then used where they are.

use ruff_python_ast::{self as ast, CmpOp, Expr, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::constant::{fold, truth};
use super::frame::{Label, Operand, Register};
use super::{BinaryOperator, Comparison, Compiled, Compiler, Const, Op, Operator, TAKE_B};
use crate::syntax::Position;

/// How deep constant folding looks.
const FOLD_DEPTH: u32 = 50;

/// Longer displays are built piece by piece.
pub(super) const MAX_INLINE_ITEMS: usize = 30;

/// Comparisons in a chain beyond which their operands share temporaries.
const LONG_CHAIN: usize = 8;

impl<'a> Compiler<'a> {
    pub(super) fn constant_of(&self, expr: &Expr) -> Option<Const> {
        fold(self.source, self.options.optimize == 0, expr, FOLD_DEPTH)
    }

    pub(super) fn load_constant(&mut self, constant: Const, range: TextRange, into: Register) {
        let position = self.position(range);
        let index = self.f.constant(constant);
        self.f.emit(Op::Const, into, 0, 0, index, position);
    }

    /// Computes a value to where it is cheapest: a local where it is, all else in a new temporary.
    pub(super) fn operand(&mut self, expr: &'a Expr) -> Compiled<Operand> {
        if let Expr::Name(name) = expr
            && let Some(register) = self.borrowed_local(name)
        {
            return Ok(Operand::local(register));
        }
        let register = self.f.temporary();
        self.into(expr, register)?;
        Ok(Operand::temporary(register))
    }

    /// Computes a value as [`Self::operand`] does, using `hint` instead of a new temporary if it is one itself.
    fn operand_at(&mut self, expr: &'a Expr, hint: Register) -> Compiled<Operand> {
        if let Expr::Name(name) = expr
            && let Some(register) = self.borrowed_local(name)
        {
            return Ok(Operand::local(register));
        }
        if self.f.is_temporary(hint) {
            self.into(expr, hint)?;
            return Ok(Operand::temporary(hint));
        }
        let register = self.f.temporary();
        self.into(expr, register)?;
        Ok(Operand::temporary(register))
    }

    /// Computes a value for its effects only.
    pub(super) fn effect(&mut self, expr: &'a Expr) -> Compiled {
        let top = self.f.top();
        let register = self.f.temporary();
        self.into(expr, register)?;
        let position = self.position(expr.range());
        self.f.emit(Op::Clear, register, 0, 0, 0, position);
        self.f.release_to(top);
        Ok(())
    }

    /// Whether a value may be computed straight into a local variable: the variable must keep its
    /// old value until the last instruction.
    pub(super) fn is_atomic(&self, expr: &Expr) -> bool {
        match expr {
            Expr::BinOp(_)
            | Expr::UnaryOp(_)
            | Expr::Call(_)
            | Expr::Attribute(_)
            | Expr::Subscript(_)
            | Expr::Name(_)
            | Expr::NumberLiteral(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::EllipsisLiteral(_) => true,
            Expr::Compare(compare) => compare.ops.len() == 1,
            _ => false,
        }
    }

    /// Computes a value into a register: a fresh temporary, or, for what [`Self::is_atomic`] says,
    /// a local variable.
    pub(super) fn into(&mut self, expr: &'a Expr, into: Register) -> Compiled {
        if let Some(constant) = self.constant_of(expr) {
            self.load_constant(constant, expr.range(), into);
            return Ok(());
        }
        if let Some((first, count)) = self.f.crowd() {
            return self.with_room_into(expr, into, first, count);
        }
        let top = self.f.top();
        let position = self.position(expr.range());
        match expr {
            Expr::Name(name) => self.load_name(name.id.as_str(), name.range, into)?,
            Expr::BinOp(binary) => {
                let left = self.operand_at(&binary.left, into)?;
                let operator = binary_operator(binary.op);
                self.binary(operator, false, left, &binary.right, into, position)?;
            }
            Expr::UnaryOp(unary) => self.unary(unary, into)?,
            Expr::BoolOp(boolean) => self.boolean(boolean, into)?,
            Expr::Compare(compare) => self.comparison(compare, into)?,
            Expr::Call(call) => self.call(call, into)?,
            Expr::Attribute(attribute) => {
                let object = self.operand_at(&attribute.value, into)?;
                let position = self.attribute_position(attribute);
                let name = self.scopes.mangled(self.f.viewpoint, attribute.attr.as_str());
                let site = self.f.attribute_site(&name);
                self.f.emit2(Op::LoadAttr, into, object, site, position);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand_at(&subscript.value, into)?;
                match self.small_constant(&subscript.slice) {
                    Some(small) => {
                        let small = Operand::local(small as u8);
                        self.f.emit3(Op::GetItemSmall, into, object, small, 0, position);
                    }
                    None => {
                        let key = self.operand(&subscript.slice)?;
                        self.f.emit3(Op::GetItem, into, object, key, 0, position);
                    }
                }
            }
            Expr::Slice(slice) => self.slice(slice, into)?,
            Expr::If(conditional) => {
                let otherwise = self.f.label();
                let end = self.f.label();
                self.jump_if(&conditional.test, false, otherwise)?;
                let bound = self.f.bound;
                self.into(&conditional.body, into)?;
                self.f.jump(end, position);
                self.f.place(otherwise);
                self.f.bound = bound;
                self.into(&conditional.orelse, into)?;
                self.f.bound = bound;
                self.f.place(end);
            }
            Expr::Named(named) => {
                self.into(&named.value, into)?;
                if let Expr::Name(target) = named.target.as_ref() {
                    self.store_name(target.id.as_str(), target.range, Operand::local(into))?;
                }
            }
            Expr::Lambda(lambda) => self.lambda(lambda, into)?,
            Expr::Tuple(tuple) => self.tuple(&tuple.elts, position, into)?,
            Expr::List(list) => self.list(&list.elts, position, into)?,
            Expr::Set(set) => self.set(&set.elts, position, into)?,
            Expr::Dict(dict) => self.dict(dict, into)?,
            Expr::ListComp(node) => self.list_comprehension(node, into)?,
            Expr::SetComp(node) => self.set_comprehension(node, into)?,
            Expr::DictComp(node) => self.dict_comprehension(node, into)?,
            Expr::Generator(node) => self.generator_expression(node, into)?,
            Expr::FString(string) => self.f_string(string, into)?,
            Expr::Yield(node) => {
                if !self.in_function() {
                    return self.error(node.range, "'yield' outside function");
                }
                let value = match &node.value {
                    Some(value) => self.operand_at(value, into)?,
                    None => {
                        let none = self.f.temporary();
                        self.load_constant(Const::None, node.range, none);
                        Operand::temporary(none)
                    }
                };
                if self.in_coroutine() {
                    let wrapped = self.f.temporary();
                    self.f.emit2(Op::WrapYielded, wrapped, value, 0, position);
                    self.f.emit(Op::Yield, into, wrapped, 0, TAKE_B, position);
                    self.f.release_to(top);
                    return Ok(());
                }
                // What is yielded is not kept until the resumption, whatever register it was in.
                let take = if value.temporary { TAKE_B } else { 0 };
                self.f.emit(Op::Yield, into, value.register, 0, take, position);
            }
            Expr::YieldFrom(node) => {
                if !self.in_function() {
                    return self.error(node.range, "'yield from' outside function");
                }
                if self.in_coroutine() {
                    return self.error(node.range, "'yield from' inside async function");
                }
                let value = self.operand(&node.value)?;
                let iterator = self.f.temporary();
                self.f.emit2(Op::GetYieldFromIter, iterator, value, 0, position);
                self.f.emit(Op::YieldFrom, into, iterator, 0, 0, position);
            }
            Expr::Starred(starred) => {
                return self.error(starred.range, "can't use starred expression here");
            }
            Expr::Await(node) => self.await_expression(node, into)?,
            Expr::TString(node) => return self.unsupported(node.range, "a template string"),
            Expr::IpyEscapeCommand(node) => return self.error(node.range, "invalid syntax"),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => {}
        }
        self.f.release_to(top);
        Ok(())
    }

    /// Computes a value into a register while the temporaries from `first` on are in one object.
    fn with_room_into(
        &mut self,
        expr: &'a Expr,
        into: Register,
        first: Register,
        count: u32,
    ) -> Compiled {
        let top = self.f.top();
        let position = self.position(expr.range());
        self.f.emit(Op::Spill, first, 0, 0, count, position);
        self.f.release_to(usize::from(first) + 1);
        let value = self.f.temporary();
        self.into(expr, value)?;
        self.f.emit(Op::Unspill, into, first, value, count, position);
        self.f.release_to(top);
        Ok(())
    }

    /// An attribute on a line of its own is what a traceback shows of a chain of calls.
    pub(super) fn attribute_position(&self, attribute: &ast::ExprAttribute) -> Position {
        let whole = self.position(attribute.range);
        let name = self.position(attribute.attr.range);
        if whole.line == name.line { whole } else { Position { end_line: name.line, ..name } }
    }

    /// An integer constant that fits an operand. It stands among the constants of the code all the same,
    /// where `co_consts` shows it.
    pub(super) fn small_constant(&mut self, expr: &Expr) -> Option<i8> {
        let constant = self.constant_of(expr)?;
        let Const::Int(value) = &constant else { return None };
        let small = i8::try_from(*value).ok()?;
        self.f.constant(constant);
        Some(small)
    }

    /// `into = left op right`
    pub(super) fn binary(
        &mut self,
        operator: BinaryOperator,
        in_place: bool,
        left: Operand,
        right: &'a Expr,
        into: Register,
        position: Position,
    ) -> Compiled {
        if let (Some(op), Some(small)) = (small_instruction(operator), self.small_constant(right)) {
            let site = self.f.operator_site(Operator::Binary(operator, in_place));
            self.f.emit3(op, into, left, Operand::local(small as u8), site, position);
            return Ok(());
        }
        let right = self.operand(right)?;
        let site = self.f.operator_site(Operator::Binary(operator, in_place));
        self.f.emit3(instruction(operator), into, left, right, site, position);
        Ok(())
    }

    fn unary(&mut self, unary: &'a ast::ExprUnaryOp, into: Register) -> Compiled {
        let position = self.position(unary.range);
        let operand = self.operand_at(&unary.operand, into)?;
        let op = match unary.op {
            UnaryOp::USub => Op::Negative,
            UnaryOp::UAdd => Op::Positive,
            UnaryOp::Invert => Op::Invert,
            UnaryOp::Not => Op::Not,
        };
        self.f.emit2(op, into, operand, 0, position);
        Ok(())
    }

    fn boolean(&mut self, boolean: &'a ast::ExprBoolOp, into: Register) -> Compiled {
        let end = self.f.label();
        let op = match boolean.op {
            ast::BoolOp::And => Op::JumpIfFalse,
            ast::BoolOp::Or => Op::JumpIfTrue,
        };
        let Some((last, others)) = boolean.values.split_last() else { return Ok(()) };
        let mut bound = None;
        for value in others {
            let position = self.position(value.range());
            self.into(value, into)?;
            bound.get_or_insert(self.f.bound);
            self.f.jump_on(op, Operand::local(into), end, position);
        }
        self.into(last, into)?;
        if let Some(bound) = bound {
            self.f.bound = bound;
        }
        self.f.place(end);
        Ok(())
    }

    /// One comparison into a register.
    fn compare_into(
        &mut self,
        op: CmpOp,
        (left, right): (Operand, Operand),
        into: Register,
        position: Position,
    ) {
        let op = match op {
            CmpOp::Is => Op::Is,
            CmpOp::IsNot => Op::IsNot,
            CmpOp::In => Op::Contains,
            CmpOp::NotIn => Op::NotContains,
            other => {
                let site = self.f.operator_site(Operator::Compare(comparison(other)));
                self.f.emit3(Op::Compare, into, left, right, site, position);
                return;
            }
        };
        self.f.emit3(op, into, left, right, 0, position);
    }

    /// The right side of `in` may be a constant where the display itself is not.
    fn right_side(&mut self, op: CmpOp, expr: &'a Expr) -> Compiled<Operand> {
        let items = match (op, expr) {
            (CmpOp::In | CmpOp::NotIn, Expr::List(list)) => Some((&list.elts, false)),
            (CmpOp::In | CmpOp::NotIn, Expr::Set(set)) => Some((&set.elts, true)),
            _ => None,
        };
        if let Some((elts, is_set)) = items
            && let Some(items) =
                elts.iter().map(|item| self.constant_of(item)).collect::<Option<Vec<Const>>>()
        {
            let constant = match is_set {
                true => Const::FrozenSet(items.into()),
                false => Const::Tuple(items.into()),
            };
            let register = self.f.temporary();
            self.load_constant(constant, expr.range(), register);
            return Ok(Operand::temporary(register));
        }
        self.operand(expr)
    }

    fn comparison(&mut self, compare: &'a ast::ExprCompare, into: Register) -> Compiled {
        let position = self.position(compare.range);
        if let ([op], [right]) = (&*compare.ops, &*compare.comparators) {
            let left = self.operand_at(&compare.left, into)?;
            let right = self.right_side(*op, right)?;
            self.compare_into(*op, (left, right), into, position);
            return Ok(());
        }
        // `into` holds each result in turn; the middle operands are used twice. Those of a long chain
        // take turns in two temporaries.
        let end = self.f.label();
        let last = compare.ops.len().saturating_sub(1);
        let turns = (last > LONG_CHAIN).then(|| (self.f.temporary(), self.f.temporary()));
        let mut left = self.operand(&compare.left)?;
        let mut bound = None;
        for (index, (op, right)) in compare.ops.iter().zip(&*compare.comparators).enumerate() {
            // What the next comparison sees too is what is written.
            let right = match turns {
                _ if index == last => self.right_side(*op, right)?,
                Some((even, _)) if index % 2 == 0 => self.operand_at(right, even)?,
                Some((_, odd)) => self.operand_at(right, odd)?,
                None => self.operand(right)?,
            };
            bound.get_or_insert(self.f.bound);
            if index == last {
                self.compare_into(*op, (left, right), into, position);
                continue;
            }
            self.compare_into(*op, (left, Operand::local(right.register)), into, position);
            let go_on = self.f.label();
            self.f.jump_on(Op::JumpIfTrue, Operand::local(into), go_on, position);
            if right.temporary {
                self.f.emit(Op::Clear, right.register, 0, 0, 0, position);
            }
            self.f.jump(end, position);
            self.f.place(go_on);
            left = right;
        }
        if let Some(bound) = bound {
            self.f.bound = bound;
        }
        self.f.place(end);
        Ok(())
    }

    /// Jumps to `label` if the truth of an expression is `sense`.
    pub(super) fn jump_if(&mut self, expr: &'a Expr, sense: bool, label: Label) -> Compiled {
        let position = self.position(expr.range());
        if let Some(constant) = self.constant_of(expr) {
            if truth(&constant) == sense {
                self.f.jump(label, position);
            }
            return Ok(());
        }
        match expr {
            Expr::UnaryOp(unary) if unary.op == UnaryOp::Not => {
                return self.jump_if(&unary.operand, !sense, label);
            }
            Expr::BoolOp(boolean) => return self.jump_if_boolean(boolean, sense, label),
            Expr::Compare(compare) => {
                if let ([op], [right]) = (&*compare.ops, &*compare.comparators) {
                    let sides = (compare.left.as_ref(), right);
                    return self.jump_if_compare(*op, sides, sense, label, position);
                }
            }
            _ => {}
        }
        let top = self.f.top();
        let operand = self.operand(expr)?;
        let op = if sense { Op::JumpIfTrue } else { Op::JumpIfFalse };
        self.f.jump_on(op, operand, label, position);
        self.f.release_to(top);
        Ok(())
    }

    fn jump_if_boolean(
        &mut self,
        boolean: &'a ast::ExprBoolOp,
        sense: bool,
        label: Label,
    ) -> Compiled {
        let decisive = boolean.op == ast::BoolOp::Or;
        let Some((last, others)) = boolean.values.split_last() else { return Ok(()) };
        let end = self.f.label();
        let mut bound = None;
        for value in others {
            let target = if decisive == sense { label } else { end };
            self.jump_if(value, decisive, target)?;
            bound.get_or_insert(self.f.bound);
        }
        self.jump_if(last, sense, label)?;
        if let Some(bound) = bound {
            self.f.bound = bound;
        }
        self.f.place(end);
        Ok(())
    }

    fn jump_if_compare(
        &mut self,
        op: CmpOp,
        (left, right): (&'a Expr, &'a Expr),
        sense: bool,
        label: Label,
        position: Position,
    ) -> Compiled {
        let top = self.f.top();
        let b = self.operand(left)?;
        let positive = match op {
            CmpOp::IsNot | CmpOp::NotIn => !sense,
            _ => sense,
        };
        match op {
            CmpOp::Is | CmpOp::IsNot if right.is_none_literal_expr() => {
                let op = if positive { Op::JumpIfNone } else { Op::JumpIfNotNone };
                self.f.jump_on(op, b, label, position);
            }
            CmpOp::Is | CmpOp::IsNot => {
                let c = self.operand(right)?;
                self.f.jump_compare(Op::JumpIs, (b, c), positive, 0, label, position);
            }
            CmpOp::In | CmpOp::NotIn => {
                let c = self.right_side(op, right)?;
                self.f.jump_compare(Op::JumpContains, (b, c), positive, 0, label, position);
            }
            other => {
                let (plain, small) = jump_instructions(comparison(other));
                let site = Operator::Compare(comparison(other));
                if let Some(value) = self.small_constant(right) {
                    let site = self.f.operator_site(site);
                    let c = Operand::local(value as u8);
                    self.f.jump_compare(small, (b, c), sense, site, label, position);
                } else {
                    let c = self.operand(right)?;
                    let site = self.f.operator_site(site);
                    self.f.jump_compare(plain, (b, c), sense, site, label, position);
                }
            }
        }
        self.f.release_to(top);
        Ok(())
    }

    fn slice(&mut self, slice: &'a ast::ExprSlice, into: Register) -> Compiled {
        let position = self.position(slice.range);
        let count = if slice.step.is_some() { 3 } else { 2 };
        let first = self.f.temporaries(count);
        let parts = [&slice.lower, &slice.upper, &slice.step];
        for (index, part) in parts.iter().take(count).enumerate() {
            let register = first.saturating_add(index as u8);
            match part {
                Some(expr) => self.into(expr, register)?,
                None => self.load_constant(Const::None, slice.range, register),
            }
        }
        self.f.emit(Op::BuildSlice, into, first, count as u8, 0, position);
        Ok(())
    }

    /// `into` becomes the item with this number of a tuple.
    pub(super) fn item(&mut self, tuple: Register, index: usize, into: Register, at: Position) {
        let top = self.f.top();
        let key = self.f.temporary();
        let number = self.f.constant(Const::Int(index as i64));
        self.f.emit(Op::Const, key, 0, 0, number, at);
        self.f.emit3(Op::GetItem, into, Operand::local(tuple), Operand::temporary(key), 0, at);
        self.f.release_to(top);
    }

    /// Evaluates expressions into new temporaries in a row; returns the first.
    pub(super) fn row(&mut self, items: &'a [Expr]) -> Compiled<Register> {
        let first = self.f.temporaries(0);
        for item in items {
            let register = self.f.temporary();
            self.into(item, register)?;
        }
        Ok(first)
    }

    pub(super) fn tuple(
        &mut self,
        items: &'a [Expr],
        position: Position,
        into: Register,
    ) -> Compiled {
        if is_plain(items) {
            let first = self.row(items)?;
            self.f.emit(Op::BuildTuple, into, first, 0, items.len() as u32, position);
            return Ok(());
        }
        let list = self.f.temporary();
        self.list(items, position, list)?;
        self.f.emit(Op::ListToTuple, list, 0, 0, 0, position);
        self.f.emit(Op::Move, into, list, 0, 0, position);
        Ok(())
    }

    pub(super) fn list(
        &mut self,
        items: &'a [Expr],
        position: Position,
        into: Register,
    ) -> Compiled {
        if is_plain(items) {
            if items.len() > 2
                && let Some(constants) =
                    items.iter().map(|item| self.constant_of(item)).collect::<Option<Vec<_>>>()
            {
                return self.list_of_constants(constants, position, into);
            }
            let first = self.row(items)?;
            self.f.emit(Op::BuildList, into, first, 0, items.len() as u32, position);
            return Ok(());
        }
        if !items.iter().any(Expr::is_starred_expr)
            && let Some(constants) =
                items.iter().map(|item| self.constant_of(item)).collect::<Option<Vec<_>>>()
        {
            return self.list_of_constants(constants, position, into);
        }
        self.f.emit(Op::BuildList, into, 0, 0, 0, position);
        for item in items {
            let value = self.f.temporary();
            let op = match item {
                Expr::Starred(starred) => {
                    self.into(&starred.value, value)?;
                    Op::ListExtend
                }
                other => {
                    self.into(other, value)?;
                    Op::ListAppend
                }
            };
            self.f.emit(op, into, value, 0, 0, position);
            self.f.release_to(value.into());
        }
        Ok(())
    }

    fn list_of_constants(
        &mut self,
        constants: Vec<Const>,
        position: Position,
        into: Register,
    ) -> Compiled {
        self.f.emit(Op::BuildList, into, 0, 0, 0, position);
        let value = self.f.temporary();
        let index = self.f.constant(Const::Tuple(constants.into()));
        self.f.emit(Op::Const, value, 0, 0, index, position);
        self.f.emit(Op::ListExtend, into, value, 0, 0, position);
        self.f.release_to(value.into());
        Ok(())
    }

    fn set(&mut self, items: &'a [Expr], position: Position, into: Register) -> Compiled {
        if is_plain(items) {
            let first = self.row(items)?;
            self.f.emit(Op::BuildSet, into, first, 0, items.len() as u32, position);
            return Ok(());
        }
        self.f.emit(Op::BuildSet, into, 0, 0, 0, position);
        for item in items {
            let value = self.f.temporary();
            let op = match item {
                Expr::Starred(starred) => {
                    self.into(&starred.value, value)?;
                    Op::SetUpdate
                }
                other => {
                    self.into(other, value)?;
                    Op::SetAdd
                }
            };
            self.f.emit(op, into, value, 0, 0, position);
            self.f.release_to(value.into());
        }
        Ok(())
    }

    fn dict(&mut self, dict: &'a ast::ExprDict, into: Register) -> Compiled {
        let position = self.position(dict.range);
        let plain = dict.items.len() <= MAX_INLINE_ITEMS / 2
            && dict.items.iter().all(|item| item.key.is_some());
        if plain {
            let first = self.f.temporaries(0);
            for item in &dict.items {
                if let Some(key) = &item.key {
                    let register = self.f.temporary();
                    self.into(key, register)?;
                }
                let register = self.f.temporary();
                self.into(&item.value, register)?;
            }
            let count = dict.items.len() as u32;
            self.f.emit(Op::BuildDict, into, first, 0, count, position);
            return Ok(());
        }
        self.f.emit(Op::BuildDict, into, 0, 0, 0, position);
        for item in &dict.items {
            let top = self.f.top();
            match &item.key {
                Some(key) => {
                    let first = self.f.temporary();
                    self.into(key, first)?;
                    let second = self.f.temporary();
                    self.into(&item.value, second)?;
                    self.f.emit(Op::DictSet, into, first, second, 0, position);
                }
                None => {
                    let value = self.f.temporary();
                    self.into(&item.value, value)?;
                    self.f.emit(Op::DictUpdate, into, value, 0, 0, position);
                }
            }
            self.f.release_to(top);
        }
        Ok(())
    }
}

fn is_plain(items: &[Expr]) -> bool {
    items.len() <= MAX_INLINE_ITEMS && !items.iter().any(Expr::is_starred_expr)
}

pub(super) fn binary_operator(operator: ast::Operator) -> BinaryOperator {
    match operator {
        ast::Operator::Add => BinaryOperator::Add,
        ast::Operator::Sub => BinaryOperator::Subtract,
        ast::Operator::Mult => BinaryOperator::Multiply,
        ast::Operator::MatMult => BinaryOperator::MatrixMultiply,
        ast::Operator::Div => BinaryOperator::TrueDivide,
        ast::Operator::FloorDiv => BinaryOperator::FloorDivide,
        ast::Operator::Mod => BinaryOperator::Modulo,
        ast::Operator::Pow => BinaryOperator::Power,
        ast::Operator::LShift => BinaryOperator::LeftShift,
        ast::Operator::RShift => BinaryOperator::RightShift,
        ast::Operator::BitAnd => BinaryOperator::And,
        ast::Operator::BitOr => BinaryOperator::Or,
        ast::Operator::BitXor => BinaryOperator::Xor,
    }
}

fn instruction(operator: BinaryOperator) -> Op {
    match operator {
        BinaryOperator::Add => Op::Add,
        BinaryOperator::Subtract => Op::Subtract,
        BinaryOperator::Multiply => Op::Multiply,
        BinaryOperator::TrueDivide => Op::TrueDivide,
        BinaryOperator::FloorDivide => Op::FloorDivide,
        BinaryOperator::Modulo => Op::Modulo,
        BinaryOperator::And => Op::And,
        BinaryOperator::Or => Op::Or,
        BinaryOperator::Xor => Op::Xor,
        BinaryOperator::LeftShift => Op::LeftShift,
        BinaryOperator::RightShift => Op::RightShift,
        BinaryOperator::MatrixMultiply | BinaryOperator::Power => Op::Binary,
    }
}

fn small_instruction(operator: BinaryOperator) -> Option<Op> {
    match operator {
        BinaryOperator::Add => Some(Op::AddSmall),
        BinaryOperator::Subtract => Some(Op::SubtractSmall),
        BinaryOperator::Multiply => Some(Op::MultiplySmall),
        BinaryOperator::FloorDivide => Some(Op::FloorDivideSmall),
        BinaryOperator::Modulo => Some(Op::ModuloSmall),
        BinaryOperator::And => Some(Op::AndSmall),
        BinaryOperator::RightShift => Some(Op::RightShiftSmall),
        _ => None,
    }
}

fn comparison(op: CmpOp) -> Comparison {
    match op {
        CmpOp::Lt => Comparison::Less,
        CmpOp::LtE => Comparison::LessEqual,
        CmpOp::NotEq => Comparison::NotEqual,
        CmpOp::Gt => Comparison::Greater,
        CmpOp::GtE => Comparison::GreaterEqual,
        _ => Comparison::Equal,
    }
}

fn jump_instructions(comparison: Comparison) -> (Op, Op) {
    match comparison {
        Comparison::Less => (Op::JumpLess, Op::JumpLessSmall),
        Comparison::LessEqual => (Op::JumpLessEqual, Op::JumpLessEqualSmall),
        Comparison::Equal => (Op::JumpEqual, Op::JumpEqualSmall),
        Comparison::NotEqual => (Op::JumpNotEqual, Op::JumpNotEqualSmall),
        Comparison::Greater => (Op::JumpGreater, Op::JumpGreaterSmall),
        Comparison::GreaterEqual => (Op::JumpGreaterEqual, Op::JumpGreaterEqualSmall),
    }
}
