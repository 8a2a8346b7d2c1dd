# covers: Emulating container types; __iter__
"""Views, reversed views and sets that are changed while they are iterated."""

def t(name, f):
    d = {1: 1, 2: 2, 3: 3}
    seen = []
    try:
        for x in f(d)[0]:
            seen.append(x); f(d)[1](d)
            if len(seen) > 10: break
        print(name, seen, d)
    except BaseException as e: print(name, type(e).__name__, e, seen, len(d))
for vn, view in {'keys': dict.keys, 'values': dict.values, 'items': dict.items, 'rev': reversed, 'revitems': lambda d: reversed(d.items())}.items():
    for mn, m in {'add': lambda d: d.update({len(d) + 9: 0}), 'del': lambda d: d.pop(max(d)), 'clear': lambda d: d.clear(), 'replace': lambda d: d.__setitem__(1, 'x'), 'swap': lambda d: (d.pop(min(d)), d.__setitem__(max(d, default=0) + 1, 0))}.items():
        t(vn + ' ' + mn, lambda d: (view(d), m))
d = {1: 2}
it = iter(d); d[3] = 4
for i in range(3):
    try: print(next(it))
    except BaseException as e: print(type(e).__name__, e, it.__length_hint__())
it = iter({1: 2, 3: 4}); print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__())
it = iter({1: 2}.items()); print(next(it), it.__reduce__(), next(it, 'end'))
s = {1, 2, 3}
it = iter(s); s.add(99)
for i in range(2):
    try: print(next(it))
    except BaseException as e: print(type(e).__name__, e, it.__length_hint__())
it = iter({1, 2}); print(it.__length_hint__(), it.__reduce__()[1])
s = {1, 2, 3}
try:
    for x in s: s.discard(x)
except RuntimeError as e: print(e, len(s))
s = {1, 2, 3}
try:
    for x in s: s.remove(x); s.add(x + 10)
    print(len(s))
except RuntimeError as e: print(e, len(s))
