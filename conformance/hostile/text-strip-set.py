# limits: --max-memory 64M --max-ticks 30000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
s='\u1234\u1235'*5000000
try: s.strip(s)
except MemoryError: print('me')
try: ('a'*30000000).strip('a'*30000000)
except MemoryError: print('me')
