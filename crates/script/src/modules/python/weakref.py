"""Weak references and the containers that use them."""

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A weak reference to a bound method, which would die at once by itself."""

    __slots__ = ("_function", "_kind", "_alive", "__weakref__")

    def __new__(cls, method, callback=None):
        try:
            owner, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError(
                f"argument should be a bound method, not {type(method)}") from None

        def gone(_):
            self = self_reference()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, gone)
        self._function = ref(function, gone)
        self._kind = type(method)
        self._alive = True
        self_reference = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows the key of its target."""

    __slots__ = ("key",)

    def __new__(cls, target, callback, key):
        self = ref.__new__(cls, target, callback)
        self.key = key
        return self

    def __init__(self, target, callback, key):
        super().__init__(target, callback)


class WeakValueDictionary:
    """A mapping that keeps its values only as long as somebody else does."""

    def __init__(self, other=(), /, **kw):
        own = ref(self)

        def remove(reference):
            self = own()
            if self is not None and self.data.get(reference.key) is reference:
                del self.data[reference.key]

        self._remove = remove
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    keys = __iter__

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    _missing = object()

    def pop(self, key, default=_missing):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if default is self._missing:
            raise KeyError(key)
        return default

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=(), /, **kw):
        for key, value in dict(other, **kw).items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self.items())

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary:
    """A mapping that keeps its keys only as long as somebody else does."""

    def __init__(self, other=None):
        own = ref(self)

        def remove(reference):
            self = own()
            if self is not None:
                self.data.pop(reference, None)

        self._remove = remove
        self.data = {}
        if other is not None:
            self.update(other)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    keys = __iter__

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *default):
        return self.data.pop(ref(key), *default)

    def update(self, other=(), /, **kw):
        for key, value in (other.items() if hasattr(other, "items") else other):
            self[key] = value

    def clear(self):
        self.data.clear()

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set that keeps its items only as long as somebody else does."""

    def __init__(self, data=None):
        own = ref(self)

        def remove(reference):
            self = own()
            if self is not None:
                self.data.discard(reference)

        self._remove = remove
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        return type(self)([*self, *other])

    __or__ = union

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def difference(self, other):
        return type(self)(item for item in self if item not in other)

    __sub__ = difference

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls a function when an object dies, once."""

    __slots__ = ()
    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        reference = ref(obj, self)
        finalize._registry[self] = (reference, func, args, kwargs)

    def __call__(self, _=None):
        entry = finalize._registry.pop(self, None)
        if entry is not None:
            _, func, args, kwargs = entry
            return func(*args, **kwargs)

    def detach(self):
        entry = finalize._registry.get(self)
        target = entry and entry[0]()
        if target is not None and finalize._registry.pop(self, None):
            return target, entry[1], entry[2], entry[3]

    def peek(self):
        entry = finalize._registry.get(self)
        target = entry and entry[0]()
        if target is not None:
            return target, entry[1], entry[2], entry[3]

    @property
    def alive(self):
        return self in finalize._registry
