//! What a program does with its classes and objects: one family of actions per file.

mod attribute;
mod call;
mod container;
mod failure;
mod generator;
mod library;
mod lifetime;
mod method;
mod mutation;
mod operator;

use crate::program::Block;
use crate::scope::Scope;

impl Scope<'_> {
    /// One action: what it does, tried, with its outcome printed.
    pub(crate) fn action(&mut self) -> Block {
        // The families beyond 32 are those of wide programs.
        let families = if self.wide { 48 } else { 32 };
        let head = match self.choices.below(families) {
            0..9 => self.operator(),
            9..14 => self.attribute(),
            14..20 => self.container_use(),
            20..25 => self.call(),
            25..28 => self.lifetime(),
            28..32 => self.mutation(),
            32..36 => self.generator(),
            36..39 => self.failure(),
            39..44 => self.library(),
            _ => self.method(),
        };
        Block { head, ..Block::default() }
    }

    /// Tries an expression; now and then its value is kept.
    fn attempt(&mut self, expression: &str) -> String {
        let label = self.label();
        let keep = match self.choices.below(16) {
            13 => "v0 = ",
            14 => "v1 = ",
            15 => "v2 = ",
            _ => "",
        };
        format!("{keep}attempt({label}, lambda: {expression})\n")
    }

    /// Tries the statements of a function, whose lines are these.
    fn attempt_lines(&mut self, lines: &[String]) -> String {
        let label = self.label();
        let body: String = lines.iter().map(|line| format!("    {line}\n")).collect();
        format!("def act():\n{body}attempt({label}, act)\n")
    }
}
