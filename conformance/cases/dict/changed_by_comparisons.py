# covers: Emulating container types; __eq__; __hash__
"""A dict that is changed by the __eq__ of its keys in the middle of each operation."""

class K:
    def __init__(self, n, h=1): self.n = n; self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o):
        global cnt
        cnt += 1
        if cnt < 6: act(d)
        return isinstance(o, K) and self.n == o.n
    def __repr__(self): return f'K{self.n}'
acts = {'clear': lambda d: d.clear(), 'add': lambda d: d.update({cnt + 100: 1}), 'del': lambda d: d.popitem() if d else 0, 'grow': lambda d: d.update(dict.fromkeys(range(50 * cnt, 50 * cnt + 50)))}
ops = {'get': lambda d: d.get(K(9)), 'getitem': lambda d: d[K(9)], 'in': lambda d: K(1) in d, 'set': lambda d: d.__setitem__(K(9), 5), 'setdefault': lambda d: d.setdefault(K(9), 5), 'pop': lambda d: d.pop(K(9), 'def'), 'del': lambda d: d.__delitem__(K(1)), 'eq': lambda d: d == {K(0): 0, K(1): 1, K(2): 2}, 'copy': lambda d: len(d.copy()), 'update': lambda d: d.update({K(9): 1, K(1): 1}), 'or': lambda d: len(d | {K(1): 1}), 'items': lambda d: d.items() == {K(0): 0, K(1): 1, K(2): 2}.items(), 'initems': lambda d: (K(2), 2) in d.items(), 'and': lambda d: len(d.keys() & [K(1)]), 'fromkeys': lambda d: len(dict.fromkeys(d)), 'kw': lambda d: dict(d, a=1).__len__()}
for an, act in acts.items():
    for on, op in ops.items():
        cnt = 100; d = {K(0): 0, K(1): 1, K(2): 2}; cnt = 0
        try: r = op(d)
        except BaseException as e: r = (type(e).__name__, str(e))
        print(an, on, r, len(d), cnt)
