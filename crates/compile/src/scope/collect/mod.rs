//! First pass: what every block does with every name, and the syntax errors that this shows.

mod declaration;
mod definition;

use std::collections::{HashMap, HashSet};

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{Scope, ScopeId, ScopeKind, Scopes, Symbol, node_key};
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

/// What messages call a generator expression.
const GENERATOR: &str = "generator expression";

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
        let private_names = match kind {
            ScopeKind::Class => None,
            _ => parent.and_then(|parent| self.scopes.scopes[parent].private_names.clone()),
        };
        self.scopes.scopes.push(Scope {
            kind,
            parent,
            frame,
            class_name,
            private_names,
            needs_class_dict: false,
            class_dict: None,
            comprehension: "",
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
        let name = scope.mangle(name).as_ref().into();
        scope.symbols.entry(name).or_default()
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
            Role::Iteration if symbol.walrus => {
                let message = format!(
                    "comprehension inner loop cannot rebind assignment expression target '{name}'"
                );
                return self.fail(range, message);
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
        if let Some(place) = self.scopes.scopes[scope].forbids {
            let word = if place.starts_with("the ") { "within" } else { "in" };
            let message = format!(
                "assignment expression within a comprehension cannot be used {word} {place}"
            );
            return self.fail(target.range, message);
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

    fn comprehension<T>(
        &mut self,
        word: &'static str,
        node: &T,
        elements: &[&Expr],
        generators: &[ast::Comprehension],
    ) {
        let kind = match word {
            GENERATOR => ScopeKind::GeneratorExpression,
            _ => ScopeKind::Comprehension,
        };
        let Some((first, rest)) = generators.split_first() else { return };
        self.in_iterable += 1;
        self.visit_expr(&first.iter);
        self.in_iterable -= 1;
        let outer = self.enter(kind, node, None);
        self.scope().comprehension = word;
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

    fn yields(&mut self, range: TextRange) {
        if self.forbidden(range, "yield") {
            return;
        }
        match self.scope().kind {
            ScopeKind::Function | ScopeKind::Lambda => self.scope().is_generator = true,
            ScopeKind::GeneratorExpression => {
                self.fail(range, "'yield' inside generator expression");
            }
            ScopeKind::Comprehension => {
                let node = self.scope().comprehension;
                self.fail(range, format!("'yield' inside {node}"));
            }
            // The compiler refuses it, after what is wrong with names anywhere.
            ScopeKind::Module | ScopeKind::Class => {}
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
                self.with_type_parameters(statement.type_params.as_deref(), None, |this| {
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
                    self.defaults(parameters);
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
                let word = "list comprehension";
                self.comprehension(word, node, &[&node.elt], &node.generators);
            }
            Expr::SetComp(node) => {
                let word = "set comprehension";
                self.comprehension(word, node, &[&node.elt], &node.generators);
            }
            Expr::DictComp(node) => {
                let word = "dict comprehension";
                let mut elements: Vec<&Expr> = node.key.iter().map(|key| key.as_ref()).collect();
                elements.push(&node.value);
                self.comprehension(word, node, &elements, &node.generators);
            }
            Expr::Generator(node) => {
                self.comprehension(GENERATOR, node, &[&node.elt], &node.generators);
            }
            Expr::Yield(node) => {
                self.yields(node.range);
                if let Some(value) = &node.value {
                    self.visit_expr(value);
                }
            }
            Expr::YieldFrom(node) => {
                self.yields(node.range);
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
