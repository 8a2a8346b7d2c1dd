# covers: Emulating container types; Special method lookup; __contains__
# Membership falls back to iteration, then indexing; None blocks each fallback.
class ByContains:
    def __contains__(self, x): return "truthy" if x else ""


class ByIter:
    def __iter__(self): return iter([1, 2, 3])


class ByGetitem:
    def __getitem__(self, i): return [4, 5][i]


class NoContains(ByIter):
    __contains__ = None


class NoIter(ByGetitem):
    __iter__ = None


class NoReversed(list):
    __reversed__ = None


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: (1 in ByContains(), 0 in ByContains(), 0 not in ByContains()))
attempt(lambda: (2 in ByIter(), 9 in ByIter()))
attempt(lambda: (5 in ByGetitem(), 9 in ByGetitem()))
attempt(lambda: 1 in NoContains())
attempt(lambda: 4 in NoIter())
attempt(lambda: list(NoIter()))
attempt(lambda: iter(NoIter()))
attempt(lambda: list(NoContains()))
attempt(lambda: reversed(NoReversed()))
attempt(lambda: 1 in 5)
attempt(lambda: "x" in 5)
attempt(lambda: 1 in "abc")
attempt(lambda: None in None)


class Same:
    def __eq__(self, other):
        print("eq asked")
        return False


s = Same()
print(s in [s], s in (1, s), [s].index(s), [s, s].count(s))
print(s in [1, 2])
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], float("nan") in [nan])


class Explode:
    def __eq__(self, other):
        raise ValueError("eq")


try:
    Explode() in [1]
except ValueError as e:
    print(repr(e))
