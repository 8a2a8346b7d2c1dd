# covers: Emulating numeric types
# Conversions that return instances of subclasses are warned of.
import operator
import warnings

class Odd:
    def __index__(self):
        return True
    def __int__(self):
        return True
    def __float__(self):
        return type("F", (float,), {})(1.5)
    def __complex__(self):
        return type("C", (complex,), {})(1j)

for call in (lambda: operator.index(Odd()), lambda: int(Odd()), lambda: float(Odd()), lambda: complex(Odd()), lambda: [1, 2][Odd()]):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(call(), [str(w.message) for w in seen])
import math
class Whole(float):
    def __ceil__(self):
        return "ceiling"
    def __floor__(self):
        return "floor"
print(math.ceil(Whole()), math.floor(Whole()), math.sumprod([0.1] * 20, [True, False] * 10))
print(math.remainder(5.0, 1e-300), math.remainder(-3.5, 2.0), math.remainder(7, 2), math.remainder(1e300, 3e-300))
