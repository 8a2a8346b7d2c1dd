"""Writes JSON."""

_INFINITY = float("inf")
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
        return _Writer(self, indent).value(o, 0)

    def _text(self, o):
        return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)

    def _float(self, o):
        if o == o and o not in (_INFINITY, -_INFINITY):
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

    def value(self, o, level):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.array(o, level)
        elif isinstance(o, dict):
            yield from self.object(o, level)
        else:
            self.enter(o)
            yield from self.value(self.encoder.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def line(self, level):
        return "" if self.indent is None else "\n" + self.indent * level

    def array(self, o, level):
        if not o:
            yield "[]"
            return
        self.enter(o)
        inner = self.line(level + 1)
        lead = "[" + inner
        for item in o:
            text = self.scalar(item)
            if text is not None:
                yield lead + text
            else:
                yield lead
                yield from self.value(item, level + 1)
            lead = self.encoder.item_separator + inner
        yield from self.end("]", level)
        self.leave(o)

    def end(self, bracket, level):
        if self.indent is not None:
            yield self.line(level)
        yield bracket

    def object(self, o, level):
        if not o:
            yield "{}"
            return
        self.enter(o)
        yield "{"
        inner = self.line(level + 1)
        if inner:
            yield inner
        lead = None
        items = sorted(o.items()) if self.encoder.sort_keys else o.items()
        for key, item in items:
            key = self.key(key)
            if key is None:
                continue
            if lead is not None:
                yield lead
            yield self.encoder._text(key)
            yield self.encoder.key_separator
            yield from self.value(item, level + 1)
            lead = self.encoder.item_separator + inner
        yield from self.end("}", level)
        self.leave(o)

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
