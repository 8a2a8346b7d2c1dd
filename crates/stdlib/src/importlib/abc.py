"""What finders and loaders offer."""

import abc

from importlib.machinery import NamespaceLoader

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder"]


class Loader(metaclass=abc.ABCMeta):
    """What makes and fills modules."""

    def create_module(self, spec):
        """The module, or None for a plain one."""
        return None

    def load_module(self, fullname):
        """Loads a module at once; deprecated."""
        raise ImportError


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What finds modules by their full name."""

    def invalidate_caches(self):
        """Forgets what it knows."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """What finds modules in a folder."""

    def invalidate_caches(self):
        """Forgets what it knows."""


Loader.register(NamespaceLoader)
