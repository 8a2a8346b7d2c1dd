# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
for p in ('(' * 20000 + ')' * 20000, '(?:' * 20000 + ')' * 20000, '(?=' * 5000 + ')' * 5000, '(?i:' * 5000 + ')' * 5000, '[' * 100000, '(?P<a' * 10000, '((?:' * 3000 + 'a' + ')*)' * 3000):
    try: re.match(p, 'a')
    except (re.error, RecursionError, OverflowError, MemoryError) as e: print(type(e).__name__)
