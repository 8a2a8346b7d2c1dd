# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
L = []
try:
    while 1:
        exec('def f(a, b=1, *c, d, **e): return lambda: (a, b, c, d, e)\nL.append(f)')
except MemoryError:
    L = None
