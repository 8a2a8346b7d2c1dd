"""Questions about live objects: what they are, what they take, where they come from."""

import builtins as _builtins
import functools
import linecache
import sys
import types
from _annotations import format_annotation as _format_annotation
from _signature import (BoundArguments, Parameter, Signature, _empty, _is_functionlike,
                        _ParameterKind, _Search, _void, get_annotations, signature, unwrap)
from abc import ABCMeta
from collections import namedtuple

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments",
    "Attribute", "BlockFinder", "BoundArguments", "BufferFlags", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING",
    "CORO_SUSPENDED", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR",
    "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED",
    "CO_VARARGS", "CO_VARKEYWORDS", "ClassFoundException", "ClosureVars", "EndOfBlock",
    "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED",
    "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT", "Traceback", "classify_class_attrs",
    "cleandoc", "currentframe", "findsource", "formatannotation", "formatannotationrelativeto",
    "formatargvalues", "get_annotations", "getabsfile", "getargs", "getargvalues",
    "getasyncgenlocals", "getasyncgenstate", "getattr_static", "getblock", "getcallargs",
    "getclasstree", "getclosurevars", "getcomments", "getcoroutinelocals", "getcoroutinestate",
    "getdoc", "getfile", "getframeinfo", "getfullargspec", "getgeneratorlocals",
    "getgeneratorstate", "getinnerframes", "getlineno", "getmembers", "getmembers_static",
    "getmodule", "getmodulename", "getmro", "getouterframes", "getsource", "getsourcefile",
    "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction",
    "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction",
    "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction",
    "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor",
    "ismethodwrapper", "ismodule", "isroutine", "istraceback", "markcoroutinefunction",
    "signature", "stack", "trace", "unwrap", "walktree"]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a bound method written in Python."""
    return isinstance(object, types.MethodType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def ismethoddescriptor(object):
    """Whether it is a descriptor with __get__ but without __set__ or __delete__, and nothing that
    another of these predicates takes."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, functools.partial):
        # It is told apart from methods although it has __get__.
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(
        kind, "__delete__")


def isdatadescriptor(object):
    """Whether it is a descriptor that sets or deletes."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Whether it is a slot of a class."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is an attribute of a native class."""
    return isinstance(object, types.GetSetDescriptorType)


def _has_code_flag(f, flag):
    """Whether the code of a function has a flag, behind methods and partials."""
    f = functools._unwrap_partialmethod(f) if hasattr(functools, "_unwrap_partialmethod") else f
    while ismethod(f) or isinstance(f, functools.partial):
        f = f.__func__ if ismethod(f) else f.func
    if not (isfunction(f) or _is_functionlike(f)):
        return False
    return bool(f.__code__.co_flags & flag)


_is_coroutine_mark = object()


def isgeneratorfunction(obj):
    """Whether calling it makes a generator."""
    return _has_code_flag(obj, CO_GENERATOR)


def markcoroutinefunction(func):
    """Makes iscoroutinefunction() take a function."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def _is_marked(f):
    while ismethod(f) or isinstance(f, functools.partial):
        f = f.__func__ if ismethod(f) else f.func
    return getattr(f, "_is_coroutine_marker", None) is _is_coroutine_mark


def iscoroutinefunction(obj):
    """Whether calling it makes a coroutine."""
    return _has_code_flag(obj, CO_COROUTINE) or _is_marked(obj)


def isasyncgenfunction(obj):
    """Whether calling it makes an asynchronous generator."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Whether it can be awaited."""
    from collections.abc import Awaitable
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType)
            and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or isinstance(object, Awaitable))


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Whether it is a native function or bound method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a bound special method of a native class."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    """Whether it is a class with abstract methods."""
    if not isinstance(object, type):
        return False
    if getattr(object, "__flags__", 0) & TPFLAGS_IS_ABSTRACT:
        return True
    if not issubclass(type(object), ABCMeta):
        return False
    if "__abstractmethods__" in object.__dict__:
        return bool(object.__abstractmethods__)
    # The class is being made: its abstract methods are not collected yet.
    for value in object.__dict__.values():
        if getattr(value, "__isabstractmethod__", False):
            return True
    return any(getattr(getattr(object, name, None), "__isabstractmethod__", False)
               for base in object.__bases__
               for name in getattr(base, "__abstractmethods__", ()))


def _getmembers(object, predicate, getter):
    found, seen = [], set()
    names = dir(object)
    if isclass(object):
        mro = getmro(object)
        # What is only for instances is not found by getattr().
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    else:
        mro = ()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((name, value))
        seen.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """Names and values of all members that the predicate takes, by name."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same, without asking descriptors."""
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """What a class's attributes are, and which class they come from."""
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls, *mro)
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result, processed = [], set()
    for name in names:
        home = got = from_dict = None
        if name not in processed:
            try:
                if name == "__dict__":
                    raise Exception("__dict__ is special, don't want the proxy")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(got, "__objclass__", home)
                if home not in class_bases:
                    home = last = None
                    for base in class_bases:
                        if getattr(base, name, None) is got:
                            last = base
                    for base in metamro:
                        try:
                            value = base.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if value is got:
                            last = base
                    if last is not None:
                        home = last
        for base in all_bases:
            if name in base.__dict__:
                from_dict = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        value = got if got is not None else from_dict
        if isinstance(from_dict, (staticmethod, types.BuiltinMethodType)):
            kind, value = "static method", from_dict
        elif isinstance(from_dict, (classmethod, types.ClassMethodDescriptorType)):
            kind, value = "class method", from_dict
        elif isinstance(from_dict, property):
            kind, value = "property", from_dict
        else:
            kind = "method" if isroutine(value) else "data"
        result.append(Attribute(name, kind, home, value))
        processed.add(name)
    return result


def getmro(cls):
    """The bases of a class in the order in which they are searched."""
    return cls.__mro__


def walktree(classes, children, parent):
    """The tree of getclasstree() below a class."""
    found = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        found.append((cls, cls.__bases__))
        if cls in children:
            found.append(walktree(children[cls], children, cls))
    return found


def getclasstree(classes, unique=False):
    """The classes as a tree by inheritance: of nested lists, each behind its class."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            if cls not in roots:
                roots.append(cls)
            continue
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


_sentinel = object()
_type_mro = type.__dict__["__mro__"].__get__
_type_dict = type.__dict__["__dict__"].__get__


def _static_mro(cls, name):
    for base in _type_mro(cls):
        if _shadowed_dict(type(base)) is _sentinel and name in _type_dict(base):
            return _type_dict(base)[name]
    return _sentinel


def _shadowed_dict(cls):
    """A `__dict__` that a class defines in place of that of its instances."""
    for base in _type_mro(cls):
        namespace = _type_dict(base)
        if "__dict__" in namespace:
            found = namespace["__dict__"]
            if not (type(found) is types.GetSetDescriptorType and found.__name__ == "__dict__"
                    and found.__objclass__ is base):
                return found
    return _sentinel


def _static_instance(obj, name):
    try:
        namespace = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _sentinel
    return dict.get(namespace, name, _sentinel)


def getattr_static(obj, attr, default=_sentinel):
    """An attribute without asking a descriptor, `__getattr__` or `__getattribute__`."""
    own = _sentinel
    obj_type = type(obj)
    if type not in _type_mro(obj_type):
        cls = obj_type
        shadow = _shadowed_dict(cls)
        if shadow is _sentinel or type(shadow) is types.MemberDescriptorType:
            own = _static_instance(obj, attr)
    else:
        cls = obj
    found = _static_mro(cls, attr)
    if own is not _sentinel and found is not _sentinel:
        kind = type(found)
        if _static_mro(kind, "__get__") is not _sentinel and (
                _static_mro(kind, "__set__") is not _sentinel
                or _static_mro(kind, "__delete__") is not _sentinel):
            return found
    if own is not _sentinel:
        return own
    if found is not _sentinel:
        return found
    if obj is cls:
        # What a class has from its metaclass.
        for base in _type_mro(type(cls)):
            if _shadowed_dict(type(base)) is _sentinel and attr in _type_dict(base):
                return _type_dict(base)[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


# Documentation and source.


def cleandoc(doc):
    """A docstring without the indentation that it has from its place in the program."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")),
                 default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _own_doc(obj):
    try:
        doc = object.__getattribute__(obj, "__doc__")
    except AttributeError:
        return None
    return doc if doc is not None and isinstance(doc, str) else None


def _find_class(func):
    """The class that a function is written in."""
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def _inherited_doc(obj):
    """The docstring of what a class's attribute stands for in the bases."""
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name, own = obj.__func__.__name__, obj.__self__
        if isclass(own) and getattr(getattr(own, name, None), "__func__") is obj.__func__:
            cls = own
        else:
            cls = own.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = _find_class(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isbuiltin(obj):
        name, own = obj.__name__, obj.__self__
        if isclass(own) and own.__qualname__ + "." + name == obj.__qualname__:
            cls = own
        else:
            cls = own.__class__
    elif isinstance(obj, property):
        name = obj.__name__
        cls = _find_class(obj.fget)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name, cls = obj.__name__, obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
        if ismemberdescriptor(obj):
            slots = getattr(cls, "__slots__", None)
            if isinstance(slots, dict) and name in slots:
                return slots[name]
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, cleaned; that of a base where there is none."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


class ClassFoundException(Exception):
    """The source of a class was found."""


class EndOfBlock(Exception):
    """The source of a block ends."""


def getfile(object):
    """The file that something is written in."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was "
                    f"expected, got {type(object).__name__}")


def getmodulename(path):
    """The name of the module that is in a file, if it is one."""
    name = path.rpartition("/")[2]
    for suffix in (".pyc", ".py"):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The file with the source of something, if the host has it."""
    file = getfile(object)
    return file if linecache.getlines(file, getattr(getmodule(object, file), "__dict__", None)) \
        else None


def getabsfile(object, _filename=None):
    """The file with the source of something."""
    return _filename or getsourcefile(object) or getfile(object)


def getmodule(object, _filename=None):
    """The module that something is defined in."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module
    main = sys.modules["__main__"]
    if not hasattr(object, "__name__"):
        return None
    if getattr(main, object.__name__, None) is object:
        return main
    if getattr(_builtins, object.__name__, None) is object:
        return _builtins
    return None


def findsource(object):
    """All lines of the file that something is written in, and the number of its first one."""
    file = getsourcefile(object)
    if not file:
        # What is not a file's name may be that of a text that the host has.
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__ if module else None)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        number = _class_line(object, lines)
        if number is None:
            raise OSError("source code not available")
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    raise OSError("could not find code object")


def _class_line(cls, lines):
    """The number of the line in which a class begins, its decorators included."""
    first = cls.__dict__.get("__firstlineno__")
    return None if first is None else first - 1


def getcomments(object):
    """The comment lines above something, or at the beginning of a module."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        found = []
        while start < len(lines) and lines[start][:1] == "#":
            found.append(lines[start].expandtabs())
            start += 1
        return "".join(found) or None
    indent = indentsize(lines[number])
    found, at = [], number - 1
    while at >= 0 and lines[at].lstrip()[:1] == "#" and indentsize(lines[at]) == indent:
        found.insert(0, lines[at].expandtabs().lstrip())
        at -= 1
    while found and found[0].strip() == "#":
        found.pop(0)
    while found and found[-1].strip() == "#":
        found.pop()
    return "".join(found) or None


def indentsize(line):
    """How far a line is indented."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


class _Scanner:
    """Reads lines of source as far as is needed to see where statements and blocks end."""

    def __init__(self):
        self.brackets = 0
        self.quote = None
        self.continued = False

    @property
    def inside(self):
        """Whether the next line goes on with the statement."""
        return bool(self.brackets > 0 or self.quote or self.continued)

    def read(self, line):
        """Reads a line; answers with what of it is code, texts replaced by blanks."""
        at, code, self.continued = 0, [], False
        while at < len(line):
            char = line[at]
            if self.quote:
                if char == "\\":
                    at += 1
                elif line.startswith(self.quote, at):
                    at += len(self.quote) - 1
                    self.quote = None
                code.append(" ")
            elif char == "#":
                break
            elif char in "\"'":
                self.quote = char * 3 if line.startswith(char * 3, at) else char
                at += len(self.quote) - 1
                code.append("_")
            else:
                if char in "([{":
                    self.brackets += 1
                elif char in ")]}":
                    self.brackets -= 1
                elif char == "\\" and not line[at + 1:].strip():
                    self.continued = True
                code.append(char)
            at += 1
        if self.quote and len(self.quote) == 1 and not line.rstrip("\n").endswith("\\"):
            self.quote = None
        return "".join(code)


class BlockFinder:
    """Hears the tokens of `tokenize` and raises EndOfBlock where the block of the first
    definition ends; `last` is the last line that belongs to it."""

    _NEWLINE, _INDENT, _DEDENT, _COMMENT, _NL = 4, 5, 6, 64, 65

    def __init__(self):
        self.indent = 0
        self.islambda = self.started = self.passline = self.indecorator = False
        self.last = 1
        self.body_col0 = None

    def tokeneater(self, type, token, srowcol, erowcol, line):
        if not (self.started or self.indecorator):
            self.indecorator = token == "@"
            if token in ("def", "class", "lambda"):
                self.started, self.islambda = True, token == "lambda"
            self.passline = True
        elif type == self._NEWLINE:
            self.passline, self.indecorator = False, False
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
        elif self.passline:
            return
        elif type == self._INDENT:
            if self.started and self.body_col0 is None:
                self.body_col0 = erowcol[1]
            self.indent += 1
            self.passline = True
        elif type == self._DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif type == self._COMMENT:
            if self.body_col0 is not None and srowcol[1] >= self.body_col0:
                self.last = srowcol[0]
        elif self.indent == 0 and type != self._NL:
            raise EndOfBlock


def getblock(lines):
    """The lines of the block that the first line begins."""
    scanner = _Scanner()
    margin = indentsize(lines[0])
    started, body, statement, last = False, None, "", 0
    for number, line in enumerate(lines):
        if not scanner.inside:
            if not line.strip():
                continue
            indent = indentsize(line)
            if line.lstrip().startswith("#"):
                # A comment is of the block if it stands below what is in the block.
                if body is not None and indent >= body:
                    last = number
                continue
            if started and indent <= margin:
                break
            if started and body is None:
                body = indent
        statement += scanner.read(line)
        last = number
        if scanner.inside:
            continue
        words, statement = statement.strip(), ""
        if started or words.startswith("@"):
            continue
        if not words.endswith(":"):
            # A statement in one line, or what is no block, such as a lambda.
            break
        started = True
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of something's source, and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The text of something's source."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


# Arguments.

Arguments = namedtuple("Arguments", "args, varargs, varkw")
FullArgSpec = namedtuple(
    "FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getargs(co):
    """The names of a code object's parameters."""
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names, count = co.co_varnames, co.co_argcount
    end = count + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[end]
        end += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[end]
    return Arguments(list(names[:co.co_argcount + co.co_kwonlyargcount]), varargs, varkw)


def getfullargspec(func):
    """What a callable takes, in the form that was before signatures."""
    try:
        found = _Search(Signature, follow_wrapped=False, skip_bound=False).of(func)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, kwonly, kwdefaults, annotations = [], (), [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None,
                       annotations)


def getargvalues(frame):
    """The parameters of a frame's function and its local variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatannotation(annotation, base_module=None):
    """The text of an annotation."""
    return _format_annotation(annotation, base_module)


def formatannotationrelativeto(object):
    """A function that gives the text of annotations in something's module."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
    """The text of what getargvalues() gives."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def getcallargs(func, /, *positional, **named):
    """The values that the parameters of a function would have in a call."""
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = spec
    name, values = func.__name__, {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    given, count = len(positional), len(args)
    many = min(given, count)
    values.update(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[many:])
    possible = {*args, *kwonly}
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in possible:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            values[varkw][key] = value
            continue
        if key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        values[key] = value
    if given > count and not varargs:
        _too_many(name, args, kwonly, varargs, len(defaults or ()), given, values)
    if given < count:
        required = args[:count - len(defaults or ())]
        missing = [key for key in required if key not in values]
        if missing:
            _missing(name, missing, True)
        for key, value in zip(args[count - len(defaults or ()):], defaults or ()):
            values.setdefault(key, value)
    missing = []
    for key in kwonly:
        if key not in values:
            if kwdefaults and key in kwdefaults:
                values[key] = kwdefaults[key]
            else:
                missing.append(key)
    if missing:
        _missing(name, missing, False)
    return values


def _missing(name, missing, positional):
    names = [repr(key) for key in missing]
    if len(names) == 1:
        shown = names[0]
    elif len(names) == 2:
        shown = " and ".join(names)
    else:
        shown = ", ".join(names[:-2]) + ", " + " and ".join(names[-2:])
    kind = "positional" if positional else "keyword-only"
    raise TypeError(f"{name}() missing {len(names)} required {kind} "
                    f"argument{'s' if len(names) > 1 else ''}: {shown}")


def _too_many(name, args, kwonly, varargs, defaults, given, values):
    at_least = len(args) - defaults
    by_keyword = len([key for key in kwonly if key in values])
    if varargs:
        plural, shown = at_least != 1, f"at least {at_least}"
    elif defaults:
        plural, shown = True, f"from {at_least} to {len(args)}"
    else:
        plural, shown = len(args) != 1, str(len(args))
    extra = ""
    if by_keyword:
        extra = (f" positional argument{'s' if given != 1 else ''} (and {by_keyword} "
                 f"keyword-only argument{'s' if by_keyword != 1 else ''})")
    verb = "was" if given == 1 and not by_keyword else "were"
    raise TypeError(f"{name}() takes {shown} positional argument{'s' if plural else ''} "
                    f"but {given}{extra} {verb} given")


def getclosurevars(func):
    """The outer names that a function refers to, by where they are found."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else {
        name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    names = func.__globals__
    built = names.get("__builtins__", _builtins.__dict__)
    built = built.__dict__ if ismodule(built) else built
    global_vars, builtin_vars, unbound = {}, {}, set()
    for name in code.co_names:
        if name in nonlocals:
            continue
        if name in names:
            global_vars[name] = names[name]
        elif name in built:
            builtin_vars[name] = built[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, global_vars, builtin_vars, unbound)


# Frames.

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset",
                       defaults=(None,) * 4, module="dis")


def _positions(code, instruction):
    """Where an instruction stands."""
    try:
        from _traceback import position
    except ImportError:
        found = list(code.co_positions())[instruction // 2] if instruction >= 0 else ()
    else:
        found = position(code, instruction)
    return Positions(*found)


_Traceback = namedtuple("_Traceback", "filename lineno function code_context index")
_FrameInfo = namedtuple("_FrameInfo", ("frame", *_Traceback._fields))


class Traceback(_Traceback):
    """Where a frame stands, and the lines around."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, "
                f"function={self.function!r}, code_context={self.code_context!r}, "
                f"index={self.index!r}, positions={self.positions!r})")


class FrameInfo(_FrameInfo):
    """A frame, where it stands, and the lines around."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, "
                f"lineno={self.lineno!r}, function={self.function!r}, "
                f"code_context={self.code_context!r}, index={self.index!r}, "
                f"positions={self.positions!r})")


def getframeinfo(frame, context=1):
    """Where a frame or an entry of a traceback stands, and lines around."""
    if istraceback(frame):
        positions = _positions(frame.tb_frame.f_code, frame.tb_lasti)
        line, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        positions = _positions(frame.f_code, frame.f_lasti)
        line = frame.f_lineno
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    if positions.lineno is None:
        positions = positions._replace(lineno=line)
    file = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        found = linecache.getlines(file, frame.f_globals)
        if found:
            start = max(0, min(line - 1 - context // 2, len(found) - context))
            lines = found[start:start + context]
            index = line - 1 - start
    return Traceback(file, line, frame.f_code.co_name, lines, index, positions=positions)


def getlineno(frame):
    """The line at which a frame stands."""
    return frame.f_lineno


def _frame_infos(frames, context):
    found = []
    for frame, place in frames:
        info = getframeinfo(place, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
    return found


def getouterframes(frame, context=1):
    """A frame and those of its callers."""
    frames = []
    while frame:
        frames.append((frame, frame))
        frame = frame.f_back
    return _frame_infos(frames, context)


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    frames = []
    while tb:
        frames.append((tb.tb_frame, tb))
        tb = tb.tb_next
    return _frame_infos(frames, context)


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """The frames of the caller and of its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames of the exception that is being handled."""
    error = sys.exception()
    return getinnerframes(None if error is None else error.__traceback__, context)


# What is suspended.

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED")


def _state(prefix, running, suspended, frame):
    if running:
        return f"{prefix}_RUNNING"
    if suspended:
        return f"{prefix}_SUSPENDED"
    return f"{prefix}_CLOSED" if frame is None else f"{prefix}_CREATED"


def getgeneratorstate(generator):
    """Whether a generator is created, running, suspended or closed."""
    return _state("GEN", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = getattr(generator, "gi_frame", None)
    return {} if frame is None else generator.gi_frame.f_locals


def getcoroutinestate(coroutine):
    """Whether a coroutine is created, running, suspended or closed."""
    return _state("CORO", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    """Whether an asynchronous generator is created, running, suspended or closed."""
    return _state("AGEN", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = getattr(agen, "ag_frame", None)
    return {} if frame is None else agen.ag_frame.f_locals


def __getattr__(name):
    """Makes what is seldom asked for."""
    if name == "BufferFlags":
        import enum
        global BufferFlags
        BufferFlags = enum.IntFlag("BufferFlags", {
            "SIMPLE": 0x0, "WRITABLE": 0x1, "FORMAT": 0x4, "ND": 0x8, "STRIDES": 0x18,
            "C_CONTIGUOUS": 0x38, "F_CONTIGUOUS": 0x58, "ANY_CONTIGUOUS": 0x98, "INDIRECT": 0x118,
            "CONTIG": 0x9, "CONTIG_RO": 0x8, "STRIDED": 0x19, "STRIDED_RO": 0x18, "RECORDS": 0x1d,
            "RECORDS_RO": 0x1c, "FULL": 0x11d, "FULL_RO": 0x11c, "READ": 0x100, "WRITE": 0x200})
        return BufferFlags
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
