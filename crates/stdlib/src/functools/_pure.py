"""The native parts of `functools` in Python, for programs that keep `_functools` from being imported."""

from reprlib import recursive_repr

GenericAlias = type(list[int])
_missing = object()


class partial:
    """A function with some of its arguments given."""

    __module__ = "functools"
    __slots__ = "func", "args", "keywords", "__dict__", "__weakref__"

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func, self.args, self.keywords = func, args, keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    @recursive_repr()
    def __repr__(self):
        cls = type(self)
        shown = [repr(self.func)]
        shown.extend(map(repr, self.args))
        shown.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(shown)})"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        import warnings
        warnings.warn("functools.partial will be a method descriptor in future Python versions; "
                      "wrap it in staticmethod() if you want to preserve the old behavior",
                      FutureWarning, 2)
        return self

    def __reduce__(self):
        state = self.func, self.args, self.keywords or None, self.__dict__ or None
        return type(self), (self.func,), state

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}")
        func, args, keywords, names = state
        good = callable(func) and isinstance(args, tuple)
        if not good or not (keywords is None or isinstance(keywords, dict)) or not (
                names is None or isinstance(names, dict)):
            raise TypeError("invalid partial state")
        keywords = {} if keywords is None else keywords
        self.args = args if type(args) is tuple else tuple(args)
        self.keywords = keywords if type(keywords) is dict else dict(keywords)
        self.__dict__ = {} if names is None else names
        self.func = func

    __class_getitem__ = classmethod(GenericAlias)


def reduce(function, sequence, initial=_missing):
    """Takes items two by two, from the left, until one is left."""
    rest = iter(sequence)
    if initial is _missing:
        for initial in rest:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in rest:
        initial = function(initial, item)
    return initial


def cmp_to_key(mycmp):
    """A key function that sorts as a comparison function says."""

    class K:
        __slots__ = ["obj"]
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


# A program may cache the function len itself.
_len = len


class _Key(list):
    """Arguments as a key, whose hash is computed once."""

    __slots__ = "hashed"

    def __init__(self, parts):
        self[:] = parts
        self.hashed = hash(parts)

    def __hash__(self):
        return self.hashed


# The functions that a cached function stands for may be built-in ones.
def _key_of(args, keywords, typed, len=len, type=type, tuple=tuple):
    parts = args
    if keywords:
        parts += (_missing,)
        for item in keywords.items():
            parts += item
    if typed:
        parts += tuple(type(value) for value in args)
        parts += tuple(type(value) for value in keywords.values())
    elif _len(parts) == 1 and type(parts[0]) in (int, str):
        return parts[0]
    return _Key(parts)


def _lru_cache_wrapper(function, maxsize, typed, info, len=len):
    """A function that keeps its answers, the latest used ones if there may be only so many."""
    kept, hits, misses = {}, 0, 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        if maxsize == 0:
            misses += 1
            return function(*args, **keywords)
        key = _key_of(args, keywords, typed)
        answer = kept.get(key, _missing)
        if answer is not _missing:
            hits += 1
            if maxsize is not None and kept.pop(key, _missing) is not _missing:
                kept[key] = answer
            return answer
        misses += 1
        answer = function(*args, **keywords)
        if maxsize is not None and key not in kept and _len(kept) >= maxsize:
            del kept[next(iter(kept))]
        kept[key] = answer
        return answer

    def cache_info():
        """How often an answer was kept, and not."""
        return info(hits, misses, maxsize, _len(kept))

    def cache_clear():
        """Forgets all answers."""
        nonlocal hits, misses
        kept.clear()
        hits = misses = 0

    wrapper.cache_info, wrapper.cache_clear = cache_info, cache_clear
    return wrapper
