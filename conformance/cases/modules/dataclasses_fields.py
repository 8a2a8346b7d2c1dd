# covers: The standard type hierarchy
# ours: dataclasses _annotations
# dataclasses: every option, default, error, copy as dict and tuple, descriptors, slots, inheritance.
import dataclasses, typing, abc, types, traceback
from dataclasses import *
from dataclasses import InitVar, KW_ONLY
def tr(fn, *a, **k):
    try: r = fn(*a, **k)
    except Exception as e: print(type(e).__name__, e)
    else: print(repr(r)); return r
@dataclass
class P:
    x: int
    y: int = 5
    z: list = field(default_factory=list, repr=False)
print(P(1), P(1) == P(1), P(1) != P(2), P.__hash__, P.__match_args__, P.__doc__)
tr(P); tr(P, 1, 2, 3, 4); tr(P, 1, q=3); tr(P, 1, x=2)
print(P.__init__.__annotations__, P.__init__.__qualname__, P.__init__.__defaults__, P.__repr__.__qualname__, P.__eq__.__qualname__, P.__init__.__code__.co_varnames, P.__init__.__module__)
for f in fields(P): print(f.name, f.type, f.init, f.kw_only, f._field_type, f.default is MISSING, f.default_factory is list)
print(field(default=1, default_factory=MISSING).default, repr(fields(P)[1]).startswith("Field(name='y',type=<class 'int'>,default=5,"))
print(P.__dataclass_params__)
tr(lambda: P(1) < P(2)); tr(hash, P(1))
@dataclass(order=True)
class O:
    a: int
    b: str = field(compare=False, default='q')
print(O(1) < O(2), O(1, 'z') <= O(1, 'a'), sorted([O(3), O(1)]), O(1) > O(0), O(1) >= O(2)); tr(lambda: O(1) < 5); print(O(1).__lt__(5), O(1).__eq__(5))
@dataclass(frozen=True)
class F:
    a: int
    b: int = 2
f = F(1); print(f, hash(f) == hash((1, 2)), {f: 1}[F(1)])
def sa(): f.a = 5
def sc(): f.c = 5
def da(): del f.a
def dc(): del f.zz
for g in sa, sc, da, dc: tr(g)
class FS(F): pass
fs = FS(1); fs.c = 7; print(fs.c, fs)
def sx(): fs.a = 3
tr(sx)
try: f.a = 1
except FrozenInstanceError as e: print(e.args, isinstance(e, AttributeError))
@dataclass(slots=True)
class S:
    x: int
    y: int = 3
    z: list = field(default_factory=list)
    w: int = field(default=7, init=False)
s = S(1); print(s, S.__slots__, hasattr(s, '__dict__'), S.__qualname__, S.__match_args__, s.w)
def ss(): s.q = 1
tr(ss)
@dataclass(slots=True, frozen=True, weakref_slot=True)
class SF(object):
    x: int
    y: int = 3
sf = SF(1); print(sf, SF.__slots__, hash(sf) == hash((1, 3)), sf.__getstate__(), SF.__setstate__.__name__)
def sfa(): sf.x = 1
def sfb(): sf.q = 1
tr(sfa); tr(sfb)
import copy
class SFB(SF): pass
print(SFB(3))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int = field(kw_only=False, default=2)
    d: InitVar[int] = 4
    e: InitVar['str'] = field(default='e', kw_only=True)
    def __post_init__(self, d, e): print('post', d, e, self)
print(K(1, 2, b=3), K.__match_args__, K.__doc__); tr(K, 1, 2, 3)
tr(replace, K(1), a=5, d=9, e=1); tr(replace, K(1), a=5)
@dataclass
class IV:
    a: int
    b: InitVar[int]
    c: int = field(init=False, default=3)
    cv: typing.ClassVar[int] = 5
    cs: 'typing.ClassVar[int]' = 6
    ct: 'ClassVar' = 6
    iv: 'dataclasses.InitVar[int]' = 3
    def __post_init__(self, *a): self.c = a
i = IV(1, 2, 3) ; print(i, [f.name for f in fields(IV)], IV.__dataclass_fields__.keys(), [f._field_type for f in IV.__dataclass_fields__.values()])
tr(replace, i); tr(replace, i, c=3, b=3); tr(replace, i, b=4); tr(replace, i, zz=4, b=4); tr(replace, 5); tr(replace, IV, b=1)
def mk(**kw):
    def w(body):
        ns = {}
        return dataclass(**kw)(type('T', body.get('bases', ()), {'__annotations__': body.get('ann', {}), '__module__': __name__, **body.get('ns', {})}))
    return w
cases = [
 ({}, dict(ann={'x': list}, ns={'x': []})), ({}, dict(ann={'x': dict}, ns={'x': {}})), ({}, dict(ann={'x': int, 'y': int}, ns={'x': 1})),
 ({}, dict(ns={'x': field()})), ({}, dict(ann={'x': typing.ClassVar[int]}, ns={'x': field(default_factory=int)})), ({}, dict(ann={'x': InitVar[int]}, ns={'x': field(default_factory=int)})),
 ({}, dict(ann={'x': typing.ClassVar[int]}, ns={'x': field(kw_only=True)})), ({}, dict(ann={'x': KW_ONLY, 'y': KW_ONLY})), ({}, dict(bases=(F,), ann={'q': int}, ns={'q': 1})), (dict(frozen=True), dict(bases=(P,))),
 (dict(order=True, eq=False), {}), (dict(order=True), dict(ns={'__lt__': 1})), (dict(frozen=True), dict(ns={'__setattr__': 1})), (dict(frozen=True), dict(ns={'__delattr__': 1})), (dict(unsafe_hash=True), dict(ns={'__hash__': lambda s: 1})),
 (dict(weakref_slot=True), {}), (dict(slots=True), dict(ns={'__slots__': ()})), (dict(unsafe_hash=True, eq=False), dict(ann={'x': int})), (dict(eq=False), {}), (dict(frozen=True), dict(ns={'__hash__': None}))]
for kw, body in cases: 
    c = tr(lambda: mk(**kw)(body))
    if c: print(c.__hash__ is None, c.__hash__ is object.__hash__, sorted(c.__dict__))
tr(field, default=1, default_factory=int); tr(fields, 5); tr(fields, int); tr(asdict, 5); tr(asdict, P); tr(astuple, P)
from collections import defaultdict, namedtuple, OrderedDict
NT = namedtuple('NT', 'a b')
@dataclass
class D:
    a: object
d = D([P(1), (P(2), 3), {'k': P(3), P.__name__: 1}, NT(P(1), 2), defaultdict(list, {1: [P(4)]}), OrderedDict(a=P(9)), 5, None, 'x'])
print(asdict(d)); print(astuple(d)); print(asdict(d, dict_factory=lambda x: tuple(x))); print(astuple(D(P(1)), tuple_factory=list))
C = make_dataclass('C', ['a', ('b', int), ('c', int, 5), ('d', list, field(default_factory=list))], namespace={'m': lambda self: self.c}, bases=(P,), kw_only=True)
print(C, C(1, a=0, b=2), C.__mro__, C(1, a=0, b=2).m(), C.__annotations__, C.__module__)
for bad in [[1], [()], [('a', int, 1, 2)], ['1a'], ['for'], ['a', 'a'], [('a',)]]: tr(make_dataclass, 'C', bad)
print(is_dataclass(P), is_dataclass(P(1)), is_dataclass(int), is_dataclass(5), is_dataclass(list[int]))
r = P(1); r.z.append(r); 
@dataclass
class R:
    r: object
r = R(0); r.r = r; print(r)
class Base:
    x: int = 3
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
@dataclass
class Child(Base):
    y: int = 0
print(Child(1), Child.__doc__)
@dataclass(init=False, repr=False)
class N:
    x: int
    def __init__(self): self.x = 9
print(N().x, N() == N(), N.__doc__, '__repr__' in N.__dict__)
@dataclass
class HasSelf:
    self: int
    other: int = 1
print(HasSelf(3), HasSelf(3) == HasSelf(3))
class Desc:
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
    def __get__(self, i, o=None): return 5 if i is None else i._v
    def __set__(self, i, v): i._v = v
@dataclass
class WD:
    d: int = Desc()
    e: int = field(default=Desc())
print(WD.__init__.__defaults__[0], WD.d)
@dataclass
class AB(abc.ABC):
    x: int
    @abc.abstractmethod
    def m(self): pass
tr(AB, 1); print(AB.__abstractmethods__)
@dataclass(eq=True)
class M:
    a: int
    b: str
match M(1, 'z'):
    case M(a, b): print('matched', a, b)
try: 
    @dataclass
    class Bad:
        x: int
        def __post_init__(self): raise ValueError('no')
    Bad(1)
except ValueError: print(traceback.format_exc().replace(__file__, 'F'))
class ReprBad:
    def __repr__(self): 1/0
try: repr(R(ReprBad()))
except ZeroDivisionError as e: print([(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__)][-1])
print(InitVar[int], InitVar[list[int]], InitVar['x'], InitVar(int), KW_ONLY.__class__, MISSING.__class__, Field.__class_getitem__(int), field(metadata={'a': 1}).metadata, field().metadata)
print(copy.copy(sf), copy.deepcopy(S(1, 2, [3])), copy.replace(P(1), y=7))
print(typing.get_type_hints(P) if 0 else '', P(1).__replace__(x=3))
@dataclass(slots=True)
class A1:
    a: int
@dataclass(slots=True)
class A2(A1):
    b: int = 2
print(A2.__slots__, A2(1))
@dataclass
class G[T]:
    x: T
    y: T | None = None
print(G(1), G[int](2), G.__doc__, G.__type_params__)
@dataclass
class Ds:
    "given"
    x: 'int' = 3
    y: typing.Optional[int] = None
    z: 'typing.List[int]' = None
print(Ds.__doc__, Ds())
@dataclass
class D2:
    x: 'int' = 3
    y: typing.Optional[int] = None
    z: list[int] = (1,)
    w: P = P(1) if 0 else None
    v: 'P' = 'a'
    u: None = None
    t: F = F(1)
print(D2.__doc__)
