# covers: __repr__; Emulating container types
"""What objects that hold themselves show, and recursions that end in RecursionError."""

class L(list): pass
class D(dict): pass
class S(set): pass
a = L(); a.append(a); print(a)
d = D(); d[1] = d; print(d)
import collections, functools, types
q = collections.deque(); q.append(q); print(q)
q = collections.deque(maxlen=3); q.append(q); print(q)
o = collections.OrderedDict(); o['o'] = o; print(o)
dd = collections.defaultdict(list); dd[1] = dd; print(dd)
dd.default_factory = type('F', (), {'__repr__': lambda s: repr(dd), '__call__': lambda s: 1})(); print(dd)
c = collections.Counter(); c['c'] = c; print(c)
cm = collections.ChainMap(); cm['x'] = cm; 
try: print(cm)
except RecursionError as e: print('RecursionError')
ul = collections.UserList(); ul.append(ul); print(ul) if 0 else None
ns = types.SimpleNamespace(); ns.me = ns; ns.l = [ns]; print(ns)
p = functools.partial(print); p.keywords['p'] = p; 
print(repr(p).replace(hex(id(print)), ''))
m = types.MappingProxyType(d); d['m'] = m; print(m)
l = [1]; t = (l, {'a': l}); l.append(t); print(l, t)
v = d.values(); d['v'] = v; print(v)
e = ValueError(); e.args = (e,)
try: print(repr(e))
except RecursionError as x: print('RecursionError', x)
class R:
    def __repr__(self): return f'R({self.x!r})'
r = R(); r.x = r
try: repr(r)
except RecursionError as x: print(x)
r.x = [r]
try: repr(r)
except RecursionError as x: print(x)
class T2:
    def __str__(self): return str(self)
try: str(T2())
except RecursionError as x: print(x)
class N:
    def __getattr__(self, n): return getattr(self, n)
try: N().x
except RecursionError as x: print(x)
class E:
    def __eq__(self, o): return self == o
try: E() == 1
except RecursionError as x: print(x)
def f(n): return f(n + 1)
try: f(0)
except RecursionError as x: print(x)
class C:
    def __call__(self): return self()
try: C()()
except RecursionError as x: print(x)
class H:
    def __hash__(self): return hash(self)
try: hash(H())
except RecursionError as x: print(x)
class I:
    def __iter__(self): return iter(self)
try: iter(I())
except RecursionError as x: print(x)
a = []; b = [a]; a.append(b)
try: a == [[a]] 
except RecursionError as x: print(x)
a = []; b = []; a.append(b); b.append(a)
try: print(a == b)
except RecursionError as x: print(x)
try: print(a < b)
except RecursionError as x: print(x)
a = {}; b = {}; a[1] = b; b[1] = a
try: print(a == b)
except RecursionError as x: print(x)
class B: __bases__ = property(lambda s: (s,))
try: print(issubclass(B(), int))
except BaseException as x: print(type(x).__name__, x)
g = lambda: g()
try: g()
except RecursionError as x: print(x)
class P:
    @property
    def x(self): return self.x
try: P().x
except RecursionError as x: print(x)
x = int
for i in range(3): x = list[x]
print(x)
