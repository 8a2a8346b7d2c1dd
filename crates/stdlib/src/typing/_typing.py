"""Type parameters, generic classes and the forms that annotations are made of: what class, def and
type statements with parameters need of `typing`."""

import sys
from _functools import _lru_cache_wrapper
from types import FunctionType, GenericAlias, UnionType

_own_name = __name__
# The classes are those of `typing`.
__name__ = "typing"

_sentinel = object()
_NoneType = type(None)


def _caller(depth=2):
    """The name of the module of a caller, if it has one."""
    return sys._getframe(depth).f_globals.get("__name__")


# What makes the functions that remember forget.
_cleanups = []


def _cached(function, typed=False):
    """Remembers the results of a function as far as its arguments have a hash, so that equal types
    are one; of arguments that are equal and of other classes it tells them apart if `typed`."""
    cached = _lru_cache_wrapper(function, 128, typed, None)
    _cleanups.append(cached.cache_clear)

    def remembering(*args):
        try:
            return cached(*args)
        except TypeError:
            # An argument without a hash, or an error that comes again.
            return function(*args)

    remembering.__name__, remembering.__doc__ = function.__name__, function.__doc__
    return remembering


def _idfunc(x, /):
    return x


_idfunc.__module__ = "_typing"


# Texts and checks.


def _type_repr(obj):
    """How a type is shown inside another one."""
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, FunctionType):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None and texts as the types that they stand for."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """A type of what is given as one; a TypeError if it cannot be."""
    invalid = (Generic, _protocol())
    if not allow_special_forms:
        invalid += (ClassVar,)
        if is_argument:
            invalid += (Final,)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and any(arg.__origin__ is form for form in invalid):
        raise TypeError(f"{arg} is not valid as type argument")
    if arg is Any or isinstance(arg, _SpecialForm) and arg in (
            LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is _protocol():
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _protocol():
    """`typing.Protocol`, if there is one yet."""
    typing = sys.modules.get("typing")
    return getattr(typing, "Protocol", None)


def _is_dunder(name):
    return name.startswith("__") and name.endswith("__")


def _is_param_expr(arg):
    """Whether it can stand for a parameter specification."""
    return arg is ... or isinstance(arg, (tuple, list)) or (
        isinstance(arg, (ParamSpec, _ConcatenateGenericAlias)))


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(
        x, "__typing_is_unpacked_typevartuple__", False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in types, each once, in their order."""
    found, default_seen, after_tuple = [], False, False
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for inner in arg:
                for parameter in _collect_type_parameters([inner]):
                    if parameter not in found:
                        found.append(parameter)
        elif hasattr(arg, "__typing_subst__"):
            if arg in found:
                continue
            if enforce_default_ordering:
                if after_tuple and arg.has_default():
                    raise TypeError("Type parameter with a default follows TypeVarTuple")
                if arg.has_default():
                    default_seen = True
                elif default_seen:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type "
                                    "parameter with a default")
            found.append(arg)
        else:
            if _is_unpacked_typevartuple(arg):
                after_tuple = True
            for parameter in getattr(arg, "__parameters__", ()):
                if parameter not in found:
                    found.append(parameter)
    return tuple(found)


def _unpack_args(args):
    """Arguments with tuples that are starred replaced by what is in them."""
    found = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and not (inner and inner[-1] is ...):
            found.extend(inner)
        else:
            found.append(arg)
    return tuple(found)


def _too(args, cls, actual, expected, at_least=""):
    raise TypeError(f"Too {'many' if actual > args else 'few'} arguments for {cls}; "
                    f"actual {actual}, expected {at_least}{expected}")


def _check_generic_specialization(cls, arguments):
    """A TypeError unless there are as many arguments as parameters."""
    expected = len(cls.__parameters__)
    if not expected:
        raise TypeError(f"{cls} is not a generic class")
    actual = len(arguments)
    if actual != expected:
        if actual < expected and cls.__parameters__[actual].has_default():
            return
        at_least = ""
        if actual < expected:
            expected -= sum(p.has_default() for p in cls.__parameters__)
            at_least = "at least "
        _too(expected, cls, actual, expected, at_least)


# Type parameters.


def _union_of(*args):
    return Union[args]


class _Parameter:
    """What the kinds of type parameters have in common."""

    def __init__(self, name, default, infer_variance):
        self.__name__ = name
        self._default = default
        self._default_thunk = None
        self.__infer_variance__ = bool(infer_variance)
        self.__covariant__ = self.__contravariant__ = False
        self.__module__ = _caller(3)

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
        """Whether it has a default."""
        return self._default_thunk is not None or self._default is not NoDefault

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __init_subclass__(cls, **kwargs):
        _refuse_as_base(cls)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__


def _refuse_as_base(cls):
    """A TypeError where a program derives a class from one of these."""
    if cls.__module__ != "typing":
        raise TypeError(f"type 'typing.{cls.__bases__[0].__name__}' is not an acceptable base type")


def _variance(made, covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    made.__covariant__, made.__contravariant__ = bool(covariant), bool(contravariant)


class TypeVar(_Parameter):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError("typevar() argument 'name' must be str, not "
                            f"{type(name).__name__}")
        super().__init__(name, default, infer_variance)
        _variance(self, covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if bound is not None:
            bound = _type_check(bound, "Bound must be a type.")
        self._bound, self._bound_thunk = bound, None
        self._constraints = tuple(
            _type_check(c, "TypeVar(name, constraint, ...): constraints must be types.")
            for c in constraints)
        self._constraints_thunk = None

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

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack or (
                isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        index = parameters.index(self)
        if index < len(args):
            return args
        if index == len(args) and self.has_default():
            return (*args, self.__default__)
        needed = len([p for p in parameters
                      if not (p.has_default() or isinstance(p, TypeVarTuple))])
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least "
                        f"{needed}")


class ParamSpecArgs:
    """The positional arguments that a parameter specification stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls, **kwargs):
        _refuse_as_base(cls)

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecKwargs:
    """The keyword arguments that a parameter specification stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __init_subclass__(cls, **kwargs):
        _refuse_as_base(cls)

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpec(_Parameter):
    """A parameter specification."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False,
                 contravariant=False, infer_variance=False):
        super().__init__(name, default, infer_variance)
        _variance(self, covariant, contravariant, infer_variance)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")

    args = property(lambda self: ParamSpecArgs(self))
    kwargs = property(lambda self: ParamSpecKwargs(self))

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_param_expr(arg):
            raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        index = parameters.index(self)
        if index == len(args) and self.has_default():
            args = (*args, self.__default__)
        if index >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(parameters) == 1 and not _is_param_expr(args[0]):
            # One parameter specification takes what is given without brackets.
            return (args,)
        if isinstance(args[index], list):
            return (*args[:index], tuple(args[index]), *args[index + 1:])
        return args


class TypeVarTuple(_Parameter):
    """A variable number of types."""

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default, True)

    def __iter__(self):
        yield Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        left = parameters.index(self)
        if any(isinstance(p, TypeVarTuple) for p in parameters[left + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        right = len(parameters) - left - 1
        actual, endless = len(args), None
        for at, arg in enumerate(args):
            if not isinstance(arg, type):
                inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
                if inner and len(inner) == 2 and inner[-1] is ...:
                    if endless is not None:
                        raise TypeError(
                            "More than one unpacked arbitrary-length tuple argument")
                    endless, item = at, inner[0]
        if endless is not None:
            # An unpacked tuple of any length fills all places.
            before, after = min(left, endless), min(right, actual - endless - 1)
            middle = args[before:actual - after]
            return (*args[:before], *([item] * (left - before)), middle,
                    *([item] * (right - after)), *args[actual - after:])
        if left + right > actual:
            raise TypeError(f"Too few arguments for {alias}; actual {actual}, expected at least "
                            f"{len(parameters) - 1}")
        if left == actual and self.has_default():
            middle = _unpack_args((self.__default__,))
        else:
            middle = args[left:actual - right]
        return (*args[:left], middle, *args[actual - right:])


class TypeAliasType:
    """What a type statement makes: a name for a type, whose value is found when asked for."""

    def __init_subclass__(cls, **kwargs):
        _refuse_as_base(cls)

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._value, self._thunk = value, None
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._thunk is not None:
            self._value, self._thunk = self._thunk(), None
        return self._value

    @property
    def __parameters__(self):
        found = []
        for parameter in self.__type_params__:
            if isinstance(parameter, TypeVarTuple):
                found.extend(parameter)
            else:
                found.append(parameter)
        return tuple(found)

    def __repr__(self):
        return self.__name__

    def __getitem__(self, arguments):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, arguments)

    def __or__(self, other):
        return _shown_by_bars(_union_of(self, other))

    def __ror__(self, other):
        return _shown_by_bars(_union_of(other, self))

    def __reduce__(self):
        return self.__name__


# Aliases.


class _BaseGenericAlias:
    """What the aliases of generic classes have in common: they stand for the class."""

    def __init_subclass__(cls, /, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError("Cannot subclass special typing classes")

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            # It has no room for it, or refuses.
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        found = []
        if self.__origin__ not in bases:
            found.append(self.__origin__)
        # A class of parametrized ones is generic; the last of them says so.
        if not any(_is_generic(base, bases) for base in bases[bases.index(self) + 1:]):
            found.append(Generic)
        return tuple(found)

    def __getattr__(self, attr):
        if attr not in ("__origin__", "__args__") and "__origin__" in self.__dict__ and (
                not _is_dunder(attr)):
            return getattr(self.__origin__, attr)
        if attr in ("__origin__", "__args__"):
            raise AttributeError(
                f"'{type(self).__name__}' object has no attribute '{attr}'")
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_defaults"):
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list({*object.__dir__(self),
                     *(name for name in dir(self.__origin__) if not _is_dunder(name))})


def _is_generic(base, bases):
    """Whether a base, or what stands for it, is generic. What is wrong with it says `type`."""
    if isinstance(base, _BaseGenericAlias):
        return True
    if isinstance(base, type):
        return issubclass(base, Generic)
    entries = getattr(base, "__mro_entries__", None)
    entries = entries(bases) if entries else None
    return isinstance(entries, tuple) and any(
        isinstance(entry, type) and issubclass(entry, Generic) for entry in entries)


class _GenericAlias(_BaseGenericAlias):
    """A generic class or a form with its arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        enforce = origin is Generic or origin is _protocol()
        self.__parameters__ = _collect_type_parameters(args, enforce_default_ordering=enforce)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return _union_of(self, right)

    def __ror__(self, left):
        return _union_of(left, self)

    @_cached
    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is _protocol():
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(tuple(_type_convert(p) for p in args))
        return self.copy_with(self._determine_new_args(args))

    def _determine_new_args(self, args):
        parameters = self.__parameters__
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        if len(args) != len(parameters):
            _too(len(parameters), self, len(args), len(parameters))
        return tuple(self._make_substitution(self.__args__, dict(zip(parameters, args))))

    def _make_substitution(self, args, given):
        found = []
        for old in args:
            if isinstance(old, type):
                found.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(given[old])
            else:
                inner = getattr(old, "__parameters__", ())
                new = old
                if inner:
                    new_args = []
                    for parameter in inner:
                        if isinstance(parameter, TypeVarTuple):
                            new_args.extend(given[parameter])
                        else:
                            new_args.append(given[parameter])
                    if isinstance(old, (list, tuple)):
                        new = new_args
                    else:
                        new = old[tuple(new_args)]
            if self.__origin__ is _abc_callable() and isinstance(new, tuple):
                # What stands for a parameter specification is a list of arguments here.
                found.extend(new)
            elif _is_unpacked_typevartuple(old):
                found.extend(new if isinstance(new, tuple) else given[old.__parameters__[0]])
            elif isinstance(old, tuple):
                found.append(tuple(self._make_substitution(old, given)))
            else:
                found.append(new)
        return found

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        import operator
        import typing
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        origin = getattr(typing, self._name) if self._name else self.__origin__
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if _protocol() in bases:
                return ()
            index = bases.index(self)
            if any(isinstance(base, _BaseGenericAlias) and base is not self
                   for base in bases[index + 1:]):
                return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _abc_callable():
    collections_abc = sys.modules.get("collections.abc")
    return getattr(collections_abc, "Callable", None)


class _UnionGenericAlias(_GenericAlias):
    """A union."""

    __iter__ = None

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return (all(arg in other.__args__ for arg in self.__args__)
                    and all(arg in self.__args__ for arg in other.__args__))

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is _NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _BarUnion(_UnionGenericAlias):
    """A union with the name of a type in it, shown as it is written."""

    def __repr__(self):
        return " | ".join("None" if arg is _NoneType else _type_repr(arg)
                          for arg in self.__args__)


def _shown_by_bars(union):
    if isinstance(union, _UnionGenericAlias):
        return _BarUnion(union.__origin__, union.__args__)
    return union


class _LiteralGenericAlias(_GenericAlias):
    """Values that a type consists of."""

    def _values(self):
        return [(value, type(value)) for value in self.__args__]

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        try:
            return set(self._values()) == set(other._values())
        except TypeError:
            return all(v in other._values() for v in self._values()) and (
                all(v in self._values() for v in other._values()))

    def __hash__(self):
        return hash(frozenset(self._values()))


class _ConcatenateGenericAlias(_GenericAlias):
    """Parameters before a parameter specification."""

    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias):
    """What `*` makes of a type."""

    def __repr__(self):
        return f"typing.Unpack[{_type_repr(self.__args__[0])}]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_GenericAlias):
    """A type with something said about it."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return self.__class__(params[0], self.__metadata__)

    def __repr__(self):
        shown = ", ".join(map(repr, self.__metadata__))
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {shown}]"

    def __reduce__(self):
        import operator
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return (self.__origin__ == other.__origin__
                and self.__metadata__ == other.__metadata__)

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return self.__origin__,


def _warn_of_no_type_params(function):
    import warnings
    warnings.warn(f"Failing to pass a value to the 'type_params' parameter of {function!r} is "
                  f"deprecated, as it leads to incorrect behaviour when calling {function} on a "
                  "stringified annotation that references a PEP 695 type parameter. It will be "
                  "disallowed in Python 3.15.", DeprecationWarning, stacklevel=3)


class ForwardRef:
    """A type that is given as a text."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__",
                 "__forward_value__", "__forward_is_argument__", "__forward_is_class__",
                 "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        text = f"({arg},)[0]" if arg.startswith("*") else arg
        try:
            code = compile(text, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=_sentinel, *, recursive_guard):
        from typing import _eval_type
        if type_params is _sentinel:
            _warn_of_no_type_params("typing.ForwardRef._evaluate")
            type_params = ()
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            # Type parameters are names of their own scope, which that of a class hides.
            globalns, localns = dict(globalns), dict(localns)
            for parameter in type_params:
                if not self.__forward_is_class__ or parameter.__name__ not in globalns:
                    globalns[parameter.__name__] = parameter
                    localns.pop(parameter.__name__, None)
        value = _type_check(eval(self.__forward_code__, globalns, localns),
                            "Forward references must evaluate to types.",
                            is_argument=self.__forward_is_argument__,
                            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(
            value, globalns, localns, type_params,
            recursive_guard=recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __repr__(self):
        module = ""
        if self.__forward_module__ is not None:
            module = f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass special typing classes")


# Forms.


class _SpecialForm:
    """A name of annotations that is no class; most are subscripted."""

    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return _union_of(self, other)

    def __ror__(self, other):
        return _union_of(other, self)

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    @_cached
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedForm(_SpecialForm, _root=True):
    """A form that tells apart arguments that are equal and of other classes."""

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _plain(name, doc):
    """A form that is not subscripted."""
    def form(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    form.__name__, form.__doc__ = name, doc
    return _SpecialForm(form)


NoReturn = _plain("NoReturn", "The result of what never returns.")
Never = _plain("Never", "The type without values.")
Self = _plain("Self", "The class at hand.")
LiteralString = _plain("LiteralString", "Texts that are written in the program.")
TypeAlias = _plain("TypeAlias", "Marks an assignment that names a type.")


def _of_one(name, doc, single="a single type", make=_GenericAlias, **checks):
    """A form that takes one type."""
    def form(self, parameters):
        item = _type_check(parameters, f"{self} accepts only {single}.", **checks)
        return make(self, (item,))

    form.__name__, form.__doc__ = name, doc
    return _SpecialForm(form)


ClassVar = _of_one("ClassVar", "Marks an attribute of the class.", "single type",
                   allow_special_forms=True)
Final = _of_one("Final", "Marks a name that is not assigned again.", "single type",
                allow_special_forms=True)
TypeGuard = _of_one("TypeGuard", "The result of a function that tells a type.", "single type")
TypeIs = _of_one("TypeIs", "The result of a function that tells a type and its complement.",
                 "single type")
Required = _of_one("Required", "Marks a key that must be there.", allow_special_forms=True)
NotRequired = _of_one("NotRequired", "Marks a key that may be missing.", allow_special_forms=True)
ReadOnly = _of_one("ReadOnly", "Marks a key that is not set.", allow_special_forms=True)
Unpack = _of_one("Unpack", "Unpacks a tuple of types.", "single type", _UnpackGenericAlias)


def _distinct(items):
    """Each item once."""
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return tuple(found)


@_SpecialForm
def Union(self, parameters):
    """Any of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        parameter = _type_check(parameter, "Union[arg, ...]: each arg must be a type.")
        if isinstance(parameter, (_UnionGenericAlias, UnionType)):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    members = _distinct(flat)
    if len(members) == 1:
        return members[0]
    if len(members) == 2 and _NoneType in members:
        return _UnionGenericAlias(self, members, name="Optional")
    return _UnionGenericAlias(self, members)


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), _NoneType]


def _typed_form(function):
    return _TypedForm(_cached(function, typed=True))


@_typed_form
def Literal(self, *parameters):
    """Values of which it is one."""
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _LiteralGenericAlias):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    try:
        seen, members = set(), []
        for value in flat:
            if (value, type(value)) not in seen:
                seen.add((value, type(value)))
                members.append(value)
        flat = members
    except TypeError:
        # Values without a hash are left as they are given.
        pass
    return _LiteralGenericAlias(self, tuple(flat))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters before a parameter specification."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a "
                        "ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    parameters = (*(_type_check(p, message) for p in parameters[:-1]), parameters[-1])
    return _ConcatenateGenericAlias(self, parameters)


@_typed_form
def Annotated(self, *params):
    """A type with something said about it."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an "
                        "annotation).")
    if _is_unpacked_typevartuple(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.",
                         allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


# Generic classes.


@_cached
def _generic_class_getitem(cls, args):
    """A generic class with arguments."""
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(p) for p in args)
    if cls is Generic or cls is _protocol():
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(p) for p in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or "
                            "parameter specification variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, args)
    for parameter in cls.__parameters__:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic_specialization(cls, args)
    found = []
    for parameter, arg in zip(cls.__parameters__, args):
        if isinstance(parameter, TypeVarTuple):
            found.extend(arg)
        else:
            found.append(arg)
    return _GenericAlias(cls, tuple(found))


def _generic_init_subclass(cls, *args, **kwargs):
    """Finds the parameters of a generic class in its bases."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    bases = cls.__dict__.get("__orig_bases__")
    if bases is not None:
        plain = Generic in bases
    else:
        plain = (Generic in cls.__bases__ and cls.__name__ != "Protocol"
                 and type(cls).__name__ != "_TypedDictMeta")
    if plain:
        raise TypeError("Cannot inherit from plain Generic")
    parameters = ()
    if bases is not None:
        parameters = _collect_type_parameters(bases)
        listed = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                if listed is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                listed = base.__parameters__
        if listed is not None:
            missing = [p for p in parameters if p not in listed]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not "
                                f"listed in Generic[{', '.join(map(str, listed))}]")
            parameters = listed
    cls.__parameters__ = tuple(parameters)


class Generic:
    """What classes with type parameters are derived from."""

    __slots__ = ()
    _is_protocol = False

    __class_getitem__ = classmethod(_generic_class_getitem)
    __init_subclass__ = classmethod(_generic_init_subclass)


# What class, def and type statements call.


def _bounded(name, bound, default):
    made = TypeVar(name, infer_variance=True)
    made._bound_thunk, made._default_thunk = bound, default
    made.__module__ = _caller()
    return made


def _constrained(name, constraints, default):
    made = TypeVar(name, infer_variance=True)
    made._constraints_thunk, made._default_thunk = constraints, default
    made.__module__ = _caller()
    return made


def _param_spec(name, default):
    made = ParamSpec(name, infer_variance=True)
    made._default_thunk = default
    made.__module__ = _caller()
    return made


def _type_var_tuple(name, default):
    made = TypeVarTuple(name)
    made._default_thunk = default
    made.__module__ = _caller()
    return made


def _generic_base(parameters):
    return _GenericAlias(Generic, tuple(
        Unpack[p] if isinstance(p, TypeVarTuple) else p for p in parameters))


def _alias(name, parameters, thunk):
    made = TypeAliasType(name, None, type_params=parameters)
    made._thunk = thunk
    made.__module__ = thunk.__module__
    return made


__name__ = _own_name
