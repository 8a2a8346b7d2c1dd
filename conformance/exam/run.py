"""Runs one test file: run.py STANDINS LIB NAME. Prints a line for each test, with its outcome."""
import sys

standins, lib, name = sys.argv[1:4]
sys.path[:] = [standins, lib] + [path for path in sys.path[1:] if path != lib]
sys.argv[:] = [name]

import unittest
import test

test.__path__.append(lib + "/test")


def main():
    try:
        module = __import__("test." + name, None, None, ["*"])
    except unittest.SkipTest as skip:
        print("@ skipped", name, skip)
        return
    except Exception as error:
        print("@ blocked", name, type(error).__name__ + ":", error)
        return
    unittest.run_module(module)


main()
print("@ end")
