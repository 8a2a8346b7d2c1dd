# covers: Emulating generic types; class.__dict__
# Where type parameters, bounds and aliases in class bodies find their names.
x = "global x"
y = "global y"


def outer():
    x = "outer x"
    z = "outer z"

    class C:
        type Early = (x, y)
        seen = Early.__value__
        y = "class y"

        def method[T: x, *Ts, **P](self, a: x = x, *, b: y = y) -> z:
            return a, b, T

        type Alias[K] = (K, x, y, z, later)
        later = "class later"

        class Inner[U: y](list, metaclass=type):
            bases = y
            held = U

            def deep[V: later](self, v: (U, V)): ...

            type Own = (y, U)

        x = "class x"

    return C


C = outer()
print(C.seen, C.method.__annotations__, C.method(C), C.method.__type_params__[0].__bound__)
print(C.Alias.__value__[1:], C.Alias.__type_params__)
C.later = "changed"
C.x = "changed x"
print(C.Alias.__value__[1:])
print(C.Inner.bases, C.Inner.__type_params__, C.Inner.__type_params__[0].__bound__, C.Inner.Own.__value__)
print(C.Inner.deep.__annotations__)
try:
    C.Inner.deep.__type_params__[0].__bound__
except NameError as error:
    print(error)
print(C.method.__code__.co_freevars, C.__dict__.get("__classdictcell__", "gone"))


class G:
    global x
    type A = x
    x = "set by class"


print(G.A.__value__, x)


def f():
    n = "outer n"

    class K:
        nonlocal n
        type A = n
        n = "set by class"

    return K.A.__value__, n


print(f())


class Comprehensions:
    T = "class T"
    items = (1, 2)

    def listed[V](self, b: T, c: list(items)): ...

    try:
        def hidden[V](self, a: [T for _ in (0,)]): ...
    except NameError as error:
        print(error)

    type Nested[U] = [(lambda: U)() for _ in items]


print(Comprehensions.listed.__annotations__["b"], Comprehensions.listed.__annotations__["c"])
print(Comprehensions.Nested.__value__)


class Shadow[T]:
    T = "class"
    type A = T
    held = T

    def m[U: T](self): ...

    def n[T](self, t: T): ...


print(Shadow.A.__value__, Shadow.held, Shadow.m.__type_params__[0].__bound__, Shadow.n.__annotations__)


class Private[__P, __Q: __P = int]:
    value = __P
    __hidden = 1

    def m[__R](self, a: __P, b: __R, __c: int = 3): return a, b, __R

    type Alias[__S] = (__P, __S, __hidden)


print(Private.__type_params__, Private.value, Private.m.__annotations__, Private().m(1, 2))
print(Private.Alias.__value__, Private.__type_params__[1].__bound__)


class __Base:
    pass


class Derived[T](__Base):
    pass


print(Derived.__bases__)

# Defaults of parameters are evaluated outside.
try:
    def bad[T](a=T): ...
except NameError as error:
    print(error)


def order(name):
    print("evaluated", name)
    return name


@(print("decorator") or (lambda f: f))
def good[T: order("bound")](a: order("annotation") = order("default"), *, b=order("kwdefault")): return a, b


print(good(), good.__defaults__, good.__kwdefaults__, good.__type_params__[0].__bound__)

pair = tuple[int, str]
type Starred[*Ts = *pair] = Ts
print(Starred.__type_params__[0].__default__)

for text in ("type X = (yield)", "class X[T: (y := 3)]: pass", "def f[T](y: (x := 3)): pass", "type T = [(x := 3) for _ in (1,)]",
             "class X[T]([(x := 3) for _ in (1,)]): pass", "def f[T: [(x := 3) for _ in (1,)]](): pass",
             "class C:\n def f[T](a=(yield)): pass", "def f[T](): nonlocal T", "def f[T, T](): pass", "type A[T = int, U] = T",
             "{(yield x) for x in ()}", "def g(): {(yield x): 1 for x in ()}", "def g(): [(yield x) for x in ()]", "def g(): ((yield x) for x in ())",
             "yield 1", "return 1", "class C: yield from x", "x = [y for y in (yield)]",
             "for i in x:\n try: pass\n except* E: break\nreturn 1", "def f():\n (a): int\n return a\nf()", "def f():\n (a): int = 3\n return a\nf()",
             "match 0:\n case -0j ** 0: pass", "match 0:\n case 1 + 2 * 3j: pass", "match 0:\n case 0 ** 0j: pass"):
    try:
        exec(text)
        print("fine", text)
    except (SyntaxError, NameError) as error:
        print(type(error).__name__, error)


class Map:
    def __init__(self): self.dct = {}
    def __getitem__(self, key): return self.dct[key]
    def __setitem__(self, key, value): print("set", key); self.dct[key] = value


exec("x: int = 1\ny: str", {}, Map())
