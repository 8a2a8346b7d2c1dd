# covers: Emulating numeric types
# Formats, values and buffers that fit, and those that do not.
import struct
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for p in "@=":
    for c in "bBhHiIlLqQnNP?":
        for v in (2**70, -2**70, 300, 70000, "x", 1.5, None, -1, 2**31, 2**63):
            print(p, c, v, end=" "); t(lambda: struct.pack(p + c, v))
for c in "efd": 
    for v in (1e300, 70000.0, "x", 1e39, 2**2000, float("inf"), 65520.0):
        print(c, v if v != 2**2000 else 'big', end=" "); t(lambda: struct.pack(c, v))
for c in "cspx":
    for v in (b"", b"ab", "a", 5, bytearray(b"q")):
        print(c, v, end=" "); t(lambda: struct.pack(c, v))
for f in (lambda: struct.pack("3"), lambda: struct.pack("z"), lambda: struct.pack("=n", 1), lambda: struct.calcsize("99999999999999999999i"), lambda: struct.calcsize("9223372036854775807i"),lambda: struct.calcsize("2i 3b"), lambda: struct.pack("i"), lambda: struct.pack("i", 1, 2), lambda: struct.unpack("i", b"abc"), lambda: struct.unpack_from("i", b"abcd", 2), lambda: struct.unpack_from("i", b"abcd", -2), lambda: struct.unpack_from("i", b"abcd", -9), lambda: struct.unpack_from("i", b"abcd", 9), lambda: struct.pack_into("i", bytearray(2), 0, 1), lambda: struct.pack_into("i", bytearray(4), -2, 1), lambda: struct.pack_into("i", bytearray(4), -9, 1), lambda: struct.pack_into("i", b"abcd", 0, 1), lambda: struct.pack_into("i"), lambda: struct.pack_into("i", bytearray(4)), lambda: struct.pack_into("i", bytearray(4), 0), lambda: struct.pack_into("i", bytearray(4), "x", 1), lambda: struct.pack_into("i", 5, 0, 1), lambda: list(struct.iter_unpack("", b"")), lambda: list(struct.iter_unpack("i", b"abc")), lambda: struct.Struct("i"), lambda: struct.Struct(b"i").format, lambda: struct.Struct(5), lambda: struct.Struct("\xe9"), lambda: struct.Struct(), lambda: struct.unpack("i", 5), lambda: struct.unpack("i", "abcd"), lambda: struct.pack(), lambda: struct.pack(5), lambda: struct.error, lambda: struct.Struct("i").size, lambda: struct.Struct("3si").unpack(b"abcd"), lambda: struct.pack("5p3s0s", b"abcdefg", b"a", b"zz"), lambda: struct.unpack("5p", b"\x09abcd"), lambda: struct.pack("bhi", 1, 2, 3), lambda: struct.pack("<?", []), lambda: struct.unpack("?", b"\x05"), lambda: struct.unpack_from("i", b"abcd", offset=0), lambda:struct.calcsize("i\0"), lambda: struct.calcsize("0i"), lambda: struct.calcsize("b0i"), lambda: struct._clearcache(), lambda: struct.Struct("i").iter_unpack(b"12345678").__length_hint__(), lambda: struct.pack("300p", b"x"*400)[0], lambda: struct.Struct.__new__(struct.Struct).size, lambda: struct.pack(">iI", True, 3)):
    t(f)
print(struct.__all__)
