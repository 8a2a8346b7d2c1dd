# covers: Preparing the class namespace; Executing the class body
# __prepare__ may return any mapping for the body; type.__new__ wants a dict.
class Recorder:
    def __init__(self):
        self.log, self.data = [], {}
    def __getitem__(self, key):
        self.log.append(("get", key))
        return self.data[key]
    def __setitem__(self, key, value):
        self.log.append(("set", key))
        self.data[key] = value
    def __delitem__(self, key):
        self.log.append(("del", key))
        del self.data[key]


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        print("prepare", name, bases, kwargs)
        return Recorder()
    def __new__(meta, name, bases, namespace, **kwargs):
        print(type(namespace).__name__, namespace.log)
        try:
            return super().__new__(meta, name, bases, namespace)
        except TypeError as e:
            print(e)
        return super().__new__(meta, name, bases, namespace.data)
    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


y = "global y"
class C(metaclass=Meta, flag=1):
    x = 1
    z = x + 1
    w = y
    del x
    def f(self):
        return y
print(C.z, C.w, hasattr(C, "x"), C().f())


class D(dict):
    def __getitem__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        return super().__getitem__(key)
    def __setitem__(self, key, value):
        super().__setitem__(key, [value] if key == "wrapped" else value)


class Meta2(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return D(given="from prepare")


class E(metaclass=Meta2):
    a = auto_x
    wrapped = 5
    b = given
print(E.a, E.wrapped, E.b, E.given, type(E.__dict__))
for answer in (5, None, [], "ab", (), set()):
    class Bad(type):
        __prepare__ = classmethod(lambda *args: answer)
    try:
        class F(metaclass=Bad):
            pass
    except TypeError as e:
        print(e)
class Raises(type):
    @classmethod
    def __prepare__(meta, name, bases):
        raise LookupError("unprepared")
try:
    class G(metaclass=Raises): pass
except LookupError as e:
    print(e)
def function(name, bases, namespace, **kwargs):
    return name, bases, sorted(k for k in namespace if not k.startswith("__")), kwargs
class H(1 .__class__, metaclass=function, k=2):
    attr = 1
print(H)
function.__prepare__ = lambda name, bases, **kw: {"planted": 1}
class I(metaclass=function): pass
print(I)
class J(metaclass=lambda *args: "just a string"): pass
print(J, type.__prepare__(), type.__prepare__("n", (), x=1))
class Wrong(type):
    def __prepare__(self, name, bases):
        return {}
try:
    class K(metaclass=Wrong): pass
except TypeError as e:
    print(e)
