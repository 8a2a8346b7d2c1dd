# covers: The standard type hierarchy
# The qualified name and the module of the exception's class.
class Outer:
    class Error(Exception):
        pass


def make():
    class Local(Outer.Error):
        pass
    Local.__module__ = "elsewhere"
    return Local


try:
    raise Outer.Error("inner")
except Outer.Error:
    raise make()("text", 5)
