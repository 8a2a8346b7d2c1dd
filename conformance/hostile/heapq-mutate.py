# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import heapq, bisect
L = []
class X:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        if len(L) > 2: L.pop()
        else: L.append(X(1))
        return self.n < o.n
for i in range(100): L.append(X(i))
for work in (lambda: heapq.heapify(L), lambda: heapq.heappop(L), lambda: heapq.heappush(L, X(1)), lambda: heapq.heapreplace(L, X(1)), lambda: heapq.nlargest(5, L), lambda: bisect.insort(L, X(3)), lambda: heapq.merge(L, L)):
    for i in range(20):
        try: work()
        except (RuntimeError, IndexError) as e: pass
class E:
    def __len__(self): return 2**62
    def __getitem__(self, i): return i
bisect.bisect(E(), 2**61)
bisect.insort
