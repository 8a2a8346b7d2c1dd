# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class D:
    def __get__(self, i, o): return getattr(o, 'd')
    def __set__(self, i, v): i.d = v
    def __delete__(self, i): del i.d
    def __set_name__(self, o, n): setattr(o, n, D()) if 0 else None
class A: d = D()
for work in (lambda: A().d, lambda: setattr(A(), 'd', 1), lambda: delattr(A(), 'd'), lambda: A.d):
    try: work()
    except RecursionError: print('rec')
class P:
    p = property(lambda s: s.p, lambda s, v: setattr(s, 'p', v))
    __slots__ = ()
    def __setattr__(self, n, v): setattr(self, n, v)
    def __delattr__(self, n): delattr(self, n)
    def __dir__(self): return dir(self)
    def __class_getitem__(cls, x): return cls[x]
    def __format__(self, s): return format(self, s)
    def __index__(self): return int(self)
    __int__ = __index__
    def __round__(self, *a): return round(self, *a)
    def __reversed__(self): return reversed(self)
    def __complex__(self): return complex(self)
    def __bytes__(self): return bytes(self)
    def __fspath__(self): return self
    def __length_hint__(self): import operator; return operator.length_hint(self)
    def __iter__(self): return iter(self)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __divmod__(self, o): return divmod(self, o)
    def __rdivmod__(self, o): return divmod(o, self)
    def __pow__(self, o, m=None): return pow(self, o, m)
    def __matmul__(self, o): return self @ o
    def __imatmul__(self, o): self @= o
    def __trunc__(self): import math; return math.trunc(self)
import math, operator
def im(p): p @= 1
p = P()
for work in (lambda: p.p, lambda: setattr(p, 'p', 1), lambda: delattr(p, 'p'), lambda: dir(p), lambda: P[1], lambda: format(p), lambda: f'{p}', lambda: int(p), lambda: round(p), lambda: reversed(p), lambda: complex(p), lambda: bytes(p), lambda: [1][p], lambda: 'x' * p, lambda: range(p), lambda: list(p), lambda: p.__enter__(), lambda: divmod(p, 1), lambda: divmod(1, p), lambda: pow(p, 1), lambda: pow(p, 1, 1), lambda: p @ 1, lambda: im(p), lambda: math.trunc(p), lambda: operator.length_hint(p), lambda: math.floor(p), lambda: hex(p), lambda: chr(p), lambda: '%d' % p, lambda: '%c' % p, lambda: bytes([p]), lambda: [0] * p, lambda: slice(p).indices(5), lambda: 'abc'[p:], lambda: (1).to_bytes(p), lambda: round(1.5, p), lambda: 1 << p, lambda: 'x'.center(p), lambda: [1].insert(p, 1), lambda: [].pop(p), lambda: sum([p, p])):
    try: work()
    except (RecursionError, TypeError) as e: print(type(e).__name__[0], end='')
