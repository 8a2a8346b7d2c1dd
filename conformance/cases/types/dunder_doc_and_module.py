# covers: The standard type hierarchy; function.__doc__; function.__module__; function.__annotations__; method.__doc__; method.__module__; module.__doc__; module.__annotations__; class.__module__; class.__doc__; class.__annotations__
# __doc__, __module__, __annotations__ and the like, on classes and their instances.
class A:
    "doc of A"
    x: int
    y: "str" = 5
    def f(self, a: int) -> None:
        "doc of f"
class B(A):
    pass
class C:
    __doc__ = property(lambda self: "instance doc")
    __module__ = "set in the body"
print(A.__doc__, A().__doc__, B.__doc__, B().__doc__, A.f.__doc__, A().f.__doc__, C().__doc__, type(C.__doc__).__name__, C.__module__, C().__module__)
print(A.__annotations__, B.__annotations__, "__annotations__" in B.__dict__, A.f.__annotations__, A().__annotations__ is A.__annotations__)
A.__doc__ = "new doc"
print(A.__doc__, B.__doc__)
for f in (lambda: setattr(int, "__doc__", "x"), lambda: delattr(A, "__doc__"), lambda: delattr(A, "__annotations__"), lambda: A.__annotations__, lambda: setattr(A, "__annotations__", 5), lambda: A.__annotations__, lambda: int.__annotations__, lambda: setattr(int, "__annotations__", {}), lambda: type("T", (), {"__doc__": 5}).__doc__, lambda: type("T", (), {}).__doc__, lambda: type("T", (), {}).__module__, lambda: type("T", (), {"__module__": 5}).__module__, lambda: setattr(A, "__module__", 7) or A.__module__, lambda: setattr(A, "__name__", "Renamed") or A.__name__, lambda: A.__firstlineno__, lambda: A.__static_attributes__, lambda: A.__type_params__, lambda: int.__type_params__, lambda: A.__abstractmethods__, lambda: A.__weakrefoffset__ != 0, lambda: A.__basicsize__ > 0, lambda: int.__itemsize__ > 0, lambda: A.__text_signature__, lambda: int.__module__, lambda: len.__module__, lambda: [].append.__module__, lambda: A.__dict__["__dict__"].__get__(A()), lambda: A.__dict__.get("__weakref__") is not None, lambda: A.mro()[1]):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
x: int = 3
y: "undefined"
print(__annotations__, __name__, __doc__, __builtins__ is not None)
def f():
    z: undefined_name = 1
    w: also_undefined
    return z
print(f(), f.__annotations__)
