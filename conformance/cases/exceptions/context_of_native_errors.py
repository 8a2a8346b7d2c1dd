# covers: The standard type hierarchy
# What native code raises while an exception is handled has it for its context, however it is made.
import collections


def failing(action):
    try:
        try:
            raise LookupError("first")
        except LookupError:
            action()
    except BaseException as error:
        print(type(error).__name__, repr(error.__context__), error.__cause__, error.__suppress_context__)


class Bad:
    def __hash__(self):
        return "h"


for action in (lambda: "\ud800".encode(), lambda: "é".encode("ascii"), lambda: b"\xff".decode(),
               lambda: b"\xff".decode("ascii"), lambda: getattr(1, "\ud800x"), lambda: int("\ud800"),
               lambda: type("\ud800", (), {}), lambda: compile("\0", "f", "exec"), lambda: compile("(", "f", "exec"),
               lambda: collections.OrderedDict().popitem(), lambda: collections.OrderedDict().pop((1, 2)),
               lambda: {}[1, 2], lambda: {}.popitem(), lambda: set().pop(), lambda: [].pop(), lambda: exit(3),
               lambda: int("1" * 5000), lambda: hash(Bad()), lambda: 1 / 0, lambda: next(iter(())),
               lambda: undefined, lambda: None.missing, lambda: float("x"), lambda: [][1], lambda: (1).real(),
               lambda: __import__("missing_module"), lambda: eval("1 +"), lambda: print(sep=1), lambda: chr(-1),
               lambda: str(b"\xff", "utf-8"), lambda: bytes([300]), lambda: range(1, 2, 0), lambda: "%d" % "x",
               lambda: "{0}".format(), lambda: "{x.y}".format(x=1), lambda: memoryview(1), lambda: super().x):
    failing(action)
