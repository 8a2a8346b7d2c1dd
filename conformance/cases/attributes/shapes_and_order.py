# covers: Customizing attribute access
# The instance dictionary keeps the order of first assignment and stays live both ways.
class C: pass
c = C()
c.b = 1
c.a = 2
d = c.__dict__
d["z"] = 3
c.y = 4
print(list(d), vars(c) is d, c.z, d["y"])
del c.b
c.b = 5
print(list(d))
d.clear()
print(hasattr(c, "a"), c.__dict__)
d.update(q=1, r=2)
print(c.q, c.r, d.pop("q"), hasattr(c, "q"))
c.__dict__ = {"new": 1}
print(c.new, d, hasattr(c, "r"), c.__dict__ is d)
d["old"] = 1
print(hasattr(c, "old"))
many = C()
for i in range(100):
    setattr(many, f"attr{i}", i)
for i in range(0, 100, 2):
    delattr(many, f"attr{i}")
print(len(vars(many)), many.attr99, hasattr(many, "attr98"), list(vars(many))[:3])
a, b = C(), C()
a.x, a.y = 1, 2
b.y, b.x = 1, 2
print(vars(a), vars(b), vars(a) == vars(b), a.x + b.x)
class Init:
    def __init__(self, n):
        self.n = n
        if n % 2: self.odd = True
        self.last = n
print([list(vars(Init(i))) for i in range(3)])
e = C()
e.__dict__[1] = "not a name"
e.__dict__["not an identifier"] = 2
e.x = 3
print(e.__dict__, getattr(e, "not an identifier"))
f = C()
f.x = f.__dict__
print(f.x is f.__dict__, f.x["x"] is f.x)
for i, key in enumerate(list(e.__dict__)): e.__dict__[key] = i
print(e.__dict__, e.x)
it = iter(e.__dict__)
e.fresh = 1
try:
    next(it)
except RuntimeError as error:
    print(error)
e.__dict__ |= {"merged": 1}
print(e.merged, "merged" in vars(e), e.__dict__.setdefault("s", []) is e.s, e.__dict__.copy() == vars(e))
C.shared = "class"
print(e.shared, "shared" in vars(e))
e.shared = "own"
del e.shared
print(e.shared)
