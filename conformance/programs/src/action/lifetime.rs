//! The end of objects: deletion, cycles, collections, weak references.

use crate::scope::Scope;

impl Scope<'_> {
    pub(super) fn lifetime(&mut self) -> String {
        let object = self.object();
        match self.choices.below(10) {
            0 | 1 => self.attempt(&format!("refs.append(weakref.ref({object}, gone('{object}')))")),
            2 => {
                let other = self.any();
                format!("{object} = {other}\n")
            }
            3 => {
                let attribute = self.pick(crate::value::ATTRIBUTES);
                self.attempt_lines(&[
                    format!("{object}.{attribute} = {object}"),
                    "return gc.collect() >= 0".into(),
                ])
            }
            4 => "attempt('collect', lambda: gc.collect() >= 0)\n".into(),
            5 => {
                let use_ = self.pick(&[
                    "x.a",
                    "len(x)",
                    "x == x",
                    "hash(x)",
                    "x + 1",
                    "bool(x)",
                    "str(x) == ''",
                    "x()",
                    "list(x)",
                    "x[0]",
                    "setattr(x, 'a', 1)",
                    "iter(x)",
                    "1 in x",
                ]);
                self.attempt_lines(&[
                    format!("x = weakref.proxy({object})"),
                    format!("return {use_}"),
                ])
            }
            6 => self.attempt("[r() is None for r in refs]"),
            7 => {
                let class = match self.classes {
                    0 => "Plain".into(),
                    count => self.numbered("C", count),
                };
                self.attempt_lines(&[
                    format!("x = {class}()"),
                    "r = weakref.ref(x, gone('local'))".into(),
                    format!("y = [x, {object}]"),
                    "y.append(y)".into(),
                    "del x, y".into(),
                    "log('deleted')".into(),
                    "gc.collect()".into(),
                    "return r() is None".into(),
                ])
            }
            8 => {
                let call = self.pick(&[
                    "r == r2",
                    "hash(r) == hash(x)",
                    "r is r2",
                    "weakref.getweakrefcount(x)",
                    "r()",
                    "r2() is x",
                ]);
                self.attempt_lines(&[
                    format!("x = {object}"),
                    "r, r2 = weakref.ref(x), weakref.ref(x)".into(),
                    format!("return {call}"),
                ])
            }
            _ => self.attempt_lines(&[
                format!("d = weakref.WeakValueDictionary(a={object})"),
                format!("k = weakref.WeakKeyDictionary({{{object}: 1}})"),
                "return len(d), len(k)".into(),
            ]),
        }
    }
}
