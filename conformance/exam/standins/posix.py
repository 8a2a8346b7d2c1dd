"""What `os` takes from the operating system, without one: no files, no processes, an empty environment.

An implementation that has the module itself never finds this one.
"""
import errno as _errno

_have_functions = []
environ = {}
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024


def _refused(name):
    def refused(*args, **kwargs):
        raise PermissionError(_errno.EPERM, f"{name} is refused")
    refused.__name__ = name
    return refused


for _name in ("open", "close", "read", "write", "mkdir", "rmdir", "unlink", "remove", "rename", "replace", "listdir",
              "scandir", "chdir", "chmod", "access", "pipe", "dup", "isatty", "getcwdb", "utime"):
    globals()[_name] = _refused(_name)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    raise FileNotFoundError(_errno.ENOENT, "No such file or directory", path)


lstat = stat


def putenv(name, value):
    pass


def unsetenv(name):
    pass


def getcwd():
    return "/"


def getpid():
    return 1


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        convert = kind.__fspath__
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    made = convert(path)
    if not isinstance(made, (str, bytes)):
        raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(made).__name__}")
    return made


def urandom(size):
    import random
    return random.randbytes(size)


def cpu_count():
    return 1


def _exit(status):
    raise SystemExit(status)


def strerror(number):
    return f"Error {number}"


class stat_result(tuple):
    pass


class terminal_size(tuple):
    pass


class DirEntry:
    pass
