# covers: The standard type hierarchy
# ours: weakref
# weakref: dictionaries and sets whose members die, finalizers, methods, while they are iterated.
import weakref, copy
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def m(self): return self.n
    def __lt__(self, o): return self.n < o.n
def tr(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, "" if "0x" in str(e) else e)
a, b, c = C(1), C(2), C(3)
k = weakref.WeakKeyDictionary({a: 1, b: 2})
k[c] = 3
print(len(k), sorted(k.items()), k.get(C(9), "none"), a in k, 5 in k, sorted(k.keyrefs(), key=lambda r: r().n)[0]() is a)
tr(k.__setitem__, 5, 1); tr(k.pop, C(7)); tr(k.pop, C(7), "d"); print(k.setdefault(c, 0), k.pop(b))
del c
print(len(k), dict(k), dict(k | {a: 5}), dict({a: 6} | k))
k |= {b: 9}
print(dict(k) == {a: 1, b: 9}, copy.copy(k) == k, copy.deepcopy(k) == k)
v = weakref.WeakValueDictionary(x=a, y=b)
v["z"] = C(5)
print(sorted(v.items()), "z" in v, v.get("z"), len(v), v.setdefault("q", a), [r() for r in v.valuerefs()])
tr(v.__getitem__, "z"); tr(v.__setitem__, "w", 5); tr(weakref.WeakValueDictionary, 1, 2)
it = iter(v.items())
first = next(it)
b2, b = b, None
del b2
print(sorted(it), len(v))
s = weakref.WeakSet([a, C(4)])
d = C(8)
s.add(d)
print(len(s), sorted(s), a in s, 3 in s, s | {d} == s, sorted(s & {a}), sorted(s - {a}), sorted(s ^ {a, d}), s <= {a, d}, s > {a}, s.isdisjoint({C(3)}))
s.discard(C(77)); tr(s.remove, C(77)); tr(s.add, 5); tr(s.update, [d, 6])
del d
print(len(s), s.pop() == a, len(s)); tr(s.pop)
w = weakref.WeakMethod(a.m)
print(w()(), w == weakref.WeakMethod(a.m), hash(w) == hash(weakref.WeakMethod(a.m)), w != weakref.WeakMethod(C(1).m))
tr(weakref.WeakMethod, len)
log = []
f = weakref.finalize(a, log.append, "gone"); g = weakref.finalize(a, log.append, "second")
f.atexit = g.atexit = False
print(f.alive, f.peek()[2:], f.detach()[2:], f.alive, f(), f.atexit)
del w
k = v = s = None
a = None
import gc; gc.collect()
print(log, g.alive, g.peek()[2:], g.detach()[2:])
tr(weakref.finalize, 5, print); tr(weakref.finalize)
