"""What `contextvars` takes from the interpreter: variables with a value for each context, in one thread."""
from collections.abc import Mapping

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_NO_DEFAULT = object()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    MISSING = _Missing()

    def __init__(self, context, var, old_value):
        self._context, self._used = context, False
        self.var, self.old_value = var, old_value

    __hash__ = None

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    def __init__(self, name, *, default=_NO_DEFAULT):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._default = default
        self.__dict__["name"] = name

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def get(self, default=_NO_DEFAULT, /):
        found = _current[-1]._values.get(self, default)
        if found is _NO_DEFAULT:
            found = self._default
        if found is _NO_DEFAULT:
            raise LookupError(self)
        return found

    def set(self, value, /):
        context = _current[-1]
        token = Token(context, self, context._values.get(self, Token.MISSING))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current[-1]:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token.old_value is Token.MISSING:
            del token._context._values[self]
        else:
            token._context._values[self] = token.old_value


class Context(Mapping):
    def __init__(self):
        self._values, self._entered = {}, False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._entered = True
        _current.append(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _current.pop()
            self._entered = False

    def copy(self):
        made = Context()
        made._values.update(self._values)
        return made

    def __getitem__(self, var):
        return self._values[var]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


_current = [Context()]


def copy_context():
    return _current[-1].copy()
