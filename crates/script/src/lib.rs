//! A small Python-syntax host over objmodel's public API: parser, compiler, disassembler.
//!
//! Text becomes a tree ([`syntax`]), the tree's names find their scopes ([`scope`]), and code for a
//! register machine comes out ([`compile`]). [`command`] is the program `objmodel`.
#![forbid(unsafe_code)]

pub mod syntax;

pub mod scope;

pub mod compile;

pub mod command;
