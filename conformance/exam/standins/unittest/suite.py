"""Collections of tests, and how they are found."""
from .case import TestCase


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def flat(self):
        """The cases, in order."""
        for test in self:
            if isinstance(test, TestSuite):
                yield from test.flat()
            else:
                yield test


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, kind):
        prefix = self.testMethodPrefix
        return [n for n in dir(kind) if n.startswith(prefix) and callable(getattr(kind, n))]

    def loadTestsFromTestCase(self, kind):
        names = self.getTestCaseNames(kind)
        if not names and hasattr(kind, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(kind, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = self.suiteClass()
        for name in sorted(vars(module)):
            kind = vars(module)[name]
            if isinstance(kind, type) and issubclass(kind, TestCase):
                if kind.__module__ != __name__.partition(".")[0] + ".case":
                    tests.addTest(self.loadTestsFromTestCase(kind))
        load = getattr(module, "load_tests", None)
        return tests if load is None else load(self, tests, pattern)


defaultTestLoader = TestLoader()
