# covers: The standard type hierarchy; function.__doc__; function.__defaults__; function.__globals__; function.__annotations__; function.__kwdefaults__; method.__func__; method.__self__; method.__doc__; module.__doc__; module.__annotations__; class.__doc__; class.__annotations__; code.co_argcount; code.co_posonlyargcount; code.co_kwonlyargcount; code.co_firstlineno; code.co_flags; code.co_nlocals; code.co_varnames
# What functions say about themselves, and which of it can be set.
def f(a, b: int = 2, /, c=3, *args, d, e: "text" = 5, **kwargs) -> list:
    """Doc of f."""
    local = 1
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__type_params__)
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_nlocals, c.co_freevars, c.co_cellvars, c.co_flags & 12, c.co_firstlineno)
f.attribute = 1
f.__dict__["other"] = 2
print(f.attribute, f.other, sorted(vars(f)), f.__globals__ is globals(), f.__builtins__ is not None)
f.__name__ = "renamed"
f.__qualname__ = "Q.renamed"
f.__doc__ = None
f.__defaults__ = (20, 30)
f.__kwdefaults__ = {"d": "given", "e": 1}
print(f(1), f.__name__, f.__qualname__, f.__doc__, repr(f).split(" at ")[0])
f.__defaults__ = None
for attempt in (lambda: f(1), lambda: f(), lambda: setattr(f, "__name__", 5), lambda: setattr(f, "__qualname__", None), lambda: setattr(f, "__defaults__", [1]), lambda: setattr(f, "__kwdefaults__", 5), lambda: setattr(f, "__code__", 5), lambda: setattr(f, "__globals__", {}), lambda: setattr(f, "__closure__", ()), lambda: setattr(f, "__annotations__", 5), lambda: setattr(f, "__dict__", 5), lambda: delattr(f, "__name__"), lambda: delattr(f, "__code__"), lambda: f.nothing, lambda: delattr(f, "nothing"), lambda: type(f)(), lambda: f < f, lambda: f + 1, lambda: f[0], lambda: len(f)):
    try:
        print(attempt())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
del f.__defaults__
del f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
def g(x):
    return "g", x
f.__code__ = g.__code__
print(f(5))
def closes():
    y = 1
    return lambda: y
try:
    f.__code__ = closes().__code__
except ValueError as e:
    print(e)
try:
    class Sub(type(f)):
        pass
except TypeError as e:
    print(e)
def default(items=[], n=[0]):
    items.append(1)
    return items
print(default(), default(), default.__defaults__)
print((lambda: 0).__name__, (lambda x: x).__qualname__, [k for k in (lambda *, a=1: a).__kwdefaults__], g.__get__(5)(), g.__get__(None, int) is g)
class C:
    def method(self, x=1):
        """Doc."""
m = C().method
print(m.__name__, m.__doc__, m.__defaults__, m.__func__ is C.method, type(m.__self__).__name__, m.__code__ is C.method.__code__, C.method.__qualname__)
for attempt in (lambda: setattr(m, "x", 1), lambda: setattr(m, "__name__", "x"), lambda: m.nothing, lambda: C.method(), lambda: m(1, 2)):
    try:
        attempt()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(m == C().method, m == m, C().method.__eq__(5), hash(m) == hash(m.__func__.__get__(m.__self__)))
