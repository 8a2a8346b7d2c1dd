# covers: Emulating numeric types
# With a modulus only the left operand's __pow__ is asked, and a class with __rpow__ alone is asked for it too.
class Left:
    def __pow__(self, other, modulus=None):
        return "Left.__pow__", type(modulus).__name__


class Reflected:
    def __rpow__(self, other, modulus=None):
        return "Reflected.__rpow__", type(modulus).__name__


class Passes:
    def __pow__(self, other, modulus=None):
        return NotImplemented

    def __rpow__(self, other, modulus=None):
        return "Passes.__rpow__", type(modulus).__name__


class Derived(Left):
    def __rpow__(self, other, modulus=None):
        return "Derived.__rpow__", type(modulus).__name__


class Forbidden:
    __pow__ = None


class Number(int):
    def __rpow__(self, other, modulus=None):
        return "Number.__rpow__", type(modulus).__name__


operands = [Left(), Reflected(), Passes(), Derived(), Forbidden(), Number(3), 2, object()]
for left in operands:
    for right in operands:
        for modulus in (None, 5, Left(), Passes()):
            names = [type(x).__name__ for x in (left, right, modulus)]
            try:
                print(*names, pow(left, right, modulus))
            except Exception as error:
                print(*names, type(error).__name__, error)
