# covers: __del__; Objects, values and types
"""What is told of exceptions that nobody can catch, by hooks that raise, are None or are missing."""

import sys, gc, weakref
class A:
    def __del__(self): raise ValueError('del')
class B:
    def __del__(self, x): pass
class C:
    __del__ = 5
class D:
    def __del__(self):
        try: 1/0
        except ZeroDivisionError as e: raise KeyError('k') from e
class E(Exception):
    def __str__(self): raise ValueError
class F:
    def __del__(self): raise E
class G:
    def __repr__(self): raise ValueError
    def __del__(self): raise TypeError('g')
def f(): A(); B(); C(); D(); F(); G()
f()
def gen():
    try: yield
    finally: raise OSError('gen')
g = gen(); next(g); del g
def gen2():
    try: yield
    except GeneratorExit: yield 5
g = gen2(); next(g); del g
class O: pass
o = O(); w = weakref.ref(o, lambda r: 1/0); del o
class Hs:
    def __del__(self): raise SystemExit(3)
Hs()
class Ki:
    def __del__(self): raise KeyboardInterrupt
Ki()
sys.unraisablehook = lambda u: 1/0
A()
sys.unraisablehook = None
A()
sys.unraisablehook = 5
A()
del sys.unraisablehook
A()
sys.unraisablehook = sys.__unraisablehook__
A()
async def co(): pass
co()
print('end')
raise E
