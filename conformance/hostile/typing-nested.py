# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import typing
x = int
for i in range(600): x = typing.List[x]
try: repr(x)
except RecursionError: print('rec')
try: hash(x)
except RecursionError: print('rec')
x == typing.List[x]
try: typing.get_type_hints(type('A', (), {'__annotations__': {'a': x}}))
except RecursionError: print('rec')
