# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
class A: pass
try:
    for i in range(2000000): setattr(A,'x%d'%i,i)
except MemoryError: print('me')
