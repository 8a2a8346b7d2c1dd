# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import builtins
old = builtins.__build_class__
def b(f, n, *a, **k):
    class X: pass
    return X
builtins.__build_class__ = b
try:
    class Y: pass
except RecursionError: print('rec')
builtins.__build_class__ = old
class E:
    def __mro_entries__(self, bases): return (self,) * 2
try:
    class Z(E()): pass
except TypeError as e: print('te')
class I:
    def __init_subclass__(cls): 
        class J(cls): pass
try:
    class K(I): pass
except RecursionError: print('rec')
class P(type):
    def __prepare__(n, b): return D()
class D(dict):
    def __setitem__(self, k, v): dict.__setitem__(self, k, v); dict.__setitem__(self, 'x' * len(self), v)
    def __getitem__(self, k): return self[k]
try:
    class Q(metaclass=P):
        a = b
except RecursionError: print('rec')
