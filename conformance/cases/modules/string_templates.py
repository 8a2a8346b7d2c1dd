# covers: The standard type hierarchy
# ours: string
# string: templates with other delimiters and patterns, formatters that are overridden, constants.
import string
def tr(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
T = string.Template
for text in ("$a", "${a}", "$$", "$", "a$", "${", "${}", "$1", "$a$b", "$A_1x", "${a b}", "x$a.y", "$é", "$$a", "$$$a", "\n\n  $?"):
    t = T(text)
    tr(t.substitute, a=1, b=2); tr(t.safe_substitute, a=1); print(t.is_valid(), end=" "); tr(t.get_identifiers)
tr(T("$a $b").substitute, {"a": 1}, b=2); tr(T("$a").substitute, {"a": 1}, {"b": 2}); tr(T("$a").substitute); tr(T("$self").substitute, self=3); tr(T("$mapping").substitute, mapping=4)
class Percent(T):
    delimiter = "%"; idpattern = "[a-z]+_[a-z]+"
tr(Percent("%a_b %% %ab $x").substitute, a_b=1); tr(Percent("%a_b %% %ab").safe_substitute, a_b=1)
class Braces(T):
    braceidpattern = r"[a-z]\w*:[0-9]"
tr(Braces("$a ${b:1} ${c}").safe_substitute, {"a": 1, "b:1": 2, "c": 3}); print(Braces("$a ${b:1}").get_identifiers())
class Own(T):
    pattern = r"(?P<escaped>@@)|@(?P<named>[a-z]+)|@<(?P<braced>[a-z]+)>|(?P<invalid>@)"
tr(Own("@a @<b> @@ @").safe_substitute, a=1, b=2); tr(Own("@a @").substitute, a=1)
class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def convert_field(self, value, conversion):
        return value[::-1] if conversion == "x" else super().convert_field(value, conversion)
    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)), len(args), sorted(kwargs))
tr(F().format, "{0} {name!x} {miss} {}", "p", name="abc"); tr(F().format, "{} {name!x} {miss!r:>8} {}", "p", "q", name="abc")
f = string.Formatter()
for text in ("{", "}", "{0", "{0!", "{0!z}", "{0.x}", "{0[1]}", "{0[a}", "{a.b[c].d}", "{:{}}", "{:{}{}}", "{0:{1:{2}}}", "{!r}", "{0!r:>10}", "{{}}", "{0}{}", "{}{0}", "{0.real:.2f}", "{:%Y}"):
    tr(f.format, text, 1.5, 2, 3)
    try:
        print(list(f.parse(text)))
    except ValueError as e:
        print(e)
tr(f.vformat, "{a}{0}", (1,), {"a": 2}); tr(f.format); tr(f.get_field, "0.real", (5,), {}); tr(f.format_field, 5, "x>3"); tr(f.convert_field, 5, None)
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable))
tr(string.capwords, "  hello   wORLD foo "); tr(string.capwords, "a-bc-d", "-"); tr(string.capwords, "", None)
