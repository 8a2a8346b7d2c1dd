# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import random
for work in (lambda: random.getrandbits(10**12), lambda: random.randbytes(10**12), lambda: random.choices([1], k=10**9), lambda: random.sample(range(10**9), 10**8), lambda: random.getrandbits(-1), lambda: random.randrange(10**100000), lambda: random.seed('x' * 10**7), lambda: random.seed(1 << 10**7), lambda: random.setstate((3, (1,) * 625, None)), lambda: random.setstate((3, (1 << 100,) * 625, None)), lambda: random.Random(10**1000000)):
    try: work()
    except (MemoryError, OverflowError, ValueError, TypeError) as e: print(type(e).__name__)
