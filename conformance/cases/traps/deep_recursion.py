# covers: The standard type hierarchy
# How deep containers are shown, compared and asked for classes before CPython gives up.
import collections, types


def nest(depth, make, inner=0):
    for _ in range(depth):
        inner = make(inner)
    return inner


def ask(question):
    try:
        question()
        return "answered"
    except RecursionError as error:
        return str(error)


makers = {
    "list": lambda t: [t], "tuple": lambda t: (t,), "dict": lambda t: {0: t}, "slice": slice,
    "namespace": lambda t: types.SimpleNamespace(a=t), "error": ValueError,
    "deque": lambda t: collections.deque([t]), "frozenset": lambda t: frozenset([t]),
}
for name, make in makers.items():
    for depth in (2000, 4900, 5100, 12000):
        print(name, depth, ask(lambda: repr(nest(depth, make))))
for depth in (9000, 12000):
    print(ask(lambda: isinstance("a", nest(depth, lambda t: (t,), int))))
    print(ask(lambda: issubclass(str, nest(depth, lambda t: (t,), int))))
    print(ask(lambda: nest(depth, lambda t: [t]) == nest(depth, lambda t: [t])))


class Shown:
    pass


Shown.__repr__ = Shown.__str__
print(ask(lambda: repr(Shown())) != "answered")
