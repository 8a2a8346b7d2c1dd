"""More containers: OrderedDict, defaultdict, deque, Counter, namedtuple, ChainMap."""

import _collections_abc as abc
import sys as _sys
from _collections import (OrderedDict, _count_elements, _deque_iterator,
                          _deque_reverse_iterator, _tuplegetter, defaultdict, deque)
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap
from operator import itemgetter as _itemgetter

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]


_sys.modules["collections.abc"] = abc
abc.MutableSequence.register(deque)

# As it was when the module was loaded, whatever a program puts in its place.
_evaluate = eval


def _combined(self, other, combine):
    if not isinstance(other, Counter):
        return NotImplemented
    result = Counter()
    for key, times in self.items():
        times = combine(times, other[key])
        if times > 0:
            result[key] = times
    # What comes on one side alone is no question to `__missing__`.
    for key, times in other.items():
        if key not in self and (times := combine(0, times)) > 0:
            result[key] = times
    return result


class Counter(dict):
    """How often each item comes.

    >>> pets = Counter(["cat", "dog", "cat"])
    >>> pets["cat"], pets["bird"]
    (2, 0)
    >>> pets
    Counter({'cat': 2, 'dog': 1})
    """

    def __init__(self, iterable=None, /, **kwds):
        """Counts items, or takes over counts.

        >>> Counter("abba") == Counter({"a": 2, "b": 2}) == Counter(a=2, b=2)
        True
        """
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        """The items with their counts, the most frequent first.

        >>> Counter("mississippi").most_common(2)
        [('i', 4), ('s', 4)]
        """
        ordered = sorted(self.items(), key=_itemgetter(1), reverse=True)
        if n is None or n == 1 or n >= len(self):
            return ordered[:n]
        return ordered[:len(range(0, -n, -1))]

    def elements(self):
        """Each item as often as it counts.

        >>> list(Counter(x=2, y=0, z=1).elements())
        ['x', 'x', 'z']
        """
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    def update(self, iterable=None, /, **kwds):
        """Adds to the counts.

        >>> stock = Counter(nails=10)
        >>> stock.update({"nails": 5, "screws": 1})
        >>> stock
        Counter({'nails': 15, 'screws': 1})
        """
        if isinstance(iterable, abc.Mapping):
            if not self:
                super().update(iterable)
                iterable = {}
            for key, times in iterable.items():
                self[key] = times + self.get(key, 0)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes away from the counts, which may fall below zero.

        >>> stock = Counter(nails=10)
        >>> stock.subtract(nails=12, screws=1)
        >>> stock
        Counter({'screws': -1, 'nails': -2})
        """
        if iterable is not None:
            count = self.get
            if isinstance(iterable, abc.Mapping):
                for key, times in iterable.items():
                    self[key] = count(key, 0) - times
            else:
                for key in iterable:
                    self[key] = count(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            # Counts that cannot be ordered are shown as they came.
            items = dict(self)
        return f"{type(self).__name__}({items!r})"

    def __add__(self, other):
        """The sums of the counts that are positive.

        >>> Counter(a=1, b=2) + Counter(b=1, c=-1)
        Counter({'b': 3, 'a': 1})
        """
        return _combined(self, other, lambda a, b: a + b)

    def __sub__(self, other):
        """The differences of the counts that are positive.

        >>> Counter(a=1, b=2) - Counter(a=3, b=1)
        Counter({'b': 1})
        """
        return _combined(self, other, lambda a, b: a - b)

    def __or__(self, other):
        """The larger of both counts.

        >>> Counter(a=1, b=2) | Counter(a=3)
        Counter({'a': 3, 'b': 2})
        """
        return _combined(self, other, max)

    def __and__(self, other):
        """The smaller of both counts.

        >>> Counter(a=1, b=2) & Counter(a=3)
        Counter({'a': 1})
        """
        return _combined(self, other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for key in [key for key, times in self.items() if times <= 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        """Keeps the sums, where they are positive.

        >>> counts = Counter(a=2)
        >>> counts += Counter(a=1)
        >>> counts
        Counter({'a': 3})
        """
        for key, times in other.items():
            self[key] += times
        return self._keep_positive()

    def __isub__(self, other):
        """Keeps the differences, where they are positive.

        >>> counts = Counter(a=2)
        >>> counts -= Counter(a=1)
        >>> counts
        Counter({'a': 1})
        """
        for key, times in other.items():
            self[key] -= times
        return self._keep_positive()

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for c in (self, other) for key in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for c in (self, other) for key in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for c in (self, other) for key in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __ior__(self, other):
        """Keeps the larger of both counts, where they are positive.

        >>> counts = Counter(a=2)
        >>> counts |= Counter(a=1)
        >>> counts
        Counter({'a': 2})
        """
        for key, times in other.items():
            if times > self[key]:
                self[key] = times
        return self._keep_positive()

    def __iand__(self, other):
        """Keeps the smaller of both counts, where they are positive.

        >>> counts = Counter(a=2)
        >>> counts &= Counter(a=1)
        >>> counts
        Counter({'a': 1})
        """
        for key, times in self.items():
            if other[key] < times:
                self[key] = other[key]
        return self._keep_positive()

    def __reduce__(self):
        return type(self), (dict(self),)

    __hash__ = None


class ChainMap(abc.MutableMapping):
    """Several mappings as one: the first that has a key answers."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys |= dict.fromkeys(mapping)
        return iter(keys)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        merged = self.copy()
        merged.maps[0].update(other)
        return merged

    def __ror__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return type(self)(merged)

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()


_keywords = frozenset(
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try while "
    "with yield".split())


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items have names.

    >>> Size = namedtuple("Size", "width height", defaults=[1])
    >>> Size(3)
    Size(width=3, height=1)
    >>> Size(3)._replace(height=5).height
    5
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(names):
            if (not name.isidentifier() or name in _keywords or name.startswith("_")
                    or name in seen):
                names[index] = f"_{index}"
            seen.add(name)
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(
                f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    fields = tuple(names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))

    # A function with these very parameters, so that calls are bound, and refused, as any others.
    arguments = "".join(f"{name}, " for name in fields)
    __new__ = _evaluate(
        f"lambda _cls, {arguments}: _tuple_new(_cls, ({arguments}))",
        {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(fields)})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value) for name, value in zip(fields, self))
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in zip(fields, self))
        return f"{type(self).__name__}({parts})"

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
        "__module__": _sys._getframemodulename(1) or "__main__" if module is None else module,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, _sys.intern(f"Alias for field number {index}"))
    return type(typename, (tuple,), namespace)


class UserDict(abc.MutableMapping):
    # A dict to derive from, which keeps its entries in `data`.

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        elif not isinstance(other, dict):
            return NotImplemented
        return type(self)(self.data | other)

    def __ror__(self, other):
        if isinstance(other, UserDict):
            other = other.data
        elif not isinstance(other, dict):
            return NotImplemented
        return type(self)(other | self.data)

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        copy = type(self).__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy.data = self.data.copy()
        return copy

    def copy(self):
        if type(self) is UserDict:
            return UserDict(self.data.copy())
        copy = self.__copy__()
        copy.data = {}
        copy.update(self)
        return copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new


def _plain(value, cls):
    """What a wrapper of this class holds, or the value itself."""
    return value.data if isinstance(value, cls) else value


class UserList(abc.MutableSequence):
    """A list to derive from, which keeps its items in `data`."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist, UserList))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(_plain(other, UserList)))

    def __radd__(self, other):
        return type(self)(list(_plain(other, UserList)) + self.data)

    def __iadd__(self, other):
        self.data += _plain(other, UserList)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def __copy__(self):
        copy = type(self).__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy.data = self.data[:]
        return copy

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_plain(other, UserList))


class UserString(abc.Sequence):
    # A string to derive from, which keeps its text in `data`.

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _plain(string, UserString)

    def __lt__(self, string):
        return self.data < _plain(string, UserString)

    def __le__(self, string):
        return self.data <= _plain(string, UserString)

    def __gt__(self, string):
        return self.data > _plain(string, UserString)

    def __ge__(self, string):
        return self.data >= _plain(string, UserString)

    def __contains__(self, char):
        return _plain(char, UserString) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __add__(self, other):
        return type(self)(self.data + str(_plain(other, UserString)))

    def __radd__(self, other):
        if not isinstance(other, str):
            return NotImplemented
        return type(self)(other + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __rmod__(self, template):
        return type(self)(str(template) % self)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode(encoding or "utf-8", errors or "strict")

    maketrans = str.maketrans


def _forwarded(name, wraps):
    """A method that asks the text, and wraps the text that it answers."""
    ask = getattr(str, name)

    if wraps:
        def method(self, /, *args, **kwds):
            args = [_plain(arg, UserString) for arg in args]
            return type(self)(ask(self.data, *args, **kwds))
    else:
        def method(self, /, *args, **kwds):
            args = [_plain(arg, UserString) for arg in args]
            return ask(self.data, *args, **kwds)

    method.__name__, method.__qualname__ = name, f"UserString.{name}"
    return method


for _name in ("capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix "
              "replace rjust rstrip strip swapcase title translate upper zfill").split():
    setattr(UserString, _name, _forwarded(_name, True))
for _name in ("count endswith find format format_map index isalpha isalnum isascii isdecimal "
              "isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join "
              "partition rfind rindex rpartition rsplit split splitlines startswith").split():
    setattr(UserString, _name, _forwarded(_name, False))
del _name
