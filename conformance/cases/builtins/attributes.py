# covers: Customizing attribute access; __dir__
# getattr, setattr, delattr, hasattr, vars, dir, and their errors.
class C:
    cls = "class"
    def __init__(self):
        self.inst = "instance"
    def method(self): pass
c = C()
setattr(c, "new", 1)
setattr(c, "not an identifier", 2)
print(getattr(c, "new"), getattr(c, "not an identifier"), hasattr(c, "zz"), vars(c), getattr(c, "zz", "default"), sorted(k for k in dir(c) if not k.startswith("__")))
delattr(c, "new")
for f in (lambda: getattr(c, "new"), lambda: delattr(c, "new"), lambda: delattr(c, "cls"), lambda: setattr(c, 5, 1), lambda: getattr(c, 5), lambda: hasattr(c, 5), lambda: delattr(c, None), lambda: vars(5), lambda: vars(c, 1), lambda: setattr(5, "x", 1), lambda: setattr(c, "x"), lambda: getattr(C, "zz"), lambda: setattr(C, "__dict__", {}), lambda: getattr(c, "é\0"), lambda: dir(1, 2), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: delattr(object(), "x"), lambda: delattr(5, "real"), lambda: C.method.x, lambda: c.method.x, lambda: setattr(c.method, "x", 1), lambda: (1).x, lambda: "s".x, lambda: None.x, lambda: len.x, lambda: setattr(len, "x", 1), lambda: int.x, lambda: delattr(int, "x"), lambda: c.__class__.__x, lambda: setattr(c, "method", 5) or c.method, lambda: getattr(c, "__call__"), lambda: c.__dict__.x, lambda: setattr([], "append", 1), lambda: setattr([], "nope", 1), lambda: setattr((lambda: 0), "ok", 1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, ascii(str(e)))
class D:
    def __dir__(self):
        return ["z", "a", "m"]
class E:
    def __dir__(self):
        return 5
class F:
    def __dir__(self):
        return ["a", 5]
for d in (D(), E(), F()):
    try:
        print(dir(d))
    except TypeError as e:
        print(e)
class Meta(type):
    def __dir__(cls):
        return ["from", "meta"]
class G(metaclass=Meta): pass
print(dir(G), "cls" in dir(C), "__init__" in dir(C()), "mro" in dir(C), "mro" in dir(Meta))
class S:
    __slots__ = ("a", "__weakref__")
s = S()
for f in (lambda: s.a, lambda: vars(s), lambda: setattr(s, "b", 1), lambda: s.__dict__, lambda: delattr(s, "a"), lambda: hasattr(s, "a"), lambda: setattr(s, "a", 1) or s.a):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
def f():
    x = 1
    return vars(), locals(), dir()
print(f())
e = None
try:
    c.missing
except AttributeError as error:
    print(error.name, error.obj is c, error.args)
print(vars(C)["cls"], type(vars(C)), vars(c) is c.__dict__, "".__class__.__name__, hasattr(c, "__dict__"), hasattr(5, "__dict__"), c.__module__, C.__dict__.get("__module__"))
