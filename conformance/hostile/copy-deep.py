# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import copy
x = []
for i in range(50000): x = [x]
for y in (x, (x,), {1: x}):
    try: copy.deepcopy(y)
    except RecursionError: print('rec')
class A:
    def __reduce__(self): return copy.copy, (self,)
    def __deepcopy__(self, m): return copy.deepcopy(self, m)
for work in (copy.copy, copy.deepcopy):
    try: work(A())
    except RecursionError: print('rec')
