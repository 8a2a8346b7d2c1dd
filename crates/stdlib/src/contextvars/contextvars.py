"""Variables whose values belong to a context, in which a program may run a part of itself."""

from collections.abc import Mapping as _Mapping

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_GenericAlias = type(list[int])
_unset = object()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_Missing.__name__ = _Missing.__qualname__ = "Token.MISSING"


def _final(cls):
    """No class can be derived from this one."""
    def __init_subclass__(subclass, **kwargs):
        raise TypeError(f"type '_contextvars.{cls.__name__}' is not an acceptable base type")
    cls.__init_subclass__ = classmethod(__init_subclass__)
    cls.__module__ = "_contextvars"
    return cls


@_final
class Context(_Mapping):
    """A mapping of context variables to their values."""

    __slots__ = ("_values", "_around", "__weakref__")

    def __init__(self):
        self._values = {}
        # The context that was left for this one, while it is entered.
        self._around = None

    def run(self, callable, /, *args, **kwargs):
        """Calls a function in this context."""
        global _current
        if self._around is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._around, _current = _current, self
        try:
            return callable(*args, **kwargs)
        finally:
            self._around, _current = None, self._around

    def copy(self):
        """A context with the same values."""
        made = Context()
        made._values = self._values.copy()
        return made

    def __getitem__(self, var):
        return self._values[_checked(var)]

    def __contains__(self, var):
        return _checked(var) in self._values

    def get(self, var, default=None, /):
        """The value of a variable, or a default."""
        return self._values.get(_checked(var), default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        """The variables that have a value."""
        return self._values.keys()

    def values(self):
        """The values of the variables."""
        return self._values.values()

    def items(self):
        """The variables with their values."""
        return self._values.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    def __repr__(self):
        return object.__repr__(self)

    __hash__ = None


_current = Context()


def _checked(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var


@_final
class ContextVar:
    """A variable whose value belongs to the context."""

    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, name, *, default=_unset):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    __class_getitem__ = classmethod(_GenericAlias)

    name = property(lambda self: self._name)

    def get(self, default=_unset, /):
        """The value in the current context, the given default or the variable's own."""
        value = _current._values.get(self, _unset)
        if value is not _unset:
            return value
        if default is not _unset:
            return default
        if self._default is not _unset:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        """Sets the value in the current context; the token is for `reset`."""
        before = _current._values.get(self, Token.MISSING)
        _current._values[self] = value
        return _token(self, before)

    def reset(self, token, /):
        """Restores the value that the variable had before the call of `set` that gave the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old_value is Token.MISSING:
            del _current._values[self]
        else:
            _current._values[self] = token._old_value

    def __repr__(self):
        default = "" if self._default is _unset else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


@_final
class Token:
    """What `ContextVar.set` gives, to restore the former value."""

    __slots__ = ("_context", "_var", "_old_value", "_used", "__weakref__")

    MISSING = _Missing()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    __class_getitem__ = classmethod(_GenericAlias)

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old_value)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"

    __hash__ = None


def _token(var, old_value):
    token = object.__new__(Token)
    token._context, token._var, token._old_value, token._used = _current, var, old_value, False
    return token


def copy_context():
    """A copy of the current context."""
    return _current.copy()
