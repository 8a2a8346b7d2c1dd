# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
n=0
class K:
    def __hash__(self): return 1
    def __eq__(self,o):
        global n
        n+=1
        if n<400: return S.intersection(d) and False
        return False
S=set(range(100000)); S.add(K())
d=dict.fromkeys(range(100000)); d[K()]=1
l=d
try: S&d.keys(); S.update(d); S.difference(d); S.symmetric_difference(d)
except (MemoryError,RecursionError): print('me')
