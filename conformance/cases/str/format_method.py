# covers: Basic customization; __format__
# str.format: fields, nesting, conversions, automatic numbering, errors; format_map; __format__.
class P:
    attr = "attribute"
    def __init__(self):
        self.items = {"key": "item", 3: "three"}
    def __getitem__(self, key):
        return (type(key).__name__, key)
    def __format__(self, spec):
        return f"<{spec}>"
    def __repr__(self):
        return "P()"


p = P()
for template in ("{}", "{0}", "{:spec}", "{!r}", "{!s:>5}", "{0.attr}", "{0[key]}", "{0[3]}", "{0[-1]}", "{0.items[key]}", "{0.items[3]}", "{:{}}", "{0:{1}}", "{1}{0}", "{{}}", "{{{}}}", "{x}", "{x!a}", "{} {x}", "{0}{}", "{}{0}", "{", "}", "{0", "{!z}", "{!}", "{!rr}", "{0.}", "{0[}", "{0[]}", "{0[a}", "{.attr}", "{[k]}", "{5}", "{nope}", "{0.nope}", "{0!r:{1}}", "{:{:{}}}", "{a b}", "{0 }", "{:}}", "{0[a]b}", "{99999999999999999999}", "{-1}", "{!r:^9}", "{x.upper}", "{0:{x}}", "", "plain", "}}{{", "{0!r}{0!s}"):
    try:
        print(template, "->", template.format(p, 12, x="é")[:60] if "upper" not in template else "method")
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as e:
        print(template, "->", type(e).__name__, e)
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:=10}".format("a", "b", "c", "d", 5))
print("{0:d} {0:x} {0:,} {1:.2f} {2!r:>6} {3}".format(1000, 2.5, "s", [1, {"a": 2}]))
print("{a} {b}".format_map({"a": 1, "b": 2}), "{0}".format(*[1]), "{a[0]} {a[1]}".format(a="xy") )
for spec in ("", "10", "<10", "^10", ">10", "010", "=10", "+", ",", "d", ".2", "s", ".2s", "*<5.1s", "x", "#", " ", "z", "10q", "\0<5"):
    try:
        print(repr(spec), ascii(format("text", spec)))
    except ValueError as e:
        print(repr(spec), e)
for value in ([], (), {}, None, object, len, 1j, b"x", type, ...):
    try:
        print(format(value, ""), format(value, ">5"))
    except TypeError as e:
        print(e)
for f in (lambda: format(1, 5), lambda: format(1, None), lambda: "{}".format(), lambda: "{a}".format(), lambda: "{:d}".format("x"), lambda: "{:s}".format(5), lambda: format("x", "1000000000000"), lambda: format(1, "99999999999999999999"), lambda: "{0.__class__.__name__}".format(5)):
    try:
        print(len(f()), f()[:20])
    except (TypeError, IndexError, KeyError, ValueError, MemoryError, OverflowError) as e:
        print(type(e).__name__, str(e)[:80])
