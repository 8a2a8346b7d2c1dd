# covers: Emulating numeric types
# Methods and attributes of integers: bytes, ratios, rounding, bits, formats.
for n, size, order, signed in ((258, 2, "big", False), (258, 4, "little", False), (-1, 2, "big", True), (-1, 1, "big", False), (256, 1, "big", False), (-129, 1, "big", True), (-128, 1, "big", True), (0, 0, "big", False), (1, 0, "big", False), (10**20, 10, "little", True), (1, 2, "middle", False), (1, -1, "big", False), (2**64, 9, "big", False)):
    try:
        data = n.to_bytes(size, order, signed=signed)
        print(data, int.from_bytes(data, order, signed=signed))
    except (OverflowError, ValueError) as e:
        print(n, type(e).__name__, e)
print((5).to_bytes(), int.from_bytes(b""), int.from_bytes([1, 2]), int.from_bytes(b"\xff\xfe", signed=True), int.from_bytes(bytearray(b"\1\0"), byteorder="little"))
class MyInt(int):
    pass
print(type(MyInt.from_bytes(b"\1")), MyInt(5).__repr__(), type(MyInt(5).conjugate()))
for bad in ("x", 5, [300], [-1], [1.5]):
    try:
        int.from_bytes(bad, "big")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
n = 12
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.as_integer_ratio(), n.is_integer(), True.real, True.numerator)
for digits in (0, 1, -1, -2, -20, None):
    print([round(k, digits) for k in (5, 15, 25, 149, 150, 151, -15, -25, 12345678901234567890)])
for digits in (1.0, "x", 10**30):
    try:
        print(round(5, digits))
    except TypeError as e:
        print(e)
import math
print(math.trunc(5), math.floor(5), math.ceil(5), (5).__trunc__(), (5).__floor__(), (5).__index__(), (5).__int__(), (5).__float__(), (5).__bool__(), (0).__bool__())
for attempt in (lambda: setattr(n, "real", 1), lambda: setattr(n, "x", 1), lambda: n.nothing, lambda: n(), lambda: n[0], lambda: len(n), lambda: iter(n), lambda: n.to_bytes("x"), lambda: n.bit_length(1), lambda: int.bit_length("x"), lambda: int.__add__("a", 1), lambda: float(10**400)):
    try:
        attempt()
    except (AttributeError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(bin(10), oct(-8), hex(255), bin(-(2**70)), hex(10**20), f"{n:b} {n:#x} {n:08} {n:+} {n:e} {n:c}".encode())
print(format(1234567, ","), format(1234567, "_"), format(-5, "=+6"), format(2**40, "_x"), format(5, "%"), format(7, "^9"), format(7, "*<4d"))
for spec in ("s", "q", ".2", ".2d", ",x", "+c", "#c", "08,d", "z", "10**", "<<<", "_,"):
    try:
        print(repr(format(7, spec)))
    except ValueError as e:
        print(spec, e)
print(int.__doc__ is not None, int.__name__, int().__class__, bool.__bases__, bool(5), bool.__new__(bool, []), repr(True), str(False), int(False))
print((-5).__hash__(), (-1).__hash__(), (2**61 - 1).__hash__(), (2**61).__hash__(), (-(2**61)).__hash__(), (10**30).__hash__())
