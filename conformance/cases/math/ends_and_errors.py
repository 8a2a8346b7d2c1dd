# covers: Emulating numeric types; __float__; __trunc__; __floor__; __ceil__
# math: each function at its limits, with infinities and NaN, and with arguments that do not fit.
import math
from math import *
class F:
    def __float__(s): return 2.5
class I:
    def __index__(s): return 7
class Bad:
    def __float__(s): return "x"
class Fl:
    def __floor__(s): return "floor"
    def __ceil__(s): return "ceil"
    def __trunc__(s): return "trunc"
try:
    print(sqrt(F()), sqrt(I()), sqrt(4), sqrt(True))
except BaseException as e: print('sqrt(F()), sqrt(I()), sqrt(4), sqrt(True)', type(e).__name__, e)
try:
    print(sqrt(Bad()))
except BaseException as e: print('sqrt(Bad())', type(e).__name__, e)
try:
    print(sqrt("x"))
except BaseException as e: print('sqrt("x")', type(e).__name__, e)
try:
    print(sqrt())
except BaseException as e: print('sqrt()', type(e).__name__, e)
try:
    print(sqrt(1, 2))
except BaseException as e: print('sqrt(1, 2)', type(e).__name__, e)
try:
    print(sqrt(x=1))
except BaseException as e: print('sqrt(x=1)', type(e).__name__, e)
try:
    print(sqrt(-0.0), sqrt(inf), sqrt(nan))
except BaseException as e: print('sqrt(-0.0), sqrt(inf), sqrt(nan)', type(e).__name__, e)
try:
    print(sqrt(-inf))
except BaseException as e: print('sqrt(-inf)', type(e).__name__, e)
try:
    print(sqrt(10**400))
except BaseException as e: print('sqrt(10**400)', type(e).__name__, e)
try:
    print(exp(710))
except BaseException as e: print('exp(710)', type(e).__name__, e)
try:
    print(exp(-1000), exp(inf), exp(-inf), exp(nan))
except BaseException as e: print('exp(-1000), exp(inf), exp(-inf), exp(nan)', type(e).__name__, e)
try:
    print(exp2(1024))
except BaseException as e: print('exp2(1024)', type(e).__name__, e)
try:
    print(exp2(0.5), exp2(-1075))
except BaseException as e: print('exp2(0.5), exp2(-1075)', type(e).__name__, e)
try:
    print(expm1(1e-10), expm1(710))
except BaseException as e: print('expm1(1e-10), expm1(710)', type(e).__name__, e)
try:
    print(log(0))
except BaseException as e: print('log(0)', type(e).__name__, e)
try:
    print(log(-1))
except BaseException as e: print('log(-1)', type(e).__name__, e)
try:
    print(log(0.0))
except BaseException as e: print('log(0.0)', type(e).__name__, e)
try:
    print(log(inf), log(nan), log(1), log(2**2000), log(10, 10), log(8, 2), log(2, 10**400))
except BaseException as e: print('log(inf), log(nan), log(1), log(2**2000), log(10, 10), log(8, 2), log(2, 10**400)', type(e).__name__, e)
try:
    print(log())
except BaseException as e: print('log()', type(e).__name__, e)
try:
    print(log(1, 2, 3))
except BaseException as e: print('log(1, 2, 3)', type(e).__name__, e)
try:
    print(log(1, x=2))
except BaseException as e: print('log(1, x=2)', type(e).__name__, e)
try:
    print(log(5, 0))
except BaseException as e: print('log(5, 0)', type(e).__name__, e)
try:
    print(log(5, -1))
except BaseException as e: print('log(5, -1)', type(e).__name__, e)
try:
    print(log(5, 1))
except BaseException as e: print('log(5, 1)', type(e).__name__, e)
try:
    print(log("x"))
except BaseException as e: print('log("x")', type(e).__name__, e)
try:
    print(log(2, "x"))
except BaseException as e: print('log(2, "x")', type(e).__name__, e)
try:
    print(log(-inf))
except BaseException as e: print('log(-inf)', type(e).__name__, e)
try:
    print(log2(8), log2(2**1023), log2(2**5000), log2(0.5), log2(inf))
except BaseException as e: print('log2(8), log2(2**1023), log2(2**5000), log2(0.5), log2(inf)', type(e).__name__, e)
try:
    print(log2(0))
except BaseException as e: print('log2(0)', type(e).__name__, e)
try:
    print(log2(-5))
except BaseException as e: print('log2(-5)', type(e).__name__, e)
try:
    print(log10(1000), log10(10**400), log10(0.001))
except BaseException as e: print('log10(1000), log10(10**400), log10(0.001)', type(e).__name__, e)
try:
    print(log10(-1))
except BaseException as e: print('log10(-1)', type(e).__name__, e)
try:
    print(log1p(-1))
except BaseException as e: print('log1p(-1)', type(e).__name__, e)
try:
    print(log1p(-2))
except BaseException as e: print('log1p(-2)', type(e).__name__, e)
try:
    print(log1p(1e-10), log1p(inf), log1p(-0.0))
except BaseException as e: print('log1p(1e-10), log1p(inf), log1p(-0.0)', type(e).__name__, e)
try:
    print(sin(inf))
except BaseException as e: print('sin(inf)', type(e).__name__, e)
try:
    print(cos(-inf))
except BaseException as e: print('cos(-inf)', type(e).__name__, e)
try:
    print(tan(inf))
except BaseException as e: print('tan(inf)', type(e).__name__, e)
try:
    print(sin(1), cos(1), tan(1), asin(1), acos(0.5), atan(1))
except BaseException as e: print('sin(1), cos(1), tan(1), asin(1), acos(0.5), atan(1)', type(e).__name__, e)
try:
    print(asin(2))
except BaseException as e: print('asin(2)', type(e).__name__, e)
try:
    print(acos(-2))
except BaseException as e: print('acos(-2)', type(e).__name__, e)
try:
    print(atan(inf), atan2(0.0, -0.0), atan2(-0.0, 0.0), atan2(inf, inf), atan2(1, nan), atan2(-1, -1))
except BaseException as e: print('atan(inf), atan2(0.0, -0.0), atan2(-0.0, 0.0), atan2(inf, inf), atan2(1, nan), atan2(-1, -1)', type(e).__name__, e)
try:
    print(atan2(1))
except BaseException as e: print('atan2(1)', type(e).__name__, e)
try:
    print(sinh(1), cosh(1), tanh(1), asinh(1), acosh(2), atanh(0.5))
except BaseException as e: print('sinh(1), cosh(1), tanh(1), asinh(1), acosh(2), atanh(0.5)', type(e).__name__, e)
try:
    print(sinh(1000))
except BaseException as e: print('sinh(1000)', type(e).__name__, e)
try:
    print(cosh(-1000))
except BaseException as e: print('cosh(-1000)', type(e).__name__, e)
try:
    print(acosh(0.5))
except BaseException as e: print('acosh(0.5)', type(e).__name__, e)
try:
    print(atanh(1))
except BaseException as e: print('atanh(1)', type(e).__name__, e)
try:
    print(atanh(2))
except BaseException as e: print('atanh(2)', type(e).__name__, e)
try:
    print(atanh(-0.0), tanh(inf), sinh(-inf), cosh(-inf))
except BaseException as e: print('atanh(-0.0), tanh(inf), sinh(-inf), cosh(-inf)', type(e).__name__, e)
try:
    print(pow(2, 3), pow(2, -1), pow(0, 0), pow(nan, 0), pow(1, nan), pow(-8, 3), pow(inf, -1), pow(-inf, 3), pow(-inf, -3), pow(0.5, inf), pow(-1, inf), pow(-0.0, 3))
except BaseException as e: print('pow(2, 3), pow(2, -1), pow(0, 0), pow(nan, 0), pow(1, nan), pow(-8, 3), pow(inf, -1), pow(-inf, 3), pow(-inf, -3), pow(0.5, inf), pow(-1, inf), pow(-0.0, 3)', type(e).__name__, e)
try:
    print(pow(0, -1))
except BaseException as e: print('pow(0, -1)', type(e).__name__, e)
try:
    print(pow(-0.0, -3))
except BaseException as e: print('pow(-0.0, -3)', type(e).__name__, e)
try:
    print(pow(-8, 1/3))
except BaseException as e: print('pow(-8, 1/3)', type(e).__name__, e)
try:
    print(pow(10, 400))
except BaseException as e: print('pow(10, 400)', type(e).__name__, e)
try:
    print(pow(0, -inf))
except BaseException as e: print('pow(0, -inf)', type(e).__name__, e)
try:
    print(pow(2))
except BaseException as e: print('pow(2)', type(e).__name__, e)
try:
    print(pow(2, "x"))
except BaseException as e: print('pow(2, "x")', type(e).__name__, e)
try:
    print(fmod(5, 3), fmod(-5, 3), fmod(5, -3), fmod(5, inf), fmod(-0.0, 1), fmod(nan, 0))
except BaseException as e: print('fmod(5, 3), fmod(-5, 3), fmod(5, -3), fmod(5, inf), fmod(-0.0, 1), fmod(nan, 0)', type(e).__name__, e)
try:
    print(fmod(5, 0))
except BaseException as e: print('fmod(5, 0)', type(e).__name__, e)
try:
    print(fmod(inf, 5))
except BaseException as e: print('fmod(inf, 5)', type(e).__name__, e)
try:
    print(remainder(5, 3), remainder(4, 3), remainder(-5, 3), remainder(5, inf), remainder(1.5, 1), remainder(2.5, 1), remainder(0.5, 1), remainder(1e308, 3))
except BaseException as e: print('remainder(5, 3), remainder(4, 3), remainder(-5, 3), remainder(5, inf), remainder(1.5, 1), remainder(2.5, 1), remainder(0.5, 1), remainder(1e308, 3)', type(e).__name__, e)
try:
    print(remainder(5, 0))
except BaseException as e: print('remainder(5, 0)', type(e).__name__, e)
try:
    print(remainder(inf, 5))
except BaseException as e: print('remainder(inf, 5)', type(e).__name__, e)
try:
    print(remainder(nan, 5))
except BaseException as e: print('remainder(nan, 5)', type(e).__name__, e)
try:
    print(floor(2.5), floor(-2.5), floor(10**30), floor(1e30), floor(True), floor(Fl()), ceil(Fl()), trunc(Fl()), floor(F()), ceil(2.1), ceil(-0.5), trunc(-2.7), trunc(5))
except BaseException as e: print('floor(2.5), floor(-2.5), floor(10**30), floor(1e30), floor(True), floor(Fl()), ceil(Fl()), trunc(Fl()), floor(F()), ceil(2.1), ceil(-0.5), trunc(-2.7), trunc(5)', type(e).__name__, e)
try:
    print(floor(nan))
except BaseException as e: print('floor(nan)', type(e).__name__, e)
try:
    print(floor(inf))
except BaseException as e: print('floor(inf)', type(e).__name__, e)
try:
    print(ceil(-inf))
except BaseException as e: print('ceil(-inf)', type(e).__name__, e)
try:
    print(trunc(nan))
except BaseException as e: print('trunc(nan)', type(e).__name__, e)
try:
    print(trunc("x"))
except BaseException as e: print('trunc("x")', type(e).__name__, e)
try:
    print(floor("x"))
except BaseException as e: print('floor("x")', type(e).__name__, e)
try:
    print(ceil(None))
except BaseException as e: print('ceil(None)', type(e).__name__, e)
try:
    print(trunc(1.5, 2))
except BaseException as e: print('trunc(1.5, 2)', type(e).__name__, e)
try:
    print(fabs(-5), fabs(True))
except BaseException as e: print('fabs(-5), fabs(True)', type(e).__name__, e)
try:
    print(fabs("x"))
except BaseException as e: print('fabs("x")', type(e).__name__, e)
try:
    print(fabs(10**400))
except BaseException as e: print('fabs(10**400)', type(e).__name__, e)
try:
    print(copysign(3, -0.0), copysign(-inf, 1), copysign(nan, -1))
except BaseException as e: print('copysign(3, -0.0), copysign(-inf, 1), copysign(nan, -1)', type(e).__name__, e)
try:
    print(factorial(0), factorial(5), factorial(30), factorial(True), factorial(I()))
except BaseException as e: print('factorial(0), factorial(5), factorial(30), factorial(True), factorial(I())', type(e).__name__, e)
try:
    print(factorial(-1))
except BaseException as e: print('factorial(-1)', type(e).__name__, e)
try:
    print(factorial(1.0))
except BaseException as e: print('factorial(1.0)', type(e).__name__, e)
try:
    print(factorial("x"))
except BaseException as e: print('factorial("x")', type(e).__name__, e)
try:
    print(factorial(10**30))
except BaseException as e: print('factorial(10**30)', type(e).__name__, e)
try:
    print(factorial())
except BaseException as e: print('factorial()', type(e).__name__, e)
try:
    print(gcd(), gcd(5), gcd(-4, 6), gcd(12, 18, 27), gcd(0, 0), gcd(2**100, 2**50 * 3), gcd(I(), 14))
except BaseException as e: print('gcd(), gcd(5), gcd(-4, 6), gcd(12, 18, 27), gcd(0, 0), gcd(2**100, 2**50 * 3), gcd(I(), 14)', type(e).__name__, e)
try:
    print(gcd(1.5))
except BaseException as e: print('gcd(1.5)', type(e).__name__, e)
try:
    print(gcd(1, "x"))
except BaseException as e: print('gcd(1, "x")', type(e).__name__, e)
try:
    print(lcm(), lcm(5), lcm(4, -6), lcm(0, 5), lcm(2, 3, 4))
except BaseException as e: print('lcm(), lcm(5), lcm(4, -6), lcm(0, 5), lcm(2, 3, 4)', type(e).__name__, e)
try:
    print(lcm("x"))
except BaseException as e: print('lcm("x")', type(e).__name__, e)
try:
    print(isqrt(0), isqrt(15), isqrt(16), isqrt(10**40), isqrt(True))
except BaseException as e: print('isqrt(0), isqrt(15), isqrt(16), isqrt(10**40), isqrt(True)', type(e).__name__, e)
try:
    print(isqrt(-1))
except BaseException as e: print('isqrt(-1)', type(e).__name__, e)
try:
    print(isqrt(4.0))
except BaseException as e: print('isqrt(4.0)', type(e).__name__, e)
try:
    print(comb(5, 2), comb(5, 6), comb(0, 0), comb(100, 50), comb(10**20, 2), comb(5, 0))
except BaseException as e: print('comb(5, 2), comb(5, 6), comb(0, 0), comb(100, 50), comb(10**20, 2), comb(5, 0)', type(e).__name__, e)
try:
    print(comb(-1, 2))
except BaseException as e: print('comb(-1, 2)', type(e).__name__, e)
try:
    print(comb(5, -1))
except BaseException as e: print('comb(5, -1)', type(e).__name__, e)
try:
    print(comb(5))
except BaseException as e: print('comb(5)', type(e).__name__, e)
try:
    print(comb(5, 2.0))
except BaseException as e: print('comb(5, 2.0)', type(e).__name__, e)
try:
    print(comb(10**20, 10**19))
except BaseException as e: print('comb(10**20, 10**19)', type(e).__name__, e)
try:
    print(perm(5, 2), perm(5), perm(5, None), perm(5, 6), perm(0), perm(10**20, 2))
except BaseException as e: print('perm(5, 2), perm(5), perm(5, None), perm(5, 6), perm(0), perm(10**20, 2)', type(e).__name__, e)
try:
    print(perm(-1))
except BaseException as e: print('perm(-1)', type(e).__name__, e)
try:
    print(perm(5, -1))
except BaseException as e: print('perm(5, -1)', type(e).__name__, e)
try:
    print(perm())
except BaseException as e: print('perm()', type(e).__name__, e)
try:
    print(perm(5.0))
except BaseException as e: print('perm(5.0)', type(e).__name__, e)
try:
    print(dist((1, 2), (4, 6)), dist([0], [5]), dist((), ()), dist((inf, 1), (1, 1)), dist((nan,), (1,)), dist((nan, inf), (1, 1)))
except BaseException as e: print('dist((1, 2), (4, 6)), dist([0], [5]), dist((), ()), dist((inf, 1), (1, 1)), dist((nan,), (1,)), dist((nan, inf), (1, 1))', type(e).__name__, e)
try:
    print(dist([1], [1, 2]))
except BaseException as e: print('dist([1], [1, 2])', type(e).__name__, e)
try:
    print(dist(5, 6))
except BaseException as e: print('dist(5, 6)', type(e).__name__, e)
try:
    print(dist(["x"], [1]))
except BaseException as e: print('dist(["x"], [1])', type(e).__name__, e)
try:
    print(hypot(), hypot(3), hypot(3, 4), hypot(1, 2, 2), hypot(-3, 4), hypot(inf, nan), hypot(nan, 1), hypot(1e308, 1e308), hypot(1e-320, 1e-320), hypot(1, 1, 1), hypot(0, 0))
except BaseException as e: print('hypot(), hypot(3), hypot(3, 4), hypot(1, 2, 2), hypot(-3, 4), hypot(inf, nan), hypot(nan, 1), hypot(1e308, 1e308), hypot(1e-320, 1e-320), hypot(1, 1, 1), hypot(0, 0)', type(e).__name__, e)
try:
    print(hypot("x"))
except BaseException as e: print('hypot("x")', type(e).__name__, e)
try:
    print(hypot(x=1))
except BaseException as e: print('hypot(x=1)', type(e).__name__, e)
try:
    print(fsum([]), fsum([.1] * 10), fsum([1e308, 1, -1e308]), fsum([inf, 1]), fsum([nan]), fsum([1e16, 1., 1e-16]), fsum([-0.0]))
except BaseException as e: print('fsum([]), fsum([.1] * 10), fsum([1e308, 1, -1e308]), fsum([inf, 1]), fsum([nan]), fsum([1e16, 1., 1e-16]), fsum([-0.0])', type(e).__name__, e)
try:
    print(fsum([1e308, 1e308]))
except BaseException as e: print('fsum([1e308, 1e308])', type(e).__name__, e)
try:
    print(fsum([inf, -inf]))
except BaseException as e: print('fsum([inf, -inf])', type(e).__name__, e)
try:
    print(fsum(5))
except BaseException as e: print('fsum(5)', type(e).__name__, e)
try:
    print(fsum(["x"]))
except BaseException as e: print('fsum(["x"])', type(e).__name__, e)
try:
    print(prod([]), prod([1, 2, 3]), prod([1.5, 2]), prod([2], start=5), prod(["a"], start=3), prod([[1]], start=2))
except BaseException as e: print('prod([]), prod([1, 2, 3]), prod([1.5, 2]), prod([2], start=5), prod(["a"], start=3), prod([[1]], start=2)', type(e).__name__, e)
try:
    print(prod(5))
except BaseException as e: print('prod(5)', type(e).__name__, e)
try:
    print(prod(["a", "b"]))
except BaseException as e: print('prod(["a", "b"])', type(e).__name__, e)
try:
    print(prod([1], 2))
except BaseException as e: print('prod([1], 2)', type(e).__name__, e)
try:
    print(prod([1], x=2))
except BaseException as e: print('prod([1], x=2)', type(e).__name__, e)
try:
    print(sumprod([1, 2], [3, 4]), sumprod([], []), sumprod([1.5], [2]), sumprod([0.1] * 10, [1] * 10), sumprod([True, 2], [3, 4]))
except BaseException as e: print('sumprod([1, 2], [3, 4]), sumprod([], []), sumprod([1.5], [2]), sumprod([0.1] * 10, [1] * 10), sumprod([True, 2], [3, 4])', type(e).__name__, e)
try:
    print(sumprod([1], [1, 2]))
except BaseException as e: print('sumprod([1], [1, 2])', type(e).__name__, e)
try:
    print(sumprod([1, 2], [1]))
except BaseException as e: print('sumprod([1, 2], [1])', type(e).__name__, e)
try:
    print(sumprod(5, []))
except BaseException as e: print('sumprod(5, [])', type(e).__name__, e)
try:
    print(sumprod(["a"], [2]))
except BaseException as e: print('sumprod(["a"], [2])', type(e).__name__, e)
try:
    print(modf(2.5), modf(-2.5), modf(inf), modf(-inf), modf(nan), modf(0.0), modf(-0.0), modf(5))
except BaseException as e: print('modf(2.5), modf(-2.5), modf(inf), modf(-inf), modf(nan), modf(0.0), modf(-0.0), modf(5)', type(e).__name__, e)
try:
    print(frexp(8), frexp(0), frexp(-3.5), frexp(inf), frexp(nan), frexp(5e-324), frexp(-0.0))
except BaseException as e: print('frexp(8), frexp(0), frexp(-3.5), frexp(inf), frexp(nan), frexp(5e-324), frexp(-0.0)', type(e).__name__, e)
try:
    print(ldexp(0.5, 4), ldexp(1, -1074), ldexp(1, -1075), ldexp(inf, 5), ldexp(0, 10**30), ldexp(1, -10**30), ldexp(-1.5, 2))
except BaseException as e: print('ldexp(0.5, 4), ldexp(1, -1074), ldexp(1, -1075), ldexp(inf, 5), ldexp(0, 10**30), ldexp(1, -10**30), ldexp(-1.5, 2)', type(e).__name__, e)
try:
    print(ldexp(1, 1024))
except BaseException as e: print('ldexp(1, 1024)', type(e).__name__, e)
try:
    print(ldexp(1, 10**30))
except BaseException as e: print('ldexp(1, 10**30)', type(e).__name__, e)
try:
    print(ldexp(1, 1.5))
except BaseException as e: print('ldexp(1, 1.5)', type(e).__name__, e)
try:
    print(ldexp(1))
except BaseException as e: print('ldexp(1)', type(e).__name__, e)
try:
    print(isclose(1, 1), isclose(1, 1 + 1e-10), isclose(1, 2), isclose(inf, inf), isclose(nan, nan), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10, abs_tol=1e-9), isclose(inf, -inf), isclose(1e308, inf))
except BaseException as e: print('isclose(1, 1), isclose(1, 1 + 1e-10), isclose(1, 2), isclose(inf, inf), isclose(nan, nan), isclose(1, 1.1, rel_tol=0.2), isclose(0, 1e-10, abs_tol=1e-9), isclose(inf, -inf), isclose(1e308, inf)', type(e).__name__, e)
try:
    print(isclose(1, 1, rel_tol=-1))
except BaseException as e: print('isclose(1, 1, rel_tol=-1)', type(e).__name__, e)
try:
    print(isclose(1))
except BaseException as e: print('isclose(1)', type(e).__name__, e)
try:
    print(isclose(1, 2, 3))
except BaseException as e: print('isclose(1, 2, 3)', type(e).__name__, e)
try:
    print(isclose(1, "x"))
except BaseException as e: print('isclose(1, "x")', type(e).__name__, e)
try:
    print(isnan(nan), isinf(-inf), isfinite(0), isnan(10**300), isfinite(inf))
except BaseException as e: print('isnan(nan), isinf(-inf), isfinite(0), isnan(10**300), isfinite(inf)', type(e).__name__, e)
try:
    print(isnan(10**400))
except BaseException as e: print('isnan(10**400)', type(e).__name__, e)
try:
    print(isnan("x"))
except BaseException as e: print('isnan("x")', type(e).__name__, e)
try:
    print(ulp(1), ulp(0), ulp(inf), ulp(nan), ulp(-1), ulp(1e308), ulp(1.7976931348623157e308), ulp(5e-324), ulp(-inf))
except BaseException as e: print('ulp(1), ulp(0), ulp(inf), ulp(nan), ulp(-1), ulp(1e308), ulp(1.7976931348623157e308), ulp(5e-324), ulp(-inf)', type(e).__name__, e)
try:
    print(nextafter(1, 2), nextafter(1, 0), nextafter(0, 1), nextafter(0, -1), nextafter(1, 1), nextafter(inf, 0), nextafter(nan, 1), nextafter(1, 2, steps=3), nextafter(1, inf, steps=0), nextafter(0.0, -0.0))
except BaseException as e: print('nextafter(1, 2), nextafter(1, 0), nextafter(0, 1), nextafter(0, -1), nextafter(1, 1), nextafter(inf, 0), nextafter(nan, 1), nextafter(1, 2, steps=3), nextafter(1, inf, steps=0), nextafter(0.0, -0.0)', type(e).__name__, e)
try:
    print(nextafter(1, 2, steps=-1))
except BaseException as e: print('nextafter(1, 2, steps=-1)', type(e).__name__, e)
try:
    print(nextafter(1, 2, steps=1.5))
except BaseException as e: print('nextafter(1, 2, steps=1.5)', type(e).__name__, e)
try:
    print(nextafter(1, 2, 3))
except BaseException as e: print('nextafter(1, 2, 3)', type(e).__name__, e)
try:
    print(nextafter(1))
except BaseException as e: print('nextafter(1)', type(e).__name__, e)
try:
    print(fma(2, 3, 4), fma(0.1, 10, -1), fma(inf, 1, 1), fma(nan, 1, 1), fma(1e308, 10, -inf))
except BaseException as e: print('fma(2, 3, 4), fma(0.1, 10, -1), fma(inf, 1, 1), fma(nan, 1, 1), fma(1e308, 10, -inf)', type(e).__name__, e)
try:
    print(fma(inf, 0, 1))
except BaseException as e: print('fma(inf, 0, 1)', type(e).__name__, e)
try:
    print(fma(1e308, 10, 1))
except BaseException as e: print('fma(1e308, 10, 1)', type(e).__name__, e)
try:
    print(fma(inf, 1, -inf))
except BaseException as e: print('fma(inf, 1, -inf)', type(e).__name__, e)
try:
    print(fma(1, 2))
except BaseException as e: print('fma(1, 2)', type(e).__name__, e)
try:
    print(gamma(5), gamma(0.5), gamma(1), gamma(10), gamma(-1.5), gamma(inf), gamma(nan), gamma(171))
except BaseException as e: print('gamma(5), gamma(0.5), gamma(1), gamma(10), gamma(-1.5), gamma(inf), gamma(nan), gamma(171)', type(e).__name__, e)
try:
    print(gamma(0))
except BaseException as e: print('gamma(0)', type(e).__name__, e)
try:
    print(gamma(-1))
except BaseException as e: print('gamma(-1)', type(e).__name__, e)
try:
    print(gamma(172))
except BaseException as e: print('gamma(172)', type(e).__name__, e)
try:
    print(gamma(-inf))
except BaseException as e: print('gamma(-inf)', type(e).__name__, e)
try:
    print(lgamma(0.5), lgamma(1), lgamma(10), lgamma(100), lgamma(-1.5), lgamma(inf), lgamma(-inf), lgamma(3))
except BaseException as e: print('lgamma(0.5), lgamma(1), lgamma(10), lgamma(100), lgamma(-1.5), lgamma(inf), lgamma(-inf), lgamma(3)', type(e).__name__, e)
try:
    print(lgamma(0))
except BaseException as e: print('lgamma(0)', type(e).__name__, e)
try:
    print(lgamma(-2))
except BaseException as e: print('lgamma(-2)', type(e).__name__, e)
try:
    print(erf(0), erf(1), erf(-1), erf(inf), erfc(0), erfc(1), erfc(10), erfc(-inf))
except BaseException as e: print('erf(0), erf(1), erf(-1), erf(inf), erfc(0), erfc(1), erfc(10), erfc(-inf)', type(e).__name__, e)
try:
    print(degrees(pi), radians(180), degrees(1), radians(1))
except BaseException as e: print('degrees(pi), radians(180), degrees(1), radians(1)', type(e).__name__, e)
try:
    print(cbrt(8), cbrt(-27.0) < -2.9, cbrt(0.0), cbrt(-0.0), cbrt(inf))
except BaseException as e: print('cbrt(8), cbrt(-27.0) < -2.9, cbrt(0.0), cbrt(-0.0), cbrt(inf)', type(e).__name__, e)
try:
    print(math.pi, math.e, math.tau, math.inf, math.nan)
except BaseException as e: print('math.pi, math.e, math.tau, math.inf, math.nan', type(e).__name__, e)
try:
    print(len([n for n in dir(math) if not n.startswith("_")]))
except BaseException as e: print('len([n for n in dir(math) if not n.startswith("_")])', type(e).__name__, e)
try:
    print(sorted(n for n in dir(math) if not n.startswith("_")))
except BaseException as e: print('sorted(n for n in dir(math) if not n.startswith("_"))', type(e).__name__, e)
