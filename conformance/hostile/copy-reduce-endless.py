# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import copy
class A(list):
    def __reduce_ex__(self, p): return A, (), None, iter(int, 1)
try: copy.copy(A())
except MemoryError: print('me')
