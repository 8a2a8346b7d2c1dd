# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
async def f(c):
    try: await c
    finally: pass
class W:
    def __await__(self): yield
async def g(): await W()
x = g()
for i in range(5000): x = f(x)
try: x.send(None)
except RecursionError as e: print(type(e).__name__)
try: x.close()
except RecursionError as e: print(type(e).__name__)
del x
