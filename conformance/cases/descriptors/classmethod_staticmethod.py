# covers: Invoking Descriptors; The standard type hierarchy; function.__dict__; method.__func__; method.__self__; class.__dict__
# classmethod binds the class, staticmethod binds nothing; both wrap what they are given.
class A:
    @classmethod
    def make(cls, *args):
        "doc of make"
        return cls.__name__, args

    @staticmethod
    def plain(*args):
        return args

    @classmethod
    @property
    def chained(cls):
        return "not chained since 3.13"


class B(A):
    pass


print(A.make(1), B.make(2), B().make(3), A.plain(4), A().plain(5))
print(A.make, B().make)
print(A.make.__self__, A.make.__func__ is A.__dict__["make"].__func__)
print(type(A.__dict__["make"]), type(A.__dict__["plain"]), type(A.plain), type(A.make))
print(A.__dict__["make"].__wrapped__.__name__, A.__dict__["make"].__doc__, A.__dict__["make"].__name__)
print(A.__dict__["plain"](7), A.__dict__["plain"].__func__(8))
try:
    A.__dict__["make"]()
except TypeError as e:
    print(e)
try:
    classmethod()
except TypeError as e:
    print(e)
try:
    staticmethod(1, 2)
except TypeError as e:
    print(e)
c = classmethod(lambda cls: cls)
print(c.__get__(None, int)(), c.__get__(3)(), c.__get__(3, str)())
s = staticmethod(5)
print(s.__get__(None, int), s.__get__(1), s.__func__)
print(staticmethod(len)([1, 2]), repr(staticmethod(len)), repr(classmethod(len)))
c.extra = 1
print(c.__dict__.get("extra"), c.__isabstractmethod__)
print(type(A.chained).__name__)


class Meta(type):
    @classmethod
    def m(mcs):
        return mcs.__name__


class C(metaclass=Meta):
    pass


print(C.m(), A.make.__name__, A.make.__qualname__)
