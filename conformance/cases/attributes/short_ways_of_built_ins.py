# covers: Customizing module attribute access; The standard type hierarchy
# Attributes of modules where sites look for them.
import math, sys
class Loud(type(math)):
    def __getattribute__(self, name):
        if name == 'pi': return 'mine'
        return super().__getattribute__(name)
    @property
    def computed(self): return 'computed'
def pi(m): return m.pi
def get(m): return m.computed
for m in (math, Loud('x'), math): print(pi(m))
made = type(math)('made'); made.computed = 'own'
loud = Loud('y'); loud.__dict__['computed'] = 'hidden'
for m in (made, loud, made): print(get(m))
del made.computed
try: get(made)
except AttributeError as e: print(e)
made.__getattr__ = lambda name: 'hook ' + name
print(get(made))
def name(m): return m.__name__, m.__dict__ is vars(m), m.__class__.__name__
print(name(made), name(math), name(loud))
def call(m): return m.floor(2.5)
made.floor = lambda x: ('made', x)
for m in (math, made, math): print(call(m))
made.__class__ = Loud
print(pi(made), call(made))
del math.floor
try: call(math)
except AttributeError as e: print(e)
class I(int):
    def __init__(self, *a): print('init', a)
def make(c, *a): return [c(3) for _ in range(2)]
print(make(I), make(int), make(str), make(float), make(bool), make(complex), make(bytes), make(range), make(tuple.__class__))
class N:
    def __new__(cls, x): return int.__new__(I, x)
print(make(N))
for bad in (int, float, range, list, memoryview, type(None), type(...), type(len)):
    try: print(bad('x'))
    except Exception as e: print(bad.__name__, type(e).__name__, e)
x = 12; s = 'text'
class S(str):
    def __format__(self, spec): return 'formatted' + spec
    def __str__(self): return 'as str'
class J(int):
    def __format__(self, spec): return 'J' + spec
    def __str__(self): return 'j'
print(f'{x}{s}{S("a")}{S("a")!s}{S("a")!r}{J(3)}{J(3)!s}{True}{None}{x!r}{s!r}{x:}{s:>6}{-5}{2**70}')
def add(a, b): return a + b
for a, b in (('a', 'b'), ('', 'b'), ('a', ''), (S('q'), 'b'), ('b', S('q')), (1, 2), ('é', 'x')): print(repr(add(a, b)), type(add(a, b)).__name__)
try: add('a', 1)
except TypeError as e: print(e)
try: add(1, 'a')
except TypeError as e: print(e)
def isin(a, b): return a in b, a not in b
for a, b in (('a', 'abc'), ('', 'abc'), ('é', 'aé'), ('z', 'abc'), ('bc', 'abc'), ('\ud800', 'a\ud800'), ('a', S('za'))): print(isin(a, b))
try: isin(1, 'abc')
except TypeError as e: print(e)
class P:
    __slots__ = ('x', '__dict__')
    def __del__(self): print('gone', self.x)
def set(o, v): o.x = v; o.y = o; o.y = None
for v in range(3): set(P(), v)
p = P(); p.x = p; p.x = 1; del p
