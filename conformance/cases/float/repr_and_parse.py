# covers: The standard type hierarchy; Basic customization
# The shortest text that reads back; what float() accepts and refuses; hex and fromhex.
for x in (0.1, 1.0, -0.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 2.5, 0.1 + 0.2, 1e22, 1e23, 1 / 3, 100.0, 9007199254740993.0, 4.35, 1.1e-10, float("inf"), -float("inf"), float("nan"), 0.5000000000000001, 2**0.5, 1e100, 123e-7):
    print(repr(x), str(x), f"{x}", f"{x:.3}", f"{x:g}", float(repr(x)) == x)
for text in ("1", " 1.5\n", "1e5", "1E+5", "-.5", "5.", ".", "", "inf", "-Infinity", "nan", "+nan", "infin", "1_000.5", "1__0", "_1", "1e", "1e+", "0x1", "1.5.2", "٣.٥", "1e400", "-1e400", "1e-400", "1\0", "1 2", "1e5_0", "1_.5", "nan(1)", b"1.5", bytearray(b"2"), b"x", None, [], 1j, 10**400, "1" * 400):
    try:
        print(repr(text)[:30], repr(float(text)))
    except (ValueError, TypeError, OverflowError) as e:
        print(repr(text)[:30], type(e).__name__, str(e)[:100])
for x in (1.0, -0.0, 0.1, 5e-324, 1e308, 2.2250738585072014e-308, float("inf"), float("nan"), -3.75):
    print(x.hex(), float.fromhex(x.hex()) == x)
for text in ("0x1p4", "0x1.8p1", "1.8p1", "-0x.8p0", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "inf", "-nan", "  0x10  ", "0x", "x", "0x1.p1", "0x.p1", "1e5", "0x1p", "0x1p+", "0x1.0000000000000800001p0", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1" + "0" * 300 + "p-1200", "p1", "0x1p99999999999999999999", "0x0p99999999999999999999", "0x1 p1"):
    try:
        print(text[:40], repr(float.fromhex(text)))
    except (ValueError, OverflowError) as e:
        print(text[:40], type(e).__name__, e)


class F:
    def __init__(self, answer):
        self.answer = answer
    def __float__(self):
        return self.answer


class MyFloat(float):
    pass


class I:
    def __index__(self):
        return 3


for answer in (1.5, 1, "x", None, MyFloat(2.5)):
    try:
        print(float(F(answer)), type(float(F(answer))))
    except TypeError as e:
        print(e)
print(float(I()), float(), float(MyFloat(1)), type(MyFloat.fromhex("0x1p1")), MyFloat("1.5"), float(True), float("-0"))
for call in (lambda: float(1, 2), lambda: float(x=1), lambda: float.fromhex(5), lambda: (1.5).nope):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(e)
