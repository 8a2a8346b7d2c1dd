# covers: Objects, values and types; __slots__
# __class__ can be set only between classes whose instances are laid out alike.
class A:
    pass


class B:
    def hello(self):
        return "B says hello"


class SubA(A):
    pass


class S1:
    __slots__ = ("x", "y")


class S2:
    __slots__ = ("x", "y")


class S3:
    __slots__ = ("y", "x")


class S4:
    __slots__ = ("x",)


class S5(S4):
    __slots__ = ("y",)


class D1(S1):
    pass


class L1(list):
    pass


class L2(list):
    pass


class I1(int):
    pass


def go(obj, cls):
    try:
        obj.__class__ = cls
        print("now", type(obj).__name__, obj.__class__ is cls)
    except TypeError as e:
        print("TypeError", e)


a = A()
a.kept = 1
go(a, B)
print(a.kept, a.hello())
go(a, SubA)
go(A(), S1)
go(S1(), A)
s = S1()
s.x, s.y = 1, 2
go(s, S2)
print(s.x, s.y)
go(S1(), S3)
go(S1(), S4)
go(S1(), S5)
go(S1(), D1)
go(L1(), L2)
go(L1(), list)
go([], L1)
go(I1(5), int)
go(5, I1)
go(A(), 5)
go(A(), object)
go(object(), A)
go(A, type)
go(A(), int)
class M(type):
    label = "from M"
go(A, M)
print(hasattr(A, "label"))
try:
    del a.__class__
except TypeError as e:
    print(e)
go(lambda: 0, A)
go(None, A)
