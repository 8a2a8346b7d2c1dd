# covers: Emulating container types; slice.step
# range and slice: items, membership, comparison, arguments, small and huge.
def t(f, *a):
    try: r = f(*a)
    except BaseException as e: r = type(e).__name__ + ": " + str(e)
    print(repr(r), type(r).__name__, a)
class I:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
    def __repr__(s): return "I(%r)" % (s.v,)
    def __eq__(s, o): return s.v == o
    def __hash__(s): return hash(s.v)
M = 2**63
rs = [range(0), range(1), range(10), range(3, 10), range(3, 10, 3), range(10, 3), range(10, 3, -2), range(-5, 5), range(M), range(M * 4), range(-M, M, 2**62), range(0, -10**30, -10**29), range(5, 5, -1), range(True), range(I(2), I(8), I(3))]
for r in rs:
    print(r, bool(r), r.start, r.stop, r.step, type(r.stop).__name__)
    t(len, r); t(hash, r); t(lambda: list(r)[:5] if len(r) < 1000 else "big"); t(lambda: list(reversed(r))[:3] if len(r) < 1000 else next(reversed(r))); t(r.__reduce__); t(lambda: iter(r).__length_hint__()); t(lambda: type(iter(r)).__name__); t(lambda: type(reversed(r)).__name__)
    for k in (0, -1, 1, 5, -5, 10**20, -10**20, I(1), True, 1.0, "a", None, slice(None), slice(1, 3), slice(None, None, -1), slice(None, None, 2), slice(-3, None), slice(10**20, None), slice(None, None, 10**25), slice(5, 1, -1), slice(None, None, 0), slice("a")): t(lambda: r[k])
    for v in (0, 3, 4, 9, -1, M, True, 10**30) + ((3.0, 3.5, I(3), "a", None, 6j, 3+0j, []) if abs(r.start - r.stop) < 100 else ()): t(lambda: (v in r, r.count(v))); t(lambda: r.index(v))
    for o in rs + [5, [0]]: print(r == o, r != o, end=" ")
    print()
    t(lambda: r < r); t(lambda: r + r); t(lambda: r * 2); t(lambda: r.foo); t(lambda: setattr(r, "start", 1)); t(lambda: hash(r) == hash(range(r.start, r.stop, r.step)))
t(range); t(lambda: range(1, 2, 3, 4)); t(lambda: range(1.0)); t(lambda: range("a")); t(lambda: range(1, 2, 0)); t(lambda: range(1, None)); t(lambda: range(stop=1)); t(lambda: range(1, step=2)); t(lambda: range(I("x"))); t(lambda: range(5).__iter__().__setstate__(3)); t(lambda: range.__new__(int)); t(lambda: type("S", (range,), {})); t(lambda: range(5).__contains__()); t(lambda: range(5).index()); t(lambda: range(5).index(1, 2)); t(lambda: range(5).__getitem__(slice(None))); t(lambda: sum(range(10**3))); t(lambda: max(range(5))); t(lambda: range(0, 10, 2) == range(0, 9, 2)); t(lambda: hash(range(0, 10, 2)) == hash(range(0, 9, 2)))
it = iter(range(3)); t(lambda: [next(it), it.__length_hint__(), it.__reduce__()]); it.__setstate__(2); t(lambda: list(it)); t(lambda: next(it))
for s in (slice(None), slice(5), slice(1, 5), slice(1, 5, 2), slice(None, None, -1), slice("a", [], 1.5), slice(I(1), I(2), I(3)), slice(-3, 10**30, -1)):
    t(repr, s); t(hash, s); t(lambda: (s.start, s.stop, s.step)); t(lambda: s.__reduce__())
    for n in (0, 1, 5, 10, 10**30, -1, "a", 1.0, I(4)): t(s.indices, n)
    for o in (slice(None), slice(5), slice(1, 5, 2), slice(2, 5, 2), (None, 5, None), 5): 
        t(lambda: (s == o, s != o)); t(lambda: s < o); t(lambda: s >= o)
    t(lambda: setattr(s, "start", 1)); t(lambda: s.foo); t(lambda: s.indices()); t(lambda: {s: 1}[s])
t(slice); t(lambda: slice(1, 2, 3, 4)); t(lambda: slice(stop=1)); t(lambda: type("S", (slice,), {})); t(lambda: hash(slice([])))
