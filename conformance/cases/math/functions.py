# covers: Emulating numeric types
# The module math: integers, floats, special values, errors.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-3), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.isqrt(10**20 + 1), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.prod([1, 2, 3]), math.prod([], start="x"), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.hypot(3, 4), math.dist([0, 0], [3, 4]), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.degrees(math.pi), math.radians(180))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(2**100), math.log10(10**50), math.log1p(0), math.expm1(0), math.pow(2, 0.5), math.sin(0), math.cos(0), math.atan2(1, 1), math.cbrt(8), math.log(10**400), math.exp2(10), math.floor(1e20), math.ceil(-0.5), math.ulp(1.0), math.nextafter(1, 2), math.sumprod([1, 2], [3, 4]), math.fma(2, 3, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isnan(10**20), math.floor(True), math.factorial(0), math.gcd(0, 0), math.gcd(-4, 6), math.lcm(0, 3), math.isqrt(0))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.exp(1000), lambda: math.pow(10, 400), lambda: math.pow(-1, 0.5), lambda: math.gcd(1.5, 2), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.comb(2, 3), lambda: math.sqrt("x"), lambda: math.sqrt(), lambda: math.sqrt(10**400), lambda: math.log(1, 1), lambda: math.log(1, -1), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.fmod(math.inf, 1), lambda: math.ldexp(1.0, 10000), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.prod(["a", 2]), lambda: math.dist([1], [1, 2]), lambda: math.trunc("x"), lambda: math.isnan("x"), lambda: math.perm(2, 3), lambda: math.log("x"), lambda: math.sin(math.inf), lambda: math.sqrt(None), lambda: math.remainder(1, 0), lambda: math.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
print(math.sqrt(F()), math.sqrt(I()), math.isqrt(I()), math.gcd(I(), 6), math.factorial(I()) == 362880, math.floor(F()))
