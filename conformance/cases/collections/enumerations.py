# covers: Metaclasses; Preparing the class namespace
"""Enumerations and flags of all kinds."""

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


import enum
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class C(Enum): R = 1; G = 2; B = 1
class N(IntEnum): A = 1; B = 2
class F(Flag): X = auto(); Y = auto(); Z = auto(); XY = X | Y
class IF(IntFlag): P = 4; Q = 2; R = 1
class S(StrEnum): A = auto(); B = 'bee'
T("""
C.R, C.B is C.R, C('R') if 0 else C(1), C['G'], list(C), len(C), C.__members__, C.R.name, C.R.value, repr(C), str(C.R), f'{C.R}', C.R == 1, C.R in C, 1 in C, 5 in C, hash(C.R) == hash('R'), C.R != C.G
C(5)
C['X']
C('R')
C.R = 5
del C.R
C.R.value = 5
C.R.name = 5
C.X
C.R < C.G
C()
class D(C): pass
class D(Enum): A = 1; A = 2
class D(Enum): mro = 1
class D(Enum): _x_ = 1
class D(Enum): a: int = 5
class D(Enum): pass
class E2(D): Q = 1
E2.Q, isinstance(E2.Q, D), E2.__bases__
unique(C)
N.A == 1, N.A + N.B, N.A < 2, str(N.A), f'{N.A}', repr(N.A), N(1), int(N.A), N.A | 8, [0, 5][N.A], sorted([N.B, N.A]), max(N), N.A is N(True)
N(9)
F.X | F.Y, F.X | F.Z, F(0), F(7), ~F.X, F.X & F.Y, F.X ^ F.XY, bool(F(0)), list(F.XY), len(F.XY), F.X in F.XY, repr(F(5)), str(F(0)), F.XY.name, F(5).name, F(5).value, list(F)
F(8)
F(-1), F(~1)
F.X | 1
F('X')
IF.P | IF.Q, IF.P | 8, IF(15), IF(-1), ~IF.P, IF.P + 1, IF(0), repr(IF(8)), IF.P & 4, 4 & IF.P, IF.P in IF(6), list(IF(7)), IF(8).name
S.A, str(S.A), S.A == 'a', S.A.upper(), S('bee'), f'{S.B:>5}', repr(S.A), S.A + 'x', S.A.value
S('zz')
class T3(StrEnum): A = 1
class T4(StrEnum): A = b'x', 'utf-8'
T4.A
Enum('Dyn', 'A B C'), list(Enum('Dyn', 'A B C')), list(Enum('Dyn', ['A', 'B'])), list(Enum('Dyn', {'A': 'x'})), list(Enum('Dyn', [('A', 1), ('B', 1)])), IntEnum('I', 'X Y', start=5).X, list(Flag('Fl', 'A B')), Enum('Q', 'A', module='mm').A, Enum('Q', 'A', type=int).A == 1
Enum('Dyn', 5)
Enum('Dyn')
class A2(Enum):
    def __new__(cls, v, d): o = object.__new__(cls); o._value_ = v; o.d = d; return o
    X = 1, 'desc'
class P(Enum):
    E = 1, 2
    def __init__(s, a, b): s.a = a; s.b = b
    @property
    def tot(s): return s.a + s.b
P.E.tot, P.E.value, P((1, 2)), P.E.a
P(1)
class AU(Enum):
    def _generate_next_value_(name, start, count, last): return (name, start, count, last)
    X = auto(); Y = auto()
AU.X.value, AU.Y.value
class MI(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'a' else 5 if v == 'b' else None
MI('a')
MI('b')
MI('c')
class Ig(Enum):
    _ignore_ = 'x'; x = 5; A = 1
hasattr(Ig, 'x'), Ig.A
class Nm(Enum):
    A = enum.nonmember(5); B = enum.member(lambda: 3); C = 1
    def meth(s): return s.name
    class In: pass
list(Nm), Nm.A, Nm.B.value(), Nm.C.meth(), Nm.In
enum.verify(enum.CONTINUOUS)(type(C)) if 0 else 1
enum.verify(enum.UNIQUE)(C)
enum.verify(enum.CONTINUOUS)(N)
enum.CONTINUOUS, enum.EnumType, enum.EnumCheck.UNIQUE
import copy, pickle if 0 else copy
copy.copy(C.R) is C.R, copy.deepcopy(C.R) is C.R, C.R.__reduce_ex__(2), dir(C.R)[-3:], dir(C)[:3], C.__doc__, C.__module__
class BD(Flag, boundary=enum.STRICT): A = 1
BD(2)
class BK(Flag, boundary=enum.KEEP): A = 1
BK(6), BK(6).name
class BE(IntFlag, boundary=enum.EJECT): A = 1
BE(6), type(BE(6))
class BC(Flag, boundary=enum.CONFORM): A = 1
BC(7)
class FE(float, Enum): A = 1.5
FE.A + 1, FE(1.5), repr(FE.A), str(FE.A), f'{FE.A}', format(FE.A, '.2f')
class TE(tuple, Enum): A = (1, 2)
TE.A[0], TE.A, TE((1, 2)) if 0 else 1
class WS(Enum):
    __slots__ = ()
    A = 1
match C.R:
""")
match C.G:
    case C.R: print('r')
    case C.G: print('g')
match N.B:
    case 2: print('two')
class Planet(Enum):
    M = (1, 2)
    def __init__(self, a, b): print('init', a, b, self._name_ if hasattr(self, '_name_') else None)
    def __str__(self): return f'P:{self.name}'
print(Planet.M, f'{Planet.M}', '%s' % Planet.M, [Planet.M])
try:
    class Bad(Enum):
        A = 1
        def __init__(self, v): raise ValueError('in init')
except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
class Dd(Enum):
    A = 1
    def __eq__(s, o): return True
    __hash__ = Enum.__hash__
print(Dd.A == 5, {Dd.A: 1})
