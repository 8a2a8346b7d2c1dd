# covers: Customizing positional arguments in class pattern matching; __match_args__
# Which attributes positional patterns ask for, and what is wrong with other answers.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point):
    pass


class None_(Point):
    __match_args__ = ()


class Wrong(Point):
    __match_args__ = ["x"]


class Numbers(Point):
    __match_args__ = (1,)


class Twice(Point):
    __match_args__ = ("x", "x")


class Absent(Point):
    __match_args__ = ("z",)


class Text(Point):
    __match_args__ = "xy"


class Meta(type):
    @property
    def __match_args__(cls):
        print("asked", cls.__name__)
        return ("y",)


class Asked(Point, metaclass=Meta):
    pass


class Whole(int):
    pass


def tried(value, kind):
    try:
        match value:
            case kind(a, b):
                return "two", a, b
            case kind(x=a, y=b):
                return "named", a, b
            case kind():
                return "none"
    except Exception as error:
        return type(error).__name__, str(error)


def one(value, kind):
    try:
        match value:
            case kind(a):
                return "one", a
            case _:
                return "other"
    except Exception as error:
        return type(error).__name__, str(error)


def mixed(value, kind):
    try:
        match value:
            case kind(a, x=b):
                return a, b
    except Exception as error:
        return type(error).__name__, str(error)


for kind in (Point, Sub, None_, Wrong, Numbers, Twice, Absent, Text, Asked):
    print(kind.__name__, tried(kind(1, 2), kind), one(kind(1, 2), kind), mixed(kind(1, 2), kind))
for value, kind in ((5, int), (Whole(5), int), (True, bool), ("a", str), ([1], list), ((1,), tuple), ({}, dict),
                    (1.5, float), (b"a", bytes), ({1}, set), (1j, complex), (None, type(None)), (5, object)):
    print(kind.__name__, one(value, kind))
print(tried(5, int), tried(5, 3), one(5, "int"))
