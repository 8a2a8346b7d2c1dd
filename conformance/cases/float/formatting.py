# covers: Basic customization
# Floats in format specs, f-strings and %-formatting.
values = (0.0, -0.0, 1.5, -1234567.891, 1e-7, 1e20, 123456.0, 0.5, 2.5, 99.995, float("inf"), float("nan"), 1e308)
for spec in ("", "f", ".0f", ".2f", "e", ".3e", "g", ".3g", "G", "%", ".1%", "n", ",", ",.2f", "_.1f", "+", " ", "-", "08.2f", "+010.1f", "<12.2f", ">12", "^12.1f", "*^12g", "=+12.1f", "#.0f", "#g", "z.0f", "z.1f", ".10", ".17g", "E", "F", "010"):
    print(repr(spec), "|".join(format(v, spec) for v in values))
for spec in ("d", "x", "s", "c", "b", ".", "10.", "..2", ",_", "=^", "5.5.5f", "%%", ".999999999999f", "r", "#,", ",,"):
    try:
        print(repr(spec), format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
for template in ("%f", "%.0f", "%.2f", "%e", "%.3E", "%g", "%G", "%#g", "%08.2f", "%-10.1f|", "%+.1f", "% .1f", "%#.0f", "%s", "%r", "%d", "%i", "%5.1f%%", "%.50f", "%10.3s|"):
    print(template, "|".join(template % v for v in (1.5, -0.0, 123456.789, 1e-10)))
for template in ("%x", "%o", "%c", "%X"):
    try:
        print(template % 1.5)
    except TypeError as e:
        print(e)
for bad in (float("inf"), float("nan")):
    try:
        "%d" % bad
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
x = 3.14159
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{x:{width}}|{x!r:>{width}}|{x=:.2f}|{x = }|{x!s:.4}")
print("{:.{}f} {:>{w}} {0}".replace("{0}", "").format(x, 2, x, w=12))
print(f"{1e16:,} {1e15:,} {123456789.123:,.1f} {1234.5:_} {0.00001:,} {-1234567.0:015,.1f}")
print(format(1.1, ".30f"), format(2**-1074, ".3e"), format(1e22, "f"), format(123.456, ".0e"))
print(str(1e16), "%.12g" % 0.1, "%.17g" % 0.1, "%r" % 1e16, repr(1e-5), "%.3f" % 2.0005, "%.1f" % 0.25, "%.1f" % 0.35)
class F(float):
    def __str__(self):
        return "F's str"
    def __repr__(self):
        return "F's repr"
print(f"{F(1.5)}", f"{F(1.5):.1f}", "%s" % F(1), "%f" % F(1), [F(2)], format(F(3), ""), f"{F(1)!r}")
