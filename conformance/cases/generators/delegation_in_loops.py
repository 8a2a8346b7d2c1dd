# covers: The standard type hierarchy; Emulating container types; code.co_name; frame.f_code; frame.f_lineno
import sys
# depth of delegation, errors, sends, throws, closes, through the loop
def inner(n):
    got = []
    try:
        for i in range(n):
            got.append((yield i))
    except ValueError as e:
        yield ('caught', str(e))
    finally:
        print('fin', got)
    return 'ret'
def mid(n):
    r = yield from inner(n)
    print('mid got', r)
    r2 = yield from [1, 2]
    return (r, r2)
def outer(n):
    x = yield from mid(n)
    yield ('x', x)
print(list(outer(3)))
def drive():
    for v in outer(2): print(v)
drive()
g = outer(3); print(next(g), g.send('a'), g.send('b')); print(g.throw(ValueError('boom'))); print(list(g))
g = outer(3); next(g); g.close()
def bad():
    yield 1
    raise StopIteration(5)
def d():
    yield from bad()
try:
    for x in d(): print(x)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def selfref():
    yield from me
me = selfref()
try:
    for x in me: pass
except ValueError as e: print(e)
def deep(n):
    if n: yield from deep(n - 1)
    yield n
sys.setrecursionlimit(400)
try:
    for x in deep(1000): pass
    print('no')
except RecursionError as e: print('rec')
for x in deep(150): pass
print(x)
def tb():
    yield 1
    1/0
def tb2(): yield from tb()
def tb3(): yield from tb2()
try:
    for x in tb3(): pass
except ZeroDivisionError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
def insp():
    yield 1
    print(o.gi_yieldfrom, o.gi_running, o.gi_frame.f_lineno, sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name)
    yield 2
def oo(): yield from insp()
def f():
    global o
    o = oo()
    for x in o: print(x, o.gi_yieldfrom is not None, o.gi_running)
f()
class C:
    def __init__(self, a, *, b=2, **k): self.a=(a,b,k)
    def __add__(self, o): return C(self.a, b=o)
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return len(str(self.a)) < len(str(o.a))
    def __getitem__(self, k): return k
    @property
    def p(self): return self.a
    def __next__(self): raise StopIteration
    def __iter__(self): return self
def use():
    c = C(1, b=3, z=4)
    d = c + 5
    print(d.p, c == d, c < d, c[1:2], c[7], list(iter(c)))
    for x in c: print('never')
    try: C()
    except TypeError as e: print(e)
    try: C(1, a=2)
    except TypeError as e: print(e)
    print(C(*[1], **{'q': 2}).p)
use()
async def co(n):
    if n: return await co(n-1) + 1
    return 0
try: co(50).send(None)
except StopIteration as e: print(e.value)
class Aw:
    def __await__(self):
        r = yield 'w'
        return r
async def a1(): return await Aw()
async def a2(): return await a1()
c = a2(); print(c.send(None))
try: c.send(9)
except StopIteration as e: print(e.value)
