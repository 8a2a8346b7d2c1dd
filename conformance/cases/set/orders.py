# covers: Emulating container types; __iand__; __ixor__
# The order of the results of all operations on sets.
seed = 99
def rnd(k):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % k
def mk(n, k):
    s = set()
    for _ in range(n): s.add(rnd(k) * (1 if rnd(3) else 4099))
    for _ in range(rnd(n // 2 + 1)): s.discard(rnd(k))
    return s
for n in (3, 6, 40, 120):
    for m in (3, 15, 120):
        for k in (10, 60, 5000):
            a, b = mk(n, k), mk(m, k)
            r = [a - b, a & b, a | b, a ^ b, a.difference(list(b)), a.intersection(list(b)), a.union(list(b)), a.symmetric_difference(list(b)), frozenset(a) - b, frozenset(a) ^ b, a.difference(dict.fromkeys(b)), a.difference(b, [1]), a.intersection(b, a), a.union(b, a), set(a), frozenset(a), a.copy(), set(list(a)), {*a, *b}, set(dict.fromkeys(a)), dict.fromkeys(a).keys() & b, dict.fromkeys(a).keys() - b, dict.fromkeys(a).keys() | b, dict.fromkeys(a).keys() ^ b, b & dict.fromkeys(a).keys(), {x for x in a if x % 2}]
            for x in r: print(list(x) if len(x) < 12 else hash(tuple(x)), end=" ")
            for op in ("__isub__", "__iand__", "__ior__", "__ixor__"):
                c = a.copy(); getattr(c, op)(b); print(hash(tuple(c)), end=" ")
                c = mk(n, k); d = mk(m, k); getattr(c, op)(d); print(hash(tuple(c)), end=" ")
            for op in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
                c = mk(n, k); d = mk(m, k); getattr(c, op)(list(d)); print(hash(tuple(c)), end=" ")
                c = mk(n, k); d = mk(m, k); getattr(c, op)(dict.fromkeys(d)); print(hash(tuple(c)), end=" ")
            print()
