# covers: Executing the class body
# Names with two leading underscores are mangled in class bodies, everywhere that they occur.
class C:
    __x = 1
    def __init__(self):
        self.__y = 2
        self.__dunder__ = 3
        self.___three = 4
        self.__tail_ = 5
    def __m(self): return "private method"
    def call(self): return self.__m(), self.__x, C.__x
    def local(self):
        __z = 1
        return sorted(locals()), [__z for _ in (0,)]
    def kw(self, __arg=1, **kwargs): return __arg, kwargs
    def strings(self): return getattr(self, "__x", "strings are not mangled")
    def nested(self):
        class __D:
            __x = "inner"
        return __D.__name__, __D._D__x if hasattr(__D, "_D__x") else sorted(k for k in vars(__D) if "x" in k)
    def glob(self):
        global __g
        __g = "global"
    def imp(self):
        import sys as __s
        return sorted(locals())
    def delete(self):
        del self.__y
        return hasattr(self, "_C__y")
class _Under:
    __x = 1
class __Both:
    __x = 2
class ___:
    __x = 3
c = C()
print(sorted(c.__dict__), c.call(), c.local(), c.kw(), c.kw(_C__arg=5), c.strings(), c.nested(), c.imp())
c.glob()
print(_C__g, c.delete(), [k for k in vars(_Under) if k.endswith("x")], [k for k in vars(__Both) if k.endswith("x")], [k for k in vars(___) if k.endswith("x")])
try:
    c.__m()
except AttributeError as e:
    print(e)
class Sub(C):
    def call(self):
        try:
            return self.__m()
        except AttributeError as e:
            return str(e)
print(Sub().call())
def outside(): return C.__x
try:
    outside()
except AttributeError as e:
    print(e)
class E:
    try:
        raise ValueError
    except ValueError as __e:
        pass
    for __i in range(2): pass
    with_lambda = lambda __p: __p
    __slots__ = ("__s",)
print(sorted(k for k in vars(E) if "_E" in k), E.with_lambda(7), E.__slots__, E.__name__)
