# covers: Metaclasses; Customizing instance and subclass checks; __instancecheck__
"""Abstract classes and those of collections.abc with what they add."""

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


import abc, collections.abc as c
class A(abc.ABC):
    @abc.abstractmethod
    def m(self): return 'base'
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def cm(cls): ...
class B(A):
    def m(self): return super().m()
class Cc(B):
    p = 1; cm = 2
class H(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, k): print('hook', k.__name__); return {'int': True, 'str': False}.get(k.__name__, NotImplemented)
T("""
A()
B()
Cc().m(), A.__abstractmethods__ == {'m', 'p', 'cm'}, B.__abstractmethods__ == {'p', 'cm'}, Cc.__abstractmethods__
issubclass(int, H), isinstance('a', H), issubclass(float, H), issubclass(float, H), isinstance(5, H)
A.register(int), isinstance(5, A), issubclass(bool, A), int in A.__subclasses__()
A.register(5)
A.register(A)
A.register(object)
issubclass(5, A)
isinstance(5)
abc.abstractmethod(5)
abc.abstractmethod(lambda: 1).__isabstractmethod__, abc.ABC.__class__, abc.get_cache_token() >= 0, abc.update_abstractmethods(Cc) is Cc
abc.ABCMeta('X', (), {}), abc.ABCMeta('X', (int,), {'a': abc.abstractmethod(lambda s: 1)})
abc.ABCMeta('X', (int,), {'a': abc.abstractmethod(lambda s: 1)})(5)
abc.ABCMeta('X', (list,), {'a': abc.abstractmethod(lambda s: 1), 'b': abc.abstractmethod(lambda s: 1)})()
[isinstance(x, c.Hashable) for x in (1, [], (), {}, set(), lambda: 0)], [isinstance(x, c.Iterable) for x in (1, [], 'a', iter([]), type('G', (), {'__getitem__': 1})())], [isinstance(x, c.Sequence) for x in ([], (), 'a', b'', range(1), memoryview(b''), {}, {1})], [isinstance(x, c.Mapping) for x in ({}, [], __import__('types').MappingProxyType({}))], [isinstance(x, c.Set) for x in (set(), {}.keys(), {}.items(), {}.values(), frozenset())], isinstance({}.values(), c.ValuesView), isinstance(iter({}), c.Iterator), isinstance((x for x in []), c.Generator), isinstance(len, c.Callable), isinstance([], c.Reversible), isinstance({}, c.Reversible), isinstance(set(), c.Reversible), isinstance([], c.Collection), isinstance(5, c.Sized), isinstance(b'', c.ByteString) if 0 else 1, isinstance(b'', c.Buffer), isinstance('', c.Buffer)
class It(c.Iterator): pass
It()
class It2(c.Iterator): __next__ = lambda s: 1
iter(It2()).__class__, next(It2())
class Sq(c.Sequence):
    def __len__(s): return 3
    def __getitem__(s, i):
        if i >= 3 or i < -3: raise IndexError(i)
        return i * 10
Sq().index(20), Sq().count(10), 10 in Sq(), list(reversed(Sq())), list(Sq())
Sq().index(99)
class MS(c.MutableSequence):
    def __init__(s): s.l = []
    def __len__(s): return len(s.l)
    def __getitem__(s, i): return s.l[i]
    def __setitem__(s, i, v): s.l[i] = v
    def __delitem__(s, i): del s.l[i]
    def insert(s, i, v): s.l.insert(i, v)
m = MS(); m.append(1); m.extend([2, 3]); m += [4]; m.reverse(); m.l, m.pop(), m.remove(3), m.l, m.clear(), m.l
m.pop()
m.remove(5)
class MM(c.MutableMapping):
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m = MM(); m.update(a=1, b=2); m.update([('c', 3)]); m.setdefault('d', 4), m.pop('a'), m.popitem(), m.get('zz'), 'b' in m, list(m.keys()), list(m.values()), list(m.items()), m == {'c': 3, 'd': 4}, m == m, len(m), repr(m.keys())[:9]
m.pop('zz')
m['zz']
m.keys() & ['c'], m.keys() | ['q'], m.items() - [('c', 3)], 'c' in m.keys(), ('c', 3) in m.items(), 3 in m.values(), m.clear()
m.popitem()
m.update(5)
hash(m)
class St(c.Set):
    def __init__(s, i=()): s.l = list(dict.fromkeys(i))
    def __contains__(s, x): return x in s.l
    def __iter__(s): return iter(s.l)
    def __len__(s): return len(s.l)
    def __repr__(s): return f'St({s.l})'
St('ab') & St('bc'), St('ab') | 'c', St('ab') - 'b', St('ab') ^ 'bc', St('ab') == {'a', 'b'}, St('a') <= St('ab'), St('a') < St('a'), St('a').isdisjoint('b'), St('a') != St('b'), {'a'} & St('ab'), {'a'} | St('b'), St('a') >= {'a'}, 'x' in St('x')
St('a') & 5
St('a') <= 5
St('a')._hash() == hash(frozenset('a')), St('ab') > St('a')
hash(St())
c.Callable[[int], str], c.Iterable[int], c.Mapping[str, int], c.Callable[..., int], c.Generator[int, str, None]
c.Callable[int]
c.Callable()
""")
