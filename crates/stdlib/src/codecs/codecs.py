"""The registry of codecs, and what codecs are made of."""

import sys as _sys

import _codecs

__all__ = [
    "register", "lookup", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE",
    "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
    "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
    "StreamReader", "StreamWriter", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode",
    "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
    "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = BOM64_BE = b"\0\0\xfe\xff"
if _sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE


class CodecInfo(tuple):
    """What the registry knows of a codec."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None,
                *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} "
                f"at {id(self):#x}>")

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """A pair of functions without state."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder(object):
    """Encodes what comes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Goes back to a state that `getstate` gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded before more is known."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder(object):
    """Decodes what comes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins anew."""

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        """Goes back to a state that `getstate` gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of what is not complete."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        """Begins anew."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Decodes what is read of a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = ""
        self._lines = None

    def read(self, size=-1, chars=-1, firstline=False):
        while chars < 0 or len(self.charbuffer) < chars:
            piece = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + piece
            if not data:
                break
            text, consumed = self.decode(data, self.errors)
            self.bytebuffer = data[consumed:]
            self.charbuffer += text
            if not piece or size >= 0 and chars < 0:
                break
        if chars < 0:
            text, self.charbuffer = self.charbuffer, ""
        else:
            text, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return text

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def readline(self, size=None, keepends=True):
        text = self.read()
        lines = text.splitlines(True)
        if not lines:
            return ""
        self.charbuffer = "".join(lines[1:])
        return lines[0] if keepends else lines[0].splitlines(False)[0]

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = ""

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


# The codecs of the library.

def _complete_utf_8(data):
    """How many of the bytes do not need those that follow."""
    for back in range(1, min(3, len(data)) + 1):
        tail = data[len(data) - back:]
        if tail[0] < 0x80:
            break
        try:
            tail.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.start == 0 and error.reason == "unexpected end of data":
                return len(data) - back
    return len(data)


def _complete_utf_16(order):
    def complete(data):
        whole = len(data) & ~1
        if whole:
            unit = int.from_bytes(data[whole - 2:whole], order)
            if 0xD800 <= unit < 0xDC00:
                whole -= 2
        return whole
    return complete


def _complete_utf_32(data):
    return len(data) & ~3


def _complete_utf_7(data):
    """All before a run of Base64 that has no end yet."""
    shift = data.rfind(b"+")
    digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    open = shift >= 0 and all(byte in digits for byte in data[shift + 1:])
    return shift if open else len(data)


def _complete_by_error(encoding):
    """Where the codec itself tells that something is missing at the end."""
    def complete(data):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.end >= len(data):
                return error.start
        return len(data)
    return complete


_COMPLETE = {
    "utf-8": _complete_utf_8,
    "utf-16-le": _complete_utf_16("little"),
    "utf-16-be": _complete_utf_16("big"),
    "utf-32-le": _complete_utf_32,
    "utf-32-be": _complete_utf_32,
    "utf-7": _complete_utf_7,
    "unicode-escape": _complete_by_error("unicode_escape"),
    "raw-unicode-escape": _complete_by_error("raw_unicode_escape"),
}
# Which mark tells which order of bytes, and what is read without one.
_MARKS = {
    "utf-8-sig": ({BOM_UTF8: "utf-8"}, "utf-8"),
    "utf-16": ({BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"},
               "utf-16-le" if _sys.byteorder == "little" else "utf-16-be"),
    "utf-32": ({BOM_UTF32_LE: "utf-32-le", BOM_UTF32_BE: "utf-32-be"},
               "utf-32-le" if _sys.byteorder == "little" else "utf-32-be"),
}


def _native(name):
    """The codec of an encoding that the library has."""

    def encode(input, errors="strict"):
        if errors is None:
            errors = "strict"
        if not isinstance(input, str):
            function = "latin_1" if name == "iso8859-1" else name.replace("-", "_")
            raise TypeError(f"{function}_encode() argument 1 must be str, not {_shown_type(input)}")
        return _codecs.encode(input, name, errors), len(input)

    def decode(input, errors="strict"):
        if errors is None:
            errors = "strict"
        if isinstance(input, (str, int)):
            raise TypeError(f"a bytes-like object is required, not '{type(input).__name__}'")
        input = bytes(input)
        return _codecs.decode(input, name, errors), len(input)

    marks, usual = _MARKS.get(name, ({}, name))

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.first = True

        def encode(self, input, final=False):
            encoding = name if self.first or not marks else usual
            if input:
                self.first = False
            return _codecs.encode(input, encoding, self.errors)

        def reset(self):
            super().reset()
            self.first = True

        def getstate(self):
            return 2 if marks and self.first else 0

        def setstate(self, state):
            self.first = bool(state) if marks else True

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            super().__init__(errors)
            self.encoding = None if marks else name

        def _buffer_decode(self, input, errors, final):
            skipped = 0
            if self.encoding is None:
                longest = max(map(len, marks))
                known = next((mark for mark in marks if input.startswith(mark)), None)
                if known is None and not final and len(input) < longest and any(
                        mark.startswith(input) for mark in marks):
                    return "", 0
                if known is None and not final and len(input) < longest and name != "utf-8-sig":
                    return "", 0
                skipped = len(known) if known else 0
                self.encoding = marks[known] if known else usual
            data = input[skipped:]
            complete = _COMPLETE.get(self.encoding)
            whole = len(data) if final or complete is None else complete(data)
            return _codecs.decode(data[:whole], self.encoding, errors), skipped + whole

        def reset(self):
            super().reset()
            self.encoding = None if marks else name

        def getstate(self):
            return (self.buffer, 0)

    class Writer(StreamWriter):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._encoder = Encoder(errors)

        def encode(self, input, errors="strict"):
            return self._encoder.encode(input), len(input)

        def reset(self):
            self._encoder.reset()

    class Reader(StreamReader):
        def __init__(self, stream, errors="strict"):
            super().__init__(stream, errors)
            self._decoder = Decoder(errors)

        def decode(self, input, errors="strict"):
            return self._decoder.decode(input), len(input)

        def reset(self):
            super().reset()
            self._decoder.reset()

    for made, shown in ((Encoder, "IncrementalEncoder"), (Decoder, "IncrementalDecoder"),
                        (Writer, "StreamWriter"), (Reader, "StreamReader")):
        made.__name__ = made.__qualname__ = shown
        made.__module__ = "encodings." + name.replace("-", "_")
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


# Codecs that are not between text and bytes.

def _rot13(input, errors="strict"):
    def turned(char):
        for first in "aA":
            at = ord(char) - ord(first)
            if 0 <= at < 26:
                return chr(ord(first) + (at + 13) % 26)
        return char
    return "".join(map(turned, input)), len(input)


def _hex_encode(input, errors="strict"):
    return bytes(input).hex().encode("ascii"), len(input)


def _hex_decode(input, errors="strict"):
    return bytes.fromhex(bytes(input).decode("ascii")), len(input)


_OTHERS = {
    "rot13": CodecInfo(_rot13, _rot13, name="rot-13", _is_text_encoding=False),
    "hex": CodecInfo(_hex_encode, _hex_decode, name="hex", _is_text_encoding=False),
}
_OTHER_NAMES = {"rot13": "rot13", "rot_13": "rot13", "hex": "hex", "hex_codec": "hex"}

_searches = []
_found = {}


def _plain(encoding):
    """A name in the form in which searches get it."""
    plain = []
    for char in encoding.lower():
        if char.isascii() and (char.isalnum() or char == "."):
            plain.append(char)
        elif plain and plain[-1] != "_":
            plain.append("_")
    return "".join(plain)


def register(search_function, /):
    """Asks a function for codecs that are not known yet."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    """Forgets a function that was registered, and what was found."""
    for number, known in enumerate(_searches):
        if known is search_function:
            del _searches[number]
            _found.clear()
            break


def lookup(encoding, /):
    """What is known of the codec of this name."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {_shown_type(encoding)}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    plain = _plain(encoding)
    if plain in _found:
        return _found[plain]
    info = None
    name = _codecs.name_of(encoding)
    if plain in _OTHER_NAMES:
        info = _OTHERS[_OTHER_NAMES[plain]]
    elif name is not None:
        info = _found.get("=" + name)
        if info is None:
            info = _found["=" + name] = _native(name)
    else:
        for search in list(_searches):
            info = search(plain)
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
    if info is None:
        raise LookupError(f"unknown encoding: {encoding}")
    _found[plain] = info
    return info


def _shown_type(value):
    return "None" if value is None else type(value).__name__


def _run(index, obj, encoding, errors):
    doing = ("encoder", "decoder")[index]
    info = lookup(encoding)
    try:
        result = info[index](obj, *errors)
    except Exception as error:
        error.add_note(f"{doing[:-2]}ing with '{encoding}' codec failed")
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{doing} must return a tuple (object, integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """What the codec makes of an object."""
    return _run(0, obj, encoding, () if errors == "strict" else (errors,))


def decode(obj, encoding="utf-8", errors="strict"):
    """The object of which a codec made this one."""
    return _run(1, obj, encoding, () if errors == "strict" else (errors,))


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes piece by piece."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The class that decodes piece by piece."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The class of streams that decode."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of streams that encode."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes each piece of text that an iterator gives."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes each piece that an iterator gives."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


# Error handlers.

def _refuse(error):
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def _wrong(error):
    return error.object[error.start:error.end]


def strict_errors(error, /):
    """Raises the error."""
    if isinstance(error, BaseException):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore_errors(error, /):
    """Leaves out what is wrong."""
    if isinstance(error, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return "", error.end
    _refuse(error)


def replace_errors(error, /):
    """Puts a mark in the place of what is wrong."""
    if isinstance(error, UnicodeEncodeError):
        return "?" * len(_wrong(error)), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * len(_wrong(error)), error.end
    _refuse(error)


def xmlcharrefreplace_errors(error, /):
    """Writes characters as references of XML."""
    if isinstance(error, UnicodeEncodeError):
        return "".join(f"&#{ord(char)};" for char in _wrong(error)), error.end
    _refuse(error)


def _escape(point):
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def backslashreplace_errors(error, /):
    """Writes what is wrong as escape sequences."""
    if isinstance(error, UnicodeDecodeError):
        return "".join(map(_escape, _wrong(error))), error.end
    if isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        return "".join(_escape(ord(char)) for char in _wrong(error)), error.end
    _refuse(error)


def namereplace_errors(error, /):
    """Writes characters by their names."""
    if isinstance(error, UnicodeEncodeError):
        return _wrong(error).encode("ascii", "namereplace").decode("ascii"), error.end
    _refuse(error)


def _surrogateescape(error, /):
    if isinstance(error, UnicodeEncodeError):
        if all("\udc80" <= char <= "\udcff" for char in _wrong(error)):
            return bytes(ord(char) - 0xDC00 for char in _wrong(error)), error.end
        raise error
    if isinstance(error, UnicodeDecodeError):
        escaped = ""
        for byte in _wrong(error)[:4]:
            if byte < 0x80:
                break
            escaped += chr(0xDC00 + byte)
        if not escaped:
            raise error
        return escaped, error.start + len(escaped)
    _refuse(error)


def _surrogatepass(error, /):
    if isinstance(error, UnicodeEncodeError):
        if not error.encoding.lower().startswith("utf") or not all(
                "\ud800" <= char <= "\udfff" for char in _wrong(error)):
            raise error
        return _wrong(error).encode(error.encoding, "surrogatepass"), error.end
    if isinstance(error, UnicodeDecodeError):
        if not error.encoding.lower().startswith("utf"):
            raise error
        size = {"utf-8": 3, "utf8": 3}.get(error.encoding.lower(), 4 if "32" in error.encoding else 2)
        piece = error.object[error.start:error.start + size]
        return piece.decode(error.encoding, "surrogatepass"), error.start + size
    _refuse(error)


for _function, _name in ((_surrogateescape, "surrogateescape"), (_surrogatepass, "surrogatepass")):
    _function.__name__ = _function.__qualname__ = _name
_handlers = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors,
    "surrogateescape": _surrogateescape,
    "surrogatepass": _surrogatepass,
}
del _function, _name


def register_error(errors, handler, /):
    """Lets a function handle errors under a name."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {_shown_type(errors)}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """The function that handles errors under a name."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {_shown_type(name)}")
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


_codecs.connect(_handlers, lookup)
