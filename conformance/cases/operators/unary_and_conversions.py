# covers: Emulating numeric types; __divmod__; __neg__; __pos__; __abs__; __invert__; __complex__; __int__; __float__; __index__; __floor__; __ceil__
# Unary operators and the conversions int, float, complex, index, round and friends.
import math


class N:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __divmod__(self, other): return ("divmod", other)
    def __pow__(self, e, m=None): return ("pow", e, m)


n = N()
print(-n, +n, ~n, abs(n), int(n), float(n), complex(n))
print(round(n), round(n, 2), round(n, None), math.trunc(n), math.floor(n), math.ceil(n))
print(divmod(n, 4), pow(n, 2), pow(n, 2, 5), n ** 6)
print("abcdef"[n], [0] * n, hex(n), bin(n), oct(n), range(n), bytes(n), chr(n) == "\x03")


class Bad:
    def __int__(self): return 2.0
    def __float__(self): return 1
    def __complex__(self): return 3
    def __index__(self): return "x"


class Nothing:
    pass


def attempt(f, *args):
    try:
        print(f(*args))
    except TypeError as e:
        print(e)


for f in (int, float, complex, hex, range, bytes, chr):
    attempt(f, Bad())
    attempt(f, Nothing())
for f in (lambda x: -x, lambda x: +x, lambda x: ~x, abs, round, math.floor, math.trunc):
    attempt(f, Nothing())
    attempt(f, "s")
attempt(lambda: [1, 2][Bad()])
attempt(lambda: [1, 2][Nothing()])
attempt(lambda: [1] * Nothing())
attempt(pow, 2, 3, "x")
attempt(pow, n, 3)
attempt(pow, "a", 2, 5)
attempt(divmod, 1, "x")
