# covers: Basic customization; __ne__; __gt__; __ge__
# Comparisons reflect; a subclass operand goes first in any case; == and != fall back to identity.
class A:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print("A.lt"); return NotImplemented
    def __gt__(self, o): print("A.gt"); return "gt result"
    def __eq__(self, o): print("A.eq"); return NotImplemented
    __hash__ = None


class B(A):
    def __gt__(self, o): print("B.gt"); return NotImplemented


class Quiet(A):
    pass


a, b, q = A(1), B(2), Quiet(3)


def show(f):
    try:
        print("->", f())
    except TypeError as e:
        print("->", e)


show(lambda: a < a)
show(lambda: a < b)
show(lambda: b < a)
show(lambda: a < q)
show(lambda: a > 1)
show(lambda: a < 1)
show(lambda: 1 < a)
show(lambda: a <= 1)
show(lambda: a == a)
show(lambda: a == b)
show(lambda: a != b)
show(lambda: a == 1)
show(lambda: 1 != a)


class Ne:
    def __eq__(self, other): return "truthy"


show(lambda: Ne() == 1)
show(lambda: Ne() != 1)
show(lambda: 1 != Ne())
show(lambda: not Ne() == 1)
show(lambda: 1 < 2 < 3 > 2 != 5)
show(lambda: 1 < "x")
show(lambda: [] < ())
show(lambda: {} <= {})
show(lambda: 1j < 2j)
show(lambda: object() > object())
show(lambda: len < len)
show(lambda: int < str)
for name in ("__lt__", "__eq__", "__ne__", "__ge__"):
    print(name, getattr(object(), name)(3), getattr(3, name)("x"), getattr(3, name)(4))
