//! Operators of all kinds, comparisons, conversions, formatting.

use crate::scope::Scope;

const BINARY: &[&str] = &["+", "-", "*", "/", "//", "%", "&", "|", "^", "@", "<<", ">>", "**"];
const COMPARISON: &[&str] = &["==", "<", "!=", "<=", ">", ">=", "in", "not in", "is"];

impl Scope<'_> {
    pub(super) fn operator(&mut self) -> String {
        match self.choices.below(12) {
            0..4 => {
                let (operator, left, right) = self.operation();
                self.attempt(&format!("{left} {operator} {right}"))
            }
            4 | 5 => {
                let (operator, left, right) = self.operation();
                let lines = [
                    format!("x = y = {left}"),
                    format!("x {operator}= {right}"),
                    "return x, x is y".to_owned(),
                ];
                self.attempt_lines(&lines)
            }
            6 | 7 => {
                let operator = self.pick(COMPARISON);
                let (left, right) = (self.any(), self.any());
                match self.chance(40) {
                    false => self.attempt(&format!("{left} {operator} {right}")),
                    true => {
                        let other = self.pick(COMPARISON);
                        let third = self.object();
                        self.attempt(&format!("{left} {operator} {right} {other} {third}"))
                    }
                }
            }
            8 => {
                let operator = self.pick(&["-", "+", "~", "not "]);
                let operand = self.any();
                self.attempt(&format!("{operator}{operand}"))
            }
            9 => {
                let (left, right, third) =
                    (self.object(), self.small_operand(), self.small_operand());
                let text = match self.choices.below(3) {
                    0 => format!("divmod({left}, {right})"),
                    1 => format!("pow({left}, {right}, {third})"),
                    _ => format!("divmod({right}, {left})"),
                };
                self.attempt(&text)
            }
            10 => {
                let function = self.pick(&[
                    "bool", "hash", "repr", "str", "int", "float", "complex", "bytes", "abs",
                    "round", "len", "ascii", "bin", "hex", "chr", "format",
                ]);
                let operand = self.object();
                match function {
                    // What identity hashes to differs from run to run.
                    "hash" => self.attempt(&format!("hash({operand}) == hash({operand})")),
                    _ => self.attempt(&format!("{function}({operand})")),
                }
            }
            _ => self.formatting(),
        }
    }

    /// An operator with operands that do not make the result huge.
    fn operation(&mut self) -> (&'static str, String, String) {
        let operator = BINARY[self.choices.below(BINARY.len())];
        let bounded = matches!(operator, "*" | "<<" | "**");
        let left = match (bounded, self.choices.below(3)) {
            (_, 0 | 1) => self.object(),
            (true, _) => self.small_operand(),
            (false, _) => self.any(),
        };
        let right = match (bounded, self.choices.below(2)) {
            (_, 0) => self.object(),
            (true, _) => self.small_operand(),
            (false, _) => self.any(),
        };
        (operator, left, right)
    }

    fn small_operand(&mut self) -> String {
        match self.choices.below(8) {
            0..3 => self.small(),
            3 => "0.5".into(),
            4 => "None".into(),
            5 => "(1, 2)".into(),
            6 => "'ab'".into(),
            _ => self.object(),
        }
    }

    fn formatting(&mut self) -> String {
        let object = self.object();
        match self.choices.below(5) {
            0 => {
                let spec = self.pick(&["", ">5", "d", "x", "05", ".2f", "s", "^7", ",", "zz", "+"]);
                self.attempt(&format!("format({object}, '{spec}')"))
            }
            1 => {
                let kind = self.pick(&["s", "r", "d", "a", "x", "5.1f", "c", "i"]);
                let other = self.any();
                self.attempt(&format!("'%{kind}|%s' % ({object}, {other})"))
            }
            2 => {
                let conversion = self.pick(&["", "!r", "!s", "!a", ":>4", "!r:^9"]);
                self.attempt(&format!("f'<{{{object}{conversion}}}>'"))
            }
            3 => {
                let field = self.pick(&["0", "0.a", "0[0]", "0!r", "1", "0:{1}", ""]);
                self.attempt(&format!("'{{{field}}}'.format({object}, 3)"))
            }
            _ => {
                let other = self.text();
                self.attempt(&format!("{other} % {object}"))
            }
        }
    }
}
