# covers: Emulating container types
# bisect: bounds, keys, sequences of other kinds, insertion by subclasses, errors of items and arguments.
import bisect
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
data = [1, 2, 2, 2, 4, 7]
for x in (0, 1, 2, 3, 7, 8, 2.5, True):
    print(x, bisect.bisect_left(data, x), bisect.bisect_right(data, x), bisect.bisect(data, x, 2), bisect.bisect_left(data, x, 1, 4), bisect.bisect_left(data, x, lo=5), bisect.bisect_right(data, x, hi=2))
for k in ({"lo": -1}, {"lo": 99}, {"hi": 99}, {"hi": -5}, {"lo": 4, "hi": 2}, {"hi": None}, {"lo": None}, {"lo": 1.5}, {"key": 5}, {"key": str}, {"nope": 1}):
    tr(bisect.bisect_left, data, 2, **k); tr(bisect.bisect_right, data, 2, **k)
class Seq:
    def __len__(self): return 5
    def __getitem__(self, i): print("item", i); return i * 10
print(bisect.bisect(Seq(), 25), bisect.bisect_left(range(0, 10 ** 12, 3), 10 ** 11), bisect.bisect("abd", "c"))
class Log(list):
    def insert(self, i, x): print("insert", i, x); super().insert(i, x)
l = Log([1, 3]); bisect.insort(l, 2); bisect.insort_left(l, 3); bisect.insort_right(l, 3, key=lambda v: -v) ; print(l)
for a in ((5, 1), ([1], "a"), (["a"], 1), ((1, 2), 1), (None, 0)):
    tr(bisect.bisect, *a); tr(bisect.insort, *a)
rows = [("a", 1), ("b", 3), ("c", 5)]
print(bisect.bisect(rows, 3, key=lambda r: r[1]), bisect.bisect_left(rows, 3, key=lambda r: r[1])); bisect.insort(rows, ("z", 4), key=lambda r: r[1]); print(rows)
class Odd:
    def __lt__(self, o): return []
    def __gt__(self, o): return [1]
print(bisect.bisect_left([Odd()] * 3, Odd()), bisect.bisect_right([Odd()] * 3, Odd()), bisect.bisect_left([1, 2], Odd()))
class Raises:
    def __lt__(self, o): raise ZeroDivisionError("lt")
tr(bisect.bisect_left, [Raises()], 1); tr(bisect.bisect_right, [1], Raises()); tr(bisect.insort, [1], Raises())
shrinking = [1, 2, 3, 4]
tr(bisect.bisect, shrinking, 3, key=lambda v: (shrinking.clear(), v)[1])
