# covers: __slots__; Notes on using *__slots__*; __delete__
# Slots with a dict, with weak references, mappings, mangled names, deleted values, defaults from __get__.
import weakref
class A:
    __slots__ = ("a", "__private", "_x")
    def __init__(self): self.__private = 1
print(A().__class__.__slots__, sorted(k for k in vars(A) if "private" in k), A()._A__private)
class D:
    __slots__ = {"a": "doc of a", "b": None}
print(D.a.__doc__, D.b.__doc__, D.__slots__)
class Str:
    __slots__ = "single"
class Iter:
    __slots__ = (n for n in ("p", "q"))
i = Iter()
i.p = 1
print(Str().__slots__, i.p, list(Iter.__slots__), hasattr(i, "q"))
class WithDict(A):
    pass
w = WithDict()
w.anything = 1
w.a = 2
print(w.__dict__, w.a, "a" in w.__dict__)
class Explicit:
    __slots__ = ("x", "__dict__")
e = Explicit()
e.x, e.y = 1, 2
print(e.__dict__, e.x)
class W:
    __slots__ = ("__weakref__",)
x = W()
print(weakref.ref(x)() is x, W.__weakref__ is not None, x.__weakref__ is not None)
for slots in (("a", "a"), ("__dict__", "__dict__"), ("1a",), (5,), ("a b",), 5, ("",), ("é",), ("__weakref__", "__weakref__"), (b"a",), None, ("class",), ("__class__",), ("__slots__",)):
    try:
        print(sorted(k for k in vars(type("T", (), {"__slots__": slots})) if k not in ("__module__", "__doc__")))
    except (TypeError, ValueError) as err:
        print(type(err).__name__, err)
for ns in ({"__slots__": ("a",), "a": 1}, {"__slots__": ("__dict__",), "x": 1}):
    try:
        print(type("T", (), ns))
    except ValueError as err:
        print(err)
for bases in ((WithDict,), (W,)):
    for s in ("__dict__", "__weakref__"):
        try:
            print(type("T", bases, {"__slots__": (s,)}))
        except TypeError as err:
            print(err)
a = A()
for f in (lambda: a.a, lambda: delattr(a, "a"), lambda: setattr(a, "z", 1), lambda: delattr(a, "z"), lambda: a.__dict__, lambda: weakref.ref(a), lambda: setattr(a, "a", 5) or a.a, lambda: delattr(a, "a") or hasattr(a, "a"), lambda: A.a.__set__(a), lambda: A.a.__set__(5, 1), lambda: A.a.__delete__(a), lambda: A.a.__get__(a, A), lambda: A.a.__get__(None), lambda: A.a.__name__, lambda: A.a.__objclass__.__name__, lambda: A.a.__qualname__, lambda: setattr(A.a, "__name__", "x"), lambda: repr(A.a), lambda: type(A.a)()):
    try:
        print(f())
    except (AttributeError, TypeError) as err:
        print(type(err).__name__, err)
class Base: pass
class SlotsOnDict(Base):
    __slots__ = ("s",)
s = SlotsOnDict()
s.s, s.t = 1, 2
print(s.__dict__, SlotsOnDict.__dict__["s"].__get__(s))
class Get:
    __slots__ = ("v",)
    def __getattr__(self, name): return "fallback " + name
g = Get()
print(g.v)
g.v = 1
print(g.v)
