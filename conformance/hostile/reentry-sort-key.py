# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
big=list(range(1000000))
n=0
def key(x):
    global n
    n+=1
    if n<200:
        l=big[:200000]; 
        try: l.sort(key=key)
        except RecursionError: pass
    return x
try: big[:200000].sort(key=key)
except MemoryError: print('me')
