# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
try: type('X',(),{'__slots__':['a%d'%i for i in range(300000)]})
except (MemoryError,TypeError,ValueError) as e: print(type(e))
T=type('X',(),{'__slots__':['a%d'%i for i in range(30000)]})
L=[]
try:
    while 1: L.append(T())
except MemoryError: L=None; print('me')
