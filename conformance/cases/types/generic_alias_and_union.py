# covers: Emulating generic types; The purpose of *__class_getitem__*; *__class_getitem__* versus *__getitem__*; __class_getitem__; __or__
# list[int], int | None and what they forward, compare, print and refuse.
a = list[int]
print(a, a.__origin__, a.__args__, a.__parameters__, a(), type(a([1])), a == list[int], hash(a) == hash(list[int]), a != list[str], dict[str, int], tuple[int, ...], tuple[()], list[list[int]], type(a), a.__class__, isinstance(a, type))
print(a.append is list.append, a.__name__, a.__module__, dir(a) == [] or "__origin__" in dir(a), a.mro()[0], list["forward"], dict[str, list[int | None]], set[lambda: 0] is not None, frozenset[int], type[int], list[...], list[None], tuple[[1, 2]])
u = int | str
print(u, u.__args__, int | None, None | int, int | int, int | str | int, (int | str) | (str | bytes), u == str | int, hash(u) == hash(str | int), isinstance(1, u), isinstance(1.5, u), issubclass(bool, u), type(u), list[int] | None, int | list[str], (int | None).__args__, u.__parameters__)
for f in (lambda: int[int], lambda: int | 5, lambda: 5 | int, lambda: None | None, lambda: isinstance([], a), lambda: issubclass(list, a), lambda: a[0], lambda: u[int], lambda: u(), lambda: setattr(a, "x", 1), lambda: setattr(a, "__origin__", 5), lambda: delattr(a, "x"), lambda: a.nope, lambda: u.nope, lambda: "x" | int, lambda: dict[5], lambda: list[int][str], lambda: isinstance(1, int | list[int]), lambda: a < a, lambda: len(a), lambda: list(a), lambda: [*list[int]], lambda: str[int], lambda: object[1], lambda: int | "x", lambda: a | 5, lambda: iter(u), lambda: type[int](5), lambda: bool(a), lambda: next(iter(a))):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
class C:
    def __class_getitem__(cls, key): return f"{cls.__name__}[{key!r}]"
class D(C): pass
class E:
    __class_getitem__ = classmethod(type(a))
print(C[int], D[1, 2], E[int], E[int].__origin__ is E, type(C.__dict__["__class_getitem__"]).__name__)
class Meta(type):
    def __getitem__(cls, key): return ("meta wins", key)
class F(C, metaclass=Meta): pass
print(F[5], F.__class_getitem__(5))
class G:
    def __class_getitem__(cls): return 1
class H:
    __class_getitem__ = None
class I:
    __class_getitem__ = 5
for bad in (G, H, I):
    try:
        print(bad[0])
    except TypeError as e:
        print(e)
try:
    C()[0]
except TypeError as e:
    print(e)
class L(list[int]):
    pass
print(L.__bases__, L.__orig_bases__, L([1]), L[str], type(L[str]))
class Or(type):
    def __or__(cls, other): return "meta or"
class J(metaclass=Or): pass
print(J | int, type(int | J).__name__)
x = a((1, 2))
print(x, list[int]("ab"), dict[str, int](k=1))
