# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
def t(f, e, a):
    sys.settrace(t)
    g()
    return t
def g(): return 1
sys.settrace(t)
try: g()
except RecursionError: sys.settrace(None); print('rec')
sys.settrace(None)
