"""Cases, assertions and a runner that prints a line for each test."""
import sys
import warnings


class SkipTest(Exception):
    """Leaves a test out."""


def skip(reason):
    if callable(reason):
        return skip("")(reason)

    def decorate(item):
        if isinstance(item, type):
            item.__unittest_skip__ = True
            item.__unittest_skip_why__ = reason
            return item

        def skipped(*args, **kwargs):
            raise SkipTest(reason)
        skipped.__name__ = getattr(item, "__name__", "skipped")
        return skipped
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


def matches(pattern, text):
    if isinstance(pattern, (str, bytes)):
        import re
        return re.search(pattern, text)
    return pattern.search(text)


class Raises:
    """The context of `assertRaises`; with a pattern, of `assertRaisesRegex`."""

    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern = case, expected, pattern

    def call(self, args, kwargs):
        if not args:
            return self
        with self:
            args[0](*args[1:], **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.case.fail(f"{self.expected} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not matches(self.pattern, str(error)):
            self.case.fail(f"{self.pattern!r} does not match {str(error)!r}")
        return True


class Warns(Raises):
    """The context of `assertWarns` and `assertWarnsRegex`."""

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, error, trace):
        self.catcher.__exit__(kind, error, trace)
        if kind is not None:
            return False
        for seen in self.warnings:
            if not issubclass(seen.category, self.expected):
                continue
            if self.pattern is None or matches(self.pattern, str(seen.message)):
                self.warning, self.filename = seen.message, seen.filename
                self.lineno = seen.lineno
                return None
        self.case.fail(f"{self.expected} not triggered")


class SubTest:
    def __init__(self, case, label):
        self.case, self.label = case, label

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None or not issubclass(kind, Exception):
            return False
        if not issubclass(kind, SkipTest):
            self.case._problems.append((self.label, error))
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups, self._problems = [], []

    def setUp(self):
        pass

    tearDown = setUp

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return type(self).__qualname__ + "." + self._testMethodName

    def addCleanup(self, call, /, *args, **kwargs):
        self._cleanups.append((call, args, kwargs))

    def enterContext(self, manager):
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value

    def doCleanups(self):
        while self._cleanups:
            call, args, kwargs = self._cleanups.pop()
            call(*args, **kwargs)

    def subTest(self, msg=None, **params):
        return SubTest(self, (msg, params))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def addTypeEqualityFunc(self, kind, call):
        pass

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, good, text, msg):
        if not good:
            self.fail(text() if msg is None else f"{text()} : {msg}")

    def assertTrue(self, value, msg=None):
        self._check(value, lambda: f"{value!r} is not true", msg)

    def assertFalse(self, value, msg=None):
        self._check(not value, lambda: f"{value!r} is not false", msg)

    def assertEqual(self, a, b, msg=None):
        self._check(a == b, lambda: f"{a!r} != {b!r}", msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual
    assertMultiLineEqual = assertEqual

    def assertSequenceEqual(self, a, b, msg=None, seq_type=None):
        self._check(list(a) == list(b), lambda: f"{a!r} != {b!r}", msg)

    def assertCountEqual(self, a, b, msg=None):
        rest = list(b)
        for item in a:
            self._check(item in rest, lambda: f"{item!r} is one too many", msg)
            rest.remove(item)
        self._check(not rest, lambda: f"{rest!r} are missing", msg)

    def assertNotEqual(self, a, b, msg=None):
        self._check(a != b, lambda: f"{a!r} == {b!r}", msg)

    def assertIs(self, a, b, msg=None):
        self._check(a is b, lambda: f"{a!r} is not {b!r}", msg)

    def assertIsNot(self, a, b, msg=None):
        self._check(a is not b, lambda: f"{a!r} is {b!r}", msg)

    def assertIsNone(self, a, msg=None):
        self.assertIs(a, None, msg)

    def assertIsNotNone(self, a, msg=None):
        self.assertIsNot(a, None, msg)

    def assertIn(self, a, b, msg=None):
        self._check(a in b, lambda: f"{a!r} not in {b!r}", msg)

    def assertNotIn(self, a, b, msg=None):
        self._check(a not in b, lambda: f"{a!r} in {b!r}", msg)

    def assertIsInstance(self, a, kind, msg=None):
        self._check(isinstance(a, kind), lambda: f"{a!r} is no {kind!r}", msg)

    def assertNotIsInstance(self, a, kind, msg=None):
        self._check(not isinstance(a, kind), lambda: f"{a!r} is a {kind!r}", msg)

    def assertLess(self, a, b, msg=None):
        self._check(a < b, lambda: f"{a!r} not < {b!r}", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, lambda: f"{a!r} not <= {b!r}", msg)

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, lambda: f"{a!r} not > {b!r}", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, lambda: f"{a!r} not >= {b!r}", msg)

    def assertHasAttr(self, owner, name, msg=None):
        self._check(hasattr(owner, name), lambda: f"{owner!r} has no {name}", msg)

    def assertRegex(self, text, pattern, msg=None):
        self._check(matches(pattern, text), lambda: f"{pattern!r} not in {text!r}", msg)

    def assertNotRegex(self, text, pattern, msg=None):
        self._check(not matches(pattern, text), lambda: f"{pattern!r} in {text!r}", msg)

    def assertAlmostEqual(self, a, b, places=7, msg=None, delta=None):
        near = a == b or (abs(a - b) <= delta if delta is not None else round(a - b, places) == 0)
        self._check(near, lambda: f"{a!r} is far from {b!r}", msg)

    def assertNotAlmostEqual(self, a, b, places=7, msg=None, delta=None):
        far = a != b and (abs(a - b) > delta if delta is not None else round(a - b, places) != 0)
        self._check(far, lambda: f"{a!r} is near {b!r}", msg)

    def assertRaises(self, expected, *args, msg=None, **kwargs):
        return Raises(self, expected).call(args, kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, msg=None, **kwargs):
        return Raises(self, expected, pattern).call(args, kwargs)

    def assertWarns(self, expected, *args, msg=None, **kwargs):
        return Warns(self, expected).call(args, kwargs)

    def assertWarnsRegex(self, expected, pattern, *args, msg=None, **kwargs):
        return Warns(self, expected, pattern).call(args, kwargs)

    def _invoke(self, method):
        method()


class IsolatedAsyncioTestCase(TestCase):
    """Runs coroutines that wait for nothing of an event loop."""

    async def asyncSetUp(self):
        pass

    asyncTearDown = asyncSetUp

    def _drive(self, coroutine):
        try:
            coroutine.send(None)
        except StopIteration:
            return
        raise SkipTest("needs an event loop")

    def _invoke(self, method):
        self._drive(self.asyncSetUp())
        result = method()
        if hasattr(result, "send"):
            self._drive(result)
        self._drive(self.asyncTearDown())


def outcome(case, method):
    """What becomes of one test: a word and the problem."""
    try:
        case.setUp()
        try:
            case._invoke(method)
        finally:
            case.tearDown()
    except SkipTest as error:
        case.doCleanups()
        return "skipped", error
    except BaseException as error:
        case._problems.append((None, error))
    try:
        case.doCleanups()
    except Exception as error:
        case._problems.append((None, error))
    failed = bool(case._problems)
    if getattr(method, "__unittest_expecting_failure__", False):
        failed = not failed
    label, error = case._problems[0] if case._problems else (None, None)
    return ("failed" if failed else "passed"), error


def report(word, name, error=None):
    text = "" if error is None else f" {type(error).__name__}: {error}"
    print("@", word, name, ascii(text[:300])[1:-1])


def run_class(kind):
    names = [n for n in dir(kind) if n.startswith("test") and callable(getattr(kind, n))]
    if getattr(kind, "__unittest_skip__", False):
        for name in names:
            report("skipped", kind.__qualname__ + "." + name, SkipTest(kind.__unittest_skip_why__))
        return
    try:
        kind.setUpClass()
    except Exception as error:
        word = "skipped" if isinstance(error, SkipTest) else "blocked"
        for name in names:
            report(word, kind.__qualname__ + "." + name, error)
        return
    for name in names:
        case = kind(name)
        report_word, error = outcome(case, getattr(case, name))
        report(report_word, case.id(), error)
    kind.tearDownClass()


def run_module(module):
    """Runs every case of the module, in the order of its names."""
    getattr(module, "setUpModule", lambda: None)()
    for name in sorted(dir(module)):
        kind = getattr(module, name)
        if isinstance(kind, type) and issubclass(kind, TestCase):
            run_class(kind)
    getattr(module, "tearDownModule", lambda: None)()


def main(*args, **kwargs):
    pass
