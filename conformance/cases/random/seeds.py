# covers: Emulating numeric types
# Seeds of each kind, and each distribution, number for number.
import random
from random import Random
for seed in (0, 1, -1, 2**100, "text", b"bytes", bytearray(b"array"), 1.5, True, ""):
    r = Random(seed)
    print(seed, r.random(), r.getrandbits(70), r.getrandbits(5), r.randrange(10**30), r.randint(-5, 5))
for seed in ("text", b"bytes", ""):
    r = Random()
    r.seed(seed, version=1)
    print(r.random())
r = Random(42)
print(r.choice("abcdef"), r.choices("abc", k=5), r.choices("abc", [1, 2, 3], k=5), r.choices("ab", cum_weights=[1, 4], k=4))
print(r.sample(range(1000), 5), r.sample(range(10), 10), r.sample("ab", counts=[3, 4], k=5), r.randbytes(7))
deck = list(range(12)); r.shuffle(deck); print(deck)
print(r.uniform(1, 3), r.triangular(), r.triangular(1, 5, 2), r.triangular(2, 2, 2), r.gauss(), r.gauss(1, 2), r.normalvariate(), r.normalvariate(3, 4))
print(r.expovariate(), r.expovariate(2), r.betavariate(2, 3), r.paretovariate(3), r.weibullvariate(1, 2), r.lognormvariate(0, 1))
print(r.gammavariate(0.5, 1), r.gammavariate(1, 2), r.gammavariate(3, 2), r.vonmisesvariate(1, 2), r.vonmisesvariate(0, 0))
print([r.binomialvariate(n, p) for n, p in ((1, 0.5), (10, 0.3), (100, 0.5), (1000, 0.9), (5, 0), (5, 1))])
state = r.getstate()
print(state[0], len(state[1]), state[2], hash(state) == hash(r.getstate()))
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], [r.randrange(5, 50, 7) for _ in range(8)], [r.randrange(50, 5, -7) for _ in range(8)])
for f in (lambda: r.seed([]), lambda: r.getrandbits(-1), lambda: r.getrandbits(0), lambda: r.getrandbits("x"), lambda: r.randrange(0), lambda: r.randrange(5, 5),
          lambda: r.randrange(1, 5, 0), lambda: r.randrange(1, 5, -1), lambda: r.randrange(3.5), lambda: r.choice([]), lambda: r.sample({1}, 1), lambda: r.sample([1], 2),
          lambda: r.sample([1], -1), lambda: r.sample([1], 1, counts=[1, 2]), lambda: r.choices([1, 2], [1]), lambda: r.choices([1, 2], 3), lambda: r.choices([1], [0]),
          lambda: r.choices([1], [1], cum_weights=[1]), lambda: r.gammavariate(0, 1), lambda: r.binomialvariate(-1), lambda: r.binomialvariate(1, 2),
          lambda: r.setstate((3, (1,), None)), lambda: r.setstate((9, (), None)), lambda: r.setstate((3, [1], None)), lambda: r.setstate((3, (0,) * 624 + (625,), None)),
          lambda: Random(1, 2), lambda: random.SystemRandom().getstate(), lambda: random.SystemRandom().getrandbits(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Half(Random):
    def random(self): return 0.5
class Bits(Random):
    def getrandbits(self, k): return 1
print(Half().randrange(10), Half().choice("abc"), Bits().randrange(10), Half(3).shuffle([1]))
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.randrange(7) < 7, len(s.randbytes(5)), s.seed(5))
random.seed(7)
print(random.random(), random.randint(1, 6), random.getstate()[0])
