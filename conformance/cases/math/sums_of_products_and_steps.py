# covers: Emulating numeric types
import math
from fractions import Fraction


class Whole(int):
    def __add__(self, other):
        return Whole(int(self) + int(other))

    def __mul__(self, other):
        return Whole(int(self) * int(other))

    __radd__ = __add__
    __rmul__ = __mul__

    def __repr__(self):
        return f"Whole({int(self)})"


rows = [
    ((-5, -5, -5), (Whole(7), 1.5, 1.5)),
    ((-5, -5, -5), (1.5, Whole(7), 1.5)),
    ((2, 3, 0.1, 0.1), (4, 5, 3, 3)),
    ((2**62, 2**62, 0.1), (2, 2, 3)),
    ((2**31, 0.1, 3, 0.2), (2**31, 3, 2, 3)),
    ((True, 0.5, 2), (3, True, False)),
    ((1e308, 10.0, 1), (10, 1e308, 1)),
    ((0.1,) * 10, (3,) * 10),
    ((Fraction(1, 3), 0.5), (3, 2)),
    ((1e16, 1.0, -1e16), (1, 1, 1)),
    ((float("inf"), 1), (1, 2)),
    ((1 + 2j, 3), (2, 0.5)),
    ((), ()),
]
for p, q in rows:
    print(repr(math.sumprod(p, q)), repr(math.sumprod(q, p)))
for steps in (None, 0, 1, 2, 3, 2**80):
    for x, y in ((0.0, -0.0), (-0.0, 0.0), (1.0, 2.0), (5e-324, -1.0), (-5e-324, 1.0), (5e-324, -0.0), (-5e-324, 0.0), (math.inf, 0.0),
                 (math.nan, 1.0), (1.0, math.nan), (1.0, 1.0), (1.0, math.nextafter(1.0, 2.0))):
        print(math.nextafter(x, y) if steps is None else math.nextafter(x, y, steps=steps), end=" ")
    print()
for steps in (-1, -2**80, 1.5):
    try:
        math.nextafter(1.0, 2.0, steps=steps)
    except (ValueError, TypeError) as error:
        print(error)
