# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import typing
T = typing.TypeVar('T')
class G(typing.Generic[T]): pass
x = G[T]
for i in range(200):
    x = G[x]
try: x[int]
except RecursionError: print('rec')
Ts = [typing.TypeVar('T%d' % i) for i in range(800)]
class H(typing.Generic[tuple(Ts)]): pass
H[tuple([int] * 800)]
