# covers: Emulating numeric types; __complex__; __int__; __float__; __trunc__
# int(), float() and complex() of text, bytes and objects; from_bytes and to_bytes.
def t(f, *a):
    try: r = f(*a)
    except BaseException as e: r = type(e).__name__ + ": " + str(e)
    print(repr(r), type(r).__name__)
class I:
    def __index__(s): return 5
class N:
    def __int__(s): return 6
class T:
    def __trunc__(s): return 7
class T2:
    def __trunc__(s): return I()
class NB:
    def __int__(s): return "x"
class NBool:
    def __int__(s): return True
class F:
    def __float__(s): return 2.5
class FB:
    def __float__(s): return 5
class FSub(float): pass
class FS:
    def __float__(s): return FSub(1.0)
class C:
    def __complex__(s): return 1+2j
class CB:
    def __complex__(s): return 5
class Sub(int): pass
for x in ("", " ", "1", " 12 ", "\n5\t", "+5", "-5", "+ 5", "--5", "1_000", "_1", "1_", "1__0", "0x1F", "0b11", "0o17", "00", "01", "1e5", "1.0", "abc", "١٢", "½", "1\x00", "\u30005", "9"*30, "z", "Z", b"12", b" 1 ", b"x", bytearray(b"7"), memoryview(b"8"), 1.9, -1.9, 1e20, float("inf"), float("nan"), 1j, None, [], I(), N(), T(), T2(), NB(), NBool(), F(), Sub(3), True, object()):
    t(int, x)
    for b in (0, 2, 8, 10, 16, 36, 1, 37, -1, "a", 10.0, I()): t(int, x, b)
    t(float, x); t(complex, x)

t(int); t(lambda: int(base=10)); t(lambda: int("1", base=3)); t(lambda: int(x=1)); t(lambda: int("5", x=1)); t(lambda: int(1, 2, 3)); t(lambda: int(5, 10)); t(lambda: int("5", base="a")); t(lambda: int(b"ff", 16)); t(lambda: int("0_1")); t(lambda: int("0b_1", 0)); t(lambda: int("010", 0)); t(lambda: int("0", 0)); t(lambda: int("00", 0)); t(lambda: int("0x", 0)); t(lambda: int("-0x1f", 16)); t(lambda: Sub("5")); t(lambda: type(Sub("5")).__name__); t(lambda: type(Sub(5) + 1).__name__); t(lambda: Sub(5).__repr__()); t(lambda: type(int(Sub(5))).__name__); t(lambda: type(+Sub(5)).__name__); t(lambda: type(abs(Sub(-5))).__name__); t(lambda: int("1" * 5000)); t(lambda: str(10**5000)); t(lambda: int(10**5000).bit_length()); t(lambda: "%d" % 10**4300); t(lambda: int("1" * 4300) > 0); t(lambda: hex(10**5000)[:10]); t(lambda: int("f" * 5000, 16) > 0)
print()
for b in (b"", b"\x00", b"\x01\x02", b"\xff", b"\x80\x00", b"\xff" * 9, [1, 2], [256], "ab", 5, bytearray(b"\x01"), memoryview(b"\x02"), (1,), iter([3])):
    for o in ("big", "little", "x", None, 5):
        t(lambda: int.from_bytes(b, o)); t(lambda: int.from_bytes(b, o, signed=True))

t(lambda: int.from_bytes(b"\x01")); t(lambda: int.from_bytes()); t(lambda: int.from_bytes(b"a", "big", True)); t(lambda: int.from_bytes(bytes=b"\x05", byteorder="big")); t(lambda: Sub.from_bytes(b"\x05")); t(lambda: type(Sub.from_bytes(b"\x05")).__name__); t(lambda: (5).to_bytes()); t(lambda: (256).to_bytes()); t(lambda: (-1).to_bytes()); t(lambda: (5).to_bytes(-1)); t(lambda: (5).to_bytes("a")); t(lambda: (5).to_bytes(2, "x")); t(lambda: (5).to_bytes(2, 5)); t(lambda: (5).to_bytes(length=2, byteorder="little", signed=False)); t(lambda: (5).to_bytes(1, "big", True))
for x in (1.5, F(), FB(), FS(), I(), "x", "1.5", " 1.5 ", "1_0.5", "1e400", "-1e400", "inf", "-Infinity", "nan", "+nan", "infin", "1.", ".5", ".", "", "1e", "0x1p3", b"2.5", bytearray(b"1"), "١.٥", C(), CB(), 10**400, -10**308, 1j, None):
    t(float, x); t(complex, x); t(lambda: complex(x, 1)); t(lambda: complex(1, x)); t(lambda: complex(real=x)); t(lambda: complex(imag=x))

t(float, 1, 2); t(lambda: float(x=1)); t(float); t(complex); t(lambda: complex(1, 2, 3)); t(lambda: complex("1", 2)); t(lambda: complex(1, "2")); t(lambda: complex(foo=1)); t(lambda: complex(imag=2)); t(lambda: complex("1+2j")); t(lambda: complex("(1+2j)")); t(lambda: complex(" 1+2j ")); t(lambda: complex("1 + 2j")); t(lambda: complex("j")); t(lambda: complex("-j")); t(lambda: complex("1+j")); t(lambda: complex("1e3-2.5e-1J")); t(lambda: complex("nan+infj")); t(lambda: complex("1_0+2_0j")); t(lambda: complex("1+2")); t(lambda: complex("")); t(lambda: complex("(1)")); t(lambda: complex("((1))")); t(lambda: complex("1jj")); t(lambda: complex("\u30001j")); t(lambda: complex(b"1")); t(lambda: complex(1j, 1j)); t(lambda: complex(1, 1j)); t(lambda: complex(True, False)); t(lambda: complex(-0.0, -0.0)); t(lambda: complex.from_number(1))
