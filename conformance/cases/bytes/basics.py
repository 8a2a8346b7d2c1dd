# covers: The standard type hierarchy; Emulating container types; instance.__class__; __bytes__
# bytes: making, printing, subscripts, operators, searching.
class B:
    def __bytes__(self):
        return b"from __bytes__"


class Bad:
    def __bytes__(self):
        return "text"


class I:
    def __index__(self):
        return 3


class Both:
    def __index__(self):
        return 3
    def __bytes__(self):
        return b"bytes first"


for args in ((), (3,), (b"ab",), ([1, 2, 255],), ("é", "utf-8"), ("a",), (-1,), ([256],), ([-1],), (["a"],), ([1.5],), (1.5,), (None,), (B(),), (Bad(),), (I(),), (Both(),), (bytearray(b"x"),), (memoryview(b"mv"),), ({1, 2},), (range(3),), (b"a", "utf-8"), ("a", "utf-8", "strict"), (5, "utf-8"), ("a", 5), (10**20,), (True,), ({1: 2},)):
    try:
        print(bytes(*args))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
b = b"hel\0lo'\"\xff\n"
print(b, b"it's", b'"', b"\\", b"\t\r\x7f", b[0], b[-1], b[1:3], b[::-2], b[True], list(b[:2]), str(b)[:6])
for index in (100, -100, "a", 1.0, None, 10**20):
    try:
        b[index]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
for f in (lambda: b"a" + b"b", lambda: b"a" + bytearray(b"b"), lambda: b"a" + "b", lambda: b"ab" * 2, lambda: 97 in b"abc", lambda: b"bc" in b"abc", lambda: "a" in b"abc", lambda: 256 in b"abc", lambda: b"a" == "a", lambda: b"a" < b"b", lambda: b"a" < "b", lambda: b"a" == bytearray(b"a"), lambda: bytearray(b"a") == b"a", lambda: b"a" < bytearray(b"b"), lambda: b"".join([b"a", bytearray(b"b")]), lambda: b",".join(["a"]), lambda: b"a,b".split(b","), lambda: b"a b".split(), lambda: b"a".split(","), lambda: b"abc".find(98), lambda: b"abc".find(b"c"), lambda: b"abc".index(b"x"), lambda: b"abc".find("a"), lambda: b"abc".count(300), lambda: b"abc".replace(b"b", b"XX"), lambda: b"abc".startswith((b"x", b"a")), lambda: b"abc".startswith("a"), lambda: b"abc".hex(), lambda: b"abcd".hex(":", 2), lambda: b"abcd".hex("-", -3), lambda: bytes.fromhex("61 62  63"), lambda: bytes.fromhex("6 1"), lambda: bytes.fromhex("xx"), lambda: bytes.fromhex("616"), lambda: b"aBc".upper() + b"aBc".swapcase() + b"ab cd".title(), lambda: b"a1".isalnum(), lambda: b"\xe9".isalpha(), lambda: b" x ".strip(), lambda: b"xax".strip(b"x"), lambda: b"abc".translate(bytes(range(256)), b"b"), lambda: b"abc".translate(b"x"), lambda: bytes.maketrans(b"a", b"b")[97], lambda: b"a\tb".expandtabs(4), lambda: b"5".zfill(3), lambda: b"ab".center(6, b"*"), lambda: b"ab".center(6, "*"), lambda: b"a\nb\r\n".splitlines(), lambda: b"a=b".partition(b"="), lambda: b"abc".removeprefix(b"a"), lambda: b"abc".decode().encode(), lambda: hash(b"a") == hash(b"a"), lambda: b"abc".setitem):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
class MyBytes(bytes):
    pass
print(type(MyBytes(b"a") + b"b"), type(MyBytes(b"abc")[:]), MyBytes(b"x"), bytes(MyBytes(b"x")).__class__, type(MyBytes.fromhex("61")))
