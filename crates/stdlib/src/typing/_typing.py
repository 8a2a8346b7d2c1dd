"""What type parameters and type statements make."""

from types import GenericAlias as _GenericAlias

_missing = object()


class _NoDefaultType:
    __slots__ = ()

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class _Parameter:
    """What the kinds of type parameters have in common."""

    def __init__(self, name, default=NoDefault, *, infer_variance=False):
        self.__name__ = name
        self._default = default
        self._default_thunk = None
        self.__infer_variance__ = infer_variance
        self.__covariant__ = self.__contravariant__ = False
        self.__module__ = "typing"

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    @property
    def __default__(self):
        if self._default_thunk is not None:
            self._default, self._default_thunk = self._default_thunk(), None
        return self._default

    def has_default(self):
        return self._default_thunk is not None or self._default is not NoDefault

    def __or__(self, other):
        from types import UnionType
        try:
            return _Union((self, other))
        except TypeError:
            return NotImplemented

    def __ror__(self, other):
        return _Union((other, self))

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__


class _Union:
    """A union with a type parameter in it."""

    def __init__(self, args):
        self.__args__ = args

    def __repr__(self):
        return " | ".join(getattr(arg, "__name__", None) or repr(arg) for arg in self.__args__)

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))


class TypeVar(_Parameter):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        super().__init__(name, default, infer_variance=infer_variance)
        self._bound, self._bound_thunk = bound, None
        self._constraints, self._constraints_thunk = constraints, None
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)

    @property
    def __bound__(self):
        if self._bound_thunk is not None:
            self._bound, self._bound_thunk = self._bound_thunk(), None
        return self._bound

    @property
    def __constraints__(self):
        if self._constraints_thunk is not None:
            self._constraints, self._constraints_thunk = self._constraints_thunk(), None
        return self._constraints


class ParamSpecArgs:
    """The positional arguments that a parameter specification stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


class ParamSpecKwargs:
    """The keyword arguments that a parameter specification stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


class ParamSpec(_Parameter):
    """A parameter specification."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        super().__init__(name, default, infer_variance=infer_variance)
        self.__bound__ = bound

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    """A variable number of types."""

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default, infer_variance=True)

    def __iter__(self):
        yield _Unpacked(self)


class _Unpacked:
    """`*Ts`"""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"typing.Unpack[{self.__origin__.__name__}]"


class TypeAliasType:
    """What a type statement makes: a name for a type, whose value is found when asked for."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._value, self._thunk = value, None

    @property
    def __value__(self):
        if self._thunk is not None:
            self._value, self._thunk = self._thunk(), None
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __repr__(self):
        return self.__name__

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAlias(self, arguments)

    def __or__(self, other):
        return _Union((self, other))

    def __ror__(self, other):
        return _Union((other, self))


class Generic:
    """What classes with type parameters are derived from."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, arguments):
        if not isinstance(arguments, tuple):
            arguments = (arguments,)
        if cls is not Generic:
            parameters = getattr(cls, "__parameters__", ())
            if not parameters:
                raise TypeError(f"{cls!r} is not a generic class")
            flexible = any(not isinstance(p, TypeVar) or p.has_default() for p in parameters)
            if len(arguments) != len(parameters) and not flexible:
                many = "many" if len(arguments) > len(parameters) else "few"
                raise TypeError(f"Too {many} arguments for {cls}; actual {len(arguments)}, "
                                f"expected {len(parameters)}")
        return _GenericAlias(cls, arguments)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        parameters = cls.__dict__.get("__type_params__")
        if parameters is None:
            found = []
            for base in cls.__dict__.get("__orig_bases__", ()):
                for parameter in getattr(base, "__parameters__", ()):
                    if parameter not in found:
                        found.append(parameter)
            parameters = tuple(found)
        cls.__parameters__ = tuple(parameters)


for _class in (TypeVar, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple, TypeAliasType,
               Generic):
    _class.__module__ = "typing"


def _bounded(name, bound, default):
    made = TypeVar(name, infer_variance=True)
    made._bound_thunk, made._default_thunk = bound, default
    return made


def _constrained(name, constraints, default):
    made = TypeVar(name, infer_variance=True)
    made._constraints_thunk, made._default_thunk = constraints, default
    return made


def _param_spec(name, default):
    made = ParamSpec(name, infer_variance=True)
    made._default_thunk = default
    return made


def _type_var_tuple(name, default):
    made = TypeVarTuple(name)
    made._default_thunk = default
    return made


def _generic_base(parameters):
    return _GenericAlias(Generic, tuple(
        _Unpacked(p) if isinstance(p, TypeVarTuple) else p for p in parameters))


def _alias(name, parameters, thunk):
    made = TypeAliasType(name, None, type_params=parameters)
    made._thunk = thunk
    made.__module__ = thunk.__module__
    return made
