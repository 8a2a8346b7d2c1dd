# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
class W:
    def write(self, t): print(t)
    def flush(self): pass
old = sys.stdout
sys.stdout = W()
try: print('x')
except RecursionError: sys.stdout = old; print('rec')
