//! From Python source text to code for a register machine, as plain data.
//!
//! Text becomes a tree ([`syntax`]), the tree's names find their scopes ([`scope`]), and code comes
//! out ([`compiler`]). Nothing here knows of a runtime, so that a build script can compile too.
#![forbid(unsafe_code)]

mod diagnose;
pub mod syntax;

pub mod scope;

pub mod compiler;
