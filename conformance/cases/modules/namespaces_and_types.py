# covers: The standard type hierarchy; Resolving MRO entries
# types: simple namespaces, classes made by calls, dynamic attributes, coroutines of generators.
import types
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
S = types.SimpleNamespace
n = S({"z": 1, "a": 2}, a=3, b=[1])
print(n, n == S(z=1, a=3, b=[1]), n != S(), S() == S(), S(a=1) == 5, vars(n)); n.me = n; print(n); del n.me
tr(S, 1); tr(S, {1: 2}); tr(S, {}, {}); tr(S, [("x", 1)], y=2); tr(lambda: n < n); tr(delattr, n, "no"); tr(hash, n)
class Sub(S): pass
print(Sub(x=1), Sub(x=1) == S(x=1), n.__replace__(a=9), n.__reduce__()[2]); tr(n.__replace__, 5)
import copy
print(copy.replace(Sub(q=1), q=2), copy.copy(n) == n)
class Meta(type):
    def __prepare__(name, bases, **k): print("prepare", name, bases, k); return {"seeded": 1}
    def __new__(m, name, bases, ns, **k): return super().__new__(m, name, bases, dict(ns))
    def __init__(c, name, bases, ns, **k): pass
C = types.new_class("C", (), {"metaclass": Meta, "kw": 5}, lambda ns: ns.update(x=2))
print(C.seeded, C.x, type(C).__name__, types.prepare_class("D", (C,), {"other": 1})[0] is Meta, types.prepare_class("E", (), {"metaclass": len})[0])
tr(types.new_class, "X", (int, bool)); tr(types.new_class, "X", (5,)); tr(types.prepare_class, "X", (type("A", (), {}, ), C), {"metaclass": type("M2", (type,), {})})
class Entry:
    def __mro_entries__(self, bases): return (dict, list) if self is two else ()
two, none = Entry(), Entry()
print(types.resolve_bases((int, two, none)), types.resolve_bases((int,)) == (int,), types.get_original_bases(int)); tr(types.resolve_bases, (type("B", (), {"__mro_entries__": lambda s, b: 5})(),)); tr(types.get_original_bases, 5)
T = type("T", (list,), {"__orig_bases__": ("shown",)})
print(types.get_original_bases(T), types.get_original_bases(type("U", (T,), {})))
class D:
    @types.DynamicClassAttribute
    def v(self): "doc"; return 5
    @v.setter
    def v(self, x): print("set", x)
d = D(); print(d.v, D.__dict__["v"].__doc__); d.v = 3; tr(lambda: D.v); tr(delattr, d, "v")
@types.coroutine
def gen():
    got = yield 1
    return got
async def use(): return await gen()
c = use(); print(c.send(None))
try: c.send("answer")
except StopIteration as e: print(e.value)
@types.coroutine
def plain(): return 5
@types.coroutine
def giver(): return iter([1])
print(plain()); tr(types.coroutine, 5); print(type(giver()).__name__)
print(types.GenericAlias(list, (int, str)), types.GenericAlias(5, "x").__args__, types.UnionType is type(int | str), types.NoneType, types.EllipsisType, types.NotImplementedType); tr(types.GenericAlias, list); tr(types.NoneType, 1); tr(types.FunctionType, 5, {}); tr(types.MethodType, 5, 6); tr(types.MethodType, len, None); tr(types.CellType, 1, 2); print(types.CellType(5).cell_contents); tr(lambda: types.CellType().cell_contents); tr(types.ModuleType); tr(types.MappingProxyType, 5); print(types.MappingProxyType({"a": 1}) | {"b": 2})
