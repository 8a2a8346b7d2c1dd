# covers: Creating the class object; Customizing class creation; __set_name__; __init_subclass__
# __set_name__ in definition order, errors with their notes; __init_subclass__ and its keywords.
class Named:
    def __init__(self, tag):
        self.tag = tag
    def __set_name__(self, owner, name):
        print("set_name", self.tag, owner.__name__, name)


class Base:
    def __init_subclass__(cls, /, required=None, **kwargs):
        print("init_subclass", cls.__name__, required, kwargs)
        super().__init_subclass__(**kwargs)


class A(Base, required=1):
    b = Named("first")
    a = Named("second")
    shared = b


A.later = Named("too late")
for kwargs in ({"unknown": 1}, {"required": 2, "x": 1}):
    try:
        class B(Base, **kwargs):
            pass
    except TypeError as e:
        print(e)
try:
    class Plain(spam=1):
        pass
except TypeError as e:
    print(e)
try:
    type("P", (), {}, spam=1)
except TypeError as e:
    print(e)


class Raises:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


class Arity:
    def __set_name__(self, owner):
        pass


for bad in (Raises, Arity):
    try:
        class C(Base):
            before = Named("before")
            attr = bad()
            after = Named("after")
    except Exception as e:
        print(type(e).__name__, e, e.__notes__, e.__cause__)
class NotCallable:
    __set_name__ = 5
try:
    class D:
        attr = NotCallable()
except TypeError as e:
    print(e, e.__notes__)
class OnInstance:
    pass
o = OnInstance()
o.__set_name__ = lambda *args: print("never")
class E:
    attr = o
class Adds:
    def __set_name__(self, owner, name):
        setattr(owner, name + "_added", Named("added"))
        print(sorted(k for k in vars(owner) if "add" in k or k == "x"))
class F:
    x = Adds()
class G(Base):
    def __init_subclass__(cls):
        print("overridden", cls.__name__, type(G.__dict__["__init_subclass__"]).__name__)
class H(G): pass
try:
    class I(G, required=3): pass
except TypeError as e:
    print(e)
class Fails(Base):
    def __init_subclass__(cls):
        raise KeyError("no subclasses")
try:
    class J(Fails):
        n = Named("in J")
except KeyError as e:
    print(repr(e))
print(Fails.__subclasses__() == [] or len(Fails.__subclasses__()))
print(object.__init_subclass__(), Base.__init_subclass__(required=9))
try:
    object.__init_subclass__(1)
except TypeError as e:
    print(e)
