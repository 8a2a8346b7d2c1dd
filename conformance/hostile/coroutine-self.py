# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class A:
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self): return next(self)
    def send(self, x): return self.send(x)
    def throw(self, *a): return self.throw(*a)
    def close(self): return self.close()
async def f(): await A()
c = f()
for work in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: c.close()):
    try: work()
    except (RecursionError, RuntimeError, ValueError, StopIteration) as e: print(type(e).__name__)
async def g():
    await me
me = g()
try: me.send(None)
except (RuntimeError, RecursionError) as e: print(type(e).__name__)
