"""Encodings as functions, the registry of those that programs bring, and error handlers."""

import sys as _sys

_searches = []
_found = {}


def _shown_type(value):
    return "None" if value is None else type(value).__name__


# Functions of single encodings.


def _handler(errors, function):
    if errors is not None and not isinstance(errors, str):
        raise TypeError(f"{function}() argument 2 must be str or None, not {_shown_type(errors)}")
    return "strict" if errors is None else errors


def _content(data):
    """The bytes of what lends them."""
    if isinstance(data, (str, int)) or data is None:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(memoryview(data))


def _encoder(name, encoding):
    """The function that encodes, as the module names it."""
    def encode(str, errors=None, /):
        if not isinstance(str, _str):
            raise TypeError(f"{name}() argument 1 must be str, not {_shown_type(str)}")
        return _encode(str, encoding, _handler(errors, name)), len(str)

    encode.__name__ = encode.__qualname__ = name
    return encode


def _decoder(name, encoding, whole=None):
    """The function that decodes. `whole` tells how many of the bytes do not need those that follow; without
    it there is nothing that may follow."""
    if whole is None:
        def decode(data, errors=None, /):
            data = _content(data)
            return _decode(data, encoding, _handler(errors, name)), len(data)
    else:
        def decode(data, errors=None, final=False, /):
            data, errors = _content(data), _handler(errors, name)
            size = len(data) if final else whole(data, errors)
            return _decode(data[:size], encoding, errors), size

    decode.__name__ = decode.__qualname__ = name
    return decode


def _whole_utf_8(data, errors):
    for back in range(1, min(3, len(data)) + 1):
        tail = data[len(data) - back:]
        if tail[0] < 0x80:
            break
        if tail[0] == 0xed and back == 2 and 0xa0 <= tail[1] <= 0xbf:
            # Half a surrogate.
            return len(data) - back
        try:
            tail.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.start == 0 and error.reason == "unexpected end of data":
                return len(data) - back
    return len(data)


def _whole_utf_16(order):
    def whole(data, errors):
        size = len(data) & ~1
        if size and 0xD800 <= int.from_bytes(data[size - 2:size], order) < 0xDC00:
            size -= 2
        return size
    return whole


def _whole_utf_32(data, errors):
    return len(data) & ~3


def _whole_utf_7(data, errors):
    """All before a run of Base64 that has no end yet."""
    shift = data.rfind(b"+")
    digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    open = shift >= 0 and all(byte in digits for byte in data[shift + 1:])
    return shift if open else len(data)


def _whole_by_error(encoding):
    """Where the codec itself tells that something is missing at the end."""
    def whole(data, errors):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.end >= len(data):
                return error.start
        return len(data)
    return whole


_str = str
utf_8_encode = _encoder("utf_8_encode", "utf-8")
utf_8_decode = _decoder("utf_8_decode", "utf-8", _whole_utf_8)
utf_7_encode = _encoder("utf_7_encode", "utf-7")
utf_7_decode = _decoder("utf_7_decode", "utf-7", _whole_utf_7)
utf_16_le_encode = _encoder("utf_16_le_encode", "utf-16-le")
utf_16_le_decode = _decoder("utf_16_le_decode", "utf-16-le", _whole_utf_16("little"))
utf_16_be_encode = _encoder("utf_16_be_encode", "utf-16-be")
utf_16_be_decode = _decoder("utf_16_be_decode", "utf-16-be", _whole_utf_16("big"))
utf_32_le_encode = _encoder("utf_32_le_encode", "utf-32-le")
utf_32_le_decode = _decoder("utf_32_le_decode", "utf-32-le", _whole_utf_32)
utf_32_be_encode = _encoder("utf_32_be_encode", "utf-32-be")
utf_32_be_decode = _decoder("utf_32_be_decode", "utf-32-be", _whole_utf_32)
ascii_encode = _encoder("ascii_encode", "ascii")
ascii_decode = _decoder("ascii_decode", "ascii")
latin_1_encode = _encoder("latin_1_encode", "latin-1")
latin_1_decode = _decoder("latin_1_decode", "latin-1")
unicode_escape_encode = _encoder("unicode_escape_encode", "unicode_escape")
raw_unicode_escape_encode = _encoder("raw_unicode_escape_encode", "raw_unicode_escape")


def _escape_decoder(name, encoding):
    """As the others, but of texts too, and to the end unless told otherwise."""
    decode_bytes = _decoder(name, encoding, _whole_by_error(encoding))

    def decode(data, errors=None, final=True, /):
        return decode_bytes(data.encode() if isinstance(data, str) else data, errors, final)

    decode.__name__ = decode.__qualname__ = name
    return decode


unicode_escape_decode = _escape_decoder("unicode_escape_decode", "unicode_escape")
raw_unicode_escape_decode = _escape_decoder("raw_unicode_escape_decode", "raw_unicode_escape")


def _marked(bits, little, big):
    """The functions of an encoding whose text begins with a mark of its order of bytes."""
    size = bits // 8
    name = f"utf_{bits}"
    mark_of_little = b"\xff\xfe" + bytes(size - 2)
    marks = {mark_of_little: -1, mark_of_little[::-1]: 1}
    functions = {-1: little, 1: big}
    native = -1 if _sys.byteorder == "little" else 1

    def encode(str, errors=None, byteorder=0, /):
        if not isinstance(str, _str):
            raise TypeError(f"{name}_encode() argument 1 must be str, not {_shown_type(str)}")
        errors = _handler(errors, f"{name}_encode")
        order = "-be" if byteorder > 0 else "-le" if byteorder < 0 else ""
        return _encode(str, f"utf-{bits}{order}", errors), len(str)

    def ex_decode(data, errors=None, byteorder=0, final=False, /):
        data, skipped = _content(data), 0
        if byteorder == 0 and len(data) >= size:
            byteorder = marks.get(data[:size], 0)
            skipped = size if byteorder else 0
        order = 1 if byteorder > 0 else -1 if byteorder < 0 else native
        text, used = functions[order](data[skipped:], errors, final)
        return text, used + skipped, order if byteorder else 0

    def decode(data, errors=None, final=False, /):
        return ex_decode(data, errors, 0, final)[:2]

    for function, ending in (encode, "encode"), (ex_decode, "ex_decode"), (decode, "decode"):
        function.__name__ = function.__qualname__ = f"{name}_{ending}"
    return encode, ex_decode, decode


utf_16_encode, utf_16_ex_decode, utf_16_decode = _marked(16, utf_16_le_decode, utf_16_be_decode)
utf_32_encode, utf_32_ex_decode, utf_32_decode = _marked(32, utf_32_le_decode, utf_32_be_decode)


def readbuffer_encode(data, errors=None, /):
    """The bytes of what lends them, or of a text in UTF-8."""
    data = data.encode() if isinstance(data, str) else _content(data)
    return data, len(data)


def escape_encode(data, errors=None, /):
    """Bytes as a literal shows them, without the quotes."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {_shown_type(data)}")
    shown = []
    for byte in data:
        char = chr(byte)
        if char in "\\'":
            shown.append("\\" + char)
        elif char in "\t\n\r":
            shown.append({"\t": "\\t", "\n": "\\n", "\r": "\\r"}[char])
        else:
            shown.append(char if 0x20 <= byte < 0x7f else f"\\x{byte:02x}")
    return "".join(shown).encode(), len(data)


_SIMPLE_ESCAPES = {ord(char): code for char, code in {
    "\n": b"", "\\": b"\\", "'": b"'", '"': b'"', "b": b"\b", "f": b"\f", "t": b"\t", "n": b"\n",
    "r": b"\r", "v": b"\v", "a": b"\a"}.items()}


def escape_decode(data, errors=None, /):
    """The bytes that the escape sequences of a literal stand for."""
    errors = _handler(errors, "escape_decode")
    data = data.encode() if isinstance(data, str) else _content(data)
    made, at, octal, invalid = bytearray(), 0, None, None
    while at < len(data):
        byte = data[at]
        at += 1
        if byte != 0x5c:
            made.append(byte)
            continue
        if at == len(data):
            raise ValueError("Trailing \\ in string")
        kind = data[at]
        at += 1
        if kind in _SIMPLE_ESCAPES:
            made += _SIMPLE_ESCAPES[kind]
        elif 0x30 <= kind <= 0x37:
            digits = 1
            while digits < 3 and at < len(data) and 0x30 <= data[at] <= 0x37:
                digits, at = digits + 1, at + 1
            number = int(data[at - digits:at], 8)
            if number > 0xff and octal is None and invalid is None:
                octal = data[at - digits:at]
            made.append(number & 0xff)
        elif kind == 0x78:
            digits = data[at:at + 2]
            if len(digits) == 2 and all(digit in b"0123456789abcdefABCDEF" for digit in digits):
                made.append(int(digits, 16))
                at += 2
                continue
            if errors == "strict":
                raise ValueError(f"invalid \\x escape at position {at - 2}")
            if errors == "replace":
                made += b"?"
            elif errors != "ignore":
                raise ValueError("decoding error; unknown error handling code: " + errors)
            if digits[:1] and digits[0] in b"0123456789abcdefABCDEF":
                at += 1
        else:
            if invalid is None and octal is None:
                invalid = kind
            made += b"\\" + bytes([kind])
    if octal is not None or invalid is not None:
        import warnings
        text = (f"invalid octal escape sequence '\\{octal.decode()}'" if octal is not None
                else f"invalid escape sequence '\\{chr(invalid)}'")
        warnings.warn(text, DeprecationWarning, stacklevel=2)
    return bytes(made), len(data)


# Encodings by tables of programs.


def charmap_build(map, /):
    """The table by which texts are encoded, of one by which bytes are decoded."""
    return {ord(char): byte for byte, char in enumerate(map) if char != "\ufffe"}


def _resumed(error, handler, kind):
    """What a handler puts in the place of what is wrong, and where to go on."""
    result = handler(error)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{kind} error handler must return (str{'/bytes' * (kind == 'encoding')}, "
                        "int) tuple")
    put, at = result
    size = len(error.object)
    place = at + size if at < 0 else at
    if not 0 <= place <= size:
        raise IndexError(f"position {at} from error handler out of bounds")
    return put, place


def _by_table(table, char):
    """The bytes that a table has for a character; None if there are none."""
    try:
        found = table[ord(char)]
    except LookupError:
        return None
    if found is None:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes([found])
    if isinstance(found, bytes):
        return found
    raise TypeError("character mapping must return integer, bytes or None, not "
                    f"{type(found).__name__}")


def charmap_encode(str, errors=None, mapping=None, /):
    """A text by a table from characters to bytes."""
    errors = _handler(errors, "charmap_encode")
    if mapping is None:
        return latin_1_encode(str, errors)
    made, at = bytearray(), 0
    while at < len(str):
        found = _by_table(mapping, str[at])
        if found is not None:
            made += found
            at += 1
            continue
        end = at + 1
        while end < len(str) and _by_table(mapping, str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, at, end, "character maps to <undefined>")
        put, at = _resumed(error, lookup_error(errors), "encoding")
        if isinstance(put, bytes):
            made += put
            continue
        for char in put:
            found = _by_table(mapping, char)
            if found is None:
                raise error
            made += found
    return bytes(made), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    """Bytes by a table from bytes to characters, or a text of them."""
    errors = _handler(errors, "charmap_decode")
    if mapping is None:
        return latin_1_decode(data, errors)
    data = _content(data)
    made, at = [], 0
    while at < len(data):
        try:
            found = mapping[data[at]]
        except LookupError:
            found = None
        if isinstance(found, int) and not isinstance(mapping, _str):
            if not 0 <= found <= 0x10ffff:
                raise TypeError("character mapping must be in range(0x110000)")
            found = None if found == 0xfffe else chr(found)
        elif found == "\ufffe":
            found = None
        if isinstance(found, _str):
            made.append(found)
            at += 1
        elif found is None:
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            put, at = _resumed(error, lookup_error(errors), "decoding")
            made.append(put)
        else:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(made), len(data)


# The registry.


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
    from _own_codecs import find
    info = find(plain, _name_of(encoding))
    if info is None:
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


_connect(_handlers, lookup)
