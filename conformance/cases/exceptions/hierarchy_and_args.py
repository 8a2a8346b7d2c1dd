# covers: The standard type hierarchy; method.__name__; class.__name__
# The built-in exception tree, args, str and repr, and attributes of the special ones.
def tree(cls, depth=0):
    names = sorted(c.__name__ for c in cls.__subclasses__() if c.__module__ == "builtins")
    return names


for cls in (Exception, ArithmeticError, LookupError, OSError, ValueError, RuntimeError, NameError, ImportError):
    print(cls.__name__, [c.__name__ for c in cls.__mro__[1:]])
print(tree(ArithmeticError), tree(LookupError), tree(NameError), tree(ImportError))
print(ZeroDivisionError.__mro__[1:3], IOError is OSError, EnvironmentError is OSError)
for e in (Exception(), Exception(1), Exception("a", 2), KeyError("k"), KeyError("a", "b"), KeyError(), ValueError("x")):
    print(repr(e), "|", str(e), "|", e.args)
e = Exception(1, 2)
e.args = [3]
print(e.args, repr(e), str(e))
try:
    e.args = 5
except TypeError as t:
    print(t)
s = StopIteration(7)
print(s.value, StopIteration().value, s.args)
x = SystemExit(3)
print(x.code, SystemExit().code, SystemExit(1, 2).code)
o = OSError(2, "No such file", "name.txt")
print(type(o), o, o.errno, o.strerror, o.filename, o.args)
o = OSError(13, "denied", "a", None, "b")
print(type(o).__name__, o, o.filename2)
print(OSError("just text"), OSError(1), type(OSError(17, "x")).__name__)
n = NameError("msg", name="spam")
print(n.name, n)
a = AttributeError("msg", name="n", obj=4)
print(a.name, a.obj, AttributeError().name)
i = ImportError("msg", name="mod", path="/p")
print(i.name, i.path, i.msg)
u = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad byte")
print(u, u.encoding, u.object, u.start, u.end, u.reason)
u = UnicodeEncodeError("ascii", "h\xe9llo", 1, 2, "no")
print(u)
for bad in (lambda: AttributeError(bogus=1), lambda: UnicodeDecodeError(1), lambda: Exception(x=1)):
    try:
        bad()
    except TypeError as t:
        print(t)
