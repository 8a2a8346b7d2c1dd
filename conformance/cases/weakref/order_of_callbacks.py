# covers: Objects, values and types; __del__
"""Callbacks, finalizers and __del__ in their order; what can be referred to weakly."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


import weakref, gc
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def cb(n): return lambda r: print('cb', n, r() is None)
o = C(1)
refs = [weakref.ref(o, cb(i)) for i in range(4)] + [weakref.ref(o)]
p = weakref.proxy(o, cb('proxy')); f = weakref.finalize(o, print, 'finalize')
del refs[1]
del o
print([r() for r in refs], f.alive)
try: p.n
except ReferenceError as e: print(e)
print(repr(p)[:10] if 0 else '', bool(f.alive))
a = C('a'); b = C('b'); a.o = b; b.o = a
ra = weakref.ref(a, cb('ra')); rb = weakref.ref(b, cb('rb')); a.r = weakref.ref(b, cb('inner'))
del a, b; gc.collect(); print(ra(), rb())
class R:
    keep = []
    def __init__(s, n): s.n = n
    def __del__(s): print('res', s.n); R.keep.append(s)
x = R(1); w = weakref.ref(x, cb('w')); del x; print(w() is None, R.keep[0].n); R.keep.clear(); print('cleared', gc.collect(), R.keep)
x = R(2); x.me = x; w = weakref.ref(x, cb('w2')); del x; gc.collect(); print(w() is None, len(R.keep)); R.keep.clear(); gc.collect(); print(len(R.keep))
class E:
    def __del__(s): raise ValueError('in del')
import sys
sys.unraisablehook = lambda u: print('unraisable', type(u.exc_value).__name__, u.exc_value, u.err_msg, u.object if not callable(u.object) else u.object.__qualname__)
E()
o = C(9); w = weakref.ref(o, lambda r: 1/0); del o
try: weakref.ref(5)
except TypeError as e: print(e)
T("""
weakref.ref()
weakref.ref(C, 1, 2)
weakref.ref(C, callback=1)
weakref.ref(C)() is C, weakref.ref(C) is weakref.ref(C), weakref.ref(C) == weakref.ref(C), hash(weakref.ref(C)) == hash(C), weakref.ref(C, print) is weakref.ref(C, print)
weakref.ref([])
weakref.ref({})
weakref.ref(())
weakref.ref('a')
weakref.ref(None)
weakref.ref(lambda: 0)()
weakref.ref({1})() , weakref.ref(frozenset())(), weakref.ref(int)(), weakref.ref(len)()
weakref.ref(range(3))
weakref.ref(slice(1))
weakref.ref(b'')
weakref.ref(bytearray())
weakref.ref(ValueError())() 
weakref.ref(iter([]))
weakref.ref(x for x in [])()
weakref.ref(C.__init__).__class__, weakref.ref(object())
weakref.ref(property())
weakref.ref(object)() is object, weakref.ref(weakref.ref(C))() , weakref.ref(weakref.ref(C, print)).__callback__
weakref.proxy(C).__name__, weakref.proxy(5)
isinstance(weakref.proxy(C), type), type(weakref.proxy(C)), type(weakref.proxy(gc))
hash(weakref.proxy(C))
weakref.getweakrefcount(gc), weakref.getweakrefs(5), weakref.getweakrefcount(5)
weakref.ref(C).__callback__, weakref.ref(gc, print).__callback__
class W(weakref.ref): __slots__ = ('x',)
w = W(gc); w.x = 5; w.x, w() is gc, w is W(gc), w == weakref.ref(gc)
""")
d = C('dead'); r1 = weakref.ref(d); r2 = weakref.ref(d); e2 = C('dead2'); r3 = weakref.ref(e2); h = hash(r1); del d
print(r1 == r2, r1 == r3, hash(r1) == h, r1 != r1)
del e2
try: hash(r3)
except TypeError as e: print(e)
