"""Files and variables of the environment for tests; every file lies in the folder that the examiner made."""
import os
import unittest
from contextlib import contextmanager

TESTFN = TESTFN_ASCII = "@test_tmp"
TESTFN_UNICODE = TESTFN + "-\xe0\xf2\u0258\u0141\u011f"
TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None
TESTFN_NONASCII = TESTFN_UNICODE
FS_NONASCII = "\xe6"


def unlink(name):
    try:
        os.unlink(name)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmdir(name):
    try:
        os.rmdir(name)
    except FileNotFoundError:
        pass


def rmtree(name):
    import shutil
    shutil.rmtree(name, ignore_errors=True)


def create_empty_file(name):
    open(name, "wb").close()


@contextmanager
def temp_dir(path=None, quiet=False):
    import tempfile
    made = path
    if path is None:
        made = os.path.realpath(tempfile.mkdtemp())
    else:
        os.mkdir(path)
    try:
        yield made
    finally:
        rmtree(made)


@contextmanager
def change_cwd(path, quiet=False):
    old = os.getcwd()
    os.chdir(os.path.realpath(path))
    try:
        yield os.getcwd()
    finally:
        os.chdir(old)


@contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    with temp_dir(name) as path, change_cwd(path) as cwd:
        yield cwd


def can_symlink():
    return hasattr(os, "symlink")


def skip_unless_symlink(test):
    return unittest.skipUnless(can_symlink(), "needs links")(test)


class FakePath:
    """Anything with `__fspath__`."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException):
            raise self.path
        if isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """Variables of the environment that are as before when it is left."""

    def __init__(self):
        self.environ, self.old = os.environ, {}

    def _remember(self, name):
        self.old.setdefault(name, self.environ.get(name))

    def __getitem__(self, name):
        return self.environ[name]

    def __setitem__(self, name, value):
        self._remember(name)
        self.environ[name] = value

    def __delitem__(self, name):
        self._remember(name)
        self.environ.pop(name, None)

    def __contains__(self, name):
        return name in self.environ

    set, unset = __setitem__, __delitem__

    def __enter__(self):
        return self

    def __exit__(self, *error):
        for name, value in self.old.items():
            if value is None:
                self.environ.pop(name, None)
            else:
                self.environ[name] = value
