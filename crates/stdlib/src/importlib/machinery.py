"""The parts that importing is made of."""

from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import (
    BYTECODE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, OPTIMIZED_BYTECODE_SUFFIXES,
    SOURCE_SUFFIXES, NamespaceLoader)

__all__ = [
    "ModuleSpec", "SOURCE_SUFFIXES", "DEBUG_BYTECODE_SUFFIXES", "OPTIMIZED_BYTECODE_SUFFIXES",
    "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "NamespaceLoader", "all_suffixes"]


def all_suffixes():
    """What the names of files of modules end with."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
