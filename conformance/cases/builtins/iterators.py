# covers: Emulating container types
# enumerate, zip, map, filter, reversed, iter: laziness, exhaustion, errors on the way.
def noisy(n, fail=None):
    for i in range(n):
        print("make", i, end="; ")
        if i == fail:
            raise LookupError(i)
        yield i
print(list(enumerate("ab", 5)), list(enumerate("a", start=10**20)), list(zip("abc", range(2))), list(zip()), list(zip("a")), list(map(lambda a, b: a + b, "ab", "xyz")), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, range(4))), list(map(str, [])))
z = zip(noisy(3), noisy(1))
print(list(z))
m = map(lambda x: 10 // x, [1, 0, 5])
print(next(m))
try:
    next(m)
except ZeroDivisionError as e:
    print(e, next(m), next(m, "end"))
for f in (lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1], [1], [], strict=True)), lambda: list(zip([], [], [5], strict=True)), lambda: zip(1), lambda: zip([1], 5), lambda: map(5), lambda: map(), lambda: list(map(5, [1])), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: enumerate(5), lambda: enumerate([], "x"), lambda: enumerate([], 1, 2), lambda: list(map(lambda: 0, [1])), lambda: list(zip([1], [2], strict=5)), lambda: zip([1], nope=1), lambda: map(None, [1]), lambda: list(enumerate(iterable="ab")), lambda: enumerate(start=1), lambda: reversed(5), lambda: list(noisy(3, fail=1))):
    try:
        r = f()
        print(type(r).__name__ if not isinstance(r, list) else r)
    except Exception as e:
        print(type(e).__name__, e)
e = enumerate("xyz")
print(next(e), e.__iter__() is e, list(e), next(e, None), type(e).__name__)
r = reversed([1, 2, 3])
print(next(r), list(r), iter(r) is r)
class E(enumerate): pass
class M(map):
    def __next__(self):
        return ("wrapped", super().__next__())
print(list(E("a")), list(M(str, [1])), isinstance(zip(), zip), next(M(int, "7")))
print(list(iter(iter("abc").__next__, "c")), list(iter(lambda it=iter("ab"): next(it), None)))
import operator
for value in ([1, 2], (1,), "abc", {1: 2}, {1}, range(5), iter([1, 2]), map(str, [1]), reversed([1]), enumerate([1]), zip([1])):
    print(type(value).__name__, operator.length_hint(value, "none" if False else 99), end="; ")
print()
a, b = iter([1, 2, 3, 4]), None
print(list(zip(a, a)), [*map(pow, [2, 3], [3, 2], [5, 7])], dict(enumerate("ab")), max(enumerate([5, 9, 1]), key=lambda p: p[1]))
