"""Reads the values of JSON texts."""

from json import decoder

__all__ = ["make_scanner"]

_SPACE = " \t\n\r"
_DIGITS = "0123456789"
# Deeper nesting is refused, where CPython refuses it.
_DEEPEST = 9998


def _skip_space(s, at):
    while s[at:at + 1] in _SPACE and at < len(s):
        at += 1
    return at


class _Scanner:
    """What a decoder wants its values made of."""

    def __init__(self, context):
        self.strict = context.strict
        self.object_hook = context.object_hook
        self.object_pairs_hook = context.object_pairs_hook
        self.parse_float = context.parse_float
        self.parse_int = context.parse_int
        self.parse_constant = context.parse_constant
        self.memo = {}

    def scan_once(self, string, idx):
        """The value that begins there, and where it ends; StopIteration where none begins."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        s, at = string, idx
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
                    raise decoder.JSONDecodeError("Expecting value", s, error.value) from None
            while nested:
                items, key = innermost = nested[-1]
                is_array = key is None
                items.append(value if is_array else (key, value))
                at = _skip_space(s, at)
                mark, end = s[at:at + 1], "]" if is_array else "}"
                if mark == ",":
                    comma, at = at, _skip_space(s, at + 1)
                    if s[at:at + 1] == end:
                        raise decoder.JSONDecodeError("Illegal trailing comma before end of "
                                              + ("array" if is_array else "object"), s, comma)
                    if not is_array:
                        innermost[1], at = self._key(s, at)
                    break
                if mark != end:
                    raise decoder.JSONDecodeError("Expecting ',' delimiter", s, at)
                value = items if is_array else self._made(items)
                nested.pop()
                at += 1
            else:
                self.memo.clear()
                return value, at

    def _key(self, s, at):
        """The key that begins there, and where its value begins."""
        if s[at:at + 1] != '"':
            raise decoder.JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        key, at = decoder.scanstring(s, at + 1, self.strict)
        at = _skip_space(s, at)
        if s[at:at + 1] != ":":
            raise decoder.JSONDecodeError("Expecting ':' delimiter", s, at)
        return self.memo.setdefault(key, key), _skip_space(s, at + 1)

    def _made(self, pairs):
        """The value of an object."""
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)

    def _scalar(self, s, at, first):
        if first == '"':
            return decoder.scanstring(s, at + 1, self.strict)
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


def py_make_scanner(context):
    """The function that finds the value that begins at a place of a text, by a decoder's hooks."""
    return _Scanner(context).scan_once


make_scanner, c_make_scanner = py_make_scanner, None


def __getattr__(name):
    """Makes what is seldom asked for."""
    if name == "NUMBER_RE":
        import re
        global NUMBER_RE
        NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?",
                               re.VERBOSE | re.MULTILINE | re.DOTALL)
        return NUMBER_RE
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
