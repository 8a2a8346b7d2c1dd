"""Reads JSON."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

_CONSTANTS = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_HEX = frozenset("0123456789abcdefABCDEF")
# Deeper nesting is refused, where CPython refuses it.
_DEEPEST = 9998


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


def _skip_space(s, at):
    while s[at:at + 1] in _SPACE and at < len(s):
        at += 1
    return at


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
        self.memo = {}

    def decode(self, s, _w=None):
        """The value of a text."""
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins there, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        try:
            return self._value(s, idx)
        except StopIteration as error:
            raise JSONDecodeError("Expecting value", s, error.value) from None

    def scan_once(self, s, idx):
        """The value that begins there, and where it ends; StopIteration where none begins."""
        return self._value(s, idx)

    def _value(self, s, at):
        # Arrays and objects that are not closed yet, each with the key whose value is read.
        nested = []
        while True:
            first = s[at:at + 1]
            if first == "[" or first == "{":
                if len(nested) >= _DEEPEST:
                    kind = "array" if first == "[" else "object"
                    raise RecursionError(f"maximum recursion depth exceeded while decoding a JSON "
                                         f"{kind} from a unicode string")
                at = _skip_space(s, at + 1)
                if s[at:at + 1] == ("]" if first == "[" else "}"):
                    value, at = [] if first == "[" else self._made([]), at + 1
                elif first == "[":
                    nested.append([[], None])
                    continue
                else:
                    key, at = self._key(s, at)
                    nested.append([[], key])
                    continue
            else:
                try:
                    value, at = self._scalar(s, at, first)
                except StopIteration as error:
                    if not nested:
                        raise
                    raise JSONDecodeError("Expecting value", s, error.value) from None
            while nested:
                items, key = innermost = nested[-1]
                is_array = key is None
                items.append(value if is_array else (key, value))
                at = _skip_space(s, at)
                mark, end = s[at:at + 1], "]" if is_array else "}"
                if mark == ",":
                    comma, at = at, _skip_space(s, at + 1)
                    if s[at:at + 1] == end:
                        raise JSONDecodeError("Illegal trailing comma before end of "
                                              + ("array" if is_array else "object"), s, comma)
                    if not is_array:
                        innermost[1], at = self._key(s, at)
                    break
                if mark != end:
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                value = items if is_array else self._made(items)
                nested.pop()
                at += 1
            else:
                self.memo.clear()
                return value, at

    def _key(self, s, at):
        """The key that begins there, and where its value begins."""
        if s[at:at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        key, at = scanstring(s, at + 1, self.strict)
        at = _skip_space(s, at)
        if s[at:at + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, at)
        return self.memo.setdefault(key, key), _skip_space(s, at + 1)

    def _made(self, pairs):
        """The value of an object."""
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)

    def _scalar(self, s, at, first):
        if first == '"':
            return scanstring(s, at + 1, self.strict)
        if first == "n" and s.startswith("null", at):
            return None, at + 4
        if first == "t" and s.startswith("true", at):
            return True, at + 4
        if first == "f" and s.startswith("false", at):
            return False, at + 5
        if first and first in "-0123456789":
            return self._number(s, at)
        for name in ("NaN", "Infinity"):
            if first == name[0] and s.startswith(name, at):
                return self.parse_constant(name), at + len(name)
        raise StopIteration(at)

    def _number(self, s, at):
        end = at + (s[at] == "-")
        if s[end:end + 1] == "0":
            end += 1
        else:
            start = end
            while end < len(s) and s[end] in _DIGITS:
                end += 1
            if end == start:
                if s.startswith("-Infinity", at):
                    return self.parse_constant("-Infinity"), at + 9
                raise StopIteration(at)
        is_float = False
        after = end + 1
        if s[end:after] == "." and s[after:after + 1] in _DIGITS and after < len(s):
            is_float, end = True, after
            while end < len(s) and s[end] in _DIGITS:
                end += 1
        if s[end:end + 1] in ("e", "E"):
            after = end + 1
            if s[after:after + 1] in ("+", "-"):
                after += 1
            if after < len(s) and s[after] in _DIGITS:
                is_float, end = True, after
                while end < len(s) and s[end] in _DIGITS:
                    end += 1
        text = s[at:end]
        return (self.parse_float if is_float else self.parse_int)(text), end
