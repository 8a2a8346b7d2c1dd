# covers: The standard type hierarchy
# Patterns of each kind, and what is said of those that are none.
import re
print(re.compile("a+", re.I|re.M), re.I|re.M, re.I, repr(re.RegexFlag(0)), re.compile(b"x"))
m = re.match(r"(?P<first>\w+) (?P<second>\w+)?", "Malcolm Reynolds")
print(m, m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs, m.span(2), m["first"], m.expand(r"\2 \g<first>"), m.re, m.string, m.pos, m.endpos)
print(re.findall(r"\bf[a-z]*", "which foot or hand fell fastest"), re.sub(r"(\w+)@(\w+)", r"\2.\1", "a@b c@d"), re.split(r"(\W)", "a b,c"), re.sub("x*", "-", "abxd"))
print(re.subn("a", lambda m: m.group().upper(), "banana", count=2))
for p in ["(", "[a", "a**", "(?P<x>a)(?P<x>b)", "\\", "(?<=a+)b", "(?i", "x(?i)", "a{3,2}", "(?P<1a>)", "\\1", "[z-a]", "(?z)", "\n(", "(?P=x)", "(?(1)a|b|c)", "(?(9)a)", "\\x1", "[\\q]", "\\N{foo}", "(?#a", "(?<a)", "*", "(?P>", "(a\\1)", "a)"]:
    try:
        print(repr(p), re.compile(p))
    except re.error as e:
        print(repr(p), type(e), e, e.msg, e.pos, e.lineno, e.colno, e.pattern)
    except Exception as e: print(repr(p), type(e), e)
print([m.span() for m in re.finditer(r"", "abc")], re.fullmatch("a|ab", "ab"), re.match("(?>a+)ab", "aaab"), re.match("a++b", "aaab"), re.match(r"(?:(a)|b)*", "ab").groups())
print(re.search("ß", "STRASSE ẞ", re.I), re.match("K", "\u212a", re.I), re.findall(r"\d", "1٣"), re.findall(r"(?a)\d", "1٣"), re.match("\ud800", "\ud800"))
print(re.findall(b"[\xe0-\xff]", bytes(range(256))), re.escape("a.b*"), re.sub(b"a", b"\\n", b"cat"), hash(re.compile("a"))==hash(re.compile("a")), re.compile("a")==re.compile("a"))
print(re.Scanner([(r"[a-z]+", lambda s, t: t.upper()), (r"\s+", None)]).scan("ab cd 12"))
