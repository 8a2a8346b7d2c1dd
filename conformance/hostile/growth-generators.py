# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
L = []
def gen(): yield
try:
    while 1:
        g = gen(); next(g); L.append(g)
except MemoryError:
    L = None
