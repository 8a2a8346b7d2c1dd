# covers: Basic customization; Notes on using *__slots__*
# Weak references, proxies, callbacks, and who cannot be referenced.
import weakref


class C:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, C) and self.n == other.n
    def __hash__(self): return hash(self.n)
    def hello(self): return f"hello {self.n}"


c = C(1)
r = weakref.ref(c)
print(r() is c, weakref.ref(c) is r, type(r), weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r])
with_callback = weakref.ref(c, lambda ref: print("first callback", ref is with_callback))
second = weakref.ref(c, lambda ref: print("second callback"))
print(with_callback is not r, weakref.getweakrefcount(c), with_callback.__callback__ is not None, r.__callback__)
other = C(1)
print(r == weakref.ref(other), hash(r) == hash(c), r != weakref.ref(C(2)))
p = weakref.proxy(c)
print(p.n, p.hello(), type(p), p == other, isinstance(p, C))
p.n = 5
print(c.n)
del c
print(r(), r == weakref.ref(other), hash(r) == hash(1))
try:
    p.n
except ReferenceError as e:
    print(e)
for thing in (5, "s", (), None, [], {}):
    try:
        weakref.ref(thing)
    except TypeError as e:
        print(e)
fresh = weakref.ref(C(9))
print(fresh())
try:
    hash(fresh)
except TypeError as e:
    print(e)
s = {1, 2}
print(weakref.ref(s)() == {1, 2}, weakref.ref(C)() is C, weakref.ref(len)() is len)


class Slotted:
    __slots__ = ()


class Weak:
    __slots__ = ("__weakref__",)


try:
    weakref.ref(Slotted())
except TypeError as e:
    print(e)
w = Weak()
print(weakref.ref(w)() is w, w.__weakref__ is weakref.ref(w))
try:
    weakref.ref()
except TypeError as e:
    print(e)


class Ref(weakref.ref):
    extra = 1


o = C(3)
print(Ref(o)().n, Ref(o).extra, Ref(o) is Ref(o), isinstance(Ref(o), weakref.ref))
m = weakref.WeakMethod(o.hello)
print(m()(), weakref.WeakMethod(C(1).hello)())
