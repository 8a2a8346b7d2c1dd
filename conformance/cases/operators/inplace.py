# covers: Emulating numeric types; __mul__; __rpow__; __iadd__; __isub__; __imul__
# Augmented assignment: __iadd__ may return anything; without it, or with NotImplemented, the plain operator.
class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(other)
        return self

    def __isub__(self, other):
        return "anything"

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return ("mul", other)

    def __rpow__(self, other):
        return ("rpow", other)


a = b = Acc()
a += 1
a += "x"
print(a is b, a.log)
a -= 1
print(a)
a = b
a *= 3
print(a)
n = 2
n **= Acc()
print(n)
a = b
try:
    a /= 2
except TypeError as e:
    print(e)
try:
    (3).__iadd__
except AttributeError as e:
    print(e)
x = [1]
y = x
x += (2, 3)
x *= 2
print(y, x is y)
try:
    x += 5
except TypeError as e:
    print(e)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as e:
    print(e, t)
s = {1, 2}
r = s
s |= {3}
s &= {1, 3}
s ^= {7}
s -= {1}
print(r, r is s)
d = {"a": 1}
d |= [("b", 2)]
print(d)
f = frozenset({1})
g = f
f |= {2}
print(f is g, sorted(f))
st = "ab"
st += "c"
st *= 2
st %= ()
print(st)
v = 7
v //= 2; v <<= 3; v |= 1; v ^= 3; v %= 7; v -= 1; v >>= 1; v &= 6; v **= 3; v /= 4
print(v)
try:
    v @= 2
except TypeError as e:
    print(e)
