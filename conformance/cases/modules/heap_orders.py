# covers: Emulating container types
# ours: heapq
# heapq: merging, largest and smallest with keys, ties, orders that fail in the middle, other sequences.
import heapq
def tr(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
class K:
    def __init__(self, n, tag=""): self.n, self.tag = n, tag
    def __lt__(self, o):
        if self.n == 13 or o.n == 13: raise ValueError("unlucky")
        return self.n < o.n
    def __repr__(self): return f"{self.n}{self.tag}"
data = [K(3, "a"), K(1), K(3, "b"), K(2), K(3, "c"), K(1, "z")]
for n in (-1, 0, 1, 2, 5, 6, 99):
    print(n, heapq.nsmallest(n, data), heapq.nlargest(n, data), heapq.nsmallest(n, range(5), key=lambda x: -x), heapq.nlargest(n, "hello", key=ord))
h = list(data); heapq.heapify(h); print(h, [heapq.heappop(h) for _ in range(6)])
bad = [K(5), K(13), K(2)]
tr(heapq.heapify, bad); tr(heapq.nsmallest, 2, bad); tr(heapq.nlargest, 1, bad); print(len(bad))
tr(heapq.nsmallest, "x", [1]); tr(heapq.nsmallest, 2, 5); tr(heapq.nsmallest, 2, [1, "a"]); tr(heapq.heappush, [], 1); tr(heapq.heappush, (), 1); tr(heapq.heapreplace, [], 1); tr(heapq.heappushpop, [], 1); tr(heapq.heappop, {}); tr(heapq.heapify, "abc"); tr(heapq.heappush, [1j], 2j)
print(list(heapq.merge([1, 5], [2, 4], [], [3])), list(heapq.merge([5, 1], [4, 2], reverse=True)), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)), list(heapq.merge()), list(heapq.merge([1, 1], [1], key=lambda x: 0)))
m = heapq.merge([1, 2], iter([3, 0]), (x for x in [2, 1 / 2]))
print(next(m), list(m)); tr(list, heapq.merge([1], ["a"])); tr(list, heapq.merge([1], 5))
def boom():
    yield 1
    raise KeyError("inside")
tr(list, heapq.merge([0, 2], boom()))
for private in ("_heapify_max", "_heappop_max", "_heapreplace_max"):
    f = getattr(heapq, private); x = [1, 9, 3, 7]
    tr(f, x, *([4] if "replace" in private else [])); print(x)
class L(list):
    def append(self, x): print("append", x); super().append(x)
    def __getitem__(self, i): print("get", i); return super().__getitem__(i)
l = L([2, 1]); heapq.heapify(l); heapq.heappush(l, 0); print(heapq.heappop(l), list.__repr__(l))
