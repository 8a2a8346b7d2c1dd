# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import string
try: string.Template('${a}' * 100000).substitute(a='x' * 10000)
except MemoryError: print('me')
class F(string.Formatter):
    def get_value(self, k, a, kw): return self.format('{0}', 1)
    def check_unused_args(self, *a): pass
try: F().format('{0}', 1)
except RecursionError: print('rec')
try: string.Formatter().format('{' * 5000 + '}' * 5000)
except ValueError as e: print(type(e).__name__)
try: '{:{:{:{}}}}'.format(1, 2, 3, 4)
except ValueError as e: print(type(e).__name__)
try: ('{0' + '.real' * 100000 + '}').format(1)
except (ValueError, MemoryError) as e: print(type(e).__name__)
try: ('{0' + '[0]' * 100000 + '}').format(1)
except (TypeError, MemoryError) as e: print(type(e).__name__)
