# covers: Emulating numeric types; __divmod__; __rdivmod__; __pos__; __invert__; __round__; __trunc__
class N:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return f"N({self.v})"

    def __add__(self, o):
        return N(self.v + (o.v if isinstance(o, N) else o))

    __radd__ = __add__

    def __iadd__(self, o):
        print("iadd")
        self.v += o
        return self

    def __pow__(self, e, m=None):
        return ("pow", e, m)

    def __rpow__(self, b):
        return ("rpow", b)

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __neg__(self):
        return N(-self.v)

    def __pos__(self):
        return "pos"

    def __abs__(self):
        return N(abs(self.v))

    def __invert__(self):
        return "invert"

    def __int__(self):
        return self.v

    def __float__(self):
        return float(self.v)

    def __complex__(self):
        return complex(self.v)

    def __index__(self):
        return self.v

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return "trunc"


n = N(3)
print(n + 4, 4 + n, -n, +n, abs(N(-2)), ~n)
m = n
n += 5
print(n, m is n)
print(n ** 2, 2 ** n, pow(n, 2, 5), divmod(n, 2), divmod(2, n))
print(int(n), float(n), complex(n), round(n), round(n, 2))
print([10, 20, 30, 40, 50, 60, 70, 80, 90][n], "abcdefghijk"[:n], hex(n), bin(n), range(n))
print("x" * N(3))
for f in (lambda: n - 1, lambda: 1 - n, lambda: n @ 2, lambda: n << 1):
    try:
        f()
    except TypeError as e:
        print(e)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
