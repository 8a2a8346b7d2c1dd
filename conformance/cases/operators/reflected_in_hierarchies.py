# covers: Emulating numeric types; __radd__; __rpow__; __iadd__
"""Which side is asked first, where methods are inherited, overridden, None or refuse."""

log = []
class Base:
    def __init__(s, n): s.n = n
    def __repr__(s): return s.n
def mk(name, base=Base, **m):
    return type(name, (base,), m)
def meth(tag, res):
    def f(s, o, *a):
        print(' ', tag, s, o, *a)
        if isinstance(res, type) and issubclass(res, BaseException): raise res(tag)
        return res
    return f
A = mk('A', __add__=meth('A.add', NotImplemented), __radd__=meth('A.radd', 'ra'), __iadd__=meth('A.iadd', NotImplemented), __pow__=meth('A.pow', NotImplemented), __rpow__=meth('A.rpow', 'rp'), __ipow__=meth('A.ipow', NotImplemented), __divmod__=meth('A.dm', NotImplemented), __rdivmod__=meth('A.rdm', 'rdm'))
B = mk('B', A)
C = mk('C', A, __radd__=meth('C.radd', NotImplemented), __rpow__=meth('C.rpow', NotImplemented))
D = mk('D', A, __radd__=A.__radd__)
E = mk('E', A, __radd__=None)
F = mk('F', A, __add__=None)
G = mk('G', Base, __radd__=meth('G.radd', ValueError))
objs = [A('a'), B('b'), C('c'), D('d'), E('e'), F('f'), G('g'), 1, 'x', [1], None, (1,)]
for x in objs:
    for y in objs:
        if not (isinstance(x, Base) or isinstance(y, Base)): continue
        for op in ('x + y', 'x ** y', 'divmod(x, y)', 'pow(x, y, 3)', 'x += y', 'x **= y', 'x * y', 'x == y', 'x < y', 'x @ y', 'x in y'):
            ns = {'x': x, 'y': y}
            try:
                if '= ' in op and op[2] in '+*' : exec(op, ns); r = ns['x']
                else: r = eval(op, ns)
            except BaseException as e: r = f'{type(e).__name__}: {e}'
            print(x, y, op, r)
