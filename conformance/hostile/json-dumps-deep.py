# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import json
x = []
for i in range(100000): x = [x]
for work in (json.dumps, lambda x: json.dumps(x, indent=1), lambda x: list(json.JSONEncoder().iterencode(x))):
    try: work(x)
    except (RecursionError, ValueError, MemoryError) as e: print(type(e).__name__)
y = []; y.append(y)
try: json.dumps(y, check_circular=False)
except RecursionError: print('rec')
try: json.dumps(object(), default=lambda o: o)
except (ValueError, RecursionError) as e: print(type(e).__name__)
try: json.dumps(object(), default=lambda o: [object()])
except (ValueError, RecursionError) as e: print(type(e).__name__)
