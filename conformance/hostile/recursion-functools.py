# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import functools
@functools.lru_cache(None)
def f(n): return f(n+1)
try: f(0)
except RecursionError: print('rec')
g=functools.reduce(lambda a,b:(lambda:a()),range(50000),lambda:1)
try: g()
except RecursionError: print('rec')
k=functools.partial(print)
for i in range(100000):
    k=functools.partial(k)
p=functools.partialmethod(print)
for i in range(20000): p=functools.partialmethod(p)
c=functools.cmp_to_key(lambda a,b:sorted([c(1),c(2)]) and 0)
try: sorted([c(1),c(2)])
except RecursionError: print('rec')
@functools.singledispatch
def sd(x): return sd(x)
try: sd(1)
except RecursionError: print('rec')
