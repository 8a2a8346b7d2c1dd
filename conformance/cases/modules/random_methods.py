# covers: The standard type hierarchy
# random: every distribution by seed, choices and samples, subclasses that bring their own bits, errors.
import random
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for seed in (0, 1, -5, 10 ** 30, 1.5, "text", b"bytes", bytearray(b"x")):
    r = random.Random(seed)
    print(seed, [r.getrandbits(n) for n in (1, 8, 32, 33, 70)], r.randrange(10), r.randint(-5, 5), round(r.random(), 12))
r = random.Random(42)
for name, args in (("uniform", (1, 5)), ("triangular", ()), ("triangular", (1, 9, 2)), ("triangular", (5, 5)), ("normalvariate", ()), ("gauss", (1, 2)), ("gauss", ()), ("lognormvariate", (0, 1)), ("expovariate", ()), ("expovariate", (2,)), ("vonmisesvariate", (1, 2)), ("vonmisesvariate", (0, 1e-7)), ("gammavariate", (0.5, 1)), ("gammavariate", (1, 2)), ("gammavariate", (3, 2)), ("betavariate", (1, 2)), ("paretovariate", (3,)), ("weibullvariate", (1, 2)), ("binomialvariate", (10, 0.3)), ("binomialvariate", (100, 0.6)), ("binomialvariate", (1, 0.5))):
    print(name, args, round(getattr(r, name)(*args), 9))
print(r.choice("abc"), r.choices([1, 2, 3], k=5), r.choices("ab", [1, 9], k=6), r.choices("abc", cum_weights=[1, 3, 4], k=4), r.sample(range(100), 5), r.sample(["a", "b"], 4, counts=[3, 2]), r.randbytes(5))
x = list(range(8)); r.shuffle(x); print(x)
for f, a, k in ((r.randrange, (0,), {}), (r.randrange, (5, 5), {}), (r.randrange, (1, 10, 0), {}), (r.randrange, (1, 10, -1), {}), (r.randrange, (1.5,), {}), (r.randrange, (1,), {"step": 2}), (r.randint, (5, 1), {}), (r.choice, ([],), {}), (r.choice, ({1, 2},), {}), (r.choices, ([],), {}), (r.choices, ([1], [1, 2]), {}), (r.choices, ([1], [0]), {}), (r.choices, ([1, 2], [1, 1]), {"cum_weights": [1, 2]}), (r.choices, ([1], [float("inf")]), {}), (r.choices, ([1], 5), {}), (r.sample, ([1], 2), {}), (r.sample, ({1, 2}, 1), {}), (r.sample, ([1, 2], 1), {"counts": [1]}), (r.sample, ([1], 1), {"counts": [0]}), (r.sample, ([1], -1), {}), (r.sample, ([1], 1), {"counts": [1.5]}), (r.gammavariate, (0, 1), {}), (r.binomialvariate, (-1,), {}), (r.binomialvariate, (5, 2), {}), (r.getrandbits, (-1,), {}), (r.getrandbits, (0,), {}), (r.seed, ([],), {}), (r.seed, (1, 3), {}), (r.setstate, ((1, 2, 3),), {}), (r.setstate, ((3, (1,), None),), {}), (r.randbytes, (-1,), {}), (r.shuffle, ((1, 2),), {}), (random.SystemRandom().getstate, (), {}), (random.SystemRandom().getrandbits, (-1,), {})):
    tr(f, *a, **k)
s = r.getstate(); a = [r.random() for _ in range(3)]; r.setstate(s)
print(a == [r.random() for _ in range(3)], len(s), s[0], len(s[1]))
class Fixed(random.Random):
    def random(self): return 0.25
class Bits(random.Random):
    def getrandbits(self, k): return 1
print(Fixed().randrange(100), Fixed().choice("abcd"), Fixed().sample(range(10), 3), Bits().randrange(8), Bits().random() < 1)
import copy
c = copy.copy(r); print(c.random() == r.random(), 0 <= random.SystemRandom().random() < 1, random.SystemRandom().seed(5), len(random.SystemRandom().randbytes(4)))
