# covers: Basic customization; The standard type hierarchy; __repr__
# int() of texts with bases, of bytes, floats, and of objects with __int__, __index__ and __trunc__.
def go(*args, **kwargs):
    try:
        print(args, kwargs or "", int(*args, **kwargs))
    except (ValueError, TypeError, OverflowError) as e:
        print(args, kwargs or "", type(e).__name__, e)


for text in ("12", " 12\n", "-12", "+12", "- 12", "1_000", "1__0", "_1", "1_", "", " ", "0x1f", "1e5", "1.5", "٣", "१२", "²", "12\0", "０１", "--1", "9" * 30):
    go(text)
for text, base in (("1f", 16), ("0x1f", 16), ("0x1f", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0), ("z", 36), ("Z", 36), ("z", 35), ("12", 2), ("0b12", 2), ("0b1", 16), ("1", 37), ("1", 1), ("1", -1), ("1", 10**20), (b"11", 2), (bytearray(b"ff"), 16), ("0x_f", 0), ("0_7", 0), ("-0x10", 0), ("", 0)):
    go(text, base)
go(12, 10)
go()
go("1", base=3)
go(base=3)
go(1.9)
go(-1.9)
go(1e20)
go(float("inf"))
go(float("nan"))
go(1j)
go(None)
go([])
go(b"12")
go(b"1x")
go(True)
go("1" * 20, 3)
go(x=3)


class I:
    def __init__(self, answer):
        self.answer = answer
    def __repr__(self):
        return f"I({self.answer!r})"
    def __int__(self):
        return self.answer


class X(I):
    __int__ = None
    def __index__(self):
        return self.answer


class Only:
    def __index__(self):
        return 42
    def __repr__(self):
        return "Only"


class Trunc:
    def __trunc__(self):
        return 5
    def __repr__(self):
        return "Trunc"


class MyInt(int):
    pass


for value in (5, 2.5, "5", None, True, MyInt(3)):
    go(I(value))
go(X(3))
go(Only())
go(Trunc())
go("11", Only())
print(type(int(I(MyInt(3)))), type(int(MyInt(4))), type(int(True)), [1, 2, 3][True], hex(Only()), range(Only())[-1])
for text in ("1" * 4300, "1" * 4301):
    try:
        print(len(str(int(text))))
    except ValueError as e:
        print(e)
try:
    str(10**4300)
except ValueError as e:
    print(e)
print(len(hex(10**5000)), int("f" * 5000, 16).bit_length())
