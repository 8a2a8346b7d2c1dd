# covers: Customizing attribute access; __getattr__; __getattribute__
# The instance dictionary may be a dict subclass, whose overrides attribute access never calls.
class Loud(dict):
    def __getitem__(self, key):
        print("getitem", key)
        return "loud"
    def __setitem__(self, key, value):
        print("setitem", key)
        super().__setitem__(key, value)
    def __contains__(self, key):
        print("contains", key)
        return True
    def __missing__(self, key):
        print("missing", key)
        return "made up"
    def get(self, key, default=None):
        print("get", key)
    def __delitem__(self, key):
        print("delitem", key)


class C:
    pass


c = C()
c.__dict__ = Loud(x=1)
print(c.x, hasattr(c, "y"))
c.z = 3
del c.x
print(dict(c.__dict__), type(c.__dict__).__name__, vars(c) is c.__dict__)
print(c.__dict__["q"])
for bad in (5, None, [], "x", (("a", 1),)):
    try:
        c.__dict__ = bad
    except TypeError as e:
        print(e)
try:
    del c.__dict__
    print("deleted", c.__dict__)
except (TypeError, AttributeError) as e:
    print(e)
shared = {}
a, b = C(), C()
a.__dict__ = b.__dict__ = shared
a.attr = "set on a"
print(b.attr, shared)
shared[5] = "not a string"
print(vars(a), len(dir(a)) > 0 if False else "")
shared.clear()
print(hasattr(a, "attr"))


class G:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("getattribute hides " + name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        return "getattr " + name


g = G()
g.secret = 5
print(g.secret, g.__dict__, g.other)


class Raises:
    def __getattr__(self, name):
        raise ValueError("not an AttributeError")


for f in (lambda: hasattr(Raises(), "x"), lambda: getattr(Raises(), "x", 1), lambda: Raises().x):
    try:
        print(f())
    except ValueError as e:
        print(e)
class P:
    @property
    def p(self):
        return self.missing_inside
    def __getattr__(self, name):
        return "fallback " + name
print(P().p)
class Q:
    @property
    def p(self):
        return self.missing_inside
try:
    Q().p
except AttributeError as e:
    print(e, e.name, type(e.obj).__name__)
print(getattr(Q(), "p", "default"), hasattr(Q(), "p"))
for args in (((), ), ((), "x", 1, 2), ((), 5), (5, "real")):
    try:
        print(getattr(*args))
    except TypeError as e:
        print(e)
