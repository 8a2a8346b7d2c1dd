//! Expressions: operands, arguments, answers.

use crate::scope::Scope;

/// Names that attributes have; classes define some of them, slots others.
pub(crate) const ATTRIBUTES: &[&str] = &["a", "b", "c", "p", "q", "m"];

/// Built-in classes whose operations take two minutes to read about.
pub(crate) const BUILT_IN: &[&str] = &[
    "object",
    "int",
    "str",
    "list",
    "dict",
    "tuple",
    "float",
    "set",
    "frozenset",
    "bytes",
    "Exception",
    "type",
];

impl Scope<'_> {
    /// Anything.
    pub(crate) fn any(&mut self) -> String {
        match self.choices.below(16) {
            0..4 => self.object(),
            4 => self.class(),
            5..8 => self.small(),
            8 => self.number(),
            9 => self.text(),
            10 | 11 => self.container(),
            12 => self.pick(&["None", "True", "False", "...", "NotImplemented"]).to_owned(),
            13 => self.pick(&["v0", "v1", "v2", "L", "D", "S"]).to_owned(),
            14 => self.iterator(),
            _ => self.function(),
        }
    }

    /// An object of a class of the program.
    pub(crate) fn object(&mut self) -> String {
        match self.objects {
            0 => "None".into(),
            count => self.numbered("o", count),
        }
    }

    /// A class.
    pub(crate) fn class(&mut self) -> String {
        match self.choices.below(8) {
            0..5 if self.classes > 0 => self.numbered("C", self.classes),
            5 if self.metaclasses > 0 => self.numbered("M", self.metaclasses),
            _ => self.pick(BUILT_IN).to_owned(),
        }
    }

    /// A small integer, as a position or a count.
    pub(crate) fn small(&mut self) -> String {
        self.pick(&["1", "0", "2", "-1", "3", "-2", "5", "True"]).to_owned()
    }

    /// A number of any kind.
    pub(crate) fn number(&mut self) -> String {
        let numbers = [
            "7",
            "0.5",
            "-0.0",
            "1e300",
            "2.0",
            "-3",
            "2**61",
            "-2**63",
            "10**20",
            "1j",
            "(2-1j)",
            "float('inf')",
            "float('nan')",
            "255",
            "1.25",
            "False",
        ];
        self.pick(&numbers).to_owned()
    }

    /// A text or bytes.
    pub(crate) fn text(&mut self) -> String {
        let texts = [
            "'a'",
            "''",
            "'b'",
            "'ab'",
            "b'a'",
            "'1'",
            "'%s'",
            "'{}'",
            "'\\u20ac'",
            "bytearray(b'ab')",
            "'__len__'",
        ];
        self.pick(&texts).to_owned()
    }

    /// A container, with elements of any kind where their order does not depend on hashes.
    pub(crate) fn container(&mut self) -> String {
        let (first, second) = (self.element(), self.element());
        match self.choices.below(9) {
            0 => format!("[{first}, {second}]"),
            1 => format!("({first}, {second})"),
            2 => format!("({first},)"),
            3 => format!("{{{}: {first}, {}: {second}}}", self.key(), self.key()),
            4 => format!("{{{}}}", self.key()),
            5 => "[]".into(),
            6 => "()".into(),
            7 => format!("range({})", self.small()),
            _ => format!("frozenset(({},))", self.key()),
        }
    }

    fn element(&mut self) -> String {
        match self.choices.below(4) {
            0 => self.small(),
            1 => self.object(),
            2 => self.text(),
            _ => self.number(),
        }
    }

    /// What may be a key of a dict: mostly hashable.
    pub(crate) fn key(&mut self) -> String {
        match self.choices.below(4) {
            0 => self.small(),
            1 | 2 => self.object(),
            _ => self.text(),
        }
    }

    /// An iterator or a generator.
    pub(crate) fn iterator(&mut self) -> String {
        let inner = match self.choices.below(3) {
            0 => self.object(),
            1 => self.container(),
            _ => "L".into(),
        };
        match self.choices.below(6) {
            0 => format!("iter({inner})"),
            1 => format!("(x for x in {inner})"),
            2 => format!("zip({inner}, [1, 2])"),
            3 => format!("map({}, {inner})", self.function()),
            4 => format!("enumerate({inner})"),
            _ => format!("reversed({inner})"),
        }
    }

    /// Something to be called.
    pub(crate) fn function(&mut self) -> String {
        match self.choices.below(6) {
            0 => "len".into(),
            1 => format!("lambda *a: {}", self.small()),
            2 => self.class(),
            3 => {
                self.pick(&["repr", "str", "hash", "bool", "abs", "iter", "int", "type"]).to_owned()
            }
            4 => format!("{}.{}", self.object(), self.pick(ATTRIBUTES)),
            _ => self.object(),
        }
    }

    /// What can be raised, mostly.
    pub(crate) fn error(&mut self) -> String {
        let name = self.pick(&[
            "ValueError",
            "TypeError",
            "AttributeError",
            "KeyError",
            "IndexError",
            "StopIteration",
            "RuntimeError",
            "ZeroDivisionError",
            "OverflowError",
            "LookupError",
            "GeneratorExit",
        ]);
        match self.choices.below(4) {
            0 => name.to_owned(),
            1 => format!("{name}()"),
            2 => format!("{name}('x')"),
            _ => format!("{name}({})", self.small()),
        }
    }
}
