//! Calls, creation of objects and classes, statements that call protocols.

use crate::scope::Scope;

impl Scope<'_> {
    /// What stands between a call's parentheses.
    pub(super) fn arguments(&mut self) -> String {
        match self.choices.below(9) {
            0 => String::new(),
            1 | 2 => self.any(),
            3 => format!("{}, {}", self.any(), self.any()),
            4 => format!("*{}", self.object()),
            5 => format!("**{}", self.object()),
            6 => format!("k={}", self.small()),
            7 => "**{'a': 1}".into(),
            _ => format!("{}, {}, {}", self.any(), self.small(), self.object()),
        }
    }

    pub(super) fn call(&mut self) -> String {
        let object = self.object();
        match self.choices.below(14) {
            0 | 1 => {
                let arguments = self.arguments();
                self.attempt(&format!("{object}({arguments})"))
            }
            2 => {
                let (class, arguments) = (self.class(), self.arguments());
                self.attempt(&format!("{class}({arguments})"))
            }
            3 => {
                let (class, base, arguments) = (self.class(), self.class(), self.arguments());
                self.attempt(&format!("{base}.__new__({class}, {arguments})"))
            }
            4 => {
                let class = self.any();
                let function = self.pick(&["isinstance", "issubclass"]);
                match function {
                    "isinstance" => self.attempt(&format!("isinstance({object}, {class})")),
                    _ => {
                        let other = self.class();
                        self.attempt(&format!("issubclass({other}, {class})"))
                    }
                }
            }
            5 => self.attempt_lines(&[
                format!("with {object} as x:"),
                "    log('inside')".into(),
                "    if len(L) > 2: raise ValueError('w')".into(),
                "    return x".into(),
            ]),
            6 => {
                let error = self.any();
                self.attempt_lines(&[
                    "try:".into(),
                    format!("    raise {error}"),
                    format!("except {object}:"),
                    "    return 'caught'".into(),
                    "finally:".into(),
                    "    log('finally')".into(),
                ])
            }
            7 => {
                let (first, error) = (self.error(), self.any());
                self.attempt_lines(&[
                    "try:".into(),
                    format!("    raise {first}"),
                    "except Exception as e:".into(),
                    format!("    raise {error} from {object}"),
                ])
            }
            8 => {
                let sent = self.any();
                let then = self.pick(&["next(i)", "i.send(1)", "i.throw(KeyError)", "i.close()"]);
                self.attempt_lines(&[
                    "def g():".into(),
                    format!("    x = yield from {object}"),
                    "    log('end')".into(),
                    format!("    yield {sent}"),
                    "i = g()".into(),
                    format!("return next(i), {then}"),
                ])
            }
            9 => {
                let (base, keyword) = (self.class(), self.small());
                let header = match self.choices.below(4) {
                    0 => base,
                    1 => format!("{base}, k={keyword}"),
                    2 => format!("{base}, metaclass={}", self.any()),
                    _ => format!("{object}, {base}"),
                };
                self.attempt_lines(&[
                    format!("class X({header}):"),
                    format!("    a = {object}"),
                    "return X, X.__mro__".into(),
                ])
            }
            10 => {
                let (class, other) = (self.class(), self.class());
                let namespace = self.pick(&[
                    "{}",
                    "{'a': 1}",
                    "{'__slots__': ('a',)}",
                    "{'__hash__': None}",
                    "{'__len__': lambda s: 2}",
                ]);
                self.attempt(&format!("type('T', ({class}, {other}), {namespace})"))
            }
            11 => {
                let (attribute, class) = (self.attribute_name(), self.class());
                self.attempt_lines(&[
                    format!("match {object}:"),
                    format!("    case {class}({attribute}=1): return 'class'"),
                    "    case [x, *_]: return 'sequence', x".into(),
                    "    case {'a': x}: return 'mapping', x".into(),
                    "    case 1 | 'a': return 'value'".into(),
                    "    case _: return 'rest'".into(),
                ])
            }
            12 => {
                let class = self.class();
                self.attempt(&format!("{class}[{object}]"))
            }
            _ => {
                let call = self.pick(&[
                    "callable(x)",
                    "type(x)()",
                    "type(x)(x)",
                    "x.__class__(x)",
                    "x.__init__()",
                    "x.__reduce_ex__",
                    "dir(x)[:0]",
                    "print(x)",
                    "int(x, 10)",
                    "str(x, 'utf-8')",
                    "sum(x, x)",
                    "iter(x, 1)",
                    "property(x).__get__(1)",
                    "setattr(x, 'a', x)",
                    "type(x).__name__",
                    "x.__sizeof__",
                    "x.__eq__(x)",
                    "x.__format__('')",
                    "x.__lt__(1)",
                ]);
                self.attempt_lines(&[format!("x = {object}"), format!("return {call}")])
            }
        }
    }
}
