# covers: Emulating container types; Basic customization; __bool__
# min, max, sum, any, all: keys, defaults, ties, strange results of comparison.
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), min([], default="none"), max((), default=None), min([1, 1.0, True]), max([True, 1, 1.0]), max(["aa", "b"], key=len), min([[2], [1, 5]]), max({1: "z", 2: "a"}), min([3, 2], key=lambda x: -x), max([1], key=None))
for f in (lambda: min(), lambda: min([]), lambda: max(5), lambda: min(1, "a"), lambda: min(1, 2, default=3), lambda: max([1, 2], key=5), lambda: min([1], foo=2), lambda: max(()), lambda: min(None), lambda: max([1j, 2j]), lambda: min([1, 2], key=lambda: 0), lambda: max(*[]), lambda: max(1, key=abs), lambda: sum(5), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([bytearray()], bytearray()), lambda: sum([[1], [2]], []), lambda: sum([1, 2], start=10), lambda: sum([1, None]), lambda: sum([], "x"), lambda: sum([(1,), (2,)], ()), lambda: sum(x=1), lambda: any(5), lambda: all(None)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sum([]), sum([0.1] * 10), sum([True, True]), sum([1, 2.5]), sum([1e308, 1e308, -1e308]), sum([1j, 2]), sum([2**62, 2**62]), sum([0.1, 0.2, 0.3]), sum([1, 1e100, 1, -1e100]), sum(range(10), 0.5), type(sum([True])), sum([-0.0]), sum([-0.0], -0.0))
class Lt:
    def __init__(self, n, answer):
        self.n, self.answer = n, answer
    def __lt__(self, other):
        return self.answer
    def __gt__(self, other):
        return self.answer
    def __repr__(self):
        return f"L{self.n}"
print(min([Lt(1, []), Lt(2, "yes"), Lt(3, 0)]), max([Lt(1, 0), Lt(2, 1), Lt(3, 0)]))
class Add:
    def __add__(self, other):
        return "added"
    def __radd__(self, other):
        return ("radd", other)
print(sum([Add()]), sum([1, Add()]), sum([Add()], Add()))
print(any([]), all([]), any([0, "", None]), any(x > 1 for x in [1, 2]), all([1, [], 1 // 1]), any(iter([0, 1])), all("ab"))
it = iter([0, 1, 2])
print(any(it), list(it))
nan = float("nan")
print(min(nan, 1), min(1, nan), max([nan, 1, 2]), max(2, nan))
class Bool:
    def __bool__(self):
        raise ValueError("undecided")
class BoolBad:
    def __bool__(self):
        return 1
for f in (lambda: any([Bool()]), lambda: all([1, Bool()]), lambda: bool(BoolBad()), lambda: not BoolBad()):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(e)
