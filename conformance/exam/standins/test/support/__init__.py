"""What the tests use of their helpers: limits, decorators that let everything run, and comparisons."""
import functools
import sys
import unittest
from contextlib import contextmanager
from unittest.helpers import Stub
from unittest.skips import Helper, helper

verbose = 0
is_emscripten = is_wasi = is_apple = is_android = MS_WINDOWS = is_jython = Py_DEBUG = False
Py_GIL_DISABLED = is_apple_mobile = is_wasm32 = Py_TRACE_REFS = MISSING_C_DOCSTRINGS = False
has_fork_support = has_subprocess_support = has_socket_support = PGO = PGO_EXTENDED = False
HAVE_DOCSTRINGS = TEST_MODULES_ENABLED = True
max_memuse = real_max_memuse = 0
use_resources = None
_2G = 1 << 31
_4G = 1 << 32
_1M = 1 << 20
_1G = 1 << 30
MAX_Py_ssize_t = sys.maxsize
SHORT_TIMEOUT, LONG_TIMEOUT, LOOPBACK_TIMEOUT = 30.0, 300.0, 10.0
NHASHBITS = sys.hash_info.width
C_RECURSION_LIMIT = 10000
TEST_HOME_DIR = sys.argv[1] + "/test" if len(sys.argv) > 1 else ""
STDLIB_DIR = TEST_HOME_DIR.rpartition("/")[0]
REPO_ROOT = STDLIB_DIR.rpartition("/")[0]

#: Interpreters beside this one are a helper that the examiner does not have.
interpreters = Stub("test.support.interpreters")
sys.modules["test.support.interpreters"] = interpreters
sys.modules["test.support.interpreters.channels"] = Stub("test.support.interpreters.channels")


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def unchanged(test):
    return test


cpython_only = requires_docstrings = requires_IEEE_754 = skip_wasi_stack_overflow = unchanged
skip_emscripten_stack_overflow = skip_on_s390x = skip_if_pgo_task = without_optimizer = unchanged
requires_limited_api = requires_specialization = skip_if_buggy_ucrt_strfptime = unchanged


def always(*args, **kwargs):
    """A decorator with arguments that lets the test run."""
    return unchanged


impl_detail = requires_resource = requires_gil_enabled = skip_if_sanitizer = skip_if_buildbot = always
requires_mac_ver = requires_linux_version = requires_freebsd_version = always
expected_failure_if_gil_disabled = requires_debug_ranges = requires_zlib = always


def check_impl_detail(**guards):
    """Whether a test that some implementations leave out runs: as CPython answers."""
    if not guards:
        return True
    return guards.get("cpython", not all(guards.values()))


def is_resource_enabled(name):
    return True


def requires(resource, msg=None):
    pass


def no_tracing(test):
    """Turns tracing off while the test runs."""
    @functools.wraps(test)
    def untraced(*args, **kwargs):
        old = sys.gettrace()
        sys.settrace(None)
        try:
            return test(*args, **kwargs)
        finally:
            sys.settrace(old)
    return untraced if hasattr(sys, "gettrace") else test


def refcount_test(test):
    return no_tracing(test)


@contextmanager
def run_with_locale(category, *names):
    """Runs with the first locale of these that can be had."""
    old = None
    try:
        import locale
        category = getattr(locale, category)
        old = locale.setlocale(category)
        for name in names:
            try:
                locale.setlocale(category, name)
                break
            except locale.Error:
                pass
    except Exception:
        pass
    try:
        yield
    finally:
        if old is not None:
            locale.setlocale(category, old)


def bigmemtest(size, memuse, dry_run=True):
    """Runs the test with a small size, as CPython does unless it is told how much memory there is."""
    def decorate(test):
        @functools.wraps(test)
        def small(self):
            return test(self, 5147)
        return unittest.skip("needs much memory")(test) if not dry_run else small
    return decorate


def bigaddrspacetest(test):
    return unittest.skip("needs the whole address space")(test)


def requires_subprocess():
    return helper("subprocess")


def requires_fork():
    return helper("fork")


def requires_working_socket(*, module=False):
    if module:
        raise Helper("socket")
    return helper("socket")


def wait_process(*args, **kwargs):
    raise Helper("fork")


def run_in_subinterp(code):
    raise Helper("interpreters")


run_in_subinterp_with_config = run_in_subinterp


def check_sanitizer(**kinds):
    return False


def check_sizeof(case, value, size):
    raise Helper("_testinternalcapi")


def calcobjsize(layout):
    raise Helper("struct layouts of CPython")


calcvobjsize = calcobjsize


def get_c_recursion_limit():
    return C_RECURSION_LIMIT


def exceeds_recursion_limit():
    return C_RECURSION_LIMIT * 3


def python_is_optimized():
    return True


def maybe_get_event_loop_policy():
    return None


def load_package_tests(folder, loader, tests, pattern):
    return tests


def run_code(code):
    """The names that a program defines."""
    import textwrap
    names = {}
    exec(textwrap.dedent(code), names)
    return names


@contextmanager
def suppress_immortalization(suppress=True):
    yield


@contextmanager
def gc_threshold(*thresholds):
    import gc
    old = gc.get_threshold()
    gc.set_threshold(*thresholds)
    try:
        yield
    finally:
        gc.set_threshold(*old)


def setswitchinterval(seconds):
    return sys.setswitchinterval(seconds)


def late_deletion(value):
    raise Helper("subprocess")


class SuppressCrashReport:
    """A crash is the examiner's to see."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class catch_unraisable_exception:
    """Keeps what `sys.unraisablehook` is told."""

    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        def keep(unraisable):
            self.unraisable = unraisable
        self.old, sys.unraisablehook = sys.unraisablehook, keep
        return self

    def __exit__(self, *error):
        sys.unraisablehook = self.old
        del self.unraisable


class CPUStopwatch:
    """How long the work inside takes, with the collector off."""

    def __enter__(self):
        import time
        self.clock_info = time.get_clock_info("process_time")
        self.clock = time.process_time
        self.quiet = disable_gc()
        self.quiet.__enter__()
        self.start_time = self.clock()
        return self

    def __exit__(self, *error):
        end = self.clock()
        self.quiet.__exit__(None, None, None)
        self.seconds = end - self.start_time


def force_not_colorized(test):
    @functools.wraps(test)
    def plain(*args, **kwargs):
        try:
            import _colorize
        except ImportError:
            return test(*args, **kwargs)
        with swap_attr(_colorize, "can_colorize", lambda: False):
            return test(*args, **kwargs)
    return plain


def get_recursion_depth():
    """How many frames lie below the caller, and the caller's."""
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def get_recursion_available():
    return sys.getrecursionlimit() - get_recursion_depth()


def iter_builtin_types():
    import builtins
    for value in vars(builtins).values():
        if isinstance(value, type) and value.__module__ == "builtins":
            yield value


def iter_slot_wrappers(kind):
    """The names of the slot wrappers of a class, with whether it is its own."""
    wrapper = type(object.__init__)
    for name in dir(kind):
        if isinstance(getattr(kind, name, None), wrapper):
            yield name, name in vars(kind)


def check_disallow_instantiation(case, kind, *args, **kwargs):
    import re
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    case.assertRaisesRegex(TypeError, re.escape(f"cannot create '{name}' instances"), kind, *args, **kwargs)


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    """Checks that `__all__` has every public name that belongs to the module."""
    homes = name_of_module or (module.__name__,)
    homes = (homes,) if isinstance(homes, str) else homes
    expected = set(extra)
    for name in dir(module):
        if name.startswith("_") or name in not_exported:
            continue
        value = getattr(module, name)
        home = getattr(value, "__module__", None)
        if home in homes or not hasattr(value, "__module__") and type(value) is not type(sys):
            expected.add(name)
    case.assertCountEqual(module.__all__, expected)


def detect_api_mismatch(reference, other, *, ignore=()):
    missing = set(dir(reference)) - set(dir(other)) - set(ignore)
    return {name for name in missing if not name.startswith("_") or name.endswith("__")}


def patch(case, owner, name, value):
    """Sets an attribute until the test is over."""
    getattr(owner, name)
    case.enterContext(swap_attr(owner, name, value))


class BrokenIter:
    """An iterable of which a part raises."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        self.next_raises, self.iter_raises = next_raises, iter_raises
        if init_raises:
            1 / 0

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


def gc_collect():
    import gc
    gc.collect()
    gc.collect()


@contextmanager
def disable_gc():
    import gc
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def swap_attr(owner, name, value):
    missing = object()
    old = getattr(owner, name, missing)
    setattr(owner, name, value)
    try:
        yield None if old is missing else old
    finally:
        if old is not missing:
            setattr(owner, name, old)
        elif hasattr(owner, name):
            delattr(owner, name)


@contextmanager
def swap_item(owner, key, value):
    missing = object()
    old = owner[key] if key in owner else missing
    owner[key] = value
    try:
        yield None if old is missing else old
    finally:
        if old is not missing:
            owner[key] = old
        elif key in owner:
            del owner[key]


def infinite_recursion(max_depth=None):
    """Lets this many more frames run (many, unless it is said)."""
    return set_recursion_limit(get_recursion_depth() + (max_depth or 20_000))


@contextmanager
def set_recursion_limit(limit):
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(old)


@contextmanager
def adjust_int_max_str_digits(digits):
    old = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(old)


@contextmanager
def captured_output(name):
    import io
    old = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, old)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


def check_syntax_error(case, code, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(code, "<test string>", "exec")
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    case.assertIsNotNone(error.offset)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check_free_after_iterating(case, iterate, cls, args=()):
    """Checks that an iterator that is over lets go of what it iterated over."""
    freed = False

    def exhaust():
        class Watched(cls):
            def __del__(self):
                nonlocal freed
                freed = True
                next(it, None)

        it = iterate(Watched(*args))
        case.assertRaises(StopIteration, next, it)

    exhaust()
    gc_collect()
    case.assertTrue(freed)


def findfile(name, subdir=None):
    """A data file of the tests, in CPython's own folder."""
    parts = [TEST_HOME_DIR, subdir, name] if subdir else [TEST_HOME_DIR, name]
    return "/".join(parts)


class _Extreme:
    def __eq__(self, other):
        return other is self


class _Largest(_Extreme):
    def __lt__(self, other):
        return False

    def __gt__(self, other):
        return other is not self

    def __le__(self, other):
        return other is self

    def __ge__(self, other):
        return True


class _Smallest(_Extreme):
    def __gt__(self, other):
        return False

    def __lt__(self, other):
        return other is not self

    def __ge__(self, other):
        return other is self

    def __le__(self, other):
        return True


class _Always:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _Never:
    __hash__ = None

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __lt__(self, other):
        return NotImplemented

    __gt__ = __le__ = __ge__ = __lt__


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = _Always(), _Never(), _Largest(), _Smallest()


def get_attribute(owner, name):
    try:
        return getattr(owner, name)
    except AttributeError:
        raise unittest.SkipTest(f"{owner!r} has no {name}") from None


def sortdict(items):
    return "{" + ", ".join(f"{key!r}: {items[key]!r}" for key in sorted(items)) + "}"


def has_no_debug_ranges():
    return False


def skip_if_suppress_immortalization():
    return unchanged


def reap_children():
    """There are none."""


def __getattr__(name):
    if name == "has_strftime_extensions":
        import time
        return time.strftime("%4Y") != "%4Y"
    raise AttributeError(f"module 'test.support' has no attribute {name!r}")
