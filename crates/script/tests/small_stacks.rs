//! Native code that reaches native code, nested deeper than a small stack is long: the default limit
//! fits the thread, so each ends in an answer or in `RecursionError`.
//!
//! The depths are harmless for CPython on a stack of the usual size.

use objmodel::Runtime;
use objmodel_script::evaluate::{Failure, Interpreter};

/// What a script is told that used up its stack.
const RECURSION: &str = "RecursionError: maximum recursion depth exceeded";

/// Runs a program on a thread with a stack of so many KiB, with no limit but the defaults. It ends by
/// itself, or, where the stack may be too `tight`, in `RecursionError`.
fn ends(kib: usize, tight: bool, text: &'static str) {
    let work = move || {
        let rt = Runtime::builder().max_bytes(64 << 20).build();
        let mut interpreter = Interpreter::new(rt).expect("64 MiB hold the built-in types");
        interpreter.runtime().set_max_ticks(Some(50_000_000));
        let outcome = interpreter.run("<test>", text.as_bytes());
        match &outcome {
            Ok(()) => {}
            Err(Failure::Exception(text)) if tight && text.contains(RECURSION) => {}
            Err(failure) => panic!("on {kib} KiB: {failure:?}"),
        }
        interpreter.finish();
    };
    let thread = std::thread::Builder::new().stack_size(kib << 10).spawn(work).expect("a thread");
    thread.join().expect("no panic");
}

/// On threads of 128 KiB to 1 MiB. What is not optimized has frames so large that the smaller ones may
/// not do for an import, but nothing overflows.
fn ends_on_small_stacks(text: &'static str) {
    ends(128, cfg!(debug_assertions), text);
    ends(256, cfg!(debug_assertions), text);
    ends(1024, false, text);
}

#[test]
fn modules_are_imported() {
    ends_on_small_stacks(
        "import sys, types, abc, functools, itertools, operator, collections, weakref, gc, math",
    );
}

#[test]
fn nested_iterators() {
    ends_on_small_stacks(
        "
from itertools import *
makers = [
    lambda x: chain(x), lambda x: zip(x), lambda x: map(lambda *a: a, x), lambda x: map(len, x),
    lambda x: filter(None, x), lambda x: enumerate(x), lambda x: islice(x, 3), lambda x: batched(x, 2),
    lambda x: accumulate(x), lambda x: compress(x, x), lambda x: cycle(x), lambda x: groupby(x),
    lambda x: pairwise(x), lambda x: starmap(lambda *a: a, x), lambda x: takewhile(bool, x),
    lambda x: dropwhile(bool, x), lambda x: filterfalse(None, x), lambda x: zip_longest(x, x),
    lambda x: chain.from_iterable(x), lambda x: tee(x)[0], lambda x: product(x), lambda x: iter(x),
    lambda x: (i for i in x), lambda x: zip(x, x), lambda x: map(lambda a, b: a, x, x),
]
def numbers():
    for i in range(10):
        yield (i,)
for make in makers:
    x = numbers()
    for i in range(3000):
        try:
            x = make(x)
        except RecursionError:
            break
    try:
        next(x)
    except (RecursionError, StopIteration, TypeError):
        pass
    del x
",
    );
}

#[test]
fn nested_callables() {
    ends_on_small_stacks(
        "
from functools import partial, lru_cache, partialmethod
from types import MethodType, GenericAlias, MappingProxyType
import operator
def call(*a, **k): return 1
class Forward:
    def __init__(self, to): self.to = to
    def __call__(self, *a): return self.to(*a)
    def __getattr__(self, name): return getattr(self.to, name)
class Get:
    def __init__(self, to): self.to = to
    def __get__(self, instance, owner):
        return self.to.__get__(instance, owner) if hasattr(type(self.to), '__get__') else self.to
makers = [
    staticmethod, classmethod, lambda x: MethodType(x, x), lambda x: MethodType(x, 1),
    lambda x: partial(x, 1), lambda x: GenericAlias(x, (int,)), lambda x: lru_cache(x),
    Forward, Get, property, lambda x: partialmethod(x, 1), lambda x: GenericAlias(list, (x,)),
]
uses = [
    lambda x: x(), lambda x: x.__isabstractmethod__, lambda x: x.nothing, lambda x: x.__get__(1, int),
    lambda x: repr(x), lambda x: hash(x), lambda x: x == x, lambda x: callable(x), lambda x: dir(x),
    lambda x: isinstance(1, x), lambda x: x.__name__, lambda x: x.__doc__, lambda x: x[int],
    lambda x: x.__parameters__, lambda x: x | None, lambda x: bool(x),
]
for make in makers:
    x = call
    for i in range(1500):
        try:
            x = make(x)
        except (RecursionError, TypeError):
            break
    for use in uses:
        try:
            use(x)
        except (RecursionError, TypeError, AttributeError, MemoryError):
            pass
    del x
",
    );
}

#[test]
fn nested_containers() {
    ends_on_small_stacks(
        "
from types import MappingProxyType, SimpleNamespace
from collections import deque, OrderedDict, UserList, UserDict, ChainMap
import weakref, operator
class Slotted:
    __slots__ = ('inner', '__weakref__')
    def __init__(self, inner): self.inner = inner
    def __eq__(self, other): return self.inner == other.inner
    def __hash__(self): return hash(self.inner)
    def __repr__(self): return f'S({self.inner!r})'
    def __len__(self): return len(self.inner)
    def __iter__(self): return iter(self.inner)
    def __getitem__(self, key): return self.inner[key]
    def __contains__(self, item): return item in self.inner
    def __lt__(self, other): return self.inner < other.inner
    def __bool__(self): return bool(self.inner)
    def __index__(self): return operator.index(self.inner)
    def __add__(self, other): return self.inner + other
    def __format__(self, spec): return format(self.inner, spec)
makers = [
    lambda x: [x], lambda x: (x,), lambda x: {0: x}, lambda x: frozenset([x]), lambda x: deque([x]),
    lambda x: MappingProxyType(x), lambda x: SimpleNamespace(a=x), Slotted, lambda x: slice(x),
    lambda x: OrderedDict(a=x), lambda x: UserList([x]), lambda x: ChainMap(x), lambda x: Exception(x),
    lambda x: ExceptionGroup('', [x]) if isinstance(x, Exception) else ValueError(x),
    lambda x: x.__str__, lambda x: iter([x]), lambda x: [x].append, lambda x: {0: x}.values(),
    lambda x: reversed([x]), lambda x: memoryview(x),
]
uses = [
    repr, str, hash, lambda x: x == x, len, bool, iter, lambda x: x[0], lambda x: 1 in x,
    lambda x: x < x, list, operator.index, lambda x: x + x, format, lambda x: [x] == [x],
    lambda x: sorted([x, x]), lambda x: '%s %r' % (x, x), lambda x: f'{x}', lambda x: x | x,
    lambda x: isinstance(1, x), lambda x: {x}, lambda x: x.copy(), lambda x: int(x),
]
for make in makers:
    x, y = {}, {}
    for i in range(2500):
        try:
            x, y = make(x), make(y)
        except (RecursionError, TypeError):
            break
    for use in uses + [lambda x: x == y, lambda x: x < y]:
        try:
            use(x)
        except (RecursionError, TypeError, AttributeError, ValueError, LookupError, MemoryError):
            pass
    del x, y
",
    );
}

#[test]
fn objects_that_lead_to_themselves() {
    ends_on_small_stacks(
        "
import types, functools
class D: pass
D.__get__ = D()
class C:
    x = D()
    __len__ = D()
def ends(work):
    try:
        work()
    except (RecursionError, TypeError, AttributeError):
        return
ends(lambda: C().x)
ends(lambda: len(C()))
for name in ['call', 'getattr', 'getattribute', 'iter', 'next', 'add', 'eq', 'hash', 'repr', 'getitem',
             'contains', 'bool', 'index', 'set_name', 'instancecheck', 'format', 'enter', 'del', 'init', 'new']:
    class E: pass
    e = E()
    setattr(E, f'__{name}__', e)
    class F: pass
    setattr(F, f'__{name}__', e)
    for work in (lambda e: e(), lambda e: e.x, iter, next, lambda e: e + 1, lambda e: e == 1, hash, repr,
                 lambda e: e[0], lambda e: 1 in e, bool, lambda e: [1][e], lambda e: isinstance(1, e), format):
        for make in (E, F):
            ends(lambda: work(make()))
for wrapper in (staticmethod, classmethod):
    x = wrapper.__new__(wrapper)
    x.__init__(x)
    ends(lambda: x())
    ends(lambda: x.__get__(None, int))
    ends(lambda: repr(x))
    ends(lambda: dir(x))
p = functools.partial(print)
p.__setstate__((p, (p,), {}, None))
ends(lambda: p())
a, b = types.SimpleNamespace(), types.SimpleNamespace()
a.x, b.x = a, b
ends(lambda: a == b)
",
    );
}

#[test]
fn recursion_through_every_hook() {
    ends_on_small_stacks(
        "
import sys
sys.setrecursionlimit(100000)
class R:
    def __call__(self): return self()
    def __getattr__(self, name): return getattr(self, name)
    def __add__(self, other): return self + other
    def __radd__(self, other): return other + self
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __repr__(self): return repr(self)
    def __iter__(self): return iter(self)
    def __getitem__(self, key): return self[key]
    def __setitem__(self, key, value): self[key] = value
    def __contains__(self, item): return item in self
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __index__(self): return [1][self]
    def __format__(self, spec): return format(self, spec)
    def __instancecheck__(self, other): return isinstance(other, self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __lt__(self, other): return sorted([self, other])
    def __get__(self, instance, owner): return owner.x
    def __setattr__(self, name, value): setattr(self, name, value)
    def __del__(self): pass
class X:
    x = R()
def generator(): yield from generator()
class Meta(type):
    def __call__(cls): return cls()
class Made(metaclass=Meta): pass
def sort(): return sorted([2, 1], key=lambda x: sort())
def mapped(): return list(map(lambda x: mapped(), [1]))
r = R()
works = [
    lambda: r(), lambda: r.x, lambda: r + 1, lambda: 1 + r, lambda: r == 1, lambda: hash(r), lambda: repr(r),
    lambda: iter(r), lambda: r[0], lambda: r.__setitem__(0, 1), lambda: 1 in r, lambda: len(r), lambda: bool(r),
    lambda: [1][r], lambda: format(r), lambda: isinstance(1, r), lambda: r.__enter__(), lambda: r < r,
    lambda: X.x, lambda: list(generator()), lambda: Made(), sort, mapped, lambda: setattr(r, 'a', 1), lambda: f'{r}', lambda: print(r),
]
for work in works:
    try:
        work()
    except RecursionError:
        pass
    else:
        raise AssertionError(work)
",
    );
}
