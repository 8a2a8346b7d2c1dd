# covers: Emulating callable objects; Objects, values and types
# What computing left behind in a frame is neither a variable of a later call nor kept alive.


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def unbound(flag):
    if flag:
        early = 1
    for late in ():
        pass
    try:
        return early
    except UnboundLocalError as e:
        print(e)
    try:
        return late
    except UnboundLocalError as e:
        print(e)


def nothing():
    return 0


def receive(first, second=20, *, third=30):
    return first, second, third


# Integers and floats were in the registers that the next call's variables get.
print((1 + 2) * (3 + 4) - (5 + 6) * (7 + 8) + nothing(), unbound(False))
print((1.5 + 2.5) * (3.5 + 4.5) / ((5.5 - 6.5) * (7.5 + 8.5)) + nothing(), unbound(True))
print([receive((1 + 2) * (3 + 4)) for _ in range(2)], receive(*(), **{"first": 1}))


def leave(kind):
    for item in [Loud("list of " + kind)]:
        for _ in (n for n in (1, 2)):
            if kind == "return":
                return item.name
            if kind == "break":
                break
        item = None
    return "end"


for kind in ("return", "break", "else"):
    print(leave(kind))
    print("after", kind)


def outer(depth, *rest):
    kept = Loud(f"outer {depth}")
    if depth:
        return outer(depth - 1, *rest) + receive(len(kept.name), depth)[1]
    return len(rest)


print(outer(3, 1, 2))


class Point:
    def __init__(self, x, y=Loud("default")):
        self.x = x
        self.y = y

    def moved(self, by, twice=False):
        if twice:
            return Point(self.x + by * 2, self.y)
        return Point(self.x + by, self.y)


print(Point(1, 2).moved((3 + 4) * 2).moved(1, True).x)
try:
    Point(1).moved()
except TypeError as e:
    print(e)
Point.__init__.__defaults__ = ("new default",)
print(Point(1).y)
