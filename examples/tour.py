"""A tour of Python's object model: run it, read it, change it.

Every stop prints what it shows. CPython 3.13 and objmodel print the same.
"""

import gc
import sys
import weakref


def stop(title):
    print()
    print(f"{title} ".ljust(60, "-"))


# ---------------------------------------------------------------- classes
stop("1. Classes and operators")


class Vector:
    """A point in the plane that knows how to add."""

    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return -1 * self

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __abs__(self):
        return (self @ self) ** 0.5

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __iter__(self):
        yield self.x
        yield self.y

    def __format__(self, spec):
        return f"<{self.x:{spec}}, {self.y:{spec}}>"


v, w = Vector(3, 4), Vector(1, -1)
print(v + w, 3 * v, -w, v @ w, abs(v))
print(v == Vector(3, 4), v != w, len({v, Vector(3, 4), w}))
x, y = v
print(x, y, f"{v:>6.2f}", list(map(abs, [v, w])))
try:
    v + 1
except TypeError as error:
    print("TypeError:", error)
try:
    v.z = 5
except AttributeError as error:
    print("AttributeError:", error)

# ---------------------------------------------------------------- inheritance
stop("2. Inheritance: a diamond, and who comes next")


class Animal:
    def describe(self):
        return ["animal"]


class Walks(Animal):
    def describe(self):
        return ["walks"] + super().describe()


class Swims(Animal):
    def describe(self):
        return ["swims"] + super().describe()


class Duck(Walks, Swims):
    def describe(self):
        return ["duck"] + super().describe()


print(Duck().describe())
print([cls.__name__ for cls in Duck.__mro__])
try:
    type("Impossible", (Animal, Duck), {})
except TypeError as error:
    print("TypeError:", str(error).replace("\n", " "))

# ---------------------------------------------------------------- descriptors
stop("3. Descriptors: attributes with a mind of their own")


class Bounded:
    """A data descriptor: checks what is assigned."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def __set_name__(self, owner, name):
        self.name = name
        self.storage = "_" + name
        print(f"{owner.__name__}.{name} is bounded by {self.low}..{self.high}")

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.storage)

    def __set__(self, instance, value):
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name} must be in {self.low}..{self.high}, not {value}")
        setattr(instance, self.storage, value)


class Room:
    celsius = Bounded(-30, 60)

    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def freezing(cls):
        return cls(0)

    @staticmethod
    def unit():
        return "degrees"

    def __getattr__(self, name):
        return f"no {name} here"


room = Room.freezing()
print(room.celsius, room.fahrenheit, room.unit(), room.window)
room.fahrenheit = 68
print(room.celsius, vars(room))
try:
    room.celsius = 99
except ValueError as error:
    print("ValueError:", error)

# ---------------------------------------------------------------- metaclasses
stop("4. Metaclasses: the class of a class")


class Registry(type):
    known = {}

    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print(f"preparing {name} with {keywords}")
        return {"made_by": meta.__name__}

    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, *, tag="plain"):
        super().__init__(name, bases, namespace)
        cls.known[tag] = cls

    def __getitem__(cls, tag):
        return cls.known[tag]

    def __instancecheck__(cls, thing):
        return hasattr(thing, "quack") or super().__instancecheck__(thing)


class Plugin(metaclass=Registry):
    def __init_subclass__(cls, **keywords):
        print(f"{cls.__name__} joins")


class Json(Plugin, tag="json"):
    quack = True


print(Plugin["json"], type(Plugin).__name__, Json.made_by)
print(sorted(Registry.known), isinstance(Json, Plugin), isinstance(3, Plugin))

# ---------------------------------------------------------------- functions
stop("5. Functions, closures and decorators")


def counted(function):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    wrapper.__name__ = function.__name__
    return wrapper


@counted
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def counter(start=0):
    def step(by=1):
        nonlocal start
        start += by
        return start

    return step


print(fibonacci(12), "in", fibonacci.calls, "calls")
tick = counter(10)
print(tick(), tick(5), tick.__closure__[0].cell_contents, tick.__code__.co_freevars)


def signature(first, /, second, *rest, flag=False, **options):
    return first, second, rest, flag, options


print(signature(1, 2, 3, flag=True, depth=4))
try:
    signature(first=1, second=2)
except TypeError as error:
    print("TypeError:", error)

# ---------------------------------------------------------------- generators
stop("6. Generators: functions that wait")


def averager():
    total = count = 0
    average = None
    try:
        while True:
            value = yield average
            total += value
            count += 1
            average = total / count
    finally:
        print("averager leaves after", count)


average = averager()
next(average)
print([average.send(n) for n in (10, 20, 60)])
average.close()


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [[6]]])))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print([p for p, _ in zip(primes(), range(10))])

# ---------------------------------------------------------------- comprehensions
stop("7. Comprehensions and data structures")

words = "the quick brown fox jumps over the lazy dog".split()
lengths = {word: len(word) for word in words}
by_length = {}
for word, length in lengths.items():
    by_length.setdefault(length, []).append(word)
print(by_length)
print(sorted({letter for word in words for letter in word if letter in "aeiou"}))
print(max(words, key=len), sorted(words, key=lambda word: (-len(word), word))[:3])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [*matrix[0], *matrix[1]][::-2])
first, *middle, last = range(6)
print(first, middle, last, {**{"a": 1}, "b": 2} | {"c": 3})
print((n := 10) * 2, n, 2**100, -7 // 2, -7 % 3, divmod(-7, 3), round(2.5), round(3.5))
print(0.1 + 0.2, 1e16, 1 / 3, float("inf"), (1 + 2j) * (3 - 1j), 7 & ~2 | 8)

# ---------------------------------------------------------------- exceptions
stop("8. Exceptions: notes, causes, tracebacks")


class ConfigError(Exception):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        error.add_note("while reading the port")
        raise ConfigError(f"bad port {text!r}") from error


try:
    parse("http")
except ConfigError as error:
    print(repr(error), "because", repr(error.__cause__), error.__cause__.__notes__)
    entry = error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        print(f"  line {entry.tb_lineno} in {code.co_name}")
        entry = entry.tb_next


def order():
    try:
        print("try", end=" ")
        return "returned"
    finally:
        print("finally", end=" ")


print(order())

# ---------------------------------------------------------------- with
stop("9. Context managers")


class Indent:
    depth = 0

    def __enter__(self):
        Indent.depth += 1
        return self

    def __exit__(self, kind, error, traceback):
        Indent.depth -= 1
        if kind is KeyError:
            self.say(f"swallowed {error!r}")
            return True

    def say(self, text):
        print("    " * self.depth + text)


with Indent() as outer, Indent() as inner:
    inner.say("two levels in")
    {}["missing"]
outer.say("and back")

# ---------------------------------------------------------------- garbage
stop("10. Garbage: counts, cycles and weak references")


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print(f"goodbye {self.name}")


lonely = Node("lonely")
watch = weakref.ref(lonely, lambda reference: print("the watcher noticed"))
print(watch() is lonely, sys.getrefcount(lonely) > 1)
del lonely
print(watch())

left, right = Node("left"), Node("right")
left.other, right.other = right, left
del left, right
print("unreachable, not yet gone")
print("collected:", gc.collect() > 0)

cache = weakref.WeakValueDictionary()
node = cache["key"] = Node("cached")
print(len(cache), end=" ")
del node
print(len(cache))

# ---------------------------------------------------------------- formatting
stop("11. Formatting")

print(f"{1234567.891:,.2f}|{42:08b}|{255:#x}|{0.000012:g}|{'mid':^9}|{True!s:>6}")
print("%-8s|%+05d|%e|%r" % ("left", 42, 12345.678, "quoted"))
print("{0}{1}{0} {name!r:>8} {items[1]}".format("ab", "ra", name="x", items=[1, 2]))
value = 3.14159
print(f"{value=:.3f} {'nested':{'*'}^{10 + 2}}")
print("é".encode(), b"caf\xc3\xa9".decode(), "straße".upper(), ascii("naïve"))
print("The end.")
