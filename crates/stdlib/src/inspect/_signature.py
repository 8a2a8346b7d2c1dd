"""What callables take: the part of `inspect` about signatures."""

import enum
import functools
import keyword
import sys
import types
from _annotations import format_annotation
from collections import OrderedDict
from types import FunctionType, MethodType, ModuleType

_own_name = __name__
# The classes are those of `inspect`.
__name__ = "inspect"

_WrapperDescriptor = type(type.__call__)
_MethodWrapper = type(all.__call__)
_ClassMethodDescriptor = type(int.__dict__["from_bytes"])
_BuiltinTypes = (type(len), _MethodWrapper, _WrapperDescriptor, type(str.join),
                 _ClassMethodDescriptor)
_NotUserDefined = (_WrapperDescriptor, _MethodWrapper, _ClassMethodDescriptor, type(len))


class _void:
    """Marks what is not given."""


class _empty:
    """Marks a parameter without a default or an annotation."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        number = len(cls.__members__)
        member = int.__new__(cls, number)
        member._value_ = number
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
_POSITIONAL = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD)
_VARIADIC = (_VAR_POSITIONAL, _VAR_KEYWORD)


class Parameter:
    """One parameter: its name, kind, default and annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in _VARIADIC:
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[0] == "." and name[1:].isdigit():
            # The iterable that a comprehension is handed.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword "
                                 f"arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        is_keyword = keyword.iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {"_default": self._default, "_annotation": self._annotation})

    def __setstate__(self, state):
        self._default, self._annotation = state["_default"], state["_annotation"]

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """The same but for what is given."""
        return type(self)(self._name if name is _void else name,
                          self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    __replace__ = replace

    def __str__(self):
        shown = self._name
        if self._annotation is not _empty:
            shown = f"{shown}: {format_annotation(self._annotation)}"
        if self._default is not _empty:
            equals = "=" if self._annotation is _empty else " = "
            shown = f"{shown}{equals}{self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            return "*" + shown
        return "**" + shown if self._kind == _VAR_KEYWORD else shown

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind
                and self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    """Arguments by the names of their parameters."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        """The positional arguments."""
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            if parameter.kind == _VAR_POSITIONAL:
                found.extend(value)
            else:
                found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        """The arguments that are given by keyword."""
        found, by_keyword = {}, False
        for name, parameter in self._signature.parameters.items():
            if not by_keyword:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_keyword = True
                elif name not in self.arguments:
                    # Those behind a missing one can only be given by keyword.
                    by_keyword = True
                    continue
            if by_keyword and name in self.arguments:
                if parameter.kind == _VAR_KEYWORD:
                    found.update(self.arguments[name])
                else:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Adds the defaults of what is not given."""
        filled = []
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled.append((name, self.arguments[name]))
            elif parameter.default is not _empty:
                filled.append((name, parameter.default))
            elif parameter.kind is _VAR_POSITIONAL:
                filled.append((name, ()))
            elif parameter.kind is _VAR_KEYWORD:
                filled.append((name, {}))
        self.arguments = dict(filled)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature, self.arguments = state["_signature"], state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{self.__class__.__name__} ({shown})>"


class Signature:
    """The parameters of a callable and the annotation of what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = () if parameters is None else parameters
        if __validate_parameters__:
            parameters = _validated(parameters)
        else:
            parameters = OrderedDict((parameter.name, parameter) for parameter in parameters)
        self._parameters = types.MappingProxyType(parameters)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _Search(cls, follow_wrapped, globals, locals, eval_str).of(obj)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """The same but for what is given."""
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    __replace__ = replace

    def _hash_basis(self):
        plain = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        by_keyword = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return plain, by_keyword, self.return_annotation

    def __hash__(self):
        plain, by_keyword, returns = self._hash_basis()
        return hash((plain, frozenset(by_keyword.values()), returns))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        """Assigns arguments to parameters, as a call does."""
        arguments, left = {}, list(self.parameters.values())
        args = list(args)
        at = 0
        positional_only_by_keyword = []
        while at < len(args):
            if not left or left[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            parameter = left.pop(0)
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = tuple(args[at:])
                at = len(args)
                break
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = args[at]
            at += 1
        while left and left[0].kind != _VAR_POSITIONAL:
            parameter = left[0]
            if parameter.name in kwargs:
                if parameter.kind != _POSITIONAL_ONLY:
                    break
                positional_only_by_keyword.append(left.pop(0))
                continue
            if partial or parameter.kind == _VAR_KEYWORD or parameter.default is not _empty:
                break
            kind = " keyword-only" if parameter.kind == _KEYWORD_ONLY else ""
            raise TypeError(f"missing a required{kind} argument: {parameter.name!r}")
        rest = None
        for parameter in left:
            name = parameter.name
            if parameter.kind == _VAR_KEYWORD:
                rest = parameter
            elif parameter.kind == _VAR_POSITIONAL:
                continue
            elif name in kwargs:
                if parameter.kind == _POSITIONAL_ONLY:
                    positional_only_by_keyword.append(parameter)
                else:
                    arguments[name] = kwargs.pop(name)
            elif not partial and parameter.default is _empty:
                raise TypeError(f"missing a required argument: {name!r}")
        if kwargs:
            if rest is not None:
                arguments[rest.name] = kwargs
            elif positional_only_by_keyword:
                names = ", ".join(parameter.name for parameter in positional_only_by_keyword)
                raise TypeError("got some positional-only arguments passed as keyword arguments: "
                                f"{names!r}")
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """The arguments of a call by the names of their parameters; a TypeError if the call would
        be one."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """The same where arguments may be missing."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {"_return_annotation": self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        """The text of it, with a line for each parameter if it is wider than that."""
        parts, slash, star = [], False, True
        for parameter in self.parameters.values():
            if parameter.kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if parameter.kind == _VAR_POSITIONAL:
                star = False
            elif parameter.kind == _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        shown = f"({', '.join(parts)})"
        if max_width is not None and len(shown) > max_width:
            shown = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self.return_annotation is not _empty:
            shown += f" -> {format_annotation(self.return_annotation)}"
        return shown


def _validated(parameters):
    """The parameters by name; a ValueError if no function can have them."""
    found, top, seen_default = OrderedDict(), _POSITIONAL_ONLY, False
    for parameter in parameters:
        kind, name = parameter.kind, parameter.name
        if kind < top:
            raise ValueError(f"wrong parameter order: {top.description} parameter before "
                             f"{kind.description} parameter")
        top = kind
        if kind in _POSITIONAL:
            if parameter.default is not _empty:
                seen_default = True
            elif seen_default:
                raise ValueError("non-default argument follows default argument")
        if name in found:
            raise ValueError(f"duplicate parameter name: {name!r}")
        found[name] = parameter
    return found


def unwrap(func, *, stop=None):
    """What is at the end of the chain of `__wrapped__`; `stop` may end it sooner."""
    first, seen = func, {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen[id(func)] = func
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of the annotations of a class, module or callable; texts are evaluated on demand."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__", None)
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        module = sys.modules.get(getattr(obj, "__module__", None) or "")
        own_globals = getattr(module, "__dict__", None)
        own_locals = dict(vars(obj))
        wrapped = obj
    elif isinstance(obj, ModuleType):
        found = getattr(obj, "__annotations__", None)
        own_globals, own_locals, wrapped = obj.__dict__, None, None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        own_globals, own_locals, wrapped = getattr(obj, "__globals__", None), None, obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    while wrapped is not None:
        if hasattr(wrapped, "__wrapped__"):
            wrapped = wrapped.__wrapped__
        elif isinstance(wrapped, functools.partial):
            wrapped = wrapped.func
        else:
            own_globals = getattr(wrapped, "__globals__", own_globals)
            break
    globals = own_globals if globals is None else globals
    locals = (own_locals or {}) if locals is None else locals
    if parameters := getattr(obj, "__type_params__", ()):
        locals = {p.__name__: p for p in parameters} | locals
    return {key: eval(value, globals, locals) if isinstance(value, str) else value
            for key, value in found.items()}


def _descriptor_get(descriptor, obj):
    """What a descriptor makes for an object."""
    if isinstance(descriptor, type):
        return descriptor
    get = getattr(type(descriptor), "__get__", None)
    return descriptor if get is None else get(descriptor, obj, type(obj))


def _is_functionlike(obj):
    """Whether it has what functions have, without being one."""
    if not callable(obj) or isinstance(obj, type):
        return False
    return (isinstance(getattr(obj, "__name__", None), str)
            and isinstance(getattr(obj, "__code__", None), types.CodeType)
            and isinstance(getattr(obj, "__defaults__", _void), (tuple, type(None)))
            and isinstance(getattr(obj, "__kwdefaults__", _void), (dict, type(None)))
            and isinstance(getattr(obj, "__annotations__", None), (dict, type(None))))


def _without_first(signature):
    """The signature of a bound method."""
    parameters = tuple(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind in _POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


class _Search:
    """How the signature of a callable is looked for."""

    def __init__(self, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False,
                 skip_bound=True):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.namespaces = {"globals": globals, "locals": locals, "eval_str": eval_str}
        self.skip_bound = skip_bound

    def of(self, obj):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, MethodType):
            signature = self.of(obj.__func__)
            return _without_first(signature) if self.skip_bound else signature
        if self.follow_wrapped:
            obj = unwrap(obj, stop=lambda f: (
                hasattr(f, "__signature__") or isinstance(f, MethodType)))
            if isinstance(obj, MethodType):
                return self.of(obj)
        signature = getattr(obj, "__signature__", None)
        if signature is not None:
            return self.given(obj, signature)
        partialmethod = getattr(obj, "__partialmethod__", None)
        if isinstance(partialmethod, functools.partialmethod):
            return self.partial_method(partialmethod)
        if isinstance(obj, FunctionType) or _is_functionlike(obj):
            text = getattr(obj, "__text_signature__", None)
            return self.text(obj, text) if text else self.function(obj)
        if isinstance(obj, _BuiltinTypes) or obj is type or obj is object:
            text = getattr(obj, "__text_signature__", None)
            if not text:
                raise ValueError(f"no signature found for builtin {obj!r}")
            return self.text(obj, text)
        if isinstance(obj, functools.partial):
            return self.partial(self.of(obj.func), obj)
        if isinstance(obj, type):
            return self.type(obj)
        text = getattr(obj, "__text_signature__", None)
        if text:
            return self.text(obj, text)
        call = _static_class_attribute(type(obj), "__call__")
        if call is not None:
            return self.of(_descriptor_get(call, obj))
        raise ValueError(f"callable {obj!r} is not supported by signature")

    def given(self, obj, signature):
        """What stands in `__signature__`."""
        made = signature
        if not isinstance(made, (Signature, str)) and callable(made):
            made = made()
        if isinstance(made, str):
            return self.text(obj, made)
        if not isinstance(made, Signature):
            raise TypeError(f"unexpected object {signature!r} in __signature__ attribute")
        return made

    def function(self, func):
        code = func.__code__
        names, count = code.co_varnames, code.co_argcount
        annotations = get_annotations(func, **self.namespaces)
        defaults, kwdefaults = func.__defaults__ or (), func.__kwdefaults__ or {}
        make, found = self.cls._parameter_cls, []
        for i, name in enumerate(names[:count]):
            kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
            default = defaults[i - count] if i >= count - len(defaults) else _empty
            found.append(make(name, kind, default=default,
                              annotation=annotations.get(name, _empty)))
        end = count + code.co_kwonlyargcount
        after = end
        if code.co_flags & 4:
            name = names[after]
            found.append(make(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
            after += 1
        for name in names[count:end]:
            found.append(make(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                              annotation=annotations.get(name, _empty)))
        if code.co_flags & 8:
            name = names[after]
            found.append(make(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
        return self.cls(found, return_annotation=annotations.get("return", _empty),
                        __validate_parameters__=type(func) is not FunctionType)

    def text(self, obj, text):
        """A signature of native callables: Python's syntax, with `$` before what is bound."""
        namespace = {"sys": sys}
        module = sys.modules.get(getattr(obj, "__module__", None) or "")
        source = text.replace("$", "")
        scope = dict(getattr(module, "__dict__", {}), **namespace)
        made = {}
        try:
            exec(f"def signature{source}: pass", scope, made)
        except Exception:
            raise ValueError(f"{obj!r} builtin has invalid signature") from None
        signature = _Search(self.cls).function(made["signature"])
        parameters = list(signature.parameters.values())
        if "$" in text and parameters:
            bound = getattr(obj, "__self__", None)
            if bound is not None and (isinstance(bound, ModuleType) or self.skip_bound):
                parameters.pop(0)
            else:
                parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
        return self.cls(parameters, return_annotation=signature.return_annotation)

    def partial(self, wrapped, partial, extra=()):
        """What is left of a signature when some arguments are given."""
        parameters = dict(wrapped.parameters)
        args = extra + (partial.args or ())
        given = partial.keywords or {}
        try:
            bound = wrapped.bind_partial(*args, **given)
        except TypeError as error:
            raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
        by_keyword = False
        for name, parameter in wrapped.parameters.items():
            if name in bound.arguments:
                value = bound.arguments[name]
                if parameter.kind is _POSITIONAL_ONLY:
                    parameters.pop(name)
                    continue
                if parameter.kind is _POSITIONAL_OR_KEYWORD:
                    if name in given:
                        # What follows can be given by keyword only.
                        by_keyword = True
                        parameters[name] = parameter.replace(default=value)
                    else:
                        parameters.pop(name)
                        continue
                if parameter.kind is _KEYWORD_ONLY:
                    parameters[name] = parameter.replace(default=value)
            if by_keyword:
                if parameter.kind is _POSITIONAL_OR_KEYWORD:
                    moved = parameters.pop(name)
                    parameters[name] = moved.replace(kind=_KEYWORD_ONLY)
                elif parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                    parameters[name] = parameters.pop(name)
                elif parameter.kind is _VAR_POSITIONAL:
                    parameters.pop(name)
        return wrapped.replace(parameters=parameters.values())

    def partial_method(self, partialmethod):
        wrapped = self.of(partialmethod.func)
        signature = self.partial(wrapped, partialmethod, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return signature
        return signature.replace(parameters=(first, *signature.parameters.values()))

    def type(self, cls):
        call = self.user_defined(type(cls), "__call__", cls)
        if call is not None:
            return self.of(call)
        new, init = self.user_defined(cls, "__new__"), self.user_defined(cls, "__init__")
        for base in cls.__mro__:
            if new is not None and "__new__" in base.__dict__:
                signature = self.of(new)
                return _without_first(signature) if self.skip_bound else signature
            if init is not None and "__init__" in base.__dict__:
                return self.of(init)
        for base in cls.__mro__[:-1]:
            text = getattr(base, "__text_signature__", None)
            if text:
                return self.text(base, text)
        if type not in cls.__mro__:
            if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
                return self.cls.from_callable(object)
            raise ValueError(f"no signature found for builtin type {cls!r}")
        raise ValueError(f"callable {cls!r} is not supported by signature")

    def user_defined(self, cls, name, obj=None):
        """A class's method, unless it is native."""
        if name == "__new__":
            method = getattr(cls, name, None)
        else:
            method = _static_class_attribute(cls, name)
        if method is None:
            return None
        if isinstance(method, _NotUserDefined):
            return None
        return method if name == "__new__" else _descriptor_get(method, cls if obj is None else obj)


def _static_class_attribute(cls, name):
    """What a class or a base of it has under a name, without asking a descriptor."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals,
                                   locals=locals, eval_str=eval_str)


__name__ = _own_name
