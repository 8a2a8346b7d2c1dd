//! Metaclasses and classes: bases, slots, members.

use crate::program::Block;
use crate::scope::Scope;
use crate::special;
use crate::value::ATTRIBUTES;

impl Scope<'_> {
    /// A metaclass.
    pub(crate) fn metaclass(&mut self) -> Block {
        let name = format!("M{}", self.metaclasses);
        let count = self.metaclasses;
        let base = match count > 0 && self.chance(128) {
            true => self.numbered("M", count),
            false => "type".into(),
        };
        let count = self.choices.below(5);
        let mut parts = Vec::new();
        for _ in 0..count {
            parts.push(match self.choices.below(8) {
                0..4 => self.one_of(&name, special::METACLASSES),
                4 => self.one_of(&name, special::COMPARISONS),
                5 => self.one_of(&name, special::CONTAINERS),
                6 => self.one_of(&name, special::OPERATORS),
                _ => self.plain_member(&name),
            });
        }
        self.metaclasses += 1;
        class_block(&name, &base, parts, "type")
    }

    /// A class.
    pub(crate) fn class_block(&mut self) -> Block {
        let name = format!("C{}", self.classes);
        let mut header = self.bases();
        if self.metaclasses > 0 && self.chance(70) {
            header.push(format!("metaclass={}", self.numbered("M", self.metaclasses)));
        }
        if self.chance(12) {
            header.push(format!("k={}", self.small()));
        }
        let mut parts = Vec::new();
        if self.chance(70) {
            parts.push(format!("        __slots__ = {}\n", self.slots()));
        }
        // Classes of one program have something in common, so that their methods meet.
        let families = [
            special::OPERATORS,
            special::COMPARISONS,
            special::CONTAINERS,
            special::CONVERSIONS,
            special::ATTRIBUTES,
            special::PROTOCOLS,
        ];
        let known = families.len() - usize::from(!self.wide);
        let count = self.choices.below(7);
        for _ in 0..count {
            let family = families[self.choices.below(known)];
            parts.push(match self.choices.below(4) {
                0..3 => self.one_of(&name, family),
                _ => self.plain_member(&name),
            });
        }
        self.classes += 1;
        class_block(&name, &header.join(", "), parts, "")
    }

    fn one_of(&mut self, class: &str, table: &[special::Special]) -> String {
        let row = table[self.choices.below(table.len())];
        self.special(class, row)
    }

    fn bases(&mut self) -> Vec<String> {
        let count = [1, 0, 1, 2, 2, 3][self.choices.below(6)];
        let mut bases: Vec<String> = Vec::new();
        for _ in 0..count {
            let base = match self.choices.below(8) {
                0..5 if self.classes > 0 => self.numbered("C", self.classes),
                5 if self.objects > 0 && self.chance(40) => self.object(),
                _ => self
                    .pick(&[
                        "object",
                        "int",
                        "list",
                        "dict",
                        "str",
                        "tuple",
                        "float",
                        "set",
                        "Exception",
                        "bytes",
                        "frozenset",
                    ])
                    .to_owned(),
            };
            if !bases.contains(&base) || self.chance(16) {
                bases.push(base);
            }
        }
        bases
    }

    fn slots(&mut self) -> String {
        let (first, second) = (self.pick(ATTRIBUTES), self.pick(ATTRIBUTES));
        match self.choices.below(8) {
            0 => format!("('{first}', '{second}')"),
            1 => "()".into(),
            2 => format!("['{first}']"),
            3 => format!("'{first}'"),
            4 => format!("('{first}', '__dict__')"),
            5 => "('__weakref__',)".into(),
            6 => format!("{{'{first}': 'doc', '__{second}': None}}"),
            _ => format!("('{first}', {})", self.any()),
        }
    }

    /// A member under an ordinary name.
    fn plain_member(&mut self, class: &str) -> String {
        let name = self.pick(ATTRIBUTES);
        let result = self.any();
        let method = |decorator: &str, parameters: &str| {
            format!(
                "{decorator}        def {name}({parameters}):\n            step('{class}.{name}')\n            return {result}\n"
            )
        };
        match self.choices.below(10) {
            0 | 1 => format!("        {name} = {result}\n"),
            2 => method("", "self, *args"),
            3 => method("        @property\n", "self"),
            4 => method("        @classmethod\n", "cls, *args"),
            5 => method("        @staticmethod\n", "*args"),
            6 => format!(
                "        {name} = property(lambda self: {result}, lambda self, v: step('{class}.{name}='))\n"
            ),
            7 => format!("        {name}: int = {}\n", self.small()),
            8 => format!("        {name} = {}\n", self.function()),
            _ => format!("        {name} = {}\n", self.object()),
        }
    }

    /// An object of a class, or another object where that fails.
    pub(crate) fn object_block(&mut self) -> Block {
        let name = format!("o{}", self.objects);
        let class = match self.classes {
            0 => "Plain".to_owned(),
            count => self.numbered("C", count),
        };
        let arguments = match self.choices.below(8) {
            0..4 => String::new(),
            4 => self.small(),
            5 => self.text(),
            6 => format!("[{}, {}]", self.small(), self.small()),
            _ => format!("{}, k={}", self.small(), self.small()),
        };
        self.objects += 1;
        Block {
            head: format!("{name} = make('{name}', {class}, lambda: {class}({arguments}))\n"),
            ..Block::default()
        }
    }
}

/// A class statement in a `try`, which makes an empty class if it fails.
fn class_block(name: &str, header: &str, parts: Vec<String>, otherwise: &str) -> Block {
    Block {
        head: format!("try:\n    fuel = 40\n    class {name}({header}):\n        pass\n"),
        parts,
        tail: format!(
            "    print('{name}', [name_of(c) for c in order_of({name})])\nexcept BaseException as e:\n    failed('{name}', e)\n    class {name}({otherwise}):\n        pass\n"
        ),
    }
}
