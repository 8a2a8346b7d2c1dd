//! The objects whose size is measured: many of a kind are made, and what the process needs more is
//! divided among them.

/// A kind of object.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What it is called in tables.
    pub name: &'static str,
    /// Makes one of them; `i` is different each time.
    expression: &'static str,
}

/// How many are made of each kind.
pub const COUNT: usize = 200_000;

/// All kinds. Contents are objects that exist already, so that the container alone is measured.
pub const KINDS: &[Kind] = &[
    Kind { name: "int", expression: "1000000 + i" },
    Kind { name: "int of 200 digits", expression: "BIG + i" },
    Kind { name: "float", expression: "i + 0.5" },
    Kind { name: "str of 10", expression: "'%010d' % i" },
    Kind { name: "tuple of 2", expression: "(BIG, i > -1)" },
    Kind { name: "empty list", expression: "[]" },
    Kind { name: "list of 1", expression: "[BIG]" },
    Kind { name: "empty dict", expression: "{}" },
    Kind { name: "dict of 1", expression: "{'key': BIG}" },
    Kind { name: "set of 1", expression: "{BIG}" },
    Kind { name: "instance, no attribute", expression: "Empty()" },
    Kind { name: "instance, 1 attribute", expression: "One(BIG)" },
    Kind { name: "instance, 4 attributes", expression: "Four(BIG)" },
    Kind { name: "instance, 2 slots", expression: "Slots(BIG)" },
    Kind { name: "bound method", expression: "METHODS.method" },
    Kind { name: "function", expression: "lambda: BIG" },
];

const CLASSES: &str = "
BIG = 10 ** 200
class Empty: pass
class One:
    def __init__(self, a):
        self.a = a
class Four:
    def __init__(self, a):
        self.a = self.b = self.c = self.d = a
class Slots:
    __slots__ = ('a', 'b')
    def __init__(self, a):
        self.a = self.b = a
class Methods:
    def method(self): pass
METHODS = Methods()
";

impl Kind {
    /// A program that defines `fill`, which makes `COUNT` of them, and has made some already.
    pub(crate) fn program(&self) -> String {
        let expression = self.expression;
        format!(
            "{CLASSES}
def fill(items):
    for i in range(len(items)):
        items[i] = {expression}
fill([None] * 1000)
ITEMS = [None] * {COUNT}
"
        )
    }
}
