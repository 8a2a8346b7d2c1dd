# covers: Emulating callable objects
# partial, partialmethod, reduce, wraps, cached_property, lru_cache, total_ordering, cmp_to_key, singledispatch.
import functools
from functools import partial, reduce
def f(a, b=2, *args, **kw):
    """Doc of f."""
    return a, b, args, kw
p = partial(f, 1, x=5)
print(p(), p(3, 4, y=6), p(x=7), p.func is f, p.args, p.keywords, partial(p, 9, z=1)(), partial(p, 9).func is f)
p.attribute = 1
print(p.attribute, sorted(vars(p)), repr(partial(int, base=2)), repr(partial(print, 1, sep="")), partial(int, base=2)("101"))
for g in (lambda: partial(), lambda: partial(5), lambda: p(**{"b": 1}), lambda: reduce(f, []), lambda: reduce(lambda a, b: a + b, 5), lambda: reduce(), lambda: reduce(lambda a, b: a + b, [1, 2, 3]), lambda: reduce(lambda a, b: a + b, [], "initial"), lambda: reduce(lambda a, b: a - b, [1, 2], 10), lambda: reduce(None, [1]), lambda: reduce(5, [1, 2]), lambda: functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2), lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))):
    try:
        print(g())
    except TypeError as e:
        print(e)
def deco(func):
    @functools.wraps(func)
    def wrapper(*args):
        """Doc of wrapper."""
        return func(*args)
    return wrapper
@deco
def wrapped(a):
    "Doc of wrapped."
    return a
print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__(4), wrapped.__qualname__, wrapped(5))
calls = []
@functools.lru_cache(maxsize=2)
def cached(n):
    calls.append(n)
    return n * 2
print([cached(n) for n in (1, 2, 1, 3, 2, 1)], calls, cached.cache_info(), cached.__name__, cached.__wrapped__(9))
cached.cache_clear()
print(cached.cache_info())
try:
    cached([])
except TypeError as e:
    print(e)
@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().misses)
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2))
class C:
    @functools.cached_property
    def slow(self):
        print("computed")
        return 42
    half = functools.partialmethod(lambda self, a, b: (a, b), 1)
c = C()
print(c.slow, c.slow, vars(c), c.half(2))
del c.slow
print(c.slow, type(C.slow).__name__)
@functools.singledispatch
def kind(x): return "object"
@kind.register
def _(x: int): return "int"
@kind.register(list)
def _(x): return "list"
print(kind(1), kind(True), kind([]), kind("s"), kind.dispatch(bool) is kind.dispatch(int))
