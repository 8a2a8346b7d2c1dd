# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import dataclasses
@dataclasses.dataclass(order=True)
class N:
    next: object = None
a = N(); a.next = a
b = N(); b.next = b
print(repr(a))
for work in (lambda: a == b, lambda: a < b, lambda: dataclasses.asdict(a), lambda: dataclasses.astuple(a)):
    try: work()
    except RecursionError: print('rec')
x = None
for i in range(20000): x = N(x)
for work in (lambda: repr(x), lambda: dataclasses.asdict(x), lambda: x == x, lambda: dataclasses.replace(x) == x):
    try: work()
    except RecursionError: print('rec')
