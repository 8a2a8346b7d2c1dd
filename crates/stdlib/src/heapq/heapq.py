"""Lists whose first item is the least: each item is at most its two children, at 2i+1 and 2i+2."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


def heappush(heap, item):
    """Adds an item."""
    _check(heap)
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Takes the least item out."""
    _check(heap)
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item):
    """Takes the least item out, then puts an item in."""
    _check(heap)
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item):
    """Puts an item in, then takes the least out."""
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Makes a list a heap, in linear time."""
    _check(x)
    for position in reversed(range(len(x) // 2)):
        _sink(x, position)


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError(f"heap argument must be a list, not {type(heap).__name__}")


def _rise(heap, first, position):
    """Moves an item towards the root `first` until its parent is no greater."""
    item = heap[position]
    while position > first:
        parent = (position - 1) // 2
        above = heap[parent]
        if not item < above:
            break
        heap[position] = above
        position = parent
    heap[position] = item


def _sink(heap, position):
    """Moves an item down to a leaf past the lesser children, and then up again to its place."""
    end, first = len(heap), position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, first, position)


def _heappop_max(heap):
    """Takes the greatest item out of a heap whose first item is the greatest."""
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item):
    """Takes the greatest item out of such a heap, then puts an item in."""
    greatest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return greatest


def _heapify_max(x):
    """Makes a list such a heap."""
    for position in reversed(range(len(x) // 2)):
        _sink_max(x, position)


def _sink_max(heap, position):
    """Moves an item down as long as a child is greater."""
    end, item = len(heap), heap[position]
    while (child := 2 * position + 1) < end:
        other = child + 1
        if other < end and not heap[other] < heap[child]:
            child = other
        if not item < heap[child]:
            break
        heap[position] = heap[child]
        position = child
    heap[position] = item


class _Greatest:
    """An item that is compared the other way round."""

    __slots__ = ("item",)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return other.item < self.item

    def __eq__(self, other):
        return self.item == other.item


def merge(*iterables, key=None, reverse=False):
    """Goes through sorted iterables as one sorted iterator.

    >>> list(merge([2, 5], [1, 6], [3]))
    [1, 2, 3, 5, 6]
    >>> list(merge(["aa", "b"], ["cccc"], key=len, reverse=True))
    ['cccc', 'aa', 'b']
    """
    wrap = _Greatest if reverse else (lambda item: item)
    heap = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        rank = value if key is None else key(value)
        heap.append([wrap(rank), order, value, step])
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry[2]
        try:
            value = entry[2] = entry[3]()
        except StopIteration:
            heappop(heap)
            continue
        entry[0] = wrap(value if key is None else key(value))
        heapreplace(heap, entry)


def _first(n, iterable, key, pick, reverse):
    """What needs no heap: the only one, or all in order; None otherwise."""
    if n == 1:
        missing = object()
        found = pick(iter(iterable), default=missing, key=key)
        return [] if found is missing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return None
    return sorted(iterable, key=key, reverse=reverse)[:n] if n >= size else None


def nsmallest(n, iterable, key=None):
    """The n least items, in order: sorted(iterable, key=key)[:n]."""
    found = _first(n, iterable, key, min, False)
    if found is not None:
        return found
    items = iter(iterable)
    # The greatest of those that are kept is on top; equal ones come in their order.
    if key is None:
        kept = [(item, order) for order, item in zip(range(n), items)]
    else:
        kept = [(key(item), order, item) for order, item in zip(range(n), items)]
    if not kept:
        return kept
    _heapify_max(kept)
    top = kept[0][0]
    order = n
    for item in items:
        rank = item if key is None else key(item)
        if rank < top:
            _heapreplace_max(kept, (rank, order) if key is None else (rank, order, item))
            top = kept[0][0]
            order += 1
    kept.sort()
    return [entry[0] if key is None else entry[2] for entry in kept]


def nlargest(n, iterable, key=None):
    """The n greatest items, in order: sorted(iterable, key=key, reverse=True)[:n]."""
    found = _first(n, iterable, key, max, True)
    if found is not None:
        return found
    items = iter(iterable)
    if key is None:
        kept = [(item, order) for order, item in zip(range(0, -n, -1), items)]
    else:
        kept = [(key(item), order, item) for order, item in zip(range(0, -n, -1), items)]
    if not kept:
        return kept
    heapify(kept)
    top = kept[0][0]
    order = -n
    for item in items:
        rank = item if key is None else key(item)
        if top < rank:
            heapreplace(kept, (rank, order) if key is None else (rank, order, item))
            top = kept[0][0]
            order -= 1
    kept.sort(reverse=True)
    return [entry[0] if key is None else entry[2] for entry in kept]


try:
    from _heapq import *
    from _heapq import _heapify_max, _heappop_max, _heapreplace_max
except ImportError:
    pass
