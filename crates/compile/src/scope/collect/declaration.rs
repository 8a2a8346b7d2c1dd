//! Declarations about names: `global`, `nonlocal`, and imports from the future.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::TextRange;

use super::super::ScopeKind;
use super::Collector;

impl Collector<'_> {
    pub(super) fn global(&mut self, names: &[ast::Identifier], range: TextRange) {
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

    pub(super) fn nonlocal(&mut self, names: &[ast::Identifier], range: TextRange) {
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
            let mangled = self.scopes.scopes[current].mangle(name.as_str()).as_ref().into();
            self.nonlocals.push((current, mangled, range));
        }
    }

    /// Each nonlocal name must have a binding in a function around, known only at the end.
    pub(super) fn check_nonlocals(&mut self) {
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

    pub(super) fn future_imports(&mut self, body: &[Stmt]) {
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
}
