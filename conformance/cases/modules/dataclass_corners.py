# covers: Customizing class creation
# ours: dataclasses _annotations
# dataclasses: hashes by every pair of options, orders, frozen bases, slots, keyword fields, replaced and made.
from dataclasses import *
import dataclasses, typing, types
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for eq in (0, 1):
    for frozen in (0, 1):
        for unsafe in (0, 1):
            for own in (0, 1):
                def build():
                    ns = {"__annotations__": {"x": int}}
                    if own: ns["__hash__"] = lambda s: 7
                    c = dataclass(type("C", (), ns), eq=eq, frozen=frozen, unsafe_hash=unsafe)
                    try: return "hash", hash(c(1)) == hash((1,)), hash(c(1)) == 7, c(1) == c(1)
                    except TypeError as e: return "none", c.__hash__
                print(eq, frozen, unsafe, own, end=" "); tr(build)
@dataclass(order=True)
class O:
    a: int
    b: str = field(default="b", compare=False)
    c: list = field(default_factory=list, repr=False, hash=False)
print(O(1) < O(2), O(1, "z") <= O(1, "a"), O(1) == O(1, "q"), O(3, c=[1]) > O(3, c=[0]), O(1)); tr(lambda: O(1) < 5); print(O.__match_args__, O(1).__eq__(5))
@dataclass(frozen=True, slots=True)
class F:
    x: int
    y: "typing.Optional[int]" = None
f = F(1)
tr(setattr, f, "x", 2); tr(delattr, f, "x"); tr(setattr, f, "new", 2); print(F.__slots__, hasattr(f, "__dict__"), replace(f, y=3), hash(f) == hash((1, None)), f.__getstate__())
def bad(**k):
    return lambda: dataclass(**k)(type("B", k.pop("bases", ()), {"__annotations__": {"x": int}}))
tr(lambda: dataclass(frozen=True)(type("Z", (O,), {}))); tr(lambda: dataclass(type("Z", (F,), {}))); tr(lambda: dataclass(order=True, eq=False)(type("Z", (), {}))); tr(lambda: dataclass(slots=True)(type("Z", (), {"__slots__": ()}))); tr(lambda: dataclass(weakref_slot=True)(type("Z", (), {})))
tr(lambda: dataclass(type("Z", (), {"__annotations__": {"x": list}, "x": []}))); tr(lambda: dataclass(type("Z", (), {"__annotations__": {"x": int, "y": int}, "x": 1}))); tr(lambda: field(default=1, default_factory=int)); tr(lambda: dataclass(order=True)(type("Z", (), {"__annotations__": {}, "__lt__": len})))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: InitVar[int] = 3
    d: typing.ClassVar[int] = 4
    e: int = field(init=False)
    f: int = field(default=6, metadata={"m": 1})
    def __post_init__(self, c): self.e = self.a + c
k = K(1, b=5, c=10)
print(k, K.__match_args__, [(x.name, x.kw_only, x.init) for x in fields(K)], fields(k)[-1].metadata, asdict(k), astuple(k)); tr(K, 1, 2); tr(K); tr(replace, k, e=1); tr(replace, k); print(replace(k, c=1)); tr(replace, 5); tr(fields, 5); tr(asdict, K); tr(astuple, 5)
@dataclass
class N:
    inner: object
    many: dict = field(default_factory=dict)
print(asdict(N(N(1), {"k": [N(2), (N(3),)]})), astuple(N([N(1)])), asdict(N(1), dict_factory=lambda p: [k for k, v in p]), is_dataclass(N), is_dataclass(N(1)), is_dataclass(5))
r = N(None); r.inner = r; print(r)
made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=3))], bases=(O,), namespace={"m": lambda s: s.x}, frozen=False, kw_only=True)
print(made(a=1, x=2, y=3), made(a=1, x=2, y=3).m(), made.__annotations__); tr(make_dataclass, "M", ["a", "a"]); tr(make_dataclass, "M", ["for"]); tr(make_dataclass, "M", [5]); tr(make_dataclass, "M", ["a b"])
print(repr(field(default=1))[:20], MISSING is dataclasses.MISSING, FrozenInstanceError.__mro__[1].__name__, InitVar[int], InitVar[typing.List[int]])
