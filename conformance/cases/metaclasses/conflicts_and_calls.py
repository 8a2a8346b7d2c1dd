# covers: Determining the appropriate metaclass; Metaclasses; __delattr__; __class_getitem__
# The metaclass is the most derived one; __call__, attributes and operators of classes.
class M1(type): pass
class M2(type): pass
class M3(M1, M2): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C3(metaclass=M3): pass
def go(f):
    try:
        r = f()
        print(r, type(r).__name__)
    except TypeError as e:
        print(e)
go(lambda: M1("X", (B,), {}))
go(lambda: type("X", (A, B), {}))
go(lambda: type("X", (A, C3), {}))
go(lambda: M3("X", (A, B), {}))
go(lambda: type("X", (A, int), {}))
go(lambda: type.__new__(type, "X", (A,), {}))
go(lambda: type.__new__(M2, "X", (A,), {}))
go(lambda: type.__new__(int, "X", (), {}))
go(lambda: type.__new__(5, "X", (), {}))
go(lambda: M1("X", (), {}, key=1))
class Ops(type):
    def __add__(cls, other): return f"{cls.__name__}+{getattr(other, '__name__', other)}"
    def __getitem__(cls, key): return ("meta getitem", key)
    def __iter__(cls): return iter([cls.__name__, 1])
    def __len__(cls): return 7
    def __contains__(cls, x): return x == 1
    def __bool__(cls): return False
    def __getattr__(cls, name): return "meta getattr " + name
    def __setattr__(cls, name, value):
        print("setattr", name)
        super().__setattr__(name, value)
    def __delattr__(cls, name): print("delattr", name)
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __eq__(cls, other): return "eq"
    def __hash__(cls): return 5
    def __enter__(cls): return "entered"
    def __exit__(cls, *args): return True
    def __call__(cls, *args): return super().__call__(*args) if args else "called without"
    @property
    def prop(cls): return "meta property"
    def meta_method(cls): return "meta method of " + cls.__name__
class O(metaclass=Ops):
    def __init__(self, x): self.x = x
    def __class_getitem__(cls, key): return "class_getitem"
print(O + O, O + 1, O[2], list(O), len(O), 1 in O, bool(O), O.missing, O, O == 5, hash(O), O(), O(3).x, O.prop, O.meta_method())
O.new = 1
del O.new
with O as entered:
    raise ValueError(entered)
for f in (lambda: O(1).meta_method(), lambda: O(1).prop, lambda: O(1)[0], lambda: len(O(1)), lambda: O - 1, lambda: 1 + O):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)
class D:
    x = "class"
class MD(type):
    x = property(lambda cls: "data descriptor on meta")
    y = "meta plain"
    z = "meta z"
class E(metaclass=MD):
    x = "own"
    z = "own z"
print(E.x, E.y, E.z, E().x, hasattr(E(), "y"), E.__dict__["x"])
try:
    E.x = 5
except AttributeError as e:
    print(e)
