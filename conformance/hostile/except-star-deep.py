# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
g = ValueError()
for i in range(50000): g = ExceptionGroup('', [g])
try:
    try: raise g
    except* ValueError: pass
except (RecursionError, ExceptionGroup) as e: print(type(e).__name__)
for work in (lambda: g.split(TypeError), lambda: g.subgroup(lambda e: False), lambda: repr(g), lambda: str(g), lambda: g.derive([g])):
    try: work()
    except (RecursionError, MemoryError) as e: print(type(e).__name__)
