# covers: Emulating container types
# bytes and bytearray: sources, items, slices, and changes while a view looks.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
bs = [b"", b"a", b"abc", b"ABC", b"aBc dEf", b"hello world", b" \t\n ", b"\xdf\xff", b"123", b"12a", b"Title Case", b"They're", b"a\tb\t\tc", b"ab\tc\n\tx\r\ny\rz", b"+5", b"-05", b"\x00\x1c\x0b\x85", b"x\x1cy", b"It'S a \"q\"", b"'", b'"', b"'\""]
for s in bs:
  for s in (s, bytearray(s)):
    print([s.capitalize(), s.title(), s.upper(), s.lower(), s.swapcase()])
    print([s.isalpha(), s.isdigit(), s.isalnum(), s.islower(), s.isupper(), s.istitle(), s.isspace(), s.isascii()])
    print(s.split(), s.rsplit(None, 1), s.split(None, 1), s.splitlines(), s.splitlines(True), s.strip(), s.lstrip(), s.rstrip())
    print([s.center(7, b"*"), s.ljust(7, bytearray(b"+")), s.rjust(7), s.zfill(7), s.expandtabs(), s.expandtabs(3), s.expandtabs(0), s.expandtabs(-1)])
    print(s[::-1], s[1:], s * 2, len(s), repr(s), str(s), s.find(b""), s.rfind(b""), s.count(b""), s.replace(b"", b"-"), s.replace(b"", b"-", 2), s.partition(b"b"), s.rpartition(b"b"), s.hex(), s.hex("-"), s.hex(":", 2), s.hex(b"_", -2), s.hex("x", 0))
    print(s.removeprefix(b"a"), s.removesuffix(b"c"), s.translate(None, b"a"), s.translate(bytes(range(255, -1, -1))), s.join([b"x", bytearray(b"y")]), list(s), s == bytes(s), s == bytearray(s), s < b"b", s + b"z", b"z" + s, bytearray(b"z") + s, type(s + b"").__name__, type(b"" + s).__name__, s in b"abc hello", 97 in s)
t(lambda: bytes.fromhex("a b")); t(lambda: bytes.fromhex("ab cd\n ef")); t(lambda: bytes.fromhex("abc")); t(lambda: bytes.fromhex("zz")); t(lambda: bytes.fromhex("a")); t(lambda: bytes.fromhex("ab c")); t(lambda: bytes.fromhex("é")); t(lambda: bytearray.fromhex("0g")); t(lambda: bytes.fromhex("")); t(lambda: bytes.fromhex("AbCd")); t(lambda: bytes.fromhex("ab\u2003cd"))
class B(bytes):
    def __new__(c, *a): return super().__new__(c, *a)
t(lambda: type(B.fromhex("ab"))); t(lambda: B(b"a") + b"b"); t(lambda: type(B(b"ab").upper())); t(lambda: type(B(b"ab")[:])); t(lambda: bytes(B(b"x"))); t(lambda: type(bytes(B(b"x")))); t(lambda: B(b"a") == b"a"); t(lambda: hash(B(b"a")) == hash(b"a")); t(lambda: repr(B(b"a")))
class A(bytearray): pass
t(lambda: A(b"x")); t(lambda: repr(A(b"x"))); t(lambda: type(A(b"x") + b"y")); t(lambda: type(A.fromhex("ab"))); t(lambda: type(A(b"x").copy())); t(lambda: type(A(b"x") * 2)); t(lambda: A(b"x").__iadd__(b"y")); t(lambda: str(A(b"x")))
t(lambda: bytes(3)); t(lambda: bytes(-1)); t(lambda: bytes([1, 2, 300])); t(lambda: bytes([1, "a"])); t(lambda: bytes("a")); t(lambda: bytes("é", "ascii")); t(lambda: bytes("é", "ascii", "ignore")); t(lambda: bytes("é", "utf-16")); t(lambda: bytes(1.5)); t(lambda: bytes(None)); t(lambda: bytes(object())); t(lambda: bytes({1, 2})); t(lambda: bytes(range(5))); t(lambda: bytes(source=b"x")); t(lambda: bytes(b"a", b"b", b"c", b"d")); t(lambda: bytes(foo=1)); t(lambda: bytes(encoding="x")); t(lambda: bytes(errors="x")); t(lambda: bytes(5, "ascii")); t(lambda: bytes(5, errors="ascii")); t(lambda: bytes(b"a", source=b"b"))
class HB:
    def __bytes__(s): return b"HB"
    def __index__(s): return 3
class HI:
    def __index__(s): return 2
    def __iter__(s): return iter([1])
class BI:
    def __index__(s): raise ValueError("bi")
class BT:
    def __index__(s): raise TypeError("bt")
    def __iter__(s): return iter([7])
for x in (HB, HI, BI, BT): t(lambda: bytes(x())); t(lambda: bytearray(x()))
b = bytearray(b"0123456789")
def ch(f):
    c = bytearray(b)
    try: r = f(c)
    except BaseException as e: r = (type(e).__name__, str(e))
    print(r, c)
for k in (0, -1, 10, -11, slice(None), slice(2, 5), slice(None, None, 2), slice(None, None, -3), slice(5, 2), slice(100, 200), slice(-3, None), slice(1, 8, 3)):
    for v in (5, 256, b"", b"X", b"XYZ", bytearray(b"pq"), [1, 2], (65,), "s", 1.5, None, range(3), memoryview(b"mn"), iter([66])):
        ch(lambda c: c.__setitem__(k, v))
    ch(lambda c: c.__delitem__(k)); ch(lambda c: c[k])
ch(lambda c: c.__setitem__(slice(2, 4), c)); ch(lambda c: c.__setitem__(slice(None, None, -1), c)); ch(lambda c: c.extend(c)); ch(lambda c: c.__iadd__(c)); ch(lambda c: c.__imul__(2)); ch(lambda c: c.__imul__(0)); ch(lambda c: c.__imul__(-1)); ch(lambda c: c.insert(-100, 1)); ch(lambda c: c.insert(100, 1)); ch(lambda c: c.pop(0)); ch(lambda c: c.pop(-1)); ch(lambda c: c.pop(10)); ch(lambda c: c.remove(48)); ch(lambda c: c.remove(1)); ch(lambda c: c.reverse()); ch(lambda c: c.clear()); ch(lambda c: c.append("a")); ch(lambda c: c.__init__(3)); ch(lambda c: c.__init__("é", "utf8")); ch(lambda c: c.__init__()); ch(lambda c: c.decode()); ch(lambda c: hash(c)); ch(lambda c: {c}); ch(lambda c: c.__reduce__()); ch(lambda c: c.__reduce_ex__(2)); ch(lambda c: c.__sizeof__() > 0); ch(lambda c: c == "x"); ch(lambda c: c < 5); ch(lambda c: c.sort()); ch(lambda c: c.__contains__(300)); ch(lambda c: c.__contains__("a")); ch(lambda c: c.find(300)); ch(lambda c: c.index(b"x")); ch(lambda c: c.rindex(b"x")); ch(lambda c: c.count(48)); ch(lambda c: c.split(b"5")); ch(lambda c: c.split(b"")); ch(lambda c: bytes.maketrans(b"a", b"bc")); ch(lambda c: c.translate(b"abc")); ch(lambda c: c.translate(bytes(256), b"5")); ch(lambda c: c.translate(None, delete=b"5")); ch(lambda c: c.join([])); ch(lambda c: c.join(["a"])); ch(lambda c: c.center(5, b"ab")); ch(lambda c: c.startswith(b"0")); ch(lambda c: c.startswith((b"x", b"0"))); ch(lambda c: c.startswith(["x"])); ch(lambda c: c.endswith(b"9", 0, -1)); ch(lambda c: c.copy() is c); ch(lambda c: c[:] is c); ch(lambda c: b"".join([b"a"])); ch(lambda c: (lambda x: b"".join([x]) is x)(b"abc"))
v = memoryview(b); t(lambda: b.append(1)); t(lambda: b.__init__(b"x")); t(lambda: b.__setitem__(slice(0, 1), b"ab")); t(lambda: b.__setitem__(slice(0, 2), b"ab")); t(lambda: b.__delitem__(slice(0, 2))); t(lambda: b.pop()); t(lambda: b.clear()); t(lambda: b.__iadd__(b"")); t(lambda: b.__imul__(1)); t(lambda: b.extend(b"")); t(lambda: b.remove(50)); t(lambda: b.insert(0, 1)); t(lambda: b.reverse()); v.release(); t(lambda: b.append(1)); print(b)
