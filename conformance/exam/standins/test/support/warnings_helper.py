"""Checks of warnings."""
import functools
import sys
import warnings
from contextlib import contextmanager


class WarningsRecorder:
    """The warnings so far, and the attributes of the last one."""

    def __init__(self, seen):
        self._seen, self._last = seen, 0

    @property
    def warnings(self):
        return self._seen[self._last:]

    def __getattr__(self, name):
        if self.warnings:
            return getattr(self._seen[-1], name)
        if name in ("message", "category", "filename", "lineno", "file", "line", "source"):
            return None
        raise AttributeError(name)

    def reset(self):
        self._last = len(self._seen)


def forget_registries():
    """Lets every module warn anew."""
    for module in list(sys.modules.values()):
        if getattr(module, "__warningregistry__", None):
            module.__warningregistry__.clear()


@contextmanager
def check_warnings(*filters, quiet=None):
    """Checks that each of `filters`, a pattern and a category, and nothing else is warned of."""
    if quiet is None:
        quiet = not filters
    filters = filters or (("", Warning),)
    forget_registries()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield WarningsRecorder(seen)
    left, unmet = list(seen), []
    for pattern, category in filters:
        fits = [w for w in left if issubclass(w.category, category) and fitting(pattern, str(w.message))]
        left = [w for w in left if w not in fits]
        if not fits and not quiet:
            unmet.append((pattern, category.__name__))
    assert not left, f"unhandled warning {left[0]}"
    assert not unmet, f"no warning of {unmet[0]}"


def fitting(pattern, text):
    if not pattern:
        return True
    import re
    return re.match(pattern, text, re.I)


@contextmanager
def check_no_warnings(case, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as seen:
        warnings.filterwarnings("always", message=message, category=category)
        yield
        if force_gc:
            import gc
            gc.collect()
    case.assertEqual(seen, [])


def check_no_resource_warning(case):
    return check_no_warnings(case, category=ResourceWarning, force_gc=True)


def check_syntax_warning(case, code, errtext="", *, lineno=1, offset=None):
    from . import check_syntax_error
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always", SyntaxWarning)
        compile(code, "<testcase>", "exec")
    case.assertEqual(len(seen), 1, seen)
    case.assertTrue(issubclass(seen[0].category, SyntaxWarning))
    if errtext:
        case.assertRegex(str(seen[0].message), errtext)
    case.assertEqual(seen[0].filename, "<testcase>")
    if lineno is not None:
        case.assertEqual(seen[0].lineno, lineno)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("error", SyntaxWarning)
        check_syntax_error(case, code, errtext, lineno=lineno, offset=offset)
    case.assertEqual(seen, [])


def import_deprecated(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        __import__(name)
        return sys.modules[name]


def ignore_warnings(*, category):
    def decorate(test):
        @functools.wraps(test)
        def quiet(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category)
                return test(self, *args, **kwargs)
        return quiet
    return decorate


@contextmanager
def save_restore_warnings_filters():
    old = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = old
