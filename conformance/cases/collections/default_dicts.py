# covers: __missing__; Emulating container types
# defaultdict: factories that fail, recurse, are methods of the dict itself; copies, unions, pickling.
from collections import defaultdict
import copy
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
class S(defaultdict):
    def make(self): return []
    def __repr__(self): return "S" + super().__repr__()
s = S(None, a=1); s.default_factory = s.make
print(s, s["new"], len(s))
class B(defaultdict):
    def make(self): return 1
b = B(); b.default_factory = b.make
print(b)
d = defaultdict(lambda: d); d["me"] = d
print(repr(d).count("..."))
d = defaultdict(list); d[1].append(2); d[1].append(3); print(d, d.get(5), 5 in d, d.setdefault(6, 0), d.pop(6), d.__missing__(7), d)
tr(defaultdict, 5); tr(defaultdict, None, 5); tr(lambda: defaultdict()["k"]); tr(lambda: defaultdict(lambda: 1 / 0)["k"]); tr(lambda: defaultdict(int, [(1, 2)], x=3)); tr(defaultdict(int).__missing__); tr(lambda: defaultdict(int)[[]])
e = copy.copy(d); f = copy.deepcopy(d)
print(e == d, e.default_factory, e[1] is d[1], f[1] is d[1], d.__reduce__()[:2], list(d.__reduce__()[4]), d.copy())
print(d | {9: 9}, {9: 9} | d, type({} | d).__name__, defaultdict(int) | defaultdict(str)); d |= {8: 8}; tr(lambda: d | 5); print(d)
d.default_factory = None; tr(lambda: d["gone"]); d.default_factory = 5; tr(lambda: d["gone"]); del d.default_factory; print(d.default_factory) if hasattr(d, "default_factory") else print("deleted")
class M(defaultdict):
    def __missing__(self, k): return "own " + k
print(M(int)["x"], len(M(int)), "%(k)s" % M(int), "{k}".format_map(M(int)))
