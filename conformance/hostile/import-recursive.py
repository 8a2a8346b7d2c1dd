# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import builtins
def imp(*a): import sys; return sys
builtins.__import__ = imp
try: import sys
except RecursionError: print('rec')
del builtins.__import__
try: import sys
except ImportError as e: print(e)
