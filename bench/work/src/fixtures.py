# The objects of the list of work. `Native` and `native0` to `native_keywords` are in builtins: each
# side writes them in Rust. `N`, the size of large containers, stands in front of this text.


class Plain:
    def __init__(self):
        self.x = 1
        self.y = 2

    attribute = 3

    def method0(self):
        return self

    def method1(self, a):
        return a


class Empty:
    pass


class WithInit:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1
        self.y = 2


class D1:
    far = 1

    def far_method(self):
        return self


class D2(D1): pass
class D3(D2): pass
class D4(D3): pass
class D5(D4): pass
class D6(D5): pass
class D7(D6): pass
class D8(D7): pass
class D9(D8): pass
class D10(D9): pass


class Data:
    def __get__(self, instance, owner):
        return 1

    def __set__(self, instance, value):
        pass


class Described:
    def __init__(self):
        self._x = 1

    @property
    def property(self):
        return self._x

    @property.setter
    def property(self, value):
        self._x = value

    data = Data()

    @staticmethod
    def static():
        return 1

    @classmethod
    def of_class(cls):
        return cls


class Guessing:
    def __getattr__(self, name):
        return 1


class Number:
    def __add__(self, other):
        return 1

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return False

    def __hash__(self):
        return 17

    def __len__(self):
        return 3

    def __bool__(self):
        return True

    def __getitem__(self, key):
        return key

    def __contains__(self, key):
        return True

    def __repr__(self):
        return "Number()"


class Reflected:
    def __radd__(self, other):
        return 2


class Derived(Number):
    def __radd__(self, other):
        return 3


class Lazy(Number):
    def __add__(self, other):
        return NotImplemented


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


class Callable:
    def __call__(self, a):
        return a


class Counter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        self.n = 0
        return self

    def __next__(self):
        self.n += 1
        if self.n > 1000:
            raise StopIteration
        return self.n


class Numbers:
    """Iterates anew by a generator."""

    def __iter__(self):
        i = 0
        while i < 1000:
            yield i
            i += 1


def scripted0():
    pass


def scripted1(a):
    return a


def scripted2(a, b):
    return b


def scripted3(a, b, c):
    return c


def scripted_keywords(a, b=None, *, c=None):
    return c


def scripted_default(a, b=1, c=2):
    return c


def raises():
    raise ValueError("raised")


def catches():
    try:
        raise ValueError("raised")
    except ValueError:
        return 1


def no_raise():
    try:
        return 1
    except ValueError:
        return 2


def closure():
    x = 1
    return lambda: x


def diamond():
    class A: pass
    class B(A): pass
    class C(A): pass
    class D(B, C): pass
    class E(D): pass
    class F(D): pass
    class G(E, F): pass
    class H(G): pass
    class I(G): pass
    class J(H, I): pass
    return len(J.__mro__)


def random_numbers(n):
    """The same on every side, and in no order."""
    numbers = []
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        numbers.append(x)
    return numbers


ints = random_numbers(N)
floats = [x / 7 for x in ints]
strs = ["item " + str(x) for x in ints]
keys = [Key(x) for x in ints[:10_000]]
unique_ints = list(range(N))
unique_strs = ["key" + str(i) for i in range(N)]
unique_keys = [Key(i) for i in range(10_000)]

small_list = list(range(1000))
short_strs = ["word"] * 100
int_dict = {i: i for i in range(1000)}
str_dict = {"key" + str(i): i for i in range(1000)}
key_dict = {Key(i): i for i in range(1000)}
even_set = set(range(0, 1000, 2))
third_set = set(range(0, 1000, 3))
scratch_dict = dict(str_dict)
scratch_int_dict = dict(int_dict)
scratch_key_dict = dict(key_dict)
scratch_list = list(small_list)

big = 3 ** 420
other_big = 7 ** 236

text = "The quick brown fox jumps over the lazy dog. " * 20
unicode_text = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. " * 20
almost = "x" * 39 + "y"
almost_too = "x" * 39 + "z"

plain = Plain()
slotted = Slotted()
described = Described()
guessing = Guessing()
deep = D10()
number = Number()
native = Native(1)
