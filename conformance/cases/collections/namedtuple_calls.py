# covers: Emulating container types; Emulating callable objects; __new__
# The constructor of a named tuple is a function with its fields for parameters.
from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[7])
Empty = namedtuple("Empty", "")
One = namedtuple("One", ["only"])
print(Point(1), Point(1, 2), Point(y=1, x=2), Point(*"ab"), Empty(), One(1), One(only=2))
for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, x=1), lambda: Point(1, z=1),
             lambda: Point(z=1), lambda: Empty(1), lambda: One(), lambda: One(1, 2), lambda: Point.__new__(),
             lambda: Point.__new__(Point), lambda: Point.__new__(int, 1), lambda: One(onl=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
code = Point.__new__.__code__
print(code.co_varnames, code.co_argcount, Point.__new__.__defaults__, Point.__new__.__qualname__)
print(Point.__new__.__doc__, Point.__new__.__module__, Point._field_defaults, Point._fields)
for arguments in (("a b", "x"), ("A", "x x"), ("A", "def"), ("A", "_x"), ("A", "1"), ("A", "x", [1, 2])):
    try:
        namedtuple(*arguments[:2], defaults=arguments[2] if arguments[2:] else None)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(namedtuple("A", "x x def _y", rename=True)._fields)


class Sub(Point):
    def __new__(cls, x):
        return super().__new__(cls, x, x)


print(Sub(3), Sub(3)._replace(y=1), Point(1, 2)._asdict(), Sub._make([1, 2]))
