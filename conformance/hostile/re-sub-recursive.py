# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
def f(m): return re.sub('a', f, 'aa')
try: re.sub('a', f, 'a')
except RecursionError: print('rec')
