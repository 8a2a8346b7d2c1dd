# covers: Emulating generic types
# Type parameters of functions and classes, type statements, and what of them is evaluated when asked for.
def f[T](a: T, *, b: list[T] = None) -> T:
    return a
print(f(3), f.__type_params__, f.__qualname__, f.__annotations__, f.__name__)
class C[T, *Ts, **P]:
    x: T
    def m[U](self, a: T, u: U) -> 'q': return (a, u)
    def n(self): return T
print(C.__type_params__, C.__parameters__, C.__bases__, C.__mro__[-1], C().m(1, 2), C().n() is C.__type_params__[0])
print(C.m.__qualname__, C.m.__type_params__)
class D[T: int = bool](dict): pass
T, = D.__type_params__
print(T.__bound__, T.__default__, T.__constraints__, T.has_default(), D.__bases__, T.__name__)
class E[T: (int, str)]: pass
print(E.__type_params__[0].__constraints__, E.__type_params__[0].__bound__)
type X = int | str
print(X, X.__value__, X.__name__, X.__type_params__, type(X).__name__)
type L[T] = list[T]
print(L.__value__, L.__type_params__, L[int])
type Rec = list[Rec]
print(Rec.__value__)
def lazy[T: undefined_name](): pass
try: lazy.__type_params__[0].__bound__
except NameError as e: print(e)
class K:
    Y = int
    def g[T](self, a: Y) -> T: return a
    type A = Y
print(K.g.__annotations__['a'])
class Base[T]: pass
class Sub[T](Base[T]): pass
print(Sub.__bases__, Sub.__orig_bases__[0].__origin__, Sub.__parameters__)
print(Base[int])
def deco(f): print('deco', f.__name__); return f
@deco
def dd[T](x: T): return x
print(dd(1))
def outer():
    z = 5
    def inner[T](a: T): return a, z
    class In[T]:
        def q(self): return z, T
    return inner(1), In().q()[0]
print(outer())
async def af[T](x: T): return x
try: af(4).send(None)
except StopIteration as e: print(e.value)
def gf[T](n):
    for i in range(n): yield i
print(list(gf(2)))
type = 5
print(type)
