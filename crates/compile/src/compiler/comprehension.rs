//! Comprehensions, which run in the frame around them, and generator expressions, which do not.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::definition::MakeFunction;
use super::frame::{Operand, Register};
use super::{Compiled, Compiler, Const, Header, Op};
use crate::scope::ScopeId;
use crate::syntax::Position;

/// What a comprehension does with each element.
enum Element<'a> {
    List(Register, &'a Expr),
    Set(Register, &'a Expr),
    Dict(Register, &'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Compiler<'a> {
    pub(super) fn list_comprehension(
        &mut self,
        node: &'a ast::ExprListComp,
        into: Register,
    ) -> Compiled {
        let scope = self.scopes.of_node(node);
        self.inlined(scope, &node.generators, into, Op::BuildList, node.range, |list| {
            Element::List(list, &node.elt)
        })
    }

    pub(super) fn set_comprehension(
        &mut self,
        node: &'a ast::ExprSetComp,
        into: Register,
    ) -> Compiled {
        let scope = self.scopes.of_node(node);
        self.inlined(scope, &node.generators, into, Op::BuildSet, node.range, |set| {
            Element::Set(set, &node.elt)
        })
    }

    pub(super) fn dict_comprehension(
        &mut self,
        node: &'a ast::ExprDictComp,
        into: Register,
    ) -> Compiled {
        let Some(key) = &node.key else {
            return self.error(node.range, "dict unpacking cannot be used in dict comprehension");
        };
        let scope = self.scopes.of_node(node);
        self.inlined(scope, &node.generators, into, Op::BuildDict, node.range, |dict| {
            Element::Dict(dict, key, &node.value)
        })
    }

    fn inlined(
        &mut self,
        scope: Option<ScopeId>,
        generators: &'a [ast::Comprehension],
        into: Register,
        build: Op,
        range: TextRange,
        element: impl FnOnce(Register) -> Element<'a>,
    ) -> Compiled {
        let position = self.position(range);
        let (Some(scope), Some(first)) = (scope, generators.first()) else { return Ok(()) };
        if self.scopes.get(scope).is_async && !self.in_coroutine() && !self.in_comprehension() {
            return self
                .error(range, "asynchronous comprehension outside of an asynchronous function");
        }
        let top = self.f.top();
        let iterator = self.f.temporary();
        self.iterated(first, iterator)?;
        let result = self.f.temporary();
        self.f.emit(build, result, 0, 0, 0, position);
        let viewpoint = std::mem::replace(&mut self.f.viewpoint, scope);
        for (name, _) in &self.scopes.get(scope).symbols {
            self.renew_variable(scope, name, true, position);
        }
        self.generators(generators, iterator, &element(result))?;
        for (name, _) in &self.scopes.get(scope).symbols {
            self.renew_variable(scope, name, false, position);
        }
        self.f.viewpoint = viewpoint;
        self.f.emit(Op::Move, into, result, 0, 0, position);
        self.f.release_to(top);
        Ok(())
    }

    /// The iterator of one loop into a register.
    fn iterated(&mut self, generator: &'a ast::Comprehension, into: Register) -> Compiled {
        match generator.is_async {
            true => self.async_iterator(&generator.iter, into),
            false => self.iterator(&generator.iter, into),
        }
    }

    /// `iter(expr)` into a register.
    pub(super) fn iterator(&mut self, expr: &'a Expr, into: Register) -> Compiled {
        let position = self.position(expr.range());
        let top = self.f.top();
        let iterable = match expr {
            Expr::Name(name) => match self.borrowed_local(name) {
                Some(register) => Operand::local(register),
                None => {
                    self.into(expr, into)?;
                    Operand::temporary(into)
                }
            },
            _ => {
                self.into(expr, into)?;
                Operand::temporary(into)
            }
        };
        self.f.emit2(Op::GetIter, into, iterable, 0, position);
        self.f.release_to(top);
        Ok(())
    }

    /// The loops, outermost first; `iterator` belongs to the first.
    fn generators(
        &mut self,
        generators: &'a [ast::Comprehension],
        iterator: Register,
        element: &Element<'a>,
    ) -> Compiled {
        let Some((generator, rest)) = generators.split_first() else { return Ok(()) };
        let position = self.position(generator.iter.range());
        let (again, next, end) = (self.f.label(), self.f.label(), self.f.label());
        let bound = self.f.bound;
        self.f.place(again);
        match generator.is_async {
            true => self.async_for_target(&generator.target, iterator, end, position)?,
            false => self.for_target(&generator.target, iterator, end, position)?,
        }
        for test in &generator.ifs {
            self.jump_if(test, false, next)?;
        }
        if rest.is_empty() {
            self.element(element)?;
        } else if let Some(following) = rest.first() {
            let inner = self.f.temporary();
            self.iterated(following, inner)?;
            self.generators(rest, inner, element)?;
            self.f.release_to(inner.into());
        }
        self.f.place(next);
        self.f.jump_back(again, position);
        self.f.place(end);
        self.f.bound = bound;
        Ok(())
    }

    fn element(&mut self, element: &Element<'a>) -> Compiled {
        let top = self.f.top();
        match element {
            Element::List(list, expr) | Element::Set(list, expr) => {
                let position = self.position(expr.range());
                let value = self.f.temporary();
                self.into(expr, value)?;
                let op = match element {
                    Element::List(..) => Op::ListAppend,
                    _ => Op::SetAdd,
                };
                self.f.emit(op, *list, value, 0, 0, position);
            }
            Element::Dict(dict, key, value) => {
                let position = self.position(key.range());
                let first = self.f.temporary();
                self.into(key, first)?;
                let second = self.f.temporary();
                self.into(value, second)?;
                self.f.emit(Op::DictSet, *dict, first, second, 0, position);
            }
            Element::Yield(expr) => {
                let position = self.position(expr.range());
                let mut value = self.operand(expr)?;
                if self.scopes.get(self.f.scope).is_async {
                    let wrapped = self.f.temporary();
                    self.f.emit2(Op::WrapYielded, wrapped, value, 0, position);
                    value = Operand::temporary(wrapped);
                }
                let sent = self.f.temporary();
                self.f.emit2(Op::Yield, sent, value, 0, position);
                self.f.emit(Op::Clear, sent, 0, 0, 0, position);
            }
        }
        self.f.release_to(top);
        Ok(())
    }

    pub(super) fn generator_expression(
        &mut self,
        node: &'a ast::ExprGenerator,
        into: Register,
    ) -> Compiled {
        let position = self.position(node.range);
        let (Some(scope), Some(first)) = (self.scopes.of_node(node), node.generators.first())
        else {
            return Ok(());
        };
        self.enter(scope, self.qualname_of("<genexpr>"));
        self.allocate_variables(&[".0".into()], position)?;
        let iterator = self.f.temporary();
        self.f.emit(Op::Move, iterator, 0, 0, 0, position);
        self.generators(&node.generators, iterator, &Element::Yield(&node.elt))?;
        self.return_none(position);
        let unit = self.leave(Header {
            name: "<genexpr>".into(),
            first_line: position.line,
            positional: 1,
            ..Header::default()
        })?;
        let base = self.f.temporaries(0);
        self.make_function(unit, MakeFunction::default(), base, position)?;
        // The receiver's place in the row stays empty.
        self.f.temporary();
        let argument = self.f.temporary();
        self.iterated(first, argument)?;
        self.f.emit(Op::Call, base, 1, into, 0, position);
        self.f.release_to(base.into());
        Ok(())
    }

    /// The head of a loop: the next item goes to the target; at the end it jumps.
    pub(super) fn for_target(
        &mut self,
        target: &'a Expr,
        iterator: Register,
        end: super::frame::Label,
        position: Position,
    ) -> Compiled {
        if let Expr::Name(name) = target
            && let Some(register) = self.target_register(name)
        {
            self.f.for_iter(register, iterator, end, position);
            self.f.bound.insert(register);
            return Ok(());
        }
        let top = self.f.top();
        let item = self.f.temporary();
        self.f.for_iter(item, iterator, end, position);
        self.store(target, Operand::temporary(item))?;
        self.f.release_to(top);
        Ok(())
    }

    /// A tuple constant of names, for `from m import ...` and `__static_attributes__`.
    pub(super) fn names_constant<'n>(names: impl Iterator<Item = &'n str>) -> Const {
        Const::Tuple(names.map(|name| Const::Str(name.into())).collect())
    }
}
