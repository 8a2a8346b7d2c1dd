# covers: Basic customization; Objects, values and types
# What lives at the end dies in the order in which the collector meets it from the module's names: near
# things first, the items of sequences from the last.
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, A is not None)


a = A("a")
b = A("b")
_c = A("_c")
items = [A("first"), A("second"), (A("in tuple 1"), A("in tuple 2"))]
table = {"k": A("in dict"), "l": [A("deeper")]}


class K:
    x = A("of class")
    y = A("of class too")


cycle = A("cycle")
cycle.me = cycle
watched = weakref.ref(a, lambda r: print("callback"))


def f(d=A("default")):
    held = A("in cell")
    return lambda: held


g = f()
last = A("last")
weakref.finalize(b, print, "finalize b")
left, right = A("left"), A("right")
left.other, right.other = right, left
print("end")
