# covers: The standard type hierarchy
# Names without values, control flow of finally, except*, calls that do not fit, scopes, f-strings and patterns.
import sys
def show(label, f, *a):
    try: r = f(*a)
    except BaseException as e:
        print(label, type(e).__name__, e, getattr(e, '__notes__', ''), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    else: print(label, r)
def unbound():
    print(x); x = 1
def unbound2():
    x = 1
    del x
    x
def free():
    def g(): return y
    g(); y = 1
def free2():
    def g():
        nonlocal y
        del y
    y = 1
    g(); return y
def excname():
    try: 1/0
    except ZeroDivisionError as e: pass
    return e
class CS:
    try: q
    except NameError as e: print(e)
    x = 1
    y = [x for _ in range(2)] if False else 0
    try: z = [x for _ in range(1)]
    except NameError as e: print('cls', e)
    w = [i for i in range(x)]
for f in (unbound, unbound2, free, free2, excname): show(f.__name__, f)
def fin1():
    try: return 1
    finally: return 2
def fin2():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
def fin3():
    try: raise ValueError(1)
    finally: return 3
def fin4():
    while True:
        try: return 1
        finally: break
    return 'after'
def fin5():
    try:
        try: raise ValueError(1)
        finally: raise KeyError(2)
    except KeyError as e: return repr(e.__context__)
def fin6():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise TypeError('t') from e
    except TypeError as e: return repr(e.__cause__), e.__suppress_context__
def fin7():
    try: raise ValueError from None
    except ValueError as e: return e.__cause__, e.__suppress_context__
def fin8():
    raise ValueError from 5
def fin9(): raise 5
def fin10(): raise
def fin11(): raise ValueError('x') from ValueError
for f in (fin1, fin2, fin3, fin4, fin5, fin6, fin7, fin8, fin9, fin10, fin11): show(f.__name__, f)
def gen():
    try:
        while True:
            try: x = yield
            except ValueError as e: print('caught', e); yield 'v'
    finally: print('closing')
g = gen(); next(g); show('throw', g.throw, ValueError('a')); next(g); show('thr', g.throw, KeyError('k')); show('next', next, g)
def gen2():
    try: yield 1
    except GeneratorExit: yield 2
g = gen2(); next(g); show('close', g.close)
def gen3():
    try: yield 1
    except GeneratorExit: return 5
g = gen3(); next(g); show('close', g.close)
def gen4(): raise StopIteration(1); yield
show('si', lambda: next(gen4()))
def gen5():
    r = yield from gen6()
    print('r', r)
def gen6():
    yield 1
    return 'ret'
show('list', lambda: list(gen5()))
g = gen5(); show('send', g.send, 5)
def gen7():
    yield 1
g = gen7(); show('thr class', g.throw, ValueError); show('n', next, g)
g = gen7(); show('thr bad', g.throw, 5)
# except*
def star(exc, *handlers):
    out = []
    try:
        try: raise exc
        except* ValueError as e: out.append(('V', repr(e)))
        except* (TypeError, KeyError) as e: out.append(('T', repr(e))); 
        else: out.append('else')
        finally: out.append('fin')
    except BaseException as e: out.append(('left', repr(e)))
    return out
for e in (ValueError(1), ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)]), ExceptionGroup('g', [ExceptionGroup('h', [ValueError(1)]), KeyError(2)]), KeyboardInterrupt()): show('star', star, e)
def star2():
    try: raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError: raise KeyError('new')
show('star2', star2)
def star3():
    try: raise ValueError(1)
    except* ExceptionGroup: pass
show('star3', star3)
def star4():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(1)])
    except* ValueError as e: raise
show('star4', star4)
def star5():
    try: raise ValueError
    except* 5: pass
show('star5', star5)
# kw
def kw(a, b=2, /, c=3, *, d, e=5): return a, b, c, d, e
for a, k in (((), {}), ((1,), {}), ((1,), {'d': 1}), ((1, 2, 3, 4), {'d': 1}), ((1,), {'a': 1, 'd': 1}), ((1,), {'b': 1, 'd': 1}), ((1,), {'d': 1, 'z': 1}), ((1,), {'c': 1, 'd': 2, 'dd': 3})): show('kw', lambda: kw(*a, **k))
def many(a, b, c, d): pass
show('m', many); show('m', many, 1); show('m', many, 1, 2, 3); show('m', many, 1, 2, 3, 4, 5)
def kwo(*, a, b, c): pass
show('k', kwo); show('k', lambda: kwo(a=1)); show('k', lambda: kwo(a=1, b=2)); show('k', lambda: kwo(1)); show('k', lambda: kwo(1, a=1, b=2, c=3))
class Foo:
    def method(self): return self.metod()
    bar = 5
show('sug', lambda: Foo().method()); show('sug', lambda: Foo.bra)
show('u', lambda: [a for a, b in [1]]); show('u', lambda: [a for a, b in [(1, 2, 3)]]); show('u', lambda: [a for a, *b in [()]])
def un():
    a, b = 1, 2, 3
show('un', un)
def un2():
    a, b, *c = (1,)
show('un2', un2)
def un3():
    a, b = {1}
show('un3', un3)
# walrus / comprehension scopes
def wal():
    if (n := 5) > 3: pass
    total = 0
    r = [total := total + v for v in range(4)]
    return n, r, total, any((w := x) > 2 for x in range(5)), w
show('wal', wal)
x = 'outer'
class Sc:
    x = 'class'
    f = lambda self: x
    l = [x for x in range(2)]
    g = list(x for _ in range(1))
    def h(self): return x
print(Sc().f(), Sc.l, Sc.g, Sc().h())
def closures():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    return [f() for f in fs], [g() for g in gs]
print(closures())
def dec(n):
    print('dec', n)
    def d(f): print('apply', n); return f
    return d
@dec(1)
@dec(2)
def decorated(): pass
@(lambda f: 5)
def five(): pass
print(five)
def annots(a: 1, *b: 2, c: 3 = 4, **d: 5) -> 6: pass
print(annots.__annotations__)
class An:
    a: int
    b: str = 'x'
    (c): int = 1
print(An.__annotations__)
def loc():
    y: int
    try: y
    except UnboundLocalError as e: print(e)
loc()
print(f'{x!r:>10}|{x=}|{x = }|{x=!s:^9}|{1+1=:05}|{"a" "b"}|{f"{x}"}|{x:{"<"}{10}}|{{}}|{3.14159:.{2}f}|{[i for i in range(3)]}|{(lambda: 5)()}|{x!a}|{"q"if x else 1}')
print(f'{x
   =}', f'''{
x}''', f"{x # comment
}", f"{'\n'}", f'{"{"}')
class Fm:
    def __format__(s, spec): return f'<{spec}>'
def m(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case str() as s: return f's {s}'
        case [1, *rest]: return f'one {rest}'
        case [a, (b, c)]: return f'nest {a}{b}{c}'
        case {'k': v2, **rest}: return f'map {v2} {rest}'
        case Foo(bar=5): return 'foo'
        case None | True: return 'nt'
        case float(x) | complex(real=x): return f'num {x}'
        case []: return 'empty'
        case -1.5 | 1+2j: return 'lit'
        case _: return 'other'
for v in (0, 1, 5, 500, 's', [1, 2, 3], [5, (6, 7)], {'k': 1, 'z': 2}, Foo(), None, True, False, 1.5, 2j, [], (), {}, set(), b'x', bytearray(b'ab'), range(3)): print(m(v), end=' ')
print()
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
def mp(v):
    match v:
        case Pt(0, y): return y
        case Pt(x, y=2): return x
        case Pt(1, 2, 3): return
show('mp', mp, Pt(0, 5)); show('mp', mp, Pt(4, 2)); show('mp', mp, Pt(4, 3))
def mp2(v):
    match v:
        case int(1, 2): pass
show('mp2', mp2, 5)
def mp3(v):
    match v:
        case Pt(1, x=1): pass
show('mp3', mp3, Pt(1,1))
class Bm: __match_args__ = ['a']
def mp4(v):
    match v:
        case Bm(1): pass
show('mp4', mp4, Bm())
class Bm2: __match_args__ = (1,)
def mp5(v):
    match v:
        case Bm2(1): pass
show('mp5', mp5, Bm2())
def mp6(v):
    match v:
        case x.y: pass
show('mp6', mp6, 1)
def mp7(v):
    nt = 5
    match v:
        case nt(): pass
show('mp7', mp7, 1)
def mp8(v):
    k = 1
    match v:
        case {Pt.__name__: 1, 'Pt': 2}: pass
show('mp8', mp8, {'Pt': 1})
