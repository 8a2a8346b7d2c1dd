"""What the tests use of their helpers: limits, decorators that let everything run, and comparisons."""
import functools
import sys
import unittest
from contextlib import contextmanager

verbose = 0
is_emscripten = is_wasi = is_apple = is_android = MS_WINDOWS = is_jython = Py_DEBUG = False
Py_GIL_DISABLED = is_apple_mobile = is_wasm32 = check_sanitizer_active = False
has_fork_support = has_subprocess_support = has_socket_support = False
max_memuse = real_max_memuse = 0
_2G = 1 << 31
_4G = 1 << 32
_1M = 1 << 20
_1G = 1 << 30
MAX_Py_ssize_t = sys.maxsize
SHORT_TIMEOUT = LONG_TIMEOUT = LOOPBACK_TIMEOUT = 30.0
NHASHBITS = 64
EXCEEDS_RECURSION_LIMIT = 5000
C_RECURSION_LIMIT = Py_C_RECURSION_LIMIT = 10000
TEST_MODULES_ENABLED = False


def unchanged(test):
    return test


cpython_only = impl_detail_always = no_tracing = unchanged
requires_docstrings = requires_IEEE_754 = skip_wasi_stack_overflow = unchanged
skip_emscripten_stack_overflow = refcount_test = requires_gil_enabled = unchanged
anticipate_failure = run_with_tz = None


def impl_detail(reason=None, **guards):
    return unchanged


def check_impl_detail(**guards):
    return True


def run_with_locale(*names):
    return unchanged


def requires_resource(name):
    return unittest.skip("resource " + name)


def bigmemtest(size, memuse, dry_run=True):
    def decorate(test):
        @functools.wraps(test)
        def small(self):
            return test(self, 5147)
        return small
    return decorate


def precisionbigmemtest(size, memuse, dry_run=True):
    return bigmemtest(size, memuse)


def bigaddrspacetest(test):
    return unittest.skip("needs the whole address space")(test)


def requires_subprocess():
    return unittest.skip("helper subprocess")


def requires_fork():
    return unittest.skip("helper fork")


def check_sanitizer(**kinds):
    return False


def skip_if_sanitizer(*names, **kinds):
    return unchanged


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


@contextmanager
def infinite_recursion(max_depth=None):
    yield


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


def check_syntax_error(case, code, errtext="", *, lineno=None, offset=None):
    with case.assertRaises(SyntaxError) as caught:
        compile(code, "<test string>", "exec")
    case.assertIn(errtext, str(caught.exception))
    if lineno is not None:
        case.assertEqual(caught.exception.lineno, lineno)
    if offset is not None:
        case.assertEqual(caught.exception.offset, offset)


def check_free_after_iterating(case, iterate, cls, args=()):
    done = False

    class Watched(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    it = iterate(Watched(*args))
    case.assertRaises(StopIteration, next, it)
    gc_collect()
    case.assertTrue(done)


def findfile(name, subdir=None):
    return name


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
