"""Imports whose failure skips a test, and imports of a module anew."""
import sys
import unittest
import warnings
from contextlib import contextmanager


def _load(name):
    __import__(name)
    return sys.modules[name]


def import_module(name, deprecated=False, *, required_on=()):
    with warnings.catch_warnings():
        if deprecated:
            warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return _load(name)
        except ImportError as error:
            raise unittest.SkipTest(str(error)) from None


def _take(names):
    """Takes modules and what lies in them out of `sys.modules`, and returns them."""
    taken = {}
    for key in list(sys.modules):
        if any(key == name or key.startswith(name + ".") for name in names):
            taken[key] = sys.modules.pop(key)
    return taken


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False, usefrozen=False):
    """A second copy of a module, made while `blocked` cannot be imported; None without one of `fresh`."""
    names = {name, *fresh, *blocked}
    kept = _take(names)
    sys.modules.update(dict.fromkeys(blocked))
    try:
        with warnings.catch_warnings():
            if deprecated:
                warnings.simplefilter("ignore", DeprecationWarning)
            try:
                for other in fresh:
                    _load(other)
            except ImportError:
                return None
            return _load(name)
    finally:
        _take(names)
        sys.modules.update(kept)


def unload(name):
    sys.modules.pop(name, None)


forget = unload


class CleanImport:
    """Lets modules be imported anew inside."""

    def __init__(self, *names, usefrozen=False):
        self.names = names

    def __enter__(self):
        self.old = dict(sys.modules)
        for name in self.names:
            sys.modules.pop(name, None)
        return self

    def __exit__(self, *error):
        sys.modules.update(self.old)


class DirsOnSysPath:
    """Puts folders onto `sys.path` inside."""

    def __init__(self, *folders):
        self.old, self.owner = sys.path[:], sys.path
        sys.path.extend(folders)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        sys.path = self.owner
        sys.path[:] = self.old


def modules_setup():
    return (sys.modules.copy(),)


def modules_cleanup(old):
    sys.modules.clear()
    sys.modules.update(old)


@contextmanager
def isolated_modules():
    (old,) = modules_setup()
    try:
        yield
    finally:
        modules_cleanup(old)


@contextmanager
def frozen_modules(enabled=True):
    yield
