# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import functools
@functools.singledispatch
def f(x): return f(x)
try: f(1)
except RecursionError: print('rec')
class A:
    @functools.cached_property
    def p(self): return self.p
try: A().p
except RecursionError: print('rec')
@functools.total_ordering
class T:
    def __lt__(self, o): return self >= o
try: T() < T()
except RecursionError: print('rec')
@functools.lru_cache
def g(x): return g(x)
try: g(1)
except RecursionError: print('rec')
class H:
    def __hash__(self): return g2(self) and 1
    def __eq__(self, o): return g2(o) and True
@functools.lru_cache(1)
def g2(x): return 1
try: g2(H())
except RecursionError: print('rec')
r = functools.reduce
try: r(lambda a, b: r(lambda *x: x[0](*x), [lambda *x: x[0](*x)] * 3), [1, 2, 3])
except (RecursionError, TypeError) as e: print(type(e).__name__)
