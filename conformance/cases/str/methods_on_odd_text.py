# covers: The standard type hierarchy
# Ordinary str methods on text from many scripts.
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
strs = ["", "a", "abc", "ABC", "aBc dEf", "hello world", " \t\n ", "ß", "İ", "ı", "ŉ", "ǆ", "ǅ", "Ǆ", "ΑΣ", "ΣΑΣ.", "σς", "ﬁ", "ﬃ", "é", "e\u0301", "\u1e9e", "١٢٣", "²", "½", "Ⅷ", "日本", "\U0001F600", "\ud800", "a\u2028b", "x\x1cy", "x\x85y", "\u00a0x\u00a0", "\u3000x", "123", "12a", "_a1", "1a", "class", "a-b", "\x00", "\x7f", "\u200b", "\ufeff", "AbC", "Title Case", "Title case", "They're Bill's", "a\tb\t\tc", "ab\tc\n\tx", "0x1F", "+5", "-05", "+", "-", "1_000", "ͅ", "Ⰰ", "\U00010400", "ᾳ", "ᾼ", "ΐ"]
for s in strs:
    print(ascii(s), [s.capitalize(), s.title(), s.upper(), s.lower(), s.casefold(), s.swapcase()])
    print([s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isidentifier(), s.islower(), s.isupper(), s.istitle(), s.isspace(), s.isprintable(), s.isascii()])
    print(ascii(s.split()), ascii(s.rsplit(None, 1)), ascii(s.split(None, 1)), ascii(s.splitlines()), ascii(s.splitlines(True)), ascii(s.strip()), ascii(s.lstrip()), ascii(s.rstrip()))
    print(ascii([s.center(7, "*"), s.ljust(7, "é"), s.rjust(7, "."), s.zfill(7), s.expandtabs(), s.expandtabs(3), s.expandtabs(0), s.expandtabs(-1)]))
    print(ascii(s[::-1]), ascii(s[1:]), ascii(s * 2), len(s), ascii(repr(s)), s.find(""), s.rfind(""), s.count(""), ascii(s.replace("", "-")), ascii(s.replace("", "-", 2)), ascii(s.partition("b")), ascii(s.rpartition("b")))
