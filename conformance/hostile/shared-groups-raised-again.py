# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
g = ValueError()
for i in range(60): g = ExceptionGroup('', [g, g])
try:
    try: raise g
    except* Exception: raise
except BaseException as e: print(type(e))
