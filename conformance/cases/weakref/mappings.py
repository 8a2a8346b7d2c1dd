# covers: Objects, values and types
# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod, finalize.
import weakref
import gc
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"
    def method(self): return self.n
a, b = C(1), C(2)
v = weakref.WeakValueDictionary(x=a, y=b)
print(dict(v), len(v), v["x"], v.get("z"), "y" in v, sorted(v), v.pop("y"))
v["y"] = b
del a
print(dict(v), len(v), "x" in v, v.get("x", "gone"), list(v.items()))
try:
    v["x"]
except KeyError as e:
    print(repr(e))
try:
    v["bad"] = 5
except TypeError as e:
    print(e)
k = weakref.WeakKeyDictionary()
k[b] = "value"
c = C(3)
k[c] = "other"
print(len(k), k[b], b in k, sorted(x.n for x in k), 5 in k)
del c
print(len(k), list(k.values()))
s = weakref.WeakSet([b])
d = C(4)
s.add(d)
print(len(s), b in s, sorted(x.n for x in s))
del d
print(len(s), s == weakref.WeakSet([b]))
m = weakref.WeakMethod(b.method)
print(m()(), m() == b.method)
fin = weakref.finalize(b, lambda *args: print("finalize", args), 1, 2)
print(fin.alive, fin.peek()[2])
keep = b
del b
print(len(k), m() is not None)
del keep
print(fin.alive, len(k), m(), len(v))
e = C(5)
f2 = weakref.finalize(e, print, "called by hand")
f2()
f2()
print(f2.alive, f2.detach())
e.me = e
r = weakref.ref(e, lambda _: print("callback of the cycle"))
del e
print(gc.collect() > 0)
z = C(6)
weakref.finalize(z, print, "at exit").atexit = True
print("end")
