# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import inspect
def f(): pass
f.__wrapped__ = f
try: inspect.signature(f)
except ValueError as e: print(type(e).__name__)
def g(): pass
h = g
for i in range(3000):
    def w(*a): pass
    w.__wrapped__ = h; h = w
try: inspect.signature(h)
except (ValueError, RecursionError) as e: print(type(e).__name__)
class S:
    @property
    def __signature__(self): return inspect.signature(self)
    def __call__(self): pass
try: inspect.signature(S())
except (ValueError, RecursionError, TypeError) as e: print(type(e).__name__)
import functools
p = g
for i in range(5000): p = functools.partial(p); p.x = 1; p = functools.partialmethod(p) if 0 else p
q = functools.partial(g); q.__setstate__((q, (), {}, {}))
try: inspect.signature(q)
except (ValueError, RecursionError, TypeError) as e: print(type(e).__name__)
