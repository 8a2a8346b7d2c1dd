# covers: Basic customization
# Unreachable cycles wait for the collector; finalizers run in creation order, weak references clear.
import gc
import weakref

gc.disable()
gc.collect()


class N:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, sorted(k for k in self.__dict__ if k != "name"))


a, b = N("a"), N("b")
a.b, b.a = b, a
del a, b
print("waiting")
print(gc.collect() > 0)
nodes = [N(i) for i in range(5)]
for i, n in enumerate(nodes):
    n.next = nodes[(i * 2 + 1) % 5]
    n.me = n
del n, nodes
print(gc.collect() > 0, gc.collect())


class Plain:
    pass


p = Plain()
p.self = p
r = weakref.ref(p, lambda ref: print("callback", ref() is None))
del p
print(r() is not None)
print(gc.collect() > 0, r())
l = []
l.append(l)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
del l, d, t
print(gc.collect())
saved = []


class Back:
    def __del__(self):
        saved.append(self)


x, y = Back(), Plain()
x.y, y.x = y, x
w = weakref.ref(y)
del x, y
print(gc.collect(), len(saved), w() is None, saved[0].y.x is saved[0])
saved.clear()
print(gc.collect() > 0, len(saved))
print(gc.garbage, gc.isenabled(), gc.is_tracked([]), gc.is_tracked(5), gc.is_tracked({}), gc.is_tracked("s"))
print(gc.get_threshold()[0] > 0, len(gc.get_count()), gc.get_debug())
