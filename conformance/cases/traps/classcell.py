# covers: Creating the class object; Executing the class body
# __classcell__ must reach type.__new__, and only the right one.
class Meta(type):
    def __new__(meta, name, bases, namespace, how="pass"):
        cell = namespace.get("__classcell__")
        print(name, how, type(cell).__name__)
        if how == "drop":
            namespace.pop("__classcell__", None)
        elif how == "nonsense":
            namespace["__classcell__"] = 5
        elif how == "twice":
            super().__new__(meta, name + "First", bases, dict(namespace))
        elif how == "other":
            return type("Other", (), {})
        return super().__new__(meta, name, bases, namespace)


for how in ("pass", "drop", "nonsense", "twice", "other"):
    try:
        class C(metaclass=Meta, how=how):
            def f(self):
                return __class__
        print(C, "__classcell__" in C.__dict__)
        print(C().f() is C)
    except Exception as e:
        print(type(e).__name__, e)


class Early(type):
    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        print("after type.__new__:", cls().who() is cls)
        return cls
    def __init__(cls, *args):
        print("in __init__:", cls().who().__name__)


class E(metaclass=Early):
    def who(self):
        return __class__


class Hook:
    def __init_subclass__(cls):
        print("init_subclass sees", cls().who().__name__)


class H(Hook):
    def who(self):
        return __class__


def body():
    class Uses:
        try:
            __class__
        except NameError as e:
            print(e)
        f = lambda self: __class__.__name__
    return Uses().f()


print(body())
class NoCell(metaclass=Meta):
    x = 1
class Outer:
    def f(self):
        class Inner:
            def g(self):
                return __class__.__qualname__
        return __class__.__qualname__, Inner().g()
print(Outer().f())
class Shadow:
    def f(self, __class__):
        return __class__
print(Shadow().f(3))
class Names:
    def g(self):
        nonlocal __class__
        __class__ = "rebound"
        return __class__
n = Names()
print(n.g(), type(n).__name__)
