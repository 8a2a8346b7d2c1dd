# covers: Objects, values and types
# Cycles through each kind of object that can hold another are found.
import gc
import weakref
import itertools
gc.disable()
gc.collect()
class Probe:
    pass


def check(name, make):
    probe = Probe()
    ref = weakref.ref(probe)
    make(probe)
    alive = ref() is not None
    del probe
    gc.collect()
    print(name, ref() is None)


def function(p):
    def f():
        return p
    p.f = f


def generator(p):
    def g():
        yield p
    p.g = g()
    next(p.g)


def exception(p):
    try:
        raise ValueError(p)
    except ValueError as e:
        p.e = e


def cls(p):
    class C:
        attr = p
    p.c = C


def meth(p):
    class M:
        def m(self): pass
    m = M()
    m.p = p
    p.m = m.m


def slots(p):
    class S:
        __slots__ = ("p",)
    s = S()
    s.p = p
    p.s = s


def prop(p):
    p.prop = property(lambda self, p=p: p)


def sup(p):
    class A: pass
    a = A()
    a.p = p
    p.sup = super(A, a)


def coro(p):
    import types
    @types.coroutine
    def c():
        yield p
    p.c = c()
    p.c.send(None)


for name, make in (("attribute", lambda p: setattr(p, "me", p)), ("list", lambda p: setattr(p, "x", [p])), ("tuple", lambda p: setattr(p, "x", (p,))), ("dict value", lambda p: setattr(p, "x", {1: p})), ("dict key", lambda p: setattr(p, "x", {p: 1})), ("set", lambda p: setattr(p, "x", {p})), ("frozenset", lambda p: setattr(p, "x", frozenset([p]))), ("function", function), ("generator", generator), ("exception", exception), ("class", cls), ("method", meth), ("slots", slots), ("property", prop), ("super", sup), ("coroutine", coro), ("list iterator", lambda p: setattr(p, "x", iter([p]))), ("dict view", lambda p: setattr(p, "x", {1: p}.values())), ("map", lambda p: setattr(p, "x", map(lambda a, p=p: a, []))), ("zip", lambda p: setattr(p, "x", zip([p]))), ("partial", lambda p: setattr(p, "x", __import__("functools").partial(print, p))), ("slice", lambda p: setattr(p, "x", slice(p))), ("bound built-in", lambda p: setattr(p, "x", [p].append)), ("staticmethod", lambda p: setattr(p, "x", staticmethod(p))), ("enumerate", lambda p: setattr(p, "x", enumerate([p]))), ("chain", lambda p: setattr(p, "x", itertools.chain([p]))), ("cell", lambda p: setattr(p, "x", __import__("types").CellType(p))), ("module", lambda p: setattr(__import__("types").ModuleType("m"), "p", p)), ("alias", lambda p: setattr(p, "x", list[p])), ("weakref callback", lambda p: setattr(p, "x", weakref.ref(p, lambda r, p=p: 0))), ("mappingproxy", lambda p: setattr(p, "x", __import__("types").MappingProxyType({1: p}))), ("memory of lambda default", lambda p: setattr(p, "x", lambda q=p: q)), ("reversed", lambda p: setattr(p, "x", reversed([p]))), ("own class", lambda p: setattr(p, "x", type("T", (), {"p": p})()))):
    check(name, make)
