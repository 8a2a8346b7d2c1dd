# covers: Emulating callable objects; The standard type hierarchy
# Calls with keywords of plain functions, and what is wrong with them.
def f(a, b=2, c=3): return (a, b, c)
def g(a, b, /, c=1): return (a, b, c)
def h(*, k): return k
class C:
    def m(self, x, y=5): return (x, y)
    def __init__(self, p=1, q=2): self.pq = (p, q)
def counter():
    n = 0
    def inc(step=1, *, loud=False):
        nonlocal n
        n += step
        return n
    def add(a, b=10):
        return n + a + b
    return inc, add
inc, add = counter()
def show(t):
    try: print(t())
    except TypeError as e: print(type(e).__name__, e)
for t in (lambda: f(1, c=9), lambda: f(c=9, a=1), lambda: f(a=1, b=7, c=8), lambda: f(b=1), lambda: f(1, a=2),
          lambda: f(1, d=2), lambda: f(1, 2, 3, c=4), lambda: g(1, 2, c=5), lambda: g(a=1, b=2), lambda: h(k=3),
          lambda: C().m(1, y=2), lambda: C().m(y=2, x=1), lambda: C().m(x=4), lambda: C().m(y=1), lambda: C(q=5).pq,
          lambda: C(q=5, p=6).pq, lambda: C.m(C(), x=3), lambda: inc(step=4), lambda: inc(loud=True), lambda: add(a=1), lambda: add(b=1, a=2),
          lambda: f(**{'a': 1, 'c': 2})):
    show(t)
f.__defaults__ = (20,)
show(lambda: f(1, b=2)); show(lambda: f(1, c=2)); show(lambda: f(b=2, a=1))
f.__defaults__ = (7, 8, 9, 10)
show(lambda: f(b=3)); show(lambda: f(c=3))
f.__defaults__ = None
show(lambda: f(1, b=2)); show(lambda: f(1, c=3, b=2))
def deep(n, unused=0): return n if n == 0 else deep(n=n - 1)
print(deep(500))
def bottomless(n): return bottomless(n=n)
try: bottomless(1)
except RecursionError as e: print('RecursionError')
o = C()
def gen(x, y=1): yield x, y
print(list(gen(y=3, x=2)))
many = eval('lambda ' + ', '.join(f'a{i}' for i in range(70)) + ': a69')
print(many(*range(69), a69='last'))
nine = eval('lambda a,b,c,d,e,f,g,h,i,j: (a,b,c,d,e,f,g,h,i,j)')
print(nine(j=1,i=2,h=3,g=4,f=5,e=6,d=7,c=8,b=9,a=10))
