# covers: Metaclasses; Customizing class creation; __init_subclass__
# enum: members, aliases, mixins, flags and boundaries, auto, missing, errors, functional API, verify.
from enum import *
import enum
class Colour(Enum):
    "colours"
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def shout(self): return self.name + '!'
print(Colour, Colour.RED, repr(Colour.CRIMSON), Colour(2), Colour['GREEN'], list(Colour), len(Colour), Colour.__members__)
print(Colour.RED.shout(), Colour.RED.value, Colour.RED is Colour.CRIMSON, 1 in Colour, Colour.RED in Colour, 9 in Colour, hash(Colour.RED) == hash('RED'))
print(dir(Colour), dir(Colour.RED), bool(Colour), list(reversed(Colour)), isinstance(Colour.RED, Colour))
for act in (lambda: Colour(7), lambda: Colour['X'], lambda: setattr(Colour, 'RED', 3), lambda: delattr(Colour, 'RED'), lambda: setattr(Colour.RED, 'name', 'x'), lambda: Colour.RED < Colour.GREEN, lambda: Colour.RED.GREEN, lambda: type('Sub', (Colour,), {})):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
def define(body, base='Enum'):
    try:
        exec(f'class E({base}):\n' + '\n'.join('    ' + line.strip() for line in body.split(';')), globals())
        print(E, list(E))
    except Exception as e:
        print(type(e).__name__, e)
define('a = 1; a = 2')
define('_x_ = 1')
define('mro = 1')
define('a = auto(); b = auto(); c = 10; d = auto()')
define('a = "x"; b = auto()')
define('a = auto(), auto(); b = auto()')
define('_order_ = "b a"; a = 1; b = 2')
define('_ignore_ = "t"; t = 5; a = t')
define('a = []; b = [1]; c = []')
define('a = member(len); b = nonmember(4)')
define('a = 1; a_ = "n"', 'StrEnum')
define('A = auto(); Bc = auto()', 'StrEnum')
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH.gravity, Planet.MARS, Planet((6.42e23, 3.39e6)).name)
class Code(IntEnum):
    OK = 200
    GONE = 410
print(Code.OK, repr(Code.OK), Code.OK + 1, Code.OK == 200, Code.OK < Code.GONE, f'{Code.OK:>6}', '%d' % Code.GONE, int(Code.OK), [1] * 3 == [1] * Code(200).__rsub__(203))
class Word(StrEnum):
    HI = 'hi'
print(Word.HI, repr(Word.HI), Word.HI + '!', Word.HI.upper(), f'{Word.HI:^6}')
class Mood(Enum):
    @classmethod
    def _missing_(cls, value):
        return {'good': cls.HAPPY, 'bad': 3}.get(value)
    HAPPY = 1
print(Mood('good'))
for v in ('bad', 'none'):
    try:
        Mood(v)
    except Exception as e:
        print(type(e).__name__, e)
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
print(Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, ~Perm.R, Perm(0), repr(Perm(0)), bool(Perm(0)), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm.R ^ Perm.RW, Perm.RW & Perm.W, Perm(7), list(Perm))
for act in (lambda: Perm(8), lambda: Perm.R | 1, lambda: Perm('x'), lambda: 3 in Perm.R):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
class Bits(IntFlag):
    A = 1
    B = 2
print(Bits.A | Bits.B, repr(Bits.A | 8), Bits(9), ~Bits.A, repr(~Bits.A), Bits.A | 2 == 3, Bits(-1))
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class F(Flag, boundary=boundary):
        A = 1
        C = 4
    try:
        print(boundary, repr(F(13)), repr(F(2)), repr(~F.A))
    except ValueError as e:
        print(boundary, e)
Animal = Enum('Animal', 'CAT DOG', start=5)
print(Animal, list(Animal), Animal.__module__)
print(list(Enum('M', [('a', 1), ('b', 2)])), list(Enum('D', {'x': 7})), list(IntEnum('I', 'p q')))
for deco, body in ((unique, 'A = 1; B = 1'), (verify(UNIQUE), 'A = 1; B = 1'), (verify(CONTINUOUS), 'A = 1; B = 4')):
    try:
        class V(Enum):
            exec(body)
        deco(V)
    except ValueError as e:
        print(e)
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name * (count + 1)
    x = auto()
    y = auto()
print(list(Auto))
class Shape(Enum):
    SQUARE = 2
    def __init_subclass__(cls, **kw): print('never')
    @enum.property
    def area(self): return self.value ** 2
    @classmethod
    def biggest(cls): return max(cls, key=lambda m: m.value)
print(Shape.SQUARE.area, Shape.biggest())
class Point(tuple, Enum):
    O = 0, 0
    P = 1, 2
print(Point.P, Point.P.value, Point.P[1], Point((0, 0)))
class Base:
    def __repr__(self): return 'mine'
class WithRepr(Base, Enum):
    A = 1
print(repr(WithRepr.A), str(WithRepr.A))
