# covers: The standard type hierarchy
# ours: numbers fractions
# numbers: the tower of abstract classes, what they give, registered ones.
import numbers, fractions
for x in (1, True, 1.5, 1j, fractions.Fraction(1, 2), "x", None):
    print(x, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(x, c)])
for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(c.__name__, sorted(c.__abstractmethods__), c.__slots__, c.__hash__)
    try:
        c()
    except TypeError as e:
        print(str(e)[:60])
class Gauss(numbers.Complex):
    def __init__(self, a, b): self.a, self.b = a, b
    def __complex__(self): return complex(self.a, self.b)
    real = property(lambda s: s.a); imag = property(lambda s: s.b)
    def __add__(s, o): return Gauss(s.a + o.real, s.b + o.imag)
    __radd__ = __add__
    def __neg__(s): return Gauss(-s.a, -s.b)
    def __pos__(s): return s
    def __mul__(s, o): return "mul"
    __rmul__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __mul__
    def __abs__(s): return abs(complex(s))
    def conjugate(s): return Gauss(s.a, -s.b)
    def __eq__(s, o): return complex(s) == o
    def __repr__(s): return f"Gauss({s.a}, {s.b})"
g = Gauss(3, 4)
print(g - Gauss(1, 1), 1 - g, bool(g), bool(Gauss(0, 0)), abs(g), g == 3 + 4j, g != 3, -g)
class Half(numbers.Rational):
    numerator, denominator = 1, 2
    for name in "add radd neg pos mul rmul truediv rtruediv pow rpow abs eq trunc floor ceil round floordiv rfloordiv mod rmod lt le".split():
        exec(f"def __{name}__(self, *a): return ('{name}', *a)")
h = Half()
print(float(h), divmod(h, 2), divmod(2, h), complex(h), h.real is h or h.real, h.imag, h.conjugate())
class Five(numbers.Integral):
    def __int__(self): return 5
    for name in "add radd neg pos mul rmul truediv rtruediv pow rpow abs eq trunc floor ceil round floordiv rfloordiv mod rmod lt le lshift rlshift rshift rrshift and rand xor rxor or ror invert".split():
        exec(f"def __{name}__(self, *a): return ('{name}', *a)")
f = Five()
print([10, 11, 12, 13, 14, 15][f], float(f), f.numerator, f.denominator)
class Own: pass
numbers.Real.register(Own)
print(isinstance(Own(), numbers.Complex), isinstance(Own(), numbers.Rational), numbers.__all__)
