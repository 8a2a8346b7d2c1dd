# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
its=[iter(lambda:0,1) for i in range(200000)]
n=0
def f(*a):
    global n
    n+=1
    if n<100: next(m)
    return 1
m=map(f,*its)
try: next(m)
except (MemoryError,RecursionError): print('me')
