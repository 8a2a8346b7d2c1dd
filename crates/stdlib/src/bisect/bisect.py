"""Places in sorted sequences, found by halving."""

from operator import index as _index


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The place behind all items of a[lo:hi] that are not greater than x."""
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle]
        if key is not None:
            item = key(item)
        if x < item:
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The place before all items of a[lo:hi] that are not less than x."""
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle]
        if key is not None:
            item = key(item)
        if item < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Inserts x behind the items that it equals; a key function is asked for x too."""
    sought = x if key is None else key(x)
    place = bisect_right(a, sought, lo, hi, key=key)
    a.insert(place, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Inserts x before the items that it equals; a key function is asked for x too."""
    sought = x if key is None else key(x)
    place = bisect_left(a, sought, lo, hi, key=key)
    a.insert(place, x)


def _bounds(a, lo, hi):
    lo, hi = _index(lo), hi if hi is None else _index(hi)
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return lo, len(a) if hi is None else hi


bisect = bisect_right
insort = insort_right
