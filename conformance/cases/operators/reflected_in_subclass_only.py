# covers: Emulating numeric types; __sub__; __radd__; __rmod__
# A subclass on the right goes first if it has a reflected method where the left operand's class has none.
class Number:
    def __add__(self, other):
        return "Number.__add__"

    def __sub__(self, other):
        return "Number.__sub__"


class Reflecting(Number):
    def __radd__(self, other):
        return "Reflecting.__radd__"


class Passing(Number):
    def __radd__(self, other):
        return NotImplemented


class Plain(Number):
    pass


print(Number() + Reflecting(), Number() - Reflecting())
print(Number() + Passing(), Number() + Plain())
print(Reflecting() + Reflecting(), Reflecting() + Number(), Reflecting() + Plain())


class Int(int):
    def __radd__(self, other):
        return f"Int.__radd__ {other!r}"


class Str(str):
    def __rmod__(self, other):
        return f"Str.__rmod__ {other!r}"

    def __radd__(self, other):
        return f"Str.__radd__ {other!r}"


print(1 + Int(2), Int(1) + Int(2), True + Int(2), 1.5 + Int(2))
print("%s" % Str("a"), "a" + Str("b"))
