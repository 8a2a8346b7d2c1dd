# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
for p in ('(?<=' + 'a' * 100000 + ')b', '(?<!' * 1000 + 'a' + ')' * 1000, '(a)' * 5000 + '(?(5000)b|c)', '(?:(?(1)a|b)(c)?)*d'):
    try: re.search(p, 'a' * 200000)
    except (re.error, RecursionError, MemoryError) as e: print(type(e).__name__)
