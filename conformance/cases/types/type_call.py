# covers: The standard type hierarchy; Customizing class creation
# type with one argument asks, with three it makes; anything else is an error.
print(type(3), type("x", (), {}), type("y", (int,), {"z": 1}).z)
for args, kwargs in (
    ((), {}),
    ((1, 2), {}),
    ((1, 2, 3), {}),
    (("n", 2, {}), {}),
    (("n", (), 3), {}),
    (("n", (), {}, 4), {}),
    ((1,), {"x": 2}),
    (("n", (3,), {}), {}),
    (("n", (), {}), {"x": 2}),
    (("n", (bool,), {}), {}),
    (("n", (int, str), {}), {}),
    (("n", (int, int), {}), {}),
    (("n", (lambda: 0,), {}), {}),
    (("a\0b", (), {}), {}),
    (("", (), {}), {}),
    (("not an identifier", (), {}), {}),
):
    try:
        print(type(*args, **kwargs))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
C = type("C", (), {"__doc__": "d", "f": lambda self: 42, "__module__": "m"})
print(C, C.__doc__, C().f(), C.__module__, C.f.__qualname__)
D = type("D", (C,), {"__qualname__": "A.B.D"})
print(D, D.__name__, D.__qualname__, "__qualname__" in D.__dict__)
try:
    type("E", (), {"__qualname__": 3})
except TypeError as e:
    print(e)
source = {"a": 1}
F = type("F", (), source)
source["a"] = 2
print(F.a, list(source))
print(type.__call__(int, "7"), type.__call__(type, 7))
