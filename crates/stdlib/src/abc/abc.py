"""Abstract base classes."""

from _abc import _derives_from_any, _set_collection
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A static method that subclasses must define."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that subclasses must define."""

    __isabstractmethod__ = True


class _Classes:
    """Classes, held weakly."""

    __slots__ = ("references",)

    def __init__(self):
        self.references = set()

    def __contains__(self, cls):
        return _ref(cls) in self.references

    def __iter__(self):
        for reference in list(self.references):
            cls = reference()
            if cls is not None:
                yield cls

    def add(self, cls):
        self.references.add(_ref(cls, self.references.discard))

    def clear(self):
        self.references.clear()


class _abc_data:
    """What an abstract base class knows of other classes."""

    __module__ = "_abc"
    __slots__ = ("registry", "accepted", "refused", "token")

    def __init__(self):
        self.registry, self.accepted, self.refused = _Classes(), _Classes(), _Classes()
        self.token = _token


# Counts registrations: what was refused before one may be accepted after it.
_token = 0


def get_cache_token():
    """A number that changes with every registration."""
    return _token


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items()
             if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes: instances are told by registration too."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        flags = namespace.get("__abc_tpflags__")
        if isinstance(flags, int) and flags & 0x60 == 0x60:
            raise TypeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and "
                            "Py_TPFLAGS_MAPPING")
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        if flags is not None:
            type.__delattr__(cls, "__abc_tpflags__")
            _set_collection(cls, flags)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Makes a class a virtual subclass."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.add(subclass)
        _token += 1
        _set_collection(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        """Whether it says to be, or is, an instance of a subclass."""
        claimed, real = instance.__class__, type(instance)
        if cls.__subclasscheck__(claimed):
            return True
        return real is not claimed and cls.__subclasscheck__(real)

    def __subclasscheck__(cls, subclass):
        """Whether the hook, the order of classes or a registration make it a subclass."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        if subclass in data.accepted:
            return True
        if data.token < _token:
            data.refused.clear()
            data.token = _token
        elif subclass in data.refused:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (cls in getattr(subclass, "__mro__", ())
                      or _derives_from_any(subclass, data.registry.references)
                      or _derives_from_any(subclass, cls.__subclasses__()))
        elif answer is not True and answer is not False:
            raise AssertionError(
                "__subclasshook__ must return either False, True, or NotImplemented")
        (data.accepted if answer else data.refused).add(subclass)
        return answer

    def _abc_registry_clear(cls):
        """Forgets the classes that were registered."""
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        """Forgets what was found of classes."""
        cls._abc_impl.accepted.clear()
        cls._abc_impl.refused.clear()

    def _dump_registry(cls, file=None):
        """Prints what is known of other classes."""
        data = cls._abc_impl
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {data.registry.references!r}", file=file)
        print(f"_abc_cache: {data.accepted.references!r}", file=file)
        print(f"_abc_negative_cache: {data.refused.references!r}", file=file)
        print(f"_abc_negative_cache_version: {data.token!r}", file=file)


def update_abstractmethods(cls):
    """Computes anew which methods of a class are abstract."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    """A base class with the metaclass."""

    __slots__ = ()
