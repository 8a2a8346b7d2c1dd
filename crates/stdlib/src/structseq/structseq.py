"""Tuples whose items have names; some have values besides that only their names lead to."""

_NO = object()


class Record(tuple):
    """What all of them have. The fields of a class are in `_names`: first those of the tuple, None for one
    without a name, then the others."""

    def __new__(cls, *args, **kwargs):
        sequence, given = _arguments(*args, **kwargs)
        name, visible = cls._name, cls.n_sequence_fields
        if not isinstance(given, dict):
            raise TypeError(f"{name}() takes a dict as second arg, if any")
        try:
            items = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(items) < visible:
            raise TypeError(f"{name}() takes an at least {visible}-sequence ({len(items)}-sequence given)")
        if len(items) > cls.n_fields:
            raise TypeError(f"{name}() takes an at most {cls.n_fields}-sequence ({len(items)}-sequence given)")
        free = cls._names[len(items):]
        if any(key not in free for key in given):
            raise TypeError(f"{name}() got duplicate or unexpected field name(s)")
        self = tuple.__new__(cls, items[:visible])
        if cls.n_fields > visible:
            hidden = dict(zip(cls._names[visible:], items[visible:]))
            for field in free:
                hidden[field] = given.get(field, cls._defaults(self, field))
            super(Record, self).__setattr__("_hidden", hidden)
        return self

    def _defaults(self, field):
        return None


    def __setattr__(self, name, value):
        if name in type(self)._names:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'{type(self)._name}' object has no attribute '{name}' "
                             "and no __dict__ for setting new attributes")

    def __repr__(self):
        parts = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"{self._name}({parts})"

    def __reduce__(self):
        return type(self), (tuple(self), dict(self._hidden) if self.n_fields > len(self) else {})

    def __replace__(self, *args, **changes):
        if args:
            raise TypeError("__replace__() takes no positional arguments")
        kind = type(self)
        if kind.n_unnamed_fields:
            raise TypeError(f"__replace__() is not supported for {kind._name} because it has unnamed field(s)")
        items = [changes.pop(name, value) for name, value in zip(kind._names, self)]
        hidden = dict(self._hidden) if kind.n_fields > len(self) else {}
        for name in hidden:
            hidden[name] = changes.pop(name, hidden[name])
        if changes:
            raise TypeError(f"Got unexpected field name(s): {list(changes)!r}")
        return Record.__new__(kind, items, hidden)


def _arguments(sequence=_NO, dict={}, **more):
    if sequence is _NO:
        raise TypeError("structseq() missing required argument 'sequence' (pos 1)")
    for name in more:
        raise TypeError(f"structseq() got an unexpected keyword argument '{name}'")
    return sequence, dict


def make(module, name, visible, hidden=(), doc=None, docs=None, bases=(Record,), body=None):
    """A class of them. `docs` says what the fields mean."""
    names = (*visible, *hidden)
    namespace = {
        "__doc__": doc, "__module__": module, "_name": f"{module}.{name}", "_names": names,
        "n_fields": len(names), "n_sequence_fields": len(visible),
        "n_unnamed_fields": visible.count(None),
        "__match_args__": tuple(field for field in visible if field is not None), **(body or {}),
    }
    if not hidden:
        namespace["__slots__"] = ()
    for place, field in enumerate(names):
        if field is not None:
            namespace[field] = _field(place, field, len(visible), docs and docs.get(field))
    return type(name, bases, namespace)


def _field(place, name, visible, doc):
    if place < visible:
        return property(lambda self: self[place], doc=doc)
    return property(lambda self: self._hidden[name], doc=doc)
