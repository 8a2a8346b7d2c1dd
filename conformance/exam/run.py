"""Runs one test file: run.py STANDINS LIB NAME [SKIPPED...]. Prints a line for each test, with its outcome."""
import sys

standins, lib, name = sys.argv[1:4]
skipped = set(sys.argv[4:])
sys.path[:] = [standins, lib] + [path for path in sys.path[1:] if path != lib]
sys.argv[:] = [name, lib]

import unittest
from unittest import helpers

helpers.install()

import test
import test.support

test.__path__.append(lib + "/test")
test.support.__path__.append(lib + "/test/support")


def load(name):
    """The module; what it imports of `helpers.MISSING` becomes a stub if it is not to be had."""
    while True:
        try:
            __import__(name)
            return sys.modules[name]
        except unittest.SkipTest:
            raise
        except Exception as error:
            sys.modules.pop(name, None)
            missing = getattr(error, "name", None) if isinstance(error, ImportError) else None
            candidates = [helpers.imported_first(error, lib), missing]
            if missing in helpers.MISSING:
                candidates.reverse()
            if not any(map(helpers.replace, candidates)):
                raise


def main():
    try:
        module = load("test." + name)
    except unittest.SkipTest as skip:
        unittest.runner.report(helpers.word(skip), name, skip)
        return
    except Exception as error:
        unittest.runner.report("blocked", name, error)
        return
    try:
        unittest.run_module(module, skipped)
    except Exception as error:
        unittest.runner.report("blocked", name, error)


main()
unittest.runner.say("end")
