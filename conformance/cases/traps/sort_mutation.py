# covers: Emulating container types; Basic customization; __lt__
# A list that its own sort's comparisons or key function look at or change.
class Item:
    def __init__(self, n, action=None):
        self.n, self.action = n, action
    def __lt__(self, other):
        if self.action:
            self.action()
        return self.n < other.n
    def __repr__(self):
        return f"I{self.n}"


def attempt(l, **kwargs):
    try:
        l.sort(**kwargs)
        print("sorted", l)
    except Exception as e:
        print(type(e).__name__, e, "|", l)


l = []
l[:] = [Item(3), Item(1, lambda: l.append(Item(9))), Item(2)]
attempt(l)
l = []
l[:] = [Item(3), Item(1, lambda: seen.add((repr(l), len(l)))), Item(2)]
seen = set()
attempt(l)
print("seen while sorting:", seen)
l = []
l[:] = [Item(3), Item(1, lambda: l.clear()), Item(2)]
attempt(l)
l = [3, 1, 2]
attempt(l, key=lambda x: l.append(x) or x)
l = [3, 1, 2]
attempt(l, key=lambda x: len(l))
l = [3, 1, 2]
attempt(l, key=lambda x: 1 // (x - 1))
attempt([1, "a", 2])
attempt(["a", 1])
attempt([2, 1, None])
attempt([1j, 2j])
attempt([3, 1.5, True, 2])
attempt([(1, "b"), (1, "a"), (0, 5)])
attempt([(1, "b"), (1, 2)])
attempt([[2], [1, 5], [1]])
attempt(["b", "B", "a", "ab", ""], reverse=True)
attempt([(1, "first"), (0, "x"), (1, "second")], key=lambda p: p[0], reverse=True)
attempt([1, 2], key=5)
attempt([2, 1], cmp=3)
attempt([float("nan"), 2.0, 1.0][1:])
attempt([1.0, 2, 3.5, 10**20, -10**20, 1e300])
attempt([10**20, 5, -10**30, 2**64])
class Bad:
    def __lt__(self, other):
        return NotImplemented
print(len(sorted([Bad()])))
try:
    [Bad(), Bad()].sort()
except TypeError as e:
    print(e)
class Fail:
    def __lt__(self, other):
        raise KeyError("lt")
l = [Fail(), Fail(), Fail()]
try:
    l.sort()
except KeyError as e:
    print(repr(e), len(l))
class Weird:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        return [] if self.n > other.n else "yes"
print([w.n for w in sorted([Weird(3), Weird(1), Weird(2)])])
try:
    sorted([1], key=None, reverse="x")
except TypeError as e:
    print(e)
print(sorted([3, 1, 2], reverse=1), sorted("hello"), sorted({3: 1, 1: 2}))
