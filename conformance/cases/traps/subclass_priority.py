# covers: Emulating numeric types; Basic customization; __ne__; __subclasscheck__; __radd__; __rmul__; __rmod__
# The right operand goes first only if its class is a proper subclass that provides another reflected method.
def make(name, *bases, **methods):
    def method(label):
        def f(self, other):
            print(f"{name}.{label}({type(self).__name__}, {type(other).__name__})", end=" ")
            return NotImplemented
        return f
    return type(name, bases, {m: method(m) for m in methods})


A = make("A", __add__=1, __radd__=1, __eq__=1, __lt__=1, __gt__=1, __ne__=1)
B = make("B", A)
C = make("C", A, __radd__=1)
D = make("D", A, __add__=1)
E = make("E", A, __gt__=1, __eq__=1)
F = make("F", __radd__=1)


def attempt(f):
    try:
        print("->", f())
    except TypeError as e:
        print("->", e)


for left, right in ((A, A), (A, B), (A, C), (A, D), (C, A), (B, C), (C, C), (A, F), (F, A), (F, F)):
    print(left.__name__, "+", right.__name__, end=": ")
    attempt(lambda: left() + right())
for left, right in ((A, A), (A, B), (A, E), (E, A), (F, A)):
    print(left.__name__, "<", right.__name__, end=": ")
    attempt(lambda: left() < right())
    print(left.__name__, "==", right.__name__, end=": ")
    attempt(lambda: left() == right())
    print(left.__name__, "!=", right.__name__, end=": ")
    attempt(lambda: left() != right())
class MyInt(int):
    def __radd__(self, other):
        return "MyInt.__radd__"
    def __rpow__(self, other, mod=None):
        return ("rpow", mod)
    def __eq__(self, other):
        return "eq"
    __hash__ = int.__hash__
class Quiet(int):
    pass
print(1 + MyInt(2), MyInt(2) + 1, 1.5 + MyInt(2), 1 + Quiet(2), 2 ** MyInt(3), True + MyInt(1), 1 == MyInt(1), Quiet(1) + MyInt(1))
class MyList(list):
    def __radd__(self, other):
        return "MyList.__radd__"
    def __rmul__(self, other):
        return "MyList.__rmul__"
    def __add__(self, other):
        return "MyList.__add__"
print([1] + MyList([2]), 3 * MyList([1]), MyList() + [], MyList([1]) * 2)
class Str(str):
    def __rmod__(self, other):
        return "Str.__rmod__"
    def __radd__(self, other):
        return "Str.__radd__"
print("%s" % Str("x"), "a" + Str("b"), Str("%s") % "y")
class Virtual(type):
    def __instancecheck__(cls, x):
        return True
    def __subclasscheck__(cls, x):
        return True
class V(metaclass=Virtual):
    def __radd__(self, other):
        return "virtual"
print(5 + V())
