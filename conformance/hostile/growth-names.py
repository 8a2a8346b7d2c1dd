# limits: --max-memory 64M --max-ticks 100000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
try:
    for i in range(3000000): compile('a%d'%i,'x','eval') if i%10==0 else getattr(1,'b%d'%i,0)
except MemoryError: print('me')
