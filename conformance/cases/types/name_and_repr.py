# covers: The standard type hierarchy; function.__dict__; module.__dict__; class.__dict__; instance.__dict__
# The reprs of functions, methods, classes, modules and other objects, without their addresses.
import sys
def clean(x):
    text = repr(x)
    return text.split(" at 0x")[0] + ("..." if " at 0x" in text else "")
class C:
    class In: pass
    def method(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    prop = property()
    __slots__ = ("slot",)
def gen(): yield
def outer():
    def inner(): pass
    class Local: pass
    return inner, Local
inner, Local = outer()
for x in (C, C.In, C(), C.In(), C.method, C().method, C.cm, C().sm, C.__dict__["cm"], C.__dict__["sm"], C.prop, C.slot, inner, Local, Local(), gen, gen(), len, [].append, "".join, list.append, int.__add__, (5).__add__, object.__init__, C.__init__, int.__dict__["real"], type.__dict__["__dict__"], lambda: 0, (i for i in ()), sys, type, object, None, ..., NotImplemented, iter([]), iter(()), iter({}), iter(set()), iter(""), iter(range(1)), reversed([]), enumerate([]), zip(), map(len, []), filter(None, []), super(C, C()), type(C.__dict__), slice(1), range(2), dict.fromkeys, int.from_bytes, memoryview(b""), gen.__code__, sys._getframe(), {}.keys, print, type(None), type(...), type(len), type(gen), type(gen()), Exception, Exception("x"), ExceptionGroup("g", [ValueError(1)]), staticmethod(len), classmethod(len), property, object(), C.method.__get__(5)):
    print(clean(x))
print(str(C), f"{C}", "%s" % C, [C], C.In.__qualname__, outer.__qualname__, inner.__qualname__, Local.__qualname__)
