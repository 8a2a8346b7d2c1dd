# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
src='def f():\n'+''.join(' a%d=1\n'%i for i in range(30000))+' def g(): return '+'+'.join('a%d'%i for i in range(30000))+'\n return g\n'
try: exec(src)
except (MemoryError,SyntaxError,RecursionError) as e: print(type(e))
