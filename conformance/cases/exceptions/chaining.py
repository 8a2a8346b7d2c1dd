# covers: The standard type hierarchy
# __cause__, __context__ and __suppress_context__, explicit and implicit.
def show(e):
    print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("during")
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError("from") from z
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("none") from None
except KeyError as e:
    show(e)
try:
    raise ValueError from TypeError
except ValueError as e:
    show(e)
try:
    raise ValueError from 5
except TypeError as e:
    show(e)
try:
    try:
        raise ValueError(1)
    finally:
        raise TypeError(2)
except TypeError as e:
    show(e)
try:
    raise 5
except TypeError as e:
    show(e)
try:
    raise int
except TypeError as e:
    show(e)
try:
    raise
except RuntimeError as e:
    show(e)
e = ValueError("set by hand")
e.__cause__ = KeyError("c")
show(e)
e.__cause__ = None
e.__suppress_context__ = False
e.__context__ = IndexError()
show(e)
for name in ("__cause__", "__context__", "__traceback__"):
    try:
        setattr(e, name, 5)
    except TypeError as t:
        print(t)
    try:
        delattr(e, name)
    except TypeError as t:
        print(t)
try:
    try:
        raise e
    except ValueError as same:
        raise same
except ValueError as again:
    print(again is e, again.__context__)


class Factory:
    def __new__(cls):
        return ValueError("made by new")


class NotReally(Exception):
    def __new__(cls):
        return 5


try:
    raise NotReally
except TypeError as t:
    print(t)
