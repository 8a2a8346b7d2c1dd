//! Functions, lambdas and classes.

use std::rc::Rc;

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::control::nowhere;
use super::expression::MAX_INLINE_ITEMS;
use super::frame::{Operand, Register};
use super::type_parameters::Generic;
use super::{Compiled, Compiler, Const, Header, Op, TAKE_B, Traits, Unit, doc};
use crate::syntax::Position;

/// What goes with a code object into a function; the numbers are those of the instruction.
#[derive(Default)]
pub(super) struct MakeFunction {
    /// Which temporaries are there, from the base on: 1 defaults, 2 keyword-only defaults,
    /// 4 annotations.
    pub(super) parts: u8,
}

/// More decorators wait in a list.
const MAX_DECORATORS: usize = 8;

const DEFAULTS: u8 = 1;
const KEYWORD_DEFAULTS: u8 = 2;
const ANNOTATIONS: u8 = 4;
const CLOSURE: u8 = 8;

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, def: &'a ast::StmtFunctionDef) -> Compiled {
        self.definition(
            def.range,
            &def.name,
            &def.decorator_list,
            def.type_params.as_deref(),
            Some(&def.parameters),
            |this, qualname, generic, into, position| {
                let given = generic.as_ref().map(|generic| generic.given);
                this.function_object(def, qualname, given, into, position)?;
                if let Some(generic) = generic {
                    this.set_type_parameters(into, generic.tuple, position);
                }
                Ok(())
            },
        )
    }

    /// What `def` and `class` share: decorators and type parameters around what `object` puts into a
    /// temporary, of a qualified name and, if there are type parameters, what is known of them; then
    /// the name is bound. The defaults of a function's parameters are evaluated outside of the scope
    /// of type parameters.
    fn definition(
        &mut self,
        range: TextRange,
        name: &'a ast::Identifier,
        decorators: &'a [ast::Decorator],
        type_parameters: Option<&'a ast::TypeParams>,
        parameters: Option<&'a ast::Parameters>,
        object: impl FnOnce(&mut Self, Rc<str>, Option<Generic>, Register, Position) -> Compiled,
    ) -> Compiled {
        let top = self.f.top();
        let position = self.definition_position(range, decorators, name.range);
        let into = self.decorators(decorators)?;
        let name = name.as_str();
        let qualname = self.qualname_of(name);
        match type_parameters {
            None => object(self, qualname, None, into, position)?,
            Some(generic) => self.with_type_parameters(
                generic,
                parameters,
                name,
                into,
                position,
                |this, generic, value| object(this, qualname, Some(generic), value, position),
            )?,
        }
        self.f.release_to(usize::from(into) + 1);
        self.decorate(decorators, into)?;
        let value = Operand::temporary(self.first_of(decorators, into));
        self.store_name_at(name, position, value)?;
        self.f.release_to(top);
        Ok(())
    }

    /// The function of a `def`, past decorators and type parameters, into a temporary.
    fn function_object(
        &mut self,
        def: &'a ast::StmtFunctionDef,
        qualname: Rc<str>,
        given: Option<u8>,
        into: Register,
        position: Position,
    ) -> Compiled {
        let Some(scope) = self.scopes.of_node(def) else { return Ok(()) };
        let base = self.f.temporaries(0);
        let mut parts = match given {
            None => self.defaults(&def.parameters)?,
            Some(parts) => {
                for number in 0..parts.count_ones() as u8 {
                    let value = self.f.temporary();
                    self.f.emit(Op::Move, value, number, 0, 0, position);
                }
                parts
            }
        };
        parts |= self.annotations(&def.parameters, def.returns.as_deref())?;
        let first_line = match def.decorator_list.first() {
            Some(decorator) => self.position(decorator.range).line,
            None => position.line,
        };
        self.enter(scope, qualname);
        let names = self.parameter_names(scope, &def.parameters);
        self.allocate_variables(&names, Position { line: first_line, ..position })?;
        let mut body: &'a [ast::Stmt] = &def.body;
        let mut text = None;
        if let Some(written) = doc::docstring(body) {
            text = (self.options.optimize < 2).then(|| Rc::from(doc::clean(written)));
            body = body.get(1..).unwrap_or_default();
        }
        // The docstring is the first constant; without one, `None` is.
        let doc = text.as_ref().map_or(Const::None, |text: &Rc<str>| Const::Str(text.clone()));
        self.f.constant(doc);
        self.body(body)?;
        let last = self.f.positions.last().copied().unwrap_or(position);
        self.return_none(nowhere(last));
        let mut header = self.parameter_header(&def.parameters);
        header.name = def.name.as_str().into();
        header.first_line = first_line;
        header.doc = text;
        let unit = self.leave(header)?;
        self.make_function(unit, MakeFunction { parts }, base, position)?;
        self.f.emit(Op::Move, into, base, 0, 0, position);
        if into == base {
            self.f.code.pop();
            self.f.positions.pop();
            self.f.sites.pop();
        }
        self.f.release_to(usize::from(into) + 1);
        Ok(())
    }

    /// The line of `def` or `class` itself, past the decorators.
    fn definition_position(
        &self,
        whole: TextRange,
        decorators: &[ast::Decorator],
        name: TextRange,
    ) -> Position {
        let all = self.position(whole);
        if decorators.is_empty() {
            return all;
        }
        let name = self.position(name);
        Position { line: name.line, column: 0, ..all }
    }

    /// Evaluates decorators, each where its call begins; returns where the function goes.
    fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Compiled<Register> {
        if decorators.len() > MAX_DECORATORS {
            // They wait in a list, which lies before the function.
            let list = self.f.temporary();
            for (index, decorator) in decorators.iter().enumerate() {
                let position = self.position(decorator.expression.range());
                if index == 0 {
                    self.f.emit(Op::BuildList, list, 0, 0, 0, position);
                }
                let register = self.f.temporary();
                self.into(&decorator.expression, register)?;
                self.f.emit(Op::ListAppend, list, register, 0, 0, position);
                self.f.release_to(register.into());
            }
            return Ok(self.f.temporary());
        }
        for decorator in decorators {
            let register = self.f.temporary();
            self.f.temporary();
            self.into(&decorator.expression, register)?;
        }
        Ok(self.f.temporary())
    }

    fn first_of(&self, decorators: &[ast::Decorator], into: Register) -> Register {
        if decorators.len() > MAX_DECORATORS {
            return into;
        }
        into.saturating_sub(Register::try_from(2 * decorators.len()).unwrap_or(Register::MAX))
    }

    /// Calls the decorators, last first: each result is the next one's argument.
    fn decorate(&mut self, decorators: &'a [ast::Decorator], into: Register) -> Compiled {
        if decorators.len() > MAX_DECORATORS {
            let list = into.saturating_sub(1);
            let base = self.f.temporaries(3);
            for (index, decorator) in decorators.iter().enumerate().rev() {
                let position = self.position(decorator.expression.range());
                self.item(list, index, base, position);
                self.f.emit(Op::Move, base.saturating_add(2), into, 0, 0, position);
                self.f.emit(Op::Call, base, 1, into, 0, position);
                if index == 0 {
                    self.f.emit(Op::Clear, list, 0, 0, 0, position);
                }
            }
            self.f.release_to(base.into());
            return Ok(());
        }
        let mut argument = into;
        for decorator in decorators.iter().rev() {
            let position = self.position(decorator.expression.range());
            let base = argument.saturating_sub(2);
            self.f.emit(Op::Call, base, 1, base, 0, position);
            argument = base;
        }
        Ok(())
    }

    fn parameter_names(&self, scope: usize, parameters: &ast::Parameters) -> Vec<Rc<str>> {
        let ordinary = parameters.iter_non_variadic_params().map(|p| p.name());
        let variadic = [&parameters.vararg, &parameters.kwarg].into_iter().flatten();
        ordinary
            .chain(variadic.map(|p| &p.name))
            .map(|name| Rc::from(self.scopes.mangled(scope, name.as_str()).as_ref()))
            .collect()
    }

    fn parameter_header(&self, parameters: &ast::Parameters) -> Header {
        Header {
            traits: Traits {
                var_positional: parameters.vararg.is_some(),
                var_keyword: parameters.kwarg.is_some(),
                ..Traits::default()
            },
            positional: (parameters.posonlyargs.len() + parameters.args.len()) as u32,
            positional_only: parameters.posonlyargs.len() as u32,
            keyword_only: parameters.kwonlyargs.len() as u32,
            ..Header::default()
        }
    }

    /// Evaluates defaults into temporaries in a row; says which parts of a signature they are.
    pub(super) fn defaults(&mut self, parameters: &'a ast::Parameters) -> Compiled<u8> {
        let mut parts = 0;
        let position = self.position(parameters.range);
        let positional = || parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<&'a Expr> = positional().filter_map(|p| p.default.as_deref()).collect();
        if !defaults.is_empty() {
            parts |= DEFAULTS;
            let tuple = self.f.temporary();
            self.built_tuple(&defaults, tuple, position)?;
        }
        if parameters.kwonlyargs.iter().any(|p| p.default.is_some()) {
            parts |= KEYWORD_DEFAULTS;
            let dict = self.f.temporary();
            self.f.emit(Op::BuildDict, dict, 0, 0, 0, position);
            for parameter in &parameters.kwonlyargs {
                if let Some(default) = &parameter.default {
                    let name = self.scopes.mangled(self.f.viewpoint, parameter.name().as_str());
                    let name = Const::Str(name.as_ref().into());
                    self.dict_entry(dict, name, parameter.range, |this, value| {
                        this.into(default, value)
                    })?;
                }
            }
        }
        Ok(parts)
    }

    /// Evaluates annotations into a new temporary, if there are any; says which parts of a signature
    /// they are.
    fn annotations(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
    ) -> Compiled<u8> {
        // Those of positional-only parameters come behind those of the other positional ones.
        let annotated: Vec<(&'a str, TextRange, &'a Expr)> = parameters
            .args
            .iter()
            .chain(&parameters.posonlyargs)
            .map(|p| &p.parameter)
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwonlyargs.iter().map(|p| &p.parameter))
            .chain(parameters.kwarg.as_deref())
            .filter_map(|p| Some((p.name.as_str(), p.name.range, p.annotation.as_deref()?)))
            .chain(returns.map(|returns| ("return", returns.range(), returns)))
            .collect();
        if annotated.is_empty() {
            return Ok(0);
        }
        let position = self.position(parameters.range);
        let dict = self.f.temporary();
        self.f.emit(Op::BuildDict, dict, 0, 0, 0, position);
        for (name, range, annotation) in annotated {
            let name = self.scopes.mangled(self.f.viewpoint, name);
            let name = Const::Str(name.as_ref().into());
            self.dict_entry(dict, name, range, |this, value| this.annotation(annotation, value))?;
        }
        Ok(ANNOTATIONS)
    }

    fn dict_entry(
        &mut self,
        dict: Register,
        key: Const,
        range: TextRange,
        value: impl FnOnce(&mut Self, Register) -> Compiled,
    ) -> Compiled {
        let position = self.position(range);
        let first = self.f.temporary();
        self.load_constant(key, range, first);
        let second = self.f.temporary();
        value(self, second)?;
        self.f.emit(Op::DictSet, dict, first, second, 0, position);
        self.f.release_to(first.into());
        Ok(())
    }

    /// A tuple built item by item, so that any number fits.
    pub(super) fn built_tuple(
        &mut self,
        items: &[&'a Expr],
        into: Register,
        position: Position,
    ) -> Compiled {
        self.f.emit(Op::BuildList, into, 0, 0, 0, position);
        for item in items {
            let value = self.f.temporary();
            self.into(item, value)?;
            self.f.emit(Op::ListAppend, into, value, 0, 0, position);
            self.f.release_to(value.into());
        }
        self.f.emit(Op::ListToTuple, into, 0, 0, 0, position);
        Ok(())
    }

    /// Makes the function in `base`, where the parts of its signature begin.
    pub(super) fn make_function(
        &mut self,
        unit: Rc<Unit>,
        made: MakeFunction,
        base: Register,
        position: Position,
    ) -> Compiled {
        let mut parts = made.parts;
        if !unit.free_names.is_empty() {
            parts |= CLOSURE;
            self.closure(&unit.free_names, position);
        }
        let code = self.f.constant(Const::Code(super::CodeConst(unit)));
        self.f.emit(Op::MakeFunction, base, base, parts, code, position);
        self.f.release_to(usize::from(base));
        self.f.temporary();
        Ok(())
    }

    /// The tuple of cells that a function carries, in a new temporary.
    fn closure(&mut self, names: &[Rc<str>], position: Position) {
        let tuple = self.f.temporary();
        let in_a_row = names.len() <= MAX_INLINE_ITEMS && self.f.crowd().is_none();
        if in_a_row {
            self.f.release_to(tuple.into());
        } else {
            self.f.emit(Op::BuildList, tuple, 0, 0, 0, position);
        }
        for name in names {
            let register = self.f.temporary();
            let cell = self.captured_register(name, position).unwrap_or_default();
            self.f.emit(Op::Copy, register, cell, 0, 0, position);
            self.drop_cells(usize::from(register) + 1, position);
            if !in_a_row {
                self.f.emit(Op::ListAppend, tuple, register, 0, 0, position);
                self.f.release_to(register.into());
            }
        }
        match in_a_row {
            true => self.f.emit(Op::BuildTuple, tuple, tuple, 0, names.len() as u32, position),
            false => self.f.emit(Op::ListToTuple, tuple, 0, 0, 0, position),
        }
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda, into: Register) -> Compiled {
        let position = self.position(lambda.range);
        let Some(scope) = self.scopes.of_node(lambda) else { return Ok(()) };
        let base = self.f.temporaries(0);
        let mut made = MakeFunction::default();
        let mut header = Header::default();
        if let Some(parameters) = &lambda.parameters {
            made.parts = self.defaults(parameters)?;
            header = self.parameter_header(parameters);
        }
        header.name = "<lambda>".into();
        header.first_line = position.line;
        self.enter(scope, self.qualname_of("<lambda>"));
        let names = match &lambda.parameters {
            Some(parameters) => self.parameter_names(scope, parameters),
            None => Vec::new(),
        };
        self.allocate_variables(&names, position)?;
        self.f.constant(Const::None);
        let value = self.operand(&lambda.body)?;
        let at = self.position(lambda.body.range());
        self.f.emit(Op::Return, 0, value.register, 0, 0, at);
        let unit = self.leave(header)?;
        self.make_function(unit, made, base, position)?;
        self.f.emit(Op::Move, into, base, 0, 0, position);
        Ok(())
    }

    pub(super) fn class(&mut self, def: &'a ast::StmtClassDef) -> Compiled {
        self.definition(
            def.range,
            &def.name,
            &def.decorator_list,
            def.type_params.as_deref(),
            None,
            |this, qualname, generic, into, position| {
                let parameters = generic.map(|generic| generic.tuple);
                this.class_object(def, qualname, parameters, into, position)
            },
        )
    }

    /// The class of a class statement, past decorators and type parameters, whose tuple may be
    /// given, into a temporary.
    fn class_object(
        &mut self,
        def: &'a ast::StmtClassDef,
        qualname: Rc<str>,
        parameters: Option<Register>,
        into: Register,
        position: Position,
    ) -> Compiled {
        let Some(scope) = self.scopes.of_node(def) else { return Ok(()) };
        let first_line = match def.decorator_list.first() {
            Some(decorator) => self.position(decorator.range).line,
            None => position.line,
        };
        self.f.emit(Op::LoadBuildClass, into, 0, 0, 0, position);
        self.f.temporary();
        let body = self.f.temporaries(0);
        let unit = self.class_body(def, scope, qualname, first_line, position)?;
        self.make_function(unit, MakeFunction::default(), body, position)?;
        let name = self.f.temporary();
        self.load_constant(Const::Str(def.name.as_str().into()), def.range, name);
        self.class_call(into, def.arguments.as_deref(), parameters, position)?;
        self.f.release_to(usize::from(into) + 1);
        Ok(())
    }

    fn class_body(
        &mut self,
        def: &'a ast::StmtClassDef,
        scope: usize,
        qualname: Rc<str>,
        first_line: u32,
        position: Position,
    ) -> Compiled<Rc<Unit>> {
        self.enter(scope, qualname.clone());
        let start = Position { line: first_line, ..position };
        self.allocate_variables(&[], start)?;
        let register = self.f.temporary();
        let module = self.f.global_site("__name__");
        self.f.emit(Op::LoadName, register, 0, 0, module, start);
        let module = self.f.name("__module__");
        self.f.emit(Op::StoreName, 0, register, 0, module | TAKE_B, start);
        self.f.release_to(register.into());
        self.store_constant_name("__qualname__", Const::Str(qualname), start)?;
        let line = Const::Int(first_line.into());
        self.store_constant_name("__firstlineno__", line, start)?;
        if def.type_params.is_some() {
            let register = self.f.temporary();
            self.load_name(".type_params", def.name.range, register)?;
            let value = Operand::temporary(register);
            self.store_name_at("__type_params__", start, value)?;
            self.f.release_to(register.into());
        }
        let mut body: &'a [ast::Stmt] = &def.body;
        if self.scopes.get(scope).has_annotations {
            self.f.emit(Op::SetupAnnotations, 0, 0, 0, 0, start);
        }
        if let Some(text) = doc::docstring(body) {
            let at = body.first().map_or(start, |first| self.position(first.range()));
            self.store_constant_name("__doc__", Const::Str(doc::clean(text).into()), at)?;
            body = body.get(1..).unwrap_or_default();
        }
        self.body(body)?;
        let start = nowhere(start);
        if let Some(cell) = self.f.class_dict {
            let register = self.f.temporary();
            self.f.emit(Op::Copy, register, cell, 0, 0, start);
            let name = self.f.name("__classdictcell__");
            self.f.emit(Op::StoreName, 0, register, 0, name | TAKE_B, start);
            self.f.release_to(register.into());
        }
        let attributes = &self.scopes.get(scope).static_attributes;
        let attributes = Self::names_constant(attributes.iter().map(AsRef::as_ref));
        self.store_constant_name("__static_attributes__", attributes, start)?;
        match self.f.class_cell {
            Some(cell) => {
                let register = self.f.temporary();
                self.f.emit(Op::Copy, register, cell, 0, 0, start);
                let name = self.f.name("__classcell__");
                self.f.emit(Op::StoreName, 0, register, 0, name, start);
                self.f.emit(Op::Return, 0, register, 0, 0, start);
                self.f.release_to(register.into());
            }
            None => self.return_none(start),
        }
        let name = def.name.as_str().into();
        self.leave(Header { name, first_line, ..Header::default() })
    }
}
