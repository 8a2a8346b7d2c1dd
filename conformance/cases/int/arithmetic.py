# covers: Emulating numeric types; The standard type hierarchy; __truediv__
# Integers beyond the word: floor division, modulo, powers, shifts, bits of negative numbers.
for a in (7, -7, 0, 10**20, -(10**20), 2**64, -(2**63)):
    for b in (3, -3, 1, -1, 10**10 + 1, -(2**64)):
        print(a, b, a // b, a % b, divmod(a, b) == (a // b, a % b), a & b, a | b, a ^ b)
for n in (0, 1, -1, 255, -256, 2**62, -(2**62), 2**63, 2**100, -(2**100) + 1):
    print(n, ~n, n << 3, n >> 3, n << 70, n >> 70, n.bit_length(), n.bit_count(), abs(n), -n)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0**-1, lambda: 1 << -1, lambda: 1 >> -1, lambda: 10**400 / 3, lambda: 5 % 0.0, lambda: 2**-1074, lambda: 10**20 % 0, lambda: pow(2, -1, 0), lambda: pow(2, 5, 0), lambda: pow(4, -1, 6), lambda: pow(2, -1, 7), lambda: pow(3, 10**20, 1000), lambda: pow(-3, 3, 7), lambda: pow(3, 3, -7), lambda: pow(2, 3, 1), lambda: pow(2.0, 3, 5), lambda: 1 << 1.0, lambda: 1 & 1.0, lambda: (-8) ** (1 / 3), lambda: 2**0.5, lambda: 0**0, lambda: (-2) ** 3, lambda: (-2) ** -3, lambda: pow(38, -1, 97), lambda: 10**300 * 10**300 == 10**600):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(10**20 / 10**18, 2**53 + 1 == float(2**53 + 1), (2**1000) / (2**999), 1 / 3, -1 / 3, 7 / -2)
print(2**1024 / 2**1000, (2**64 + 1) / 3, 10**30 // 7, -(10**30) // 7, 10**30 % -7)
print(0 >> 10**20, -1 >> 10**20, 5 >> 10**20, 0 << 10**20)
print(True + True, True << 3, ~True, -True, True & 6, True & False, type(True & False), type(True | 0), True / 2)
print(3 .__add__(4.0), 3 .__radd__(4), 3 .__eq__(3.0), 3 .__lt__("x"), 3 .__truediv__(2), 3 .__pow__(2, 5), 3 .__rpow__(2), 3 .__divmod__(2), 3 .__rdivmod__(7))
x = 3
x **= 50
x //= 10**10
x <<= 5
x |= 1
x ^= 0xFFFF
x &= ~0xF0
x %= 10**12
print(x)
