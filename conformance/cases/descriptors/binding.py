# covers: Implementing Descriptors; Invoking Descriptors; __get__; __set__; __delete__
# What __get__, __set__ and __delete__ are given, by each way of access.
class D:
    def __get__(self, obj, objtype=None):
        return ("get", type(obj).__name__, objtype and objtype.__name__)

    def __set__(self, obj, value):
        print("set", type(obj).__name__, value)

    def __delete__(self, obj):
        print("delete", type(obj).__name__)


class A:
    d = D()


class B(A):
    pass


b = B()
print(b.d)
print(B.d, A.d)
b.d = 1
del b.d
b.__dict__["d"] = "hidden"
print(b.d)
raw = A.__dict__["d"]
print(type(raw).__name__, raw.__get__(b), raw.__get__(None, B), raw.__get__(b, A))
print(super(B, b).d)
print(super(B, B).d)
A.d = "class assignment replaces a descriptor"
print(b.d)


class M(type):
    d = D()


class C(metaclass=M):
    pass


print(C.d)
C.d = 4
del C.d
try:
    C().d
except AttributeError as e:
    print(e)
instance = C()
instance.d = D()
print(type(instance.d).__name__)


class Delete:
    def __delete__(self, obj):
        print("only delete")


class E:
    x = Delete()


e = E()
try:
    e.x = 1
except AttributeError as err:
    print(err)
del e.x
print(type(e.x).__name__)
