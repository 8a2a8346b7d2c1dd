# covers: Objects, values and types
"""Scopes of functions, classes and comprehensions."""

x = 'global'
def a():
    print(x)
    x = 1
def b():
    del x
def c():
    def d(): print(y)
    d(); y = 1
def e():
    y = 1
    def d(): nonlocal y; del y
    d(); print(y)
def f():
    try: raise ValueError('v')
    except ValueError as x: pass
    print(x)
def g():
    for i in []: pass
    print(i)
def h():
    class K:
        print(x); x = 5; print(x)
        l = [x for _ in range(1)]
        def m(self): return x
        del x; print(x)
    return K.l, K().m()
def i():
    x = 'outer'
    class K:
        print(x); x = 'cls'
        l = [x for _ in range(1)]; k = (lambda: x)()
        n = [(lambda: x)() for x in 'ab']
    return K.l, K.k, K.n
def j():
    global newg; newg = 5
    exec('newl = 6'); print(newg)
    try: newl
    except NameError as e: print(e)
    print(sorted(locals()))
def k():
    l = [lambda: i for i in range(3)]; print([f() for f in l])
    print([y := 5 for _ in range(1)], y)
    print(sum(n for n in range(3)), [[i * j for j in range(i)] for i in range(3)])
    try: print(nn)
    except NameError as e: print(e)
def l():
    def inner(): nonlocal q; q += 1; return q
    q = 1; inner(); print(q, inner())
def m():
    import sys as s, collections.abc as ca, collections.abc
    print(s.__name__, ca.__name__, collections.__name__)
def n():
    with __import__('contextlib').nullcontext(5) as (v): pass
    print(v)
    a = b = c = []; a.append(1); print(c)
    (d, [e, *f]), g = (1, 'xyz'), 2; print(d, e, f, g)
    print({**{'a': 1}, 'a': 2}, [*'ab', *[]], (*(), 1))
    i, l = 0, [0, 0]; i, l[i] = 1, 5; print(i, l)
    x: int; y: int = 3
    try: x
    except NameError as e: print(type(e).__name__, e)
    print(sorted(locals()))
def o():
    def gen():
        x = 1
        def inner(): nonlocal x; x += 1; return x
        yield inner; yield x
    g = gen(); fn = next(g); fn(); print(next(g))
def p():
    print([i for i in range(3) if i if i > 1], {i: j for i, j in zip('ab', [1, 2])}, {i % 2 for i in range(5)}, *(i for i in 'ab'))
    t = 5
    def q(a=t, *b, c=t): return a, b, c
    t = 6; print(q())
    return (lambda *, k=t: k)()
for fn in (a, b, c, e, f, g, h, i, j, k, l, m, n, o, p):
    try: print(fn.__name__, fn())
    except BaseException as ex: print(fn.__name__, type(ex).__name__, ex)
__annotations__ if 0 else None
z: int = 5
w: 'str'
print(__annotations__, __name__, __doc__)
class Q: a: int; b: str = 'x'; __m: float = 1.5
print(Q.__annotations__, Q._Q__m)
