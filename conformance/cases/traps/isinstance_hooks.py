# covers: Customizing instance and subclass checks; __instancecheck__; __subclasscheck__
# What isinstance and issubclass ask: __class__, hooks on the metaclass, __bases__, tuples, unions.
class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", cls.__name__, type(instance).__name__)
        return "truthy" if instance != 0 else []
    def __subclasscheck__(cls, subclass):
        print("subclasscheck", cls.__name__, subclass)
        return subclass is int


class Hooked(metaclass=Meta):
    pass


class Sub(Hooked):
    pass


print(isinstance(5, Hooked), isinstance(0, Hooked), isinstance(Hooked(), Hooked), isinstance(Sub(), Hooked))
print(issubclass(int, Hooked), issubclass(Hooked, Hooked), issubclass(5, Hooked))
print(isinstance(5, (str, (bytes, (Hooked,)))), isinstance(5, ()), issubclass(int, (str, Hooked)))


class Liar:
    @property
    def __class__(self):
        return int


liar = Liar()
print(isinstance(liar, int), isinstance(liar, Liar), isinstance(liar, str), type(liar).__name__, liar.__class__)


class Raises:
    @property
    def __class__(self):
        raise AttributeError("no class")


class RaisesOther:
    @property
    def __class__(self):
        raise ValueError("odd class")


print(isinstance(Raises(), int))
try:
    isinstance(RaisesOther(), int)
except ValueError as e:
    print(e)
class NotClass:
    __class__ = 5
print(isinstance(NotClass(), int), isinstance(NotClass(), NotClass))


class FakeClass:
    def __init__(self, *bases):
        self.__bases__ = bases


base = FakeClass()
sub = FakeClass(base)
print(issubclass(sub, base), issubclass(base, sub), issubclass(sub, (int, base)))


class FakeInstance:
    pass


f = FakeInstance()
f.__class__ = FakeInstance
fake = FakeClass()


class Proxy:
    def __init__(self, cls):
        self.cls = cls
    def __getattribute__(self, name):
        return object.__getattribute__(self, "cls") if name == "__class__" else object.__getattribute__(self, name)


print(isinstance(Proxy(sub), base), isinstance(Proxy(base), sub))
for call in (lambda: isinstance(1, 5), lambda: isinstance(1, (int, 5)), lambda: isinstance("", (int, 5)), lambda: issubclass(5, int), lambda: issubclass(int, 5), lambda: issubclass(int, (str, 5)), lambda: isinstance(1), lambda: isinstance(1, list[int]), lambda: isinstance(1, int | list[int]), lambda: isinstance(1, int | str), lambda: issubclass(bool, int | None), lambda: isinstance(None, int | None), lambda: isinstance([], list[int])):
    try:
        print(call())
    except TypeError as e:
        print(e)
class BadHook(type):
    def __instancecheck__(cls, x):
        raise LookupError("hook failed")
class H(metaclass=BadHook): pass
try:
    isinstance(3, H)
except LookupError as e:
    print(e)
print(isinstance(H.__new__(H), H))
print(type.__instancecheck__(int, True), type.__subclasscheck__(int, bool), int.__subclasscheck__(str))
