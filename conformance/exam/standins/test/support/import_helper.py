"""Imports whose failure skips a test."""
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return __import__(name, None, None, ["*"])
    except ImportError as error:
        raise unittest.SkipTest(str(error)) from None


def import_fresh_module(name, fresh=(), blocked=(), *, usefilterwarnings=False):
    names = [name, *fresh]
    kept = {key: sys.modules.pop(key) for key in names + list(blocked) if key in sys.modules}
    for key in blocked:
        sys.modules[key] = None
    try:
        return __import__(name, None, None, ["*"])
    except ImportError:
        return None
    finally:
        for key in names + list(blocked):
            sys.modules.pop(key, None)
        sys.modules.update(kept)
