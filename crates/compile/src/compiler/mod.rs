//! From a syntax tree to code for the register machine.
//!
//! The compiler walks each block's tree once, in order of evaluation. What it makes is plain data
//! ([`Unit`]): no runtime is needed, and the disassembler shows all of it.

mod annotation;
mod assignment;
mod asynchronous;
mod call;
mod comprehension;
mod constant;
mod control;
mod definition;
mod disassemble;
mod doc;
mod escapes;
mod exceptions;
mod expression;
mod frame;
mod import;
mod instruction;
mod name;
mod options;
pub mod packed;
mod pattern;
mod statement;
mod string;
mod surrogate;
mod type_parameters;
mod unit;
mod warnings;

use std::rc::Rc;

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange};

pub use disassemble::disassemble;
pub use instruction::{INDEX, Instruction, METHOD, Op, Shape, TAKE_A, TAKE_B, TAKE_C, opcode};
pub use options::{Mode, Options};
pub use unit::{
    BinaryOperator, CodeConst, Comparison, Const, Handler, Operator, Piece, Traits, Unit,
};
pub use warnings::Warning;

use crate::scope::{CLASS_DICT, ScopeId, ScopeKind, Scopes};
use crate::syntax::{self, Position, Source, Survey, SyntaxError, SyntaxErrorKind};
use control::Block;
use frame::Frame;

/// Compiles a module.
///
/// # Errors
/// The first error of the text, as CPython words it.
pub fn compile_module(source: &Source) -> Result<Rc<Unit>, SyntaxError> {
    compile(source, Options::default())
}

/// Compiles a text.
///
/// # Errors
/// The first error of the text, as CPython words it.
pub fn compile(source: &Source, options: Options) -> Result<Rc<Unit>, SyntaxError> {
    compile_surveyed(source, &Survey::of(source)?, options)
}

/// Compiles a source that was surveyed, so that a host can ask beforehand whether there is room
/// for what compiling it takes.
///
/// # Errors
/// As for [`compile`].
pub fn compile_surveyed(
    source: &Source,
    survey: &Survey,
    options: Options,
) -> Result<Rc<Unit>, SyntaxError> {
    let compiled = syntax::with_stack_for(survey, || {
        let module = match options.mode {
            Mode::Exec | Mode::Typed => syntax::parse(source, options.max_digits)?,
            Mode::Single => syntax::parse_single(source, options.max_digits)?,
            Mode::Eval => syntax::parse_expression(source, options.max_digits)?,
        };
        let of_compiler = |error| SyntaxError { of_compiler: true, ..error };
        let scopes = Scopes::analyze(source, &module, options).map_err(of_compiler)?;
        let mut compiler = Compiler {
            source,
            scopes: &scopes,
            file: source.name().as_ref().into(),
            f: Frame::new(Scopes::MODULE, "<module>".into()),
            blocks: Vec::new(),
            outer: Vec::new(),
            displays: options.mode == Mode::Single,
            options,
        };
        let mut unit = match module.body.as_slice() {
            [ast::Stmt::Expr(only)] if options.mode == Mode::Eval => {
                compiler.expression_unit(only).map_err(of_compiler)?
            }
            _ => compiler.module(&module).map_err(of_compiler)?,
        };
        if let Some(unit) = Rc::get_mut(&mut unit) {
            unit.warnings = warnings::find(source, &module, options, scopes.future_annotations);
        }
        Ok(unit)
    });
    compiled.unwrap_or_else(|| {
        Err(SyntaxError::bare(source.name(), "").with_kind(SyntaxErrorKind::Memory))
    })
}

/// What CPython's parser says of the literals of a text before it comes to the error of it.
pub fn warnings_before(source: &Source, survey: &Survey, error: &SyntaxError) -> Vec<Warning> {
    let may_warn = |c: char| c == '\\' || c.is_ascii_digit();
    if !source.text().contains(may_warn) {
        return Vec::new();
    }
    // That a bracket is not closed is found at the end of the text.
    let whole = error.of_compiler || error.message.ends_with("was never closed");
    let before = |warning: &Warning| match error.position {
        Some(at) if !whole => {
            (warning.position.line, warning.position.column) < (at.line, at.column)
        }
        _ => whole,
    };
    let found = syntax::with_stack_for(survey, || {
        warnings::of_literals(source, &syntax::parse_as_far_as_possible(source))
    });
    found.unwrap_or_default().into_iter().filter(before).collect()
}

type Compiled<T = ()> = Result<T, SyntaxError>;

struct Compiler<'a> {
    source: &'a Source,
    scopes: &'a Scopes,
    file: Rc<str>,
    /// The frame being compiled.
    f: Frame,
    /// The statements around the present one, innermost last.
    blocks: Vec<Block<'a>>,
    /// The frames around it.
    outer: Vec<(Frame, Vec<Block<'a>>)>,
    /// Whether the values of expression statements of the module are displayed.
    displays: bool,
    options: Options,
}

/// What a unit's header says, beside what its frame holds.
#[derive(Default)]
struct Header {
    name: Rc<str>,
    first_line: u32,
    traits: Traits,
    positional: u32,
    positional_only: u32,
    keyword_only: u32,
    doc: Option<Rc<str>>,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, module: &'a ast::ModModule) -> Compiled<Rc<Unit>> {
        let start = Position { line: 1, end_line: 1, column: 0, end_column: 0 };
        self.allocate_variables(&[], start)?;
        let mut body: &'a [ast::Stmt] = &module.body;
        if self.scopes.get(Scopes::MODULE).has_annotations {
            self.f.emit(Op::SetupAnnotations, 0, 0, 0, 0, start);
        }
        if self.options.mode == Mode::Exec
            && let Some(text) = doc::docstring(body)
            && let Some((first, rest)) = body.split_first()
        {
            let position = self.position(first.range());
            if self.options.optimize < 2 {
                let text = Const::Str(doc::clean(text).into());
                self.store_constant_name("__doc__", text, position)?;
            }
            body = rest;
        }
        if let (Mode::Typed, Some((_, before))) = (self.options.mode, body.split_last()) {
            self.body(before)?;
            self.displays = true;
            body = body.get(before.len()..).unwrap_or_default();
        }
        self.body(body)?;
        self.return_none(start);
        let header = Header { name: "<module>".into(), first_line: 1, ..Header::default() };
        self.finish(header)
    }

    /// An expression whose value the code returns.
    fn expression_unit(&mut self, statement: &'a ast::StmtExpr) -> Compiled<Rc<Unit>> {
        let start = Position { line: 1, end_line: 1, column: 0, end_column: 0 };
        self.allocate_variables(&[], start)?;
        let register = self.f.temporary();
        self.into(&statement.value, register)?;
        let position = self.position(statement.range);
        self.f.emit(Op::Return, 0, register, 0, 0, position);
        let header = Header { name: "<module>".into(), first_line: 1, ..Header::default() };
        self.finish(header)
    }

    fn position(&self, range: TextRange) -> Position {
        self.source.position(range)
    }

    fn error<T>(&self, range: TextRange, message: impl Into<String>) -> Compiled<T> {
        Err(SyntaxError::at(self.source, self.position(range), message))
    }

    fn unsupported<T>(&self, range: TextRange, what: &str) -> Compiled<T> {
        self.error(range, format!("{what} is not supported by this host yet"))
    }

    /// Begins the frame of a block inside the present one.
    fn enter(&mut self, scope: ScopeId, qualname: Rc<str>) {
        let frame = std::mem::replace(&mut self.f, Frame::new(scope, qualname));
        self.outer.push((frame, std::mem::take(&mut self.blocks)));
    }

    /// Ends the present frame, and goes back to the one around it.
    fn leave(&mut self, header: Header) -> Compiled<Rc<Unit>> {
        let unit = self.finish(header)?;
        if let Some((frame, blocks)) = self.outer.pop() {
            self.f = frame;
            self.blocks = blocks;
        }
        Ok(unit)
    }

    fn qualname_of(&self, name: &str) -> Rc<str> {
        let scope = self.scopes.get(self.f.scope);
        let is_global = scope.symbols.get(name).is_some_and(|symbol| symbol.global);
        match scope.kind {
            ScopeKind::Module => name.into(),
            _ if is_global && !name.starts_with('<') => name.into(),
            ScopeKind::Class => format!("{}.{name}", self.f.qualname).into(),
            _ => format!("{}.<locals>.{name}", self.f.qualname).into(),
        }
    }

    fn finish(&mut self, header: Header) -> Compiled<Rc<Unit>> {
        self.f.resolve_labels();
        let f = std::mem::replace(&mut self.f, Frame::new(Scopes::MODULE, "".into()));
        let Some(registers) = f.registers() else {
            let name = &f.qualname;
            return Err(SyntaxError::at(
                self.source,
                f.positions.first().copied().unwrap_or_default(),
                format!("'{name}' needs more temporaries than this host has registers"),
            ));
        };
        let scope = self.scopes.get(f.scope);
        let mut traits = header.traits;
        if scope.kind.is_function_like() {
            traits.optimized = true;
            traits.nested = !self.outer.is_empty()
                && self
                    .outer
                    .iter()
                    .any(|(outer, _)| self.scopes.get(outer.scope).kind.is_function_like());
            (traits.is_async, traits.yields) = (scope.is_async, scope.is_generator);
        }
        traits.future_annotations = self.scopes.future_annotations;
        let cells = scope.cells.iter().map(|(_, name)| Rc::from(name.as_ref()));
        let class_cells = [
            scope.needs_class_cell.then(|| Rc::from("__class__")),
            scope.needs_class_dict.then(|| Rc::from(CLASS_DICT)),
        ];
        let mut locals = Vec::new();
        if scope.kind.is_function_like() {
            locals = self.local_names(f.scope);
        }
        let free_names: Vec<Rc<str>> =
            scope.free.iter().map(|name| Rc::from(name.as_ref())).collect();
        Ok(Rc::new(Unit {
            name: header.name,
            qualname: f.qualname,
            file: self.file.clone(),
            first_line: header.first_line,
            traits,
            positional: header.positional,
            positional_only: header.positional_only,
            keyword_only: header.keyword_only,
            locals,
            cell_names: cells.chain(class_cells.into_iter().flatten()).collect(),
            free_names,
            first_cell: f.first_cell,
            first_free: f.first_free,
            closure_is_far: !f.far_free.is_empty(),
            parameter_names: f.parameters,
            register_names: f.register_names,
            variables: f.variables,
            registers,
            far: f.far,
            far_register: f.far_register,
            doc: header.doc,
            constants: f.constants.into_iter().collect(),
            names: f.names.into_iter().collect(),
            attributes: f.attributes,
            methods: f.methods,
            globals: f.globals,
            operators: f.operators,
            code: f.code,
            sites: f.sites,
            positions: f.positions,
            handlers: f.handlers,
            warnings: Vec::new(),
        }))
    }

    fn return_none(&mut self, position: Position) {
        let register = self.f.temporary();
        let none = self.f.constant(Const::None);
        self.f.emit(Op::Const, register, 0, 0, none, position);
        self.f.emit(Op::Return, 0, register, 0, 0, position);
        self.f.release_to(register.into());
    }
}
