# covers: __set_name__; Creating the class object
"""__set_name__: when it is called, and what its failures become."""

class D:
    def __set_name__(s, o, n): print('set_name', o.__name__, n, sorted(k for k in o.__dict__ if not k.startswith('__')))
class A:
    x = D(); y = x; z = 5
A.w = D()
type('B', (), {'q': D()})
class E:
    def __set_name__(s, o, n): raise ValueError('bad')
try:
    class C: e = E()
except BaseException as e: print(type(e).__name__, e, e.__notes__, e.__cause__)
class F:
    __set_name__ = 5
try:
    class C: f = F()
except BaseException as e: print(type(e).__name__, e, e.__notes__)
class G:
    def __set_name__(s): pass
try:
    class C: g = G()
except BaseException as e: print(type(e).__name__, e, e.__notes__)
class H:
    @property
    def __set_name__(s): print('asked'); return lambda o, n: print('called', n)
class C: h = H()
class I:
    def __set_name__(s, o, n): setattr(o, n + '2', 5); delattr(o, n)
class C: i = I(); j = 1
print(sorted(k for k in C.__dict__ if len(k) < 4))
class J:
    def __getattr__(s, n): print('getattr', n); raise AttributeError
class C: j = J()
class K:
    def __init__(s): s.__set_name__ = lambda *a: print('never')
class C: k = K()
class MM(type):
    def __new__(m, n, b, d):
        print('before'); c = super().__new__(m, n, b, d); print('after'); return c
    def __init__(c, *a): print('init')
class L:
    def __init_subclass__(c, **k): print('init_subclass', c.__name__, k)
class N(L, metaclass=MM): d = D()
