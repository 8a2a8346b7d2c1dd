# covers: Objects, values and types; Basic customization
# Callbacks of weak references that are trash themselves stay silent; the others run once.
import gc
import weakref

gc.disable()
gc.collect()


class N:
    pass


def told(name):
    return lambda ref: print("callback", name, ref() is None)


n = N()
n.me = n
n.ref = weakref.ref(n, told("inside the cycle"))
outside = weakref.ref(n, told("outside"))
del n
print(gc.collect() > 0, outside())
n = N()
ref = weakref.ref(n, told("dropped first"))
del ref
del n
n = N()
r1 = weakref.ref(n, told("one"))
r2 = weakref.ref(n, told("two"))
r3 = weakref.ref(n)
del n
print(r1(), r2(), r3())
a, b = N(), N()
a.b, b.a = b, a
b.ref = weakref.ref(a, told("b's reference to a"))
del a, b
print(gc.collect() > 0)


class WithDel:
    def __del__(self):
        print("del sees", self.ref() is None, self.proxyish() is None)


w = WithDel()
w.me = w
w.ref = weakref.ref(w)
w.proxyish = weakref.ref(w)
del w
gc.collect()
saved = []


class Back:
    def __del__(self):
        saved.append(self)


x = Back()
r = weakref.ref(x, told("resurrected"))
del x
print(r() is None, len(saved))
saved.clear()
x = Back()
x.me = x
r = weakref.ref(x, told("resurrected in a cycle"))
del x
gc.collect()
print(r() is None, len(saved))
saved.clear()
gc.collect()


def bad(ref):
    raise ValueError("callback failed")


import sys
sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value)
n = N()
r = weakref.ref(n, bad)
del n
n = N()
chain = weakref.ref(n, lambda ref: print("callback makes garbage", gc.collect() >= 0))
del n
n = N()
hashed = weakref.ref(n)
hash(hashed)
unhashed = weakref.ref(n)
del n
print(hash(hashed) == hash(hashed), hashed is unhashed)
m = N()
u = weakref.ref(m, told("x"))
del m
try:
    hash(u)
except TypeError as e:
    print(e)
