# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import weakref
class A: pass
for i in range(5000):
    a = A(); weakref.finalize(a, lambda: weakref.finalize(A(), print, end=''))
a = A()
r = [weakref.ref(a, lambda r: r()) for i in range(1)]
p = weakref.proxy(a)
for i in range(1000): a.p = p; p = weakref.proxy(a)
class P:
    def __getattr__(self, n): return getattr(weakref.proxy(self), n)
try: P().x
except (RecursionError, ReferenceError) as e: print(type(e).__name__)
d = weakref.WeakValueDictionary()
class K:
    def __del__(self): d[id(self)] = self
for i in range(2000): K()
