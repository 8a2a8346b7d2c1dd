# covers: Implementing Descriptors; Invoking Descriptors; __get__; __set__; __delete__
# Descriptors that fail, lack parts, live on instances, or come from metaclasses.
class Get:
    def __get__(self, obj, owner=None):
        return ("get", obj is None, owner and owner.__name__)
class Set:
    def __set__(self, obj, value):
        print("set", value)
class Delete:
    def __delete__(self, obj):
        print("delete")
class Full(Get, Set, Delete): pass
class RaisesAttr:
    def __get__(self, obj, owner):
        raise AttributeError("from __get__")
class Raises:
    def __get__(self, obj, owner):
        raise ValueError("from __get__")
    def __set__(self, obj, value):
        raise ValueError("from __set__")
    def __delete__(self, obj):
        raise ValueError("from __delete__")
class NoneGet:
    __get__ = None
class C:
    get, set, delete, full, ra, r, ng = Get(), Set(), Delete(), Full(), RaisesAttr(), Raises(), NoneGet()
    def __getattr__(self, name):
        return "getattr " + name
c = C()
c.__dict__.update(get="inst get", set="inst set", delete="inst delete", full="inst full", inst=Get(), ra="inst ra")
def go(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for name in ("get", "set", "delete", "full", "ra", "r", "inst", "ng"):
    print(name, end=": ")
    go(lambda: type(getattr(c, name)).__name__ if name == "inst" else getattr(c, name))
    print(name, end=" on class: ")
    go(lambda: type(getattr(C, name)).__name__ if not isinstance(getattr(C, name), tuple) else getattr(C, name))
    print(name, end=" set: ")
    go(lambda: setattr(c, name, "new"))
    print(name, end=" del: ")
    go(lambda: delattr(c, name))
print(sorted(c.__dict__))
class Meta(type):
    m = Full()
    n = Get()
class D(metaclass=Meta):
    m = "class m"
    n = "class n"
print(D.m, D.n, D().m)
D.m = 1
del D.m
class Arity:
    def __get__(self): pass
class E:
    a = Arity()
go(lambda: E().a)
go(lambda: E.a)
E.a = "replaced on the class"
print(E.a, E().a)
class Late: pass
class F:
    x = Late()
f = F()
f.x = "instance"
print(f.x)
Late.__get__ = lambda self, obj, owner: "now a descriptor"
print(f.x, F.x)
Late.__set__ = lambda self, obj, value: print("now data", value)
print(f.x)
f.x = 5
del Late.__get__, Late.__set__
print(f.x)
class G:
    f = classmethod(Get())
    s = staticmethod(Get())
    p = property(Get())
go(lambda: type(G().s).__name__)
go(lambda: G().p)
go(lambda: G().f())
print(property().fget, isinstance(property(), property))
go(lambda: property(5).__get__(c, C))
go(lambda: property().__get__(c))
go(lambda: property().__set__(c, 1))
go(lambda: property(lambda s: 1).__get__(None) is not None)
