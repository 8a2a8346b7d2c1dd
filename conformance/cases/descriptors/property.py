# covers: Invoking Descriptors
# property: getter, setter, deleter, copies, docs and messages.
class C:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        "The x."
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        print("deleting")
        del self._x

    @property
    def readonly(self):
        return 1

    writeonly = property(None, lambda self, v: print("written", v))
    documented = property(doc="by hand")


c = C()
c.x = 5
print(c.x, C.x.__doc__, C.documented.__doc__)
del c.x
for attempt in (
    lambda: c.x,
    lambda: setattr(c, "readonly", 1),
    lambda: delattr(c, "readonly"),
    lambda: c.writeonly,
    lambda: delattr(c, "writeonly"),
    lambda: c.documented,
    lambda: property(1, 2, 3, 4, 5),
    lambda: property().__get__(c),
    lambda: property().__set__(c, 1),
):
    try:
        print(attempt())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
c.writeonly = 3
p = C.__dict__["x"]
print(type(p), p.fget.__name__, p.fset.__name__, p.fdel.__name__, C.x is p)
q = p.getter(lambda self: "other")
print(q is p, q.__get__(c), q.fset is p.fset, q.__doc__)
print(p.__name__, q.__name__)
try:
    p.fget = None
except AttributeError as e:
    print(e)


class Sub(property):
    """Sub doc"""


s = Sub(lambda self: 1, doc="given")
print(s.__doc__, isinstance(s, property), s.__get__(1))
print(property.__get__(p, None, C) is p, p.__isabstractmethod__)
