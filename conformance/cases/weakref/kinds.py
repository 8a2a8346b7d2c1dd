# covers: __slots__; Objects, values and types
# What can be referred to weakly; dead references; equality and hashes; proxies.
import weakref
class C:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return f"C{self.n}"
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return self.n
class S:
    __slots__ = ("x",)
class SW:
    __slots__ = ("x", "__weakref__")
class L(list): pass
class I(int): pass
class T(tuple): pass
for make in (C, S, SW, L, I, T, object, list, dict, set, frozenset, int, str, lambda: None, lambda: (lambda: 0), lambda: len, lambda: C, lambda: (x for x in ()), lambda: C().__init__, lambda: weakref, lambda: iter([]), lambda: type("X", (str,), {})):
    value = make()
    try:
        weakref.ref(value)
        print(type(value).__name__, "fine")
    except TypeError as e:
        print(e)
a, b = C(1), C(1)
ra, rb = weakref.ref(a), weakref.ref(b)
print(ra == rb, hash(ra) == hash(rb), ra is weakref.ref(a), ra() is a, ra != weakref.ref(C(2)), weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), ra.__callback__, type(ra), ra == 5)
del b
print(ra == rb, rb(), rb == rb, hash(rb))
told = lambda r: print("callback", r() is None)
with_callback = weakref.ref(a, told)
print(with_callback is ra, with_callback == ra, with_callback.__callback__ is told, {ra: "v"}[with_callback])
p = weakref.proxy(a)
print(p.n, p == a, p, repr(p).startswith("<weakproxy"), type(p).__name__, isinstance(p, C), p.__class__ is C, weakref.proxy(a) is p)
p.n = 5
print(a.n, bool(p))
for f in (lambda: hash(p), lambda: p(), lambda: p + 1, lambda: p[0], lambda: len(p), lambda: p.nope, lambda: weakref.ref(), lambda: weakref.ref(a, None) is ra, lambda: weakref.proxy(5), lambda: ra(1), lambda: setattr(ra, "x", 1), lambda: callable(weakref.ref)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
del a
for f in (lambda: p.n, lambda: str(p), lambda: p == 1, lambda: bool(p), lambda: setattr(p, "n", 1)):
    try:
        f()
    except ReferenceError as e:
        print(e)
class R(weakref.ref):
    def __init__(self, o, callback=None, tag=None):
        super().__init__(o, callback)
        self.tag = tag
c = C(3)
r = R(c, tag="t")
print(r.tag, r() is c, r is R(c), isinstance(r, weakref.ref), weakref.ReferenceType is weakref.ref)
fun = lambda x: x * 2
pc = weakref.proxy(fun)
print(pc(4), type(pc).__name__)
