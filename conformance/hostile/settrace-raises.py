# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys
def t(f, e, a): raise ValueError
def g():
    try: h()
    finally: pass
def h(): yield
for hook in (sys.settrace, sys.setprofile):
    hook(t)
    try: list(h())
    except ValueError: print('ve')
    try: len([])
    except ValueError: print('ve')
    hook(None)
class T:
    def __call__(self, *a): return self(*a)
sys.setprofile(T())
try: len([])
except RecursionError: print('rec')
sys.setprofile(None)
