# covers: Emulating numeric types; Emulating container types
# operator and functools where their native parts cannot be imported.
import sys
for name in ("operator", "functools", "_operator", "_functools"):
    sys.modules.pop(name, None)
sys.modules["_operator"] = sys.modules["_functools"] = None
import operator as op
import functools as ft
print([getattr(op, n)(7, 2) for n in ("add", "sub", "mul", "floordiv", "mod", "pow", "lt", "ge", "xor", "lshift", "is_not")])
print(op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.contains("abc", "b"), op.length_hint(iter([1, 2])))
print(op.itemgetter(1, 0)("ab"), op.attrgetter("real", "imag.real")(3), op.methodcaller("upper")("a"))
print(op.itemgetter(1, "x"), op.attrgetter("a.b"), op.methodcaller("m", 1, k=2))
items = [1]
print(op.iadd(items, [2]) is items, items, op.iconcat(items, (3,)))
for call in (lambda: op.concat(1, 2), lambda: op.indexOf([], 1), lambda: op.attrgetter(1), lambda: op.methodcaller(1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
half = ft.partial(int, base=2)
print(half, half("101"), ft.partial(half, "11")(), half.__reduce__()[2])
print(ft.reduce(op.add, [1, 2, 3]), ft.reduce(op.add, [], 5), sorted("bca", key=ft.cmp_to_key(lambda a, b: (a < b) - (a > b))))
calls = []
@ft.lru_cache(maxsize=2)
def square(x):
    calls.append(x)
    return x * x
print([square(x) for x in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info())
