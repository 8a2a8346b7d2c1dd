# covers: Coroutines; Asynchronous Iterators; Asynchronous Context Managers
# Coroutines, asynchronous generators, delegation, with in all its ways, closures, unpacking and literals.
import sys
def show(label, f, *a):
    try: r = f(*a)
    except BaseException as e:
        print(label, type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
    else: print(label, r)
def drive(c, *sends):
    out = []
    try:
        out.append(c.send(None))
        for s in sends: out.append(c.throw(s) if isinstance(s, BaseException) else c.send(s))
    except StopIteration as e: out.append(('ret', e.value))
    except BaseException as e: out.append((type(e).__name__, str(e)))
    return out
class Aw:
    def __init__(s, v): s.v = v
    def __await__(s): x = yield s.v; return ('got', x)
async def a1(): return await Aw(1)
print(drive(a1(), 5))
class CM:
    async def __aenter__(s): print('enter'); return await Aw('e')
    async def __aexit__(s, *a): print('exit', a[0]); return await Aw('x')
async def a2():
    async with CM() as c: print(c); raise ValueError('in')
    return 'after'
print(drive(a2(), 1, 2))
print(drive(a2(), 1, None))
async def agen(n):
    try:
        for i in range(n):
            r = yield i
            print('sent', r)
    finally: print('agen fin')
async def a3():
    out = [x async for x in agen(2)]
    out2 = {x: y async for x in agen(1) for y in range(2) if x == 0}
    g = agen(3); out3 = [await g.__anext__(), await g.asend('s')]
    try: await g.athrow(KeyError('k'))
    except KeyError as e: out3.append(repr(e))
    try: await g.__anext__()
    except StopAsyncIteration as e: out3.append('end')
    g2 = agen(2); await g2.__anext__(); await g2.aclose()
    return out, out2, out3
print(drive(a3()))
async def a4(): return [await Aw(i) for i in range(2)], [i for i in [await Aw(5)]]
print(drive(a4(), 'a', 'b', 'c'))
async def a5():
    async for x in 5: pass
async def a6():
    async with 5: pass
async def a7(): await 5
async def a8():
    class X:
        def __aiter__(s): return 5
    async for x in X(): pass
async def a9():
    class X:
        def __await__(s): return 5
    await X()
async def a10():
    class X:
        async def __aenter__(s): pass
    async with X(): pass
async def a11():
    class X:
        def __aiter__(s): return s
        def __anext__(s): return 5
    async for x in X(): pass
for f in (a5, a6, a7, a8, a9, a10, a11): print(f.__name__, drive(f()))
c = a1(); c.send(None); show('reuse', lambda: drive(c)); c.close(); show('closed', c.send, None)
c = a1(); show('non-none', c.send, 5); show('iter', iter, c); show('next', next, c); c.close()
show('with', lambda: exec("with CM(): pass", globals()))
async def a12():
    with CM(): pass
print(drive(a12()))
show('agen iter', iter, agen(1)); show('aiter', lambda: aiter(5)); show('anext', lambda: anext(5))
async def ag2():
    yield 1
    return
async def a13():
    return await anext(ag2()), await anext(agen(0), 'dflt')
print(drive(a13()))
async def a14():
    g = ag2()
    a = g.__anext__(); await a
    try: await a
    except RuntimeError as e: print(e)
print(drive(a14()))
def gen():
    x = yield from inner()
    return x
def inner():
    try: yield 1
    except ValueError as e: yield ('caught', str(e))
    return 'inner ret'
g = gen(); print(next(g), g.throw(ValueError('z'))); show('end', next, g)
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, e): return ('thrown', e)
    def close(s): print('closed It')
def gen2(): yield from It()
g = gen2(); next(g); print(g.throw(KeyError('q'))); g.close()
def gen3():
    try: yield
    finally: raise RuntimeError('fin')
g = gen3(); next(g); show('close raise', g.close)
def gen4():
    g.send(1) if False else next(g); yield
g = gen4(); show('reent', next, g)
import contextlib
@contextlib.contextmanager
def cm():
    print('in')
    try: yield 5
    except ValueError as e: print('cm caught', e)
    finally: print('out')
with cm() as v, cm() as w: print(v, w); raise ValueError('x')
class Ctx:
    def __init__(s, n, r=False): s.n, s.r = n, r
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__); return s.r
def w1():
    with Ctx(1), Ctx(2, True), Ctx(3):
        raise KeyError('w')
    return 'swallowed'
show('w1', w1)
def w2():
    for i in range(3):
        with Ctx(i):
            if i == 0: continue
            if i == 1: break
    else: return 'else'
    return i
show('w2', w2)
def w3():
    with Ctx(1): return 'r'
show('w3', w3)
def w4():
    with (Ctx(1) as a, Ctx(2) as b,): return a, b
show('w4', w4)
def w5():
    class E:
        def __enter__(s): raise ValueError('enter')
        def __exit__(s, *a): print('never')
    with Ctx(1), E(): pass
show('w5', w5)
def w6():
    class E:
        def __enter__(s): return 1
        def __exit__(s, *a): raise TypeError('exit')
    with E(): raise ValueError('body')
show('w6', w6)
def w7():
    with 5: pass
show('w7', w7)
def w8():
    class E:
        def __enter__(s): pass
    with E(): pass
show('w8', w8)
def nested(n):
    def a():
        nonlocal n
        n += 1
        def b():
            nonlocal n
            n *= 2
            return n
        return b
    return a()(), n
show('nested', nested, 3)
def dels():
    x = [1, 2, 3, 4]; del x[0], x[-1]; y = {'a': 1}; del y['a']
    class A: pass
    a = A(); a.b = 1; del a.b, a
    try: a
    except NameError as e: print(e)
    return x, y
show('dels', dels)
def starimp():
    ns = {}
    exec('from math import *', ns); return len(ns) > 30, 'pi' in ns
show('star', starimp)
print(*[1], *(2, 3), **{'sep': '-'})
print([*range(3), *'ab'], {*[1], *[2]}, {**{'a': 1}, 'b': 2, **{'a': 3}}, (*[1],))
a, (b, *c), *d = 1, (2, 3, 4), 5, 6; print(a, b, c, d)
[a, b], c = (1, 2), 3; print(a, b, c)
for i, (j, *k) in [(1, (2, 3, 4))]: print(i, j, k)
x = y = z = []; x.append(1); print(y, z is x)
i = 0; l = [0, 0]; i, l[i] = 1, 5; print(i, l)
print((lambda *a, b=1, **k: (a, b, k))(1, 2, b=3, c=4), (lambda x, /, y: (x, y))(1, y=2))
print(0xff, 0b11, 0o17, 1_000, 1e3, 1j, .5, 5., 0xFFFF_FFFF, 1_0.0_1)
print('a' 'b' r'\n', b'\x00\xff', '\N{BULLET}\u1234\x41\101')
print(not 1 == 2, -2 ** 2, 2 ** -1, ~5, 7 // -2, 7 % -2, divmod(-7, 2), 1 if [] else 2, [] or 0 or 'x', 1 and 2)
assert True, 'no'
try: assert 0, ('a', 1)
except AssertionError as e: print(e, e.args)
try: assert 0
except AssertionError as e: print(repr(e))
