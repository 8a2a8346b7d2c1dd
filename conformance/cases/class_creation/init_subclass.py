# covers: Customizing class creation; __set_name__; __init_subclass__
# __init_subclass__ is a class method by itself, runs after __set_name__, and takes the keywords.
class Base:
    def __init_subclass__(cls, /, flavour="plain", **kwargs):
        super().__init_subclass__(**kwargs)
        print("init_subclass", cls.__name__, flavour, getattr(cls, "marker", None))
        cls.flavour = flavour


class A(Base, flavour="sweet"):
    marker = 1


class B(A):
    pass


print(A.flavour, B.flavour, type(Base.__dict__["__init_subclass__"]))
try:
    class C(Base, unknown=1):
        pass
except TypeError as e:
    print(e)
try:
    class D(x=1):
        pass
except TypeError as e:
    print(e)
try:
    object.__init_subclass__(1)
except TypeError as e:
    print(e)
print(object.__init_subclass__())


class Name:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class E(Base):
    first = Name()
    second = Name()


class Explicit:
    @classmethod
    def __init_subclass__(cls):
        print("explicit classmethod", cls.__name__)


class F(Explicit):
    pass


class Failing:
    def __init_subclass__(cls):
        raise LookupError("no children")


try:
    class G(Failing):
        pass
except LookupError as e:
    print(repr(e), Failing.__subclasses__())
try:
    class H(Base, metaclass=type, flavour="kept"):
        pass
    print(H.flavour)
except TypeError as e:
    print(e)
print(type("I", (Base,), {}, flavour="dynamic").flavour)
