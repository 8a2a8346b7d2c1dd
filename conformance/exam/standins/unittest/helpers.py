"""Modules that become stubs, which may be imported, named and kept.

Those that only exist to help CPython's tests, or start other processes or threads, leave out of the count the test that
uses them; those that are missing let it fail.
"""
import sys

from .skips import Helper

#: What becomes a stub.
NAMES = (
    "_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testbuffer", "_testmultiphase",
    "_interpreters", "xxsubtype", "ctypes", "subprocess", "threading", "asyncio",
)

#: What becomes a stub where it cannot be imported, so that the rest of the file runs; its use fails.
MISSING = (
    "os", "os.path", "time", "io", "locale", "platform", "sysconfig", "tempfile", "shutil", "marshal", "pty", "signal",
    "select", "socket", "array", "datetime", "decimal", "pickle", "random", "struct", "ast", "dis", "inspect", "pydoc",
    "codecs", "unicodedata", "errno", "binascii", "traceback", "string", "textwrap", "copy", "importlib", "importlib.util",
    "fractions", "dataclasses", "statistics", "json", "pprint", "annotationlib", "tracemalloc", "re", "typing", "copyreg",
    "_string", "linecache", "tokenize", "io", "contextvars", "queue", "logging", "pathlib", "glob", "fnmatch", "stat",
)

#: What ends the whole run even inside a test.
leave = (KeyboardInterrupt,)


class Stub:
    """Stands for a module, and for whatever is taken out of it."""
    strict = False
    #: What a test has used, even if it caught the exception.
    used = None

    def __init__(self, name):
        self.__dict__["__name__"] = name

    def refuse(self, name):
        Stub.used = Helper(name)
        return Stub.used

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return self.use("." + name)

    def use(self, more):
        name = self.__name__ + more
        if Stub.strict:
            raise self.refuse(name)
        made = type(self)(name)
        if more.startswith("."):
            self.__dict__[more[1:]] = made
        return made

    def __call__(self, *args, **kwargs):
        return self.use("()")

    def __mro_entries__(self, bases):
        self.use("()")
        return ()

    def __index__(self):
        self.use("")
        return 0

    __int__ = __index__

    def __binary(self, other):
        return self.use("")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __lt__ = __gt__ = __binary
    __le__ = __ge__ = __floordiv__ = __truediv__ = __or__ = __and__ = __binary

    def __iter__(self):
        self.use("")
        return iter(())

    def __len__(self):
        self.use("")
        return 0

    def __contains__(self, item):
        self.use("")
        return False

    def __getitem__(self, key):
        return self.use("[]")

    def __enter__(self):
        return self.use("")

    def __exit__(self, *args):
        pass


class Missing(Stub):
    """Stands for a module that cannot be imported."""

    def refuse(self, name):
        return ImportError(f"{name} is missing")


def imported_first(error, lib):
    """The module of DIR that the test file imports and whose import ends with this error, or None."""
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(lib) and "/test/" not in file:
            name = file[len(lib):].strip("/").removesuffix(".py").removesuffix("/__init__")
            return name.replace("/", ".")
        trace = trace.tb_next
    return None


def replace(name):
    """Puts a stub in the place of a module that is missing; tells whether it may have one."""
    known = name is not None and (name.partition(".")[0] in MISSING or name.startswith("_"))
    if not known or isinstance(sys.modules.get(name), Missing):
        return False
    sys.modules[name] = Missing(name)
    sys.modules[name].__dict__.update(__path__=[], __spec__=None)
    return True


def word(left_out):
    """The outcome of a test that this exception leaves out."""
    return "helper" if isinstance(left_out, Helper) else "skipped"


def install():
    for name in NAMES:
        stub = sys.modules[name] = Stub(name)
        stub.__dict__.update(__path__=[], __spec__=None)
    sys.modules["ctypes.util"] = Stub("ctypes.util")
    try:
        import os
    except Exception:
        replace("os")
        sys.modules["os.path"] = os = sys.modules["os"].path
