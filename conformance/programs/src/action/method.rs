//! Methods of built-in objects with any arguments, and numbers at the edge.

use crate::scope::Scope;

const METHODS: &[(&str, &[&str])] = &[
    (
        "'ab,c\\u20ac'",
        &[
            "split",
            "rsplit",
            "join",
            "replace",
            "find",
            "rfind",
            "index",
            "count",
            "startswith",
            "endswith",
            "strip",
            "center",
            "ljust",
            "zfill",
            "partition",
            "translate",
            "encode",
            "expandtabs",
            "format",
            "format_map",
            "removeprefix",
            "splitlines",
            "__mul__",
            "__contains__",
            "__getitem__",
            "maketrans",
            "__mod__",
            "__add__",
        ],
    ),
    (
        "b'ab,c'",
        &[
            "split",
            "join",
            "replace",
            "find",
            "index",
            "count",
            "startswith",
            "endswith",
            "strip",
            "center",
            "partition",
            "translate",
            "decode",
            "hex",
            "fromhex",
            "__getitem__",
            "__contains__",
            "__add__",
            "__mul__",
            "maketrans",
            "__mod__",
            "removesuffix",
        ],
    ),
    (
        "bytearray(b'abc')",
        &[
            "append",
            "extend",
            "insert",
            "pop",
            "remove",
            "__setitem__",
            "__delitem__",
            "__iadd__",
            "__imul__",
            "__init__",
            "join",
            "find",
            "__getitem__",
            "translate",
        ],
    ),
    (
        "[3, 1, 2]",
        &[
            "append",
            "extend",
            "insert",
            "pop",
            "remove",
            "index",
            "count",
            "sort",
            "__setitem__",
            "__delitem__",
            "__iadd__",
            "__imul__",
            "__init__",
            "__add__",
            "__eq__",
            "__lt__",
            "__getitem__",
            "__contains__",
        ],
    ),
    (
        "(3, 1, 2)",
        &["index", "count", "__add__", "__mul__", "__getitem__", "__lt__", "__contains__"],
    ),
    (
        "{1: 2, 'a': 3}",
        &[
            "get",
            "pop",
            "setdefault",
            "update",
            "__setitem__",
            "__delitem__",
            "__getitem__",
            "__or__",
            "__ror__",
            "__ior__",
            "__eq__",
            "__init__",
            "fromkeys",
            "__contains__",
        ],
    ),
    (
        "{1, 2, 3}",
        &[
            "add",
            "remove",
            "discard",
            "update",
            "union",
            "intersection",
            "difference",
            "symmetric_difference",
            "issubset",
            "issuperset",
            "isdisjoint",
            "intersection_update",
            "difference_update",
            "symmetric_difference_update",
            "__or__",
            "__and__",
            "__rsub__",
            "__le__",
            "__init__",
            "__contains__",
        ],
    ),
    (
        "(7)",
        &[
            "__add__",
            "__rsub__",
            "__pow__",
            "__rpow__",
            "__divmod__",
            "__lshift__",
            "__round__",
            "to_bytes",
            "from_bytes",
            "__format__",
            "__eq__",
            "__lt__",
            "__truediv__",
            "__and__",
        ],
    ),
    (
        "(2.5)",
        &[
            "__add__",
            "__rsub__",
            "__pow__",
            "__rpow__",
            "__divmod__",
            "__round__",
            "fromhex",
            "__format__",
            "__eq__",
            "__lt__",
            "__truediv__",
            "__rmod__",
            "__rfloordiv__",
        ],
    ),
    (
        "(1+2j)",
        &["__add__", "__pow__", "__rpow__", "__truediv__", "__format__", "__eq__", "__lt__"],
    ),
    ("memoryview(b'abcd')", &["cast", "tobytes", "hex", "__getitem__", "__eq__", "index", "count"]),
    ("range(1, 9, 3)", &["index", "count", "__getitem__", "__contains__", "__eq__"]),
];

const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "7",
    "2**31",
    "-2**63",
    "2**64 - 1",
    "10**30",
    "-10**30",
    "0.0",
    "-0.0",
    "0.1",
    "2.5",
    "-7.5",
    "1e16",
    "1e22",
    "1e300",
    "5e-324",
    "float('inf')",
    "float('-inf')",
    "float('nan')",
    "True",
    "1j",
    "-0j",
    "(1e200+1j)",
    "3",
    "-2",
    "1e-5",
];

impl Scope<'_> {
    pub(super) fn method(&mut self) -> String {
        if self.chance(70) {
            return self.arithmetic();
        }
        let (own, methods) = METHODS[self.choices.below(METHODS.len())];
        let name = methods[self.choices.below(methods.len())];
        let arguments = self.arguments();
        self.attempt_lines(&[format!("x = {own}"), format!("return x.{name}({arguments}), x")])
    }

    /// Numbers at the edge, with every operator and many formats.
    fn arithmetic(&mut self) -> String {
        let (a, b) = (self.pick(NUMBERS), self.pick(NUMBERS));
        match self.choices.below(6) {
            0..3 => {
                let operator =
                    self.pick(&["+", "-", "*", "/", "//", "%", "<", "==", ">=", "&", "|", "^"]);
                self.attempt(&format!("{a} {operator} {b}"))
            }
            3 => {
                let call = self.pick(&[
                    "divmod(x, y)",
                    "round(x, 2)",
                    "round(x, -1)",
                    "int(x)",
                    "hash(x)",
                    "x ** 3",
                    "x ** -2",
                    "x ** 0.5",
                    "2.5 ** (x % 7)",
                    "pow(x, 3, 7)",
                    "repr(x)",
                    "abs(x), -x, +x, bool(x)",
                    "complex(x, 1)",
                    "x.as_integer_ratio()",
                    "sorted([x, y])",
                    "max(x, y), min(x, y)",
                    "sum([x, y, x])",
                    "{x: 1, y: 2}",
                    "x.hex()",
                    "x << 3",
                    "x >> 3",
                    "~x",
                ]);
                self.attempt_lines(&[format!("x, y = {a}, {b}"), format!("return {call}")])
            }
            _ => {
                let fill = self.pick(&["", "", "*", "0"]);
                let align = self.pick(&["", "<", ">", "^", "="]);
                let align = format!("{}{align}", if align.is_empty() { "" } else { fill });
                let sign = self.pick(&["", "+", " ", "-", "z", "#"]);
                let width = self.pick(&["", "12", "012", "25"]);
                let group = self.pick(&["", "", ",", "_"]);
                let precision = self.pick(&["", "", ".0", ".3", ".17"]);
                let kind = self.pick(&["", "d", "f", "e", "g", "%", "x", "b", "n", "c", "G", "s"]);
                self.attempt(&format!(
                    "format({a}, '{align}{sign}{width}{group}{precision}{kind}')"
                ))
            }
        }
    }
}
