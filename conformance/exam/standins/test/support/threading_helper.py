"""Threads are a helper that the examiner does not have."""
from unittest.skips import Helper, helper

can_start_thread = False


def requires_working_threading(*, module=False):
    if module:
        raise Helper("threading")
    return helper("threading")


def reap_threads(test):
    return helper("threading")(test)


def _refuse(*args, **kwargs):
    raise Helper("threading")


start_threads = join_thread = wait_threads_exit = catch_threading_exception = _refuse


def threading_setup():
    return ()


def threading_cleanup(*old):
    pass
