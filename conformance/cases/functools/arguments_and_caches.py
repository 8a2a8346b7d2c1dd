# covers: Emulating callable objects; Implementing Descriptors
# functools: partial, reduce, caches, keys, dispatch, arguments that do not fit.
import functools
from functools import *
def f(*a, **k): return a, k
class C:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __eq__(s, o): return s.v == o.v
@total_ordering
class T(C): pass
class P(partial): pass
class M:
    pm = partialmethod(f, 1, x=2)
    def cell(s, a, b): return a, b
    alias = partialmethod(cell, b=5)
    prop = cached_property(lambda s: [1])
    @singledispatchmethod
    def sd(s, a): return "default"
    @sd.register(int)
    def _(s, a): return "int"
    @sd.register
    def _(s, a: str): return "str"
@lru_cache(maxsize=2)
def sq(x): print("call", x); return x * x
@lru_cache
def plain(x, y=1): return x
@cache
def ca(*a, **k): return a
@lru_cache(typed=True)
def ty(x): return type(x)
@singledispatch
def sd(a): return "default"
@sd.register
def _(a: int): return "int"
@sd.register(list)
def _(a): return "list"
sd.register(tuple, lambda a: "tuple")
@wraps(f)
def w(): pass
class S:
    __slots__ = ()
    p = cached_property(len)
try:
    print(reduce())
except BaseException as e: print('reduce()', type(e).__name__, e)
try:
    print(reduce(1))
except BaseException as e: print('reduce(1)', type(e).__name__, e)
try:
    print(reduce(f, 5))
except BaseException as e: print('reduce(f, 5)', type(e).__name__, e)
try:
    print(reduce(f, []))
except BaseException as e: print('reduce(f, [])', type(e).__name__, e)
try:
    print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [1], 5), reduce(f, [], 1), reduce(f, [7]))
except BaseException as e: print('reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [1], 5), reduce(f, [], 1), reduce(f, [7])', type(e).__name__, e)
try:
    print(reduce(f, [1], 2, 3))
except BaseException as e: print('reduce(f, [1], 2, 3)', type(e).__name__, e)
try:
    print(reduce(f, [1], x=1))
except BaseException as e: print('reduce(f, [1], x=1)', type(e).__name__, e)
try:
    print(reduce(5, [1, 2]))
except BaseException as e: print('reduce(5, [1, 2])', type(e).__name__, e)
try:
    print(reduce, reduce.__module__)
except BaseException as e: print('reduce, reduce.__module__', type(e).__name__, e)
try:
    print(partial())
except BaseException as e: print('partial()', type(e).__name__, e)
try:
    print(partial(5))
except BaseException as e: print('partial(5)', type(e).__name__, e)
try:
    print(partial(f, 1, x=2)(3, y=4), partial(f)(1), partial(partial(f, 1), 2)(3), partial(partial(f, x=1), x=2, y=3)())
except BaseException as e: print('partial(f, 1, x=2)(3, y=4), partial(f)(1), partial(partial(f, 1), 2)(3), partial(partial(f, x=1), x=2, y=3)()', type(e).__name__, e)
try:
    p = partial(f, 1, x=2); print(p.func is f, p.args, p.keywords, p.__dict__)
except BaseException as e: print('p = partial(f, 1, x=2); print(p.func is f, p.args, p.keywords, p.__dict__)', type(e).__name__, e)
try:
    print(partial(len, [1]), repr(partial(len)), P(len, 1), partial(int, base=2))
except BaseException as e: print('partial(len, [1]), repr(partial(len)), P(len, 1), partial(int, base=2)', type(e).__name__, e)
try:
    p = partial(f); p.x = 5; print(p.x, p.__dict__); del p.x; print(p.__dict__)
except BaseException as e: print('p = partial(f); p.x = 5; print(p.x, p.__dict__); del p.x; print(p.__dict__)', type(e).__name__, e)
try:
    p = partial(f); p.func = 5
except BaseException as e: print('p = partial(f); p.func = 5', type(e).__name__, e)
try:
    p = partial(f); del p.args
except BaseException as e: print('p = partial(f); del p.args', type(e).__name__, e)
try:
    p = partial(f, 1); p.keywords["q"] = 5; print(p())
except BaseException as e: print('p = partial(f, 1); p.keywords["q"] = 5; print(p())', type(e).__name__, e)
try:
    print(partial(f, x=1)(x=2))
except BaseException as e: print('partial(f, x=1)(x=2)', type(e).__name__, e)
try:
    print(partial(len)())
except BaseException as e: print('partial(len)()', type(e).__name__, e)
try:
    print(partial(f).__call__(1), callable(partial(f)), partial(f) == partial(f), hash(partial(f)) != 0)
except BaseException as e: print('partial(f).__call__(1), callable(partial(f)), partial(f) == partial(f), hash(partial(f)) != 0', type(e).__name__, e)
try:
    print(partial(partial(f, 1)).func is f, type(P(partial(f, 1), 2).func), P(P(f, 1), 2).args)
except BaseException as e: print('partial(partial(f, 1)).func is f, type(P(partial(f, 1), 2).func), P(P(f, 1), 2).args', type(e).__name__, e)
try:
    p = partial(f, 1); p.y = 2; print(partial(p).func is f, partial(p)())
except BaseException as e: print('p = partial(f, 1); p.y = 2; print(partial(p).func is f, partial(p)())', type(e).__name__, e)
try:
    p = partial(f); p.__setstate__((len, ([1],), {}, None)); print(p(), p)
except BaseException as e: print('p = partial(f); p.__setstate__((len, ([1],), {}, None)); print(p(), p)', type(e).__name__, e)
try:
    p = partial(f); p.__setstate__(5)
except BaseException as e: print('p = partial(f); p.__setstate__(5)', type(e).__name__, e)
try:
    p = partial(f); p.__setstate__((1, 2, 3, 4))
except BaseException as e: print('p = partial(f); p.__setstate__((1, 2, 3, 4))', type(e).__name__, e)
try:
    print(partial[int])
except BaseException as e: print('partial[int]', type(e).__name__, e)
try:
    print(partial.__doc__ is not None, partial.__module__, partial, partial.__name__)
except BaseException as e: print('partial.__doc__ is not None, partial.__module__, partial, partial.__name__', type(e).__name__, e)
try:
    print(partial.__new__(partial))
except BaseException as e: print('partial.__new__(partial)', type(e).__name__, e)
try:
    print(partial.__new__())
except BaseException as e: print('partial.__new__()', type(e).__name__, e)
try:
    class MM: m = partial(f, 1)
except BaseException as e: print('class MM: m = partial(f, 1)', type(e).__name__, e)
try:
    print(partialmethod(5))
except BaseException as e: print('partialmethod(5)', type(e).__name__, e)
try:
    print(partialmethod())
except BaseException as e: print('partialmethod()', type(e).__name__, e)
try:
    print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info(), sq.cache_parameters())
except BaseException as e: print('sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info(), sq.cache_parameters()', type(e).__name__, e)
try:
    print(sq.cache_clear(), sq.cache_info())
except BaseException as e: print('sq.cache_clear(), sq.cache_info()', type(e).__name__, e)
try:
    print(plain(1), plain(1, 1), plain(x=1), plain(1, y=1), plain.cache_info())
except BaseException as e: print('plain(1), plain(1, 1), plain(x=1), plain(1, y=1), plain.cache_info()', type(e).__name__, e)
try:
    print(plain([]))
except BaseException as e: print('plain([])', type(e).__name__, e)
try:
    print(ca(1), ca(1), ca(k=1), ca(k=1), ca.cache_info(), ca.cache_parameters())
except BaseException as e: print('ca(1), ca(1), ca(k=1), ca(k=1), ca.cache_info(), ca.cache_parameters()', type(e).__name__, e)
try:
    print(ty(1), ty(1.0), ty(True), ty.cache_info())
except BaseException as e: print('ty(1), ty(1.0), ty(True), ty.cache_info()', type(e).__name__, e)
try:
    print(lru_cache("x"))
except BaseException as e: print('lru_cache("x")', type(e).__name__, e)
try:
    print(lru_cache(maxsize=-5)(f).cache_parameters())
except BaseException as e: print('lru_cache(maxsize=-5)(f).cache_parameters()', type(e).__name__, e)
try:
    print(lru_cache(maxsize=0)(f).cache_info())
except BaseException as e: print('lru_cache(maxsize=0)(f).cache_info()', type(e).__name__, e)
try:
    print(lru_cache(maxsize=1.5))
except BaseException as e: print('lru_cache(maxsize=1.5)', type(e).__name__, e)
try:
    print(plain())
except BaseException as e: print('plain()', type(e).__name__, e)
try:
    print(plain.cache_info(1))
except BaseException as e: print('plain.cache_info(1)', type(e).__name__, e)
try:
    plain.x = 5; print(plain.x)
except BaseException as e: print('plain.x = 5; print(plain.x)', type(e).__name__, e)
try:
    print(lru_cache(len)([1]))
except BaseException as e: print('lru_cache(len)([1])', type(e).__name__, e)
try:
    class L: m = lru_cache(f)
except BaseException as e: print('class L: m = lru_cache(f)', type(e).__name__, e)
try:
    print(L().m(2)[0][1])
except BaseException as e: print('L().m(2)[0][1], L.m', type(e).__name__, e)
try:
    print(cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2))
except BaseException as e: print('cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2)', type(e).__name__, e)
try:
    print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([1, 3], key=cmp_to_key(lambda a, b: a - b)))
except BaseException as e: print('sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max([1, 3], key=cmp_to_key(lambda a, b: a - b))', type(e).__name__, e)
try:
    k = cmp_to_key(lambda a, b: a - b); print(k(1) == k(1), k(1) != k(2), k(1) <= k(1), k(2) > k(1), k(2) >= k(3), k(1).obj)
except BaseException as e: print('k = cmp_to_key(lambda a, b: a - b); print(k(1) == k(1), k(1) != k(2), k(1) <= k(1), k(2) > k(1), k(2) >= k(3), k(1).obj)', type(e).__name__, e)
try:
    k = cmp_to_key(lambda a, b: a - b); k(1) < 5
except BaseException as e: print('k = cmp_to_key(lambda a, b: a - b); k(1) < 5', type(e).__name__, e)
try:
    k = cmp_to_key(lambda a, b: "x"); k(1) < k(2)
except BaseException as e: print('k = cmp_to_key(lambda a, b: "x"); k(1) < k(2)', type(e).__name__, e)
try:
    k = cmp_to_key(lambda a, b: a - b); hash(k(1))
except BaseException as e: print('k = cmp_to_key(lambda a, b: a - b); hash(k(1))', type(e).__name__, e)
try:
    print(cmp_to_key())
except BaseException as e: print('cmp_to_key()', type(e).__name__, e)
try:
    print(cmp_to_key(1, 2))
except BaseException as e: print('cmp_to_key(1, 2)', type(e).__name__, e)
try:
    print(cmp_to_key(5)(1) < cmp_to_key(5)(2))
except BaseException as e: print('cmp_to_key(5)(1) < cmp_to_key(5)(2)', type(e).__name__, e)
try:
    print(cmp_to_key(f)())
except BaseException as e: print('cmp_to_key(f)()', type(e).__name__, e)
try:
    print(T(1) <= T(2), T(1) > T(2), T(1) >= T(1), T(2) > T(1))
except BaseException as e: print('T(1) <= T(2), T(1) > T(2), T(1) >= T(1), T(2) > T(1)', type(e).__name__, e)
try:
    print(total_ordering(type("X", (), {})))
except BaseException as e: print('total_ordering(type("X", (), {}))', type(e).__name__, e)
try:
    m = M(); print(m.prop, m.prop is m.prop, m.__dict__, M.prop.attrname)
except BaseException as e: print('m = M(); print(m.prop, m.prop is m.prop, m.__dict__, M.prop.attrname)', type(e).__name__, e)
try:
    print(cached_property(len).__get__(M()))
except BaseException as e: print('cached_property(len).__get__(M())', type(e).__name__, e)
try:
    print(S().p)
except BaseException as e: print('S().p', type(e).__name__, e)
try:
    class D: p = cached_property(len); q = p
except BaseException as e: print('class D: p = cached_property(len); q = p', type(e).__name__, e)
try:
    print(sd(1), sd("x"), sd([1]), sd(()), sd(True), sd.dispatch(int).__name__, sd.registry.keys())
except BaseException as e: print('sd(1), sd("x"), sd([1]), sd(()), sd(True), sd.dispatch(int).__name__, sd.registry.keys()', type(e).__name__, e)
try:
    print(sd())
except BaseException as e: print('sd()', type(e).__name__, e)
try:
    print(sd.register(5))
except BaseException as e: print('sd.register(5)', type(e).__name__, e)
try:
    print(sd.register("x", len))
except BaseException as e: print('sd.register("x", len)', type(e).__name__, e)
try:
    print(M().sd(1), M().sd("x"), M().sd(1.5))
except BaseException as e: print('M().sd(1), M().sd("x"), M().sd(1.5)', type(e).__name__, e)
try:
    print(singledispatchmethod(5))
except BaseException as e: print('singledispatchmethod(5)', type(e).__name__, e)
try:
    print(w.__name__, w.__wrapped__ is f, w.__module__, w.__qualname__, w.__doc__)
except BaseException as e: print('w.__name__, w.__wrapped__ is f, w.__module__, w.__qualname__, w.__doc__', type(e).__name__, e)
try:
    print(update_wrapper(5, f))
except BaseException as e: print('update_wrapper(5, f)', type(e).__name__, e)
try:
    print(update_wrapper(partial(f), f).__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
except BaseException as e: print('update_wrapper(partial(f), f).__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES', type(e).__name__, e)
try:
    print([n for n in functools.__all__])
except BaseException as e: print('[n for n in functools.__all__]', type(e).__name__, e)
try:
    print(functools.Placeholder)
except BaseException as e: print('functools.Placeholder', type(e).__name__, e)
