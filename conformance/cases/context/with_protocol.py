# covers: With Statement Context Managers; Special method lookup; __enter__; __exit__; __aenter__; __aexit__
# __enter__ and __exit__ are found on the type; a true result swallows the exception.
class CM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with CM("a") as a, CM("b") as b:
    print(a, b)
with (CM("c", True) as c, CM("d")):
    raise ValueError("swallowed")
try:
    with CM("e"):
        raise KeyError("through")
except KeyError as e:
    print(repr(e))


def early():
    for i in range(3):
        with CM(i):
            if i == 0:
                continue
            if i == 1:
                break
    with CM("return"):
        return "value"


print(early())


class NoExit:
    def __enter__(self): pass


class NoEnter:
    def __exit__(self, *a): pass


class Nothing: pass


class Async:
    def __aenter__(self): pass
    def __aexit__(self, *a): pass


for cls in (NoExit, NoEnter, Nothing, Async):
    thing = cls()
    thing.__enter__ = thing.__exit__ = lambda *a: None
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)


class Raises(CM):
    def __exit__(self, *a):
        raise RuntimeError("in exit")


try:
    with Raises("r"):
        raise ValueError("body")
except RuntimeError as e:
    print(repr(e), repr(e.__context__))


class BadEnter(CM):
    def __enter__(self): raise LookupError("enter")


try:
    with CM("outer"), BadEnter("x"):
        print("never")
except LookupError as e:
    print(repr(e))


class BadBool:
    def __bool__(self): raise ArithmeticError("bool")


try:
    with CM("z", BadBool()):
        1 / 0
except ArithmeticError as e:
    print(repr(e), repr(e.__context__))
try:
    with CM("target") as (x, y):
        print("never")
except ValueError as e:
    print(e)
