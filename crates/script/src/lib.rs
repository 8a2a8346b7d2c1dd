//! A small Python-syntax host over objmodel's public API: parser, compiler, evaluator, command.
//!
//! Text becomes a tree ([`syntax`]), the tree's names find their scopes ([`scope`]), and code for a
//! register machine comes out ([`compile`]), which runs on the library ([`evaluate`]). [`command`] is the program `objmodel`.
#![forbid(unsafe_code)]

pub mod syntax;

pub mod scope;

pub mod compile;

pub mod evaluate;
mod modules;

pub mod command;
