# covers: Emulating container types; The standard type hierarchy; slice.stop; slice.step
# Ranges: lengths, membership, slices, comparison; integers of any size.
for args in ((5,), (2, 8), (0, 10, 3), (10, 0, -3), (5, 5), (0, -5), (-3,), (0, 10**20, 10**19), (10**30, 10**30 + 3), (0, 1, 10**40), (True,)):
    r = range(*args)
    print(r, list(r)[:12], r.start, r.stop, r.step, bool(r), r[-1:] , r[::-1], list(reversed(r))[:3])
r = range(0, 20, 3)
print(len(r), r[2], r[-1], r[1:4], r[::2], r[10:], r.index(9), r.count(9), r.count(10), 9 in r, 10 in r, 9.0 in r, "a" in r, 3.5 in r, True in range(5))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) != range(4), {range(3): 1}[range(0, 3)])
for f in (lambda: range(), lambda: range(1.0), lambda: range("a"), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: r[100], lambda: r["a"], lambda: r.index(1), lambda: len(range(10**20)), lambda: range(10**20)[10**19], lambda: range(10**20)[-1], lambda: range(3) + range(3), lambda: range(3) < range(4), lambda: r.__setattr__("start", 1), lambda: range(stop=3), lambda: range(None), lambda: range(10)[1:2:0], lambda: r.index("x"), lambda: bool(range(10**30)), lambda: 10**29 in range(10**30), lambda: 10**29 + 1 in range(0, 10**30, 2), lambda: range(10**20)[:5], lambda: range(10)[10**20], lambda: range(5)[None], lambda: reversed(range(3)).__length_hint__(), lambda: range(2**63).__len__(), lambda: max(range(5)), lambda: range(1, 2).step):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class I:
    def __index__(self):
        return 4
class Eq:
    def __eq__(self, other):
        return other == 2
print(range(I()), r[I()], Eq() in range(5), range(5).index(Eq()), range(5).count(Eq()), I() in range(5))
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), list(it), type(it).__name__, type(iter(range(10**30))).__name__, type(reversed(range(10**30))).__name__, next(reversed(range(10**30))))
try:
    class R(range):
        pass
except TypeError as e:
    print(e)
total = 0
for i in range(10, -10, -4):
    total += i
else:
    print("else", i, total)
print([*range(-2, 3)], sum(range(101)), list(zip(range(3), range(3)[::-1])), min(range(5, 2, -1)), sorted(range(3), reverse=True))
