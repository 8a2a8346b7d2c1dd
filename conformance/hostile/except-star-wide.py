# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
g = ExceptionGroup('', [ValueError(i) for i in range(100000)])
try: raise g
except* ValueError as e: print(len(e.exceptions))
try:
    for i in range(100): g = ExceptionGroup('', [g, g])
except MemoryError: print('me')
try: raise g
except* TypeError: pass
