# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import collections
n=0
class K:
    def __repr__(self):
        global n
        n+=1
        if n<200: return repr(collections.deque(q))
        return 'k'
q=collections.deque([K()]+[1]*500000)
try: repr(q)
except (MemoryError,RecursionError): print('me')
