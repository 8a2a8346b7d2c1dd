//! Bodies of methods: they answer, refuse, raise, log, change something, or ask the next class.

use crate::scope::Scope;
use crate::special::{Answer, Special};

impl Scope<'_> {
    /// A special method of class `class` as a member, or a special name that is no method.
    pub(crate) fn special(&mut self, class: &str, special: Special) -> String {
        let (name, parameters, answer) = special;
        if self.chance(28) {
            let value = match self.choices.below(8) {
                0..4 => "None".to_owned(),
                4 => self.function(),
                5 => self.small(),
                6 => format!("staticmethod({})", self.function()),
                _ => self.object(),
            };
            return format!("        {name} = {value}\n");
        }
        let (first, rest) = match name {
            "__new__" | "__init_subclass__" | "__class_getitem__" | "__prepare__" => {
                ("cls", parameters)
            }
            _ => ("self", parameters),
        };
        let comma = if rest.is_empty() { "" } else { ", " };
        let decorator = match name {
            "__prepare__" => "        @classmethod\n",
            _ if self.chance(5) => {
                self.pick(&["        @classmethod\n", "        @staticmethod\n"])
            }
            _ => "",
        };
        let mut text = format!("{decorator}        def {name}({first}{comma}{rest}):\n");
        text += &format!("            step('{class}.{name}')\n");
        if self.chance(40) {
            text += &format!("            {}\n", self.change(first));
        }
        text += &format!("            {}\n", self.end(name, first, rest, answer));
        text
    }

    /// The statement that ends a body.
    fn end(&mut self, name: &str, first: &str, rest: &str, answer: Answer) -> String {
        let up = forwarded(name, first, rest);
        // What makes, changes or looks up must mostly go on, else nothing else happens.
        let careful = matches!(
            name,
            "__new__"
                | "__init__"
                | "__getattribute__"
                | "__setattr__"
                | "__delattr__"
                | "__init_subclass__"
                | "mro"
                | "__prepare__"
                | "__hash__"
                | "__dir__"
        );
        match self.choices.below(if careful { 28 } else { 16 }) {
            0..5 => format!("return {}", self.fitting(name, first, rest, answer)),
            5 | 6 => "return NotImplemented".into(),
            7 | 8 => format!("raise {}", self.error()),
            9 | 10 => format!("return {}", self.any()),
            11 if !rest.is_empty() && !rest.starts_with('*') => {
                format!("return {}", rest.split([',', '=']).next().unwrap_or(first))
            }
            12 => format!("yield {}", self.small()),
            _ => format!("return {up}"),
        }
    }

    /// An answer that fits.
    fn fitting(&mut self, name: &str, first: &str, rest: &str, answer: Answer) -> String {
        match answer {
            Answer::Any => match self.choices.below(4) {
                0 => format!("'{name}'"),
                1 => first.to_owned(),
                2 => self.small(),
                _ => self.any(),
            },
            Answer::Bool => self.pick(&["True", "False", "0", "[1]"]).to_owned(),
            Answer::Small => self.small(),
            Answer::Number => self.number(),
            Answer::Text => self.pick(&["'t'", "''", "'\\u20ac'"]).to_owned(),
            Answer::Bytes => "b'q'".into(),
            Answer::Iterator => match self.choices.below(3) {
                0 => "iter([1, 2])".into(),
                1 => "self".into(),
                _ => self.iterator(),
            },
            Answer::Itself => match name {
                "__new__" => forwarded(name, first, rest),
                _ => first.to_owned(),
            },
            Answer::Nothing => "None".into(),
            Answer::Names => "['a', 'b']".into(),
            Answer::Classes => match name {
                "mro" => "type.mro(self)".into(),
                _ => format!("({},)", self.class()),
            },
        }
    }

    /// A statement that changes something others look at.
    fn change(&mut self, first: &str) -> String {
        let attribute = self.pick(crate::value::ATTRIBUTES);
        match self.choices.below(12) {
            0 => "L.append(1)".into(),
            1 => "L.clear()".into(),
            2 => format!("D[{}] = 1", self.small()),
            3 => "D.clear()".into(),
            4 => "S.add(3)".into(),
            5 => format!("{first}.{attribute} = {}", self.small()),
            6 => format!("del {first}.{attribute}"),
            7 => format!("L[:] = [{}]", self.object()),
            8 => "gc.collect()".into(),
            9 => format!("type({first}).{attribute} = {}", self.small()),
            10 => "refs.clear()".into(),
            _ => format!("L.append({first})"),
        }
    }
}

/// The call of the same method of the next class.
fn forwarded(name: &str, first: &str, rest: &str) -> String {
    let names: Vec<&str> = rest
        .split(", ")
        .filter(|n| !n.is_empty())
        .map(|n| n.split('=').next().unwrap_or(n))
        .collect();
    match name {
        "__new__" if rest.starts_with("name") => {
            format!("super().__new__({first}, name, bases, ns)")
        }
        "__new__" => "super().__new__(cls)".into(),
        _ => format!("super().{name}({})", names.join(", ")),
    }
}
