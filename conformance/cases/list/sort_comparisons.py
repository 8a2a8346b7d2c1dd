# covers: Basic customization; __lt__
# Which pairs list.sort compares, in which order, and what is left when a comparison raises.
log = []
class K:
    def __init__(s, v, n): s.v, s.n = v, n
    def __lt__(s, o): log.append((s.n, o.n)); return s.v < o.v
seed = 12345
def rnd(k):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % k
def digest(l):
    h = 0
    for a, b in l: h = (h * 1000003 + a * 7919 + b) % (2**61 - 1)
    return h
for n in [0, 1, 2, 3, 5, 8, 33, 64, 130, 700]:
    for kind in range(14):
        for k in (2, 10**6):
            if kind == 0: a = [rnd(k) for _ in range(n)]
            elif kind == 1: a = sorted(rnd(k) for _ in range(n))
            elif kind == 2: a = sorted((rnd(k) for _ in range(n)), reverse=True)
            elif kind == 3: a = sorted(rnd(k) for _ in range(n // 2)) + sorted(rnd(k) for _ in range(n - n // 2))
            elif kind == 4: a = sorted((rnd(k) for _ in range(n // 3)), reverse=True) + [rnd(k) for _ in range(n - n // 3)]
            elif kind == 5: a = list(range(n)); 
            elif kind == 6: a = list(range(n)); [a.__setitem__(rnd(n), rnd(n)) for _ in range(n // 10 + 1) if n]
            elif kind == 7: a = [i % 7 * k for i in range(n)]
            elif kind == 8: a = sorted(range(n), key=lambda x: x % 5 * 1000 + x)
            elif kind == 9: a = sum([sorted(rnd(k) for _ in range(rnd(60) + 1)) for _ in range(n // 30 + 1)], [])[:n]
            elif kind == 10: a = list(range(n // 2, n)) + list(range(n // 2))
            elif kind == 11: a = [5] * (n // 2) + [4] * (n - n // 2)
            elif kind == 12: a = [-(i // 3) for i in range(n)]
            else: a = list(range(n // 2)) + list(range(n // 2))[::-1] + [n]
            for rev in (False, True):
                ks = [K(v, i) for i, v in enumerate(a)]
                log.clear()
                ks.sort(reverse=rev)
                print(n, kind, k, rev, len(log), digest(log), digest([(x.n, 0) for x in ks]))
class F(K):
    def __lt__(s, o):
        log.append(0)
        if len(log) == stop: raise ValueError
        return s.v < o.v
for n in (5, 50, 150, 400):
    for stop in (1, 3, 10, 40, 100, 300, 500, 900, 1500, 2500):
        ks = [F(rnd(1000), i) for i in range(n)]
        log.clear()
        try: ks.sort()
        except ValueError: pass
        print(n, stop, [x.n for x in ks] if n < 60 else digest([(x.n, 0) for x in ks]))
class Rnd(K):
    def __lt__(s, o): return rnd(2) == 0
for n in (10, 100, 300, 700):
    ks = [Rnd(0, i) for i in range(n)]; ks.sort(); print(n, digest([(x.n, 0) for x in ks]))
