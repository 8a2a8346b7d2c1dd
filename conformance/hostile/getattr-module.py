# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import sys, types
m = types.ModuleType('m')
m.__getattr__ = lambda n: getattr(m, n)
try: m.x
except RecursionError: print('rec')
sys.modules['m'] = m
try: exec('from m import *')
except (RecursionError, AttributeError, TypeError) as e: print(type(e).__name__)
m.__all__ = iter(int, 1)
try: exec('from m import *')
except Exception as e: print(type(e).__name__)
class L(list):
    def __getitem__(self, i): return 'x%d' % i
m.__getattr__ = lambda n: 1
m.__all__ = L()
exec('from m import *')
