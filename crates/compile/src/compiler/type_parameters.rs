//! Type parameters and `type` statements (PEP 695): scopes of their own, evaluated when asked for.
//!
//! What has type parameters is made by a function without arguments that binds them, called at once;
//! bounds, defaults and the values of aliases are functions that the objects call when first asked.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::definition::MakeFunction;
use super::frame::{Operand, Register};
use super::{Compiled, Compiler, Const, Header, Op, TAKE_B};
use crate::syntax::Position;

/// What is known of type parameters where what they belong to is made.
pub(super) struct Generic {
    /// The register of their tuple.
    pub(super) tuple: Register,
    /// Which defaults of a function's parameters lie in the first registers.
    pub(super) given: u8,
}

impl<'a> Compiler<'a> {
    /// Computes into `base`, the topmost temporary, what `within` makes in the scope of type
    /// parameters. It is told of them, and the register for its result. What they belong to may be a
    /// function with these parameters, whose defaults are arguments of what runs in the scope.
    pub(super) fn with_type_parameters(
        &mut self,
        parameters: &'a ast::TypeParams,
        function: Option<&'a ast::Parameters>,
        name: &str,
        base: Register,
        position: Position,
        within: impl FnOnce(&mut Self, Generic, Register) -> Compiled,
    ) -> Compiled {
        let Some(scope) = self.scopes.of_node(parameters) else { return Ok(()) };
        // The receiver's place in the row of the call stays empty.
        self.f.temporary();
        let given = match function {
            Some(function) => self.defaults(function)?,
            None => 0,
        };
        let count = given.count_ones() as u8;
        let names: Vec<Rc<str>> =
            [".defaults", ".kwdefaults"].into_iter().take(count.into()).map(Rc::from).collect();
        let name: Rc<str> = format!("<generic parameters of {name}>").into();
        self.enter(scope, self.qualname_of(&name));
        self.allocate_variables(&names, position)?;
        let tuple = self.f.temporary();
        self.parameter_objects(parameters, tuple, position)?;
        let value = self.f.temporary();
        within(self, Generic { tuple, given }, value)?;
        self.f.emit(Op::Clear, tuple, 0, 0, 0, position);
        self.f.emit(Op::Return, 0, value, 0, 0, position);
        let first_line = position.line;
        let positional = count.into();
        let unit = self.leave(Header { name, first_line, positional, ..Header::default() })?;
        let made = self.f.temporaries(0);
        self.make_function(unit, MakeFunction::default(), made, position)?;
        self.f.emit(Op::Move, base, made, 0, 0, position);
        self.f.emit(Op::Call, base, count, base, 0, position);
        self.f.release_to(usize::from(base) + 1);
        Ok(())
    }

    /// Calls a maker of the module `_typing` with what `arguments` put into a row of temporaries.
    fn make_typing(
        &mut self,
        maker: &str,
        into: Register,
        position: Position,
        arguments: impl FnOnce(&mut Self) -> Compiled<u8>,
    ) -> Compiled {
        let top = self.f.top();
        let callee = self.f.temporary();
        let name = self.f.name(maker);
        self.f.emit(Op::LoadTyping, callee, 0, 0, name, position);
        // The receiver's place in the row stays empty.
        self.f.temporary();
        let count = arguments(self)?;
        self.f.emit(Op::Call, callee, count, into, 0, position);
        self.f.release_to(top);
        Ok(())
    }

    /// A function without arguments whose value is an expression, or `None` without one, in a new
    /// temporary.
    fn thunk<T>(
        &mut self,
        node: &T,
        name: &str,
        expr: Option<&'a Expr>,
        position: Position,
    ) -> Compiled {
        let register = self.f.temporary();
        let (Some(expr), Some(scope)) = (expr, self.scopes.of_node(node)) else {
            let none = self.f.constant(Const::None);
            self.f.emit(Op::Const, register, 0, 0, none, position);
            return Ok(());
        };
        self.enter(scope, self.qualname_of(name));
        self.allocate_variables(&[], position)?;
        let value = self.f.temporary();
        match expr {
            Expr::Starred(starred) => {
                self.into(&starred.value, value)?;
                self.f.emit(Op::Unpack, value, value, 1, TAKE_B, position);
            }
            expr => self.into(expr, value)?,
        }
        self.f.emit(Op::Return, 0, value, 0, 0, position);
        let header = Header { name: name.into(), first_line: position.line, ..Header::default() };
        let unit = self.leave(header)?;
        self.f.release_to(register.into());
        self.make_function(unit, MakeFunction::default(), register, position)
    }

    fn name_constant(&mut self, name: &str, range: TextRange) {
        let register = self.f.temporary();
        self.load_constant(Const::Str(name.into()), range, register);
    }

    fn parameter_objects(
        &mut self,
        parameters: &'a ast::TypeParams,
        tuple: Register,
        position: Position,
    ) -> Compiled {
        for parameter in &parameters.type_params {
            let at = self.position(parameter.range());
            let name = parameter.name().as_str();
            let made = self.f.temporary();
            match parameter {
                ast::TypeParam::TypeVar(var) => {
                    let constrained =
                        var.bound.as_deref().is_some_and(|bound| bound.is_tuple_expr());
                    let maker = if constrained { "_constrained" } else { "_bounded" };
                    self.make_typing(maker, made, at, |this| {
                        this.name_constant(name, var.range);
                        this.thunk(&var.name, name, var.bound.as_deref(), at)?;
                        this.thunk(&var.node_index, name, var.default.as_deref(), at)?;
                        Ok(3)
                    })?;
                }
                ast::TypeParam::ParamSpec(spec) => {
                    self.make_typing("_param_spec", made, at, |this| {
                        this.name_constant(name, spec.range);
                        this.thunk(&spec.node_index, name, spec.default.as_deref(), at)?;
                        Ok(2)
                    })?;
                }
                ast::TypeParam::TypeVarTuple(tuple) => {
                    self.make_typing("_type_var_tuple", made, at, |this| {
                        this.name_constant(name, tuple.range);
                        this.thunk(&tuple.node_index, name, tuple.default.as_deref(), at)?;
                        Ok(2)
                    })?;
                }
            }
            self.store_name_at(name, at, Operand::temporary(made))?;
            self.f.release_to(made.into());
        }
        self.f.emit(Op::BuildList, tuple, 0, 0, 0, position);
        for parameter in &parameters.type_params {
            let register = self.f.temporary();
            self.load_name(parameter.name().as_str(), parameter.range(), register)?;
            self.f.emit(Op::ListAppend, tuple, register, 0, 0, position);
            self.f.release_to(register.into());
        }
        self.f.emit(Op::ListToTuple, tuple, 0, 0, 0, position);
        self.store_name_at(".type_params", position, Operand::local(tuple))
    }

    /// `function.__type_params__ = tuple`
    pub(super) fn set_type_parameters(
        &mut self,
        function: Register,
        tuple: Register,
        position: Position,
    ) {
        let site = self.f.attribute_site("__type_params__");
        let (function, tuple) = (Operand::local(function), Operand::local(tuple));
        self.f.emit_store(Op::StoreAttr, function, tuple, None, site, position);
    }

    /// `Generic[*tuple]`, which a class with type parameters is derived from, into a new temporary.
    pub(super) fn generic_base(&mut self, tuple: Register, position: Position) -> Compiled {
        let base = self.f.temporary();
        self.make_typing("_generic_base", base, position, |this| {
            let argument = this.f.temporary();
            this.f.emit(Op::Copy, argument, tuple, 0, 0, position);
            Ok(1)
        })
    }

    /// `type name[parameters] = value`
    pub(super) fn type_alias(&mut self, statement: &'a ast::StmtTypeAlias) -> Compiled {
        let Expr::Name(name) = statement.name.as_ref() else { return Ok(()) };
        let position = self.position(statement.range);
        let text = name.id.as_str();
        let top = self.f.top();
        let alias = self.f.temporary();
        match &statement.type_params {
            Some(parameters) => {
                self.with_type_parameters(
                    parameters,
                    None,
                    text,
                    alias,
                    position,
                    |this, generic, into| {
                        this.alias_object(statement, text, Some(generic.tuple), into, position)
                    },
                )?;
            }
            None => self.alias_object(statement, text, None, alias, position)?,
        }
        self.store_name_at(text, position, Operand::temporary(alias))?;
        self.f.release_to(top);
        Ok(())
    }

    fn alias_object(
        &mut self,
        statement: &'a ast::StmtTypeAlias,
        name: &str,
        tuple: Option<Register>,
        into: Register,
        position: Position,
    ) -> Compiled {
        self.make_typing("_alias", into, position, |this| {
            this.name_constant(name, statement.range);
            let parameters = this.f.temporary();
            match tuple {
                Some(tuple) => this.f.emit(Op::Copy, parameters, tuple, 0, 0, position),
                None => this.f.emit(Op::BuildTuple, parameters, 0, 0, 0, position),
            }
            this.thunk(&statement.value, name, Some(&statement.value), position)?;
            Ok(3)
        })
    }
}
