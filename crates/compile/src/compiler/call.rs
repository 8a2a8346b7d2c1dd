//! Calls.
//!
//! The function, its receiver and the arguments lie in a row of temporaries: a Python function's
//! frame begins right there, so arguments are never copied.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::expression::MAX_INLINE_ITEMS;
use super::frame::{DISCARD, Operand, Register};
use super::{Compiled, Compiler, Const, METHOD, Op};
use crate::syntax::Position;

/// Built-in functions that look at their caller's namespace.
const NAMESPACE_FUNCTIONS: [&str; 4] = ["locals", "globals", "vars", "dir"];

impl<'a> Compiler<'a> {
    /// A call whose result goes to `into`; [`DISCARD`] drops it.
    pub(super) fn call(&mut self, call: &'a ast::ExprCall, into: Register) -> Compiled {
        let mut position = self.position(call.range());
        let arguments = &call.arguments;
        if arguments.is_empty()
            && let Expr::Name(name) = call.func.as_ref()
        {
            let function = name.id.as_str();
            if function == "super" && self.in_function() {
                return self.call_super(name, into, position);
            }
            if NAMESPACE_FUNCTIONS.contains(&function) {
                let register = self.base(into);
                self.load_name(function, name.range, register)?;
                self.f.emit(Op::CallNamespace, register, 0, 0, 0, position);
                return self.deliver(register, into, position);
            }
        }
        if let Expr::Name(name) = call.func.as_ref()
            && matches!(name.id.as_str(), "exec" | "eval")
            && self.in_function()
        {
            self.f.emit(Op::ShowLocals, 0, 0, 0, 0, position);
        }
        let base = self.base(into);
        let receiver = self.f.temporary();
        let simple = is_simple(arguments);
        let mut method = 0;
        match call.func.as_ref() {
            Expr::Attribute(attribute) if simple => {
                let top = self.f.top();
                let object = match attribute.value.as_ref() {
                    Expr::Name(name) => match self.borrowed_local(name) {
                        Some(register) => Operand::local(register),
                        None => self.temporary_object(&attribute.value, receiver)?,
                    },
                    _ => self.temporary_object(&attribute.value, receiver)?,
                };
                self.f.release_to(top);
                let at = self.attribute_position(attribute);
                if at.line != position.line {
                    position = Position { line: at.line, column: at.column, ..position };
                }
                let name = self.scopes.mangled(self.f.viewpoint, attribute.attr.as_str());
                let site = self.f.method_site(&name);
                // The object is taken from the receiver's register: no flag needed there.
                self.f.emit(Op::LoadMethod, base, object.register, 0, site, at);
                method = METHOD;
            }
            function => self.into(function, base)?,
        }
        if !simple {
            return self.call_unpacked(base, arguments, into, position);
        }
        for argument in &arguments.args {
            let register = self.f.temporary();
            self.into(argument, register)?;
        }
        for keyword in &arguments.keywords {
            let register = self.f.temporary();
            self.into(&keyword.value, register)?;
        }
        let count = arguments.args.len() + arguments.keywords.len();
        self.emit_call(base, method, count, &arguments.keywords, into, position);
        Ok(())
    }

    fn emit_call(
        &mut self,
        base: Register,
        method: u32,
        count: usize,
        keywords: &[ast::Keyword],
        into: Register,
        position: Position,
    ) {
        let count = count as u8;
        if keywords.is_empty() {
            self.f.emit(Op::Call, base, count, into, method, position);
        } else {
            let names = keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
            let names: Vec<Const> = names.map(|name| Const::Str(name.as_str().into())).collect();
            let names = self.f.constant(Const::Tuple(names.into()));
            self.f.emit(Op::CallKeyword, base, count, into, names | method, position);
        }
    }

    /// The register where a call's row begins: `into` itself if it is the topmost temporary.
    fn base(&mut self, into: Register) -> Register {
        let is_top =
            into != DISCARD && self.f.is_temporary(into) && usize::from(into) + 1 == self.f.top();
        if is_top { into } else { self.f.temporary() }
    }

    fn deliver(&mut self, from: Register, into: Register, position: Position) -> Compiled {
        if into == DISCARD {
            self.f.emit(Op::Clear, from, 0, 0, 0, position);
        } else if from != into {
            self.f.emit(Op::Move, into, from, 0, 0, position);
        }
        Ok(())
    }

    /// Computes the object of a method call into the receiver's register.
    fn temporary_object(&mut self, expr: &'a Expr, receiver: Register) -> Compiled<Operand> {
        self.into(expr, receiver)?;
        Ok(Operand::temporary(receiver))
    }

    /// `super()`: the class cell and the first parameter go with the call.
    fn call_super(
        &mut self,
        name: &'a ast::ExprName,
        into: Register,
        position: Position,
    ) -> Compiled {
        let register = self.base(into);
        self.load_name("super", name.range, register)?;
        let top = self.f.top();
        let class = self.cell_register("__class__", position).unwrap_or(DISCARD);
        let scope = self.scopes.get(self.f.scope);
        let first = match scope.symbols.iter().find(|(_, symbol)| symbol.parameter) {
            Some((name, symbol)) if scope.positional_first(name) => {
                let viewpoint = std::mem::replace(&mut self.f.viewpoint, self.f.scope);
                let cell = match symbol.captured {
                    true => self.cell_register(name, position),
                    false => self.far_parameter(name, position),
                };
                self.f.viewpoint = viewpoint;
                match cell {
                    Some(cell) => (cell, 1),
                    None => (0, 0),
                }
            }
            _ => (DISCARD, 0),
        };
        self.f.emit(Op::CallSuper, register, class, first.0, first.1, position);
        self.drop_cells(top, position);
        self.deliver(register, into, position)
    }

    /// A call with `*` or `**`, or with very many arguments.
    fn call_unpacked(
        &mut self,
        base: Register,
        arguments: &'a ast::Arguments,
        into: Register,
        position: Position,
    ) -> Compiled {
        let positional = self.f.temporary();
        self.unpacked_positional(base, arguments, &[], positional, position)?;
        self.unpacked_keywords(base, arguments, position)?;
        self.f.emit(Op::CallUnpacked, base, 0, into, 0, position);
        Ok(())
    }

    /// Builds the sequence of positional arguments: `leading` registers, then the arguments.
    fn unpacked_positional(
        &mut self,
        base: Register,
        arguments: &'a ast::Arguments,
        leading: &[Register],
        positional: Register,
        position: Position,
    ) -> Compiled {
        if leading.is_empty()
            && let [Expr::Starred(only)] = &*arguments.args
        {
            // `f(*args)`: the sequence itself, which the call turns into a tuple.
            return self.into(&only.value, positional);
        }
        self.f.emit(Op::BuildList, positional, 0, 0, 0, position);
        for register in leading {
            self.f.emit(Op::ListAppend, positional, *register, 0, 0, position);
        }
        for argument in &arguments.args {
            let value = self.f.temporary();
            match argument {
                Expr::Starred(starred) => {
                    self.into(&starred.value, value)?;
                    self.f.emit(Op::ArgumentsExtend, positional, value, base, 0, position);
                }
                other => {
                    self.into(other, value)?;
                    self.f.emit(Op::ListAppend, positional, value, 0, 0, position);
                }
            }
            self.f.release_to(value.into());
        }
        Ok(())
    }

    /// Builds the mapping of keyword arguments in the next register, or leaves it empty.
    fn unpacked_keywords(
        &mut self,
        base: Register,
        arguments: &'a ast::Arguments,
        position: Position,
    ) -> Compiled {
        let mapping = self.f.temporary();
        if arguments.keywords.is_empty() {
            self.f.emit(Op::Clear, mapping, 0, 0, 0, position);
            return Ok(());
        }
        self.f.emit(Op::BuildDict, mapping, 0, 0, 0, position);
        let mut pending = 0;
        let flush = |this: &mut Self, pending: &mut u32, top: usize| {
            if *pending > 0 {
                let value = this.f.temporary();
                let first = top as u8;
                this.f.emit(Op::BuildDict, value, first, 0, *pending, position);
                this.f.emit(Op::KeywordsMerge, mapping, value, base, 0, position);
                *pending = 0;
            }
            this.f.release_to(top);
        };
        let top = self.f.top();
        for keyword in &arguments.keywords {
            match &keyword.arg {
                Some(name) => {
                    let key = self.f.temporary();
                    self.load_constant(Const::Str(name.as_str().into()), keyword.range, key);
                    let value = self.f.temporary();
                    self.into(&keyword.value, value)?;
                    pending += 1;
                    if pending as usize >= MAX_INLINE_ITEMS / 2 {
                        flush(self, &mut pending, top);
                    }
                }
                None => {
                    flush(self, &mut pending, top);
                    let value = self.f.temporary();
                    self.into(&keyword.value, value)?;
                    self.f.emit(Op::KeywordsMerge, mapping, value, base, 0, position);
                    self.f.release_to(top);
                }
            }
        }
        flush(self, &mut pending, top);
        Ok(())
    }

    /// The call of `__build_class__`: the function is in `base`, two arguments follow it already.
    pub(super) fn class_call(
        &mut self,
        base: Register,
        arguments: Option<&'a ast::Arguments>,
        parameters: Option<Register>,
        position: Position,
    ) -> Compiled {
        let generic = usize::from(parameters.is_some());
        let Some(arguments) = arguments else {
            if let Some(parameters) = parameters {
                self.generic_base(parameters, position)?;
            }
            self.emit_call(base, 0, 2 + generic, &[], base, position);
            return Ok(());
        };
        if is_simple(arguments) {
            for argument in &arguments.args {
                let register = self.f.temporary();
                self.into(argument, register)?;
            }
            if let Some(parameters) = parameters {
                self.generic_base(parameters, position)?;
            }
            for keyword in &arguments.keywords {
                let register = self.f.temporary();
                self.into(&keyword.value, register)?;
            }
            let count = 2 + generic + arguments.args.len() + arguments.keywords.len();
            self.emit_call(base, 0, count, &arguments.keywords, base, position);
            return Ok(());
        }
        // The two arguments move up, so that the list can take their place.
        let (body, name) = (base.saturating_add(2), base.saturating_add(3));
        let row = self.f.temporaries(2);
        let second = row.saturating_add(1);
        self.f.emit(Op::Move, row, body, 0, 0, position);
        self.f.emit(Op::Move, second, name, 0, 0, position);
        self.unpacked_positional(base, arguments, &[row, second], body, position)?;
        if let Some(parameters) = parameters {
            let top = self.f.top();
            self.generic_base(parameters, position)?;
            self.f.emit(Op::ListAppend, body, top as u8, 0, 0, position);
        }
        self.f.release_to(usize::from(base) + 3);
        self.unpacked_keywords(base, arguments, position)?;
        self.f.emit(Op::CallUnpacked, base, 0, base, 0, position);
        Ok(())
    }
}

fn is_simple(arguments: &ast::Arguments) -> bool {
    arguments.len() <= MAX_INLINE_ITEMS
        && !arguments.args.iter().any(Expr::is_starred_expr)
        && arguments.keywords.iter().all(|keyword| keyword.arg.is_some())
}
