"""Functions that make functions of functions."""

try:
    from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
except ImportError:
    from _py_functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from abc import get_cache_token
from collections import namedtuple
from reprlib import recursive_repr

GenericAlias = type(list[int])
_MappingProxyType = type(type.__dict__)

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
           "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
           "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__",
                       "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like what it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


class RLock:
    """A lock that its owner may acquire again; with one thread it is always free for it."""

    __module__ = "_thread"

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self, blocking=True, timeout=-1):
        return self.acquire(blocking, timeout)

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _recursion_count(self):
        return self._count


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """The decorator for a wrapper."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partialmethod:
    """A method with some of its arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        # A partial is called as it is: that it binds is new, and CPython warns of it elsewhere.
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            # What binds to something else knows what the arguments are put behind.
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._make_unbound_method().__get__(obj, cls)


def _not(root):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        return answer if answer is NotImplemented else not answer
    return derived


def _or_equal(root):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other
    return derived


def _and_unequal(root):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return answer and self != other
    return derived


def _not_and_unequal(root):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return not answer and self != other
    return derived


def _not_or_equal(root):
    def derived(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return not answer or self == other
    return derived


def _derivation(name, root, derive):
    """A comparison out of another one of the object's class, under a name by which it can be pickled."""
    function = derive(root)
    function.__name__ = name
    function.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    globals()[function.__qualname__] = function
    return name, function


_derivations = {
    root: [_derivation(name, root, derive) for name, derive in derivations]
    for root, derivations in {
        "__lt__": [("__gt__", _not_and_unequal), ("__le__", _or_equal), ("__ge__", _not)],
        "__le__": [("__ge__", _not_or_equal), ("__lt__", _and_unequal), ("__gt__", _not)],
        "__gt__": [("__lt__", _not_and_unequal), ("__ge__", _or_equal), ("__le__", _not)],
        "__ge__": [("__le__", _not_or_equal), ("__gt__", _and_unequal), ("__lt__", _not)],
    }.items()}


def total_ordering(cls):
    """Fills in the comparisons that a class does not define."""
    own = [name for name in _derivations if getattr(cls, name) is not getattr(object, name)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(own)
    for name, derived in _derivations[root]:
        if name not in own:
            setattr(cls, name, derived)
    return cls


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of a function, the latest used ones."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Remembers all results of a function."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    # An attribute that is computed once per instance.

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    __class_getitem__ = classmethod(GenericAlias)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property.") from None
        if self.attrname in cache:
            return cache[self.attrname]
        value = self.func(instance)
        try:
            cache[self.attrname] = value
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                f"item assignment for caching {self.attrname!r} property.") from None
        return value


_UnionType = type(int | str)


def _c3_merge(orders):
    """The C3 merge of linear orders."""
    orders = [list(order) for order in orders if order]
    merged = []
    while orders:
        for order in orders:
            first = order[0]
            if not any(first in other[1:] for other in orders):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(first)
        orders = [[cls for cls in order if cls is not first] for order in orders]
        orders = [order for order in orders if order]
    return merged


def _c3_mro(cls, abcs=()):
    """The method resolution order of a class with abstract classes that it only implies put in."""
    bases = cls.__bases__
    # Bases up to the last abstract one come before what is implied.
    boundary = max((place for place, base in enumerate(bases, 1)
                    if hasattr(base, "__abstractmethods__")), default=0)
    new = [abstract for abstract in abcs
           if issubclass(cls, abstract) and not any(issubclass(base, abstract) for base in bases)]
    inherited = [abstract for abstract in abcs if abstract not in new]
    groups = [list(bases[:boundary]), new, list(bases[boundary:])]
    orders = [_c3_mro(base, inherited) for group in groups for base in group]
    return _c3_merge([[cls], *orders, *groups])


def _compose_mro(cls, registered):
    """The order of a class, with those registered classes that it implies."""
    own = set(cls.__mro__)
    related = [other for other in registered
               if other not in own and hasattr(other, "__mro__")
               and not isinstance(other, GenericAlias) and issubclass(cls, other)]
    related = [one for one in related
               if not any(one is not other and one in other.__mro__ for other in related)]
    implied = []
    for one in related:
        chains = [[step for step in child.__mro__ if step in related]
                  for child in one.__subclasses__()
                  if child not in own and issubclass(cls, child)]
        chains.sort(key=len, reverse=True)
        for step in [step for chain in chains for step in chain] or [one]:
            if step not in implied:
                implied.append(step)
    return _c3_mro(cls, implied)


def _find_impl(cls, registry):
    """What is registered for the nearest class; two that are equally near are refused."""
    match = None
    for candidate in _compose_mro(cls, registry.keys()):
        if match is not None:
            own = cls.__mro__
            if (candidate in registry and candidate not in own and match not in own
                    and not issubclass(match, candidate)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {candidate}")
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


def _is_union(cls):
    if isinstance(cls, type) or isinstance(cls, _UnionType):
        return isinstance(cls, _UnionType)
    from typing import Union, get_origin
    return get_origin(cls) is Union


def _is_dispatchable(cls):
    if _is_union(cls):
        return all(isinstance(arg, type) for arg in cls.__args__)
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def singledispatch(func):
    """Makes a function generic in the class of its first argument."""
    import weakref
    registry, found, token = {}, weakref.WeakKeyDictionary(), None

    def dispatch(cls):
        """What is called for arguments of this class."""
        nonlocal token
        if token is not None:
            # An abstract class may have got a subclass since.
            now = get_cache_token()
            if now != token:
                found.clear()
                token = now
        try:
            return found[cls]
        except KeyError:
            implementation = registry[cls] if cls in registry else _find_impl(cls, registry)
            found[cls] = implementation
            return implementation

    def register(cls, func=None):
        """Registers what is to be called for a class; also a decorator."""
        nonlocal token
        if _is_dispatchable(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either "
                    "`@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not _is_dispatchable(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {name!r}. "
                                    f"{cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
            if token is None and hasattr(each, "__abstractmethods__"):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register, wrapper.dispatch = register, dispatch
    wrapper.registry, wrapper._clear_cache = _MappingProxyType(registry), found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """The same for methods: the first argument after self decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        from weakref import WeakKeyDictionary
        self.dispatcher, self.func = singledispatch(func), func
        # What instances were given before; None from the first one on that cannot be remembered.
        self._method_cache = WeakKeyDictionary()

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __get__(self, obj, cls=None):
        if self._method_cache is not None:
            try:
                return self._method_cache[obj]
            except TypeError:
                self._method_cache = None
            except KeyError:
                pass
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        if self._method_cache is not None:
            self._method_cache[obj] = _method
        return _method
