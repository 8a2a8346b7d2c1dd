# covers: Creating the class object
# __bases__ can be assigned: the MRO of the class and of its subclasses follow, or nothing changes.
class A:
    who = "A"


class B:
    who = "B"


class C(A):
    pass


class D(C):
    pass


d = D()
print(d.who, A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(d.who, A.__subclasses__(), B.__subclasses__(), [k.__name__ for k in D.__mro__])
C.__bases__ = (A, B)
print(d.who, C.__base__.__name__)
C.__bases__ = (B, A)
print(d.who, C.__base__.__name__, isinstance(d, A))


def attempt(cls, bases):
    try:
        cls.__bases__ = bases
        print("now", cls.__bases__)
    except TypeError as e:
        print(e)
    print([k.__name__ for k in cls.__mro__])


attempt(B, (B,))
attempt(A, (C,))
attempt(A, (D,))
attempt(C, (int,))
attempt(C, (A, A))
attempt(C, (object, A))
attempt(C, A)
attempt(C, ())
attempt(C, (3,))
attempt(C, (bool,))
attempt(int, (object,))
attempt(object, (A,))
try:
    del C.__bases__
except TypeError as e:
    print(e)


class Slotted:
    __slots__ = ("s",)


attempt(C, (Slotted,))


class L1: pass
class L2: pass
class Left(L1, L2): pass
class Right(L1, L2): pass
class Both(Left, Right): pass


attempt(Right, (L2, L1))
print([k.__name__ for k in Both.__mro__], Right.__bases__)
