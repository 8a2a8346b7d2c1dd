# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import pprint
x = []
for i in range(50000): x = [x]
for work in (lambda: pprint.pformat(x), lambda: pprint.isreadable(x), lambda: pprint.pformat(x, depth=10), lambda: pprint.saferepr(x)):
    try: work()
    except RecursionError: print('rec')
for work in (lambda: pprint.pformat([[1, 2, 3] * 100], indent=10**9), lambda: pprint.pformat(['x y ' * 100000], width=1), lambda: pprint.pformat({i: {i: [i] * 30} for i in range(300)}, width=1)):
    try: work()
    except (MemoryError, OverflowError) as e: print(type(e).__name__)
