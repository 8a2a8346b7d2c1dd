# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import collections
c = collections.Counter({i: 10**9 for i in range(3)})
try: list(c.elements())
except MemoryError: print('me')
class M(dict):
    def __missing__(self, k): return self[k]
try: M()[1]
except RecursionError: print('rec')
d = collections.defaultdict(lambda: d[len(d)])
try: d[0]
except RecursionError: print('rec')
o = collections.OrderedDict((i, i) for i in range(1000))
try:
    for k in o: o[k + 10000] = k; del o[k]
except RuntimeError as e: print(type(e).__name__)
class K:
    def __eq__(self, x): o.clear(); return True
    def __hash__(self): return 1
o.update({1: 2}); o[K()] = 1
o == collections.OrderedDict({1: 1, K(): 2})
