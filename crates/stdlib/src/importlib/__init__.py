"""Importing as a function call."""

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

import sys
from builtins import __import__

__path__ = []


def invalidate_caches():
    """Nothing is remembered of folders."""


def import_module(name, package=None):
    """The module of that name, which may be relative to a package."""
    if name.startswith("."):
        from importlib.util import resolve_name
        if not package:
            raise TypeError(
                f"the 'package' argument is required to perform a relative import for {name!r}")
        name = resolve_name(name, package)
    elif not name:
        raise ValueError("Empty module name")
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Imports a module again, into the same object."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    namespace = module.__dict__
    del sys.modules[name]
    try:
        fresh = import_module(name)
    except BaseException:
        sys.modules[name] = module
        raise
    namespace.update(fresh.__dict__)
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package and package in sys.modules:
        setattr(sys.modules[package], last, module)
    return module
