# covers: The standard type hierarchy; function.__defaults__; function.__closure__; function.__code__; function.__kwdefaults__
# `__code__` may be set anew: calls, defaults, cells and names go with the function as before.


def show(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def f(a, b=1):
    return "f", a, b


def g(a, b, c=9):
    return "g", a, b, c


f.__code__ = g.__code__
show(lambda: f(1))
f.__defaults__ = (5, 6)
show(lambda: f(1))
show(lambda: f(1, c=3, b=2))
print(f.__code__ is g.__code__, f.__name__, f.__qualname__)
f.__defaults__ = (1, 2, 3, 4, 5)
show(lambda: f())
show(lambda: f(7))
f.__kwdefaults__ = {"z": 1}
print(f.__kwdefaults__, g.__kwdefaults__)
f.__qualname__ = "renamed"
f.__defaults__ = None
show(lambda: f())
show(lambda: f(1, 2, 3, 4))


def keyword_only(*, z):
    return z


f.__code__ = keyword_only.__code__
show(lambda: f())
f.__kwdefaults__["z"] = 2
show(lambda: f())


def maker(x):
    def h(a):
        return x, a

    def k(a):
        return a, x, x

    return h, k


h, k = maker(3)
cells = h.__closure__
h.__code__ = k.__code__
print(h(1), h.__closure__ is cells, cells[0].cell_contents)
try:
    h.__code__ = g.__code__
except ValueError as error:
    print(error)


class C:
    def __init__(self, a):
        self.a = a

    def __add__(self, other):
        return "add"

    def method(self):
        return "method"


def other_init(self, a):
    self.a = a * 2


def other_add(self, other):
    return "other add"


def run():
    made = C(2)
    return made.a, made + 1, made.method()


print(run())
C.__init__.__code__ = other_init.__code__
C.__add__.__code__ = other_add.__code__
C.method.__code__ = (lambda self: "other method").__code__
print(run(), C(4).a, [C(1) + 2 for _ in range(2)])


def replaces_itself():
    replaces_itself.__code__ = (lambda: "second").__code__
    return "first", __name__


print(replaces_itself(), replaces_itself())
