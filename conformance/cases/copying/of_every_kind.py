# covers: Basic customization; instance.__dict__
"""Copies, deep copies and what objects are reduced to."""

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


import copy
class A: pass
class S: __slots__ = ('a', 'b')
class SD: __slots__ = ('a', '__dict__')
class G:
    def __getstate__(s): return {'g': 1}
class G2(G):
    def __setstate__(s, st): s.got = st
class R:
    def __reduce__(s): return (list, ((1, 2),))
class R2:
    def __reduce_ex__(s, p): return (A, (), {'p': p})
class N:
    def __init__(s, a): s.a = a
    def __getnewargs__(s): return (s.a,)
    def __new__(c, a): print('new', a); return object.__new__(c)
class NE(N):
    def __getnewargs_ex__(s): return ((s.a,), {})
    def __new__(c, a, **k): print('newex', a, k); return object.__new__(c)
class C:
    def __copy__(s): return 'copied'
    def __deepcopy__(s, m): return 'deep', type(m).__name__
class L(list): pass
class D(dict): pass
class I(int): pass
class T3(tuple): pass
def mk(c, *a, **k):
    o = c(*a)
    for n, v in k.items(): setattr(o, n, v)
    return o
objs = [mk(A, x=[1]), mk(S, a=[1]), mk(S), mk(SD, a=1, z=2), mk(G, q=1), mk(G2, q=1), R(), R2(), N(5), NE(6), C(), mk(L, [1, [2]], z=3), mk(D, {1: [2]}, z=3), mk(I, 5, z=3), mk(T3, (1, [2]), z=3), ValueError(1, [2]), OSError(2, 'x', 'f'), range(3), slice(1), 5, 'a', None, ..., int, len, lambda: 0, [1].append, {1}, frozenset([1]), bytearray(b'a'), iter([1]), (x for x in []), memoryview(b'a'), property(), A().__init__, type('M', (type,), {})('Q', (), {}), list[int], int | str, NotImplemented, 1j, object()]
def show(o):
    d = getattr(o, '__dict__', None)
    s = {n: getattr(o, n, 'unset') for n in ('a', 'b') if n in getattr(type(o), '__slots__', ())}
    r = repr(o).split(' at ')[0]
    return type(o).__name__, r, dict(d) if isinstance(d, dict) and len(d) < 4 else '', s
for o in objs:
    for f in (copy.copy, copy.deepcopy, lambda o: o.__reduce__(), lambda o: o.__reduce_ex__(2), lambda o: o.__reduce_ex__(4), lambda o: o.__getstate__()):
        try:
            r = f(o); print(type(o).__name__, 'same' if r is o else show(r))
        except BaseException as e: print(type(o).__name__, type(e).__name__, e)
a = [1]; a.append(a); b = copy.deepcopy(a); print(b[1] is b, b is a)
x = mk(A); x.me = x; y = copy.deepcopy(x); print(y.me is y)
l = [1]; p, q = copy.deepcopy([l, l]); print(p is q)
t = ([],); print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy((1, 2)) is not None)
print(copy.deepcopy({1: l, 2: l}), copy.deepcopy(A) is A)
T("""
copy.copy()
copy.error, copy.Error is copy.error
copy.replace(5, a=1)
copy.deepcopy(5, 6) 
copy.deepcopy([1], {})
""")
