# covers: Emulating numeric types; __pow__; __rshift__
"""Integers beyond a word: operators, text, and the functions of math."""

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


T("""
(10**50) // 7, -(10**50) // 7, 10**50 % -7, divmod(-10**50, 10**20), divmod(10**50, -10**20), (10**50) >> 100, -(10**50) >> 100, (10**50) << 10 == 10**50 * 1024, 10**50 & -1, 10**50 | -1, 10**50 ^ -1, ~10**50, -10**50, abs(-10**50)
(2**64 - 1) * (2**64 + 1), (2**63) * -1, -2**63 // -1, 2**62 + 2**62, -2**62 - 2**62 - 1, 2**31 * 2**31, (2**61 - 1)**3, (-3)**41, 0**0, (-1)**10**20, 1**10**20
10**50 == 10.0**50, 10**22 == 1e22, 2**1023 * 1.0, 2**53 + 1 < 2.0**53 + 2, int(1e50), int(-1e50), float(10**50), 10**50 / 10**48, 10**50 / 3, 7 / 2, -7 // 2, -7 % 3, 7 % -3, 1 / 3, 2**1000 / 2**999, 2**2000 / 2**1990
(2**2000) / (2**900)
(2**2000) / 2
float(2**1024)
hash(2**61), hash(2**61 - 1), hash(10**50), hash(-10**50), hash(2**64), hash(-2**61), hash(2**122), hash(10**50) == hash(float(10**50)) 
(2**100).bit_length(), (-2**100).bit_length(), (2**100 - 1).bit_count(), (10**30).to_bytes(13, 'big'), int.from_bytes(b'\\xff' * 20, 'little', signed=True), (-10**20).to_bytes(9, 'little', signed=True)
pow(3, 10**20, 10**10 + 7), pow(-3, 10**5, 10**20), pow(7, -1, 10**9 + 7), pow(2, 200, -10**10), pow(10**50, 3, 7), pow(0, 10**20, 5)
pow(2, -1, 10**20)
2**-1, 2**-1000, 2**-1080, (-2)**-3, 10**-400, (10**400)**0.5 if 0 else 1
(10**400) ** 0.5
2 ** 10**10 if 0 else 1
1 << (1 << 70)
round(12345678901234567890, -5), round(-12345678901234567850, -2), round(10**50 + 5 * 10**9, -10), round(15, -1), round(25, -1), round(-15, -1), round(5, 10**10)
(10**50).__round__(), (10**50).__trunc__(), (10**50).__float__(), (10**50).__bool__(), (10**50).conjugate() is not None, (10**50).real == 10**50, (10**50).as_integer_ratio()
sorted([10**50, 1e49, -10**50, 0.5, 2**60, float('inf'), True]), max(2**53, 2.0**53), max(2.0**53 + 2, 2**53 + 1), 10**50 in {10.0**50}, {10**22: 1}[1e22], [2**60 + 1].index(2**60 + 1)
range(10**50, 10**50 + 3)[-1], len(range(10**20, 10**20 + 5)), 10**50 in range(10**51), range(0, 10**50, 10**49).index(10**49 * 3), list(range(2**64, 2**64 + 2)), range(2**70).stop
'%d %x %o %e %g %s %r %5d %.3d' % (10**30, 10**30, 10**30, 10**30, 10**30, 10**30, 10**30, 10**30, 10**30)
'%f' % 10**30 == '1000000000000000019884624838656.000000', '%c' % 10**2, '%.50d' % 10**30
'%f' % (10**400)
'{:e} {:n} {:c}'.format(10**30, 10**30, 97)
'{:f}'.format(10**400)
'abc'[10**30:], 'abc'[-10**30:], [1][:10**30]
'abc'[10**30]
[1] * 10**30
'a' * 10**30
bytes(10**30)
range(10**30)[10**31]
chr(10**30)
[].pop(10**30)
(1).__lshift__(10**30)
0 << 10**30, 0 >> 10**30, 5 >> 10**30, -5 >> 10**30
import math
math.isqrt(10**50), math.isqrt(10**50 - 1), math.gcd(10**50, 6**50), math.lcm(10**20, 6**20), math.factorial(30), math.comb(100, 50), math.perm(30, 10), math.log(10**400), math.log2(2**2000), math.log10(10**400), math.sqrt(10**50), math.floor(10**50), math.ceil(1e50), math.trunc(-1e50), math.prod([10**20] * 3), math.fsum([10**50, 1, -10**50]), math.ldexp(1, 100), math.frexp(10**50), math.dist([10**20], [0]), math.hypot(3 * 10**20, 4 * 10**20), math.copysign(10**30, -1), math.fmod(10**30, 7), math.log1p(10**30)
math.sqrt(10**400)
math.isqrt(-1)
math.factorial(-1)
math.factorial(1.0)
math.factorial(10**30)
math.comb(5, -1)
math.comb(-5, 1)
math.comb(5.0, 1)
math.perm(5, -1)
math.log(0)
math.log(-1)
math.log(-10**400)
math.log(10, 1)
math.log(2, 0)
math.log(8, 2), math.log(10**400, 10), math.log(2.5, 2.5)
math.exp(1000)
math.pow(0, -1)
math.pow(-1, 0.5)
math.fmod(1, 0)
math.ldexp(1, 10**30)
math.ldexp(1, 1.5)
math.gcd(1.5)
math.gcd(), math.gcd(0, 0), math.gcd(-4, 6), math.lcm(), math.lcm(0, 5), math.gcd(2**70, 2**65, 3 * 2**66)
math.sumprod([1, 2], [3, 4]), math.sumprod([1.5], [2]), math.sumprod([], [])
math.sumprod([1], [1, 2])
math.nextafter(1, 2, steps=3), math.ulp(1.0), math.ulp(0), math.exp2(10), math.fma(2, 3, 4), math.nextafter(0, 1), math.remainder(5, 3), math.remainder(-5.5, 2), math.modf(-2.5), math.degrees(math.pi), math.radians(180), math.isclose(1, 1 + 1e-10), math.isclose(1, 2, abs_tol=1)
math.fma(float('inf'), 0, 1)
math.nextafter(1, 2, steps=-1)
math.isclose(1, 2, rel_tol=-1)
math.floor('a')
math.ceil(None)
math.trunc('a')
math.floor(float('nan'))
math.dist([1], [1, 2])
math.dist(1, 2)
math.prod('ab')
math.prod([], start='a'), math.prod(['a', 3][1:], start=2)
math.sin(float('inf'))
math.acos(2)
math.atanh(1)
math.gamma(0)
math.gamma(-1)
math.gamma(171), math.lgamma(100), math.gamma(0.5), math.erf(0.5)
math.gamma(172)
math.lgamma(0)
math.sin('a')
math.sin()
math.sin(1, 2)
math.hypot(), math.hypot(3), math.hypot(float('inf'), float('nan')), math.hypot(1e200, 1e200), math.hypot(-0.0)
math.copysign(0, -0.0), math.fabs(-0.0), math.atan2(-0.0, -1), math.atan2(0, -0.0), math.sqrt(-0.0), math.pow(-0.0, 3), math.pow(float('nan'), 0), math.fmod(-0.0, 1), math.ceil(-0.5), math.frexp(0), math.frexp(float('inf')), math.ldexp(0.0, 10**9), math.ldexp(5e-324, 1)
""")
