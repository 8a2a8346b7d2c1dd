# covers: The standard type hierarchy
import math
# xorshift so both sides draw the same
s = 88172645463325252
def rnd():
    global s
    s ^= (s << 13) & (2**64-1); s ^= s >> 7; s ^= (s << 17) & (2**64-1)
    return s
def fl(): return (rnd() >> 11) / 2**53
for name, lo, hi in [('acosh',1,10),('acosh',1,1e9),('asinh',-5,5),('asinh',-1e9,1e9),('degrees',-9,9),('radians',-999,999),('gamma',-5,20),('lgamma',-5,50),('expm1',-3,3),('log1p',-.9,9),('exp2',-9,9),('tanh',-3,3),('atanh',-1,1),('sinh',-5,5),('cosh',-5,5),('tan',-5,5),('log2',0,99),('log10',0,99),('sin',-99,99),('atan',-9,9),('acos',-1,1),('asin',-1,1),('exp',-9,9)]:
    for i in range(60):
        x = lo + (hi-lo)*fl()
        try: print(name, x, getattr(math, name)(x))
        except Exception as e: print(name, x, e)
for n in (2,3,4,5,10):
    for i in range(60):
        v = [fl()*10**(rnd()%5) for _ in range(n)]
        print('hypot', v, math.hypot(*v), math.dist(v, [0.5]*n))
for i in range(300):
    x = fl(); e = rnd() % 2200 - 1130
    try: print('ldexp', x, e, math.ldexp(x, e))
    except Exception as ex: print(x, e, ex)
for v in (1e308, 1e-310, 5e-324, 0.0, -0.0, math.inf, -math.inf, math.nan, 1.0, -1.0, 2.0, 1e200, 1e154):
    for name in 'acosh asinh degrees radians gamma lgamma expm1 log1p exp2 tanh atanh sinh cosh tan log2 log10 sin atan acos asin exp'.split():
        try: print(name, v, getattr(math, name)(v))
        except Exception as e: print(name, v, e)
    for w in (1e308, 5e-324, 0.0, math.inf, math.nan, 3.0):
        print('hyp', v, w, math.hypot(v, w), math.hypot(v, w, 1.0), math.dist((v,), (w,)))
class F(float):
    def __index__(self): return 5
for f in (math.factorial, math.gcd, math.lcm, math.isqrt, math.comb, math.perm):
    for a in ((), (0,), (0, 'a'), (0, 0, 1.5), (F(2.5),), (2.0,), (-1,), (2**70,), (5, 2), (0, 6), (True,), ('a',), (6, -4), (0, -3), (30, 7), (30, -1), (-1, 30), (5, None), (5,2**70), (2**70, 2), (200, 100)):
        try: print(f.__name__, a, f(*a))
        except Exception as e: print(f.__name__, a, type(e).__name__, e)
print(math.factorial(1000) == math.prod(range(1, 1001)), math.perm(1000, 500) == math.prod(range(501, 1001)))
