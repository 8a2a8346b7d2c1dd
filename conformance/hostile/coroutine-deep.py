# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
async def f(n):
    if n: return await f(n - 1)
c = f(100000)
try: c.send(None)
except (RecursionError, StopIteration) as e: print(type(e).__name__)
class A:
    def __init__(self, a): self.a = a
    def __await__(self): return self.a.__await__()
async def g(): pass
x = g()
for i in range(20000): x = A(x)
async def h(): await x
try: h().send(None)
except (RecursionError, StopIteration) as e: print(type(e).__name__)
