# limits: --max-memory 64M --max-ticks 3000000 ; expect: within 10 s of CPU, RSS < 160 MB, exit 0..3, no abort
import collections
d=collections.deque(maxlen=2**62)
try: d.extend(iter(int,1))
except MemoryError: print('me')
d=collections.deque([1,2,3])
try: d*=10**9
except MemoryError: print('me')
try: d*10**15
except (MemoryError,OverflowError): print('me')
d.rotate(10**15); d.rotate(-10**18)
d=collections.deque([1],maxlen=1); d*=10**9
try: collections.Counter(iter(int,1))
except MemoryError: print('me')
