# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
d={str(i):i for i in range(100000)}
n=0
def f(**k):
    global n
    n+=1
    if n<200: f(**d)
try: f(**d)
except (MemoryError,RecursionError): print('me')
n=0
def g(*a):
    global n
    n+=1
    if n<200: g(*d)
try: g(*d)
except (MemoryError,RecursionError): print('me')
n=0
class C:
    def __new__(cls,*a,**k):
        return object.__new__(cls)
    def __init__(self,*a,**k):
        global n
        n+=1
        if n<200: C(*d,**d)
try: C(*d,**d)
except (MemoryError,RecursionError): print('me')
