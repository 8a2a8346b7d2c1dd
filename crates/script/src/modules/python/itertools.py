"""Iterators that are made of other iterators."""


class _Iterator:
    __slots__ = ()

    def __iter__(self):
        return self


class count(_Iterator):
    """Numbers from start on, step apart."""

    __slots__ = ("_next", "_step")

    def __init__(self, start=0, step=1):
        self._next, self._step = start, step

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class cycle(_Iterator):
    """The items of an iterable again and again."""

    __slots__ = ("_iterator", "_saved", "_index")

    def __init__(self, iterable, /):
        self._iterator, self._saved, self._index = iter(iterable), [], 0

    def __next__(self):
        if self._iterator is not None:
            for item in self._iterator:
                self._saved.append(item)
                return item
            self._iterator = None
        if not self._saved:
            raise StopIteration
        item = self._saved[self._index]
        self._index = (self._index + 1) % len(self._saved)
        return item


class repeat(_Iterator):
    """An object again and again, or so many times."""

    __slots__ = ("_object", "_times")

    def __init__(self, object, times=None):
        self._object = object
        self._times = None if times is None else max(times, 0)

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._times})"


class accumulate(_Iterator):
    """Running totals, or what a function makes of them."""

    __slots__ = ("_iterator", "_func", "_total", "_state")

    def __init__(self, iterable, func=None, *, initial=None):
        self._iterator, self._func, self._total = iter(iterable), func, initial
        self._state = 0 if initial is None else 1

    def __next__(self):
        if self._state == 1:
            self._state = 2
            return self._total
        item = next(self._iterator)
        if self._state == 0:
            self._state, self._total = 2, item
        elif self._func is None:
            self._total = self._total + item
        else:
            self._total = self._func(self._total, item)
        return self._total


class batched(_Iterator):
    """Tuples of n items each."""

    __slots__ = ("_iterator", "_n", "_strict")

    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._iterator, self._n, self._strict = iter(iterable), n, strict

    def __next__(self):
        batch = []
        for item in self._iterator:
            batch.append(item)
            if len(batch) == self._n:
                return tuple(batch)
        if not batch:
            raise StopIteration
        if self._strict:
            raise ValueError("batched(): incomplete batch")
        return tuple(batch)


class chain(_Iterator):
    """The items of several iterables one after another."""

    __slots__ = ("_iterables", "_current")

    def __init__(self, *iterables):
        self._iterables, self._current = iter(iterables), None

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._iterables = iter(iterable)
        return self

    def __next__(self):
        while True:
            if self._current is None:
                self._current = iter(next(self._iterables))
            for item in self._current:
                return item
            self._current = None


class compress(_Iterator):
    """The items whose selector is true."""

    __slots__ = ("_data", "_selectors")

    def __init__(self, data, selectors):
        self._data, self._selectors = iter(data), iter(selectors)

    def __next__(self):
        while True:
            item = next(self._data)
            if next(self._selectors):
                return item


class dropwhile(_Iterator):
    """The items from the first on for which the predicate is false."""

    __slots__ = ("_predicate", "_iterator", "_dropping")

    def __init__(self, predicate, iterable, /):
        self._predicate, self._iterator, self._dropping = predicate, iter(iterable), True

    def __next__(self):
        while True:
            item = next(self._iterator)
            if not self._dropping:
                return item
            if not self._predicate(item):
                self._dropping = False
                return item


class takewhile(_Iterator):
    """The items before the first for which the predicate is false."""

    __slots__ = ("_predicate", "_iterator", "_done")

    def __init__(self, predicate, iterable, /):
        self._predicate, self._iterator, self._done = predicate, iter(iterable), False

    def __next__(self):
        if self._done:
            raise StopIteration
        item = next(self._iterator)
        if self._predicate(item):
            return item
        self._done = True
        raise StopIteration


class filterfalse(_Iterator):
    """The items for which the predicate is false."""

    __slots__ = ("_predicate", "_iterator")

    def __init__(self, predicate, iterable, /):
        self._predicate = bool if predicate is None else predicate
        self._iterator = iter(iterable)

    def __next__(self):
        while True:
            item = next(self._iterator)
            if not self._predicate(item):
                return item


class groupby(_Iterator):
    """Runs of items with equal keys."""

    __slots__ = ("_iterator", "_key", "_target", "_current_key", "_current", "_has", "_id")

    def __init__(self, iterable, key=None):
        self._iterator, self._key = iter(iterable), key
        self._has, self._id = False, None
        self._target = self._current_key = self._current = object()

    def _advance(self):
        self._current = next(self._iterator)
        self._current_key = self._current if self._key is None else self._key(self._current)
        self._has = True

    def __next__(self):
        self._id = mark = object()
        while not self._has or self._current_key == self._target:
            self._advance()
        self._target = self._current_key
        return self._current_key, _grouper(self, self._target, mark)


class _grouper(_Iterator):
    __slots__ = ("_parent", "_target", "_mark")

    def __init__(self, parent, target, mark):
        self._parent, self._target, self._mark = parent, target, mark

    def __next__(self):
        parent = self._parent
        if parent._id is not self._mark:
            raise StopIteration
        if not parent._has:
            parent._advance()
        if parent._current_key != self._target:
            raise StopIteration
        parent._has = False
        item = parent._current
        try:
            parent._advance()
        except StopIteration:
            parent._id = None
        return item


class islice(_Iterator):
    """The items that a slice selects."""

    __slots__ = ("_iterator", "_next", "_stop", "_step", "_position")

    def __init__(self, iterable, *args):
        parts = slice(*args)
        start, stop, step = parts.start, parts.stop, parts.step
        for bound in (start, stop):
            if bound is not None and (not hasattr(bound, "__index__") or bound < 0):
                if bound is stop and len(args) == 1:
                    raise ValueError("Stop argument for islice() must be None or an integer: "
                                     "0 <= x <= sys.maxsize.")
                raise ValueError("Indices for islice() must be None or an integer: "
                                 "0 <= x <= sys.maxsize.")
        if step is not None and (not hasattr(step, "__index__") or step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._iterator = iter(iterable)
        self._next, self._stop, self._step = start or 0, stop, step or 1
        self._position = 0

    def __next__(self):
        stop = self._next if self._stop is None else min(self._next, self._stop)
        while self._position < stop:
            next(self._iterator)
            self._position += 1
        if self._stop is not None and self._position >= self._stop:
            raise StopIteration
        item = next(self._iterator)
        self._position += 1
        self._next += self._step
        return item


class pairwise(_Iterator):
    """Each item with the next one."""

    __slots__ = ("_iterator", "_last", "_begun")

    def __init__(self, iterable, /):
        self._iterator, self._last, self._begun = iter(iterable), None, False

    def __next__(self):
        if not self._begun:
            self._last, self._begun = next(self._iterator), True
        pair = self._last, next(self._iterator)
        self._last = pair[1]
        return pair


class starmap(_Iterator):
    """What a function makes of unpacked items."""

    __slots__ = ("_function", "_iterator")

    def __init__(self, function, iterable, /):
        self._function, self._iterator = function, iter(iterable)

    def __next__(self):
        return self._function(*next(self._iterator))


class zip_longest(_Iterator):
    """As zip, to the end of the longest iterable."""

    __slots__ = ("_iterators", "_active", "_fillvalue")

    def __init__(self, *iterables, fillvalue=None):
        self._iterators = [iter(iterable) for iterable in iterables]
        self._active, self._fillvalue = len(self._iterators), fillvalue

    def __next__(self):
        if not self._active:
            raise StopIteration
        row = []
        for number, iterator in enumerate(self._iterators):
            value = self._fillvalue
            if iterator is not None:
                try:
                    value = next(iterator)
                except StopIteration:
                    self._active -= 1
                    if not self._active:
                        raise
                    self._iterators[number] = None
            row.append(value)
        return tuple(row)


class _Generated(_Iterator):
    """An iterator that a generator works for."""

    __slots__ = ("_generator",)

    def __next__(self):
        return next(self._generator)


class product(_Generated):
    """All tuples with one item of each iterable."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._generator = self._all([tuple(items) for items in iterables] * repeat)

    def _all(self, pools):
        if any(not pool for pool in pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple(pool[place] for pool, place in zip(pools, places))
            for number in reversed(range(len(pools))):
                places[number] += 1
                if places[number] < len(pools[number]):
                    break
                places[number] = 0
            else:
                return


class permutations(_Generated):
    """All arrangements of r items."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        r = len(pool) if r is None else r
        if not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
        self._generator = self._all(pool, r)

    def _all(self, pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple(pool[i] for i in indices[:r])
        while n:
            for i in reversed(range(r)):
                cycles[i] -= 1
                if cycles[i] == 0:
                    indices[i:] = indices[i + 1:] + indices[i:i + 1]
                    cycles[i] = n - i
                else:
                    j = cycles[i]
                    indices[i], indices[-j] = indices[-j], indices[i]
                    yield tuple(pool[i] for i in indices[:r])
                    break
            else:
                return


class combinations(_Generated):
    """All choices of r items."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._generator = self._all(tuple(iterable), r)

    def _all(self, pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(r))
        yield tuple(pool[i] for i in indices)
        while True:
            for i in reversed(range(r)):
                if indices[i] != i + n - r:
                    break
            else:
                return
            indices[i] += 1
            for j in range(i + 1, r):
                indices[j] = indices[j - 1] + 1
            yield tuple(pool[i] for i in indices)


class combinations_with_replacement(_Generated):
    """All choices of r items, each as often as wanted."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._generator = self._all(tuple(iterable), r)

    def _all(self, pool, r):
        n = len(pool)
        if not n and r:
            return
        indices = [0] * r
        yield tuple(pool[i] for i in indices)
        while True:
            for i in reversed(range(r)):
                if indices[i] != n - 1:
                    break
            else:
                return
            indices[i:] = [indices[i] + 1] * (r - i)
            yield tuple(pool[i] for i in indices)


class _tee(_Iterator):
    """One of several iterators over the same items."""

    __slots__ = ("_iterator", "_link")

    def __init__(self, iterator, link):
        self._iterator, self._link = iterator, link

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._iterator)
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._iterator, self._link)


def tee(iterable, n=2, /):
    """Returns n independent iterators."""
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    if isinstance(iterator, _tee):
        first = iterator
    else:
        first = _tee(iterator, [None, None])
    return tuple(first.__copy__() for _ in range(n))
