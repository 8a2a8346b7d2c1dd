# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 3 s of CPU, RSS < 160 MB, exit 0..3, no abort
g = ExceptionGroup('', [ValueError(i) for i in range(60000)])
try:
    try: raise g
    except* Exception: raise
except ExceptionGroup as e: assert len(e.exceptions) == 60000
