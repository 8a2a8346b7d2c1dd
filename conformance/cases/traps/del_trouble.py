# covers: Basic customization; __del__
# __del__ that raises, resurrects, changes the graph, collects garbage.
import gc
import sys

gc.disable()
gc.collect()
sys.unraisablehook = lambda u: print("unraisable:", u.exc_type.__name__, u.exc_value, "in", u.object.__qualname__)


class Raises:
    def __del__(self):
        raise ValueError("from __del__")


Raises()
r = Raises()
r.me = r
del r
print("collected", gc.collect() > 0)
kept = []


class Back:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)
        kept.append(self)


b = Back("one")
del b
print(len(kept), kept[0].name)
kept.clear()
print("second death is silent")
x, y = Back("x"), Back("y")
x.other, y.other = y, x
del x, y
gc.collect()
print(sorted(k.name for k in kept), kept[0].other.other is kept[0])
kept.clear()
print(gc.collect() > 0, kept)


class Collects:
    def __del__(self):
        print("collecting inside", gc.collect() >= 0)


c = Collects()
c.me = c
del c
gc.collect()
Collects()


class Breaks:
    def __del__(self):
        print("breaks", sorted(self.__dict__))
        self.other.other = None
        self.__dict__.clear()


p, q = Breaks(), Breaks()
p.other, q.other = q, p
sys.unraisablehook = lambda u: print("unraisable:", u.exc_type.__name__)
del p, q
print(gc.collect() > 0)


class Makes:
    def __init__(self, n):
        self.n = n
        self.me = self
    def __del__(self):
        print("made", self.n)
        if self.n:
            Makes(self.n - 1)


Makes(3)
for i in range(4):
    gc.collect()


class NotCallable:
    __del__ = 5


NotCallable()
class ClassDel:
    @classmethod
    def __del__(cls):
        print("classmethod __del__", cls.__name__)
ClassDel()
print(gc.garbage)
