# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
d={i:i for i in range(200000)}
n=0
class K:
    def __hash__(self): return 5
    def __eq__(self,o):
        global n
        n+=1
        if n<300:
            x=dict(d); x.update(d); set(d)|set(d)
            d.keys()&d.keys()
            {K():1,K():2}
        return True
d[K()]=1
try: d.keys()&{K():1}.keys(); d.items()&d.items(); d.keys()-[1,K()]; d==dict(d)
except MemoryError: print('me')
