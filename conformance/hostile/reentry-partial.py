# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import functools
f=functools.partial(lambda *a,**k:g(), *range(200000))
n=0
def g():
    global n
    n+=1
    if n<500: f()
try: f()
except (MemoryError,RecursionError): print('me')
