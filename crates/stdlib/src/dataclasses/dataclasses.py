"""Classes whose methods are made of their annotations."""

import abc
import keyword
import sys
from _annotations import format_annotation as _format_annotation
from reprlib import recursive_repr as _recursive_repr
from types import FunctionType as _FunctionType, GenericAlias as _GenericAlias
from types import MappingProxyType as _MappingProxyType
from types import MemberDescriptorType as _MemberDescriptorType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class FrozenInstanceError(AttributeError):
    """An attribute of an instance that does not change was to be set or deleted."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = _MappingProxyType({})


class _FIELD_BASE:
    """What a field is: one of the instance, of the class, or an argument of __init__ only."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class InitVar:
    """Marks an argument of __init__ that is handed to __post_init__ and not kept."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field; made by field() and by the decorator."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr()
    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only")
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"Field({shown},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        # The default is what stands in the class: it hears of its name as if it stood there.
        hear = getattr(type(self.default), "__set_name__", None)
        if hear:
            hear(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    """The arguments of the decorator."""

    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                 "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                 weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        shown = ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"_DataclassParams({shown})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Says more of a field than its annotation and its default do."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _fields_in_init_order(fields):
    """The arguments of __init__ that may be positional, and those that are keywords only."""
    return (tuple(f for f in fields if f.init and not f.kw_only),
            tuple(f for f in fields if f.init and f.kw_only))


class _FuncBuilder:
    """Collects the sources of a class's methods and makes the methods in one go."""

    def __init__(self, globals):
        self.globals = globals
        self.names = []
        self.source = []
        self.locals = {}
        self.overwrite_errors = {}
        self.unconditional = set()

    def add_fn(self, name, args, body, *, annotated=False, decorator=None, overwrite_error=False,
               unconditional=False):
        """One method; its body is lines."""
        self.names.append(name)
        if overwrite_error:
            self.overwrite_errors[name] = overwrite_error
        if unconditional:
            self.unconditional.add(name)
        if decorator:
            self.source.append(f" {decorator}")
        returns = "->__dataclass_return_type__" if annotated else ""
        self.source.append(f" def {name}({','.join(args)}){returns}:")
        self.source += [f"  {line}" for line in body]

    def add_fns_to_class(self, cls):
        if not self.names:
            return
        names = ",".join(self.locals)
        source = [f"def __create_fn__({names}):", *self.source,
                  f" return ({','.join(self.names)},)"]
        namespace = {}
        exec("\n".join(source), self.globals, namespace)
        for name, made in zip(self.names, namespace["__create_fn__"](**self.locals)):
            made.__qualname__ = f"{cls.__qualname__}.{name}"
            if name in self.unconditional:
                setattr(cls, name, made)
                continue
            exists = _set_new_attribute(cls, name, made)
            error = self.overwrite_errors.get(name)
            if exists and error:
                message = f"Cannot overwrite attribute {name} in class {cls.__name__}"
                raise TypeError(message if error is True else f"{message} {error}")


def _set_new_attribute(cls, name, value):
    """Sets an attribute that the class does not have of its own; whether it has."""
    if name in cls.__dict__:
        return True
    if isinstance(value, _FunctionType):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    setattr(cls, name, value)
    return False


def _init_param(f):
    """The parameter of a field."""
    if f.default is not MISSING:
        default = f"=__dataclass_dflt_{f.name}__"
    elif f.default_factory is not MISSING:
        default = "=__dataclass_HAS_DEFAULT_FACTORY__"
    else:
        default = ""
    return f"{f.name}:__dataclass_type_{f.name}__{default}"


def _field_init(f, frozen, locals, self_name, slots):
    """The line of __init__ that sets a field, if there is one."""
    default_name = f"__dataclass_dflt_{f.name}__"
    if f.default_factory is not MISSING:
        locals[default_name] = f.default_factory
        value = f"{default_name}()"
        if f.init:
            value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
    elif f.init:
        if f.default is not MISSING:
            locals[default_name] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        locals[default_name] = f.default
        value = default_name
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})"
    return f"{self_name}.{f.name}={value}"


def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, builder, slots):
    seen = None
    for f in std_fields:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen:
            raise TypeError(f"non-default argument {f.name!r} follows default argument "
                            f"{seen.name!r}")
    locals = builder.locals
    locals.update({f"__dataclass_type_{f.name}__": f.type for f in fields},
                  __dataclass_HAS_DEFAULT_FACTORY__=_HAS_DEFAULT_FACTORY,
                  __dataclass_builtins_object__=object, __dataclass_return_type__=None)
    body = []
    for f in fields:
        line = _field_init(f, frozen, locals, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        arguments = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT_NAME}({arguments})")
    parameters = [self_name, *map(_init_param, std_fields)]
    if kw_only_fields:
        parameters += ["*", *map(_init_param, kw_only_fields)]
    builder.add_fn("__init__", parameters, body or ["pass"], annotated=True)


def _add_repr(fields, builder):
    builder.locals["__dataclass_recursive_repr__"] = _recursive_repr
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields)
    builder.add_fn("__repr__", ("self",),
                   [f'return f"{{self.__class__.__qualname__}}({shown})"'],
                   decorator="@__dataclass_recursive_repr__()")


def _add_eq(fields, builder):
    terms = [f"self.{f.name}==other.{f.name}" for f in fields]
    builder.add_fn("__eq__", ("self", "other"), [
        "if self is other:",
        " return True",
        "if other.__class__ is self.__class__:",
        f" return {' and '.join(terms) or 'True'}",
        "return NotImplemented"])


def _add_order(fields, builder):
    own = f"({''.join(f'self.{f.name},' for f in fields)})"
    other = f"({''.join(f'other.{f.name},' for f in fields)})"
    for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        builder.add_fn(name, ("self", "other"), [
            "if other.__class__ is self.__class__:",
            f" return {own}{operator}{other}",
            "return NotImplemented"],
            overwrite_error="Consider using functools.total_ordering")


def _add_frozen(cls, fields, builder):
    builder.locals.update(__dataclass_cls__=cls,
                          __dataclass_FrozenInstanceError__=FrozenInstanceError)
    condition = "type(self) is __dataclass_cls__"
    if fields:
        condition += " or name in {" + ", ".join(repr(f.name) for f in fields) + "}"
    builder.add_fn("__setattr__", ("self", "name", "value"), [
        f"if {condition}:",
        ' raise __dataclass_FrozenInstanceError__(f"cannot assign to field {name!r}")',
        "super(__dataclass_cls__, self).__setattr__(name, value)"], overwrite_error=True)
    builder.add_fn("__delattr__", ("self", "name"), [
        f"if {condition}:",
        ' raise __dataclass_FrozenInstanceError__(f"cannot delete field {name!r}")',
        "super(__dataclass_cls__, self).__delattr__(name)"], overwrite_error=True)


def _hash_set_none(cls, fields, builder):
    cls.__hash__ = None


def _hash_add(cls, fields, builder):
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    own = f"({''.join(f'self.{f.name},' for f in hashed)})"
    builder.add_fn("__hash__", ("self",), [f"return hash({own})"], unconditional=True)


def _hash_exception(cls, fields, builder):
    raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")


def _hash_action(unsafe_hash, eq, frozen, has_explicit_hash):
    """What is done about __hash__, if anything."""
    if unsafe_hash:
        return _hash_exception if has_explicit_hash else _hash_add
    if not eq or has_explicit_hash:
        return None
    return _hash_add if frozen else _hash_set_none


def _is_classvar(a_type, typing):
    return (a_type is typing.ClassVar
            or type(a_type) is typing._GenericAlias and a_type.__origin__ is typing.ClassVar)


def _is_initvar(a_type, dataclasses):
    return a_type is dataclasses.InitVar or type(a_type) is dataclasses.InitVar


def _is_kw_only(a_type, dataclasses):
    return a_type is dataclasses.KW_ONLY


def _leading_names(text):
    """The name that an annotation begins with, and the module's before it."""
    def word(text):
        text = text.lstrip()
        end = 0
        while end < len(text) and (text[end] == "_" or text[end].isalnum()):
            end += 1
        return text[:end], text[end:]

    first, rest = word(text)
    after = rest.lstrip()
    if first and after.startswith("."):
        second, _ = word(after[1:])
        if second:
            return first, second
    return None, first


def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
    """Whether an annotation that is a text names such a type, as far as its beginning tells."""
    module_name, name = _leading_names(annotation)
    if not name:
        return False
    module = sys.modules.get(cls.__module__)
    if module_name:
        if not module or module.__dict__.get(module_name) is not a_module:
            return False
        namespace = a_module.__dict__
    else:
        namespace = module.__dict__ if module else None
    return bool(namespace) and is_type_predicate(namespace.get(name), a_module)


def _get_field(cls, a_name, a_type, default_kw_only):
    """The field of an annotation and of what the class has under the name."""
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, _MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name, f.type = a_name, a_type
    f._field_type = _FIELD
    typing = sys.modules.get("typing")
    if typing and (_is_classvar(a_type, typing) or isinstance(a_type, str) and _is_type(
            a_type, cls, typing, typing.ClassVar, _is_classvar)):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        own = sys.modules[__name__]
        if _is_initvar(a_type, own) or isinstance(a_type, str) and _is_type(
                a_type, cls, own, own.InitVar, _is_initvar):
            f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: "
                         "use default_factory")
    return f


def _collect_fields(cls, kw_only):
    """The fields of the class's own annotations."""
    own = sys.modules[__name__]
    annotations = cls.__dict__.get("__annotations__", {})
    found, seen = [], False
    for name, a_type in annotations.items():
        if _is_kw_only(a_type, own) or isinstance(a_type, str) and _is_type(
                a_type, cls, own, own.KW_ONLY, _is_kw_only):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            found.append(_get_field(cls, name, a_type, kw_only))
    for f in found:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                # The class shall not show what describes the field.
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def _signature_text(cls, std_fields, kw_only_fields, made):
    """How the class is called. Where that is what the fields say, nothing else is asked."""
    plain = (made and type(cls).__call__ is type.__call__ and cls.__new__ is object.__new__
             and cls.__init__ is cls.__dict__.get("__init__"))
    if not plain:
        import inspect
        try:
            return str(inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            return ""

    def parameter(f):
        text = f"{f.name}: {_format_annotation(f.type)}"
        if f.default is not MISSING:
            return f"{text} = {f.default!r}"
        return text if f.default_factory is MISSING else f"{text} = {_HAS_DEFAULT_FACTORY!r}"

    shown = [parameter(f) for f in std_fields]
    if kw_only_fields:
        shown += ["*", *map(parameter, kw_only_fields)]
    return f"({', '.join(shown)})".replace(" -> None", "")


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    fields = {}
    module = sys.modules.get(cls.__module__)
    globals = module.__dict__ if module else {}
    setattr(cls, _PARAMS, _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            fields.update(base_fields)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    for f in _collect_fields(cls, kw_only):
        fields[f.name] = f
    if any(frozen_bases) and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if not all(frozen_bases) and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    # A class that only defines __eq__ has __hash__ = None without having said so.
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (
        class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    builder = _FuncBuilder(globals)
    arguments = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    std_fields, kw_only_fields = _fields_in_init_order(arguments)
    if init:
        _init_fn(arguments, std_fields, kw_only_fields, frozen, hasattr(cls, _POST_INIT_NAME),
                 "__dataclass_self__" if "self" in fields else "self", builder, slots)
    _set_new_attribute(cls, "__replace__", _replace)
    own = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _add_repr([f for f in own if f.repr], builder)
    compared = [f for f in own if f.compare]
    if eq:
        _add_eq(compared, builder)
    if order:
        _add_order(compared, builder)
    if frozen:
        _add_frozen(cls, own, builder)
    action = _hash_action(bool(unsafe_hash), bool(eq), bool(frozen), has_explicit_hash)
    if action:
        action(cls, own, builder)
    had = frozenset(cls.__dict__)
    builder.add_fns_to_class(cls)
    if not getattr(cls, "__doc__"):
        made = init and "__init__" not in had
        cls.__doc__ = cls.__name__ + _signature_text(cls, std_fields, kw_only_fields, made)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std_fields))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        # The class may refuse to set attributes.
        object.__setattr__(self, f.name, value)


def _get_slots(cls):
    """The slots that a class adds."""
    own = cls.__dict__.get("__slots__")
    if own is None:
        if getattr(cls, "__weakrefoffset__", -1) != 0:
            yield "__weakref__"
        if getattr(cls, "__dictoffset__", -1) != 0:
            yield "__dict__"
    elif isinstance(own, str):
        yield own
    elif not hasattr(own, "__next__"):
        yield from own
    else:
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, is_frozen, weakref_slot):
    """The class again, with slots: they cannot be added to one that exists."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {name for base in cls.__mro__[1:-1] for name in _get_slots(base)}
    wanted = names + (("__weakref__",) if weakref_slot else ())
    namespace["__slots__"] = tuple(name for name in wanted if name not in inherited)
    for name in (*names, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        # The fields cannot be set from outside when a copy is filled.
        if "__getstate__" not in namespace:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _dataclass_setstate
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds methods to a class: an __init__ that takes its fields, and those that are asked for."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


_ATOMIC_TYPES = frozenset((
    type(None), bool, int, float, str, complex, bytes, type(Ellipsis), type(NotImplemented),
    type(len), _FunctionType, type, range, property))


def _inner(obj, instance):
    """A copy of a value in which `instance` has replaced the instances of dataclasses."""
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if hasattr(kind, _FIELDS):
        return instance(obj)
    if issubclass(kind, tuple):
        items = [_inner(item, instance) for item in obj]
        # A named tuple takes its items one by one.
        return kind(*items) if hasattr(obj, "_fields") else kind(items)
    if issubclass(kind, list):
        return kind([_inner(item, instance) for item in obj])
    if issubclass(kind, dict):
        items = ((_inner(key, instance), _inner(item, instance)) for key, item in obj.items())
        if hasattr(kind, "default_factory"):
            made = kind(obj.default_factory)
            for key, item in items:
                made[key] = item
            return made
        return kind(items)
    import copy
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, those of instances inside too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def instance(obj):
        return dict_factory([(f.name, _inner(getattr(obj, f.name), instance))
                             for f in fields(obj)])

    return _inner(obj, instance)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields of an instance as a tuple, those of instances inside too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def instance(obj):
        return tuple_factory([_inner(getattr(obj, f.name), instance) for f in fields(obj)])

    return _inner(obj, instance)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """A new dataclass: fields are names, names with types, or names with types and defaults."""
    import types
    namespace = {} if namespace is None else namespace
    seen, annotations, defaults = set(), {}, {}
    for item in fields:
        if isinstance(item, str):
            name, a_type = item, "typing.Any"
        elif len(item) == 2:
            name, a_type = item
        elif len(item) == 3:
            name, a_type, defaults[name] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = a_type

    def fill(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    if module is None:
        module = sys._getframe(1).f_globals.get("__name__", "__main__")
    cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance with the fields of another but for those that are given."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be "
                                "specified with replace()")
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
