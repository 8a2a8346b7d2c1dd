"""What format strings are made of."""


def formatter_parser(text):
    """The parts of a format string: literal text, field name, format spec and conversion."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return _parts(text)


def _parts(text):
    at, size = 0, len(text)
    while at < size:
        start = at
        mark = None
        while at < size:
            if text[at] in "{}":
                mark = text[at]
                break
            at += 1
        if mark is None:
            yield text[start:], None, None, None
            return
        at += 1
        if text[at:at + 1] == mark:
            yield text[start:at], None, None, None
            at += 1
            continue
        if mark == "}" or at == size:
            raise ValueError(f"Single '{mark}' encountered in format string")
        literal = text[start:at - 1]
        name, spec, conversion, at = _field(text, at)
        yield literal, name, spec, conversion


def _field(text, at):
    """A replacement field behind its opening brace, and where it ends."""
    start, size, mark = at, len(text), None
    while at < size:
        mark = text[at]
        at += 1
        if mark == "{":
            raise ValueError("unexpected '{' in field name")
        if mark == "[":
            while at < size and text[at] != "]":
                at += 1
        elif mark in "}:!":
            break
    if mark not in ("}", ":", "!"):
        raise ValueError("expected '}' before end of string")
    name, conversion = text[start:at - 1], None
    if mark == "}":
        return name, "", None, at
    if mark == "!":
        if at >= size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at]
        at += 1
        if at < size:
            mark = text[at]
            at += 1
            if mark == "}":
                return name, "", conversion, at
            if mark != ":":
                raise ValueError("expected ':' after conversion specifier")
    start, depth = at, 1
    while at < size:
        mark = text[at]
        at += 1
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if not depth:
                return name, text[start:at - 1], conversion, at
    raise ValueError("unmatched '{' in format spec")


def _number(text):
    """An index in a field name as a number, another key as it is."""
    if not text or not all("0" <= c <= "9" or c.isdecimal() for c in text):
        return text
    number = int(text)
    if number > 0x7fff_ffff_ffff_ffff:
        raise ValueError("Too many decimal digits in format string")
    return number


def formatter_field_name_split(name):
    """The first part of a field name, and the attributes and keys behind it."""
    if not isinstance(name, str):
        raise TypeError(f"expected str, got {type(name).__name__}")
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    return _number(name[:end]), _accesses(name, end)


def _accesses(name, at):
    size = len(name)
    while at < size:
        mark = name[at]
        at += 1
        start = at
        if mark == ".":
            while at < size and name[at] not in ".[":
                at += 1
            key = name[start:at]
            is_attribute = True
        elif mark == "[":
            at = name.find("]", at)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            key = _number(name[start:at])
            at += 1
            is_attribute = False
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == "":
            raise ValueError("Empty attribute in format string")
        yield is_attribute, key
