# covers: Preparing the class namespace; Executing the class body
# __prepare__ gives the namespace of the body; type.__new__ copies it.
class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


kept = []


class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        kept.append(Recorder(given=1))
        return kept[-1]

    def __new__(mcs, name, bases, namespace, **kw):
        print("new", type(namespace).__name__, namespace is kept[-1])
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, kw)


class A(metaclass=M, option=3):
    x = auto_magic
    y = given
    x = 2

    def f(self):
        return "f"


print(A.x, A.y, A.given, A().f())
kept[-1]["late"] = 1
print(hasattr(A, "late"), type(A.__dict__).__name__)
try:
    class B(metaclass=M):
        z = undefined_name
except NameError as e:
    print(e)


class Bad(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


try:
    class C(metaclass=Bad):
        pass
except TypeError as e:
    print(e)


class Mapping:
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value


class Plain(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Mapping()

    def __new__(mcs, name, bases, ns):
        print(type(ns).__name__, sorted(ns.data))
        return type.__new__(mcs, name, bases, ns.data)


class D(metaclass=Plain):
    w = 9
    v = w + 1


print(D.v)
print(type.__prepare__(), type.__prepare__("a", (), x=1))
