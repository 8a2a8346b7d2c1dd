"""Arrays of numbers of one kind, packed as in memory."""

import operator as _operator
import struct as _struct
from collections.abc import MutableSequence as _MutableSequence

__all__ = ["array", "ArrayType", "typecodes"]

typecodes = "bBuwhHiIlLqQfd"

_GenericAlias = type(list[int])
_SIZES = {code: _struct.calcsize("@" + ("I" if code in "uw" else code)) for code in typecodes}
_WORDS = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
          "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}


def _packed(code, value):
    """The bytes of an item."""
    if code in "uw":
        if not isinstance(value, str) or len(value) != 1:
            what = f"a string of length {len(value)}" if isinstance(value, str) else type(value).__name__
            raise TypeError(f"array item must be a unicode character, not {what}")
        return ord(value).to_bytes(4, "little")
    if code in "fd":
        if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        try:
            return _struct.pack("@" + code, value)
        except OverflowError:
            return _struct.pack("@" + code, float("-inf" if value < 0 else "inf"))
    number = _operator.index(value)
    bits = 8 * _SIZES[code]
    least, most = (0, 2 ** bits - 1) if code.isupper() else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
    if least <= number <= most:
        return _struct.pack("@" + code, number)
    word = _WORDS.get(code)
    if word is not None:
        side = "greater than maximum" if number > most else "less than minimum"
        raise OverflowError(f"{word} is {side}")
    if number < 0 and code in "LQ":
        word = "int to unsigned" if code == "Q" else "value to unsigned int"
        raise OverflowError(f"can't convert negative {word}")
    raise OverflowError("Python int too large to convert to C "
                        + {"l": "long", "L": "unsigned long", "q": "long", "Q": "unsigned long"}[code])


class array:
    """array(typecode [, initializer]) -> array

A sequence of numbers of the kind that the type code names, which takes no more room than they do."""

    __slots__ = ("_code", "_data", "__weakref__")
    __class_getitem__ = classmethod(_GenericAlias)
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /, **kwargs):
        if cls is array and kwargs:
            raise TypeError("array.array() takes no keyword arguments")
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, "
                            f"not {type(typecode).__name__}")
        if typecode not in typecodes:
            raise ValueError(
                "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if typecode == "u":
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16",
                          DeprecationWarning, stacklevel=2)
        if isinstance(initializer, str) and typecode not in "uw":
            raise TypeError("cannot use a str to initialize an array with typecode "
                            f"{typecode!r}")
        if isinstance(initializer, array) and initializer._code in "uw" and typecode not in "uw":
            raise TypeError("cannot use a unicode array to initialize an array with typecode "
                            f"{typecode!r}")
        self = object.__new__(cls)
        self._code, self._data = typecode, bytearray()
        if isinstance(initializer, (bytes, bytearray)) and typecode not in "uw":
            self.frombytes(initializer)
        else:
            for item in initializer:
                self._data += _packed(typecode, item)
        return self

    typecode = property(lambda self: self._code, doc="the typecode character used to create the array")
    itemsize = property(lambda self: _SIZES[self._code], doc="the size, in bytes, of one array item")

    def _of(self, data):
        made = object.__new__(array)
        made._code, made._data = self._code, bytearray(data)
        return made

    def _items(self):
        if self._code in "uw":
            data = self._data
            return [chr(int.from_bytes(data[at:at + 4], "little")) for at in range(0, len(data), 4)]
        return list(_struct.unpack(f"@{len(self)}{self._code}", self._data))

    def __buffer__(self, flags, /):
        code = "I" if self._code in "uw" else self._code
        return memoryview(self._data).cast(code)

    def __len__(self):
        return len(self._data) // _SIZES[self._code]

    def _place(self, index, what):
        try:
            at = _operator.index(index)
        except TypeError:
            raise TypeError("array indices must be integers") from None
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(f"{what} index out of range")
        return at * _SIZES[self._code]

    def __getitem__(self, index):
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            size = _SIZES[self._code]
            if step == 1:
                return self._of(self._data[start * size:max(start, stop) * size])
            places = range(start, stop, step)
            return self._of(b"".join(self._data[at * size:at * size + size] for at in places))
        at = self._place(index, "array")
        data = self._data[at:at + _SIZES[self._code]]
        if self._code in "uw":
            return chr(int.from_bytes(data, "little"))
        return _struct.unpack("@" + self._code, data)[0]

    def __setitem__(self, index, value):
        size = _SIZES[self._code]
        if not isinstance(index, slice):
            at = self._place(index, "array assignment")
            self._data[at:at + size] = _packed(self._code, value)
            return
        if not isinstance(value, array):
            raise TypeError(f"can only assign array (not \"{type(value).__name__}\") to array slice")
        if value._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        start, stop, step = index.indices(len(self))
        given = bytes(value._data)
        if step == 1:
            self._data[start * size:max(start, stop) * size] = given
            return
        places = range(start, stop, step)
        if len(places) * size != len(given):
            raise ValueError(f"attempt to assign array of size {len(given) // size} "
                             f"to extended slice of size {len(places)}")
        for number, at in enumerate(places):
            self._data[at * size:at * size + size] = given[number * size:number * size + size]

    def __delitem__(self, index):
        size = _SIZES[self._code]
        if isinstance(index, slice):
            for at in sorted(range(*index.indices(len(self))), reverse=True):
                del self._data[at * size:at * size + size]
            return
        at = self._place(index, "array assignment")
        del self._data[at:at + size]

    def __iter__(self):
        at = 0
        while at < len(self):
            yield self[at]
            at += 1

    def __contains__(self, value):
        return value in self._items()

    def _compared(self, other, compare):
        if not isinstance(other, array):
            return NotImplemented
        return compare(self._items(), other._items())

    def __eq__(self, other):
        return self._compared(other, _operator.eq)

    def __ne__(self, other):
        return self._compared(other, _operator.ne)

    def __lt__(self, other):
        return self._compared(other, _operator.lt)

    def __le__(self, other):
        return self._compared(other, _operator.le)

    def __gt__(self, other):
        return self._compared(other, _operator.gt)

    def __ge__(self, other):
        return self._compared(other, _operator.ge)

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        if other._code != self._code:
            raise TypeError("bad argument type for built-in operation")
        return self._of(self._data + other._data)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only extend with array (not \"{type(other).__name__}\")")
        self.extend(other)
        return self

    def __mul__(self, times):
        return self._of(self._data * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._data *= times
        return self

    def __copy__(self):
        return self._of(self._data)

    def __deepcopy__(self, memo):
        return self._of(self._data)

    def __reduce_ex__(self, protocol):
        return type(self), (self._code, self.tolist()), getattr(self, "__dict__", None)

    def __repr__(self):
        name = type(self).__name__
        if not self._data:
            return f"{name}({self._code!r})"
        shown = self.tounicode() if self._code in "uw" else self._items()
        return f"{name}({self._code!r}, {shown!r})"

    def append(self, v, /):
        """Appends an item."""
        self._data += _packed(self._code, v)

    def buffer_info(self):
        """The address and the number of items."""
        return id(self._data), len(self)

    def byteswap(self):
        """Turns the bytes of each item around."""
        size = _SIZES[self._code]
        for at in range(0, len(self._data), size):
            self._data[at:at + size] = self._data[at:at + size][::-1]

    def count(self, v, /):
        """How many items are equal to a value."""
        return self._items().count(v)

    def extend(self, bb, /):
        """Appends the items of an iterable."""
        if isinstance(bb, array):
            if bb._code != self._code:
                raise TypeError("can only extend with array of same kind")
            self._data += bytes(bb._data)
            return
        for item in bb:
            self.append(item)

    def frombytes(self, buffer, /):
        """Appends items that are given as bytes."""
        data = memoryview(buffer).cast("B")
        if len(data) % _SIZES[self._code]:
            raise ValueError("bytes length not a multiple of item size")
        self._data += bytes(data)

    def fromfile(self, f, n, /):
        """Appends items that are read from a file."""
        wanted = n * _SIZES[self._code]
        data = f.read(wanted)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data)
        if len(data) != wanted:
            raise EOFError("read() didn't return enough bytes")

    def fromlist(self, list, /):
        """Appends the items of a list, all or none."""
        if not isinstance(list, _list):
            raise TypeError("arg must be list")
        self._data += b"".join([_packed(self._code, item) for item in list])

    def fromunicode(self, ustr, /):
        """Appends the characters of a string."""
        if self._code not in "uw":
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        self.extend(ustr)

    def index(self, v, start=0, stop=9223372036854775807, /):
        """The place of the first item that is equal to a value."""
        try:
            return self._items().index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def insert(self, i, v, /):
        """Inserts an item before a place."""
        at = range(len(self))[:i].stop * _SIZES[self._code]
        self._data[at:at] = _packed(self._code, v)

    def pop(self, i=-1, /):
        """Removes an item, and returns it."""
        if not self._data:
            raise IndexError("pop from empty array")
        at = self._place(i, "pop")
        value = self[at // _SIZES[self._code]]
        del self._data[at:at + _SIZES[self._code]]
        return value

    def remove(self, v, /):
        """Removes the first item that is equal to a value."""
        items = self._items()
        if v not in items:
            raise ValueError("array.remove(x): x not in array")
        del self[items.index(v)]

    def clear(self):
        """Removes all items."""
        self._data.clear()

    def reverse(self):
        """Turns the items around."""
        self._data[:] = self[::-1]._data

    def tobytes(self):
        """The items as bytes."""
        return bytes(self._data)

    def tofile(self, f, /):
        """Writes the items to a file."""
        f.write(self.tobytes())

    def tolist(self):
        """The items in a list."""
        return self._items()

    def tounicode(self):
        """The characters as a string."""
        if self._code not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._items())


_list = list
array.__module__ = "array"
_MutableSequence.register(array)
ArrayType = array
