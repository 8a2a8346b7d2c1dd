"""Checks of warnings."""
import warnings
from contextlib import contextmanager


@contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield seen


@contextmanager
def check_no_warnings(case, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield
    case.assertEqual([w for w in seen if issubclass(w.category, category)], [])


def ignore_warnings(*, category):
    def decorate(test):
        def quiet(self, *args):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category)
                return test(self, *args)
        return quiet
    return decorate


@contextmanager
def save_restore_warnings_filters():
    with warnings.catch_warnings():
        yield
