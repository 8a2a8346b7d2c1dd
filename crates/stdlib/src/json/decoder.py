"""Reads JSON."""

from json import scanner

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN, PosInf, NegInf = float("nan"), float("inf"), float("-inf")
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX = frozenset("0123456789abcdefABCDEF")


class JSONDecodeError(ValueError):
    """A text is not JSON: what is wrong, the text, and where."""

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {line} column {column} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(s, end, strict=True):
    """The string whose opening quote is before `end`, and where it ends."""
    begin, parts = end - 1, []
    while True:
        quote = s.find('"', end)
        escape = s.find("\\", end, quote if quote >= 0 else len(s))
        stop = escape if escape >= 0 else quote
        chunk = s[end:stop if stop >= 0 else len(s)]
        if strict and chunk and min(chunk) < " ":
            at = next(i for i, char in enumerate(chunk) if char < " ")
            raise JSONDecodeError("Invalid control character at", s, end + at)
        if stop < 0:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        parts.append(chunk)
        end = stop + 1
        if stop == quote:
            return "".join(parts), end
        kind = s[end:end + 1]
        if not kind:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if kind != "u":
            char = _ESCAPES.get(kind)
            if char is None:
                raise JSONDecodeError("Invalid \\escape", s, end - 1)
            end += 1
        else:
            number = _escaped(s, end + 1)
            end += 5
            if 0xd800 <= number < 0xdc00 and s[end:end + 2] == "\\u" and len(s) >= end + 6:
                low = _escaped(s, end + 2, False)
                if low is not None and 0xdc00 <= low < 0xe000:
                    number = 0x10000 + ((number - 0xd800) << 10 | low - 0xdc00)
                    end += 6
            char = chr(number)
        parts.append(char)


def _escaped(s, at, needed=True):
    """The four hexadecimal digits of an escape."""
    digits = s[at:at + 4]
    if len(digits) == 4 and _HEX.issuperset(digits):
        return int(digits, 16)
    if needed:
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)
    return None


py_scanstring, c_scanstring = scanstring, None


class JSONDecoder:
    """Makes values of JSON texts; hooks may make others."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s, _w=None):
        """The value of a text."""
        value, end = self.raw_decode(s, scanner._skip_space(s, 0))
        end = scanner._skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins there, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None
