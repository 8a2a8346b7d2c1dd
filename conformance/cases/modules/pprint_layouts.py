# covers: The standard type hierarchy
# ours: pprint
# pprint: every kind of value in narrow and wide layouts, recursion, subclasses of the printer.
import types, collections, dataclasses
from collections import *
from pprint import *
vals = [list(range(33)), {i: 'x' * i for i in range(12)}, ('a' * 40, 'b' * 50), 'word ' * 30, 'line one\nline two is longer\n' * 5, b'bytes' * 30, bytearray(b'q' * 100), {'a': {'b': {'c': list(range(30))}}, 'z': 1}, set('abcdefghijklmnopqrstuvwxyz'), frozenset(range(40)), [], {}, (), '', (1,), [[1, 2, [3, 4, [5, 6, [7] * 30]]]], OrderedDict((i, i * 1000) for i in range(20)), defaultdict(list, {i: [i] * 5 for i in range(10)}), Counter('abracadabra' * 3), Counter({chr(i) * 8: i for i in range(97, 110)}), ChainMap({'a': 1}, {'b' * 50: 2, 'c' * 40: 3}), deque(range(40)), deque(range(40), maxlen=50), types.MappingProxyType({i: i ** 10 for i in range(10)}), types.SimpleNamespace(a=1, b=list(range(30)), c='x' * 50), UserDict({i: i ** 10 for i in range(10)}), UserList(range(50)), UserString('word ' * 30), {1: 2, 'a': 3, (1, 2): 4, None: 5, 1.5: 6}, {1, 'a', None} and [1, 'a'], 10 ** 20, [12345678, -1234.5, True], ['short', 'x' * 100, {'k': 'word ' * 20}], ('x' * 90,), {'k' * 60: 'word ' * 20}, [{'a': 1, 'b': 2}, {'a': 3, 'b': 4}] * 4, set(), deque(), Counter(), OrderedDict(), 'x' * 100, "it's " * 25, ['a\tb' * 30], 1 + 2j, object, [b'abc' * 20, b''], b'a', ChainMap()]
class LL(list): pass
class LR(list):
    def __repr__(self): return 'LR!'
vals += [LL(range(40)), LR(range(40)), [LR()], namedtuple('P', 'a b')(1, list(range(30)))]
for v in vals:
    for kw in [{}, dict(width=30), dict(indent=4, width=40), dict(compact=True), dict(depth=2, width=20), dict(sort_dicts=False, underscore_numbers=True), dict(compact=True, indent=3, width=25)]:
        if set not in map(type, [v]) or 1: print(pformat(v, **kw))
l = [1]; l.append(l); d = {'a': l}; d['d'] = d
def ids(s): 
    out = []; i = 0
    while (j := s.find('id=', i)) >= 0:
        k = j + 3
        while s[k:k+1].isdigit(): k += 1
        out.append(s[i:j] + 'id=N'); i = k
    return ''.join(out) + s[i:]
print(ids(pformat(l)), ids(pformat(d)), isrecursive(l), isreadable(l), isreadable([1]), isreadable(object()), isreadable([object]), ids(saferepr(d)), saferepr({'b': 1, 'a': [2]}), isrecursive([1]))
@dataclasses.dataclass
class DC:
    a: int
    b: list = dataclasses.field(default_factory=lambda: list(range(40)))
    c: object = None
    h: int = dataclasses.field(default=1, repr=False)
@dataclasses.dataclass(repr=False)
class DN:
    a: int
    def __repr__(self): return 'DN' * 60
x = DC(1); print(pformat(x), pformat([x], width=40), pformat(DN(1))); x.c = x; print(ids(pformat(x)))
pprint({'b': 1, 'a': 2}); pp({'b': 1, 'a': 2}); pp([1] * 40, width=20, compact=True)
class W:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
w = W(); pprint([1, 2], w); print(w.t); PrettyPrinter(stream=w, width=5).pprint({'a': [1, 2]}); print(''.join(w.t))
for kw in [dict(indent=-1), dict(depth=0), dict(width=0), dict(width='x'), dict(depth=-1)]:
    try: PrettyPrinter(**kw)
    except ValueError as e: print(e)
class Up(PrettyPrinter):
    def format(self, o, c, m, l):
        if isinstance(o, str): return o.upper(), True, False
        return super().format(o, c, m, l)
print(Up().pformat(['a', {'b': 'c'}]))
class Un:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'Un{self.n}'
print(pformat({Un(1): 1, Un(2): 2}) in ('{Un1: 1, Un2: 2}', '{Un2: 2, Un1: 1}'), isreadable(Un(1)))
