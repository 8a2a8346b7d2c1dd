# covers: The standard type hierarchy
# ours: fractions
# fractions: texts, arithmetic with all kinds of numbers, rounding, formats.
from fractions import Fraction as F
import math, operator, sys
def tr(fn, *a, **k):
    try: r = fn(*a, **k)
    except Exception as e: print(type(e).__name__, e)
    else: print(repr(r)); return r
for a in [(), (1,), (1, 2), (4, -6), (0, 5), (1, 0), (1.5,), (0.1,), (1.5, 2), ('1/2',), (' -3/4 ',), ('1.25',), ('1e3',), ('-.5e-2',), ('1.',), ('.',), ('',), ('1/',), ('1 / 2',), ('1/ 2',), ('1_000/3',), ('1__0',), ('_1',), ('1_',), ('0x1',), ('1/0',), ('1/-2',), ('+5',), ('٣/٤',), ('1e',), ('1.5/2',), ('1e5/2',), ('1\n',), ('nan',), ('1.2_3',), ('1.2_',), ('1e1_0',), (float('nan'),), (float('inf'),), (1j,), (None,), (True,), (F(1, 2), F(3, 4)), (F(1, 2), 3), ('1', 2), (2, '3'), ([],), ('/2',), ('--1',), ('1E+2',), ('1.5e+',), ('12.34e-3',)]: tr(F, *a)
vals = [F(1, 2), F(-3, 4), F(5), F(0), F(7, 3), 2, -3, 0, 1.5, -0.25, 2 + 1j, True, 'x', float('inf'), float('nan'), F(10 ** 20, 3)]
for op in [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.eq, operator.lt, operator.ge, operator.ne]:
    for a in vals:
        for b in vals:
            if isinstance(a, F) or isinstance(b, F):
                if op is operator.pow and abs(hash(b)) > 100: continue
                if op in (operator.sub, operator.lt, operator.ne) and not isinstance(a, F): continue
                print(op.__name__, a, b, end=' '); tr(op, a, b)
for f in vals[:5] + [F(5, 2), F(7, 2), F(-5, 2), F(-7, 2), F(1, 3), F(22, 7)]:
    print(f, repr(f), float(f), int(f), math.trunc(f), math.floor(f), math.ceil(f), round(f), round(f, 1), round(f, -1), round(f, 0), hash(f), bool(f), -f, +f, abs(f), f.numerator, f.denominator, f.is_integer(), f.as_integer_ratio(), f.real, f.imag, f.conjugate(), complex(f))
print(hash(F(1, sys.hash_info.modulus)), hash(F(5)) == hash(5), hash(F(1, 2)) == hash(.5), hash(F(-1)), F(math.pi).limit_denominator(1000), F(math.pi).limit_denominator(10), F(1, 3).limit_denominator(), F('0.333').limit_denominator(10)); tr(F(1, 2).limit_denominator, 0)
tr(F.from_float, 0.5); tr(F.from_float, 3); tr(F.from_float, 'x'); tr(F.from_decimal, 3); tr(F.from_decimal, 1.5); tr(F.from_float, float('nan'))
specs = ['', '>10', '<10', '^11', '+', ' ', '-', '#', ',', '_', '010', '.2f', '.0f', '#.0f', '10.3f', '<10.3f', '010.3f', '+.3e', '.3E', '.3g', 'g', 'G', '#g', '%', '.1%', ',.2f', '_.2f', 'z.1f', 'z', '.3', 'd', 'x', '*^20.4f', '0=12.2f', '=10.2f', '012,.2f', '.f', '.', '0>10', 'e', 'f', '0.3f', '00.3f', '<010.2f', '+#', '*=10', ',>10.2f', '.20f', '.1g', '.10g', 'F', '1f', '5', '006f', '.010f', '.02f', '00f', '0=12,.2f', '0=012f', '.00g', '05f', '012_.1f']
for s in specs:
    for f in [F(1, 3), F(-22, 7), F(1000000), F(-1, 1000), F(123456789, 1000), F(0), F(-1, 100000), F(5, 2)]:
        print(s, f, end=' '); tr(format, f, s)
class Sub(F): pass
print(repr(Sub(1, 2)), repr(Sub(1, 2) + 1), F(1, 2).__reduce__(), F.__add__.__name__, F.__radd__.__name__, F.__doc__ is not None)
print(sorted([F(3, 2), 1, F(1, 2), 0.75]), sum([F(1, 3)] * 3), max(F(1, 3), 0.3), {F(1, 2): 'a'}[0.5], F(1, 2) in [0.5], F(1, 2) == 0.5 + 0j, math.gcd(F(4).numerator, 6))
def sa(): F(1, 2).numerator = 3
tr(sa)
