# covers: The standard type hierarchy
# Attributes, methods and arguments of patterns and matches; warnings.
import re, warnings
p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(x)?", re.A)
print(p.groups, p.groupindex, p.flags, p.pattern, type(p), type(p.groupindex))
m = p.search("on 2024-05!", 2)
print(m, m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, m.regs)
print(m.group(), m.group(1, "month", 3), m[0], m["year"], m.groups(), m.groups("-"), m.groupdict("-"))
print(m.start("year"), m.end(2), m.span(3), m.expand(r"\g<month>/\1[\3]\n\x"[:-2]))
for f in (lambda: m.group(4), lambda: m["no"], lambda: m[-1], lambda: m.start("x"), lambda: m.group(2**70), lambda: m.group(1.0),
          lambda: p.match(), lambda: p.match(5), lambda: p.match(b"x"), lambda: re.match(b"x", "x"), lambda: p.match("x", "y"),
          lambda: re.compile(5), lambda: re.compile(p, re.I), lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U),
          lambda: re.compile(b"a", re.U), lambda: re.compile(b"a", re.A | re.L), lambda: re.Pattern(), lambda: re.Match(),
          lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub("a", b"b", "a"), lambda: re.sub("b", b"b", "a"),
          lambda: re.sub("(a)", r"\2", "a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"),
          lambda: re.sub("a", r"\g<1x>", "a"), lambda: re.sub("a", r"\400", "a"), lambda: re.sub("a", "\\", "a"), lambda: m.expand(5),
          lambda: re.compile("a{99999999999}"), lambda: p < p, lambda: setattr(p, "x", 1), lambda: hash(m) == hash(m)):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(p == re.compile(p.pattern, re.A), p == re.compile(p.pattern), hash(p) == hash(re.compile(p.pattern, re.A)), p != 5)
print(p.__copy__() is p, m.__deepcopy__({}) is m, bool(m), re.Pattern[str], re.Match[bytes])
print(re.match(b"a(b)?", bytearray(b"ac")).group(0), re.match(b"a", memoryview(b"abc")), re.findall(b"(a)(b)?", b"aab"))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    re.sub("a", "b", "aaa", 2)
    re.split("a", "bab", 1)
    re.compile("[[a]"), re.compile("[a-z--9]"), re.compile("[a&&b||c~~d]")
    for w in seen:
        print(w.category.__name__, w.message)
for f in (lambda: re.sub("a", "b", "c", 1, 2, 3), lambda: re.sub("a", "b", "c", 1, count=1), lambda: re.split("a", "b", 1, 2, 3)):
    try: f()
    except TypeError as e: print(e)
class S(str): pass
t = S("abc")
print(type(re.match(".*", t).group()), re.match(".*", t).string is t, type(re.sub("x", "y", t)), type(re.split("x", t)[0]))
print(re.sub("(?P<a>x)|(y)", r"[\g<a>\2\g<0>]", "xyz"), re.sub("", "-", "ab"), re.subn("b*", "-", "abc"), re.split("(x)|(y)", "axbyc"))
print(list(re.finditer("a|", "ba")), re.findall("", ""), re.split("", "ab"), re.findall(r"\b|\w", "ab"), re.sub(r"\\", r"\\\\", "a\\b"))
print(re.I | re.M, re.RegexFlag(0), re.RegexFlag(1024), ~re.I, re.NOFLAG, str(re.I), re.RegexFlag["I"], re.I.name, re.I | 2048)
print(re.compile("a" * 300), re.match("a*", "a" * 100), re.compile("a", re.I | re.DEBUG & 0), repr(re.compile("x", 1024)))
s = p.scanner("2024-05 2025-06")
print(s.match(), s.match(), s.search(), s.pattern is p)
