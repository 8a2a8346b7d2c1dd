# covers: The standard type hierarchy
# f_locals of functions: a mapping that writes through, to callers, generators and frames that ended (PEP 667).
import sys
def show(label, f):
    try: r = f()
    except Exception as e: print(label, type(e).__name__, e)
    else: print(label, r)
class Hold:
    def __init__(s, f): s.f = f
    def __call__(s): return s.f()
    def __repr__(s): return 'hold'
def f(a, b=2, *args, **kw):
    c = 3
    hold = Hold(lambda: c)
    p = sys._getframe().f_locals
    print(type(p), type(p).__name__, type(p).__mro__)
    print(sorted(n for n in dir(p) if n not in dir(object)))
    d = 4
    print(p, len(p), list(p), p.keys(), p.values() is p.values(), p.items())
    print('a' in p, 'zz' in p, p['a'], p.get('q', 5), p.get('a'))
    show('missing', lambda: p['nope'])
    p['a'] = 10; print(a)
    p['c'] = 30; print(c, hold())
    p['new'] = 1; print(p, 'new' in p, p['new'])
    show('del new', lambda: p.__delitem__('new'))
    show('del a', lambda: p.__delitem__('a'))
    show('del zz', lambda: p.__delitem__('zz'))
    show('pop a', lambda: p.pop('a'))
    show('pop zz', lambda: p.pop('zz'))
    show('pop zz', lambda: p.pop('zz', 7))
    show('popitem', lambda: p.popitem())
    show('clear', lambda: p.clear())
    show('setdefault', lambda: (p.setdefault('b', 9), p.setdefault('w', 9)))
    show('update', lambda: p.update({'b': 20, 'v': 1})); print(b)
    show('update', lambda: p.update([('b', 21)])); print(b)
    show('update', lambda: p.update(5))
    show('update', lambda: p.update(b=22)); print(b)
    show('or', lambda: type(p | {'x': 1})); show('or', lambda: {'x': 1} | p)
    show('or', lambda: p | 5)
    p |= {'b': 23}; print(b)
    print(p.copy() == dict(p), type(p.copy()), p == sys._getframe().f_locals, p == dict(p), p != 5, p == 5)
    show('hash', lambda: hash(p)); show('bool', lambda: bool(p)); show('lt', lambda: p < p)
    print(list(reversed(p)), list(iter(p))); print(sys._getframe().f_locals is p)
    p[5] = 6; print(p[5]); show('uh', lambda: p.__setitem__([], 1)); show('uhg', lambda: p[[]]); show('uhc', lambda: [] in p)
    del d
    print('d' in p); show('d', lambda: p['d']); p['d'] = 8; print(d)
    show('new', lambda: type(p)()); show('new', lambda: type(p)(sys._getframe())); show('new', lambda: type(p)(5))
    try: del sys._getframe().f_locals
    except Exception as e: print(type(e).__name__, e)
    try: sys._getframe().f_locals = {}
    except Exception as e: print(type(e).__name__, e)
    match p:
        case {'a': x}: print('mapping', x)
f(1)
def callee():
    fr = sys._getframe(1)
    fr.f_locals['x'] = 'changed'
    fr.f_locals['extra'] = 1
    return fr.f_locals['y']
def caller():
    x = 'orig'; y = [1]
    r = callee()
    print(x, r, sys._getframe().f_locals['extra'], locals())
    def use(v, _): return v
    z = object
    print(use(x, callee()), x)
caller()
def g():
    x = 1
    yield sys._getframe()
    yield x
it = g(); fr = next(it); print(fr.f_locals, fr is it.gi_frame); fr.f_locals['x'] = 5; print(fr.f_locals, next(it))
it = g(); next(it); it.gi_frame.f_locals['x'] = 7; print(next(it)); print(it.gi_frame.f_locals)
def raiser():
    v = 1
    raise ValueError
try: raiser()
except ValueError as e: t = e.__traceback__.tb_next.tb_frame
print(t.f_locals, t.f_locals['v']); t.f_locals['v'] = 2; print(t.f_locals); t.clear(); print(t.f_locals)
class C:
    a = 1
    print(type(sys._getframe().f_locals).__name__)
    sys._getframe().f_locals['zz'] = 5
print(C.zz, sys._getframe().f_locals is globals())
def comp():
    y = 1
    return [sorted(sys._getframe().f_locals) for x in [1]], 0, [sorted(locals()) for x in [1]]
print(comp())
def lam():
    q = 5
    return (lambda z: sys._getframe().f_locals)(1), (lambda z: (q, sys._getframe().f_locals)[1])(1)
print([dict(x) for x in lam()])
def recursion():
    x = 1
    sys._getframe().f_locals['self'] = sys._getframe().f_locals
    print(str(sys._getframe().f_locals)[:40])
recursion()
import collections.abc
print(isinstance(lam()[0], collections.abc.Mapping), isinstance(lam()[0], dict))
