"""One test: its fixtures, its cleanups, and what becomes of it."""
from . import helpers
from .asserts import Asserts
from .contexts import SubTest
from .skips import Helper, SkipTest, mark


def enter(manager, clean):
    value = manager.__enter__()
    clean(manager.__exit__, None, None, None)
    return value


def clean(cleanups):
    """Calls what was registered, last first; the errors are returned."""
    errors = []
    while cleanups:
        call, args, kwargs = cleanups.pop()
        try:
            call(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    return errors


_module_cleanups = []


def addModuleCleanup(call, /, *args, **kwargs):
    _module_cleanups.append((call, args, kwargs))


def enterModuleContext(manager):
    return enter(manager, addModuleCleanup)


def doModuleCleanups():
    clean(_module_cleanups)


class TestCase(Asserts):
    longMessage = True
    maxDiff = None
    _class_cleanups = ()

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups, self._problems = [], []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    @classmethod
    def addClassCleanup(cls, call, /, *args, **kwargs):
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        cls._class_cleanups.append((call, args, kwargs))

    @classmethod
    def enterClassContext(cls, manager):
        return enter(manager, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        if cls._class_cleanups:
            clean(cls._class_cleanups)

    def id(self):
        return type(self).__qualname__ + "." + self._testMethodName

    def __str__(self):
        return self.id()

    def shortDescription(self):
        text = getattr(self, self._testMethodName).__doc__
        return text.strip().split("\n")[0] if text else None

    def countTestCases(self):
        return 1

    def addCleanup(self, call, /, *args, **kwargs):
        self._cleanups.append((call, args, kwargs))

    def enterContext(self, manager):
        return enter(manager, self.addCleanup)

    def doCleanups(self):
        self._problems.extend((None, error) for error in clean(self._cleanups))

    def subTest(self, msg=None, **params):
        return SubTest(self, (msg, params))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def _invoke(self, method):
        method()

    def outcome(self):
        """What becomes of the test: a word, the problem, and the part of the test that has it."""
        method = getattr(self, self._testMethodName)
        left_out = mark(type(self)) or mark(method)
        if left_out is not None:
            return helpers.word(left_out), left_out, None
        helpers.Stub.strict, helpers.Stub.used = True, None
        left_out = None
        try:
            self.setUp()
            try:
                self._invoke(method)
            except SkipTest as error:
                left_out = error
            except BaseException as error:
                if isinstance(error, helpers.leave):
                    raise
                self._problems.append((None, error))
            self.tearDown()
        except SkipTest as error:
            left_out = error
        except BaseException as error:
            if isinstance(error, helpers.leave):
                raise
            self._problems.append((None, error))
        self.doCleanups()
        helpers.Stub.strict = False
        problems, self._problems = self._problems, []
        if problems and helpers.Stub.used is not None:
            left_out = helpers.Stub.used
        if left_out is not None and (isinstance(left_out, Helper) or not problems):
            return helpers.word(left_out), left_out, None
        expecting = getattr(method, "__unittest_expecting_failure__", False) or getattr(
            type(self), "__unittest_expecting_failure__", False)
        label, error = problems[0] if problems else (None, None)
        return ("failed" if bool(problems) != expecting else "passed"), error, label


class FunctionTestCase(TestCase):
    """A test of a plain function."""

    def __init__(self, call, setUp=None, tearDown=None, description=None):
        super().__init__("runTest")
        self._call, self.name = call, getattr(call, "__name__", "function")
        self.setUp = setUp or self.setUp
        self.tearDown = tearDown or self.tearDown

    def runTest(self):
        self._call()

    def id(self):
        return "function:" + self.name


class IsolatedAsyncioTestCase(TestCase):
    """Runs coroutines that wait for nothing of an event loop."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, call, /, *args, **kwargs):
        self.addCleanup(lambda: self._drive(call(*args, **kwargs)))

    async def enterAsyncContext(self, manager):
        value = await manager.__aenter__()
        self.addAsyncCleanup(manager.__aexit__, None, None, None)
        return value

    def _drive(self, coroutine):
        try:
            coroutine.send(None)
        except StopIteration:
            return
        coroutine.close()
        raise Helper("asyncio's event loop")

    def _invoke(self, method):
        self._drive(self.asyncSetUp())
        try:
            result = method()
            if hasattr(result, "send"):
                self._drive(result)
        finally:
            self._drive(self.asyncTearDown())
