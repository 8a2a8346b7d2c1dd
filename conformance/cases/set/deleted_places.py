# covers: Emulating container types
# Which place of the table a new key takes, as the order of iteration shows.
s = {1, 2}; s.discard(1); s.add(9); print(list(s))
s = {1}; s.discard(1); s.add(1); s.add(2); print(list(s))
s = {1}
it = iter(s); next(it); s.discard(1); print(it.__length_hint__()); s.add(1); print(it.__length_hint__()); print(list(it))
s = {1, 3}
it = iter(s); print(next(it)); s.discard(1); s.add(1); print(list(it), it.__length_hint__())
s = {1, 3}
it = iter(s); print(next(it)); s.discard(3); s.add(4); print(list(it), it.__length_hint__())
s = {1, 3}
it = iter(s); print(next(it)); s.discard(3); s.add(3); print(list(it), it.__length_hint__())
def run(s, f):
    out = []
    for i, x in enumerate(s):
        out.append(x); f(s, x)
        if i > 20: break
    return out
print(run({1}, lambda c, x: (c.discard(x), c.add(x))))
print(run({1, 2}, lambda c, x: (c.discard(x), c.add(x))))
print(run({1, 2, 3}, lambda c, x: (c.discard(x), c.add(x))))
print(run({1, 2, 3}, lambda c, x: (c.discard(x), c.add(x + 10))))
print(run(set(range(10)), lambda c, x: (c.discard(x), c.add(x))))
s = {1, 9, 17}; s.discard(1); s.discard(9); s.add(25); print(list(s)); s.add(33); print(list(s))
seed = 7
def rnd(k):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % k
for n in (5, 20, 100, 300):
    for k in (8, 50, 1000):
        s = set()
        for i in range(n * 10):
            op = rnd(10)
            x = rnd(k) * (1 if rnd(2) else 2**20 + 1)
            if op < 5: s.add(x)
            elif op < 8: s.discard(x)
            elif op == 8 and s: s.pop()
            elif op == 9: s ^= {x, x + 1}
            if len(s) > n: s.pop(); s.discard(x)
        print(n, k, len(s), list(s)[:40])
