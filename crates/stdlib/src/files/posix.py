"""What `os` takes from the system: the host's files, and nothing of processes."""

import _files
import _structseq

error = OSError
environ = {}
_have_functions = []

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC = 0o100, 0o200, 0o1000, 0o2000, 0o2000000
EX_OK = 0

_TIMES = ("st_atime", "st_mtime", "st_ctime")


def _seconds(self, field):
    """The times of a tuple without others are its whole seconds."""
    return self[7 + _TIMES.index(field)] if field in _TIMES else None


stat_result = _structseq.make(
    "os", "stat_result",
    ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", None, None, None),
    (*_TIMES, "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"),
    "What a path leads to: its kind and permissions, size and times.", body={"_defaults": _seconds})
terminal_size = _structseq.make("os", "terminal_size", ("columns", "lines"),
                                doc="A tuple of (columns, lines) for holding terminal window size")
times_result = _structseq.make(
    "posix", "times_result", ("user", "system", "children_user", "children_system", "elapsed"),
    doc="Result from os.times(): process times in seconds.")
uname_result = _structseq.make(
    "posix", "uname_result", ("sysname", "nodename", "release", "version", "machine"),
    doc="What is known of the system.")


def fspath(path):
    """The text or bytes that a path stands for."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        convert = kind.__fspath__
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    made = convert(path)
    if not isinstance(made, (str, bytes)):
        raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, "
                        f"not {type(made).__name__}")
    return made


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Opens a file; its number."""
    access = flags & 3
    return _files.open(fspath(path), "".join((
        "r" if access in (O_RDONLY, O_RDWR) else "",
        "w" if access in (O_WRONLY, O_RDWR) else "",
        "a" if flags & O_APPEND else "", "c" if flags & O_CREAT else "",
        "x" if flags & O_EXCL else "", "t" if flags & O_TRUNC else "")))


def close(fd):
    """Closes an open file."""
    _files.close(fd)


def read(fd, length, /):
    """Reads at most so many bytes."""
    if length < 0:
        raise OSError(22, "Invalid argument")
    return _files.read(fd, length)


def write(fd, data, /):
    """Writes bytes; how many."""
    return _files.write(fd, data)


def lseek(fd, position, whence, /):
    """Goes to a place of an open file."""
    return _files.seek(fd, position, whence)


def ftruncate(fd, length, /):
    """Cuts an open file off."""
    _files.set_size(fd, length)


def isatty(fd, /):
    """Whether an open file is a terminal."""
    return _files.is_terminal(fd)


def _stat(found):
    mode, size, modified, accessed, number, device = found
    whole = [time // 10 ** 9 for time in (accessed, modified, modified)]
    return stat_result(
        (mode, number, device, 1, 0, 0, size, *whole),
        {"st_atime": accessed / 1e9, "st_mtime": modified / 1e9, "st_ctime": modified / 1e9,
         "st_atime_ns": accessed, "st_mtime_ns": modified, "st_ctime_ns": modified,
         "st_blksize": 4096, "st_blocks": -(-size // 512), "st_rdev": 0})


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What a path, or an open file, is."""
    if isinstance(path, int):
        return fstat(path)
    return _stat(_files.metadata(fspath(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    """As stat(), of a symbolic link itself."""
    return stat(path, follow_symlinks=False)


def fstat(fd):
    """What an open file is."""
    return _stat(_files.file_metadata(fd))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether a path is there."""
    try:
        found = stat(path)
    except OSError:
        return False
    return not mode & (W_OK | X_OK) or bool(found.st_mode >> 6 & mode == mode)


class DirEntry:
    """A name in a folder."""

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder == "." else folder.rstrip("/") + "/" + name

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def stat(self, *, follow_symlinks=True):
        """What it is."""
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        """Its number."""
        return lstat(self.path).st_ino

    def _is(self, kind, follow_symlinks):
        try:
            return stat(self.path, follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder."""
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a file."""
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return self._is(0o120000, False)

    def is_junction(self):
        """Whether it is a junction, which only one system has."""
        return False


class _Scan:
    """The names in a folder, one by one."""

    def __init__(self, path):
        self._entries = iter([DirEntry(path, name) for name in listdir(path)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        """Ends the iteration."""
        self._entries = iter(())


def scandir(path="."):
    """The entries of a folder."""
    return _Scan("." if path is None else fspath(path))


def listdir(path="."):
    """The names in a folder."""
    return _files.list("." if path is None else fspath(path))


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Makes a folder."""
    _files.create_folder(fspath(path))


def rmdir(path, *, dir_fd=None):
    """Removes an empty folder."""
    _files.remove_folder(fspath(path))


def unlink(path, *, dir_fd=None):
    """Removes a file."""
    _files.remove(fspath(path))


remove = unlink


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Gives a file or folder another name."""
    _files.rename(fspath(src), fspath(dst))


replace = rename


def getcwd():
    """The folder in which relative paths begin."""
    return _files.current_folder()


def getcwdb():
    """As getcwd(), in bytes."""
    return getcwd().encode("utf-8", "surrogateescape")


def chdir(path):
    """Lets relative paths begin in another folder."""
    _files.set_current_folder(fspath(path))


def strerror(code, /):
    """What an error's number means."""
    return _files.message(code)


def getpid():
    """The number of the process, which programs are not told."""
    return 1


def cpu_count():
    """How many processors a program may use: one."""
    return 1


def urandom(size, /):
    """Random bytes."""
    import random
    return random.SystemRandom().randbytes(size)


def _exit(status):
    """Ends the program."""
    raise SystemExit(status)


def get_terminal_size(fd=1, /):
    """The size of a terminal, which is not known."""
    raise OSError(25, "Inappropriate ioctl for device")


def times():
    """Process times."""
    import time
    spent = time.process_time()
    return times_result((spent, 0.0, 0.0, 0.0, time.monotonic()))


def putenv(name, value, /):
    """There is no environment that another process would see."""


def unsetenv(name, /):
    """There is no environment that another process would see."""


def umask(mask, /):
    """There is no mask."""
    return 0o022


def _refused(name):
    def refused(*args, **kwargs):
        raise PermissionError(1, "Operation not permitted")
    refused.__name__ = refused.__qualname__ = name
    return refused


chmod, utime, pipe, dup, fork = map(_refused, ("chmod", "utime", "pipe", "dup", "fork"))
