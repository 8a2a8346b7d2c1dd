# covers: Customizing class creation; Metaclasses
# ours: enum
# enum: flags in every boundary, names by auto, aliases and mixins, members and non-members, search by value.
from enum import *
import enum
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    F = Flag("F", "A B C", boundary=boundary)
    print(boundary.name, list(F), F.A | F.C, ~F.A, F.A ^ F.B, F.A & F.B, bool(F(0)), len(F.A | F.B), list(F.A | F.C))
    for v in (8, 9, -1, -8, 16, "A", None): tr(F, v)
I = IntFlag("I", "X Y"); print(I.X | 8, I(9), ~I.X, I.X + 1, repr(I.X | I.Y), I.X in I.X | I.Y, I.X | "a" if False else I["X"]); tr(lambda: I.X | "a"); tr(lambda: 1 in I.X)
class P(Flag):
    R = auto(); W = auto(); RW = R | W; N = 0; HIGH = 64; NEXT = auto(); GAP = 5
print(list(P), P.RW, P.N, P.NEXT.value, P.GAP, P(3) is P.RW, P.__members__.keys() , P(65), P["GAP"].value, hash(P.R) == hash(1))
class S(StrEnum):
    A = auto(); B_C = auto(); OWN = "own value"
print(list(S), S.A + "x", S("b_c"), f"{S.OWN:>12}", str(S.A), repr(S.A), S.A == "a"); tr(lambda: StrEnum("Bad", {"x": 5})); tr(lambda: StrEnum("Bad", {"x": (b"a", "utf-8")}).x)
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return (name.lower(), start, count, list(last))
    ONE = auto(); TWO = 7; THREE = auto()
print([m.value for m in Auto])
class Mixed(str, Enum):
    def __new__(cls, text, n): self = str.__new__(cls, text); self._value_ = n; self.extra = text * 2; return self
    A = "a", 1
    B = ("b", 2)
print(Mixed.A, Mixed(2).extra, Mixed.A.upper(), Mixed("a") if False else Mixed.B.value); tr(Mixed, "a")
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        if v == "raise": raise KeyError("missing")
        return {"a": cls.A, "bad": 5}.get(v)
print(Miss("a")); tr(Miss, "bad"); tr(Miss, "none"); tr(Miss, "raise")
class Members(Enum):
    @member
    def f(): return 1
    g = nonmember(5)
    class Inner: pass
    @property
    def shown(self): return self.name
    _ignore_ = "i tmp"
    tmp = []
    for i in range(2): vars()[f"M{i}"] = i
    __private = 3
print([m.name for m in Members], Members.g, Members.f.value(), hasattr(Members, "tmp"), Members.M1.shown)
for body in ({"A": 1, "mro": 2}, {"_x_": 1}, {"A": auto(), "name": 1}): tr(lambda: list(Enum("E", body)))
tr(lambda: unique(Enum("E", {"a": 1, "b": 1}))); tr(lambda: type("Sub", (Miss,), {})); tr(Miss.A.__class__.__setattr__, Miss, "A", 2); tr(setattr, Miss.A, "name", 1); tr(delattr, Miss, "A"); tr(lambda: Miss.A.A.A); tr(lambda: Miss.B); tr(lambda: Miss["B"]); tr(lambda: Miss()); tr(Enum, "E", 5); tr(lambda: Enum("E", "a b a"))
@verify(CONTINUOUS, UNIQUE)
class V(IntEnum): A = 1; B = 2
for checks, body in (((CONTINUOUS,), {"a": 1, "b": 3}), ((NAMED_FLAGS,), {"a": 1, "b": 6}), ((UNIQUE,), {"a": 1, "b": 1}), ((5,), {"a": 1})):
    tr(lambda: verify(*checks)(Flag("W", body) if NAMED_FLAGS in checks else IntEnum("W", body)))
print(V.A < V.B, V.A + 1, V(1), f"{V.A}", repr(V.A), V.A.__reduce_ex__(2)[1], V.__dir__()[:3] if False else "B" in dir(V), 1 in V, 9 in V, "A" in V.__members__); tr(lambda: "A" in V)
@global_enum
class G(Enum): RED = 1
print(repr(G.RED), str(G.RED), enum.show_flag_values(6), enum.EnumType is EnumMeta, enum.bin(5), enum.bin(-5, 8))
