# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
class W:
    def write(self, t): raise ValueError(t)
    def flush(self): raise ValueError
sys.stderr = W()
def hook(*a): sys.excepthook(*a)
sys.excepthook = hook
1/0
