# covers: Basic customization; __match_args__
"""Data classes with all their options."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


import dataclasses
from dataclasses import dataclass, field, KW_ONLY, InitVar, replace, asdict, astuple, fields, make_dataclass, is_dataclass, FrozenInstanceError
from typing import ClassVar
@dataclass
class A: x: int; y: str = 'd'; z: list = field(default_factory=list, repr=False); c: ClassVar[int] = 5
@dataclass(order=True, frozen=True)
class B: x: int; y: int = field(default=0, compare=False)
@dataclass(slots=True, kw_only=True)
class S: a: int; b: int = 2
@dataclass
class I:
    x: int; i: InitVar[int] = 5; _: KW_ONLY; k: int = 0
    def __post_init__(s, i): s.j = i
@dataclass(eq=False)
class E: x: int
@dataclass(unsafe_hash=True)
class U: x: int; y: int = field(default=1, hash=False)
@dataclass(repr=False, init=False, match_args=False)
class R: x: int
@dataclass(frozen=True)
class FB: x: int
T("""
A(1), A(1, 'b'), A(1) == A(1), A(1) == 5, A(1) != A(2), A.c, A(1).z, A.__match_args__, A.__doc__, A.__hash__, fields(A)[0].name, [f.type for f in fields(A)], len(fields(A(1)))
A()
A(1, 2, 3, 4)
A(x=1, w=2)
A(1, x=2)
A(1) < A(2)
hash(A(1))
B(1) < B(2), B(1, 5) == B(1, 6), hash(B(1)) == hash(B(1, 5)), B(1) <= B(1), sorted([B(2), B(1)]), B(1).__lt__(5), B.__annotations__
B(1) < 5
B(1).x = 5
del B(1).x
B(1).q = 5
S(a=1), S.__slots__, S(a=1) == S(a=1), S.__match_args__, S.__dataclass_params__
S(1)
S(a=1).zz = 5
S.__dict__.get('a').__class__, S(a=1).b
I(1), I(1, 7).j, I(1, k=3), I(1, 2, 3)
I(1, 2, 3)
E(1) == E(1), hash(E(1)) is not None, U(1) == U(1), hash(U(1)) == hash(U(1, 5)), R.__match_args__ if hasattr(R, '__match_args__') else 'none', R().__class__
R(1)
replace(A(1), x=5), replace(B(1), y=3), asdict(A(1, z=[A(2)])), astuple(A(1, z=(1, 2))), asdict(A({'a': A(3)})), is_dataclass(A), is_dataclass(A(1)), is_dataclass(5)
replace(A(1), w=5)
replace(5, x=1)
replace(A, x=1)
replace(I(1), x=2)
asdict(5)
asdict(A)
fields(5)
make_dataclass('M', ['a', ('b', int), ('c', int, 5)])(1, 2), make_dataclass('M', [('a', int)], bases=(A,), namespace={'q': 1})(1, a=3) if 0 else 1, make_dataclass('M', 'ab' if 0 else ['a'], frozen=True, module='mm').__module__
make_dataclass('M', ['1a'])
make_dataclass('M', ['a', 'a'])
make_dataclass('M', ['class'])
make_dataclass('M', [5])
make_dataclass('M', [(1, 2, 3, 4)])
@dataclass
class X: a: int = 5; b: int
class X: pass
dataclass(5)
dataclass(X, 5)
dataclass(bogus=1)
dataclass(order=True, eq=False)(X)
dataclass(slots=True)(type('Q', (), {'__slots__': ('a',), '__annotations__': {'a': int}}))
dataclass(type('Q', (), {'__annotations__': {'a': list}, 'a': []}))
dataclass(type('Q', (), {'__annotations__': {'a': int}, 'a': field(default=1, default_factory=int)})) if 0 else 1
field(default=1, default_factory=int)
dataclass(type('Q', (), {'a': field()}))
dataclass(type('Q', (), {'__annotations__': {'a': ClassVar[int]}, 'a': field(default_factory=int)}))
dataclass(frozen=True)(type('Q', (A,), {}))
dataclass(type('Q', (FB,), {}))
dataclass(order=True)(type('Q', (), {'__lt__': 1}))
dataclass(frozen=True)(type('Q', (), {'__setattr__': 1}))
dataclass(unsafe_hash=True)(type('Q', (), {'__hash__': lambda s: 1}))
dataclass(type('Q', (), {'__annotations__': {'_': KW_ONLY, '__': KW_ONLY}}))
dataclass(weakref_slot=True)(X)
repr(field(default=5))[:60], repr(fields(A)[1])[:80]
dataclass(X)() , X.__dataclass_fields__
""")
@dataclass
class Rec: me: object = None
r = Rec(); r.me = r; print(r)
@dataclass
class Base: a: int; b: int = 2
@dataclass
class Sub(Base): c: int = 3; a: str = 'over'
print(Sub(), [f.name for f in fields(Sub)], Sub.__mro__)
try:
    @dataclass
    class Sub2(Base): c: int
except TypeError as e: print(e)
match A(1, 'q'):
    case A(x, y, z): print(x, y, z)
match A(1):
    case A(1, y='d'): print('ok')
@dataclass
class PI:
    x: int
    def __post_init__(self): self.x *= 2
    def __repr__(self): return 'own'
    def __eq__(self, o): return 'eq'
print(PI(4).x, PI(1), PI(1) == 3)
import copy
print(copy.copy(A(1)), copy.replace(A(1), x=9), copy.deepcopy(S(a=[1])))
@dataclass(slots=True)
class SB(Base): d: int = 4
print(SB(1), SB.__slots__, hasattr(SB(1), '__dict__'))
import inspect
print(inspect.signature(A), inspect.signature(I), inspect.signature(S))
