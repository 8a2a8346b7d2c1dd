# covers: Emulating numeric types; The standard type hierarchy; instance.__class__; __complex__
# Complex numbers: parsing, printing, arithmetic, powers, comparison, hashing.
for text in ("1+2j", "1-2j", "j", "-j", "+1j", "1", "1e5+1e-5j", "(1+2j)", " ( 1+2j ) ", "1 + 2j", "inf+nanj", "-infj", "1_0+2_0j", "", "1+", "1+2", "j1", "1j+2", "(1", "1+2jj", "1.5.5j", "++1", "nan", "1e400j"):
    try:
        print(repr(text), complex(text))
    except ValueError as e:
        print(repr(text), e)
for args in ((), (1,), (1, 2), (1.5, -0.0), (1j, 1j), (1 + 2j, 3 + 4j), (True, True), (-0.0, 0), ("1", 2), (1, "2"), (None,), (1, None), ([],), (10**400,), (b"1",)):
    try:
        print(args if len(str(args)) < 40 else "big", complex(*args))
    except (TypeError, OverflowError, ValueError) as e:
        print(type(e).__name__, str(e)[:90])
print(complex(real=1, imag=2), complex(imag=3), 1j, -1j, 0j, -0j, 1 - 0j, complex(-0.0, -0.0), complex(0, float("nan")), complex(float("inf"), 1), 1e16j, 1.5j)
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a**b, a**2, a**-1, a**0, 0j**0, abs(a), -a, +a, a.conjugate(), a.real, a.imag)
print(a + 1, 1 + a, a * 2.0, 2 / a, a == 3 + 4j, (3 + 0j) == 3, 3 == (3 + 0j), a != b, a == "x", bool(0j), bool(1j), hash(3 + 0j) == hash(3), hash(1j), hash(1 + 2j))
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: 1 / 0j, lambda: 0j**-1, lambda: 0j**1j, lambda: int(a), lambda: float(a), lambda: round(a), lambda: pow(a, 2, 3), lambda: a < 5, lambda: 5 > a, lambda: a & 1, lambda: ~a, lambda: (1e308 + 0j) * (1e308 + 0j), lambda: (1e200j) ** 5, lambda: abs(1e308 + 1e308j), lambda: a + "x", lambda: setattr(a, "real", 1), lambda: [1][a], lambda: complex(1, 2, 3), lambda: "%f" % a, lambda: "%d" % a):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for spec in ("", ".2f", "g", "+.1f", ">20", "^20.1f", ",", "e", "010", "=10", "%", "d", "s", "n"):
    try:
        print(repr(spec), repr(format(1234.5 - 2j, spec)))
    except ValueError as e:
        print(repr(spec), e)


class C:
    def __complex__(self):
        return self.answer
    def __init__(self, answer):
        self.answer = answer


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


class MyComplex(complex):
    pass


for answer in (1j, 1.0, 5, "x", MyComplex(1)):
    try:
        print(complex(C(answer)), type(complex(C(answer))))
    except TypeError as e:
        print(e)
print(complex(F()), complex(I()), complex(F(), I()), type(MyComplex(1) + 1), MyComplex(1, 2), repr(MyComplex(1j)), complex(MyComplex(2)).__class__, (1 + 2j).__complex__(), a.__getnewargs__())
print([complex(x, y) for x in (0.0, -0.0) for y in (0.0, -0.0)], complex("-0-0j"), -(0j), 1j * 1j, (1j) ** 2, (1 + 1j) ** 10, (2 + 0j) ** 0.5)
