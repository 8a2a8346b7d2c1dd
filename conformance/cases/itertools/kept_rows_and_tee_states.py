# covers: Emulating container types
import copy
import itertools as it
import warnings
warnings.simplefilter("ignore")
for make in (lambda: it.combinations("abcd", 2), lambda: it.permutations("abc", 2), lambda: it.product("ab", "cd"),
             lambda: it.combinations_with_replacement("abc", 2), lambda: it.zip_longest("abc", "d"), lambda: zip("abc", "def")):
    print(len(set(map(id, make()))), len(set(map(id, list(make())))))
    kept = []
    for row in make():
        kept.append(row)
    print(kept == list(make()), next(make()))
a, b = it.tee("abcdef")
next(a), next(a)
print(list(copy.deepcopy(a)), list(copy.copy(b)), list(a), list(b))
a, b = it.tee("xyz"); next(a); next(a)
kind, args, (link, number) = b.__reduce__()
print(kind, args, type(link), number, link.__reduce__()[1][1:])
made = kind(*args); made.__setstate__((link, 1)); print(list(made))
try: made.__setstate__((link, 99))
except ValueError as e: print(e)
try: made.__setstate__((3, 0))
except TypeError as e: print(type(e).__name__)
print(list(it._tee(range(3))), it._tee_dataobject(iter("ab"), [1, 2], None).__reduce__()[1][1])
