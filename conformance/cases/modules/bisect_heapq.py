# covers: The standard type hierarchy
# bisect and heapq: places among equal items, keys, errors, merging with ties, order of equal items.
import bisect, heapq
a = [1, 2, 2, 2, 5, 8]
print([bisect.bisect_left(a, x) for x in range(10)], [bisect.bisect(a, x) for x in range(10)])
print(bisect.bisect_left(a, 2, 2, 3), bisect.bisect_right(a, 2, 1, 3), bisect.bisect_left([], 1))
for call in (lambda: bisect.bisect_left(a, 1, -1), lambda: bisect.insort(3, 1), lambda: bisect.bisect(a, 'x')):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
words = ['a', 'bb', 'dddd']
bisect.insort(words, 'ccc', key=len)
bisect.insort_left(words, 'xx', key=len)
print(words)
class OnlyLess:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
print(bisect.bisect_left([OnlyLess(1), OnlyLess(3)], OnlyLess(2)))
h = []
for x in [5, 1, 8, 3, 9, 2, 1]:
    heapq.heappush(h, x)
print(h, [heapq.heappop(h) for _ in range(len(h))])
h = [9, 4, 7, 1, -2, 5]
heapq.heapify(h)
print(h, heapq.heapreplace(h, 6), heapq.heappushpop(h, 0), heapq.heappushpop(h, 100), h)
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1)):
    try:
        print(call())
    except (IndexError, TypeError, AttributeError) as e:
        print(type(e).__name__)
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [], [0, 9])))
print(list(heapq.merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len)))
print(list(heapq.merge([(3, 'a'), (1, 'a')], [(3, 'b'), (2, 'b')], reverse=True)))
print(list(heapq.merge([('C', 1)], [('C', 0)], key=lambda p: p[0], reverse=True)))
print(heapq.nsmallest(2, 'hello'), heapq.nlargest(3, [1, 5, 2, 8, 3], key=lambda x: -x), heapq.nlargest(0, [1]), heapq.nsmallest(-1, [1]))
