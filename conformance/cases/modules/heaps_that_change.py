# covers: Emulating container types
# The heap functions on lists, subclasses and what is none, and with items that change the list.
import heapq
heap = [5, 3, 8, 1, 9, 2]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)
heapq.heappush(heap, 4)
print(heap, [heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.heappush.__module__, heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, "bca"))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "db", reverse=True)))
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush(1, 2)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

class Clears:
    def __lt__(self, other):
        heap.clear()
        return True

class Raises:
    def __lt__(self, other):
        raise ZeroDivisionError

for kind in (Clears, Raises):
    for call in (lambda: heapq.heapify(heap), lambda: heapq.heappop(heap), lambda: heapq.heappush(heap, kind()),
                 lambda: heapq.heapreplace(heap, kind()), lambda: heapq.heappushpop(heap, kind())):
        heap = [kind(), kind(), kind()]
        try:
            call()
            print("passed", len(heap))
        except Exception as error:
            print(type(error).__name__, error, len(heap))
