# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
def f():
    a = 1
    p = sys._getframe().f_locals
    p['p2'] = p
    p.update(p)
    for i in range(20000): p['x%d' % i] = i
    try:
        while 1: p['y' * len(p)] = 'z' * 1000
    except MemoryError: p = None; print('me')
    return 1
f()
