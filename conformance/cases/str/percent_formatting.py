# covers: Emulating numeric types; Basic customization; __int__
# The % operator: conversions, flags, mappings, stars, and widths too large to make.
class R:
    def __repr__(self):
        return "R!é"
    def __str__(self):
        return "S!"
    def __index__(self):
        return 5
    def __int__(self):
        return 6
    def __float__(self):
        return 1.5


def go(template, value):
    try:
        print(ascii(template), ascii(template % value))
    except Exception as e:
        print(ascii(template), type(e).__name__, e)


for template in ("%s", "%r", "%a", "%d", "%i", "%x", "%f", "%c", "%5s|", "%-5s|", "%.1s", "%05s", "%o"):
    go(template, (R(),))
for template, value in (("%d", 5.9), ("%d", "5"), ("%x", 255), ("%X", -255), ("%#x", 255), ("%#o", 8), ("%o", -8), ("%+d", 5), ("% d", 5), ("%05d", -42), ("%-5d|", 42), ("%.3d", 5), ("%+.3d", -5), ("%08.3d", 5), ("%c", 65), ("%c", "x"), ("%c", "xy"), ("%c", -1), ("%c", 0x110000), ("%%", ()), ("%", ()), ("%z", 1), ("%5%|", ()), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%s", ()), ("no", 5), ("no", ()), ("no", {}), ("no", []), ("no", {"a": 1}), ("%(a)s", {"a": 1}), ("%(a)s %(a)r", {"a": "x"}), ("%(b)s", {"a": 1}), ("%(a)s", 5), ("%(a", {"a": 1}), ("%(a(b))s", {"a(b)": 1}), ("%*d", (5, 42)), ("%-*d|", (5, 42)), ("%*d|", (-5, 42)), ("%.*f", (2, 3.14159)), ("%*d", ("x", 1)), ("%.*f", (-1, 2.5)), ("%s", [1, 2]), ("%s", None), ("%s %s", [1, 2]), ("%ld %hd %Ld", (1, 2, 3)), ("%d", True), ("%d", None), ("%x", "a"), ("%f", "x"), ("%i", 10**30), ("%d", 1e20), ("%(a)s %s", {"a": 1}), ("%s%%%s", (1, 2)), ("%é", 1), ("%.0s|", "abc"), ("%#X", 255), ("% 05d", 3), ("%+x", 10), ("%u", 3), ("%e", 10**400), ("%.f", 2.5)):
    go(template, value)
for template, value in (("%1000000000000d", 1), ("%.1000000000000d", 1), ("%99999999999999999999d", 1), ("%.99999999999999999999f", 1.0), ("%*d", (10**20, 1)), ("%.*f", (10**20, 1.0)), ("%.3000000000d", 1)):
    try:
        template % value
    except (ValueError, OverflowError, MemoryError) as e:
        print(template, type(e).__name__, str(e)[:60])
class D(dict):
    def __missing__(self, key):
        return key.upper()
print("%(x)s" % D(), b"%d %s %r %a %c %x" % (1, b"s", "é", "é", 65, 255), b"%b" % b"x", b"%(k)s" % {b"k": b"v"}, bytearray(b"%d") % 5)
for template, value in ((b"%s", "x"), (b"%b", 5), (b"%c", "x"), (b"%c", 256), (b"%d", "x"), (b"%q", 1)):
    go(template, value) if False else None
    try:
        print(template % value)
    except Exception as e:
        print(type(e).__name__, e)
class T(tuple):
    pass
print("%s %s" % T((1, 2)), "%s" % (T((1, 2)),), "%s" % {1: 2}, "%r" % ("a",))
