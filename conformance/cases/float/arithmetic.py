# covers: Emulating numeric types
# Float arithmetic: signs of zeros and remainders, infinities, powers, comparisons with big integers.
inf, nan = float("inf"), float("nan")
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2.0), (0.0, 3), (-0.0, 3), (5, inf), (-5, inf), (5, -inf), (1e308, 1e-10), (3.0, 3.0), (-1e-20, 1.0), (1.0, 0.1)):
    print(a, b, a // b, a % b, divmod(a, b), a * b, a - b)
for a, b in ((2.0, 0.5), (-8.0, 1 / 3), (0.0, 0), (nan, 0), (1, nan), (-1.0, inf), (2.0, inf), (2.0, -inf), (0.5, inf), (-2.0, 3), (-2.0, -3), (inf, 0), (-inf, 3), (-inf, 2), (-inf, -1), (2.0, 1023), (4.0, -0.5), (-0.0, 3), (-0.0, 0.5)):
    print(a, b, a**b)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0**-1, lambda: 10.0**400, lambda: 1.0 + "x", lambda: 1.5 | 1, lambda: ~1.5, lambda: 1e308 * 10, lambda: -1e308 * 10, lambda: 1.0 + 10**400, lambda: 10**400 + 1.0, lambda: inf - inf, lambda: inf * 0, lambda: inf // 1, lambda: inf % 1, lambda: 1 % inf, lambda: int(inf), lambda: pow(2.0, 3, 4), lambda: 1.5 << 2):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
big = 2**53
for a, b in ((float(big), big + 1), (float(big), big), (1e308, 10**308), (inf, 10**400), (-inf, -(10**400)), (1.5, 1), (0.1, 10**-1), (1e16, 10**16 + 1), (nan, 1), (-0.0, 0)):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b, b < a, b == a, hash(a) == hash(b) if a == b else "")
print(nan == nan, nan != nan, nan is nan, nan in [nan], [nan] == [nan], {nan: 1}.get(nan), len({nan, nan, float("nan")}), max(nan, 1), max(1, nan), sorted([2.0, 1.0]))
print(0.0 == -0.0, str(-0.0), -0.0 + 0.0, 0.0 * -1, abs(-0.0), -0.0 or "falsy", {0.0: "a"}[-0.0], bool(nan))
print(hash(1.0), hash(0.5), hash(-1.0), hash(inf), hash(-inf), hash(1e300), hash(0.1), hash(2.0**61), hash(-0.0))
for x in (2.5, 3.5, -2.5, 0.5, 1.5, 0.5000000000000001, 0.49999999999999994, 2.675, 1e22, 5e-324, -0.4):
    print(round(x), round(x, 1), round(x, 2), round(x, -1), round(x, 20), round(x, -400), x.is_integer(), x.as_integer_ratio())
for f in (lambda: round(inf), lambda: round(nan), lambda: round(inf, 2), lambda: round(nan, 2), lambda: round(1.5, None), lambda: round(1.5, 1.0), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: round(1.7976931348623157e308, -308), lambda: (1.5).__round__(), lambda: round(1.5, ndigits=0), lambda: round(1e308, -400)):
    try:
        print(repr(f()))
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
print((1.5).real, (1.5).imag, (1.5).conjugate(), (2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), (-2.5).__floor__(), float.__getformat__("double"))
