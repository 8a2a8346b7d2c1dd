# covers: The standard type hierarchy; Emulating container types
# Tuples: making, comparing, hashing, subclasses.
t = (1, "a", [2])
print(t, (), (1,), ((),), tuple(), tuple("ab"), tuple([1]), tuple({1: 2}), tuple(t) is t, () is (), t[:] is t, t[1:], t[-1], t[::-1], t + (3,), t * 2, 0 * t, (1,) * -1)
print(t.index("a"), t.count(1), len(t), 1 in t, "z" in t, [2] in t, t == (1, "a", [2]), t != [1], (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") < (2, 5), (1, 2) == (1.0, 2))
for f in (lambda: t[5], lambda: t["a"], lambda: t.index(9), lambda: t + [1], lambda: t * "a", lambda: (1, 2) < (1, "a"), lambda: () < [], lambda: hash(t), lambda: hash((1, (2, [])))  , lambda: t.append, lambda: tuple(5), lambda: tuple(1, 2), lambda: t - t, lambda: t.index(), lambda: tuple(x=1), lambda: t[::0], lambda: t.index("a", 2), lambda: (0,) * 10**19, lambda: t.__getitem__(None), lambda: tuple.count([], 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]


p = Point(1, 2)
p.extra = "has a dict"
print(p, p.x, p.extra, p == (1, 2), hash(p) == hash((1, 2)), type(p + (3,)), type(p[:]), type(p * 1), {(1, 2): "found"}[p], isinstance(p, tuple), tuple(p) is p, type(tuple(p)))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
x = 1,
print(x, (1, 2) + (), type((1)), (lambda *a: a)(*t) == t)
print(hash(()) == hash(()), hash((1, 2)) == hash((2, 1)), hash((1,)) == hash(1), len({(1, 2), (1.0, 2.0), (2, 1)}), {((1, 2), 3): "nested"}[((1, 2), 3)])
r = reversed(t)
print(type(r).__name__, list(r), t.__iter__().__length_hint__(), t.__add__((1,)), t.__contains__(1), t.__mul__(0), t.__getnewargs__(), t.__eq__(1), t.__lt__(1))
class Eq:
    def __eq__(self, other):
        print("asked")
        return True
    __hash__ = None
e = Eq()
print((e,) == (e,), (e,) == (1,), (1, e) == (2, e), e in (e,), 5 in (e,), (1, 2, e) < (1, 2, e))
