# covers: Basic customization; __eq__; __lt__; __ne__
"""All comparisons of objects whose methods answer, refuse, raise or are None."""

def meth(tag, res):
    def f(s, o):
        print(' ', tag, type(s).__name__, type(o).__name__)
        if isinstance(res, type) and issubclass(res, BaseException): raise res(tag)
        return res
    return f
N = NotImplemented
A = type('A', (), {'__eq__': meth('A.eq', N), '__lt__': meth('A.lt', N), '__gt__': meth('A.gt', 'agt'), '__le__': meth('A.le', N)})
B = type('B', (A,), {'__eq__': meth('B.eq', 'beq'), '__gt__': meth('B.gt', N)})
C = type('C', (A,), {})
D = type('D', (), {'__eq__': None, '__ne__': meth('D.ne', N), '__lt__': None})
E = type('E', (), {'__ne__': None})
F = type('F', (int,), {'__eq__': meth('F.eq', N), '__lt__': meth('F.lt', N), '__hash__': None})
G = type('G', (), {'__eq__': meth('G.eq', ZeroDivisionError)})
H = type('H', (), {'__eq__': meth('H.eq', [])})
objs = [A(), B(), C(), D(), E(), F(5), G(), H(), 5, 'x', None, [1], (1,), 5.0]
import operator
for x in objs:
    for y in objs:
        for op in ('eq', 'ne', 'lt', 'ge', 'gt', 'le'):
            try: r = getattr(operator, op)(x, y)
            except BaseException as e: r = f'{type(e).__name__}: {e}'
            print(type(x).__name__, op, type(y).__name__, r)
for c in (A, B, D, E, F, G, H): print(c.__name__, c.__hash__)
for x in objs[:8]:
    for f in (hash, lambda x: x in [x], lambda x: [x] == [x], lambda x: [x] == [5], lambda x: (5, x) < (5, x), lambda x: {x: 1}, lambda x: [5, x].index(x), lambda x: [5].count(x), lambda x: x in {5: 1}, lambda x: not x == x):
        try: r = f(x); r = r if not isinstance(r, (int, dict)) or isinstance(r, bool) else type(r).__name__
        except BaseException as e: r = f'{type(e).__name__}: {e}'
        print(type(x).__name__, r)
