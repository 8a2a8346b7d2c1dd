# covers: Customizing attribute access; The standard type hierarchy; module.__dict__; class.__dict__; instance.__dict__
# The instance dictionary is live, replaceable and must be a dict.
class C:
    kind = "class"


c = C()
d = c.__dict__
c.x = 1
d["y"] = 2
print(c.y, d, d is c.__dict__, vars(c) is d)
d["kind"] = "instance"
print(c.kind, C.kind)
del c.kind
print(c.kind, d)
c.__dict__ = {"fresh": True}
print(c.fresh, hasattr(c, "x"), d, vars(c))
for bad in (None, 5, [], "x"):
    try:
        c.__dict__ = bad
    except TypeError as e:
        print(e)
del c.__dict__
print(c.__dict__)
c.__dict__[5] = "odd key"
print(c.__dict__)
a, b = C(), C()
a.__dict__ = b.__dict__
a.shared = 1
print(b.shared)
for thing in (object(), 3, [], len):
    try:
        vars(thing)
    except TypeError as e:
        print(e)
try:
    object().__dict__
except AttributeError as e:
    print(e)
c = C()
for name in "edcba":
    setattr(c, name, name.upper())
print(list(vars(c)))
del c.c
c.c = 0
print(list(c.__dict__.items()))
print(C.__dict__["__dict__"].__get__(c) is c.__dict__)
try:
    C.__dict__["z"] = 1
except TypeError as e:
    print(e)
print(C.__dict__.get("kind"), len(C.__dict__) == len(vars(C)))
