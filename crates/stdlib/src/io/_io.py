"""Streams: what io shows, before it makes abstract classes of it."""

from builtins import BlockingIOError, open

import _files

DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
          opener=None):
    """What `open` does."""
    if not isinstance(file, (str, bytes, int)):
        import posix
        file = posix.fspath(file)
    for name, value in (("mode", mode), ("encoding", encoding), ("errors", errors),
                        ("newline", newline)):
        if not isinstance(value, str) and (value is not None or name == "mode"):
            which = "" if name == "mode" else " or None"
            raise TypeError(f"open() argument '{name}' must be str{which}, not "
                            f"{type(value).__name__}")
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError(f"invalid mode: '{mode}'")
    text = "b" not in kinds
    if not text and "t" in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("axrw")) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds & set("axrw"):
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one "
                         "plus")
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if not text and value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} "
                             "argument")
    if not text and buffering == 1:
        import warnings
        warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default "
                      "buffer size will be used", RuntimeWarning, 2)
    raw = FileIO(file, "".join(each for each in mode if each not in "bt"), closefd, opener)
    result = raw
    try:
        line_buffering = buffering == 1 and text
        if buffering == 0:
            if text:
                raise ValueError("can't have unbuffered text I/O")
            return result
        size = DEFAULT_BUFFER_SIZE if buffering <= 1 else buffering
        kind = BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter
        result = kind(raw, size)
        if text:
            result = TextIOWrapper(result, encoding, errors, newline, line_buffering)
            result.mode = mode
        return result
    except:
        raw.close()
        raise


def open_code(path):
    """Opens a file of code."""
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    """The encoding that is used where none is given."""
    return "locale" if encoding is None else encoding


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                        "integer") from None


def _view(data):
    """A view of the bytes that an object lends."""
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError("a bytes-like object is required, not "
                        f"'{type(data).__name__}'") from None


def _size(value):
    """A number of characters or bytes; -1 for all."""
    if value is None:
        return -1
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("argument should be integer or None, not "
                        f"'{type(value).__name__}'") from None


class _IOBase:
    """What all streams have."""

    __module__ = "_io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._unsupported("seek")

    def tell(self):
        """The place."""
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        self._unsupported("truncate")

    def fileno(self):
        """The number of the file."""
        self._unsupported("fileno")

    def detach(self):
        """Gives the stream below away."""
        self._unsupported("detach")

    def flush(self):
        """Writes what waits."""
        self._check_closed()

    def close(self):
        """Flushes and closes the stream."""
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    _checkClosed = _check_closed

    def seekable(self):
        """Whether seek() works."""
        return False

    def readable(self):
        """Whether reading works."""
        return False

    def writable(self):
        """Whether writing works."""
        return False

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def isatty(self):
        """Whether it is a terminal."""
        self._check_closed()
        return False

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        size = _size(size)
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def readlines(self, hint=None, /):
        """Reads lines, at least so many characters together."""
        hint = _size(hint)
        if hint <= 0:
            return list(self)
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if length >= hint:
                break
        return lines

    def writelines(self, lines, /):
        """Writes one after the other."""
        self._check_closed()
        for line in lines:
            self.write(line)

    def __del__(self):
        if not self.closed:
            try:
                self.close()
            except Exception:
                pass


class _RawIOBase(_IOBase):
    """Streams of bytes without a buffer."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """Reads up to so many bytes."""
        size = _size(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        """Reads to the end."""
        parts = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            parts += data
        return bytes(parts) if parts else data

    def readinto(self, buffer, /):
        self._unsupported("readinto")

    def write(self, data, /):
        self._unsupported("write")


class _BufferedIOBase(_IOBase):
    """Streams of bytes with a buffer."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """Reads up to so many bytes."""
        self._unsupported("read")

    def read1(self, size=-1, /):
        """Reads up to so many bytes, at once."""
        self._unsupported("read1")

    def readinto(self, buffer, /):
        """Reads into a buffer."""
        return self._read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        """Reads into a buffer, at once."""
        return self._read_into(buffer, self.read1)

    def _read_into(self, buffer, read):
        view = memoryview(buffer)
        if view.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, not "
                            f"{type(buffer).__name__}")
        view = view.cast("B")
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes."""
        self._unsupported("write")


class _TextIOBase(_IOBase):
    """Streams of text."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """Reads up to so many characters."""
        self._unsupported("read")

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        self._unsupported("readline")

    def write(self, text, /):
        """Writes text."""
        self._unsupported("write")

    encoding = None
    errors = None
    newlines = None


class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray()
        self._pos = 0
        if initial_bytes is not None:
            with _view(initial_bytes) as view:
                self._buffer += view
        self._closed = False

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def __getstate__(self):
        self._open()
        own = {name: value for name, value in self.__dict__.items()
               if name not in ("_buffer", "_pos", "_closed")}
        return self.getvalue(), self._pos, own or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError(f"{type(self).__name__}.__setstate__ argument should be 3-tuple, got "
                            f"{type(state).__name__}")
        content, pos, own = state
        BytesIO.__init__(self, content)
        if not isinstance(pos, int):
            raise TypeError(f"second item of state must be an integer, not {type(pos).__name__}")
        if pos < 0:
            raise ValueError("position value cannot be negative")
        self._pos = pos
        if own is not None:
            if not isinstance(own, dict):
                raise TypeError("third item of state should be a dict, got a "
                                f"{type(own).__name__}")
            self.__dict__.update(own)

    def getvalue(self):
        """All bytes."""
        self._open()
        return bytes(self._buffer)

    def getbuffer(self):
        """A view of the bytes."""
        self._open()
        return memoryview(self._buffer)

    def close(self):
        """Forgets the bytes."""
        if not self._closed:
            # While somebody views the bytes they cannot go.
            self._buffer.append(0)
            self._buffer = bytearray()
            self._closed = True

    def read(self, size=-1, /):
        """Reads up to so many bytes."""
        self._open()
        size = _size(size)
        start = self._pos
        left = len(self._buffer) - start
        if size < 0 or size > left:
            size = left if left > 0 else 0
        self._pos = start + size
        return bytes(self._buffer[start:start + size])

    def read1(self, size=-1, /):
        """Reads up to so many bytes."""
        return self.read(size)

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        self._open()
        size = _size(size)
        start = self._pos
        found = self._buffer.find(b"\n", start)
        end = found + 1 if found >= 0 else len(self._buffer)
        if 0 <= size < end - start:
            end = start + size
        if end <= start:
            return b""
        self._pos = end
        return bytes(self._buffer[start:end])

    def readinto(self, buffer, /):
        """Reads into a buffer."""
        self._open()
        return self._read_into(buffer, self.read)

    def write(self, data, /):
        """Writes bytes where the stream stands."""
        self._open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        with _view(data) as view:
            count = view.nbytes
            if not count:
                return 0
            pos = self._pos
            missing = pos - len(self._buffer)
            if missing > 0:
                self._buffer += bytes(missing)
            if pos == len(self._buffer):
                self._buffer += view.tobytes()
            else:
                self._buffer[pos:pos + count] = view.tobytes()
        self._pos = pos + count
        return count

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._open()
        offset = _index(offset)
        whence = _index(whence)
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
        elif whence == 1:
            offset += self._pos
        elif whence == 2:
            offset += len(self._buffer)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if offset >= 1 << 63:
            raise OverflowError("new position too large")
        self._pos = max(offset, 0)
        return self._pos

    def tell(self):
        """The place."""
        self._open()
        return self._pos

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        self._open()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        if size < len(self._buffer):
            del self._buffer[size:]
        return size

    def seekable(self):
        """Whether seek() works."""
        self._open()
        return True

    readable = writable = seekable

    def isatty(self):
        """Whether it is a terminal."""
        self._open()
        return False

    def flush(self):
        """Does nothing."""
        self._open()

    def __del__(self):
        pass


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    __module__ = "_io"

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("newline must be str or None, not " + type(newline).__name__)
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not "
                            + type(initial_value).__name__)
        self._newline = newline
        # What is written at the end waits here until somebody looks.
        self._parts = []
        self._length = 0
        self._pos = 0
        self._pending = ""
        self._seen = set()
        self._closed = False
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    _check_closed = _open

    def _text(self):
        parts = self._parts
        if len(parts) != 1:
            parts[:] = ["".join(parts)]
        return parts[0]

    def _translate(self, text):
        newline = self._newline
        if newline is None or newline == "":
            if "\r" in text:
                rest = text.replace("\r\n", "")
                if len(rest) != len(text):
                    self._seen.add("\r\n")
                if "\r" in rest:
                    self._seen.add("\r")
                if "\n" in rest:
                    self._seen.add("\n")
            elif "\n" in text:
                self._seen.add("\n")
        if newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if newline == "\r" or newline == "\r\n":
            return text.replace("\n", newline)
        return text

    def write(self, text, /):
        """Writes text where the stream stands."""
        if not isinstance(text, str):
            raise TypeError("string argument expected, got "
                            f"'{type(text).__name__}'")
        self._open()
        size = len(text)
        if not size:
            return 0
        text = self._translate(str(text))
        pos, length = self._pos, self._length
        if pos == length:
            self._parts.append(text)
            self._length = self._pos = pos + len(text)
            return size
        if pos > length:
            self._parts.append("\0" * (pos - length))
            self._parts.append(text)
        else:
            old = self._text()
            self._parts[:] = [old[:pos], text, old[pos + len(text):]]
        self._pos = pos + len(text)
        self._length = max(self._length, self._pos)
        return size

    def getvalue(self):
        """All text."""
        self._open()
        return self._text()

    def read(self, size=-1, /):
        """Reads up to so many characters."""
        self._open()
        size = _size(size)
        start = self._pos
        left = self._length - start
        if size < 0 or size > left:
            size = left if left > 0 else 0
        self._pos = start + size
        if not size:
            return ""
        return self._text()[start:start + size]

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        self._open()
        size = _size(size)
        start = self._pos
        if start >= self._length or size == 0:
            return ""
        text = self._text()
        newline = self._newline
        if newline == "":
            feed, carriage = text.find("\n", start), text.find("\r", start)
            if carriage >= 0 and (feed < 0 or carriage < feed):
                end = carriage + (2 if feed == carriage + 1 else 1)
            else:
                end = feed + 1
        else:
            mark = newline or "\n"
            found = text.find(mark, start)
            end = found + len(mark) if found >= 0 else 0
        if end <= 0:
            end = self._length
        if 0 <= size < end - start:
            end = start + size
        self._pos = end
        return text[start:end]

    def __next__(self):
        self._open()
        line = self.readline()
        if not line:
            raise StopIteration
        if not isinstance(line, str):
            raise OSError("readline() should have returned a str object, not "
                          f"'{type(line).__name__}'")
        return line

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._open()
        offset = _index(offset)
        whence = _index(whence)
        if not 0 <= whence <= 2:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence != 0 and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 1:
            offset = self._pos
        elif whence == 2:
            offset = self._length
        if offset >= 1 << 63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        self._pos = offset
        return offset

    def tell(self):
        """The place."""
        self._open()
        return self._pos

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        self._open()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        if size < self._length:
            self._parts[:] = [self._text()[:size]]
            self._length = size
        return size

    def close(self):
        """Forgets the text."""
        self._closed = True
        self._parts = []

    def flush(self):
        """Does nothing."""

    def seekable(self):
        """Whether seek() works."""
        self._open()
        return True

    readable = writable = seekable

    @property
    def line_buffering(self):
        self._open()
        return False

    @property
    def newlines(self):
        self._open()
        kinds = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in self._seen)
        return None if not kinds else kinds[0] if len(kinds) == 1 else kinds

    def __getstate__(self):
        self._open()
        hidden = ("_newline", "_parts", "_length", "_pos", "_pending", "_seen", "_closed")
        own = {name: value for name, value in self.__dict__.items() if name not in hidden}
        return self._text(), self._newline, self._pos, own or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError(f"{type(self).__name__}.__setstate__ argument should be 4-tuple, got "
                            f"{type(state).__name__}")
        text, newline, pos, own = state
        StringIO.__init__(self, "", newline)
        if text:
            self._parts, self._length = [text], len(text)
        if not isinstance(pos, int):
            raise TypeError(f"third item of state must be an integer, got {type(pos).__name__}")
        if pos < 0:
            raise ValueError("position value cannot be negative")
        self._pos = pos
        if own is not None:
            if not isinstance(own, dict):
                raise TypeError("fourth item of state should be a dict, got a "
                                f"{type(own).__name__}")
            self.__dict__.update(own)

    def __del__(self):
        pass


class IncrementalNewlineDecoder:
    """Makes one kind of line ends of all, piece by piece."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self._seen, self._carriage = set(), False

    def decode(self, input, final=False):
        """The next piece."""
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._carriage and (text or final):
            text = "\r" + text
            self._carriage = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._carriage = True
        rest = text.replace("\r\n", "")
        if len(rest) != len(text):
            self._seen.add("\r\n")
        self._seen.update(kind for kind in "\r\n" if kind in rest)
        if self.translate:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def reset(self):
        """Begins anew."""
        self._seen, self._carriage = set(), False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        kinds = tuple(kind for kind in ("\r", "\n", "\r\n") if kind in self._seen)
        return None if not kinds else kinds[0] if len(kinds) == 1 else kinds


class FileIO(_RawIOBase):
    """A file of the host, without a buffer."""

    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        if not isinstance(mode, str):
            raise TypeError("FileIO() argument 'mode' must be str, not " + type(mode).__name__)
        if not set(mode) <= set("xrwab+"):
            raise ValueError(f"invalid mode: {mode}")
        if sum(each in "rwax" for each in mode) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most "
                             "one plus")
        self._fd, self._closefd, self.name = -1, closefd, file
        self._reads, self._writes = "r" in mode or "+" in mode, "r" not in mode or "+" in mode
        self._kind = ("xb" if "x" in mode else "ab" if "a" in mode else
                      "rb" if not self._writes or "r" in mode else "wb")
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            _files.file_metadata(file)
            self._fd = int(file)
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        else:
            self._fd = self._opened(file, mode, opener)
        if "a" in mode and self.seekable():
            _files.seek(self._fd, 0, 2)

    def _opened(self, file, mode, opener):
        import posix
        if opener is None:
            flags = ("r" if self._reads else "") + ("w" if self._writes else "")
            if "a" in mode:
                flags += "ac"
            elif "w" in mode:
                flags += "ct"
            elif "x" in mode:
                flags += "cx"
            return _files.open(posix.fspath(file), flags)
        access = posix.O_RDWR if self._reads and self._writes else posix.O_WRONLY if self._writes else 0
        if "r" not in mode:
            access |= posix.O_CREAT
        if "w" in mode:
            access |= posix.O_TRUNC
        if "x" in mode:
            access |= posix.O_EXCL
        if "a" in mode:
            access |= posix.O_APPEND
        fd = opener(file, access | posix.O_CLOEXEC)
        if not isinstance(fd, int):
            raise TypeError("expected integer from opener")
        if fd < 0:
            raise ValueError(f"opener returned {fd}")
        return fd

    @property
    def mode(self):
        return self._kind[:1] + "b" + ("+" if self._reads and self._writes else "")

    @property
    def closefd(self):
        return self._closefd

    @property
    def closed(self):
        return self._fd < 0

    def _check(self, allowed, what):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")
        if not allowed:
            raise UnsupportedOperation(f"File not open for {what}")

    def __repr__(self):
        if self._fd < 0:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>"

    def fileno(self):
        """The number of the file."""
        self._check(True, "")
        return self._fd

    def isatty(self):
        """Whether it is a terminal."""
        self._check(True, "")
        return _files.is_terminal(self._fd)

    def readable(self):
        """Whether reading works."""
        self._check(True, "")
        return self._reads

    def writable(self):
        """Whether writing works."""
        self._check(True, "")
        return self._writes

    def seekable(self):
        """Whether seek() works."""
        self._check(True, "")
        try:
            _files.seek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def read(self, size=-1, /):
        """Reads up to so many bytes."""
        self._check(self._reads, "reading")
        return _files.read(self._fd, _size(size))

    def readall(self):
        """Reads to the end."""
        self._check(self._reads, "reading")
        return _files.read(self._fd, -1)

    def readinto(self, buffer, /):
        """Reads into a buffer."""
        self._check(self._reads, "reading")
        view = memoryview(buffer).cast("B")
        data = _files.read(self._fd, len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes; how many."""
        self._check(self._writes, "writing")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _files.write(self._fd, data)

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        self._check(True, "")
        if isinstance(offset, float):
            raise TypeError("an integer is required")
        return _files.seek(self._fd, offset, whence)

    def tell(self):
        """The place."""
        self._check(True, "")
        return _files.seek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        self._check(self._writes, "writing")
        if size is None:
            size = self.tell()
        _files.set_size(self._fd, size)
        return size

    def close(self):
        """Closes the file."""
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            if self._closefd:
                _files.close(fd)

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' instances")

    def __del__(self):
        if getattr(self, "_fd", -1) >= 0 and self._closefd:
            import warnings
            warnings.warn(f"unclosed file {self!r}", ResourceWarning, 2, source=self)
            self.close()


class _Buffered(_BufferedIOBase):
    """A stream over another one. It keeps no bytes back, so that both always agree."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.raw = raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        kind = type(self)
        try:
            name = f" name={self.name!r}"
        except (AttributeError, ValueError):
            return f"<{kind.__module__}.{kind.__qualname__}>"
        return f"<{kind.__module__}.{kind.__qualname__}{name}>"

    def seekable(self):
        """Whether seek() works."""
        return self.raw.seekable()

    def seek(self, offset, whence=0, /):
        """Goes to a place."""
        return self.raw.seek(offset, whence)

    def tell(self):
        """The place."""
        return self.raw.tell()

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        return self.raw.truncate(size)

    def flush(self):
        """Writes what waits."""
        if self.closed:
            raise ValueError("flush of closed file")
        self.raw.flush()

    def close(self):
        """Closes the stream below too."""
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        """Gives the stream below away."""
        if self.raw is None:
            raise ValueError("raw stream already detached")
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def isatty(self):
        """Whether it is a terminal."""
        return self.raw.isatty()

    def fileno(self):
        """The number of the file."""
        return self.raw.fileno()

    def __del__(self):
        pass


class BufferedReader(_Buffered):
    """Reads from a raw stream."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    def readable(self):
        """Whether reading works."""
        return self.raw.readable()

    def read(self, size=-1, /):
        """Reads up to so many bytes, to the end if it must."""
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        parts = bytearray()
        while size < 0 or len(parts) < size:
            part = self.raw.read(DEFAULT_BUFFER_SIZE if size < 0 else size - len(parts))
            if not part:
                break
            parts += part
        return bytes(parts)

    def read1(self, size=-1, /):
        """Reads up to so many bytes, at once."""
        return self.raw.read(DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        if not self.raw.seekable():
            return super().readline(size)
        size, line = _size(size), bytearray()
        while size < 0 or len(line) < size:
            wanted = DEFAULT_BUFFER_SIZE if size < 0 else min(DEFAULT_BUFFER_SIZE, size - len(line))
            data = self.raw.read(wanted)
            end = data.find(b"\n") + 1
            if end:
                self.raw.seek(end - len(data), 1)
                data = data[:end]
            line += data
            if end or not data:
                break
        return bytes(line)

    def peek(self, size=0, /):
        """What comes next, which stays."""
        place = self.raw.tell()
        data = self.raw.read(max(size, 1))
        self.raw.seek(place)
        return data


class BufferedWriter(_Buffered):
    """Writes to a raw stream."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        super().__init__(raw, buffer_size)

    def writable(self):
        """Whether writing works."""
        return self.raw.writable()

    def write(self, data, /):
        """Writes bytes."""
        if self.closed:
            raise ValueError("write to closed file")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self.raw.write(data)


class BufferedRandom(BufferedWriter, BufferedReader):
    """Reads from and writes to a raw stream."""

    __module__ = "_io"


class BufferedRWPair(_BufferedIOBase):
    """A stream to read from and one to write to."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
        self.read, self.read1, self.peek = self.reader.read, self.reader.read1, self.reader.peek
        self.readinto, self.write = self.reader.readinto, self.writer.write
        self.flush = self.writer.flush

    def readable(self):
        """Whether reading works."""
        return self.reader.readable()

    def writable(self):
        """Whether writing works."""
        return self.writer.writable()

    def close(self):
        """Closes both."""
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed

    def __del__(self):
        pass


class TextIOWrapper(_TextIOBase):
    """Text over a stream of bytes."""

    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        import codecs
        if newline is not None and not isinstance(newline, str):
            raise TypeError("illegal newline type: " + type(newline).__name__)
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        encoding = "UTF-8" if encoding in (None, "locale") else encoding
        codecs.lookup(encoding)
        self.buffer, self.encoding, self.errors = buffer, encoding, errors or "strict"
        self.line_buffering, self.write_through = line_buffering, write_through
        self._newline = newline
        # What was read from the stream, decoded, and not handed out.
        self._read = None

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def __repr__(self):
        name = f" name={self.buffer.name!r}" if hasattr(self.buffer, "name") else ""
        mode = f" mode={self.mode!r}" if hasattr(self, "mode") else ""
        return f"<_io.TextIOWrapper{name}{mode} encoding={self.encoding!r}>"

    def _source(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self._read is None:
            text = self.buffer.read().decode(self.encoding, self.errors)
            self._read = StringIO(text, "\n" if self._newline is None else self._newline)
            if self._newline is None:
                self._read = StringIO(text, None)
            elif self._newline in ("\r", "\r\n"):
                self._read = StringIO("", self._newline)
                self._read._parts, self._read._length = [text], len(text)
        return self._read

    @property
    def newlines(self):
        return None if self._read is None else self._read.newlines

    def read(self, size=-1, /):
        """Reads up to so many characters."""
        if not self.closed and not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        return self._source().read(size)

    def readline(self, size=-1, /):
        """Reads to the end of a line."""
        if not self.closed and not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        return self._source().readline(size)

    def write(self, text, /):
        """Writes text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        self._read = None
        size = len(text)
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        self.buffer.write(text.encode(self.encoding, self.errors))
        return size

    def seek(self, cookie, whence=0, /):
        """Goes to a place that tell() returned."""
        self._read = None
        return self.buffer.seek(cookie, whence)

    def tell(self):
        """The place."""
        if self._read is None:
            return self.buffer.tell()
        rest = self._read._text()[self._read._pos:]
        return self.buffer.tell() - len(rest.encode(self.encoding, self.errors))

    def truncate(self, size=None, /):
        """Cuts off what is behind a place."""
        return self.buffer.truncate(size)

    def flush(self):
        """Writes what waits."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        self.buffer.flush()

    def close(self):
        """Closes the stream below too."""
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def detach(self):
        """Gives the stream below away."""
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None,
                    write_through=None):
        """Changes how text is read and written."""
        self.flush()
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors
        self._newline = newline if newline is not None else self._newline
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def readable(self):
        """Whether reading works."""
        return self.buffer.readable()

    def writable(self):
        """Whether writing works."""
        return self.buffer.writable()

    def seekable(self):
        """Whether seek() works."""
        return self.buffer.seekable()

    def fileno(self):
        """The number of the file."""
        return self.buffer.fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self.buffer.isatty()

    def __del__(self):
        pass
