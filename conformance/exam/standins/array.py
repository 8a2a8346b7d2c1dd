"""`array`: numbers of one type in a buffer."""
import struct as _struct
from collections.abc import MutableSequence as _MutableSequence

typecodes = "bBuwhHiIlLqQfd"


def _place(code):
    if not isinstance(code, str) or len(code) != 1:
        raise TypeError("array() argument 1 must be a unicode character, not " + type(code).__name__)
    if code not in typecodes:
        raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
    return "I" if code in "uw" else code


class array:
    """array(typecode [, initializer]): numbers, kept as the type says."""

    def __new__(cls, typecode, initializer=(), /):
        self = super().__new__(cls)
        self._code, self._format, self._data = typecode, _place(typecode), bytearray()
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str):
            if typecode not in "uw":
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self.extend(initializer)
        else:
            self.extend(initializer)
        return self

    typecode = property(lambda self: self._code)
    itemsize = property(lambda self: _struct.calcsize(self._format))

    def _pack(self, item):
        if self._code in "uw":
            item = ord(item)
        try:
            return _struct.pack(self._format, item)
        except _struct.error as error:
            kind = OverflowError if isinstance(item, int) else TypeError
            raise kind(str(error)) from None

    def _unpack(self, data):
        found = [each for each, in _struct.iter_unpack(self._format, data)]
        return [chr(each) for each in found] if self._code in "uw" else found

    def __buffer__(self, flags):
        return memoryview(self._data).cast(self._format)

    def __len__(self):
        return len(self._data) // self.itemsize

    def _index(self, index):
        index = index.__index__()
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError("array index out of range")
        return index * self.itemsize

    def __getitem__(self, key):
        if isinstance(key, slice):
            return type(self)(self._code, self.tolist()[key])
        start = self._index(key)
        return self._unpack(self._data[start:start + self.itemsize])[0]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f"can only assign array (not \"{type(value).__name__}\") to array slice")
            items = self.tolist()
            items[key] = value.tolist()
            self._data[:] = b"".join(map(self._pack, items))
        else:
            start = self._index(key)
            self._data[start:start + self.itemsize] = self._pack(value)

    def __delitem__(self, key):
        items = self.tolist()
        del items[key]
        self._data[:] = b"".join(map(self._pack, items))

    def __iter__(self):
        index = 0
        while index < len(self):
            yield self[index]
            index += 1

    def tolist(self):
        return self._unpack(self._data)

    def tobytes(self):
        return bytes(self._data)

    def tounicode(self):
        return "".join(self.tolist())

    def frombytes(self, data, /):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._data += data

    def fromlist(self, items, /):
        self._data += b"".join([self._pack(item) for item in items])

    fromunicode = fromlist

    def extend(self, items, /):
        for item in items:
            self.append(item)

    def append(self, item, /):
        self._data += self._pack(item)

    def insert(self, index, item, /):
        items = self.tolist()
        items.insert(index, item)
        self._data[:] = b"".join(map(self._pack, items))

    def pop(self, index=-1, /):
        item = self[index]
        del self[index]
        return item

    def remove(self, item, /):
        del self[self.index(item)]

    def index(self, item, /):
        for place, each in enumerate(self):
            if each == item:
                return place
        raise ValueError("array.index(x): x not in array")

    def count(self, item, /):
        return self.tolist().count(item)

    def reverse(self):
        self[:] = self[::-1]

    def byteswap(self):
        size = self.itemsize
        for start in range(0, len(self._data), size):
            self._data[start:start + size] = self._data[start:start + size][::-1]

    def buffer_info(self):
        return id(self._data), len(self)

    def __contains__(self, item):
        return item in self.tolist()

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        return type(self)(self._code, self.tolist() + other.tolist())

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only extend with array (not \"{type(other).__name__}\")")
        self._data += other._data
        return self

    def __mul__(self, count):
        return type(self)(self._code, self.tolist() * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._data *= count
        return self

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return type(self)(self._code, self.tolist())

    def __deepcopy__(self, memo, /):
        return self.__copy__()

    def __reduce_ex__(self, protocol):
        return type(self), (self._code, self.tolist()), getattr(self, "__dict__", None)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        if not self._data:
            return f"{type(self).__name__}('{self._code}')"
        content = repr(self.tounicode()) if self._code in "uw" else repr(self.tolist())
        return f"{type(self).__name__}('{self._code}', {content})"


_MutableSequence.register(array)
ArrayType = array
