//! Setting a side up for the operations: runs the fixtures and evaluates every operand once.

use std::collections::HashMap;

use crate::operation::Operation;
use crate::side::Side;

/// How many items the large containers have that operations are timed on.
pub const ITEMS: usize = 100_000;

const FIXTURES: &str = include_str!("fixtures.py");

/// The operands of all operations, by expression.
pub struct Operands<O> {
    by_text: HashMap<&'static str, O>,
}

impl<O: Clone> Operands<O> {
    /// Runs `fixtures.py`, whose large containers get `items`, followed by a list of all operand
    /// expressions.
    pub fn prepare<S: Side<Object = O>>(
        side: &mut S,
        operations: &[Operation],
        items: usize,
    ) -> Operands<O> {
        let mut texts: Vec<&'static str> = Vec::new();
        for operation in operations {
            for text in operation.work.operands() {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        let lines: String = texts.iter().map(|text| format!("    ({text}),\n")).collect();
        let program = format!("N = {items}\n{FIXTURES}\n\nOPERANDS = [\n{lines}]\n");
        assert!(side.run("fixtures.py", &program), "the fixtures fail");
        let list = side.global("OPERANDS");
        let mut by_text = HashMap::new();
        for (index, text) in texts.into_iter().enumerate() {
            let index = side.int(index as i64);
            by_text.insert(text, side.item(&list, &index));
        }
        Operands { by_text }
    }

    /// The object that an expression evaluated to.
    pub fn get(&self, text: &str) -> O {
        self.by_text[text].clone()
    }
}
