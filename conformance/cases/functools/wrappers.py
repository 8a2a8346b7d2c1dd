# covers: Emulating callable objects; __call__
"""Partial objects, caches, dispatch, and what they refuse."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


import functools
from functools import partial, partialmethod, reduce, lru_cache, cache, cmp_to_key, total_ordering, singledispatch, wraps, cached_property, singledispatchmethod
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
class PS(partial): pass
T("""
partial()
partial(5)
partial(f=1)
p.func = 5
p.args = 5
p.x = 5; p.__dict__, p.x
p.__setstate__(5)
p.__setstate__((1, 2))
p.__setstate__((f, [], {}, None))
partial(f)[int] if 0 else partial[int]
reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(max, 'abc'), reduce(f, [1])
reduce(f, [])
reduce(f, 5)
reduce(5, [1, 2])
reduce(f)
cmp_to_key(lambda a, b: b - a)(1) < cmp_to_key(lambda a, b: 0)(2), sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: 'x')(1).obj
cmp_to_key(lambda a, b: 'x')(1) < cmp_to_key(lambda a, b: 'x')(1)
cmp_to_key(lambda a, b: 1)(1) < 5
cmp_to_key()
hash(cmp_to_key(lambda a, b: 1)(1))
cmp_to_key(5)(1) < cmp_to_key(5)(1)
lru_cache('a')
lru_cache(maxsize=-1)(f).cache_parameters(), lru_cache(f).cache_parameters(), lru_cache(maxsize=None, typed=True)(f).cache_parameters()
lru_cache(maxsize=2)(lambda x: [])([])
cache(lambda x: x)(5), cache(f).cache_info()
total_ordering(type('X', (), {}))
total_ordering(type('X', (), {'__lt__': lambda s, o: True}))() >= 5, total_ordering(type('X', (), {'__le__': lambda s, o: NotImplemented}))().__lt__(5)
wraps(f)(lambda: 1).__name__, wraps(f)(lambda: 1).__wrapped__ is f, wraps(5)(lambda: 1).__name__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES
functools.update_wrapper(5, f)
functools.update_wrapper(lambda: 1, f, assigned=('zz',)).__name__
""")
calls = []
@lru_cache(maxsize=2)
def lc(x, y=0): calls.append((x, y)); return x
lc(1); lc(1); lc(2); lc(3); lc(1); lc(1, y=0); lc(1.0); lc(True)
print(calls, lc.cache_info(), lc.__wrapped__, lc.cache_clear(), lc.cache_info()) if 0 else print(calls, lc.cache_info())
@lru_cache(typed=True)
def lt(x): return type(x)
print(lt(1), lt(1.0), lt(True), lt.cache_info())
@lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
@lru_cache
def raises(x): calls.append('r'); raise ValueError(x)
for i in range(2):
    try: raises(1)
    except ValueError as e: print(e, raises.cache_info())
class CP:
    n = 0
    @cached_property
    def x(self): self.n += 1; return self.n
    @property
    def y(self): return 1
    pm = partialmethod(f, 'a', k=1)
    pc = partialmethod(classmethod(f), 'b')
    ps = partialmethod(staticmethod(f), 'c')
    @singledispatchmethod
    def sd(self, a): return 'base'
    @sd.register
    def _(self, a: int): return 'int'
    @sd.register(str)
    def _(self, a): return 'str'
c = CP(); print(c.x, c.x, c.__dict__); del c.x; print(c.x); c.x = 50; print(c.x, CP.x.__class__, CP.x.attrname)
print(len(c.pm(2)[0]), c.pc(1)[0][1:], c.ps(5), c.sd(1), c.sd('a'), c.sd(2.5), repr(CP.__dict__['pm'])[:30])
class Sl: __slots__ = ('q',); x = cached_property(lambda s: 1)
T("""
Sl().x
cached_property(lambda s: 1).__get__(c)
type('X', (), {'a': CP.__dict__['x']}).a.attrname
c.sd()
type('D', (), {'a': cached_property(len), 'b': type('E', (), {})})
partialmethod(5)
partialmethod()
""")
cp = cached_property(lambda s: 5)
class D1: a = cp
try:
    class D2: b = cp
except BaseException as e: print(type(e).__name__, e)
@singledispatch
def sd(a, *r): return 'obj'
@sd.register
def _(a: int | str): return 'int or str'
@sd.register(list)
@sd.register(tuple)
def _(a): return 'seq'
sd.register(float, lambda a: 'float')
print(sd(1), sd('a'), sd([]), sd(()), sd(1.5), sd(None), sd(True), sd.dispatch(bool).__name__, sd.registry.keys(), sd.dispatch(dict) is sd.registry[object])
T("""
sd()
sd.register(5)
sd.register(5, 6)
sd.register(list[int], f)
sd.registry[1] = 2
""")
try:
    @sd.register
    def _(a: 'list[int]'): pass
except BaseException as e: print(type(e).__name__, e)
try:
    @sd.register
    def _(a: 5): pass
except BaseException as e: print(type(e).__name__, e)
import collections.abc
class AB1(collections.abc.Sized): __len__ = lambda s: 0
class AB2(collections.abc.Iterable): __iter__ = lambda s: iter(())
sd.register(collections.abc.Sized, lambda a: 'sized'); sd.register(collections.abc.Iterable, lambda a: 'iterable')
print(sd(AB1()), sd(AB2()))
try: print(sd({}))
except RuntimeError as e: print(e)
