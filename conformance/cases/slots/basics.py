# covers: __slots__; Notes on using *__slots__*
# A class with __slots__ has member descriptors and no __dict__, unless a base has one.
class P:
    __slots__ = ("x", "y")
    shared = 1


p = P()
p.x = 1
print(p.x, P.x, type(P.x), P.__slots__)
for attempt in (
    lambda: p.y,
    lambda: setattr(p, "z", 1),
    lambda: setattr(p, "shared", 2),
    lambda: delattr(p, "y"),
    lambda: p.__dict__,
    lambda: P.x.__get__(5),
    lambda: P.x.__set__(5, 1),
    lambda: P.x.__delete__("s"),
    lambda: vars(p),
):
    try:
        print(attempt())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
del p.x
print(hasattr(p, "x"), P.x.__name__, P.x.__objclass__, P.x.__get__(None, P) is P.x)


class Q(P):
    pass


q = Q()
q.x = 1
q.z = 2
print(q.__dict__, q.x)


class R(P):
    __slots__ = ["z", "__dict__"]


r = R()
r.z, r.x, r.w = 1, 2, 3
print(r.__dict__, r.z, r.x)


class S:
    __slots__ = "single"


print(hasattr(S, "single"), S.__slots__)


class T:
    __slots__ = {"a": "doc of a", "b": None}


print(T.__slots__, sorted(n for n in vars(T) if len(n) == 1))


class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 4


print(Private()._Private__hidden, Private.__slots__)
