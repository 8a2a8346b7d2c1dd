# covers: Basic customization; The standard type hierarchy; function.__name__; module.__name__; class.__name__; __new__; __init__
# __init__ only runs on what __new__ returned if that is an instance, and must return None.
class A:
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        return super().__new__(cls)
    def __init__(self, *args, **kwargs):
        print("init", type(self).__name__, args, kwargs)


class Sub(A):
    pass


class Foreign:
    def __new__(cls, what):
        return what
    def __init__(self, what):
        print("init runs on", type(self).__name__)


class ForeignSub(Foreign):
    pass


A(1, x=2)
print(Foreign(5), Foreign(None), type(Foreign(object.__new__(ForeignSub))).__name__)
a = object.__new__(Sub)
print(Foreign(a) is a)


class Returns:
    def __init__(self, value):
        self.value = value
        return value


Returns(None)
for value in (1, "x", [], Returns):
    try:
        Returns(value)
    except TypeError as e:
        print(e)


class Plain: pass
class OnlyNew:
    def __new__(cls, *args):
        return object.__new__(cls)
class OnlyInit:
    def __init__(self, *args):
        pass
class Both(OnlyNew, OnlyInit): pass
class Passes:
    def __new__(cls, *args):
        return object.__new__(cls, *args)
class PassesInit:
    def __init__(self, *args):
        super().__init__(*args)


for f in (lambda: Plain(1), lambda: Plain(x=1), lambda: OnlyNew(1), lambda: OnlyInit(1), lambda: Both(1), lambda: Passes(1), lambda: PassesInit(1), lambda: object(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: int.__new__(str), lambda: int.__new__(object), lambda: list.__new__(A), lambda: object.__new__(list), lambda: object.__init__(), lambda: tuple.__new__(int), lambda: A.__new__(), lambda: bool.__new__(int), lambda: dict.__init__([]), lambda: type.__new__(type), lambda: type.__call__()):
    try:
        f()
        print("fine")
    except TypeError as e:
        print(e)
class Static:
    def __new__(cls):
        return super().__new__(cls)
print(type(Static.__dict__["__new__"]).__name__, type(A.__new__).__name__)
class Meta(type):
    def __call__(cls, *args):
        return ("metaclass answered", args)
class Called(metaclass=Meta):
    def __init__(self):
        print("never")
print(Called(1), type(type.__call__(Called)).__name__)
class I(int):
    def __new__(cls, value, extra):
        self = super().__new__(cls, value)
        self.extra = extra
        return self
i = I("12", extra="e")
print(i + 1, i.extra, type(i + 1), type(+i), type(i.real), type(int(i)))
