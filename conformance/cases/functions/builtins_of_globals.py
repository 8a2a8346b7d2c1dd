# covers: function.__globals__; function.__code__
# What a function sees as built-ins: those that its globals name, those of who made it if they name none.
import builtins, collections
def f(s): return len(s)
print(type(__builtins__).__name__, f.__builtins__ is builtins.__dict__, collections.namedtuple.__builtins__ is builtins.__dict__)
print(collections.__builtins__ is builtins.__dict__)
F = type(f)
inherits = F(f.__code__, {})
print(inherits.__builtins__ is builtins.__dict__, inherits("abc"), sorted(inherits.__globals__))
few = {"None": None}
ns = {"F": F, "__builtins__": few}
exec("def g(s): pass\nh = F(g.__code__, {})\nk = F(g.__code__, {'__builtins__': {'a': 1}})", ns)
print(ns["g"].__builtins__ is few, ns["h"].__builtins__ is few, ns["k"].__builtins__, "__builtins__" in ns["h"].__globals__)
def tell(code, ns):
    try:
        exec(code, ns)
        print(code, "ran")
    except Exception as e:
        print(code, "->", type(e).__name__, e)
tell("print(1)", {"__builtins__": {}})
tell("class A: pass", {"__builtins__": {}})
tell("import sys", {"__builtins__": {}})
tell("len", {"__builtins__": builtins})
class Loud(dict):
    def __getitem__(self, key):
        if key == "quiet":
            raise KeyError(key)
        raise ValueError(key)
tell("name", Loud(name=1))
tell("name", {"__builtins__": Loud(name=1)})
tell("quiet", Loud(quiet=1))
tell("def f(): return name\nf()", Loud(name=1))
tell("def f(): return quiet\nf()", Loud(quiet=1, __builtins__={"quiet": 2}))
tell("def f(): return name\nf()", {"__builtins__": Loud(name=1)})
tell("x = 1", type("Frozen", (dict,), {"__setitem__": lambda self, k, v: 1 / 0})())
class Key(str):
    def __eq__(self, other): print("asked", other); return str(self) == other
    __hash__ = str.__hash__
space = {}
exec("def f(): return strange", space)
space[Key("strange")] = 5
print(space["f"]())
# closures of exec
def make():
    a, b = 2, 3
    def inner():
        nonlocal a
        a = a * b
        print("inner", a)
    return inner
inner = make()
from types import CellType
exec(inner.__code__, inner.__globals__, closure=inner.__closure__)
exec(inner.__code__, inner.__globals__, closure=(CellType(5), CellType(7)))
for closure in (None, (), list(inner.__closure__), (CellType(1), 3), inner.__closure__ * 2):
    try: exec(inner.__code__, {}, closure=closure)
    except TypeError as e: print(e)
# what runs holds no copy of the variables afterwards
import gc, weakref
class D(dict): pass
def holds():
    d = D(); w = weakref.ref(d)
    exec("x = 1", d)
    eval("x", d)
    exec("y = 1")
    del d
    return w
w = holds()
gc.collect()
print(w() is None)
def collects():
    d = D(); w = weakref.ref(d)
    exec("def f(): pass", d)
    del d
    gc.collect()
    return w() is None
print(collects())
