# covers: Emulating numeric types; Special method lookup; __dir__; __matmul__; __neg__; __round__
# weakref.proxy stands for its target in every operation; functools.singledispatch with abstract classes and unions.
import weakref, gc, sys
from functools import singledispatch, singledispatchmethod, update_wrapper, total_ordering, partial, partialmethod, cached_property, reduce, lru_cache, wraps
import collections.abc as cabc
class C:
    def __init__(s, v=0): s.v = v
    def __add__(s, o): return ("add", o)
    def __radd__(s, o): return ("radd", o)
    def __len__(s): return 3
    def __getitem__(s, k): return ("item", k)
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
    def __contains__(s, k): return k == 1
    def __iter__(s): return iter([1, 2])
    def __call__(s, *a, **k): return a, k
    def __bool__(s): return False
    def __str__(s): return "str"
    def __bytes__(s): return b"bytes"
    def __neg__(s): return "neg"
    def __int__(s): return 5
    def __float__(s): return 2.5
    def __index__(s): return 4
    def __eq__(s, o): return o == 1
    def __lt__(s, o): return True
    def __iadd__(s, o): return "iadd"
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __reversed__(s): return iter("rev")
    def __enter__(s): return "entered"
    def __exit__(s, *a): return True
    def __dir__(s): return ["q"]
    def __format__(s, spec): return "fmt:" + spec
    def __hash__(s): return 7
    def __matmul__(s, o): return "matmul"
    def __divmod__(s, o): return "divmod"
    def __round__(s, n=None): return "round"
    def m(s): return s.v
class D: pass
c = C(9); p = weakref.proxy(c)
d = D(); q = weakref.proxy(d)
@singledispatch
def f(x): return "obj"
@f.register
def _(x: int | str): return "int|str"
@f.register(cabc.Sequence)
def _(x): return "seq"
@f.register(cabc.Mapping)
def _(x): return "map"
class Both(cabc.Sequence, cabc.Mapping):
    __len__ = __getitem__ = __iter__ = lambda *a: 0
class A1(cabc.Sized): __len__ = lambda s: 0
@singledispatch
def g(x): return "g"
class M:
    @singledispatchmethod
    @classmethod
    def cm(cls, x): return ("cm", cls.__name__)
    @cm.register(int)
    @classmethod
    def _(cls, x): return ("cm int", cls.__name__)
    @singledispatchmethod
    def neg(self, x): raise NotImplementedError("no")
    @neg.register
    def _(self, x: bool): return not x
try:
    print(p + 1, 1 + p, p.v, p.m(), len(p), p[1], 1 in p, 2 in p, list(p), p(1, x=2), bool(p), str(p), bytes(p), -p, int(p), float(p), p == 1, p != 1, p < 2)
except BaseException as e: print('p + 1, 1 + p, p.v, p.m(), len(p), p[1], 1 in p, 2 in p, list(p), p(1, x=2), bool(p), str(p), bytes(p), -p, int(p), float(p), p == 1, p != 1, p < 2', type(e).__name__, e)
try:
    p[1] = 2; del p[3]
except BaseException as e: print('p[1] = 2; del p[3]', type(e).__name__, e)
try:
    p.x = 5; print(c.x, p.x); del p.x; print(hasattr(c, "x"))
except BaseException as e: print('p.x = 5; print(c.x, p.x); del p.x; print(hasattr(c, "x"))', type(e).__name__, e)
try:
    print(hash(p))
except BaseException as e: print('hash(p)', type(e).__name__, e)
try:
    print(p ** 2, pow(p, 2, 3), p @ 1, divmod(p, 2))
except BaseException as e: print('p ** 2, pow(p, 2, 3), p @ 1, divmod(p, 2)', type(e).__name__, e)
try:
    print(reversed(p))
except BaseException as e: print('reversed(p)', type(e).__name__, e)
try:
    print(list(reversed(p)))
except BaseException as e: print('list(reversed(p))', type(e).__name__, e)
try:
    print(round(p))
except BaseException as e: print('round(p)', type(e).__name__, e)
try:
    print(format(p, "x"), f"{p:y}", "%s" % p)
except BaseException as e: print('format(p, "x"), f"{p:y}", "%s" % p', type(e).__name__, e)
try:
    operator_index = [0, 1, 2, 3, 4][p]; print(operator_index)
except BaseException as e: print('operator_index = [0, 1, 2, 3, 4][p]; print(operator_index)', type(e).__name__, e)
try:
    r = p; r += 1; print(r)
except BaseException as e: print('r = p; r += 1; print(r)', type(e).__name__, e)
try:
    with p as e: print(e)
except BaseException as e: print('with p as e: print(e)', type(e).__name__, e)
try:
    print(p.__class__, type(p), isinstance(p, C), isinstance(p, weakref.ProxyType), p.__doc__)
except BaseException as e: print('p.__class__, type(p), isinstance(p, C), isinstance(p, weakref.ProxyType), p.__doc__', type(e).__name__, e)
try:
    print(repr(p)[:14], repr(q)[:14], type(q))
except BaseException as e: print('repr(p)[:14], repr(q)[:14], type(q)', type(e).__name__, e)
try:
    print(q.nope)
except BaseException as e: print('q.nope', type(e).__name__, e)
try:
    print(q + 1)
except BaseException as e: print('q + 1', type(e).__name__, e)
try:
    print(len(q))
except BaseException as e: print('len(q)', type(e).__name__, e)
try:
    print(q[0])
except BaseException as e: print('q[0]', type(e).__name__, e)
try:
    print(q())
except BaseException as e: print('q()', type(e).__name__, e)
try:
    print(next(q))
except BaseException as e: print('next(q)', type(e).__name__, e)
try:
    print(iter(q))
except BaseException as e: print('iter(q)', type(e).__name__, e)
try:
    print(1 in q)
except BaseException as e: print('1 in q', type(e).__name__, e)
try:
    print(-q)
except BaseException as e: print('-q', type(e).__name__, e)
try:
    print(int(q))
except BaseException as e: print('int(q)', type(e).__name__, e)
try:
    print(str(q)[:10])
except BaseException as e: print('str(q)[:10]', type(e).__name__, e)
try:
    print(q < q)
except BaseException as e: print('q < q', type(e).__name__, e)
try:
    print(q == q, p is weakref.proxy(c))
except BaseException as e: print('q == q, p is weakref.proxy(c)', type(e).__name__, e)
try:
    print(weakref.proxy(p))
except BaseException as e: print('weakref.proxy(p)', type(e).__name__, e)
try:
    print(weakref.ref(p))
except BaseException as e: print('weakref.ref(p)', type(e).__name__, e)
try:
    print(weakref.getweakrefcount(c), weakref.getweakrefs(c)[0] is p)
except BaseException as e: print('weakref.getweakrefcount(c), weakref.getweakrefs(c)[0] is p', type(e).__name__, e)
try:
    del c; print(p)
except BaseException as e: print('del c; print(p)', type(e).__name__, e)
try:
    print(p.v)
except BaseException as e: print('p.v', type(e).__name__, e)
try:
    print(p + 1)
except BaseException as e: print('p + 1', type(e).__name__, e)
try:
    print(bool(p))
except BaseException as e: print('bool(p)', type(e).__name__, e)
try:
    print(len(p))
except BaseException as e: print('len(p)', type(e).__name__, e)
try:
    print(repr(p)[:10])
except BaseException as e: print('repr(p)[:10]', type(e).__name__, e)
try:
    print(p == 1)
except BaseException as e: print('p == 1', type(e).__name__, e)
try:
    p.x = 1
except BaseException as e: print('p.x = 1', type(e).__name__, e)
try:
    print(p[0])
except BaseException as e: print('p[0]', type(e).__name__, e)
try:
    print(p())
except BaseException as e: print('p()', type(e).__name__, e)
try:
    print(f(5), f("a"), f([1]), f({}), f(1.5), f(()), f(range(3)), f(True))
except BaseException as e: print('f(5), f("a"), f([1]), f({}), f(1.5), f(()), f(range(3)), f(True)', type(e).__name__, e)
try:
    print(f(Both()))
except BaseException as e: print('f(Both())', type(e).__name__, e)
try:
    print(f.dispatch(Both).__name__)
except BaseException as e: print('f.dispatch(Both).__name__', type(e).__name__, e)
try:
    print(f.registry.keys() >= {int, str, object})
except BaseException as e: print('f.registry.keys() >= {int, str, object}', type(e).__name__, e)
try:
    print(f.register(5, len))
except BaseException as e: print('f.register(5, len)', type(e).__name__, e)
try:
    print(f.register(list[int]))
except BaseException as e: print('f.register(list[int])', type(e).__name__, e)
try:
    print(f.register(int | None, len))
except BaseException as e: print('f.register(int | None, len)', type(e).__name__, e)
try:
    g.register(cabc.Sized, lambda x: "sized"); g.register(cabc.Iterable, lambda x: "iter"); print(g(A1()))
except BaseException as e: print('g.register(cabc.Sized, lambda x: "sized"); g.register(cabc.Iterable, lambda x: "iter"); print(g(A1()))', type(e).__name__, e)
try:
    print(g([]))
except BaseException as e: print('g([])', type(e).__name__, e)
try:
    print(g({}))
except BaseException as e: print('g({})', type(e).__name__, e)
try:
    print(f._clear_cache(), f.__wrapped__.__name__)
except BaseException as e: print('f._clear_cache(), f.__wrapped__.__name__', type(e).__name__, e)
try:
    print(f())
except BaseException as e: print('f()', type(e).__name__, e)
try:
    print(M.cm(5), M.cm("x"), M().cm(5), M().neg(True))
except BaseException as e: print('M.cm(5), M.cm("x"), M().cm(5), M().neg(True)', type(e).__name__, e)
try:
    print(M().neg("x"))
except BaseException as e: print('M().neg("x")', type(e).__name__, e)
