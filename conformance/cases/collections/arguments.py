# covers: Emulating container types
"""The containers of collections with fitting and unfitting arguments."""

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


import collections
from collections import namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap, UserDict, UserList, UserString
P = namedtuple('P', 'x y', defaults=[5])
T("""
P(1), P(1, 2), P._fields, P._field_defaults, P(1)._asdict(), P(1)._replace(x=3), P._make([1, 2]), P(1) == (1, 5), P(1).x, P.x.__doc__, repr(P), P(1)[0], P.__match_args__, P(1, 2) + (3,), hash(P(1)) == hash((1, 5)), P.__doc__, P.__slots__, P.__module__
P()
P(1, 2, 3)
P(z=1)
P(1)._replace(z=1)
P._make([1])
P._make(5)
P(1).x = 5
P(1).z
P(1).__dict__
namedtuple('A', 'a a')
namedtuple('A', 'a 1b')
namedtuple('A', 'class')
namedtuple('A', '_x')
namedtuple('1A', 'a')
namedtuple('A', 'a b', defaults=[1, 2, 3])
namedtuple('A', 'a class _x a', rename=True)._fields
namedtuple('A', ['a', 'b'], module='mm').__module__, namedtuple('A', 'a,b')._fields, namedtuple('A', ())()
namedtuple(5, 'a')
namedtuple('A', 5)
namedtuple('A', 'a', 5)
deque(5)
deque([1], -1)
deque([1], 'a')
deque([1], 1.0)
deque([1], 2, 3)
deque(x=1)
deque([])[0]
deque([])['a']
deque([])[1:2]
deque([]).pop()
deque([]).popleft()
deque([1]).remove(5)
deque([1]).index(5)
deque([1], 1).insert(0, 2)
deque([1]).insert('a', 1)
deque([1, 2, 3]).rotate('a')
deque([1]) + [1]
deque([1]) * 'a'
deque([1]) < [1]
deque([1]).maxlen = 5
hash(deque())
deque([1, 2, 3]).extendleft('ab'), deque([1]).extend(5)
deque([1]).extendleft(5)
deque.append(5, 1)
deque.__init__(deque([1]), 5)
Counter('aab'), Counter(a=2), Counter({'a': 2}), Counter('aab')['z'], Counter('aab').most_common(1), sorted(Counter(a=2, b=-1).elements()), Counter('ab') + Counter('b'), Counter('ab') - Counter('b'), Counter('ab') & Counter('b'), Counter('ab') | Counter('bb'), +Counter(a=-1, b=1), -Counter(a=-1), Counter('aab').total(), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1)
Counter(5)
Counter('a', 'b')
Counter(a='x') + Counter(a=1)
Counter([[]])
Counter('ab').fromkeys('a')
Counter('ab') + 5
Counter(a=1) < 5
Counter('aab').subtract('a'), Counter('aab').update(a=5), Counter('aab').most_common(-1), Counter('aab').most_common(None)
Counter('aab').update(5)
del Counter('a')['z'], Counter('a').pop('z', 5)
Counter(a='x'), Counter(a=None), repr(Counter(a=1, b='x'))
OrderedDict([(1, 2), (3, 4)]), OrderedDict(a=1) == OrderedDict(a=1), OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict([(1, 2), (3, 4)]) == {3: 4, 1: 2}, OrderedDict({1: 2}).popitem(False), OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), list(reversed(OrderedDict(a=1, b=2)))
OrderedDict().popitem()
OrderedDict(a=1).move_to_end('z')
OrderedDict(5)
OrderedDict([1])
OrderedDict().pop('x')
OrderedDict(a=1, b=2).move_to_end('a', last=False)
defaultdict(list)['a'], defaultdict(None), defaultdict(list, a=1), defaultdict(int) | {'a': 1}, {'a': 1} | defaultdict(int), defaultdict(list).copy(), defaultdict(list).__missing__('z'), defaultdict(int).default_factory
defaultdict(None)['a']
defaultdict(5)
defaultdict(lambda: 1/0)['a']
defaultdict(list).__missing__([])
defaultdict(list, 5)
defaultdict(list).get('a'), 'a' in defaultdict(list)
ChainMap({'a': 1}, {'a': 2, 'b': 3})['a'], ChainMap({'a': 1}, {'b': 3}), len(ChainMap({'a': 1}, {'a': 3})), list(ChainMap({'a': 1}, {'b': 3})), ChainMap().new_child({'x': 1}), ChainMap({}, {'a': 1}).parents, dict(ChainMap({'a': 1}, {'b': 2})), ChainMap({'a': 1}) == {'a': 1}, ChainMap({'a': 1}) | {'b': 2}, {'b': 2} | ChainMap({'a': 1})
ChainMap()['z']
del ChainMap({}, {'a': 1})['a']
ChainMap().popitem()
ChainMap({}, {'a': 1}).pop('a')
UserDict(a=1), UserDict({'a': 1})['a'], UserDict() == {}, UserList([1]) + [2], UserList('ab'), UserString('a') + 'b', UserString('abc')[1], UserString(5), UserList([1]) == [1], UserString('a') == 'a', hash(UserString('a')) == hash('a'), UserDict(a=1) | {'b': 2}, UserString('%s') % 5, UserList([1, 2])[0:1], UserString('a') < 'b', 'a' in UserString('abc'), UserString('a').upper()
UserDict()['z']
UserList()[0]
UserString('a') + 5
UserString('a') < 5
UserDict(5)
hash(UserDict())
hash(UserList())
""")
class MD(UserDict):
    def __missing__(s, k): return 'miss ' + k
print(MD()['q'], MD().get('q'), 'q' in MD())
class DD(defaultdict):
    def __missing__(s, k): return 'own'
print(DD(list)['x'])
d = deque([1, 2, 3])
try:
    for x in d: d.append(x)
except RuntimeError as e: print(e)
it = iter(d); d.pop()
try: next(it)
except RuntimeError as e: print(e)
class OD(OrderedDict):
    def __setitem__(s, k, v): print('set', k); super().__setitem__(k, v)
    def __delitem__(s, k): print('del', k); super().__delitem__(k)
o = OD(a=1); o.update(b=2); o['c'] = 3; o.pop('a'); o.popitem(); o.setdefault('z', 1); o |= {'y': 2}; print(o, o.copy(), type(o.copy()))
o = OrderedDict(a=1, b=2)
try:
    for k in o: del o[k]
except RuntimeError as e: print(e)
try:
    for k in o: o['n'] = 1
except RuntimeError as e: print(e)
class Cn(Counter):
    def __missing__(s, k): return 7
print(Cn()['a'], Cn('a') + Counter('b'), type(Cn('a') + Counter('b')))
