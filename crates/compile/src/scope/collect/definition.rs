//! Definitions that open blocks: functions, classes, type parameters; and annotations.

use std::rc::Rc;

use ruff_python_ast::visitor::Visitor;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::super::{ScopeId, ScopeKind};
use super::{Collector, Role};

impl Collector<'_> {
    pub(super) fn function(&mut self, def: &ast::StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.name(def.name.as_str(), Role::Bind, def.range);
        if def.type_params.is_some() {
            // Defaults are evaluated outside of the scope of the type parameters.
            self.defaults(&def.parameters);
        }
        self.with_type_parameters(def.type_params.as_deref(), None, |this| {
            if def.type_params.is_none() {
                this.defaults(&def.parameters);
            }
            this.parameter_annotations(&def.parameters);
            if let Some(returns) = &def.returns
                && !this.scopes.future_annotations
            {
                this.visit_expr(returns);
            }
            let outer = this.enter(ScopeKind::Function, def, None);
            this.scope().is_async = def.is_async;
            this.parameters(&def.parameters);
            this.visit_body(&def.body);
            this.current = outer;
        });
    }

    /// Walks what stands in the scope of type parameters, if there are any.
    pub(super) fn with_type_parameters(
        &mut self,
        parameters: Option<&ast::TypeParams>,
        class: Option<&str>,
        within: impl FnOnce(&mut Self),
    ) {
        let Some(parameters) = parameters else { return within(self) };
        let outer = self.enter_annotation(parameters, class, "the definition of a generic");
        if class.is_some() {
            let names = parameters.type_params.iter().map(|p| p.name().as_str().into()).collect();
            self.scope().private_names = Some(Rc::new(names));
        }
        let mut optional = false;
        for parameter in &parameters.type_params {
            let (name, current) = (parameter.name(), self.current);
            let default = match parameter {
                ast::TypeParam::TypeVar(var) => &var.default,
                ast::TypeParam::ParamSpec(spec) => &spec.default,
                ast::TypeParam::TypeVarTuple(tuple) => &tuple.default,
            };
            if optional && default.is_none() {
                let message =
                    format!("non-default type parameter '{name}' follows default type parameter");
                self.fail(parameter.range(), message);
            }
            optional |= default.is_some();
            if self.symbol(current, name.as_str()).bound {
                self.fail(name.range, format!("duplicate type parameter '{name}'"));
            }
            self.name(name.as_str(), Role::Bind, name.range);
            match parameter {
                ast::TypeParam::TypeVar(var) => {
                    let place = match var.bound.as_deref() {
                        Some(Expr::Tuple(_)) => "a TypeVar constraint",
                        _ => "a TypeVar bound",
                    };
                    self.thunk(&var.name, var.bound.as_deref(), place);
                    self.thunk(&var.node_index, var.default.as_deref(), "a TypeVar default");
                }
                ast::TypeParam::ParamSpec(spec) => {
                    self.thunk(&spec.node_index, spec.default.as_deref(), "a ParamSpec default");
                }
                ast::TypeParam::TypeVarTuple(tuple) => {
                    self.thunk(
                        &tuple.node_index,
                        tuple.default.as_deref(),
                        "a TypeVarTuple default",
                    );
                }
            }
        }
        self.name(".type_params", Role::Bind, parameters.range);
        within(self);
        self.current = outer;
    }

    /// An expression that is evaluated when asked for.
    pub(super) fn thunk<T>(&mut self, node: &T, expr: Option<&Expr>, place: &'static str) {
        let Some(expr) = expr else { return };
        let outer = self.enter_annotation(node, None, place);
        self.visit_expr(expr);
        self.current = outer;
    }

    /// Opens a scope of type parameters or of what is evaluated when asked for: it sees the names of
    /// the class whose body it stands in.
    fn enter_annotation<T>(
        &mut self,
        node: &T,
        class: Option<&str>,
        place: &'static str,
    ) -> ScopeId {
        let around = self.scope();
        let (kind, class_dict) = (around.kind, around.class_dict);
        let outer = self.enter(ScopeKind::Lambda, node, class);
        let scope = self.scope();
        scope.annotation = true;
        scope.forbids = Some(place);
        scope.class_dict = if kind == ScopeKind::Class { Some(outer) } else { class_dict };
        outer
    }

    pub(super) fn class(&mut self, def: &ast::StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.name(def.name.as_str(), Role::Bind, def.range);
        let class = Some(def.name.as_str());
        self.with_type_parameters(def.type_params.as_deref(), class, |this| {
            if let Some(arguments) = &def.arguments {
                this.visit_arguments(arguments);
            }
            let outer = this.enter(ScopeKind::Class, def, Some(def.name.as_str()));
            for name in ["__module__", "__qualname__"] {
                this.name(name, Role::Bind, def.range);
            }
            if def.type_params.is_some() {
                this.name(".type_params", Role::Use, def.range);
                this.name("__type_params__", Role::Bind, def.range);
            }
            this.visit_body(&def.body);
            this.current = outer;
        });
    }

    pub(super) fn annotated_assignment(&mut self, assign: &ast::StmtAnnAssign) {
        let kind = self.scope().kind;
        if let (Expr::Name(name), true) = (assign.target.as_ref(), assign.simple) {
            let current = self.current;
            let symbol = *self.symbol(current, name.id.as_str());
            if kind != ScopeKind::Module && (symbol.global || symbol.nonlocal) {
                let word = if symbol.global { "global" } else { "nonlocal" };
                return self
                    .fail(assign.range, format!("annotated name '{}' can't be {word}", name.id));
            }
            self.name(name.id.as_str(), Role::Bind, name.range);
            self.symbol(current, name.id.as_str()).annotated = true;
            if matches!(kind, ScopeKind::Module | ScopeKind::Class) {
                self.scope().has_annotations = true;
                self.name("__annotations__", Role::Use, name.range);
            }
        } else if let Expr::Name(name) = assign.target.as_ref() {
            // `(name): annotation` binds nothing.
            if assign.value.is_some() {
                self.name(name.id.as_str(), Role::Bind, name.range);
            }
        } else {
            self.visit_expr(&assign.target);
        }
        if self.scopes.future_annotations {
            self.text_annotation(&assign.annotation);
        } else {
            let before = self.error.is_some();
            let module_or_class = matches!(kind, ScopeKind::Module | ScopeKind::Class);
            if module_or_class || before {
                self.visit_expr(&assign.annotation);
            }
        }
        if let Some(value) = &assign.value {
            self.visit_expr(value);
        }
    }

    pub(super) fn parameters(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_source_order() {
            let name = parameter.name();
            let current = self.current;
            if name.as_str() == "__debug__" {
                return self.fail(name.range, "cannot assign to __debug__");
            }
            if self.symbol(current, name.as_str()).parameter {
                return self.fail(
                    name.range,
                    format!("duplicate argument '{name}' in function definition"),
                );
            }
            self.symbol(current, name.as_str()).parameter = true;
        }
        let first = parameters.posonlyargs.first().or_else(|| parameters.args.first());
        self.scope().first_parameter = first.map(|first| first.name().as_str().into());
    }

    /// Defaults belong to the block around the function.
    pub(super) fn defaults(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
    }

    fn parameter_annotations(&mut self, parameters: &ast::Parameters) {
        for parameter in parameters.iter_source_order() {
            match parameter.annotation() {
                Some(annotation) if self.scopes.future_annotations => {
                    self.text_annotation(annotation);
                }
                Some(annotation) => self.visit_expr(annotation),
                None => {}
            }
        }
    }
}
