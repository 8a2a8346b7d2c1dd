"""Writes JSON."""

INFINITY = float("inf")
# Deeper nesting is refused, where CPython refuses it.
_DEEPEST = 9998
_ESCAPES = {i: f"\\u{i:04x}" for i in range(0x20)} | {
    ord(char): escape for char, escape in {
        "\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r",
        "\t": "\\t"}.items()}
_ASCII_ESCAPES = _ESCAPES | {0x7f: "\\u007f"}


def encode_basestring(s):
    """A string as JSON, with all characters that may stand in it."""
    return f'"{s.translate(_ESCAPES)}"'


def encode_basestring_ascii(s):
    """A string as JSON of nothing but ASCII."""
    text = s.translate(_ASCII_ESCAPES)
    if not text.isascii():
        text = "".join(char if char < "\x80" else _unicode_escape(ord(char)) for char in text)
    return f'"{text}"'


def _unicode_escape(number):
    if number < 0x10000:
        return f"\\u{number:04x}"
    number -= 0x10000
    return f"\\u{0xd800 | number >> 10:04x}\\u{0xdc00 | number & 0x3ff:04x}"


py_encode_basestring, c_encode_basestring = encode_basestring, None
py_encode_basestring_ascii, c_encode_basestring_ascii = encode_basestring_ascii, None
c_make_encoder = None


class JSONEncoder:
    """Makes JSON of dicts, lists, tuples, texts, numbers, True, False and None."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write in place of an object of another class; subclasses may know."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """A value as JSON."""
        if isinstance(o, str):
            return self._text(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The same in pieces."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _Writer(self, indent).write(o)

    def _text(self, o):
        return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)

    def _float(self, o):
        if o == o and o not in (INFINITY, -INFINITY):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {o!r}")
        return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"


class _Writer:
    """One run of an encoder."""

    def __init__(self, encoder, indent):
        self.encoder = encoder
        self.indent = indent
        self.open = {} if encoder.check_circular else None

    def scalar(self, o):
        """The text of what holds nothing else; None for what may."""
        encoder = self.encoder
        if isinstance(o, str):
            return encoder._text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        return encoder._float(o) if isinstance(o, float) else None

    def write(self, value):
        """The pieces of a value."""
        encoder, separator = self.encoder, self.encoder.item_separator
        # What is not written to its end yet: its items, its closing bracket, the line that an item
        # begins with, and what stands before the next one. There are no items where `default` has
        # put another value in place of one.
        nested, lead, level = [], "", 0
        while True:
            text = self.scalar(value)
            if text is not None:
                yield lead + text
            else:
                if lead:
                    yield lead
                    lead = ""
                if len(nested) >= _DEEPEST:
                    raise RecursionError(
                        "maximum recursion depth exceeded while encoding a JSON object")
                is_dict = isinstance(value, dict)
                if not is_dict and not isinstance(value, (list, tuple)):
                    self.enter(value)
                    nested.append([value, None, "", "", ""])
                    value = encoder.default(value)
                    continue
                if value:
                    self.enter(value)
                    level += 1
                    line = self.line(level)
                    if is_dict:
                        yield "{"
                        if line:
                            yield line
                        nested.append([value, self.items(value), "}", line, ""])
                    else:
                        nested.append([value, self.items(value), "]", line, "[" + line])
                else:
                    yield "{}" if is_dict else "[]"
            while nested:
                owner, items, bracket, line, lead = nested[-1]
                following = None if items is None else next(items, None)
                if following is not None:
                    key, value = following
                    nested[-1][4] = separator + line
                    if bracket == "}":
                        if lead:
                            yield lead
                            lead = ""
                        yield encoder._text(key)
                        yield encoder.key_separator
                    break
                if items is not None:
                    level -= 1
                    if self.indent is not None:
                        yield self.line(level)
                    yield bracket
                nested.pop()
                if self.open is not None:
                    del self.open[id(owner)]
            else:
                return

    def items(self, o):
        """The items of an array without keys, those of an object with the texts of theirs."""
        if not isinstance(o, dict):
            for item in o:
                yield None, item
            return
        for key, item in sorted(o.items()) if self.encoder.sort_keys else o.items():
            key = self.key(key)
            if key is not None:
                yield key, item

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def line(self, level):
        return "" if self.indent is None else "\n" + self.indent * level

    def key(self, key):
        """The text of a key; None if it is to be left out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.encoder._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not "
                        f"{key.__class__.__name__}")
