//! Access to attributes of objects and classes, `super`, classes as objects.

use crate::scope::Scope;
use crate::special::{COMPARISONS, CONTAINERS, OPERATORS, Special};
use crate::value::ATTRIBUTES;

impl Scope<'_> {
    pub(super) fn attribute(&mut self) -> String {
        let (object, name) = (self.owner(), self.attribute_name());
        match self.choices.below(14) {
            0..3 => self.attempt(&format!("{object}.{name}")),
            3 => self.attempt(&format!("getattr({object}, '{name}', 'default')")),
            4 => self.attempt(&format!("hasattr({object}, '{name}')")),
            5 | 6 => {
                let value = self.any();
                let lines =
                    [format!("{object}.{name} = {value}"), format!("return {object}.{name}")];
                self.attempt_lines(&lines)
            }
            7 => {
                let lines = [format!("del {object}.{name}"), format!("return {object}.{name}")];
                self.attempt_lines(&lines)
            }
            8 => {
                let arguments = self.arguments();
                self.attempt(&format!("{object}.{name}({arguments})"))
            }
            9 => {
                let class = self.class();
                self.attempt(&format!("super({class}, {object}).{name}"))
            }
            10 => self.attempt(&format!("vars({object})['{name}']")),
            11 => self.attempt(&format!("[n for n in dir({object}) if n[:1] != '_']")),
            12 => {
                let question = self.pick(&[
                    "__class__",
                    "__dict__",
                    "__slots__",
                    "__module__",
                    "__name__",
                    "__qualname__",
                    "__bases__",
                    "__doc__",
                    "__hash__",
                    "__mro__",
                    "__base__",
                    "__annotations__",
                    "__weakref__",
                    "__call__",
                    "__dictoffset__",
                ]);
                self.attempt(&format!("type({object}.{question}).__name__"))
            }
            _ => {
                let class = self.class();
                self.attempt(&format!("{class}.__dict__['{name}'].__get__({object})"))
            }
        }
    }

    fn owner(&mut self) -> String {
        match self.chance(60) {
            true => self.class(),
            false => self.object(),
        }
    }

    pub(super) fn attribute_name(&mut self) -> &'static str {
        let special = |table: &[Special], at: usize| table[at].0;
        match self.choices.below(6) {
            0..4 => ATTRIBUTES[self.choices.below(ATTRIBUTES.len())],
            4 => special(CONTAINERS, self.choices.below(CONTAINERS.len())),
            _ => match self.choices.below(2) {
                0 => special(OPERATORS, self.choices.below(OPERATORS.len())),
                _ => special(COMPARISONS, self.choices.below(COMPARISONS.len())),
            },
        }
    }
}
