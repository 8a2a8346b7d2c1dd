# covers: Emulating container types; __iter__
# __iter__ and __next__, both forms of iter(), next() with a default, and what goes wrong.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


print(list(Count(3)), tuple(Count(2)), sum(Count(5)), dict(zip(Count(2), "ab")))
c = Count(1)
print(next(c), next(c, "default"))
try:
    next(c)
except StopIteration as e:
    print(repr(e), e.value, e.args)


def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class BadIter:
    def __iter__(self): return 5


class NotIterator:
    def __iter__(self): return self


attempt(lambda: iter(BadIter()))
attempt(lambda: list(NotIterator()))
attempt(lambda: iter(5))
attempt(lambda: next(5))
attempt(lambda: next([]))
attempt(lambda: next())
attempt(lambda: iter(5, 6))
attempt(lambda: list(iter(lambda: 1, 1)))
values = iter([1, 2, 0, 3])
attempt(lambda: list(iter(lambda: next(values), 0)))
attempt(lambda: type(iter(lambda: 1, 2)).__name__)
for literal in ([], (), "", b"", {}, set(), range(0), {}.keys(), {}.values(), {}.items(), bytearray(), frozenset()):
    print(type(iter(literal)).__name__, end=" ")
print(type(reversed([])).__name__, type(reversed({})).__name__, type(iter(range(2**70))).__name__)
it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), it.__length_hint__(), iter(it) is it)
attempt(lambda: [a for a, b in [(1, 2), (3,)]])
attempt(lambda: (lambda a, b: 0)(*5))
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b, c = iter("xy")
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
