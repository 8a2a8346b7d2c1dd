# covers: Emulating numeric types; __pow__; __rdivmod__; __abs__; __index__; __round__; __floor__; __ceil__
# abs, divmod, pow, round, hash, id, bin, hex, oct, chr of odd arguments, and of classes with the methods.
class N:
    def __abs__(self): return "abs"
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o, m=None): return ("rpow", o, m)
    def __round__(self, n="none"): return ("round", n)
    def __index__(self): return 10
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
n = N()
print(abs(n), divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), pow(2, n), round(n), round(n, 2), round(n, None), bin(n), hex(n), oct(n), chr(n) == "\n", n ** 2, 2 ** n)
import math
print(math.trunc(n), math.floor(n), math.ceil(n), math.sqrt(n), range(20)[n], "x" * n, [0, 1][:n], round(2.5), round(-1.5), round(True), abs(True), abs(-0.0), abs(3 + 4j), divmod(-7, 2), divmod(7.5, 2), divmod(True, True))
for f in (lambda: abs("x"), lambda: abs(), lambda: divmod(1, "x"), lambda: divmod(1j, 1), lambda: pow(2, "x"), lambda: pow("x", 2, 3), lambda: pow(2, 3, "x"), lambda: pow(2, 3, 0), lambda: pow(1.5, 2, 3), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(1j), lambda: bin(1.5), lambda: hex("x"), lambda: oct(None), lambda: chr(1.0), lambda: pow(2, 3, n), lambda: pow(0, -1), lambda: pow(2), lambda: pow(base=2, exp=3), lambda: pow(2, exp=3, mod=5), lambda: round(number=2.567, ndigits=2), lambda: round(), lambda: divmod(5, 0), lambda: divmod(5.0, 0), lambda: math.floor("x"), lambda: math.trunc(1j), lambda: -"x", lambda: +[], lambda: ~1.5, lambda: not [], lambda: int.__neg__(5)):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
class NoTrunc:
    def __float__(self): return 3.7
print(math.floor(NoTrunc()), math.ceil(NoTrunc()), math.isnan(NoTrunc()), round(3.7), float(NoTrunc()))
class BadIndex:
    def __index__(self): return "x"
class BadRound:
    __round__ = None
class BadAbs:
    def __abs__(self, extra): pass
for f in (lambda: hex(BadIndex()), lambda: [1][BadIndex()], lambda: round(BadRound()), lambda: abs(BadAbs()), lambda: range(BadIndex()), lambda: "a" * BadIndex(), lambda: math.trunc(NoTrunc()), lambda: int(BadIndex()), lambda: float(BadIndex()), lambda: complex(BadIndex())):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(id(n) == id(n), callable(n), callable(len), callable(N), callable(lambda: 0), hash(n) == hash(n), bool(n), bin(-5), oct(64), hex(-255), bin(True), 0b101, 0o17, 0xff, 1_000)
