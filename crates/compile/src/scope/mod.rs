//! Scopes: which names each block binds, and where each name that it uses lives.
//!
//! Two passes as the language reference tells it ("Naming and binding"): `collect` walks the tree
//! once and notes what every block does with every name, `resolve` then decides where the names
//! live. The compiler walks the tree again and asks.

mod collect;
mod mangle;
mod resolve;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use indexmap::IndexMap;

pub use mangle::mangle;
pub use resolve::CLASS_DICT;

use crate::compiler::Options;
use crate::syntax::{Source, SyntaxError};
use ruff_python_ast as ast;

/// Index of a scope in [`Scopes`].
pub type ScopeId = usize;

/// What kind of block a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// A module.
    Module,
    /// A class body.
    Class,
    /// A function.
    Function,
    /// A lambda.
    Lambda,
    /// A generator expression: a function of its own.
    GeneratorExpression,
    /// A list, set or dict comprehension: it binds names of its own, and runs in the frame of the
    /// block around it (PEP 709).
    Comprehension,
}

impl ScopeKind {
    /// Whether names bound here are seen by blocks inside.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }
}

/// What a block does with a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Symbol {
    /// It is a parameter.
    pub parameter: bool,
    /// It is bound here: assigned, imported, defined, a loop variable.
    pub bound: bool,
    /// Only imports have bound it so far.
    pub imported: bool,
    /// Its value is used.
    pub used: bool,
    /// Declared `global`.
    pub global: bool,
    /// Declared `nonlocal`.
    pub nonlocal: bool,
    /// Has an annotation.
    pub annotated: bool,
    /// Unbound somewhere: `del`, or the name of an `except` clause.
    pub unbound: bool,
    /// Bound by an assignment expression.
    pub walrus: bool,
    /// It is the loop variable of a comprehension.
    pub iteration: bool,
    /// A block inside, with a frame of its own, refers to it: it lives in a cell.
    pub captured: bool,
}

/// Where a name lives, seen from the block that uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a register of this frame; the scope that binds it.
    Local(ScopeId),
    /// In a cell of this frame; the scope that binds it.
    Cell(ScopeId),
    /// In a cell that the function carries.
    Free,
    /// In a class namespace, and if it is not there among globals and built-ins.
    ClassName,
    /// In a class namespace, and if it is not there in a cell that the class body carries.
    ClassNameOrFree,
    /// In the namespace of the class around, and if it is not there among globals and built-ins.
    ClassDict,
    /// In the namespace of the class around, and if it is not there in a cell.
    ClassDictOrFree,
    /// Among globals and built-ins.
    Global,
}

/// One block.
#[derive(Debug)]
pub struct Scope {
    /// What kind of block.
    pub kind: ScopeKind,
    /// The block around it.
    pub parent: Option<ScopeId>,
    /// The scope whose frame it runs in: itself, unless it is an inlined comprehension.
    pub frame: ScopeId,
    /// The name of the class around it, for private names.
    pub class_name: Option<Box<str>>,
    /// The only names that are private here, if not all are: those of a class's type parameters, in
    /// what stands between them and its body.
    pub private_names: Option<Rc<BTreeSet<Box<str>>>>,
    /// All names that appear, in order of first appearance.
    pub symbols: IndexMap<Box<str>, Symbol>,
    /// Names that live in cells of enclosing functions (frames only).
    pub free: BTreeSet<Box<str>>,
    /// Names and scopes, in this frame, that need cells (frames only).
    pub cells: Vec<(ScopeId, Box<str>)>,
    /// A function inside refers to `__class__` of this class.
    pub needs_class_cell: bool,
    /// It has a `yield`.
    pub is_generator: bool,
    /// It is `async`, or has an `await` in a comprehension.
    pub is_async: bool,
    /// Attributes assigned through the first parameter of a method (`__static_attributes__`; class
    /// scopes only).
    pub static_attributes: BTreeSet<Box<str>>,
    /// The name of the first parameter, if this is a function.
    pub first_parameter: Option<Box<str>>,
    /// A scope inside looks up names in the namespace of this class.
    pub needs_class_dict: bool,
    /// It belongs to type parameters or is evaluated when asked for, in the body of this class, whose
    /// names it sees before all others.
    pub class_dict: Option<ScopeId>,
    /// What messages call it, if it is a comprehension.
    pub comprehension: &'static str,
    /// It belongs to type parameters or is evaluated when asked for.
    pub annotation: bool,
    /// What the scope belongs to, if nothing may suspend or bind in it: a type alias, a bound, ...
    pub forbids: Option<&'static str>,
    /// There are annotations of simple names (module and class scopes).
    pub has_annotations: bool,
}

/// All blocks of one module, and which node each belongs to.
#[derive(Debug)]
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: HashMap<usize, ScopeId>,
    /// For each scope those that run in its frame, in order, itself included.
    in_frame: Vec<Vec<ScopeId>>,
    /// `from __future__ import annotations` was seen.
    pub future_annotations: bool,
    /// Names at the top are looked up in a namespace before the globals.
    named: bool,
}

impl Scope {
    /// Whether a parameter is the first of the positional ones.
    pub fn positional_first(&self, name: &str) -> bool {
        self.first_parameter.as_deref().is_some_and(|first| self.mangle(first) == name)
    }

    /// A name as this scope knows it: private names are mangled.
    pub fn mangle<'a>(&self, name: &'a str) -> Cow<'a, str> {
        match &self.private_names {
            Some(names) if !names.contains(name) => name.into(),
            _ => mangle(self.class_name.as_deref(), name),
        }
    }
}

impl Scopes {
    /// The scope of the module itself.
    pub const MODULE: ScopeId = 0;

    /// Analyses a module.
    ///
    /// # Errors
    /// The syntax errors that concern names: see the messages in `collect` and `resolve`.
    pub fn analyze(
        source: &Source,
        module: &ast::ModModule,
        options: Options,
    ) -> Result<Self, SyntaxError> {
        let mut scopes = collect::collect(source, module, options)?;
        resolve::resolve(&mut scopes);
        scopes.in_frame.resize(scopes.count(), Vec::new());
        for (id, scope) in scopes.scopes.iter().enumerate() {
            if let Some(members) = scopes.in_frame.get_mut(scope.frame) {
                members.push(id);
            }
        }
        Ok(scopes)
    }

    /// How many scopes there are.
    pub fn count(&self) -> usize {
        self.scopes.len()
    }

    /// The scopes that run in a scope's frame, itself included.
    pub fn in_frame(&self, frame: ScopeId) -> &[ScopeId] {
        self.in_frame.get(frame).map_or(&[], Vec::as_slice)
    }

    /// A scope.
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }

    /// The scope that a node opens.
    pub fn of_node<T>(&self, node: &T) -> Option<ScopeId> {
        self.by_node.get(&node_key(node)).copied()
    }

    /// Where a (mangled) name lives, seen from a scope.
    pub fn place(&self, scope: ScopeId, name: &str) -> Place {
        resolve::place(self, scope, name)
    }

    /// The name as this scope knows it: private names are mangled.
    pub fn mangled<'a>(&self, scope: ScopeId, name: &'a str) -> Cow<'a, str> {
        self.get(scope).mangle(name)
    }
}

/// Nodes do not move between the two walks: their address tells them apart.
fn node_key<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}
