# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import copy
C = type('C', (), {'__slots__': ['s%d' % i for i in range(5000)]})
c = C()
for i in range(5000): setattr(c, 's%d' % i, i)
for i in range(20): copy.copy(c)
class D:
    def __getstate__(self): return self.__reduce_ex__(2)
    def __getnewargs_ex__(self): return self.__reduce_ex__(2)
for p in range(5):
    try: D().__reduce_ex__(p)
    except (RecursionError, TypeError) as e: print(type(e).__name__)
