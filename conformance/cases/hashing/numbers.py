# covers: Basic customization; Emulating numeric types; __hash__
# Equal numbers hash alike across int, float, complex and classes that follow the rule.
P = 2**61 - 1
for n in (0, 1, -1, 2, 2**61 - 2, P, P + 1, -P, -P - 1, 2**64, 10**18, -(10**30), 3**200):
    print(n, hash(n), hash(n) == (abs(n) % P) * (1 if n >= 0 else -1) or hash(n) == -2)
for x in (0.0, 1.0, -1.0, 0.5, 0.25, 1.5, 1e20, 2.0**100, -(2.0**61), 3.14, 1e-300, float("inf"), -float("inf")):
    print(x, hash(x), hash(x) == hash(int(x)) if abs(x) < 1e300 and x == int(x) else "")
for z in (0j, 1 + 0j, 1j, -1j, 1 + 1j, -1 - 1j, 0.5 + 2j, 1e20 + 0j):
    print(z, hash(z))


class Fraction:
    """Just enough of a rational number to meet the others in a dict."""
    def __init__(self, n, d):
        self.n, self.d = n, d
    def __eq__(self, other):
        return self.n == other * self.d
    def __hash__(self):
        inverse = pow(self.d, P - 2, P)
        h = hash(hash(abs(self.n)) * inverse) if inverse else 314159
        h = h if self.n >= 0 else -h
        return -2 if h == -1 else h


half = Fraction(1, 2)
print(hash(half) == hash(0.5), {0.5: "float"}.get(half), {half: "fraction"}.get(0.5), half == 0.5, 0.5 == half)
print(hash(Fraction(1, 3)), hash(Fraction(-7, 4)) == hash(-1.75), {-1.75: 1}[Fraction(-7, 4)])
print({1: "a", 1.0: "b", True: "c", 1 + 0j: "d"}, {0: 1, False: 2, 0.0: 3, -0.0: 4, 0j: 5})
print({1, 1.0, True, 2, 2.0}, 1.0 in {1: 0}, len({2**61, 1, P + 1}), {2**64: "big"}[2.0**64])
print(hash(True), hash(False), hash(()), hash((1, 2)) == hash((1.0, 2 + 0j)), hash(((),)), hash((0,)), hash((1, 2, 3)), hash((-1, -2)))
print(hash(frozenset()), hash(frozenset({1, 2})) == hash(frozenset({2.0, True})), hash(range(3)) == hash(range(0, 3, 1)), hash(range(0)) == hash(range(5, 5)), hash(slice(1, 2, 3)) == hash(slice(1, 2, 3)))
print(hash("") == hash(b"") == 0, hash("a") == hash("a"), hash(b"ab") == hash(bytes([97, 98])), hash("ab") == hash("a" + "b"), hash(memoryview(b"ab")) == hash(b"ab"))
for bad in ([], {}, set(), bytearray(), memoryview(bytearray(1)), ([],), (1, {}), frozenset):
    try:
        print(hash(bad) is not None)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class A:
    pass
a = A()
print(hash(a) == hash(a), hash(a.__init__) == hash(a.__init__), hash(A) == hash(A), hash(len) == hash(len), hash(None) == hash(None), hash(...) == hash(...))
class N:
    def __hash__(self):
        return "x"
class T:
    def __hash__(self, extra):
        return 1
for bad in (N(), T()):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
class Sub(int):
    pass
class SubHash(int):
    def __hash__(self):
        return 99
print(hash(Sub(5)), hash(SubHash(5)), {5: "plain"}.get(Sub(5)), {5: "plain"}.get(SubHash(5)), int.__hash__(SubHash(5)))
