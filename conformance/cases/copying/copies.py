# covers: Basic customization; The standard type hierarchy
# copy, deepcopy and copyreg over the built-in types and classes of every kind.
import copy, copyreg, collections, functools, operator, types, weakref, enum
def bare(t): return ' '.join(w for w in t.replace('>', ' > ').split() if w[:2] != '0x')
def out(*a): print(*[bare(str(x)) for x in a])
def show(label, f):
    try: r = f()
    except Exception as e: out(label, type(e).__name__, e)
    else: out(label, r)
class P:
    def __init__(s, x, y): s.x, s.y = x, y
    def __repr__(s): return f'P({s.x!r}, {s.y!r})'
    def __eq__(s, o): return s.__dict__ == o.__dict__
    __hash__ = None
class Q:
    __slots__ = ('a', '__b', '__dict__')
    def __init__(s): s.a = [1]; s.__b = 2; s.z = {}
    def __repr__(s): return f'Q({s.a} {s.__b} {s.z})'
class R(Q):
    __slots__ = 'c'
class N:
    def __new__(cls, a, *, k): o = super().__new__(cls); o.a = a; o.k = k; return o
    def __getnewargs_ex__(s): return (s.a,), {'k': s.k}
    def __repr__(s): return f'N({s.a},{s.k})'
class L(list):
    pass
l = L([1, [2]]); l.q = [3]
class D(dict): pass
d = D(a=[1]); d.r = [5]
class E(enum.Enum): A = 1
p = P([1, 2], {'k': [3]})
for o in (p, Q(), R(), N([1], k=[2]), l, d, E.A, (1, [2]), {1, 2}, frozenset([1]), bytearray(b'x'), collections.deque([1, [2]], 5), collections.OrderedDict(a=[1]), collections.defaultdict(list, a=[1]), collections.Counter('aab'), collections.ChainMap({1: 2}), types.SimpleNamespace(a=[1]), functools.partial(print, [1], x=[2]), operator.itemgetter(1, 2), operator.attrgetter('a.b'), operator.methodcaller('f', 1, x=2), slice(1, 2), range(3), 1j, None, ..., NotImplemented, int, len, [].append, p.__repr__, list[int], int | str, collections.namedtuple('NT', 'a b')([1], 2), OSError(2, 'x', 'f'), ValueError('a', [1]), ImportError('m', name='n'), AttributeError('a', name='b', obj=1), KeyError('x'), StopIteration([1]), UnicodeDecodeError('utf-8', b'x', 0, 1, 'r'), ExceptionGroup('g', [ValueError(1)]), SyntaxError('m', ('f', 1, 2, 't'))):
    for fn in (copy.copy, copy.deepcopy):
        try: c = fn(o)
        except Exception as e: out(fn.__name__, type(o).__name__, type(e).__name__, e); continue
        out(fn.__name__, type(o).__name__, c is o, type(c) is type(o), repr(c).split(' at 0x')[0], getattr(c, '__dict__', None) if not isinstance(c, type) and not callable(c) else '')
p2 = copy.copy(p); out(p2.x is p.x); p3 = copy.deepcopy(p); out(p3.x is p.x, p3 == p)
a = [1]; a.append(a); b = copy.deepcopy(a); out(b[1] is b)
t = ([],); t[0].append(t); u = copy.deepcopy(t); out(u[0][0] is u)
for o in (iter([1, 2]), iter((1,)), iter({1: 2}), iter('ab'), iter(range(3)), iter({5}), enumerate('ab'), zip([1], [2]), zip([1],[2],strict=True), map(len, ['a']), filter(None, [0, 1]), reversed([1, 2]), reversed((1, 2)), iter(b'ab'), iter(bytearray(b'ab')), iter({1: 2}.items()), iter({1: 2}.values()), reversed({1: 2}), iter(collections.deque([1, 2])), reversed(collections.deque([1, 2])), iter(collections.OrderedDict(a=1)), iter(int, 0), iter(range(1 << 70, (1 << 70) + 2))):
    show(type(o).__name__ + ' reduce', lambda: o.__reduce__())
    show(type(o).__name__ + ' copy', lambda: list(copy.copy(o))[:3] if type(o).__name__ != 'callable_iterator' else 0)
def gen(): yield
for o in (gen(), (lambda: 1).__code__, memoryview(b''), {}.keys(), object(), property(), staticmethod(len), type.__dict__, super(P, p), gen, copy, weakref.ref(P), weakref.proxy(p)):
    for n in (0, 2, 4):
        show((type(o).__name__, n), lambda: bare(str(o.__reduce_ex__(n)))[:50])
    show((type(o).__name__, 'deepcopy'), lambda: type(copy.deepcopy(o)).__name__)
show('getstate', lambda: (P(1, 2).__getstate__(), Q().__getstate__(), object().__getstate__(), R().__getstate__()))
class Bad1:
    def __getnewargs_ex__(s): return 1
class Bad2:
    def __getnewargs_ex__(s): return (1, 2, 3)
class Bad3:
    def __getnewargs_ex__(s): return (1, {})
class Bad4:
    def __getnewargs_ex__(s): return ((), 1)
class Bad5:
    def __getnewargs__(s): return [1]
class Bad6: __slotnames__ = 5
class Bad7:
    def __getnewargs_ex__(s): return (1,), {}
    def __new__(cls, *a): return super().__new__(cls)
for B in (Bad1, Bad2, Bad3, Bad4, Bad5, Bad6, Bad7): show(B.__name__, lambda: B().__reduce_ex__(2)[1])
class Own:
    def __reduce__(s): return 'own'
show('own', lambda: Own().__reduce_ex__(2)); show('base', lambda: object.__reduce__(Own())[1])
class GS:
    def __getstate__(s): return 'st'
    def __setstate__(s, v): s.got = v
show('gs', lambda: copy.copy(GS()).got); show('r2', lambda: GS().__reduce_ex__(2)[2]); show('r0', lambda: GS().__reduce__()[1:])
show('arg', lambda: object().__reduce_ex__()); show('arg', lambda: object().__reduce_ex__('x')); show('big', lambda: object().__reduce_ex__(1 << 80))
out(copyreg._slotnames(R), R.__slotnames__, copyreg.dispatch_table)
show('replace', lambda: copy.replace(1)); show('replace', lambda: copy.replace(collections.namedtuple('X', 'a b')(1, 2), a=5)); show('sn', lambda: copy.replace(types.SimpleNamespace(a=1), a=2, b=3))
out(copy.error is copy.Error, copy.__all__, copyreg.__all__)
copyreg.add_extension('a', 'b', 5); show('x', lambda: copyreg.add_extension('a', 'b', 6)); show('x', lambda: copyreg.add_extension('a', 'c', 5)); show('x', lambda: copyreg.add_extension('a', 'c', 0)); show('x', lambda: copyreg.remove_extension('a', 'b', 7)); copyreg.remove_extension('a', 'b', 5)
show('pk', lambda: copyreg.pickle(int, 5)); show('ct', lambda: copyreg.constructor(5))
copyreg.pickle(P, lambda p: (P, (0, 0))); out(copy.copy(p))
it = iter(list[int]); out(it.__reduce__()); s = next(it); out(s, s.__reduce__()); out(copy.copy(s), copy.copy(s) == s)
out((1).__add__.__reduce__(), int.__add__.__reduce__(), str.join.__reduce__(), R.c.__reduce__(), gen.__get__(5).__reduce__())
