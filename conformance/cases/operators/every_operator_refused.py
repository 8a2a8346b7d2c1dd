# covers: Emulating numeric types; __sub__; __matmul__; __truediv__; __floordiv__; __mod__; __lshift__; __rshift__; __and__; __xor__; __or__; __rsub__; __rmatmul__; __rtruediv__; __rfloordiv__; __rlshift__; __rrshift__; __rand__; __rxor__; __ror__; __isub__; __imatmul__; __itruediv__; __ifloordiv__; __imod__; __ipow__; __ilshift__; __irshift__; __iand__; __ixor__; __ior__
# Each operator of a class that has no method for it, whose methods pass, are None, or raise.
BINARY = "add sub mul matmul truediv floordiv mod pow lshift rshift and xor or divmod".split()
SIGNS = dict(zip(BINARY, "+ - * @ / // % ** << >> & ^ |".split()))


class Bare:
    pass


NAMES = """__add__ __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__ __pow__ __lshift__ __rshift__ __and__
    __xor__ __or__ __divmod__ __radd__ __rsub__ __rmul__ __rmatmul__ __rtruediv__ __rfloordiv__ __rmod__ __rpow__
    __rlshift__ __rrshift__ __rand__ __rxor__ __ror__ __rdivmod__ __iadd__ __isub__ __imul__ __imatmul__
    __itruediv__ __ifloordiv__ __imod__ __ipow__ __ilshift__ __irshift__ __iand__ __ixor__ __ior__""".split()


def methods(answer):
    return {name: answer(name) for name in NAMES}


def raising(name):
    def method(self, *others):
        raise KeyError(name)
    return method


Passing = type("Passing", (), methods(lambda name: lambda self, *others: NotImplemented))
Blocked = type("Blocked", (), methods(lambda name: None))
Raising = type("Raising", (), methods(raising))


def tried(text, names):
    try:
        exec(text, names)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
    else:
        print(text, "->", type(names["x"]).__name__)


for kind in (Bare, Passing, Blocked, Raising):
    print(kind.__name__)
    for name in BINARY:
        sign = SIGNS.get(name)
        for form in ("x = x {} 5", "x = 5 {} x", "x {}= 5") if sign else ("x = divmod(x, 5)", "x = divmod(5, x)"):
            tried(form.format(sign), {"x": kind()})
    for form in ("-x", "+x", "abs(x)", "~x", "pow(x, 2, 3)", "pow(2, x, 3)", "pow(2, 3, x)"):
        tried(form, {"x": kind()})


class Unary:
    __neg__ = __pos__ = __abs__ = None

    def __invert__(self):
        return NotImplemented


for form in ("-x", "+x", "abs(x)", "~x"):
    tried(form, {"x": Unary()})
print(~Unary())
