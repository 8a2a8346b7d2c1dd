"""Modules by hand."""

import sys
import types

from _frozen_importlib import ModuleSpec

__all__ = ["cache_from_source", "find_spec", "module_from_spec", "resolve_name", "spec_from_loader"]


def resolve_name(name, package):
    """The full name of what is relative to a package."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    name = name[level:]
    return f"{bits[0]}.{name}" if name else bits[0]


def find_spec(name, package=None):
    """The spec of a module, which is imported for it, or None if there is no such module."""
    full = resolve_name(name, package)
    if full not in sys.modules:
        try:
            __import__(full)
        except ModuleNotFoundError as error:
            if error.name is not None and (full + ".").startswith(error.name + "."):
                return None
            raise
    module = sys.modules[full]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None:
        spec = ModuleSpec(full, None, origin="built-in")
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec of what a loader loads."""
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            pass
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def module_from_spec(spec):
    """A module that is not filled yet."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = types.ModuleType(spec.name)
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where a compiled form of a source file would be kept: nothing is."""
    folder, slash, name = path.rpartition("/")
    stem, dot, rest = name.rpartition(".")
    suffix = f".opt-{optimization}" if optimization not in (None, "") else ""
    return f"{folder}{slash}__pycache__/{stem if stem else rest}.{sys.implementation.cache_tag}{suffix}.pyc"
