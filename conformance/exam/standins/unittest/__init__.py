"""Cases, assertions and a runner that prints a line for each test."""
from .skips import SkipTest, expectedFailure, skip, skipIf, skipUnless
from .case import (
    FunctionTestCase, IsolatedAsyncioTestCase, TestCase, addModuleCleanup, doModuleCleanups,
    enterModuleContext,
)
from .suite import TestLoader, TestSuite, defaultTestLoader
from .runner import run_module
from . import helpers


def main(*args, **kwargs):
    pass
