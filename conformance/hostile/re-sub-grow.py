# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
try: re.sub('a', '\\g<0>' * 100000, 'a' * 100000)
except MemoryError: print('me')
try: re.sub('', 'x' * 10**6, 'a' * 10**6)
except MemoryError: print('me')
try: re.escape('.' * 10**8)
except MemoryError: print('me')
