# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import re
for p in ('(((a{1000}){1000}){1000}){1000}', '(?:' * 30 + 'a' + '{99}){99}' * 15 + ')' * 15, 'a{0,4000000000}', '(?:a{65000}){65000}', '(?:ab?){4294967294}'):
    try: print(re.match(p, 'a' * 1000))
    except (re.error, RecursionError, OverflowError, MemoryError) as e: print(type(e).__name__)
