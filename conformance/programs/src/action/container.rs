//! Containers, iteration, unpacking, and containers that change meanwhile.

use crate::scope::Scope;

impl Scope<'_> {
    pub(super) fn container_use(&mut self) -> String {
        let object = match self.choices.below(4) {
            0..3 => self.object(),
            _ => self.container(),
        };
        match self.choices.below(16) {
            0 | 1 => {
                let function = self.pick(&[
                    "list",
                    "tuple",
                    "len",
                    "sorted",
                    "sum",
                    "any",
                    "all",
                    "min",
                    "max",
                    "iter",
                    "next",
                    "reversed",
                    "dict",
                    "enumerate",
                    "bytearray",
                    "str",
                ]);
                self.attempt(&format!("{function}({object})"))
            }
            2 | 3 => {
                let index = self.index();
                self.attempt(&format!("{object}[{index}]"))
            }
            4 => {
                let (index, value) = (self.index(), self.any());
                self.attempt_lines(&[
                    format!("{object}[{index}] = {value}"),
                    format!("return {object}"),
                ])
            }
            5 => {
                let index = self.index();
                self.attempt_lines(&[format!("del {object}[{index}]"), format!("return {object}")])
            }
            6 => {
                let element = self.any();
                self.attempt(&format!("{element} in {object}"))
            }
            7 => {
                let pattern =
                    self.pick(&["a, b", "a, *b", "*a, b", "a, b, c", "(a, b), c", "a, b, *c"]);
                self.attempt_lines(&[format!("{pattern} = {object}"), "return a, b".into()])
            }
            8 => self.attempt(&format!("[*{object}]")),
            9 => self.attempt(&format!("{{**{object}}}")),
            10 => {
                let other = self.object();
                let call = self.pick(&[
                    "L.append(x)",
                    "L.index(x)",
                    "L.remove(x)",
                    "L.count(x)",
                    "L.extend(x)",
                    "L.sort()",
                    "L.insert(0, x)",
                    "L.pop()",
                    "L.reverse()",
                    "L.sort(key=x)",
                    "L.__iadd__(x)",
                    "L.copy()",
                ]);
                self.attempt_lines(&[format!("x = {other}"), format!("return {call}, len(L)")])
            }
            11 => {
                let key = self.key();
                let call = self.pick(&[
                    "D.get(x)",
                    "D.setdefault(x, 1)",
                    "D.pop(x, 2)",
                    "D.update(x)",
                    "D.__contains__(x)",
                    "D.__setitem__(x, x)",
                    "D.popitem()",
                    "D | x",
                    "dict.fromkeys([1, 2], x)",
                    "x in D.values()",
                    "(x, x) in D.items()",
                    "D == {x: 1}",
                ]);
                self.attempt_lines(&[format!("x = {key}"), format!("return {call}, len(D)")])
            }
            12 => {
                let key = self.key();
                let call = self.pick(&[
                    "S.add(x)",
                    "S.discard(x)",
                    "S.remove(x)",
                    "x in S",
                    "S | {x}",
                    "S & {x}",
                    "S - {x}",
                    "S ^ {x}",
                    "S <= x",
                    "S.update(x)",
                    "S.isdisjoint(x)",
                    "S == {x}",
                ]);
                self.attempt_lines(&[format!("x = {key}"), format!("return {call}, len(S)")])
            }
            13 => {
                let change = self.pick(&[
                    "L.append(0)",
                    "L.clear()",
                    "D.clear()",
                    "D[n] = 0",
                    "D.pop(2, 0)",
                    "L[:] = [1]",
                ]);
                let over = self.pick(&[
                    "L",
                    "D",
                    "list(L)",
                    "D.items()",
                    "iter(L)",
                    "reversed(L)",
                    "D.values()",
                ]);
                self.attempt_lines(&[
                    "n = 0".into(),
                    format!("for x in {over}:"),
                    "    n += 1".into(),
                    format!("    {change}"),
                    "    if n > 5: break".into(),
                    "return n, len(L), len(D)".into(),
                ])
            }
            14 => {
                let (first, second) = (self.object(), self.object());
                let call = self.pick(&[
                    "sorted([x, y])",
                    "[x, y] == [y, x]",
                    "[x] < [y]",
                    "(x, 1) == (y, 1)",
                    "{1: x} == {1: y}",
                    "min(x, y)",
                    "max([x, y])",
                    "sum([x, y], x)",
                    "[x, y].index(y)",
                    "{x: 1, y: 2}",
                    "{x, y}",
                    "(x, y).count(x)",
                    "sorted([x, y], reverse=True)",
                    "list(zip(x, y))",
                    "list(map(x, y))",
                    "x in [y]",
                    "frozenset([x, y])",
                ]);
                self.attempt_lines(&[format!("x, y = {first}, {second}"), format!("return {call}")])
            }
            _ => {
                let iterator = self.iterator();
                self.attempt(&format!("list({iterator})[:5]"))
            }
        }
    }

    fn index(&mut self) -> String {
        match self.choices.below(8) {
            0..3 => self.small(),
            3 => "1:".into(),
            4 => "::-1".into(),
            5 => format!("{}:{}", self.any(), self.small()),
            6 => "...".into(),
            _ => self.any(),
        }
    }
}
