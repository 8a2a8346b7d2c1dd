//! First pass: what every block does with every name, and the syntax errors that this shows.

use std::collections::{HashMap, HashSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{Scope, ScopeId, ScopeKind, Scopes, Symbol, mangle, node_key};
use crate::compiler::Options;
use crate::syntax::{ErrorEnd, MAX_NESTING, Source, SyntaxError, SyntaxErrorKind};

pub(super) fn collect(
    source: &Source,
    module: &ast::ModModule,
    options: Options,
) -> Result<Scopes, SyntaxError> {
    let mut collector = Collector {
        source,
        scopes: Scopes {
            scopes: Vec::new(),
            by_node: HashMap::new(),
            in_frame: Vec::new(),
            future_annotations: options.future_annotations,
            named: options.named,
        },
        current: 0,
        nonlocals: Vec::new(),
        globals: HashMap::new(),
        depth: 0,
        in_iterable: 0,
        error: None,
    };
    collector.current = collector.open(ScopeKind::Module, None, None);
    collector.future_imports(&module.body);
    collector.visit_body(&module.body);
    collector.check_nonlocals();
    match collector.error {
        Some(error) => Err(error),
        None => Ok(collector.scopes),
    }
}

struct Collector<'a> {
    source: &'a Source,
    scopes: Scopes,
    current: ScopeId,
    nonlocals: Vec<(ScopeId, Box<str>, TextRange)>,
    /// Where names were declared `global`: CPython reports a contradiction there.
    globals: HashMap<(ScopeId, Box<str>), TextRange>,
    depth: u32,
    /// How many iterable expressions of comprehensions are being walked.
    in_iterable: u32,
    error: Option<SyntaxError>,
}

/// How a name is met.
#[derive(Clone, Copy)]
enum Role {
    Use,
    Bind,
    Import,
    Delete,
    Walrus,
    Iteration,
}

impl Collector<'_> {
    fn fail(&mut self, range: TextRange, message: impl Into<String>) {
        if self.error.is_none() {
            self.error = Some(SyntaxError::at(self.source, self.source.position(range), message));
        }
    }

    /// An error that says where it begins and nothing more.
    fn fail_without_end(&mut self, range: TextRange, message: impl Into<String>) {
        self.fail(range, message);
        if let Some(error) = &mut self.error {
            error.end = ErrorEnd::Missing;
        }
    }

    fn open(&mut self, kind: ScopeKind, parent: Option<ScopeId>, class: Option<&str>) -> ScopeId {
        let id = self.scopes.scopes.len();
        let frame = match (kind, parent) {
            (ScopeKind::Comprehension, Some(parent)) => self.scopes.scopes[parent].frame,
            _ => id,
        };
        let class_name = match class {
            Some(class) => Some(class.into()),
            None => parent.and_then(|parent| self.scopes.scopes[parent].class_name.clone()),
        };
        self.scopes.scopes.push(Scope {
            kind,
            parent,
            frame,
            class_name,
            symbols: Default::default(),
            free: Default::default(),
            cells: Vec::new(),
            needs_class_cell: false,
            is_generator: kind == ScopeKind::GeneratorExpression,
            is_async: false,
            static_attributes: Default::default(),
            first_parameter: None,
            annotation: false,
            forbids: None,
            has_annotations: false,
        });
        id
    }

    /// Opens the scope of `node` inside the current one, and makes it the current one.
    fn enter<T>(&mut self, kind: ScopeKind, node: &T, class: Option<&str>) -> ScopeId {
        let outer = self.current;
        let id = self.open(kind, Some(outer), class);
        self.scopes.by_node.insert(node_key(node), id);
        self.current = id;
        outer
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.scopes[self.current]
    }

    fn symbol(&mut self, scope: ScopeId, name: &str) -> &mut Symbol {
        let scope = &mut self.scopes.scopes[scope];
        let name = mangle(scope.class_name.as_deref(), name);
        scope.symbols.entry(name.as_ref().into()).or_default()
    }

    fn name(&mut self, name: &str, role: Role, range: TextRange) {
        if name == "__debug__" {
            match role {
                Role::Use => {}
                Role::Delete => return self.fail(range, "cannot delete __debug__"),
                _ => return self.fail(range, "cannot assign to __debug__"),
            }
        }
        let current = self.current;
        let symbol = self.symbol(current, name);
        match role {
            Role::Use => symbol.used = true,
            Role::Bind => {
                symbol.bound = true;
                symbol.imported = false;
            }
            Role::Import => {
                symbol.imported = !symbol.bound;
                symbol.bound = true;
            }
            Role::Delete => {
                symbol.bound = true;
                symbol.unbound = true;
            }
            Role::Walrus => {
                symbol.bound = true;
                symbol.walrus = true;
            }
            Role::Iteration => {
                symbol.bound = true;
                symbol.iteration = true;
            }
        }
        let function = matches!(self.scope().kind, ScopeKind::Function | ScopeKind::Lambda)
            || self.scope().kind.is_function_like();
        if matches!(role, Role::Use) && name == "super" && function {
            self.symbol(current, "__class__").used = true;
        }
    }

    /// The target of an assignment expression is bound in the block around all comprehensions.
    fn walrus(&mut self, target: &ast::ExprName, whole: TextRange) {
        let name = target.id.as_str();
        if self.in_iterable > 0 {
            return self.fail(
                whole,
                "assignment expression cannot be used in a comprehension iterable expression",
            );
        }
        let mut scope = self.current;
        let mut inside = Vec::new();
        while matches!(
            self.scopes.scopes[scope].kind,
            ScopeKind::Comprehension | ScopeKind::GeneratorExpression
        ) {
            if self.symbol(scope, name).iteration {
                return self.fail(
                    target.range,
                    format!(
                        "assignment expression cannot rebind comprehension iteration variable \
                         '{name}'"
                    ),
                );
            }
            inside.push(scope);
            let Some(parent) = self.scopes.scopes[scope].parent else { break };
            scope = parent;
        }
        if inside.is_empty() {
            return self.name(name, Role::Walrus, target.range);
        }
        if self.scopes.scopes[scope].kind == ScopeKind::Class {
            return self.fail(
                target.range,
                "assignment expression within a comprehension cannot be used in a class body",
            );
        }
        let former = std::mem::replace(&mut self.current, scope);
        self.name(name, Role::Walrus, target.range);
        self.current = former;
        for scope in inside {
            let symbol = self.symbol(scope, name);
            symbol.used = true;
            symbol.walrus = true;
        }
    }

    fn global(&mut self, names: &[ast::Identifier], range: TextRange) {
        for name in names {
            let current = self.current;
            let symbol = *self.symbol(current, name.as_str());
            let message = if symbol.parameter {
                Some(format!("name '{name}' is parameter and global"))
            } else if symbol.used {
                Some(format!("name '{name}' is used prior to global declaration"))
            } else if symbol.annotated {
                Some(format!("annotated name '{name}' can't be global"))
            } else if symbol.nonlocal {
                Some(format!("name '{name}' is nonlocal and global"))
            } else if symbol.bound && !symbol.imported {
                Some(format!("name '{name}' is assigned to before global declaration"))
            } else {
                None
            };
            if let Some(message) = message {
                return self.fail(range, message);
            }
            self.symbol(current, name.as_str()).global = true;
            self.globals.insert((current, name.as_str().into()), range);
        }
    }

    fn nonlocal(&mut self, names: &[ast::Identifier], range: TextRange) {
        if self.scope().kind == ScopeKind::Module {
            return self.fail(range, "nonlocal declaration not allowed at module level");
        }
        for name in names {
            let current = self.current;
            let symbol = *self.symbol(current, name.as_str());
            let message = if symbol.parameter {
                Some(format!("name '{name}' is parameter and nonlocal"))
            } else if symbol.used {
                Some(format!("name '{name}' is used prior to nonlocal declaration"))
            } else if symbol.annotated {
                Some(format!("annotated name '{name}' can't be nonlocal"))
            } else if symbol.global {
                let declared = self.globals.get(&(current, name.as_str().into()));
                let declared = declared.copied().unwrap_or(range);
                return self.fail(declared, format!("name '{name}' is nonlocal and global"));
            } else if symbol.bound && !symbol.imported {
                Some(format!("name '{name}' is assigned to before nonlocal declaration"))
            } else {
                None
            };
            if let Some(message) = message {
                return self.fail(range, message);
            }
            self.symbol(current, name.as_str()).nonlocal = true;
            let class = self.scopes.scopes[current].class_name.clone();
            let mangled = mangle(class.as_deref(), name.as_str()).as_ref().into();
            self.nonlocals.push((current, mangled, range));
        }
    }

    /// Each nonlocal name must have a binding in a function around, known only at the end.
    fn check_nonlocals(&mut self) {
        for (scope, name, range) in std::mem::take(&mut self.nonlocals) {
            let mut current = self.scopes.scopes[scope].parent;
            let mut found = false;
            while let Some(id) = current {
                let scope = &self.scopes.scopes[id];
                if scope.kind.is_function_like()
                    && let Some(symbol) = scope.symbols.get(&name)
                {
                    if symbol.global {
                        break;
                    }
                    if (symbol.bound || symbol.parameter) && !symbol.nonlocal {
                        if scope.annotation {
                            let message =
                                format!("nonlocal binding not allowed for type parameter '{name}'");
                            return self.fail(range, message);
                        }
                        found = true;
                        break;
                    }
                }
                if scope.kind == ScopeKind::Class && *name == *"__class__" {
                    found = true;
                    break;
                }
                current = scope.parent;
            }
            if !found {
                return self.fail(range, format!("no binding for nonlocal '{name}' found"));
            }
        }
    }

    fn future_imports(&mut self, body: &[Stmt]) {
        let mut allowed = true;
        for (index, statement) in body.iter().enumerate() {
            match statement {
                Stmt::Expr(expr) if index == 0 && expr.value.is_string_literal_expr() => {}
                Stmt::ImportFrom(import)
                    if import.level == 0 && import.module.as_deref() == Some("__future__") =>
                {
                    if !allowed {
                        return self.fail(
                            import.range,
                            "from __future__ imports must occur at the beginning of the file",
                        );
                    }
                    for alias in &import.names {
                        match alias.name.as_str() {
                            "annotations" => self.scopes.future_annotations = true,
                            "nested_scopes" | "generators" | "division" | "absolute_import"
                            | "with_statement" | "print_function" | "unicode_literals"
                            | "generator_stop" => {}
                            "barry_as_FLUFL" => {
                                return self.fail(
                                    import.range,
                                    "future feature barry_as_FLUFL is not supported by this host",
                                );
                            }
                            "braces" => return self.fail_without_end(import.range, "not a chance"),
                            other => {
                                return self.fail_without_end(
                                    import.range,
                                    format!("future feature {other} is not defined"),
                                );
                            }
                        }
                    }
                }
                _ => allowed = false,
            }
        }
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
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

    /// Defaults and annotations belong to the block around the function.
    fn signature_expressions(&mut self, parameters: &ast::Parameters, annotations: bool) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default() {
                self.visit_expr(default);
            }
        }
        if annotations {
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

    fn comprehension<T>(
        &mut self,
        kind: ScopeKind,
        node: &T,
        elements: &[&Expr],
        generators: &[ast::Comprehension],
    ) {
        let Some((first, rest)) = generators.split_first() else { return };
        self.in_iterable += 1;
        self.visit_expr(&first.iter);
        self.in_iterable -= 1;
        let outer = self.enter(kind, node, None);
        if kind == ScopeKind::GeneratorExpression {
            self.symbol(self.current, ".0").parameter = true;
        }
        self.iteration_target(&first.target);
        for test in &first.ifs {
            self.visit_expr(test);
        }
        for generator in rest {
            self.iteration_target(&generator.target);
            self.in_iterable += 1;
            self.visit_expr(&generator.iter);
            self.in_iterable -= 1;
            for test in &generator.ifs {
                self.visit_expr(test);
            }
        }
        if generators.iter().any(|generator| generator.is_async) {
            self.scope().is_async = true;
        }
        for element in elements {
            self.visit_expr(element);
        }
        let is_async = self.scope().is_async && kind == ScopeKind::Comprehension;
        self.current = outer;
        // What is asynchronous makes the comprehension around it so.
        let around = self.scope();
        if is_async && around.kind != ScopeKind::Function {
            around.is_async = true;
        }
    }

    fn iteration_target(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => {
                if self.symbol(self.current, name.id.as_str()).walrus {
                    return self.fail(
                        name.range,
                        format!(
                            "comprehension inner loop cannot rebind assignment expression target \
                             '{}'",
                            name.id
                        ),
                    );
                }
                self.name(name.id.as_str(), Role::Iteration, name.range);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|e| self.iteration_target(e)),
            Expr::List(list) => list.elts.iter().for_each(|e| self.iteration_target(e)),
            Expr::Starred(starred) => self.iteration_target(&starred.value),
            other => self.visit_expr(other),
        }
    }

    /// Whether the scope forbids such an expression, which is an error then.
    fn forbidden(&mut self, range: TextRange, what: &str) -> bool {
        let Some(place) = self.scope().forbids else { return false };
        self.fail(range, format!("{what} expression cannot be used within {place}"));
        true
    }

    /// An annotation that is kept as text: it is looked at for what none may have.
    fn text_annotation(&mut self, annotation: &Expr) {
        let mut finder = Suspending(None);
        finder.visit_expr(annotation);
        if let Some((range, what)) = finder.0 {
            self.fail(range, format!("{what} expression cannot be used within an annotation"));
        }
    }

    fn yields(&mut self, range: TextRange, word: &str) {
        if self.forbidden(range, "yield") {
            return;
        }
        match self.scope().kind {
            ScopeKind::Function | ScopeKind::Lambda => self.scope().is_generator = true,
            ScopeKind::GeneratorExpression => {
                self.fail(range, "'yield' inside generator expression");
            }
            ScopeKind::Comprehension => {
                let node = "list comprehension";
                self.fail(range, format!("'yield' inside {node}"));
            }
            ScopeKind::Module | ScopeKind::Class => {
                self.fail(range, format!("'{word}' outside function"));
            }
        }
    }

    /// `self.x = ...` anywhere in a class: it notes `x` (`__static_attributes__`).
    fn static_attribute(&mut self, attribute: &ast::ExprAttribute) {
        let Expr::Name(object) = attribute.value.as_ref() else { return };
        if object.id.as_str() != "self" {
            return;
        }
        let mut class = Some(self.current);
        while let Some(id) = class {
            if self.scopes.scopes[id].kind == ScopeKind::Class {
                self.scopes.scopes[id].static_attributes.insert(attribute.attr.as_str().into());
                return;
            }
            class = self.scopes.scopes[id].parent;
        }
    }

    /// The names that a pattern binds, and the expressions in it.
    fn pattern(&mut self, pattern: &ast::Pattern) {
        match pattern {
            ast::Pattern::MatchValue(value) => self.visit_expr(&value.value),
            ast::Pattern::MatchSingleton(_) => {}
            ast::Pattern::MatchSequence(sequence) => {
                sequence.patterns.iter().for_each(|pattern| self.pattern(pattern));
            }
            ast::Pattern::MatchMapping(mapping) => {
                for (key, pattern) in mapping.keys.iter().zip(&mapping.patterns) {
                    self.visit_expr(key);
                    self.pattern(pattern);
                }
                if let Some(rest) = &mapping.rest {
                    self.name(rest.as_str(), Role::Bind, rest.range);
                }
            }
            ast::Pattern::MatchClass(class) => {
                self.visit_expr(&class.cls);
                class.arguments.patterns.iter().for_each(|pattern| self.pattern(pattern));
                let keywords = class.arguments.keywords.iter();
                keywords.for_each(|keyword| self.pattern(&keyword.pattern));
            }
            ast::Pattern::MatchStar(star) => {
                if let Some(name) = &star.name {
                    self.name(name.as_str(), Role::Bind, name.range);
                }
            }
            ast::Pattern::MatchAs(capture) => {
                if let Some(inner) = &capture.pattern {
                    self.pattern(inner);
                }
                if let Some(name) = &capture.name {
                    self.name(name.as_str(), Role::Bind, name.range);
                }
            }
            ast::Pattern::MatchOr(alternatives) => {
                alternatives.patterns.iter().for_each(|pattern| self.pattern(pattern));
            }
        }
    }

    fn import_name(&mut self, alias: &ast::Alias, statement: TextRange) {
        let bound = match &alias.asname {
            Some(name) => name.as_str(),
            None => alias.name.as_str().split('.').next().unwrap_or_default(),
        };
        self.name(bound, Role::Import, statement);
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.name(def.name.as_str(), Role::Bind, def.range);
        self.with_type_parameters(def.type_params.as_deref(), |this| {
            this.signature_expressions(&def.parameters, true);
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
    fn with_type_parameters(
        &mut self,
        parameters: Option<&ast::TypeParams>,
        within: impl FnOnce(&mut Self),
    ) {
        let Some(parameters) = parameters else { return within(self) };
        let outer = self.enter(ScopeKind::Lambda, parameters, None);
        self.scope().annotation = true;
        self.scope().forbids = Some("the definition of a generic");
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
    fn thunk<T>(&mut self, node: &T, expr: Option<&Expr>, place: &'static str) {
        let Some(expr) = expr else { return };
        let outer = self.enter(ScopeKind::Lambda, node, None);
        self.scope().annotation = true;
        self.scope().forbids = Some(place);
        self.visit_expr(expr);
        self.current = outer;
    }

    fn class(&mut self, def: &ast::StmtClassDef) {
        for decorator in &def.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.name(def.name.as_str(), Role::Bind, def.range);
        self.with_type_parameters(def.type_params.as_deref(), |this| {
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

    fn annotated_assignment(&mut self, assign: &ast::StmtAnnAssign) {
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
}

impl<'a> Visitor<'a> for Collector<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        match statement {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Global(global) => self.global(&global.names, global.range),
            Stmt::Nonlocal(nonlocal) => self.nonlocal(&nonlocal.names, nonlocal.range),
            Stmt::Import(import) => {
                import.names.iter().for_each(|alias| self.import_name(alias, import.range));
            }
            Stmt::ImportFrom(import) => {
                let future = import.level == 0 && import.module.as_deref() == Some("__future__");
                if future && self.scope().kind != ScopeKind::Module {
                    return self.fail(
                        import.range,
                        "from __future__ imports must occur at the beginning of the file",
                    );
                }
                for alias in &import.names {
                    if alias.name.as_str() == "*" {
                        if self.scope().kind != ScopeKind::Module {
                            self.fail(alias.range, "import * only allowed at module level");
                        }
                    } else {
                        let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                        self.name(bound.as_str(), Role::Import, import.range);
                    }
                }
            }
            Stmt::AnnAssign(assign) => self.annotated_assignment(assign),
            Stmt::AugAssign(assign) => {
                if let Expr::Name(name) = assign.target.as_ref() {
                    self.name(name.id.as_str(), Role::Bind, name.range);
                } else {
                    self.visit_expr(&assign.target);
                }
                self.visit_expr(&assign.value);
            }
            Stmt::Assign(assign) => {
                // The value first: it is evaluated first, and a `global` after a use is an error.
                self.visit_expr(&assign.value);
                for target in &assign.targets {
                    self.visit_expr(target);
                }
            }
            Stmt::Try(statement) => {
                self.visit_body(&statement.body);
                for handler in &statement.handlers {
                    let ast::ExceptHandler::ExceptHandler(handler) = handler;
                    if let Some(class) = &handler.type_ {
                        self.visit_expr(class);
                    }
                    if let Some(name) = &handler.name {
                        self.name(name.as_str(), Role::Bind, handler.range);
                        let current = self.current;
                        self.symbol(current, name.as_str()).unbound = true;
                    }
                    self.visit_body(&handler.body);
                }
                self.visit_body(&statement.orelse);
                self.visit_body(&statement.finalbody);
            }
            Stmt::TypeAlias(statement) => {
                if let Expr::Name(name) = statement.name.as_ref() {
                    self.name(name.id.as_str(), Role::Bind, name.range);
                }
                self.with_type_parameters(statement.type_params.as_deref(), |this| {
                    this.thunk(&statement.value, Some(&statement.value), "a type alias");
                });
            }
            Stmt::Match(statement) => {
                self.visit_expr(&statement.subject);
                for case in &statement.cases {
                    self.pattern(&case.pattern);
                    if let Some(guard) = &case.guard {
                        self.visit_expr(guard);
                    }
                    self.visit_body(&case.body);
                }
            }
            Stmt::Return(statement) => {
                if !self.scope().kind.is_function_like() {
                    return self.fail(statement.range, "'return' outside function");
                }
                if let Some(value) = &statement.value {
                    self.visit_expr(value);
                }
            }
            other => {
                self.depth += 1;
                if self.depth > MAX_NESTING {
                    self.too_deep(other.range());
                } else {
                    visitor::walk_stmt(self, other);
                }
                self.depth -= 1;
            }
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        self.depth += 1;
        if self.depth > MAX_NESTING {
            self.too_deep(expr.range());
            return;
        }
        match expr {
            Expr::Name(name) => {
                let role = match name.ctx {
                    ExprContext::Store => Role::Bind,
                    ExprContext::Del => Role::Delete,
                    ExprContext::Load | ExprContext::Invalid => Role::Use,
                };
                self.name(name.id.as_str(), role, name.range);
            }
            Expr::Attribute(attribute) => {
                if attribute.ctx == ExprContext::Store {
                    self.static_attribute(attribute);
                    if attribute.attr.as_str() == "__debug__" {
                        self.fail(attribute.range, "cannot assign to __debug__");
                    }
                }
                self.visit_expr(&attribute.value);
            }
            Expr::Lambda(lambda) => {
                if let Some(parameters) = &lambda.parameters {
                    self.signature_expressions(parameters, false);
                }
                let outer = self.enter(ScopeKind::Lambda, lambda, None);
                if let Some(parameters) = &lambda.parameters {
                    self.parameters(parameters);
                }
                self.visit_expr(&lambda.body);
                self.current = outer;
            }
            Expr::Named(named) => {
                self.forbidden(named.range, "named");
                self.visit_expr(&named.value);
                if let Expr::Name(target) = named.target.as_ref() {
                    self.walrus(target, named.range);
                }
            }
            Expr::ListComp(node) => {
                let kind = ScopeKind::Comprehension;
                self.comprehension(kind, node, &[&node.elt], &node.generators);
            }
            Expr::SetComp(node) => {
                let kind = ScopeKind::Comprehension;
                self.comprehension(kind, node, &[&node.elt], &node.generators);
            }
            Expr::DictComp(node) => {
                let kind = ScopeKind::Comprehension;
                let mut elements: Vec<&Expr> = node.key.iter().map(|key| key.as_ref()).collect();
                elements.push(&node.value);
                self.comprehension(kind, node, &elements, &node.generators);
            }
            Expr::Generator(node) => {
                let kind = ScopeKind::GeneratorExpression;
                self.comprehension(kind, node, &[&node.elt], &node.generators);
            }
            Expr::Yield(node) => {
                self.yields(node.range, "yield");
                if let Some(value) = &node.value {
                    self.visit_expr(value);
                }
            }
            Expr::YieldFrom(node) => {
                self.yields(node.range, "yield from");
                self.visit_expr(&node.value);
            }
            Expr::Await(node) => {
                self.forbidden(node.range, "await");
                let scope = self.scope();
                if matches!(scope.kind, ScopeKind::Comprehension | ScopeKind::GeneratorExpression) {
                    scope.is_async = true;
                }
                self.visit_expr(&node.value);
            }
            Expr::Call(call) => {
                self.visit_expr(&call.func);
                self.visit_arguments(&call.arguments);
            }
            other => visitor::walk_expr(self, other),
        }
        self.depth -= 1;
    }

    fn visit_arguments(&mut self, arguments: &'a ast::Arguments) {
        let mut seen = HashSet::new();
        for keyword in &arguments.keywords {
            let Some(name) = &keyword.arg else { continue };
            if name.as_str() == "__debug__" {
                self.fail(keyword.range, "cannot assign to __debug__");
            }
            if !seen.insert(name.as_str()) {
                self.fail(keyword.range, format!("keyword argument repeated: {name}"));
            }
        }
        visitor::walk_arguments(self, arguments);
    }
}

/// Finds the first expression that suspends or binds.
struct Suspending(Option<(TextRange, &'static str)>);

impl<'a> Visitor<'a> for Suspending {
    fn visit_expr(&mut self, expr: &'a Expr) {
        let what = match expr {
            Expr::Yield(_) | Expr::YieldFrom(_) => "yield",
            Expr::Await(_) => "await",
            Expr::Named(_) => "named",
            _ => return visitor::walk_expr(self, expr),
        };
        self.0 = self.0.or(Some((expr.range(), what)));
    }
}

impl Collector<'_> {
    fn too_deep(&mut self, range: TextRange) {
        self.fail(range, "maximum recursion depth exceeded during compilation");
        if let Some(error) = self.error.take() {
            self.error = Some(error.with_kind(SyntaxErrorKind::Recursion));
        }
    }
}
