# covers: Emulating container types; __eq__
"""A list that is changed by the __eq__ of its items while it is searched and compared."""

class E:
    def __init__(self, f, r=False): self.f = f; self.r = r
    def __eq__(self, o): self.f(); return self.r
    __hash__ = None
def t(name, mk, op):
    l = []
    n = [0]
    def f():
        n[0] += 1
        if n[0] < 10: mk(l)
    l.extend([E(f), 2, E(f), 4])
    try: r = op(l)
    except BaseException as e: r = (type(e).__name__, str(e))
    print(name, r if not isinstance(r, list) else len(r), len(l), n[0])
muts = {'clear': lambda l: l.clear(), 'pop': lambda l: l and l.pop(), 'append': lambda l: l.append(7), 'insert': lambda l: l.insert(0, 7), 'slice': lambda l: l.__setitem__(slice(1, 3), [])}
ops = {'index': lambda l: l.index(99), 'count': lambda l: l.count(99), 'remove': lambda l: l.remove(99), 'in': lambda l: 99 in l, 'eq': lambda l: l == [1, 2, 3, 4], 'eq2': lambda l: [1, 2, 3, 4] == l, 'lt': lambda l: l < [1, 2, 3, 5], 'ne': lambda l: l != list(l) + [1], 'tup': lambda l: tuple(l) == (1, 2, 3), 'idx': lambda l: l.index(99, 1, 50), 'idx2': lambda l: l.index(7)}
for a, m in muts.items():
    for b, o in ops.items(): t(a + ' ' + b, m, o)
