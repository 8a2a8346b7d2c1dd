# limits: --max-memory 64M --max-ticks 20000000 ; expect: within 5 s of CPU, RSS < 160 MB, exit 1..9, no abort
import re
re.match("(a*)*b", "a" * 40)
print("not reached")
