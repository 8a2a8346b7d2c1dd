# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import operator
class D:
    def __getitem__(self,k):
        global n
        n+=1
        if n<500: return ig(self)
        return 1
n=0
ig=operator.itemgetter(*range(200000))
try: ig(D())
except (MemoryError,RecursionError): print('me')
