//! Assignment: targets, augmented and annotated assignment, `del`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::expression::{MAX_INLINE_ITEMS, binary_operator};
use super::frame::Operand;
use super::{Compiled, Compiler, Const, Op, TAKE_B};
use crate::scope::ScopeKind;

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, assign: &'a ast::StmtAssign) -> Compiled {
        let top = self.f.top();
        if let [target] = assign.targets.as_slice() {
            if let Expr::Name(name) = target
                && self.is_atomic(&assign.value)
                && let Some(register) = self.target_register(name)
            {
                if let Expr::Name(value) = assign.value.as_ref()
                    && self.target_register(value) == Some(register)
                {
                    // `x = x` still checks that x is bound.
                    self.borrowed_local(value);
                    return Ok(());
                }
                self.into(&assign.value, register)?;
                self.f.bound.insert(register);
                return Ok(());
            }
            if let (Some(targets), Some(values)) = (plain_items(target), plain_items(&assign.value))
                && targets.len() == values.len()
                && !assign.value.is_list_expr()
                && self.constant_of(&assign.value).is_none()
            {
                return self.assign_in_parallel(targets, values);
            }
        }
        let value = match assign.targets.as_slice() {
            [_] => self.operand(&assign.value)?,
            _ => {
                let register = self.f.temporary();
                self.into(&assign.value, register)?;
                Operand::temporary(register)
            }
        };
        let Some((last, others)) = assign.targets.split_last() else { return Ok(()) };
        for target in others {
            self.store(target, Operand::local(value.register))?;
        }
        self.store(last, value)?;
        self.f.release_to(top);
        Ok(())
    }

    /// `a, b = b, a`: all values are computed before any is stored; no tuple is made.
    fn assign_in_parallel(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Compiled {
        let top = self.f.top();
        let first = self.row(values)?;
        for (index, target) in targets.iter().enumerate() {
            self.store(target, Operand::temporary(first.saturating_add(index as u8)))?;
        }
        self.f.release_to(top);
        Ok(())
    }

    /// Stores a value in a target.
    pub(super) fn store(&mut self, target: &'a Expr, value: Operand) -> Compiled {
        let position = self.position(target.range());
        let top = self.f.top();
        match target {
            Expr::Name(name) => self.store_name(name.id.as_str(), name.range, value)?,
            Expr::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let position = self.attribute_position(attribute);
                let name = self.scopes.mangled(self.f.viewpoint, attribute.attr.as_str());
                let site = self.f.attribute_site(&name);
                self.f.emit_store(Op::StoreAttr, object, value, None, site, position);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let key = self.operand(&subscript.slice)?;
                self.f.emit_store(Op::SetItem, object, key, Some(value), 0, position);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                self.unpack(target, elts, value)?;
            }
            Expr::Starred(starred) => {
                return self
                    .error(starred.range, "starred assignment target must be in a list or tuple");
            }
            other => return self.error(other.range(), "cannot assign to expression"),
        }
        self.f.release_to(top);
        Ok(())
    }

    fn unpack(&mut self, target: &'a Expr, targets: &'a [Expr], value: Operand) -> Compiled {
        let position = self.position(target.range());
        let mut starred = targets.iter().enumerate().filter(|(_, t)| t.is_starred_expr());
        let star = starred.next().map(|(index, _)| index);
        if starred.next().is_some() {
            return self.error(target.range(), "multiple starred expressions in assignment");
        }
        if targets.len() > MAX_INLINE_ITEMS {
            return self.unpack_long(target, targets, star, value);
        }
        let first = self.f.temporaries(targets.len());
        match star {
            None => {
                let count = Operand::local(targets.len() as u8);
                self.f.emit3(Op::Unpack, first, value, count, 0, position);
            }
            Some(before) => {
                let after = targets.len() - before - 1;
                if before > u8::MAX.into() {
                    return self.error(
                        target.range(),
                        "too many expressions in star-unpacking assignment",
                    );
                }
                let before = Operand::local(before as u8);
                self.f.emit3(Op::UnpackStarred, first, value, before, after as u32, position);
            }
        }
        for (index, target) in targets.iter().enumerate() {
            let item = Operand::temporary(first.saturating_add(index as u8));
            match target {
                Expr::Starred(starred) => self.store(&starred.value, item)?,
                other => self.store(other, item)?,
            }
        }
        Ok(())
    }

    /// The same for more targets than a row of temporaries has room for.
    fn unpack_long(
        &mut self,
        target: &'a Expr,
        targets: &'a [Expr],
        star: Option<usize>,
        value: Operand,
    ) -> Compiled {
        let position = self.position(target.range());
        let items = self.f.temporary();
        match star {
            None => self.f.emit2(Op::UnpackTuple, items, value, targets.len() as u32, position),
            Some(before) => {
                let after = (targets.len() - before - 1) as u32;
                let Ok(before) = u8::try_from(before) else {
                    return self.error(
                        target.range(),
                        "too many expressions in star-unpacking assignment",
                    );
                };
                let before = Operand::local(before);
                self.f.emit3(Op::UnpackStarredTuple, items, value, before, after, position);
            }
        }
        for (index, target) in targets.iter().enumerate() {
            let item = self.f.temporary();
            self.item(items, index, item, position);
            match target {
                Expr::Starred(starred) => self.store(&starred.value, Operand::temporary(item))?,
                other => self.store(other, Operand::temporary(item))?,
            }
            self.f.release_to(item.into());
        }
        self.f.emit(Op::Clear, items, 0, 0, 0, position);
        Ok(())
    }

    /// `target op= value`: the parts of the target are evaluated once.
    pub(super) fn augmented(&mut self, assign: &'a ast::StmtAugAssign) -> Compiled {
        let position = self.position(assign.range);
        let top = self.f.top();
        let operator = binary_operator(assign.op);
        let at = self.position(assign.target.range());
        match assign.target.as_ref() {
            Expr::Name(name) => {
                if let Some(register) = self.target_register(name) {
                    let left = self.operand(&assign.target)?;
                    self.binary(operator, true, left, &assign.value, register, position)?;
                } else {
                    let register = self.f.temporary();
                    self.load_name(name.id.as_str(), name.range, register)?;
                    let left = Operand::temporary(register);
                    self.binary(operator, true, left, &assign.value, register, position)?;
                    self.store_name(name.id.as_str(), name.range, left)?;
                }
            }
            Expr::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let value = self.f.temporary();
                let at = self.attribute_position(attribute);
                let name =
                    self.scopes.mangled(self.f.viewpoint, attribute.attr.as_str()).into_owned();
                let site = self.f.attribute_site(&name);
                let borrowed = Operand::local(object.register);
                self.f.emit2(Op::LoadAttr, value, borrowed, site, at);
                let result = Operand::temporary(value);
                self.binary(operator, true, result, &assign.value, value, position)?;
                let site = self.f.attribute_site(&name);
                self.f.emit_store(Op::StoreAttr, object, result, None, site, at);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let key = self.operand(&subscript.slice)?;
                let value = self.f.temporary();
                let (o, k) = (Operand::local(object.register), Operand::local(key.register));
                self.f.emit3(Op::GetItem, value, o, k, 0, at);
                let result = Operand::temporary(value);
                self.binary(operator, true, result, &assign.value, value, position)?;
                self.f.emit_store(Op::SetItem, object, key, Some(result), 0, at);
            }
            other => {
                return self.error(
                    other.range(),
                    "'expression' is an illegal expression for augmented assignment",
                );
            }
        }
        self.f.release_to(top);
        Ok(())
    }

    pub(super) fn annotated(&mut self, assign: &'a ast::StmtAnnAssign) -> Compiled {
        let top = self.f.top();
        let position = self.position(assign.range);
        if let Some(value) = &assign.value {
            let value = self.operand(value)?;
            self.store(&assign.target, value)?;
            self.f.release_to(top);
        }
        let kind = self.scopes.get(self.f.scope).kind;
        let evaluated = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        match assign.target.as_ref() {
            Expr::Name(name) if assign.simple && evaluated => {
                let value = self.f.temporary();
                self.annotation(&assign.annotation, value)?;
                let annotations = self.f.temporary();
                self.load_name("__annotations__", name.range, annotations)?;
                let key = self.f.temporary();
                let mangled = self.scopes.mangled(self.f.viewpoint, name.id.as_str());
                let mangled = Const::Str(mangled.as_ref().into());
                self.load_constant(mangled, name.range, key);
                self.f.emit_store(
                    Op::SetItem,
                    Operand::temporary(annotations),
                    Operand::temporary(key),
                    Some(Operand::temporary(value)),
                    0,
                    position,
                );
            }
            Expr::Attribute(attribute) if assign.value.is_none() => {
                self.effect(&attribute.value)?;
            }
            Expr::Subscript(subscript) if assign.value.is_none() => {
                self.effect(&subscript.value)?;
                self.effect(&subscript.slice)?;
            }
            _ => {}
        }
        if evaluated && !assign.simple && !self.scopes.future_annotations {
            self.effect(&assign.annotation)?;
        }
        self.f.release_to(top);
        Ok(())
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, expr: &'a Expr, into: u8) -> Compiled {
        if self.scopes.future_annotations {
            let text = super::annotation::text(self.source, expr);
            self.load_constant(text, expr.range(), into);
            return Ok(());
        }
        if let Expr::Starred(starred) = expr {
            // `*args: *T` takes the only item of what is unpacked.
            let position = self.position(starred.range);
            self.into(&starred.value, into)?;
            self.f.emit(Op::Unpack, into, into, 1, TAKE_B, position);
            return Ok(());
        }
        self.into(expr, into)
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Compiled {
        let position = self.position(target.range());
        let top = self.f.top();
        match target {
            Expr::Name(name) => self.delete_name(name.id.as_str(), name.range)?,
            Expr::Attribute(attribute) => {
                let object = self.operand(&attribute.value)?;
                let position = self.attribute_position(attribute);
                let name = self.scopes.mangled(self.f.viewpoint, attribute.attr.as_str());
                let site = self.f.attribute_site(&name);
                let take = if object.temporary { TAKE_B } else { 0 };
                self.f.emit(Op::DeleteAttr, 0, object.register, 0, site | take, position);
            }
            Expr::Subscript(subscript) => {
                let object = self.operand(&subscript.value)?;
                let key = self.operand(&subscript.slice)?;
                self.f.emit3(Op::DeleteItem, super::frame::DISCARD, object, key, 0, position);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                for item in elts {
                    self.delete(item)?;
                }
            }
            other => return self.error(other.range(), "cannot delete expression"),
        }
        self.f.release_to(top);
        Ok(())
    }
}

/// The items of a display without a starred one.
fn plain_items(expr: &Expr) -> Option<&[Expr]> {
    let items = match expr {
        Expr::Tuple(tuple) => &tuple.elts,
        Expr::List(list) => &list.elts,
        _ => return None,
    };
    let plain = !items.iter().any(Expr::is_starred_expr) && items.len() <= MAX_INLINE_ITEMS;
    plain.then_some(items)
}
