# covers: __slots__; Notes on using *__slots__*
# The same name in a base and a subclass are two storages; the outer one hides the inner.
class Base:
    __slots__ = ("x", "y")


class Sub(Base):
    __slots__ = ("x", "z")


s = Sub()
s.x = "sub"
print(s.x)
try:
    print(Base.x.__get__(s))
except AttributeError as e:
    print("base x:", e)
Base.x.__set__(s, "base")
print(s.x, Base.x.__get__(s), Sub.x.__get__(s))
del s.x
print(Base.x.__get__(s), hasattr(s, "x"))
print(Base.x is Sub.x, Base.x.__objclass__, Sub.x.__objclass__, Base.y is Sub.y)
print(Base.x, Sub.x, type(Sub.x))
try:
    Sub.x.__set__(Base(), 1)
except TypeError as e:
    print(e)
try:
    Sub.x.__get__(5)
except TypeError as e:
    print(e)
print(Sub.x.__get__(None, Sub) is Sub.x)


class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


class Empty:
    __slots__ = ()


for bases in ((A, B), (A, Empty), (Empty, A), (A, int), (int, A), (A, Base), (Sub, Base), (int, str), (A, tuple)):
    try:
        print([k.__name__ for k in type("M", bases, {}).__mro__])
    except TypeError as e:
        print(e)
try:
    class Both(A, B):
        __slots__ = ("c",)
except TypeError as e:
    print(e)
for base in (int, tuple, bytes):
    try:
        type("V", (base,), {"__slots__": ("x",)})
        print(base, "fine")
    except TypeError as e:
        print(e)
print(type("V", (int,), {"__slots__": ()})(3) + 1, type("L", (list,), {"__slots__": ("x",)})([1]))
