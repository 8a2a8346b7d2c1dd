"""Sets of characters, capitalized words, templates, and the formatter behind str.format()."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits",
           "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

import _string

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of a text with large first letters, joined by `sep` or by single blanks."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_NAME_START = frozenset(ascii_letters + "_")
_NAME = _NAME_START | frozenset(digits)


class _Pattern:
    """The regular expression of a class of templates, compiled when it is first asked for."""

    def __get__(self, instance, owner):
        import re
        name, braced = owner.idpattern, owner.braceidpattern or owner.idpattern
        mark = re.escape(owner.delimiter)
        compiled = re.compile(
            rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|"
            rf"{{(?P<braced>{braced})}}|(?P<invalid>))", owner.flags | re.VERBOSE)
        owner.pattern = compiled
        return compiled


class _Flags:
    """The flags of that expression, by default those of a case that does not matter."""

    def __get__(self, instance, owner):
        import re
        return re.IGNORECASE


class _Hit:
    """What stands at a delimiter: which kind it is, its name, and where it begins and ends."""

    __slots__ = ("lastgroup", "name", "start", "end")

    def __init__(self, lastgroup, name, start, end):
        self.lastgroup, self.name, self.start, self.end = lastgroup, name, start, end


def _name_end(text, start):
    """Where the plain identifier ends that begins there."""
    end = start
    if text[start:start + 1] in _NAME_START:
        while text[end:end + 1] in _NAME:
            end += 1
    return end


class Template:
    """A text in which `$name` and `${name}` stand for values, and `$$` for a dollar sign.

    Subclasses may change `delimiter`, `idpattern`, `braceidpattern`, `flags`, or the whole
    `pattern`.
    """

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _Flags()
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            if not isinstance(cls.pattern, _Pattern):
                import re
                cls.pattern = re.compile(cls.pattern, cls.flags | re.VERBOSE)
        else:
            cls.pattern = _Pattern()
            if not cls._is_plain():
                cls.pattern  # a wrong pattern is refused where the class is made

    @classmethod
    def _is_plain(cls):
        """Whether names are those of the defaults, which are found without a pattern."""
        return (isinstance(_class_value(cls, "pattern"), _Pattern) and cls.braceidpattern is None
                and cls.idpattern == Template.idpattern
                and isinstance(_class_value(cls, "flags"), _Flags)
                and cls.delimiter != "" and cls.delimiter.lower() == cls.delimiter.upper())

    def __init__(self, template):
        self.template = template

    def _hits(self):
        """The places where a delimiter stands, in their order."""
        if not self._is_plain():
            for match in self.pattern.finditer(self.template):
                groups = match.groupdict()
                name = groups.get("named") or groups.get("braced")
                if name is not None:
                    kind = "named"
                elif groups.get("escaped") is not None:
                    kind = "escaped"
                elif groups.get("invalid") is not None:
                    kind = "invalid"
                else:
                    kind = None
                where = match.start("invalid") if kind == "invalid" else match.start()
                yield _Hit(kind, name, where, match.end())
            return
        text, mark = self.template, self.delimiter
        start = text.find(mark)
        while start >= 0:
            after = start + len(mark)
            if text.startswith(mark, after):
                hit = _Hit("escaped", None, start, after + len(mark))
            elif (end := _name_end(text, after)) > after:
                hit = _Hit("named", text[after:end], start, end)
            elif (text.startswith("{", after) and (end := _name_end(text, after + 1)) > after + 1
                    and text.startswith("}", end)):
                hit = _Hit("named", text[after + 1:end], start, end + 1)
            else:
                # The place that is complained about is the one after the delimiter.
                hit = _Hit("invalid", None, after, after)
            yield hit
            start = text.find(mark, hit.end)

    def _invalid(self, where):
        lines = self.template[:where].splitlines(keepends=True)
        if lines:
            column, line = where - len("".join(lines[:-1])), len(lines)
        else:
            column = line = 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def _unknown(self):
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def _filled(self, lookup):
        """The text with what `lookup` makes of each name and each wrong placeholder."""
        text, parts, done = self.template, [], 0
        for hit in self._hits():
            begin = hit.start - len(self.delimiter) if hit.lastgroup == "invalid" else hit.start
            parts.append(text[done:begin])
            parts.append(lookup(hit, text[begin:hit.end]))
            done = hit.end
        parts.append(text[done:])
        return "".join(parts)

    def substitute(self, mapping={}, /, **kws):
        """The text with all values in place; what is missing is a KeyError."""
        values = _values(mapping, kws)

        def lookup(hit, shown):
            if hit.lastgroup == "named":
                return str(values[hit.name])
            if hit.lastgroup == "escaped":
                return self.delimiter
            if hit.lastgroup == "invalid":
                self._invalid(hit.start)
            self._unknown()

        return self._filled(lookup)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the values that there are; what is missing or wrong is left as it is."""
        values = _values(mapping, kws)

        def lookup(hit, shown):
            if hit.lastgroup == "named":
                try:
                    return str(values[hit.name])
                except KeyError:
                    return shown
            if hit.lastgroup == "escaped":
                return self.delimiter
            if hit.lastgroup == "invalid":
                return shown
            self._unknown()

        return self._filled(lookup)

    def is_valid(self):
        """Whether substitute() would find no wrong placeholder."""
        for hit in self._hits():
            if hit.lastgroup == "invalid":
                return False
            if hit.lastgroup is None:
                self._unknown()
        return True

    def get_identifiers(self):
        """The names in the text, each once, in the order in which they first stand there."""
        names = {}
        for hit in self._hits():
            if hit.lastgroup == "named":
                names[hit.name] = None
            elif hit.lastgroup is None:
                self._unknown()
        return list(names)


def _class_value(cls, name):
    """An attribute of a class, as it was put there."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]


def _values(mapping, kws):
    if not kws:
        return mapping
    if not mapping:
        return kws
    from collections import ChainMap
    return ChainMap(kws, mapping)


class Formatter:
    """What str.format() does, in pieces that subclasses can replace."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields replaced."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same, with the arguments as they are."""
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            first, _ = _string.formatter_field_name_split(name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to "
                                     "automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args,
                                                 recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, spec))
        return "".join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        """The argument of that number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """Hears which arguments were used; subclasses may refuse what was not."""

    def format_field(self, value, format_spec):
        """The text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value as `!s`, `!r` or `!a` make it."""
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """The parts of a format string: literal text, field name, format spec and conversion."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value that a field name leads to, and the argument that it begins at."""
        first, rest = _string.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
