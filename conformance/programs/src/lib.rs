//! The project's one generator of random Python programs.
//!
//! A program makes classes (multiple inheritance, slots, metaclasses, special methods that answer, refuse, raise, log,
//! change something, or are None), objects of them, and does things with them: operators, attributes, containers,
//! calls, weak references, collections. It prints what happens, never an address, and nothing that depends on the
//! hashes of strings; so CPython 3.13 prints the same. A seed or a fuzzer's bytes decide everything.
//!
//! | module | its job |
//! |---|---|
//! | [`choices`] | where decisions come from |
//! | [`program`] | a program as blocks and parts |
//! | `scope` | what exists in a program so far |
//! | `value`, `special`, `body`, `class`, `action` | expressions, special methods, their bodies, classes, what is done |
//! | `generate` | puts a program together |
//! | [`minimize`] | finds a small program that does what a large one does |
#![forbid(unsafe_code)]

pub mod choices;
pub mod program;

mod scope;

mod special;
mod value;

mod action;
mod body;
mod class;

mod generate;

mod minimize;

pub use minimize::minimize;
pub use program::Program;
