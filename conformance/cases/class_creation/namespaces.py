# covers: Preparing the class namespace; Executing the class body
"""Namespaces of classes: subclasses of dict, other mappings, what each statement asks of them."""

class NS(dict):
    def __setitem__(s, k, v): print('set', k); dict.__setitem__(s, k, v)
    def __getitem__(s, k): print('get', k); return dict.__getitem__(s, k)
    def __delitem__(s, k): print('del', k); dict.__delitem__(s, k)
    def __contains__(s, k): print('in', k); return dict.__contains__(s, k)
    def __missing__(s, k): raise KeyError(k)
class M(type):
    def __prepare__(*a, **k): print('prepare', a, k); return NS()
    def __new__(m, n, b, d, **k): print('new', n, type(d).__name__); return type.__new__(m, n, b, dict(d))
    def __init__(c, n, b, d, **k): print('init', k)
    def __call__(c, *a, **k): print('call', a, k); return type.__call__(c)
class A(metaclass=M, q=1):
    x = 1
    y = x + len('ab')
    del x
    def f(self): return __class__
    z: int = 5
    w: str
print(A().f() is A, A.__annotations__)
for bad in (5, None, [], 'x', type('Q', (), {'__getitem__': lambda s, k: 1})()):
    class M2(type):
        @classmethod
        def __prepare__(*a, **k): return bad
    try:
        class B(metaclass=M2): pass
    except BaseException as e: print(type(e).__name__, e)
class Map:
    def __init__(s): s.d = {}
    def __getitem__(s, k): print('G', k); return s.d[k]
    def __setitem__(s, k, v): print('S', k); s.d[k] = v
class M3(type):
    @classmethod
    def __prepare__(*a): return Map()
    def __new__(m, n, b, d): print(type(d)); return type.__new__(m, n, b, d.d)
class C(metaclass=M3):
    a = 1
    b = a
    try: del a
    except NameError: print('no name to delete')
    c: int = 3
def kw(name, bases, ns, **k): print(name, bases, sorted(ns), k); return 'made'
class D(int, *(str,), metaclass=kw, **{'a': 1}, b=2): __slots__ = ()
print(D)
