# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
def g():
    try:
        while 1: yield
    finally:
        for x in g2: pass
g1, g2 = g(), g()
next(g1); next(g2)
def h():
    yield from h()
try: next(h())
except RecursionError: print('rec')
def k():
    x = yield
    yield from x
a = k(); next(a)
try: a.send(a)
except (ValueError, RuntimeError) as e: print(type(e).__name__)
x = iter(())
for i in range(20000):
    def d(y=x): yield from y
    x = d()
try: list(x)
except RecursionError: print('rec')
class I:
    def __iter__(self): return self
    def __next__(self): raise GeneratorExit
    def throw(self, *a): return self.throw(*a)
    def close(self): raise ValueError
def m(): yield from I()
try: list(m())
except BaseException as e: print(type(e).__name__)
