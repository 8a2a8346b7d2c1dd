# covers: Special method lookup
# Implicit special methods come from the type, past __getattribute__, the instance and __getattr__.
log = []


class Meta(type):
    def __getattribute__(cls, name):
        log.append(("meta", name))
        return type.__getattribute__(cls, name)


class C(metaclass=Meta):
    def __getattribute__(self, name):
        log.append(("instance", name))
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        log.append(("getattr", name))
        raise AttributeError(name)
    def __len__(self):
        return 10
    def __iter__(self):
        return iter("ab")
    def __contains__(self, x):
        return True
    def __enter__(self):
        return self
    def __exit__(self, *args):
        pass
    def __call__(self):
        return "called"
    def __hash__(self):
        return 3
    def __eq__(self, other):
        return True
    def __getitem__(self, key):
        return key
    def __bool__(self):
        return False
    def __index__(self):
        return 1
    def __repr__(self):
        return "C()"
    def __add__(self, other):
        return "sum"
    def __iadd__(self, other):
        return "in place"
    def __neg__(self):
        return "neg"
    def __round__(self, n=None):
        return n
    def __format__(self, spec):
        return spec


c = C()
log.clear()
print(len(c), list(c), 5 in c, c(), hash(c), c == 1, c[7], bool(c), [0, 1][c], repr(c), c + 1, -c, round(c, 2), f"{c:spec}")
with c as d:
    pass
d += 1
a, b = c
print(log)
c.__len__()
print(log)
log.clear()
hasattr(c, "nope")
print(log)
log.clear()
class Plain: pass
p = Plain()
p.__len__ = lambda: 3
p.__call__ = lambda: 4
p.__iter__ = lambda: iter(())
p.__str__ = lambda: "instance str"
p.__add__ = lambda other: 1
p.__enter__ = p.__exit__ = lambda *args: None
p.__hash__ = lambda: 1
p.__eq__ = lambda other: True
p.__bool__ = lambda: False
p.__getitem__ = lambda key: key
p.__class_getitem__ = lambda key: key
for f in (lambda: len(p), lambda: p(), lambda: iter(p), lambda: p + 1, lambda: p[0], lambda: p.__len__(), lambda: p == 1, lambda: bool(p), lambda: str(p) == "instance str", lambda: p.__call__(), lambda: Plain[0], lambda: hash(p) == 1):
    try:
        print(f())
    except TypeError as e:
        print(e)
try:
    with p:
        pass
except TypeError as e:
    print(e)
