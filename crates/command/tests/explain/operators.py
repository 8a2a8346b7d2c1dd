"""Who is asked, and in which order."""


class A:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return NotImplemented

    def __radd__(self, other):
        return "A"

    def __lt__(self, other):
        return NotImplemented


class B(A):
    def __radd__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return other.n + 1 > self.n


class C(A):
    pass


a, b = A(1), B(2)
try:
    a + b
except TypeError as error:
    print(error)
try:
    a + C(3)
except TypeError as error:
    print(error)
1 + a
try:
    a += "text"
except TypeError as error:
    print(error)
if a < b:
    print("less")
a == b
x = [1] + [2]
x *= 2
3 * "ab"
"%s" % 5
-b.n
2**3.5
try:
    a - "text"
except TypeError as error:
    print(error)
try:
    ~a
except TypeError as error:
    print(error)
try:
    a < 5
except TypeError as error:
    print(error)
