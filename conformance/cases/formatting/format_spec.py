# covers: Basic customization; __format__
# The format mini language on the built-in types, and its error messages.
for value, spec in (
    (42, ""), (42, "d"), (42, "5"), (42, "<5"), (42, "^5"), (42, "05"), (42, "+"), (42, " "), (-42, "=6"),
    (42, "*>6"), (42, "x"), (42, "#X"), (42, "b"), (42, "#o"), (42, "c"), (1234567, ","), (1234567, "_"),
    (65535, "_x"), (42, "e"), (42, ".2f"), (42, "%"), (10**20, "n"), (True, ""), (True, "d"), (True, "5"),
    (3.14159, ""), (3.14159, ".2f"), (3.14159, "8.3"), (3.14159, "e"), (3.14159, "G"), (0.00001, "g"),
    (1e20, ","), (1234.5, ",.2f"), (0.25, "%"), (0.25, ".0%"), (float("inf"), "f"), (float("nan"), "F"),
    (-0.0, "z.1f"), (-0.04, "z.1f"), (2.0, ""), (1e100, ""), (2.0, "#.0f"), (1.5, "010"),
    ("abc", "5"), ("abc", ">5"), ("abc", ".2"), ("abc", "^7.1"), ("abc", "s"), (1 + 2j, ""), (1 + 2j, ".1f"),
    (1 + 2j, ">12"), (None, ""), ([1], ""), (..., ""),
):
    print(repr(value), repr(spec), "->", repr(format(value, spec)))
for value, spec in (
    (42, "s"), (42, ".2"), (42, ".2d"), ("a", "d"), ("a", "+"), ("a", "="), ("a", ","), (3.5, "d"), (3.5, "x"),
    (None, "5"), ([], "s"), (1j, "05"), (1j, "%"), (42, "5q"), (42, "55 d"), (42, "+c"), (-1, "c"), (42, "_,"),
    (42, ",x"), (42, "#c"), (42, "."), (42, "99999999999999999999"), (1.0, ".99999999999999999999f"),
    (object, "x"), (42, "\u00e9"), ("s", "z"), (True, "s"), (1.5, "_,f"),
):
    try:
        print(repr(value), repr(spec), format(value, spec))
    except (TypeError, ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)


class F:
    def __format__(self, spec): return f"F[{spec}]"


class Wrong:
    def __format__(self, spec): return 5


print(f"{F()}", f"{F():abc}", f"{F():{'x'}{1}}", format(F(), "q"), "{:z}".format(F()))
try:
    format(Wrong())
except TypeError as e:
    print(e)
try:
    format(1, 2)
except TypeError as e:
    print(e)
print(object.__format__(3, ""), f"{3!r:>4}|{'x'!r}|{'é'!a}|{3!s:3}|")
