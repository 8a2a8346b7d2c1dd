# covers: Emulating container types; __lt__
"""Sorting while the list changes, keys that raise, items that have no order."""

def T(text):
    """Runs each line, and shows what comes of it."""
    for line in text.strip().splitlines():
        try:
            try:
                code = compile(line, '<line>', 'eval')
            except SyntaxError:
                exec(compile(line, '<line>', 'exec'), globals())
                result = 'done'
            else:
                result = eval(code, globals())
                result = f'{type(result).__name__} {result!r}'
        except BaseException as error:
            result = f'{type(error).__name__}: {error}'
        print(line, '->', result)


class K:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        act(l)
        return self.n < o.n
    def __repr__(self): return f'K{self.n}'
for name, act in {'append': lambda l: l.append(1), 'clear': lambda l: l.clear(), 'len': lambda l: print('seen', len(l)), 'setitem': lambda l: l.__setitem__(slice(0, 0), [1, 2]), 'sort': lambda l: l.sort(), 'pop': lambda l: l.pop(), 'iadd': lambda l: l.__iadd__([1])}.items():
    l = [K(2), K(1)]
    try: print(name, l.sort(), l)
    except BaseException as e: print(name, type(e).__name__, e, l)
l = [3, 1, 2]
def key(x):
    l.append(x); return x
try: l.sort(key=key)
except ValueError as e: print(e, l)
l = [3, 1, 2]
def key(x):
    if x == 1: raise KeyError(x)
    return x
try: l.sort(key=key)
except KeyError as e: print('K', e, l)
class B:
    def __init__(s, n): s.n = n
    def __lt__(s, o):
        if s.n == 1 or o.n == 1: raise ZeroDivisionError
        return s.n < o.n
    def __repr__(s): return f'B{s.n}'
l = [B(3), B(4), B(2), B(1), B(0)]
try: l.sort()
except ZeroDivisionError: print(l)
T("""
[3, 'a', 1].sort()
[1, None].sort()
[1j, 2j].sort()
[].sort(5)
[].sort(key=5), [1].sort(key=None)
[1, 2].sort(key=5)
[2, 1].sort(reverse='x')
[2, 1].sort(reverse=None)
[].sort(cmp=1)
[(1, 'a'), (1, None)].sort()
sorted([3, 1, 2], key=lambda x: -x, reverse=True)
sorted(5)
sorted([1], None)
sorted()
sorted([1], key=1, foo=2)
sorted({3: 1, 1: 2}), sorted('bca'), sorted((2, 1)), sorted({2, 1}), sorted([True, 0, 2.5])
sorted([float('nan'), 1.0, 2.0, float('nan'), 0.5])
sorted([[2], [1, 5], [1]]), sorted([(1, 2), (1,)]), sorted(['b', 'a'], reverse=1)
""")
