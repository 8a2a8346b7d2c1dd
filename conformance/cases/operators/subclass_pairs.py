# covers: Emulating numeric types; __add__; __rmul__
# Every pair of built-in subclasses that define one side of an operator.
class I(int):
    def __add__(self, o): return ('add', int(self), int(o))
class J(int):
    def __radd__(self, o): return ('radd', int(self), int(o))
class K(I):
    def __radd__(self, o): return ('kradd', int(self), int(o))
class L(J): pass
class F(float):
    def __radd__(self, o): return 'fradd'
class S(str):
    def __radd__(self, o): return 'sradd'
    def __rmul__(self, o): return 'srmul'
class T(list):
    def __add__(self, o): return 'tadd'
    def __iadd__(self, o): return 'tiadd'
class P(int):
    def __pow__(self, o, m=None): return ('pow', m)
    def __rpow__(self, o, m=None): return ('rpow', m)
import itertools
vals=[1, I(2), J(3), K(4), L(5), F(6.0), 1.5, 's', S('t'), [1], T([2]), P(7), True]
import operator
for op in (operator.add, operator.mul, operator.iadd, operator.pow, operator.sub):
    for a,b in itertools.product(vals, vals):
        try: r = op(a,b)
        except (TypeError, ValueError) as e: r = e
        print(op.__name__, type(a).__name__, type(b).__name__, repr(r)[:70])
print(pow(P(2),3,5), pow(2,P(3),5))
for m in ('x', None):
    try: print(pow(2,3,m))
    except TypeError as e: print(e)
