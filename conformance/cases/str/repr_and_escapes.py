# covers: The standard type hierarchy; Basic customization
# repr and ascii of texts: quotes, escapes, what is printable.
for s in ("", "a", "it's", 'say "hi"', "both ' and \"", "\n\r\t\\", "\0\x01\x1b\x7f", "\x80\xa0\xad\xff", "é", "\u0378", "\u2028", "日本", "😀", "\U000e0001", "\ud800", "a\ud83d\ude00", "\u200b", "\ufeff", "ﬀ", "\u0301"):
    print(ascii(repr(s)), ascii(s), len(s))
print("\x41\u0042\U00000043\N{LATIN SMALL LETTER D}\101\7\a\b\f\v".encode(), r"\n", "a\
b", "x" "y")
print(["it's"], ('"',), {"k\n": "v\t"})
class S(str):
    def __repr__(self):
        return "S!"
print([S("x")], repr(S("x")), S("x"), str.__repr__(S("x")), ascii(S("é")))
for c in "aé日😀\n\u200b\xa0\u0378":
    print(ascii(c), c.isprintable(), c.isalpha(), c.isspace(), ord(c))
print(chr(97), ascii(chr(0x10FFFF)), ord("\ud800"))
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"ab"), lambda: chr(10**20)):
    try:
        print(f())
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(ord(b"a"), ord(bytearray(b"b")))
print(str(), str(b"abc"), str(b"abc", "utf-8"), str(b"\xe9", "latin-1"), str(b"a\xff", errors="replace"), str(object=5), str(b"x", encoding="ascii"))
for f in (lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"\xff", "utf-8"), lambda: str(b"a", "nope"), lambda: str(b"", 5), lambda: str(1, 2, 3, 4), lambda: str(b"\xff", "ascii"), lambda: str(b"\xff", "utf-8", "nope")):
    try:
        print(f())
    except (ValueError, TypeError, LookupError) as e:
        print(type(e).__name__, e)
