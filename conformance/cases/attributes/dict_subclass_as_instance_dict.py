# covers: Customizing attribute access
# An instance dictionary may be a dict subclass, but its overrides are never asked.
class Loud(dict):
    def __getitem__(self, key):
        print("getitem", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("setitem", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        print("missing", key)
        return "made up"

    def __contains__(self, key):
        print("contains", key)
        return True

    def get(self, key, default=None):
        print("get", key)
        return default


class C:
    pass


c = C()
c.__dict__ = Loud(a=1)
print(c.a)
c.b = 2
print(c.b, hasattr(c, "zzz"), type(c.__dict__).__name__)
try:
    c.missing
except AttributeError as e:
    print(e)
del c.a
print(dict(c.__dict__))
print(c.__dict__["b"], c.__dict__["nope"])
print(vars(c) is c.__dict__, "x" in c.__dict__)
