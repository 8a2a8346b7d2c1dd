# covers: Basic customization; Objects, values and types; __del__
# __del__ runs when the last reference goes: before the next statement, fields in order, once.
class D:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name)


d = D("a")
e = d
del d
print("still referenced")
e = None
print("after")
D("temporary")
print("after temporary")
x = [D("in list"), D("second in list")]
x.pop()
print("popped")
x.clear()
print("cleared")
parent = D("parent", D("child 1"), D("child 2"))
del parent
print("children follow their parent")


def f():
    local = D("local")
    other = D("other local")
    return "returned"


print(f())
t = {"k": D("dict value")}
t["k"] = D("replacement")
del t["k"]
a = D("one")
b = D("two")
a, b = b, a
print("swapped")
a = b = None


class Raises:
    def __del__(self):
        raise ValueError("lost")


import sys

sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value, u.err_msg, u.object.__qualname__)
Raises()
saved = []


class Lazarus:
    def __del__(self):
        print("dying")
        saved.append(self)


Lazarus()
print(len(saved))
saved.clear()
print("silent second death", len(saved))
inst = D("instance attribute is ignored")
inst.__del__ = lambda: print("never")
del inst
for i in range(2):
    loop = D(f"loop {i}")
print("end")
del loop
