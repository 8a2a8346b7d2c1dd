# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import json
for s in ('[' * 100000, '{"a":' * 100000, '[' * 50000 + ']' * 50000, '"' + '\\u' * 10, '1' * 1000000, '-' * 1000, '"' + '\\ud800' * 100000 + '"', '[' + '1,' * 300000 + '1]'):
    try: json.loads(s)
    except (RecursionError, ValueError, MemoryError) as e: print(type(e).__name__)
