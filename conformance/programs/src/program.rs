//! A program as blocks and their parts, so that minimizing can leave out whole ones.

use std::fmt;

/// A piece of a program that makes sense without its parts, and with any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The lines before the parts.
    pub head: String,
    /// What can be left out one by one, such as the members of a class.
    pub parts: Vec<String>,
    /// The lines after them.
    pub tail: String,
}

/// A Python program: definitions, then what is done with them, then the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Program {
    /// Its blocks in order. Any of them may be left out: what misses its names says so on every Python.
    pub blocks: Vec<Block>,
}

/// What every program begins with: the log, and how values are shown without running their code.
pub const PRELUDE: &str = include_str!("prelude.py");

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)?;
        self.parts.iter().try_for_each(|part| f.write_str(part))?;
        f.write_str(&self.tail)
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PRELUDE)?;
        self.blocks.iter().try_for_each(|block| block.fmt(f))
    }
}
