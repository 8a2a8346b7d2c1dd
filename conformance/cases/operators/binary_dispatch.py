# covers: Emulating numeric types; __radd__
# Left first, then right; NotImplemented hands over; a subclass on the right goes first.
class A:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print(f"{self.name}.__add__")
        return NotImplemented

    def __radd__(self, other):
        print(f"{self.name}.__radd__")
        return "A radd"


class Same(A):
    pass


class Provides(A):
    def __radd__(self, other):
        print(f"{self.name}.__radd__ of Provides")
        return NotImplemented


class Unrelated:
    def __radd__(self, other):
        print("unrelated radd")
        return "unrelated"


def add(x, y):
    try:
        print("->", x + y)
    except TypeError as e:
        print("->", e)


add(A("a"), A("b"))
add(A("a"), Same("s"))
add(A("a"), Provides("p"))
add(Same("s"), Provides("p"))
add(Provides("p"), A("a"))
add(Provides("p"), Provides("q"))
add(A("a"), Unrelated())
add(Unrelated(), A("a"))
add(Unrelated(), Unrelated())
add(1, A("a"))
add(A("a"), 1)
add(1, "x")
add("x", 1)
add([], ())
add([1], Unrelated())
add("s", Unrelated())
add(None, 1)


class Blocked(A):
    __add__ = None
    __radd__ = None


add(Blocked("x"), 1)
add(1, Blocked("x"))
add(A("a"), Blocked("x"))
