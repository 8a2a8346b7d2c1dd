//! Classes that change: special methods set and deleted, bases and classes replaced.

use crate::scope::Scope;
use crate::special;

impl Scope<'_> {
    pub(super) fn mutation(&mut self) -> String {
        let class = match self.classes {
            0 => "Plain".to_owned(),
            count => self.numbered("C", count),
        };
        match self.choices.below(9) {
            0..3 => {
                let families = [
                    special::OPERATORS,
                    special::COMPARISONS,
                    special::CONTAINERS,
                    special::CONVERSIONS,
                    special::ATTRIBUTES,
                ];
                let family = families[self.choices.below(families.len())];
                let name = family[self.choices.below(family.len())].0;
                let value = match self.choices.below(6) {
                    0 | 1 => format!("lambda *a: {}", self.any()),
                    2 => "None".into(),
                    3 => format!("{}.{name}", self.class()),
                    4 => self.function(),
                    _ => format!("lambda *a: step('new {name}')"),
                };
                self.attempt(&format!("setattr({class}, '{name}', {value})"))
            }
            3 => {
                let name = self.attribute_name();
                self.attempt(&format!("delattr({class}, '{name}')"))
            }
            4 => {
                let object = self.object();
                let other = self.class();
                self.attempt_lines(&[
                    format!("{object}.__class__ = {other}"),
                    format!("return {object}"),
                ])
            }
            5 => {
                let bases = match self.choices.below(3) {
                    0 => format!("({},)", self.class()),
                    1 => format!("({}, {})", self.class(), self.class()),
                    _ => self.any(),
                };
                self.attempt_lines(&[
                    format!("{class}.__bases__ = {bases}"),
                    format!("return order_of({class})"),
                ])
            }
            6 => {
                let object = self.object();
                let value = self.pick(&["{'a': 1}", "{}", "D", "None", "{1: 2}"]);
                self.attempt_lines(&[
                    format!("{object}.__dict__ = {value}"),
                    format!("return {object}.a"),
                ])
            }
            7 => {
                let name = self.pick(crate::value::ATTRIBUTES);
                let value = self.any();
                self.attempt(&format!("setattr({class}, '{name}', {value})"))
            }
            _ => self.attempt(&format!("sorted(name_of(c) for c in type.__subclasses__({class}))")),
        }
    }
}
