# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
d={}
class K:
    def __init__(s,n): s.n=n
    def __hash__(s):
        if len(d)<100000: d[K2(len(d))]=1
        return s.n%7
    def __eq__(s,o):
        d.clear(); return s.n==o.n
class K2:
    def __init__(s,n): s.n=n
    def __hash__(s): return s.n%7
    def __eq__(s,o):
        d.pop(o,None) if len(d)%3==0 else None
        return False
try:
    for i in range(300):
        d[K(i)]=i
except (RuntimeError,KeyError,RecursionError) as e: print(type(e))
